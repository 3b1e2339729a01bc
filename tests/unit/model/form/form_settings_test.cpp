// SPDX-License-Identifier: MIT
// What the settings of a form change about how a page is read: each beside the same page without it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/read.hpp"

using namespace goalsheet;

namespace {

// `settings` of a form that extends the standard one; empty: none.
std::vector<Sheet> read(const std::string& html, const std::string& settings) {
    const std::string json =
        "{\"name\": \"x\", \"extends\": \"ueda\", " + settings + (settings.empty() ? "" : ", ") + "\"fields\": []}";
    const auto form = Form::parse(json, "form.json");
    if (!form) FAIL(form.fault().message.en);
    ReadOptions options;
    options.form = &*form;
    options.format = "html";
    const auto documents = read_documents(html, "page.html", options);
    std::vector<Sheet> sheets;
    if (documents)
        for (const Document& document : *documents)
            sheets.insert(sheets.end(), document.sheets.begin(), document.sheets.end());
    return sheets;
}

bool is_unplaced(const Sheet& sheet, const std::string& text) {
    return std::any_of(sheet.unplaced.begin(), sheet.unplaced.end(),
                       [&](const Unplaced& one) { return one.text.text.find(text) != std::string::npos; });
}

const std::string kTable =
    "<tr><th>取組項目<th>期間・期限<th>数値目標<th>期末報告<tr><td>市を開く<td>3月末<td>12回<td>11回開いた</table>";

}  // namespace

TEST_CASE("outside: only the places a form names hold fields of its sheets, and what stands elsewhere is kept") {
    const std::string page =
        "<h1>重点目標管理シート</h1><dl><dt>部局名</dt><dd>みなと部</dd></dl><p>重点目標：港を開く</p>"
        "<table summary='優先順位：2位'><caption>現況・課題：船が減った</caption>" +
        kTable;
    struct Case {
        std::string places;
        std::string department, goal, situation;
        int priority;
    };
    for (const Case& one : {Case{"", "みなと部", "港を開く", "", 0}, Case{R"(["dl"])", "みなと部", "", "", 0},
                            Case{R"(["p"])", "", "港を開く", "", 0}, Case{R"(["caption"])", "", "", "船が減った", 0},
                            Case{R"(["summary"])", "", "", "", 2},
                            Case{R"(["dl", "p", "caption", "summary"])", "みなと部", "港を開く", "船が減った", 2}}) {
        CAPTURE(one.places);
        const auto sheets = read(page, one.places.empty() ? "" : "\"outside\": " + one.places);
        REQUIRE(sheets.size() == 1);
        CHECK(sheets[0].department == one.department);
        CHECK(sheets[0].goal == one.goal);
        CHECK(sheets[0].situation == one.situation);
        CHECK(sheets[0].priority.value_or(0) == one.priority);
        for (const char* text : {"みなと部", "港を開く", "船が減った"})
            CHECK((sheets[0].department == text || sheets[0].goal == text || sheets[0].situation == text ||
                   is_unplaced(sheets[0], text)));
    }
}

TEST_CASE("outside: a heading is the goal's place only where the form reads headings") {
    const std::string page = "<h1>重点目標管理シート</h1><h2>重点目標：港を開く</h2><table>" + kTable;
    CHECK(read(page, "").at(0).goal == "港を開く");
    CHECK(read(page, R"("outside": ["heading"])").at(0).goal == "港を開く");
    const auto sheets = read(page, R"("outside": ["p"])");
    CHECK(sheets.at(0).goal != "港を開く");
}

TEST_CASE("items.years: a lone column that is called by a year holds the target of that year") {
    const std::string page =
        "<h1>令和7年度 重点目標管理シート</h1><table><tr><th>取組項目<th>令和7年度<th>ことば<th>期末報告"
        "<tr><td>市を開く<td>年に12回<td>春の海<td>11回開いた<tr><td>塔を直す<td>2基<td>夏の空<td>2基を直した</table>";
    const auto without = read(page, R"("sheet": {"recognise": ["取組項目", "期末報告"]})");
    const auto with = read(page, R"("sheet": {"recognise": ["取組項目", "期末報告"]}, "items": {"years": "columns"})");
    REQUIRE(with.size() == 1);
    REQUIRE(with[0].items.size() == 2);
    CHECK(with[0].items[0].measures.at(0).target == "年に12回");
    CHECK(with[0].items[1].measures.at(0).target == "2基");
    REQUIRE(without.size() == 1);
    CHECK(without[0].items.at(0).measures.at(0).target.empty());
}

TEST_CASE("items.measure: a cell is one measure, or all that its numbers part it into") {
    const std::string page =
        "<h1>重点目標管理シート</h1><table><tr><th>取組項目<th>方法・手段<th>数値目標<th>期末報告"
        "<tr><td>市を開く<td>(1) 場所を借りる<br>(2) 店を募る<td>(1) 2か所<br>(2) 30店<td>(1) 2か所<br>(2) "
        "34店</table>";
    const auto parted = read(page, R"("items": {"measure": "cell"})");
    const auto whole = read(page, R"("items": {"measure": "row"})");
    REQUIRE(parted.at(0).items.size() == 1);
    REQUIRE(parted[0].items[0].measures.size() == 2);
    CHECK(parted[0].items[0].measures[1].action == "店を募る");
    CHECK(parted[0].items[0].measures[1].final == "34店");
    REQUIRE(whole.at(0).items.at(0).measures.size() == 1);
    CHECK(whole[0].items[0].measures[0].target == "(1) 2か所\n(2) 30店");
}

TEST_CASE("items.measure: rows of one item are measures of their own, or lines of one") {
    const std::string page =
        "<h1>重点目標管理シート</h1><table><tr><th>取組項目<th>方法・手段<th>数値目標<th>期末報告"
        "<tr><td rowspan=2>市を開く<td rowspan=2>場所を借りる<td>2か所<td>2か所<tr><td>30店<td>34店</table>";
    CHECK(read(page, R"("items": {"measure": "row"})").at(0).items.at(0).measures.size() == 2);
    const auto joined = read(page, R"("items": {"measure": "cell"})");
    REQUIRE(joined.at(0).items.at(0).measures.size() == 1);
    for (const char* text : {"2か所", "30店"})
        CHECK(joined[0].items[0].measures[0].target.text.find(text) != std::string::npos);
}

TEST_CASE("sheet.each: a sheet for each table, for each heading or for each row") {
    const std::string page =
        "<h1>重点目標管理シート</h1><h2>港</h2><table>" + kTable + "<table>" + kTable + "<h2>塔</h2><table>" + kTable;
    CHECK(read(page, R"("sheet": {"each": "table"})").size() == 3);
    CHECK(read(page, R"("sheet": {"each": "heading"})").size() == 2);
    const std::string rows =
        "<h1>重点目標管理シート</h1><table><tr><th>方針<th>取組項目<th>数値目標<th>期末報告"
        "<tr><td>港を開く<td>案内板<td>12基<td>12基<tr><td>港を開く<td>清掃<td>4回<td>4回</table>";
    CHECK(read(rows, R"("sheet": {"goal": "column:方針", "each": "row"})").size() == 2);
}
