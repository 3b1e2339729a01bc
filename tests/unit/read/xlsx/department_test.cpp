// SPDX-License-Identifier: MIT
// Worksheets as departments make them by hand: each of these was once read wrong.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "goalsheet/read.hpp"
#include "support/xlsx_parts.hpp"

using namespace goalsheet;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Sheet read(const Rows& rows, const std::vector<std::string>& merges = {}) {
    const std::string bytes = test::zip(test::parts_of({{{"様式", test::worksheet(rows, merges)}}}));
    const auto documents = read_documents(bytes, "department.xlsx");
    if (!documents) FAIL(documents.fault().message.ja);
    REQUIRE(documents->size() == 1);
    REQUIRE(documents->front().sheets.size() == 1);
    return documents->front().sheets.front();
}

Document read_book(const std::vector<test::RawSheet>& sheets) {
    const auto documents = read_documents(test::zip(test::parts_of({sheets})), "department.xlsx");
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    return documents->front();
}

Rows below_header(const Rows& rows) {
    Rows all = {{"令和７年度　重点目標管理シート"},
                {"重 点 目 標", "里山を次の世代へ", "部局名", "みどり部", "優先\n順位", "2"},
                {"総合計画における位置付け", "第3編 産業\n第2章 林業"}};
    all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

std::vector<std::string> words_of(const Item& item) {
    std::vector<std::string> words = {item.title.text};
    for (const Measure& one : item.measures)
        words.push_back(std::to_string(one.number) + "|" + one.action.text + "|" + one.deadline.text + "|" +
                        one.target.text + "|" + one.midterm.text);
    return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a title alone in its row was a measure without words") {
    const Sheet sheet = read(below_header({{"番号", "取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                                           {"①", "○ 間伐の推進", "", "", "", ""},
                                           {"", "(1) 作業道の整備", "9月末まで", "2km", "1km", ""},
                                           {"", "(2) 間伐の補助", "年度末まで", "20ha", "8ha", ""},
                                           {"②", "○ 植樹", "年度末まで", "", "", ""},
                                           {"", "(1) 苗木の配布", "", "300本", "120本", ""}}),
                             {"A5:A7", "A8:A9", "C8:C9"});
    REQUIRE(sheet.items.size() == 2);
    CHECK(words_of(sheet.items[0]) ==
          Words{"間伐の推進", "1|作業道の整備|9月末まで|2km|1km", "2|間伐の補助|年度末まで|20ha|8ha"});
    CHECK(words_of(sheet.items[1]) == Words{"植樹", "1|苗木の配布|年度末まで|300本|120本"});
}

TEST_CASE("(1) in a narrow cell of its own was an item") {
    const Sheet sheet = read(below_header({{"取組項目及び方法・手段", "", "", "期間・期限", "数値目標", "中間報告"},
                                           {"①", "○ 間伐の推進"},
                                           {"", "(1)", "作業道の整備", "9月末まで", "2km", "1km"},
                                           {"", "(2)", "間伐の補助", "年度末まで", "20ha", "8ha"},
                                           {"②", "○ 植樹"},
                                           {"", "(1)", "苗木の配布", "年度末まで", "300本", "120本"}}),
                             {"A4:C4", "B5:C5", "B8:C8"});
    REQUIRE(sheet.items.size() == 2);
    CHECK(words_of(sheet.items[0]) ==
          Words{"間伐の推進", "1|作業道の整備|9月末まで|2km|1km", "2|間伐の補助|年度末まで|20ha|8ha"});
    CHECK(words_of(sheet.items[1]) == Words{"植樹", "1|苗木の配布|年度末まで|300本|120本"});
    CHECK(sheet.unplaced.empty());
}

TEST_CASE("a margin left of the table, under its title, was the column of numbers") {
    Rows rows = below_header({{"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                              {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "", ""}});
    for (std::size_t i = 1; i < rows.size(); ++i) rows[i].insert(rows[i].begin(), "");
    const Sheet sheet = read(rows, {"A1:F1"});
    REQUIRE(sheet.items.size() == 1);
    CHECK(sheet.items[0].number == 1);
    CHECK(words_of(sheet.items[0]) == Words{"間伐", "1|作業道の整備|年度末まで|2km|"});
}

TEST_CASE("labels and texts that share a cell below the goal had no field") {
    const Sheet sheet =
        read(below_header({{"行財政改革大綱における位置付け：2 協働の推進"},
                           {"【現況・課題】\n・手入れをする人が減った。", "目的・効果：・里山に人を呼び戻す。"},
                           {"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                           {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "", ""}}),
             {"A4:F4", "B5:F5"});
    REQUIRE(sheet.alignments.size() == 2);
    CHECK(sheet.alignments[1].plan.text == "行財政改革大綱における位置付け");
    CHECK(sheet.alignments[1].text.text == "2 協働の推進");
    CHECK(sheet.situation.text == "・手入れをする人が減った。");
    CHECK(sheet.purpose.text == "・里山に人を呼び戻す。");
    CHECK(sheet.unplaced.empty());
}

TEST_CASE("SDGs whose check box stayed empty were goals of the sheet") {
    const Rows items = {{"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                        {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "", ""}};
    const auto numbers_of = [&](const std::string& boxes) {
        Rows rows = {{"該当するSDGsの目標", boxes}};
        rows.insert(rows.end(), items.begin(), items.end());
        const Sheet sheet = read(below_header(rows), {"B4:F4"});
        std::string numbers;
        for (const SdgGoal& goal : sheet.sdgs) numbers += std::to_string(goal.number) + goal.name.text + " ";
        return numbers + std::to_string(sheet.unplaced.size());
    };
    CHECK(numbers_of("□6 安全な水とトイレを世界中に　☑13 気候変動に具体的な対策を　■15 陸の豊かさも守ろう　□17") ==
          "13気候変動に具体的な対策を 15陸の豊かさも守ろう 2");
    CHECK(numbers_of("□13 気候変動に具体的な対策を\n□15 陸の豊かさも守ろう") ==
          "13気候変動に具体的な対策を 15陸の豊かさも守ろう 0");
    std::string unfilled;
    for (int number = 1; number <= 17; ++number) unfilled += "□" + std::to_string(number) + " ";
    CHECK(numbers_of(unfilled) == "17");
}

TEST_CASE("an overview of the goals on a cover was a sheet of its own") {
    const Rows cover = {{"令和7年度 みどり部 重点目標一覧"},
                        {"優先順位", "重点目標", "担当課"},
                        {"1位", "水辺を楽しむ", "河川課"},
                        {"2位", "里山を次の世代へ", "森林課"}};
    const Rows form = below_header({{"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                                    {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "", ""}});
    const Document document =
        read_book({{"一覧", test::worksheet(cover, {"A1:C1"})}, {"2", test::worksheet(form, {"B3:F3"})}});
    REQUIRE(document.sheets.size() == 1);
    CHECK(document.department.text == "みどり部");
    REQUIRE(document.goals.size() == 2);
    CHECK(document.goals[0].text == "水辺を楽しむ");
    CHECK(document.goals[1].text == "里山を次の世代へ");
}

TEST_CASE("one row of values below labels is a sheet's header and no overview") {
    const Sheet sheet = read({{"重点目標", "部局名", "優先順位"},
                              {"里山を次の世代へ", "みどり部", "2位"},
                              {"取組項目", "期間・期限", "数値目標"},
                              {"① 間伐", "年度末まで", "2km"}});
    CHECK(sheet.goal.text == "里山を次の世代へ");
    CHECK(sheet.priority == 2);
}

TEST_CASE("a list somebody keeps beside the form became part of a field") {
    Rows rows = below_header({{"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                              {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "1km", ""}});
    const std::vector<std::string> list = {"河川課", "森林課", "公園課", "", ""};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].resize(10);
        rows[i].push_back(list[i]);
    }
    const Sheet sheet = read(rows, {"B3:F3"});
    CHECK(sheet.alignments[0].text.text == "第3編 産業\n第2章 林業");
    CHECK(sheet.unplaced.size() == 3);
}

TEST_CASE("a label above its text had none") {
    const Sheet sheet = read(below_header({{"現況・課題"},
                                           {"・手入れをする人が減った。"},
                                           {"目的・効果"},
                                           {"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                                           {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "", ""}}),
                             {"A4:F4", "A5:F5", "A6:F6"});
    CHECK(sheet.situation.text == "・手入れをする人が減った。");
    CHECK(sheet.purpose.empty());
    CHECK(sheet.unplaced.empty());
}

TEST_CASE("an item's title across all columns had no item") {
    const Sheet sheet = read(below_header({{"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                                           {"① 間伐の推進"},
                                           {"(1) 作業道の整備", "9月末まで", "2km", "1km", ""},
                                           {"(2) 間伐の補助", "年度末まで", "20ha", "8ha", ""},
                                           {"② 植樹"},
                                           {"(1) 苗木の配布", "年度末まで", "300本", "120本", ""},
                                           {"1 数値目標は数で書くこと。"},
                                           {"2 中間報告は9月末現在で書くこと。"}}),
                             {"A5:E5", "A8:E8", "A10:E10", "A11:E11"});
    REQUIRE(sheet.items.size() == 2);
    CHECK(words_of(sheet.items[0]) ==
          Words{"間伐の推進", "1|作業道の整備|9月末まで|2km|1km", "2|間伐の補助|年度末まで|20ha|8ha"});
    CHECK(words_of(sheet.items[1]) == Words{"植樹", "1|苗木の配布|年度末まで|300本|120本"});
    CHECK(sheet.unplaced.size() == 2);
}

TEST_CASE("the result under a divided mid-term report was the year-end report") {
    const Sheet sheet =
        read(below_header({{"取組項目及び方法・手段", "期間・期限", "数値目標", "中間報告", "", "期末報告", ""},
                           {"", "", "", "実績", "進捗率", "実績", "達成率"},
                           {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "1km", "50%", "", ""}}),
             {"A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4"});
    REQUIRE(sheet.items.size() == 1);
    CHECK(sheet.items[0].measures[0].midterm.text == "1km");
    CHECK(sheet.items[0].measures[0].final.empty());
}

TEST_CASE("a sheet that shows how to fill in was a goal") {
    const Rows items = {{"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                        {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "", ""}};
    const std::string form = test::worksheet(below_header(items), {"B3:F3"});
    const Document document = read_book({{"記入例（農政）", form}, {"目標1", form}});
    CHECK(document.sheets.size() == 1);
    REQUIRE(document.remarks.size() == 1);
    CHECK(document.remarks[0].kind == remark::kHiddenTable);
    CHECK(document.remarks[0].text.text == "記入例（農政）");
    CHECK(read_book({{"記入例", form}}).sheets.size() == 1);
}

TEST_CASE("every number above a row of circles was a goal of the sheet") {
    Rows rows = below_header({{"該当するSDGsの目標"},
                              {""},
                              {"取組項目", "期間・期限", "数値目標", "中間報告", "期末報告"},
                              {"① 間伐\n(1) 作業道の整備", "年度末まで", "2km", "", ""}});
    rows[4].resize(18);
    for (int number = 1; number <= 17; ++number) rows[3].push_back(std::to_string(number));
    CHECK(read(rows, {"A4:A5"}).sdgs.empty());
    rows[4][13] = rows[4][15] = "○";
    const Sheet sheet = read(rows, {"A4:A5"});
    REQUIRE(sheet.sdgs.size() == 2);
    CHECK(sheet.sdgs[0].number == 13);
    CHECK(sheet.sdgs[1].number == 15);
    CHECK(sheet.unplaced.empty());
    CHECK(sheet.items.size() == 1);
}
