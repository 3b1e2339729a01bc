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
        {"②期間・期限: (1) 2026/6/30",
         "GS306 シート1「ごみの減量と資源循…」 ②(1) 期間・期限: "
         "期限「2026/6/30」は令和7年度の外です。年度内の節目を併記してください。\n"},
        {"②期間・期限: (1) R8.6.1",
         "GS306 シート1「ごみの減量と資源循…」 ②(1) 期間・期限: "
         "期限「R8.6.1」は令和7年度の外です。年度内の節目を併記してください。\n"},
        {"②期間・期限: (1) 令和8年6月30日まで",
         "GS306 シート1「ごみの減量と資源循…」 ②(1) 期間・期限: "
         "期限「令和8年6月30日」は令和7年度の外です。年度内の節目を併記してください。\n"},
        {"②中間報告: (1) 啓発イベント 2回（令和6年7月1日に開催）",
         "GS609 シート1「ごみの減量と資源循…」 ②(1) 中間報告: "
         "実績日「令和6年7月1日」は令和7年度の外です。日付を確認してください。\n"},
        {"②数値目標: (1) 講座 3回、見学 2回、計 6回\n②中間報告: (1) 講座 2回、見学 1回、計 4回",
         "GS508 シート1「ごみの減量と資源循…」 ②(1) 中間報告: "
         "計「4回」が内訳2回＋1回＝3回と合いません。計算し直してください。\n"},
        {"②数値目標: (1) 参加率 120％\n②中間報告: (1) 参加率 60％",
         "GS509 シート1「ごみの減量と資源循…」 ②(1) 数値目標: "
         "率「120％」は0〜100%の範囲外です。小数点を確認してください。\n"},
        {"取組: ○ 資源回収の推進\n  (1) 回収拠点の増設\n  1) 出前講座の開催",
         "GS206 シート1「ごみの減量と資源循…」 ①(1) 方法・手段: "
         "「1)」は様式の「(1)」と違います。括弧を両側に付けてください。\n"
         "GS304 シート1「ごみの減量と資源循…」 ① 期間・期限: "
         "期間は(2)までありますが取組は(1)までです。「(1)」に直してください。\n"
         "GS501 シート1「ごみの減量と資源循…」 ① 数値目標: "
         "取組①の数値目標に(2)がありますが、方法・手段に(2)はありません。番号を直すか取組を足してください。\n"
         "GS501 シート1「ごみの減量と資源循…」 ① 中間報告: "
         "取組①の中間報告に(2)がありますが、方法・手段に(2)はありません。番号を直すか取組を足してください。\n"},
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
