// SPDX-License-Identifier: MIT
// Rules that say different things about different faults: what the reader gets to see, word for word. The first of each
// rule's messages is checked by its example.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/read.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;

namespace {

std::string list(const Report& report) {
    std::string out;
    for (const Finding& finding : report.findings)
        out += fmt::format("{} {}: {}\n", finding.code, finding.address.ja, finding.message.ja);
    return out;
}

}  // namespace

TEST_CASE("a rule says what is wrong in this place") {
    struct Row {
        const char* example;
        const char* findings;
    };
    const Row rows[] = {
        {"年度: 平成37年度\nシート2 年度: 平成37年度",
         "GS604 シート1「ごみの減量と資源循…」 年度: "
         "「平成37年度」という年度はありません。「令和7年度」と書いてください。\n"
         "GS604 シート2「水と緑の保全」 年度: 「平成37年度」という年度はありません。「令和7年度」と書いてください。\n"},
        {"年度: 令和6年度\nシート2 年度: 令和6年度",
         "GS604 ファイル全体: ページの見出しは令和7年度ですが、シートはすべて令和6年度です。年度を直してください。\n"},
        {"総合計画における位置付け: 第1章 循環型社会の形成 第2編 安心して暮らせるまち 第2節 ごみの減量",
         "GS205 シート1「ごみの減量と資源循…」 総合計画における位置付け: "
         "総合計画の位置付けは編・章・節の順に書いてください（「第2編」の前に「第1章」があります）。\n"},
        {"②数値目標: (1) 相談件数 30人\n②中間報告: (1) 相談件数 12人",
         "GS510 シート1「ごみの減量と資源循…」 ②(1) 数値目標: "
         "「相談件数」の単位が「人」です。「件」の数なら単位を、人の数なら名称を直してください。\n"},
        {"②数値目標: (1) 啓発イベント 数回",
         "GS302 シート1「ごみの減量と資源循…」 ②(1) 数値目標: "
         "取組②(1)の数値目標に数がありません。件数・割合・完了月のどれかを足してください。\n"
         "GS308 シート1「ごみの減量と資源循…」 ②(1) 数値目標: 「数回」は判定が分かれます。数を書いてください。\n"},
        {"該当するSDGsの目標: 海をきれいに",
         "GS202 シート1「ごみの減量と資源循…」 該当するSDGsの目標: "
         "「海をきれいに」からSDGsの目標番号を読み取れません。「8 "
         "働きがいも経済成長も」のように番号から書いてください。\n"},
        {"該当するSDGsの目標: 11 住み続けられる街づくりを",
         "GS203 シート1「ごみの減量と資源循…」 該当するSDGsの目標: "
         "目標11の名称は正式には「住み続けられるまちづくりを」です。\n"},
        {"優先順位: 0位",
         "GS201 シート1「ごみの減量と資源循…」 優先順位: 優先順位「0位」は読めません。「1位」の形で書いてください。\n"},
        {"優先順位:",
         "GS201 シート1「ごみの減量と資源循…」 優先順位: 優先順位が空です。「1位」の形で書いてください。\n"},
        {"②数値目標: (1) 参加率 60％\n②中間報告: (1) 集計中である",
         "GS406 シート1「ごみの減量と資源循…」 ②(1) 中間報告: "
         "目標は60%ですが報告に数がありません。直近の値か、値が分かる月を書いてください。\n"},
        {"重点目標:", "GS101 シート1 重点目標: 「重点目標」の欄が空です。記入してください。\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.example);
        CHECK(list(test::check_example(row.example)) == row.findings);
    }
}

TEST_CASE("a report that was copied from last year's sheet is pointed at") {
    const std::string copied = "②中間報告: (1) 啓発イベント 2回（商店街の店主と一緒に開いた）";
    test::ExamplePage now;
    now.apply(copied);
    test::ExamplePage before;
    before.apply(copied + "\n年度: 令和6年度\nシート2 年度: 令和6年度");
    auto documents = read_documents(before.html(), "sheets/r6.html");
    REQUIRE(documents);
    auto more = read_documents(now.html(), "sheets/r7.html");
    REQUIRE(more);
    documents->push_back(more->front());
    Policy policy;
    policy.select = {"template-text-left"};
    ValidateOptions options;
    options.policies = {&policy, &policy};
    CHECK(list(validate(*documents, options)) ==
          "GS307 シート1「ごみの減量と資源循…」 ②(1) 中間報告: "
          "中間報告の文章が前年度のシートと同じです。今年度の内容に書き換えてください。\n");
}
