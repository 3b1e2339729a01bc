// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/read.hpp"
#include "goalsheet/write.hpp"

using namespace goalsheet;

namespace {

const std::string kHeader =
    "<tr><td>重点目標</td><td>緑を増やす</td><td>部局名</td><td>環境部</td><td>優先順位</td><td>1位</td></tr>"
    "<tr><td>総合計画における位置付け</td><td colspan=5>第1編 みどり</td></tr>"
    "<tr><td>現況・課題</td><td colspan=5>木が足りない。</td></tr><tr><td>目的・効果</td><td "
    "colspan=5>木陰をつくる。</td></tr>";
const std::string kHeading =
    "<tr><td>取組項目</td><td>期限</td><td>数値目標</td><td>中間報告</td><td>期末報告</td></tr>";

Document read_one(const std::string& html) {
    auto documents = read_documents(
        "<meta charset=utf-8><h2>令和7年度 重点目標管理シート</h2><table>" + html + "</table>", "test.html");
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    return documents->front();
}

// One line a measure: ①題(1)甲/期限/目標/中間/期末
std::string outline(const Sheet& sheet) {
    std::string out;
    for (const Item& item : sheet.items)
        for (const Measure& m : item.measures)
            out += fmt::format("{}.{}({}){}/{}/{}/{}/{}\n", item.number, item.title.text, m.number, m.action.text,
                               m.deadline.text, m.target.text, m.midterm.text, m.final.text);
    return out;
}

std::string outline_of(const std::string& rows) {
    const Document document = read_one(kHeader + rows);
    REQUIRE(document.sheets.size() == 1);
    return outline(document.sheets[0]);
}

bool has_remark(const Sheet& sheet, const char* kind) {
    for (const Remark& remark : sheet.remarks)
        if (remark.kind == kind) return true;
    return false;
}

}  // namespace

TEST_CASE("the header block goes to its fields") {
    const Sheet sheet =
        read_one(kHeader + kHeading + "<tr><td>①題</td><td>3月</td><td>5本</td><td></td><td></td></tr>").sheets.at(0);
    CHECK(sheet.goal.text == "緑を増やす");
    CHECK(sheet.department.text == "環境部");
    CHECK(sheet.priority == 1);
    CHECK(sheet.fiscal_year->gregorian == 2025);
    REQUIRE(sheet.alignments.size() == 1);
    CHECK(sheet.alignments[0].plan.text == "総合計画における位置付け");
    CHECK(sheet.alignments[0].text.text == "第1編 みどり");
    CHECK(sheet.situation.text == "木が足りない。");
    CHECK(sheet.purpose.text == "木陰をつくる。");
    CHECK(sheet.unplaced.empty());
}

TEST_CASE("items in the layouts that exist") {
    const std::string all_in_one =
        "<tr><td>① ○植樹<br>(1) 街路<br>(2) 公園</td><td>(1)～(2)年度末</td><td>(1) 10本<br>(2) 20本</td><td>(1) "
        "4本<br>(2) 0本</td><td></td></tr>";
    CHECK(outline_of(kHeading + all_in_one) == "1.植樹(1)街路/年度末/10本/4本/\n1.植樹(2)公園/年度末/20本/0本/\n");

    const std::string numbered =
        "<tr><td></td><td>取組項目</td><td>期限</td><td>数値目標</td><td>中間報告</td><td>期末報告</td></tr>";
    CHECK(outline_of(numbered + "<tr><td>①</td><td>○植樹<br>ア 街路<br>イ 公園</td><td>年度末</td><td>ア 10本<br>イ "
                                "20本</td><td></td><td></td></tr>") ==
          "1.植樹(1)街路/年度末/10本//\n1.植樹(2)公園/年度末/20本//\n");

    const std::string apart =
        "<tr><th>No.</th><th>取組項目</th><th>方法・手段</th><th>期限</th><th>目標値</th><th>中間実績</"
        "th><th>期末実績</th></tr>";
    CHECK(outline_of(apart + "<tr><td rowspan=2>1</td><td rowspan=2>植樹</td><td>街路</td><td "
                             "rowspan=2>年度末</td><td>10本</td><td>4本</td><td>9本</td></tr>"
                             "<tr><td>公園</td><td>20本</td><td>0本</td><td>20本</td></tr>") ==
          "1.植樹(1)街路/年度末/10本/4本/9本\n1.植樹(2)公園/年度末/20本/0本/20本\n");

    CHECK(outline_of(kHeading + "<tr><td>①植樹</td><td>年度末</td><td>10本</td><td>4本</td><td></td></tr>") ==
          "1.植樹(1)/年度末/10本/4本/\n");
    CHECK(
        outline_of(
            kHeading +
            "<tr><td>①植樹<br>・街路<br>・公園</td><td>年度末</td><td>・10本<br>・20本</td><td></td><td></td></tr>") ==
        "1.植樹(1)街路/年度末/10本//\n1.植樹(2)公園/年度末/20本//\n");
}

