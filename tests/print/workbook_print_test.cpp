// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "support/libreoffice.hpp"

using goalsheet::Document;
using goalsheet::Item;
using goalsheet::Measure;
using goalsheet::Sheet;
using goalsheet::test::PrintedWord;
using goalsheet::test::Printout;

namespace {

// Every row has a kanji of its own, so that each printed word tells which row it belongs to.
constexpr std::string_view kRowMarks[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

Item marked_item(int number) {
    const std::string mark(kRowMarks[static_cast<std::size_t>(number - 1)]);
    const auto length = static_cast<std::size_t>(number);
    Item item;
    item.number = number;
    item.title = repeat(mark, 10);
    for (int i = 1; i <= 4; ++i) {
        Measure measure;
        measure.number = i;
        measure.action = repeat(mark, 7 * length + 3) + "、" + repeat(mark, 5);
        measure.deadline = repeat(mark, 4);
        measure.target = repeat(mark + "（" + mark + "）、", 2 * length);
        measure.midterm = repeat(mark, 11 * length) + "abc" + repeat(mark, 6);
        item.measures.push_back(measure);
    }
    return item;
}

Document marked_document() {
    Sheet sheet;
    sheet.goal = "印刷を確かめる目標";
    sheet.department = "確認部";
    sheet.situation = repeat("現況。", 300);
    for (int i = 1; i <= 10; ++i) sheet.items.push_back(marked_item(i));
    sheet.notes.participation = repeat("末", 400);
    Document document;
    document.sheets = {sheet};
    return document;
}

bool consists_of(const std::string& word, std::string_view mark) { return word.find(mark) != std::string::npos; }

struct Extent {
    std::size_t page = 0;
    double top = 1e9;
    double bottom = 0;
};

// Where the words with this mark stand on each page.
std::vector<Extent> extents(const Printout& printout, std::string_view mark) {
    std::vector<Extent> found(printout.pages.size());
    for (const PrintedWord& word : printout.words) {
        if (!consists_of(word.text, mark)) continue;
        Extent& extent = found[word.page - 1];
        extent.page = word.page;
        extent.top = std::min(extent.top, word.top);
        extent.bottom = std::max(extent.bottom, word.bottom);
    }
    return found;
}

std::size_t count(const Printout& printout, std::string_view text) {
    std::size_t number = 0;
    for (const PrintedWord& word : printout.words)
        for (std::size_t at = word.text.find(text); at != std::string::npos;
             at = word.text.find(text, at + text.size()))
            ++number;
    return number;
}

}  // namespace

TEST_CASE("LibreOffice prints the form on A4 landscape without clipping a line") {
    if (!goalsheet::test::can_print()) {
        MESSAGE("skipped: soffice or pdftotext is not installed");
        return;
    }
    const auto bytes = goalsheet::write_workbook(marked_document());
    REQUIRE(bytes);
    const Printout printout = goalsheet::test::print_workbook(*bytes);
    REQUIRE(printout.pages.size() >= 3);
    for (const auto& page : printout.pages) {
        CHECK(page.width == doctest::Approx(841.9).epsilon(0.002));
        CHECK(page.height == doctest::Approx(595.3).epsilon(0.002));
    }
    // A line below its row's end would stand among the words of the next row, or be cut there.
    constexpr double kTolerance = 1;
    for (std::size_t row = 0; row + 1 < std::size(kRowMarks); ++row) {
        const auto above = extents(printout, kRowMarks[row]);
        const auto below = extents(printout, kRowMarks[row + 1]);
        for (std::size_t page = 0; page < printout.pages.size(); ++page) {
            if (above[page].page == 0 || below[page].page == 0) continue;
            CAPTURE(page);
            CAPTURE(row);
            CHECK(above[page].bottom <= below[page].top + kTolerance);
        }
    }
    CHECK(count(printout, "期間・期限") >= 3);
}
