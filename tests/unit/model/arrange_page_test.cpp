// SPDX-License-Identifier: MIT
#include "model/arrange_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "goalsheet/grid.hpp"
#include "model/turn_table.hpp"
#include "support/html_page.hpp"

using namespace goalsheet;

namespace {

Form form_with(const std::string& settings) {
    const auto form =
        Form::parse("{\"name\": \"x\", \"extends\": \"ueda\", " + settings + ", \"fields\": []}", "form.json");
    if (!form) FAIL(form.fault().message.en);
    return *form;
}

// The texts of a row, joined; | between cells.
std::string words(const Row& row) {
    std::string all;
    for (const Cell& cell : row.cells) all += (all.empty() ? "" : "|") + cell.text.text;
    return all;
}

std::vector<std::string> rows_of(const Table& table) {
    std::vector<std::string> rows;
    for (const Row& row : table.rows) rows.push_back(words(row));
    return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("a table is turned so that labels on the left come on top, spans and all") {
    const Page page = test::page_of(
        "<table><tr><th>取組<td>朝市<td>夜市<tr><th rowspan=2>目標<td>12基<td>3基<tr><td colspan=2>同じ</table>");
    const Table turned = turn_table(page.tables.at(0));
    CHECK(rows_of(turned) == Rows{"取組|目標", "朝市|12基|同じ", "夜市|3基"});
    CHECK(turned.rows[0].cells[1].colspan == 2);
    CHECK(turned.rows[1].cells[2].rowspan == 2);
    CHECK(rows_of(turn_table(turned)) == rows_of(page.tables[0]));
}

TEST_CASE("a goal in a column makes a sheet of every row, or of the rows it reaches over") {
    const Page page = test::page_of(
        "<p>部局名：港湾部</p><table><tr><th>方針<th>取組<th>目標<tr><td>港を開く<td>案内板<td>12基"
        "<tr><td rowspan=2>海を守る<td>清掃<td>4回<tr><td>調査<td>2回</table>");
    const auto arranged = arrange_page(page, form_with("\"sheet\": {\"goal\": \"column:方針\", \"each\": \"row\"}"));
    REQUIRE(arranged);
    REQUIRE(arranged->tables.size() == 2);
    CHECK(rows_of(arranged->tables[0]) == Rows{"方針|港を開く", "取組|目標", "案内板|12基"});
    CHECK(rows_of(arranged->tables[1]) == Rows{"方針|海を守る", "取組|目標", "清掃|4回", "調査|2回"});
    REQUIRE(arranged->tables[1].prose.size() == 1);
    CHECK(arranged->tables[1].prose[0].text == "部局名：港湾部");
}

TEST_CASE("a heading or a caption is the goal where no label is") {
    const Page page = test::page_of(
        "<h1>重点目標管理シート</h1><h2>港を開く</h2><table><tr><th>取組<th>目標<tr><td>案内板<td>12基</table>"
        "<h2>海を守る</h2><table><tr><th>取組<th>目標<tr><td>清掃<td>4回</table>");
    const auto arranged = arrange_page(page, form_with("\"sheet\": {\"goal\": \"heading\"}"));
    REQUIRE(arranged);
    CHECK(rows_of(arranged->tables.at(0)).front() == "重点目標|港を開く");
    CHECK(rows_of(arranged->tables.at(1)).front() == "重点目標|海を守る");
}

TEST_CASE("rows that hold a goal alone part a table, and the headings count for all parts") {
    const Page page = test::page_of(
        "<table><tr><th>取組項目<th>数値目標<tr><td colspan=2>港を開く<tr><td>案内板<td>12基<tr><td "
        "colspan=2>海を守る<tr><td>清掃<td>4回</table>");
    const auto arranged = arrange_page(page, form_with("\"sheet\": {\"goal\": \"row\"}"));
    REQUIRE(arranged);
    REQUIRE(arranged->tables.size() == 2);
    CHECK(rows_of(arranged->tables[0]) == Rows{"重点目標|港を開く", "取組項目|数値目標", "案内板|12基"});
    CHECK(rows_of(arranged->tables[1]) == Rows{"重点目標|海を守る", "取組項目|数値目標", "清掃|4回"});
}

TEST_CASE("labels to recognise make a table a sheet, and the others none; skipped rows are kept below") {
    const Page page = test::page_of(
        "<table><tr><th>行い<th>めあて<tr><td>時点<td>9月末<tr><td>清掃<td>4回</table><table><tr><td>議題<td>庁議</"
        "table>");
    const auto arranged = arrange_page(
        page, form_with("\"sheet\": {\"recognise\": [\"行い\", \"めあて\"]}, \"items\": {\"skip_rows\": [\"時点\"]}"));
    REQUIRE(arranged);
    CHECK(arranged->tables.at(0).sheet == true);
    CHECK(arranged->tables.at(1).sheet == false);
    CHECK(rows_of(arranged->tables[0]) == Rows{"行い|めあて", "清掃|4回"});
    CHECK(arranged->tables[0].following.size() == 2);
}

TEST_CASE("a form without settings leaves a page as it is") { CHECK_FALSE(arrange_page(Page{}, Form::standard())); }