TEST_CASE("a heading of two rows") {
    CHECK(outline_of("<tr><td rowspan=2>取組項目</td><td rowspan=2>期限</td><td colspan=2>数値目標</td><td "
                     "rowspan=2>中間報告</td><td rowspan=2>期末報告</td></tr>"
                     "<tr><td>指標</td><td>目標値</td></tr><tr><td>①植樹</td><td>年度末</td><td>本数</td><td>10本</"
                     "td><td>4本</td><td></td></tr>") == "1.植樹(1)/年度末/本数 10本/4本/\n");
}

TEST_CASE("numbers that do not agree are kept, not guessed") {
    // A target (3) without its measure, and a measure without its number.
    CHECK(outline_of(kHeading + "<tr><td>①植樹<br>(1) 街路<br>(2) 公園</td><td>年度末</td><td>(1) 10本<br>(3) "
                                "30本</td><td></td><td></td></tr>") ==
          "1.植樹(1)街路/年度末/10本//\n1.植樹(2)公園/年度末///\n1.植樹(3)//30本//\n");
}

TEST_CASE("several sheets in one table, and one sheet in several tables") {
    const std::string item = "<tr><td>①題</td><td>3月</td><td>5本</td><td></td><td></td></tr>";
    CHECK(read_one("<tr><td colspan=6>令和6年度 重点目標管理シート</td></tr>" + kHeader + kHeading + item +
                   "<tr><td colspan=6>令和7年度 重点目標管理シート</td></tr>" + kHeader + kHeading + item)
              .sheets.size() == 2);
    const Document split =
        read_one(kHeader + "</table><table>" + kHeading + item +
                 "</table><table><tr><td>特記事項</td><td>○取組による効果・残された課題<br>木が増えた。</td></tr>");
    REQUIRE(split.sheets.size() == 1);
    CHECK(outline(split.sheets[0]) == "1.題(1)/3月/5本//\n");
    CHECK(split.sheets[0].notes.outcomes.text == "木が増えた。");
}

TEST_CASE("notes with and without their label") {
    const std::string item = kHeading + "<tr><td>①題</td><td>3月</td><td>5本</td><td></td><td></td></tr>";
    const std::string texts =
        "<td>○市民参加・協働の推進、市民満足度の向上を考慮した点<br>植樹祭を開く。</td><td "
        "colspan=4>○取組による効果・残された課題</td></tr>";
    const Sheet with = read_one(kHeader + item + "<tr><td>特記事項</td>" + texts).sheets.at(0);
    CHECK(with.notes.participation.text == "植樹祭を開く。");
    CHECK(with.notes.outcomes.text.empty());
    CHECK_FALSE(has_remark(with, remark::kNotesLabelMissing));
    const Sheet without = read_one(kHeader + item + "<tr>" + texts).sheets.at(0);
    CHECK(without.notes.participation.text == "植樹祭を開く。");
    CHECK(has_remark(without, remark::kNotesLabelMissing));
    // Misspelt: no row of items, for all that it has a cell under every column.
    const Sheet misspelt = read_one(kHeader + item + "<tr><td>特筆事項</td>" + texts).sheets.at(0);
    CHECK(outline(misspelt) == "1.題(1)/3月/5本//\n");
    CHECK(misspelt.notes.participation.text == "植樹祭を開く。");
    CHECK(has_remark(misspelt, remark::kUnknownLabel));
}

TEST_CASE("what fits nowhere is in unplaced with its label and place") {
    const Sheet sheet = read_one("<tr><td>緑の合言葉</td><td>緑化係</td></tr>" + kHeader + kHeading +
                                 "<tr><td>①題</td><td>3月</td><td>5本</td><td></td><td></td></tr><tr><td>備考</td><td "
                                 "colspan=3>枠をまたぐ</td><td>末尾</td></tr>")
                            .sheets.at(0);
    REQUIRE(sheet.unplaced.size() == 3);
    CHECK(sheet.unplaced[0].label == "緑の合言葉");
    CHECK(sheet.unplaced[0].text.text == "緑化係");
    CHECK(sheet.unplaced[0].address == "表の1行目2列目");
    CHECK(sheet.unplaced[1].label == "備考");
    CHECK(sheet.unplaced[1].text.text == "枠をまたぐ");
    CHECK(sheet.unplaced[2].text.text == "末尾");
}

TEST_CASE("an unreadable priority stays text") {
    const Sheet sheet =
        read_one("<tr><td>重点目標</td><td>緑</td><td>部局名</td><td>環境部</td><td>優先順位</td><td>いち</td></tr>" +
                 kHeading)
            .sheets.at(0);
    CHECK_FALSE(sheet.priority);
    REQUIRE(sheet.unplaced.size() == 1);
    CHECK(sheet.unplaced[0].label == "優先順位");
    CHECK(sheet.unplaced[0].text.text == "いち");
}

