// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "goalsheet/files.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/table.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "read/html.hpp"
#include "support/xlsx_file.hpp"

using goalsheet::Document;
using goalsheet::test::XlsxFile;
using goalsheet::test::XlsxSheet;

namespace {

constexpr std::size_t kDataSheetCount = 8;

// A page with one sheet of our own; `rows` replace what stands in a cell.
struct PageTexts {
    std::string situation = "現況";
    std::string sdgs = "3 すべての人に健康と福祉を";
    std::string midterm = "(1) 実施した";
    std::string caption;
};

std::string page_of(const PageTexts& texts) {
    return "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"UTF-8\"></head><body><h2>令和6年度 "
           "重点目標管理シート</h2><table>" +
           (texts.caption.empty() ? "" : "<caption>" + texts.caption + "</caption>") +
           "<tr><td>重点目標</td><td "
           "colspan=\"2\">子育てを支える</td><td>部局名</td><td>こども部</td><td>優先順位</td><td>1位</td></tr>"
           "<tr><td>現況・課題</td><td colspan=\"6\">" +
           texts.situation +
           "</td></tr><tr><td>目的・効果</td><td colspan=\"2\">目的</td><td>該当するSDGsの目標</td><td colspan=\"3\">" +
           texts.sdgs +
           "</td></tr><tr><td></td><td>取組項目及び方法・手段（何をどのように）</"
           "td><td>期間・期限（いつ・いつまでに）</td>"
           "<td>数値目標（どの水準まで）</td><td>中間報告</td><td colspan=\"2\">期末報告</td></tr>"
           "<tr><td>①</td><td>○ 訪問の実施<br>(1) 家庭訪問</td><td>(1) 年度末まで</td><td>(1) 訪問件数 30件</td><td>" +
           texts.midterm + "</td><td colspan=\"2\"></td></tr></table></body></html>";
}

XlsxFile workbook_of(const std::string& html) {
    auto documents = goalsheet::read_documents(html, "page.html");
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    const auto bytes = goalsheet::write_workbook(documents->front());
    REQUIRE(bytes);
    return XlsxFile::read(*bytes);
}

bool has_text(const XlsxSheet& sheet, const std::string& text) {
    return std::any_of(sheet.cells.begin(), sheet.cells.end(),
                       [&](const auto& cell) { return cell.second.text == text; });
}

// The texts of the print sheets' cells; rows that go on are put together with the row they belong to.
std::vector<std::string> printed_texts(const XlsxFile& file) {
    std::vector<std::string> texts;
    for (std::size_t s = 0; s + kDataSheetCount < file.sheets.size(); ++s) {
        const auto grid = file.sheets[s].grid();
        std::size_t base = 0;
        for (std::size_t row = 0; row < grid.size(); ++row) {
            const bool goes_on = !grid[row].empty() && grid[row].front().ends_with("（続き）");
            if (!goes_on) base = texts.size();
            for (std::size_t c = 0; c < grid[row].size(); ++c) {
                if (goes_on && c > 0 && base + c < texts.size())
                    texts[base + c] += grid[row][c];
                else if (!goes_on)
                    texts.push_back(grid[row][c]);
            }
        }
    }
    return texts;
}

bool is_sheet_table(const goalsheet::Table& table) {
    const auto& form = goalsheet::Form::standard();
    for (const goalsheet::Row& row : table.rows)
        for (const goalsheet::Cell& cell : row.cells) {
            const auto field = form.match(cell.text.text);
            if (field == goalsheet::FieldId::goal || field == goalsheet::FieldId::target) return !table.hidden;
        }
    return false;
}

std::vector<std::string> source_texts(const Document& document) {
    goalsheet::Page page;
    page.source = document.source.text;
    REQUIRE(goalsheet::read_html(document.source.path, page));
    std::vector<std::string> texts;
    for (const goalsheet::Table& table : page.tables) {
        if (!is_sheet_table(table)) continue;
        for (const goalsheet::Row& row : table.rows)
            for (const goalsheet::Cell& cell : row.cells)
                if (!cell.text.empty()) texts.push_back(cell.text.text);
    }
    return texts;
}

struct Kept {
    std::size_t cells = 0;
    std::string parts;  ///< texts that are only a part of a printed cell
    std::string lost;   ///< texts that no printed cell has
};

Kept compare_with_source(const std::string& path) {
    auto bytes = goalsheet::read_file(path);
    REQUIRE(bytes);
    auto documents = goalsheet::read_documents(*bytes, path);
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    const auto workbook = goalsheet::write_workbook(documents->front());
    REQUIRE(workbook);
    const std::vector<std::string> printed = printed_texts(XlsxFile::read(*workbook));
    std::set<std::string> whole(printed.begin(), printed.end());
    // Cells beside each other that make one field (SDGs) are lines of one cell.
    for (const std::string& text : printed)
        for (const std::string_view line : goalsheet::split_lines(text)) whole.emplace(line);
    Kept kept;
    for (const std::string& text : source_texts(documents->front())) {
        ++kept.cells;
        if (whole.contains(text)) continue;
        const bool found = std::any_of(printed.begin(), printed.end(),
                                       [&](const std::string& cell) { return cell.find(text) != std::string::npos; });
        (found ? kept.parts : kept.lost) += text + "\n--\n";
    }
    return kept;
}

std::vector<std::string> html_files(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".html" || entry.path().extension() == ".htm")
            files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("line breaks of a page stay one in its workbook") {
    PageTexts texts;
    texts.situation = "一行目<br>二行目<p>三行目</p><p>四行目</p>";
    CHECK(has_text(workbook_of(page_of(texts)).sheets.front(), "一行目\n二行目\n三行目\n四行目"));
}

TEST_CASE("list items of a page have lines of their own in its workbook") {
    PageTexts texts;
    texts.situation = "<ul><li>面談の実施</li><li>訪問の実施</li></ul>";
    const XlsxFile file = workbook_of(page_of(texts));
    CHECK(has_text(file.sheets.front(), "・面談の実施\n・訪問の実施"));
    CHECK(has_text(file.sheet("本文"), "訪問の実施"));
}

TEST_CASE("alt texts of a page are text in its workbook") {
    PageTexts texts;
    texts.sdgs =
        "<img src=\"a.png\" alt=\"3 すべての人に健康と福祉を\"><br><img src=\"b.png\" alt=\"5 "
        "ジェンダー平等を実現しよう\">";
    const XlsxFile file = workbook_of(page_of(texts));
    CHECK(has_text(file.sheets.front(), "3 すべての人に健康と福祉を\n5 ジェンダー平等を実現しよう"));
    CHECK(has_text(file.sheet("SDGs"), "ジェンダー平等を実現しよう"));
}

TEST_CASE("struck-out text of a page is marked in its workbook") {
    PageTexts texts;
    texts.midterm = "(1) <s>20件</s>25件を訪問";
    CHECK(has_text(workbook_of(page_of(texts)).sheets.front(), "(1) ［取消線：20件］25件を訪問"));
}

TEST_CASE("ruby of a page stands in brackets in its workbook") {
    PageTexts texts;
    texts.situation = "<ruby>児童<rp>(</rp><rt>じどう</rt><rp>)</rp></ruby>相談所と連携する。";
    CHECK(has_text(workbook_of(page_of(texts)).sheets.front(), "児童（じどう）相談所と連携する。"));
}

TEST_CASE("a caption stays out of the cells of the form") {
    PageTexts texts;
    texts.caption = "部の一覧表";
    const XlsxFile file = workbook_of(page_of(texts));
    const auto grid = file.sheets.front().grid();
    bool below_form = false;
    for (const auto& row : grid) {
        below_form = below_form || row.front().starts_with("未配置");
        for (const std::string& cell : row) CHECK((below_form || cell.find("部の一覧表") == std::string::npos));
    }
    CHECK(has_text(file.sheets.front(), "①"));
    CHECK(has_text(file.sheets.front(), "重点目標"));
}

TEST_CASE("print sheets of the samples hold every cell of their pages") {
    const auto files = html_files(std::filesystem::path(GOALSHEET_SOURCE_DIR) / "samples");
    CHECK(files.size() >= 5);
    for (const std::string& path : files) {
        CAPTURE(path);
        const Kept kept = compare_with_source(path);
        CHECK(kept.cells > 20);
        CHECK(kept.lost == "");
    }
}

TEST_CASE("the print sheets of the real page hold its cells character for character") {
    const char* folder = std::getenv("GOALSHEET_SHEETS");
    if (!folder) {
        MESSAGE("skipped: GOALSHEET_SHEETS names no folder with the real page");
        return;
    }
    for (const char* name : {"ueda-r7-sangyo.html", "ueda-r7-sangyo-soup.html", "ueda-r7-sangyo-excel-sjis.html"}) {
        const std::string path = (std::filesystem::path(folder) / name).string();
        CAPTURE(path);
        const Kept kept = compare_with_source(path);
        CHECK(kept.lost == "");
        CHECK(kept.parts == "");
    }
}
