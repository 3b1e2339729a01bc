// SPDX-License-Identifier: MIT
#include "read/text_table.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace goalsheet;

namespace {

Page read_page(const std::string& text) {
    Page page;
    page.source = std::make_shared<const SourceText>(text);
    read_text(page);
    return page;
}

// Cells in brackets, rows on lines: what a table says, at a glance.
std::string outline(const Table& table) {
    std::string out;
    for (const Row& row : table.rows) {
        for (const Cell& cell : row.cells) out.append("[").append(cell.text.text).append("]");
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("rows of tab-separated cells make a table, lines between them are prose") {
    const Page page = read_page("健康福祉部\n\n令和7年度 シート\n\n甲\t乙\t\n丙\t\t丁\n \n後の文\n戊\t己\n");
    REQUIRE(page.tables.size() == 2);
    CHECK(outline(page.tables[0]) == "[甲][乙][]\n[丙][][丁]\n");
    CHECK(outline(page.tables[1]) == "[戊][己]\n");
    CHECK(page.title.text == "健康福祉部");
    CHECK(page.tables[0].heading.text == "令和7年度 シート");
    CHECK(page.tables[1].heading.text == "後の文");
}

TEST_CASE("cells with line breaks are put together again") {
    SUBCASE("quoted, as spreadsheets copy them") {
        const Page page = read_page("甲\t\"一行目\n二行目\"\t乙\n丙\t\"「\"\"引用\"\"」\"\t丁\n");
        CHECK(outline(page.tables[0]) == "[甲][一行目\n二行目][乙]\n[丙][「\"引用\"」][丁]\n");
    }
    SUBCASE("bare, as some browsers copy them") {
        const Page page = read_page(
            "番号\t取組\t目標\t報告\n①\t○題\n(1) 甲\n(2) 乙\t(1) 10件\n(2) 20件\t(1) 5件\n(2) "
            "3件\n②\t○次\t30件\t1件\n");
        CHECK(outline(page.tables[0]) ==
              "[番号][取組][目標][報告]\n[①][○題\n(1) 甲\n(2) 乙][(1) 10件\n(2) 20件][(1) 5件\n(2) "
              "3件]\n[②][○次][30件][1件]\n");
    }
    SUBCASE("a quotation mark that opens nothing is text") {
        const Page page = read_page("\"発酵のまち\" の推進\t乙\n");
        CHECK(outline(page.tables[0]) == "[\"発酵のまち\" の推進][乙]\n");
    }
    SUBCASE("rows whose empty ends were stripped stay rows") {
        const Page page = read_page("甲\t乙\t丙\t丁\n現況\t本文\n目的\t本文\n");
        CHECK(outline(page.tables[0]) == "[甲][乙][丙][丁]\n[現況][本文]\n[目的][本文]\n");
    }
}

TEST_CASE("CRLF line ends, and places that point into the text") {
    const std::string text = "甲\t相談 300件\r\n乙\t丙\r\n";
    const Page page = read_page(text);
    CHECK(outline(page.tables[0]) == "[甲][相談 300件]\n[乙][丙]\n");
    const auto place = page.tables[0].rows[0].cells[1].text.source_of();
    REQUIRE(place);
    CHECK(text.substr(place->first, place->second - place->first) == "相談 300件");
}

TEST_CASE("a list above the tables") {
    const Page page = read_page("令和7年度 重点目標\n\n- 1 一つ目\n- 2 二つ目\n\n甲\t乙\n");
    REQUIRE(page.lists.size() == 1);
    CHECK(page.lists[0].heading.text == "令和7年度 重点目標");
    REQUIRE(page.lists[0].entries.size() == 2);
    CHECK(page.lists[0].entries[1].text == "2 二つ目");
}

TEST_CASE("more cells than a year of sheets has are cut, and that is said") {
    std::string text;
    for (int row = 0; row < 5000; ++row) {
        for (int column = 0; column < 100; ++column) text += "a\t";
        text += '\n';
    }
    const Page page = read_page(text);
    REQUIRE(page.remarks.size() == 1);
    CHECK(page.remarks[0].kind == remark::kLimit);
    CHECK(page.remarks[0].detail.starts_with("text-cells"));
}
