// SPDX-License-Identifier: MIT
// Forms as departments bend them: where every text of the page goes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/read.hpp"

using namespace goalsheet;

namespace {

void tell(std::string& out, const char* name, const std::string& text) {
    if (!text.empty()) out += fmt::format("{}: {}\n", name, text);
}

// All that a sheet holds, a text a line.
std::string told(const Sheet& sheet) {
    std::string out;
    tell(out, "goal", sheet.goal.text);
    tell(out, "department", sheet.department.text);
    if (sheet.priority) out += fmt::format("priority: {}\n", *sheet.priority);
    tell(out, "year", sheet.fiscal_year ? sheet.fiscal_year->label : "");
    for (const Alignment& one : sheet.alignments) tell(out, one.plan.text.c_str(), one.text.text);
    tell(out, "situation", sheet.situation.text);
    tell(out, "purpose", sheet.purpose.text);
    for (const SdgGoal& one : sheet.sdgs) out += fmt::format("sdg {}: {}\n", one.number, one.name.text);
    for (const Item& item : sheet.items)
        for (const Measure& m : item.measures)
            out += fmt::format("{} {} ({}) {} | {} | {} | {} | {}\n", item.number, item.title.text, m.number,
                               m.action.text, m.deadline.text, m.target.text, m.midterm.text, m.final.text);
    tell(out, "participation", sheet.notes.participation.text);
    tell(out, "outcomes", sheet.notes.outcomes.text);
    for (const Unplaced& one : sheet.unplaced)
        out += fmt::format("+ {} [{}] {}\n", one.label, one.address, one.text.text);
    return out;
}

const std::string kTop = "<tr><td>重点目標</td><td>緑を増やす</td><td>部局名</td><td>環境部</td></tr>";
const std::string kTold = "goal: 緑を増やす\ndepartment: 環境部\n";
const std::string kItem = "1 植樹 (1)  | 3月 | 5本 |  | \n";
const std::string kHeading =
    "<tr><td>取組項目</td><td>期限</td><td>数値目標</td><td>中間報告</td><td>期末報告</td></tr>";

Sheet read_table(const std::string& rows) {
    const auto documents = read_documents("<meta charset=utf-8><table>" + rows + "</table>", "test.html");
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    REQUIRE(documents->front().sheets.size() == 1);
    return documents->front().sheets.front();
}

// Below a header and the usual heading.
std::string items(const std::string& rows) { return told(read_table(kTop + kHeading + rows)).substr(kTold.size()); }
// Fields of the header above one item.
std::string fields(const std::string& rows) {
    return told(read_table(rows + kHeading + "<tr><td>①植樹</td><td>3月</td><td>5本</td><td></td><td></td></tr>"));
}

}  // namespace

TEST_CASE("item and measures in two cells under one heading") {
    const std::string heading =
        "<tr><td "
        "colspan=2>取組項目及び方法・手段</td><td>期限</td><td>数値目標</td><td>中間報告</td><td>期末報告</td></tr>";
    CHECK(told(read_table(kTop + heading +
                          "<tr><td>① 植樹</td><td>(1) 街路<br>(2) 公園</td><td>3月</td><td>(1) 10本<br>(2) 20本</td>"
                          "<td></td><td></td></tr>")) ==
          kTold + "1 植樹 (1) 街路 | 3月 | 10本 |  | \n1 植樹 (2) 公園 | 3月 | 20本 |  | \n");
}

TEST_CASE("a row that only goes on with numbers of the item above begins no measure") {
    CHECK(items("<tr><td rowspan=2>① 植樹<br>(1) 街路<br>(2) 公園</td><td rowspan=2>3月</td><td>(1) "
                "10本</td><td></td><td></td></tr>"
                "<tr><td>(2) 20本</td><td>(2) 4本</td><td></td></tr>") ==
          "1 植樹 (1) 街路 | 3月 | 10本 |  | \n1 植樹 (2) 公園 | 3月 | 20本 | 4本 | \n");
    CHECK(items("<tr><td rowspan=2>① 植樹<br>(1) 街路<br>(2) 公園</td><td rowspan=2>3月</td><td>(1) "
                "10本</td><td></td><td></td></tr>"
                "<tr><td>(3) 苗木 20本</td><td></td><td></td></tr>") ==
          "1 植樹 (1) 街路 | 3月 | 10本 |  | \n1 植樹 (2) 公園 | 3月 |  |  | \n1 植樹 (3)  | 3月 | 苗木 20本 |  | \n");
    CHECK(items("<tr><td rowspan=2>① 植樹<br>・街路<br>・公園</td><td "
                "rowspan=2>3月</td><td>・10本<br>・20本</td><td></td><td></td></tr>"
                "<tr><td>あわせて<br>・予備 5本</td><td></td><td></td></tr>") ==
          "1 植樹 (1) 街路 | 3月 | 10本 |  | \n1 植樹 (2) 公園 | 3月 | 20本 あわせて\n・予備 5本 |  | \n");
}

