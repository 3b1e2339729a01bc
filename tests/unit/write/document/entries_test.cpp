// SPDX-License-Identifier: MIT
// Indicators with cells of their own, extras and values by year stand in everything that is written.
#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/read.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_csv.hpp"
#include "goalsheet/write_html.hpp"
#include "goalsheet/write_markdown.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "model/appendix.hpp"
#include "model/carry_over.hpp"
#include "unit/write/model_sample.hpp"

using namespace goalsheet;

namespace {

std::string csv_of(const Document& document) {
    std::string all;
    for (const CsvFile& file : write_csv_set({&document, 1})) all += file.bytes;
    return all;
}

void check_all(const std::string& written, const std::vector<std::string>& marks) {
    for (const std::string& mark : marks) {
        CAPTURE(mark);
        CHECK(written.find(mark) != std::string::npos);
    }
}

}  // namespace

TEST_CASE("every label, unit, year and text of an entry is in every format") {
    std::vector<std::string> marks;
    const Document document = marked_document(&marks);
    REQUIRE(marks.size() == 8 * (1 + 2 + 3) + 6 * 3);
    SUBCASE("json") { check_all(write_json({&document, 1}), marks); }
    SUBCASE("md") { check_all(write_markdown(document), marks); }
    SUBCASE("html") { check_all(write_html({&document, 1}), marks); }
    SUBCASE("txt") { check_all(write_text_form(document), marks); }
    SUBCASE("csv") { check_all(csv_of(document), marks); }
    SUBCASE("xlsx") {
        const auto book = write_workbook(document);
        REQUIRE(book);
        const auto read = read_documents(*book, "book.xlsx");
        REQUIRE(read);
        CHECK(read->front() == document);
    }
}

TEST_CASE("a row of an appendix that names no measure of the sheet is kept as unplaced text") {
    Sheet sheet = sample_document().sheets[0];
    const std::size_t before = sheet.unplaced.size();
    const std::vector<AppendixRow> rows = {{AppendixKind::extras, {"①", "(1)", "評価", "評価", "順調"}},
                                           {AppendixKind::extras, {"⑨", "(1)", "評価", "評価", "遅れ"}},
                                           {AppendixKind::series, {"①", "", "R8", "令和", "目標", "9件"}},
                                           {AppendixKind::indicators, {"①", "", "件数", "件", "", "9", "", ""}}};
    add_appendix(sheet, rows);
    CHECK(sheet.items[0].measures[0].extras == std::vector<Extra>{{"評価", ExtraRole::grade, "順調"}});
    CHECK(sheet.unplaced.size() == before + 5 + 5 + 4);
    CHECK(sheet.unplaced[before + 4].text == "遅れ");
}

TEST_CASE("labels that no form has are in every text format and come back with the field they were read as") {
    Document document = sample_document();
    const std::vector<Remark> reasoned = {{remark::kLabelReasoned, "達成のものさし", "target: its words"},
                                          {remark::kColumnInferred, "しめくくり", "deadline: 3 of 3 cells are dates"},
                                          {remark::kLabelReasoned, "2024", "the year of the rows"}};
    document.sheets[0].remarks = reasoned;
    CHECK(write_markdown(document).find("| しめくくり | 期間・期限 | 中身 |") != std::string::npos);
    const auto tables = csv_tables_of({&document, 1});
    CHECK(std::find(tables.begin(), tables.end(), CsvTable::labels) != tables.end());
    for (const auto& [bytes, name] :
         {std::pair(write_html({&document, 1}), "page.html"), std::pair(write_text_form(document), "page.txt")}) {
        CAPTURE(name);
        const auto read = read_documents(bytes, name);
        REQUIRE(read);
        CHECK(read->front() == document);
        std::vector<Remark> back;
        for (const Remark& remark : read->front().sheets[0].remarks)
            if (remark.kind == remark::kLabelReasoned || remark.kind == remark::kColumnInferred) back.push_back(remark);
        REQUIRE(back.size() == reasoned.size());
        for (std::size_t i = 0; i < back.size(); ++i) {
            CHECK(back[i].kind == reasoned[i].kind);
            CHECK(back[i].text == reasoned[i].text);
            CHECK(back[i].detail == reasoned[i].detail);
        }
    }
}

TEST_CASE("numbers that come twice tell their items apart") {
    Sheet sheet;
    sheet.items.resize(2);
    for (Item& item : sheet.items) {
        item.number = 1;
        item.measures.resize(2);
    }
    Sheet wanted = sheet;
    wanted.items[1].measures[1].extras = {{"備考", ExtraRole::note, "二つ目"}};
    for (const AppendixBlock& block : appendix_of(wanted))
        for (const std::vector<std::string>& row : block.rows)
            CHECK(AppendixReader(sheet).add(block.kind, std::vector<SourcedText>(row.begin(), row.end())));
    CHECK(sheet == wanted);
}

TEST_CASE("a new year keeps what a measure is and drops how it went") {
    const Document next = carry_over(marked_document(), 2026);
    const Measure& measure = next.sheets[0].items[0].measures[0];
    REQUIRE(measure.indicators.size() == 1);
    CHECK_FALSE(measure.indicators[0].name.empty());
    CHECK_FALSE(measure.indicators[0].unit.empty());
    CHECK(measure.indicators[0].target.empty());
    CHECK(measure.extras.empty());
    REQUIRE(measure.series.size() == 1);
    CHECK(measure.series[0].year == 2026);
    CHECK(carry_over(marked_document(), 2027).sheets[0].series.empty());
}
