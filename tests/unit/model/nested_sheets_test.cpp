// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/read.hpp"

using namespace goalsheet;

namespace {

const std::string kHeading =
    "<tr><td>取組項目</td><td>期限</td><td>数値目標</td><td>中間報告</td><td>期末報告</td></tr>";

std::string head_of(const std::string& goal, int priority) {
    return fmt::format(
        "<tr><td>重点目標</td><td>{}</td><td>部局名</td><td>河川部</td><td>優先順位</td><td>{}位</td></tr>", goal,
        priority);
}
std::string items_of(const std::string& title) {
    return kHeading + "<tr><td>① ○" + title + "</td><td>3月</td><td>5か所</td><td>2か所</td><td>";
}

std::vector<Sheet> read_sheets(const std::string& body) {
    const auto documents = read_documents("<meta charset=utf-8><h2>令和7年度</h2>" + body, "test.html");
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    return documents->front().sheets;
}

// Each goal with the action and final report of its first measure, and what was left over.
std::string outline(const std::vector<Sheet>& sheets) {
    std::string out;
    for (const Sheet& sheet : sheets) {
        out += sheet.goal.text;
        for (const Item& item : sheet.items)
            for (const Measure& one : item.measures) out += fmt::format(" {}: {}", item.title.text, one.final.text);
        for (const Unplaced& one : sheet.unplaced) out += " + " + one.text.text;
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a sheet in the last cell of another, whose end tag is missing, is read as without that fault") {
    const std::string first = "<table>" + head_of("堤防を直す", 1) + items_of("堤防") + "5か所で完了</td></tr>";
    const std::string second = "<table>" + head_of("水門を動かす", 2) + items_of("水門") + "4か所で完了</td></tr>";
    const std::string third = "<table>" + head_of("川を知らせる", 3) + items_of("講座") + "6回開いた</td></tr>";
    const std::string whole =
        "堤防を直す 堤防: 5か所で完了\n水門を動かす 水門: 4か所で完了\n川を知らせる 講座: 6回開いた\n";
    const auto sound = read_sheets(first + "</table>" + second + "</table>" + third + "</table>");
    CHECK(outline(sound) == whole);

    const auto one = read_sheets(first + "<tr><td>" + second + "</table>" + third + "</table>");
    CHECK(outline(one) == whole);
    CHECK(one.at(1) == sound.at(1));
    CHECK(one.at(2) == sound.at(2));

    const auto both = read_sheets(first + "<tr><td>" + second + "<tr><td>" + third);
    CHECK(outline(both) == whole);
    CHECK(both.at(2) == sound.at(2));
}

TEST_CASE("what stands around an inner sheet stays in the cell, once") {
    const std::string outer = "<table>" + head_of("堤防を直す", 1) + items_of("堤防") + "5か所で完了";
    const std::string inner = "<table>" + head_of("水門を動かす", 2) + items_of("水門") + "4か所で完了</table>";
    CHECK(outline(read_sheets(outer + "<p>写真は別紙</p>" + inner + "図は次の頁")) ==
          "堤防を直す 堤防: 5か所で完了\n写真は別紙\n図は次の頁\n水門を動かす 水門: 4か所で完了\n");
}

TEST_CASE("an inner sheet may be two tables, and notes below them; so may be the rest of the outer one") {
    const std::string notes =
        "<table><tr><td>特記事項</td><td>○取組による効果・残された課題<br>橋が残る。</td></tr></table>";
    const std::string second =
        "<table>" + head_of("水門を動かす", 2) + "</table><table>" + items_of("水門") + "4か所で完了</table>" + notes;
    const auto sheets = read_sheets("<table>" + head_of("堤防を直す", 1) + "<tr><td><table>" + items_of("堤防") +
                                    "5か所で完了</table>" + second);
    CHECK(outline(sheets) == "堤防を直す 堤防: 5か所で完了\n水門を動かす 水門: 4か所で完了\n");
    CHECK(sheets.at(0).notes.outcomes.empty());
    CHECK(sheets.at(1).notes.outcomes.text == "橋が残る。");
    CHECK(sheets.at(1).priority == 2);
}

TEST_CASE("a table in a report is part of the report, whatever its labels") {
    const std::string outer = "<table>" + head_of("堤防を直す", 1) + items_of("堤防");
    const auto report_of = [&](const std::string& table) {
        const auto sheets = read_sheets(outer + "内訳<table>" + table + "</table></table>");
        REQUIRE(sheets.size() == 1);
        return sheets[0].items.at(0).measures.at(0).final.text;
    };
    CHECK(report_of("<tr><td>東</td><td>2か所</td></tr><tr><td>西</td><td>3か所</td></tr>") ==
          "内訳\n東 2か所\n西 3か所");
    CHECK(report_of(kHeading + "<tr><td>東</td><td>5月</td><td>2か所</td></tr>") ==
          "内訳\n取組項目 期限 数値目標 中間報告 期末報告\n東 5月 2か所");
    CHECK(report_of(head_of("水門を動かす", 2)) == "内訳\n重点目標 水門を動かす 部局名 河川部 優先順位 2位");
    CHECK(report_of("<caption>東から</caption><tr><td>東</td></tr>") == "内訳\n東から\n東");
    CHECK(report_of("<tr><td>特記事項</td><td>橋が残る。</td></tr>") == "内訳\n特記事項 橋が残る。");
}

TEST_CASE("a hidden sheet in a cell is read as part of the cell") {
    const auto sheets = read_sheets("<table>" + head_of("堤防を直す", 1) + items_of("堤防") + "済<div hidden><table>" +
                                    head_of("水門を動かす", 2) + items_of("水門") + "済</table></div></table>");
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].items.at(0).measures.at(0).final.text.find("水門を動かす") != std::string::npos);
}