TEST_CASE("what stands in front of the numbers is kept") {
    CHECK(items("<tr><td>① 植樹<br>(1) 街路<br>(2) 公園</td><td>3月</td><td>高木のみ<br>(1) 10本<br>(2) "
                "20本</td><td></td><td></td></tr>") ==
          "1 植樹 (1) 街路 | 3月 | 10本 |  | \n1 植樹 (2) 公園 | 3月 | 20本 |  | \n+  [① 数値目標] 高木のみ\n");
    const std::string heading =
        "<tr><td>取組項目</td><td>方法・手段</td><td>期限</td><td>数値目標</td><td>中間報告</td><td>期末報告</td></tr>";
    CHECK(
        told(read_table(kTop + heading +
                        "<tr><td>① 植樹</td><td>市民と行う<br>(1) 街路<br>(2) 公園</td><td>3月</td><td>(1) "
                        "10本</td><td></td><td></td></tr>"
                        "<tr><td>②</td><td>手入れ<br>(1) 剪定</td><td>3月</td><td>(1) 30本</td><td></td><td></td></tr>"
                        "<tr><td>③ 調査</td><td>全数を数える</td><td>3月</td><td>1回</td><td></td><td></td></tr>")) ==
        kTold +
            "1 植樹 (1) 街路 | 3月 | 10本 |  | \n1 植樹 (2) 公園 | 3月 |  |  | \n2 手入れ (1) 剪定 | 3月 | 30本 |  | "
            "\n3 調査 (1) 全数を数える | 3月 | 1回 |  | \n+  [①] 市民と行う\n");
}

TEST_CASE("measures numbered 1) 2)") {
    const Sheet sheet = read_table(
        kTop + kHeading +
        "<tr><td>① 植樹<br>1) 街路<br>2) 公園</td><td>3月</td><td>1) 10本<br>2) 20本</td><td></td><td></td></tr>");
    CHECK(told(sheet) == kTold + "1 植樹 (1) 街路 | 3月 | 10本 |  | \n1 植樹 (2) 公園 | 3月 | 20本 |  | \n");
    std::string remarks;
    for (const Remark& one : sheet.remarks) remarks += one.kind + " " + one.text.text + " " + one.detail + "\n";
    CHECK(remarks == "number-style 1) (1)\nnumber-style 2) (2)\n");
}

TEST_CASE("fields of the header in unusual places") {
    // A label that reaches down beside several rows of values.
    CHECK(fields("<tr><td>重点目標</td><td>緑を増やす</td><td>部局名</td><td>環境部</td></tr>"
                 "<tr><td rowspan=2>現況・課題</td><td colspan=3>木が足りない。</td></tr><tr><td "
                 "colspan=3>日陰もない。</td></tr>") == kTold + "situation: 木が足りない。\n日陰もない。\n" + kItem);
    // The year in a field of its own; with other words it is kept as a text, too.
    CHECK(fields(kTop + "<tr><td>年度</td><td>令和7年度</td><td>優先順位</td><td>1位</td></tr>") ==
          kTold + "priority: 1\nyear: 令和7年度\n" + kItem);
    CHECK(fields(kTop + "<tr><td>年度</td><td>令和7年度（継続）</td><td>優先順位</td><td>1位</td></tr>") ==
          kTold + "priority: 1\nyear: 令和7年度\n" + kItem + "+ 年度 [表の2行目2列目] 令和7年度（継続）\n");
    CHECK(fields("<tr><td colspan=4>令和7年度</td></tr>" + kTop) == kTold + "year: 令和7年度\n" + kItem);
    // Twice the same field, once with label and text in one cell.
    CHECK(fields(kTop + "<tr><td colspan=4>部局名：緑地部</td></tr>") == kTold + kItem + "+ 部局名： [] 緑地部\n");
    CHECK(fields(kTop + "<tr><td colspan=4>総合計画における位置付け：第1編 みどり</td></tr>") ==
          kTold + "総合計画における位置付け: 第1編 みどり\n" + kItem);
    // Cells that lie over others.
    CHECK(fields("<tr><td rowspan=2>重点目標</td><td>緑を増やす</td><td rowspan=2>部局名</td><td>環境部</td></tr>"
                 "<tr><td colspan=3>花も植える</td></tr>") ==
          kTold + kItem + "+ 重点目標 [表の2行目2列目] 花も植える\n");
}