TEST_CASE("remarks say what is odd about a sheet") {
    const Sheet missing =
        read_one(kHeader + "<tr><td>取組項目</td><td>期限</td><td>数値目票</td><td>中間報告</td><td>期末報告</td></tr>")
            .sheets.at(0);
    CHECK(has_remark(missing, remark::kColumnMissing));
    REQUIRE(has_remark(missing, remark::kUnknownLabel));
    CHECK(missing.remarks[0].detail == "数値目標");
    const Sheet twice = read_one(kHeader + "<tr><td>部局名</td><td>総務部</td></tr>" + kHeading).sheets.at(0);
    CHECK(has_remark(twice, remark::kDuplicateLabel));
    CHECK(twice.department.text == "環境部");
    const Sheet ragged =
        read_one(kHeader + kHeading + "<tr><td>①題</td><td>3月</td><td>5本</td><td></td><td></td><td>余り</td></tr>")
            .sheets.at(0);
    CHECK(has_remark(ragged, remark::kRaggedRow));
    REQUIRE(ragged.unplaced.size() == 1);
    CHECK(ragged.unplaced[0].text.text == "余り");
}

TEST_CASE("labels over their values") {
    const Sheet sheet = read_one(
                            "<tr><th>重点目標</th><th>部局名</th><th>優先順位</th></tr><tr><td>緑を増やす</"
                            "td><td>環境部</td><td>２位</td></tr>" +
                            kHeading + "<tr><td>①題</td><td>3月</td><td>5本</td><td></td><td></td></tr>")
                            .sheets.at(0);
    CHECK(sheet.goal.text == "緑を増やす");
    CHECK(sheet.department.text == "環境部");
    CHECK(sheet.priority == 2);
}

TEST_CASE("tables of other things are no sheets") {
    for (const char* table : {"<tr><th>担当</th><td>環境課</td></tr><tr><th>電話</th><td>000</td></tr>",
                              "<tr><td>重点目標</td><td>目標</td></tr>", "<tr><td></td></tr>"}) {
        CAPTURE(table);
        CHECK_FALSE(read_documents(std::string("<table>").append(table).append("</table>"), "test.html"));
    }
}

TEST_CASE("a sheet inside a layout table is found, a table inside a cell is text") {
    const std::string sheet = "<table>" + kHeader + kHeading +
                              "<tr><td>①題</td><td>3月</td><td>5本<table><tr><td>内</td><td>訳</td></tr></table></"
                              "td><td></td><td></td></tr></table>";
    const auto documents = read_documents(
        "<meta charset=utf-8><table><tr><td>メニュー</td><td>" + sheet + "</td></tr></table>", "test.html");
    REQUIRE(documents);
    REQUIRE(documents->front().sheets.size() == 1);
    CHECK(outline(documents->front().sheets[0]) == "1.題(1)/3月/5本\n内 訳//\n");
}

TEST_CASE("a document comes back from its JSON") {
    const Document document = read_one(kHeader + kHeading +
                                       "<tr><td>①題<br>(1) 甲</td><td>3月</td><td>(1) 5本</td><td>(1) "
                                       "2本</td><td></td></tr><tr><td>備考</td><td colspan=4>余り</td></tr>");
    const std::string json = write_json({&document, 1});
    const auto again = read_documents(json, "document.json");
    REQUIRE(again);
    REQUIRE(again->size() == 1);
    CHECK(again->front() == document);
    CHECK(again->front().source.format == "json");
    const auto line = read_documents(write_ndjson({&document, 1}), "document.ndjson");
    REQUIRE(line);
    CHECK(line->front() == document);
}

TEST_CASE("a note that is all in brackets is no part of its heading") {
    const auto notes_of = [](const std::string& cells) {
        return read_one(kHeader + kHeading +
                        "<tr><td>①題</td><td>年度末</td><td>3件</td><td></td><td></td></tr><tr><td>特記事項</td>" +
                        cells + "</tr>")
            .sheets.at(0)
            .notes;
    };
    const Notes both = notes_of(
        "<td colspan=2>○市民参加・協働の推進、市民満足度の向上を考慮した点<br>（会議を2回）</td><td "
        "colspan=2>○取組による効果・残された課題<br>・（3館で実施）</td>");
    CHECK(both.participation.text == "（会議を2回）");
    CHECK(both.outcomes.text == "・（3館で実施）");
    // Brackets that explain the heading of a value beside it.
    CHECK(notes_of("<td>取組による効果・残された課題<br>（期末に記入）</td><td colspan=3>利用が増えた。</td>")
              .outcomes.text == "利用が増えた。");
}
