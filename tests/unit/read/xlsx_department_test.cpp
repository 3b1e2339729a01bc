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
