// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalsheet/write_summary.hpp"
#include "support/xlsx_file.hpp"
#include "unit/write/model_sample.hpp"
#include "write/format/xlsx/data_sheet.hpp"

using goalsheet::Document;
using goalsheet::summarise;
using goalsheet::Summary;
using goalsheet::test::XlsxFile;
using goalsheet::test::XlsxSheet;

namespace {

std::string workbook_of(const std::vector<Document>& documents) {
    const Summary summary = summarise({documents, {}, {}});
    const auto bytes = goalsheet::write_summary_workbook(summary);
    REQUIRE(bytes);
    return *bytes;
}

bool has_text(const XlsxSheet& sheet, const std::string& text) {
    return std::any_of(sheet.cells.begin(), sheet.cells.end(),
                       [&](const auto& cell) { return cell.second.text == text; });
}

// The value of a tile stands below its words.
std::string tile(const XlsxSheet& cover, const std::string& label) {
    for (const auto& [address, cell] : cover.cells) {
        if (cell.text != label) continue;
        const std::size_t digits = address.find_first_of("0123456789");
        return cover.text(address.substr(0, digits) + std::to_string(std::stoi(address.substr(digits)) + 1));
    }
    return "no such tile";
}

}  // namespace

TEST_CASE("the cover shows what the sheets come to") {
    const XlsxFile file = XlsxFile::read(workbook_of({sample_document()}));
    const XlsxSheet& cover = file.sheets.front();
    CHECK(cover.name == "総括");
    CHECK(cover.text("A1") == "2025年度（令和7年度） 重点目標 総括");
    CHECK(tile(cover, "重点目標") == "1");
    CHECK(tile(cover, "指標") == "3");
    CHECK(tile(cover, "報告済") == "2");
    CHECK(tile(cover, "未報告") == "1");
    CHECK(tile(cover, "遅れ") == "1");
    CHECK(tile(cover, "平均中間達成率") == "68.67");
}

TEST_CASE("texts that would command a spreadsheet come out as texts") {
    Document document = sample_document();
    document.sheets[0].goal = "=HYPERLINK(\"http://example.jp\")";
    document.sheets[0].department = "<script>alert(1)</script>]]>";
    document.sheets[0].items[0].title = "\x1b[31m赤い_x0041_";
    document.sheets[0].items[0].measures[0].action = "@cmd|' /C calc'!A0";
    const XlsxFile file = XlsxFile::read(workbook_of({document}));
    const XlsxSheet& indicators = file.sheet("目標一覧");
    CHECK(has_text(indicators, "=HYPERLINK(\"http://example.jp\")"));
    CHECK(has_text(indicators, "<script>alert(1)</script>]]>"));
    CHECK(has_text(indicators, "[31m赤い_x0041_"));
    CHECK(has_text(indicators, "@cmd|' /C calc'!A0"));
    for (const XlsxSheet& sheet : file.sheets)
        for (const auto& [address, cell] : sheet.cells) CHECK_FALSE(cell.formula);
}

TEST_CASE("years have a cover each, the newest first, and are followed on one sheet") {
    Document older = sample_document();
    older.fiscal_year = goalsheet::FiscalYear{"令和6年度", 2024};
    older.sheets[0].fiscal_year = older.fiscal_year;
    const XlsxFile file = XlsxFile::read(workbook_of({older, sample_document()}));
    CHECK(file.sheets[0].name == "総括");
    CHECK(file.sheets[1].name == "総括 2024年度");
    CHECK(has_text(file.sheet("推移"), "目標の文言が同じ"));
}

TEST_CASE("a run without a sheet still gives a workbook") {
    Document empty;
    empty.source.path = "empty.html";
    const XlsxFile file = XlsxFile::read(workbook_of({empty}));
    CHECK(has_text(file.sheet("変換記録"), "empty.html"));
}

TEST_CASE("a data sheet too large to hold is written row by row, with a filter instead of a table") {
    static constexpr goalsheet::Column kColumns[] = {{"名前", "name", goalsheet::ColumnType::text, 20, "", ""},
                                                     {"数", "value", goalsheet::ColumnType::integer, 8, "件", ""}};
    goalsheet::DataTable table = {"大きな表", "large", "", kColumns, 1, {}};
    table.fed_rows = 100'000'000;
    table.feed = [](const goalsheet::RowSink& sink) {
        sink({std::string("一行目"), std::int64_t{1}});
        sink({std::string("=二行目"), std::int64_t{2}});
    };
    auto book = goalsheet::xlsx::Book::open({"", "", {}});
    REQUIRE(book);
    (*book)->reserve_name("大きな表");
    goalsheet::xlsx::write_data_sheet(**book, table, "");
    const auto bytes = (*book)->finish();
    REQUIRE(bytes);
    const XlsxFile file = XlsxFile::read(*bytes);
    const std::string& xml = file.sheet("大きな表").xml;
    CHECK(xml.find("<autoFilter ref=\"A1:B3\"") != std::string::npos);
    CHECK(xml.find("一行目") != std::string::npos);
    CHECK(xml.find("<t>=二行目</t>") != std::string::npos);
    CHECK(file.sheet("大きな表").tables.empty());
    CHECK(file.sheet("大きな表").text("B3") == "2");
}