TEST_CASE("values of form fields, ruby and lines struck out are text") {
    CHECK(fields("<tr><td>重点目標</td><td><input value=\"緑を増やす\"><input type=hidden value=\"7\"><input "
                 "type=checkbox value=\"on\"></td>"
                 "<td>部局名</td><td><input type=\"text\" "
                 "value=\"環境部\"><s></s><ruby>庭<rp>(</rp><rt>にわ</rt></ruby></td></tr>") ==
          "goal: 緑を増やす☐\ndepartment: 環境部庭（にわ）\n" + kItem);
}

TEST_CASE("SDGs as numbers with a row of marks below") {
    std::string numbers;
    std::string marks;
    for (int i = 1; i <= 17; ++i) {
        numbers += fmt::format("<td>{}</td>", i);
        marks += i == 11 || i == 15 ? "<td>○</td>" : "<td></td>";
    }
    CHECK(fields(kTop + "<tr><td>SDGs</td>" + numbers + "</tr><tr><td></td>" + marks + "</tr>") ==
          kTold + "sdg 11: \nsdg 15: \n" + kItem);
}

TEST_CASE("rows of another width, and numbers in brackets for items") {
    const Sheet sheet = read_table(
        kTop + kHeading +
        "<tr><td>(1) ① 街路に植える<br>② 公園に植える</td><td>3月</td><td>① 5本<br>② 3本</td><td></td><td></td></tr>"
        "<tr><td>(2) ① 剪定する</td><td>3月</td><td>① 8本</td><td></td></tr>");
    CHECK(told(sheet) == kTold +
                             "1  (1) 街路に植える | 3月 | 5本 |  | \n1  (2) 公園に植える | 3月 | 3本 |  | \n2  (1) "
                             "剪定する | 3月 | 8本 |  | \n");
    std::string remarks;
    for (const Remark& one : sheet.remarks) remarks += one.kind + " " + one.text.text + " " + one.detail + "\n";
    CHECK(remarks == "ragged-row (2) ① 剪定する 4 -1\n");
}

TEST_CASE("a number in brackets that is all of a cell is an amount below zero") {
    CHECK(items("<tr><td>① 収支<br>(1) 基金</td><td>3月</td><td>(7)</td><td>（12）</td><td>(1)</td></tr>") ==
          "1 収支 (1) 基金 | 3月 | (7) | （12） | \n");
    CHECK(items("<tr><td>① 収支</td><td>3月</td><td>(1)</td><td>(2)</td><td></td></tr>") ==
          "1 収支 (1)  | 3月 | (1) | (2) | \n");
    CHECK(items("<tr><td>① 収支<br>(1) 基金<br>(2) 起債</td><td>3月</td><td>(1)<br>(2) "
                "3件</td><td>(2)</td><td></td></tr>") ==
          "1 収支 (1) 基金 | 3月 |  |  | \n1 収支 (2) 起債 | 3月 | 3件 |  | \n");
}

TEST_CASE("numbers glued to the text before them part the measures of every column") {
    CHECK(items("<tr><td>① 植樹 (1)街路(2)公園</td><td>3月</td><td>(1)4本(2)7本</td><td>(2)2本</td><td></td></tr>") ==
          "1 植樹 (1) 街路 | 3月 | 4本 |  | \n1 植樹 (2) 公園 | 3月 | 7本 | 2本 | \n");
}

TEST_CASE("a list within an entry of the list of measures is words of that") {
    CHECK(items("<tr><td>① 植樹<ol><li>街路<ol><li>北</li><li>南</li></ol></li><li>公園</li></ol></td><td>3月</td>"
                "<td><ol><li>4本</li><li>7本</li></ol></td><td></td><td></td></tr>") ==
          "1 植樹 (1) 街路\n\u20031. 北\n\u20032. 南 | 3月 | 4本 |  | \n1 植樹 (2) 公園 | 3月 | 7本 |  | \n");
}

TEST_CASE("a target merged over the rows of two items stands beside both") {
    CHECK(items("<tr><td>① 植樹</td><td>3月</td><td rowspan=2>苗木 8本</td><td>2本</td><td rowspan=2>8本</td></tr>"
                "<tr><td>② 手入れ</td><td>2月</td><td>3本</td></tr>") ==
          "1 植樹 (1)  | 3月 | 苗木 8本 | 2本 | 8本\n2 手入れ (1)  | 2月 | 苗木 8本 | 3本 | 8本\n");
}

TEST_CASE("a priority with a second number is not sure") {
    for (const char* text : {"2.5", "2位・3位", "2/5"}) {
        CAPTURE(text);
        const Sheet sheet = read_table("<tr><td>重点目標</td><td>緑</td><td>優先順位</td><td>" + std::string(text) +
                                       "</td></tr>" + kHeading + "<tr><td>①植樹</td><td>3月</td><td>5本</td></tr>");
        CHECK_FALSE(sheet.priority);
        REQUIRE(sheet.unplaced.size() == 1);
        CHECK(sheet.unplaced[0].text.text == text);
    }
}

TEST_CASE("the reports' label may count in another unit than the target's") {
    const std::string heading =
        "<tr><td>取組項目</td><td>期限</td><td>数値目標（千円）</td><td>中間報告（万円）</td><td>期末報告</td></tr>";
    CHECK(told(read_table(kTop + heading + "<tr><td>① 植樹</td><td>3月</td><td>700</td><td>30</td><td>65</td></tr>")) ==
          kTold + "1 植樹 (1)  | 3月 | 700千円 | 30万円 | 65千円\n");
    const std::string reports_alone =
        "<tr><td>取組項目</td><td>期限</td><td>数値目標</td><td>中間報告（百万円）</td><td>期末報告</td></tr>";
    CHECK(told(read_table(kTop + reports_alone +
                          "<tr><td>① 植樹</td><td>3月</td><td>7億円</td><td>30</td><td>済み</td></tr>")) ==
          kTold + "1 植樹 (1)  | 3月 | 7億円 | 30百万円 | 済み\n");
}

TEST_CASE("a result of before all targets is no report, where the sheet names no year") {
    const Sheet sheet =
        read_table(kTop +
                   "<tr><td>取組項目</td><td>指標</td><td>R4実績</td><td>R5目標</td><td>R6目標</td></tr>"
                   "<tr><td>植樹</td><td>本数</td><td>4本</td><td>5本</td><td>6本</td></tr>");
    CHECK(sheet.items.at(0).measures.at(0).final.empty());
    REQUIRE(sheet.items[0].measures[0].series.size() == 3);
    CHECK(sheet.items[0].measures[0].series[0].text.text == "4本");
}

TEST_CASE("words in brackets behind a label are said, but for the form's guides, units and years") {
    const Sheet sheet = read_table(
        "<tr><td>重点目標（議長要望）</td><td>緑</td><td>部局名（元公園課）</td><td>環境部</td></tr>"
        "<tr><td>取組項目（何を）</td><td>期限</td><td>数値目標（本）</td><td>中間報告（10月20日現在）</td>"
        "<td>期末報告（達成状況を具体的に）</td></tr><tr><td>①植樹</td><td>3月</td><td>5</td><td>2</td><td></td></tr>");
    std::string said;
    for (const Remark& one : sheet.remarks)
        if (one.kind == "label-note") said += one.detail + ":" + one.text.text + ";";
    CHECK(said == "goal:議長要望;department:元公園課;midterm:10月20日現在;");
}
