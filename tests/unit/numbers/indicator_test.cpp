// SPDX-License-Identifier: MIT
#include "goalsheet/indicator.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using goalsheet::Comparator;
using goalsheet::find_indicators;

// "label: baseline→target unit", with <= or < or > or ~ before a target that is no lower bound; indicators parted by "
// | ".
std::string show(const std::string& target, int fiscal_year = 2025) {
    std::string out;
    for (const goalsheet::Indicator& i : find_indicators(target, fiscal_year)) {
        if (!out.empty()) out += " | ";
        out += i.label + ": ";
        if (i.baseline) out += i.baseline->value.to_text() + "→";
        if (i.comparator != Comparator::at_least) out += goalsheet::comparator_sign(i.comparator);
        out += i.target.value.to_text() + i.target.unit;
        if (i.change == goalsheet::Change::rise) out += " more";
        if (i.change == goalsheet::Change::fall) out += " less";
    }
    return out;
}

struct Row {
    const char* target;
    const char* expected;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.target);
        CHECK(show(row.target) == std::string(row.expected));
    }
}

}  // namespace

TEST_CASE("a target names one indicator with its noun") {
    check({
        {"申請件数 420件", "申請件数: 420件"},
        {"○ 面談者数：６５人", "面談者数: 65人"},
        {"研究会受講者（企業関係者）：延べ90人", "研究会受講者（企業関係者）: 90人"},
        {"年3回の避難訓練を実施", "避難訓練: 3回"},
        {"5件の支援", "支援: 5件"},
        {"メール登録者数 1万2600人", "メール登録者数: 12600人"},
        {"寄附額 3億5,000万円", "寄附額: 350000000円"},
        {"出前授業を十二校で開催", "出前授業: 12校"},
        {"公民館 全29園で避難訓練", "公民館: 29園"},
    });
}

TEST_CASE("a target may promise several things") {
    check({
        {"面談者数:240件 市内への転職者数:12人", "面談者数: 240件 | 市内への転職者数: 12人"},
        {"管理計画策定、間伐 各2地区", "管理計画策定: 2地区 | 間伐: 2地区"},
        {"先進地視察及び関係者との意見交換 各1回以上", "先進地視察: 1回 | 関係者との意見交換: 1回"},
        {"写真展4回、朗読会2回開催", "写真展: 4回 | 朗読会: 2回"},
        {"防火教室 70回・1,800人", "防火教室: 70回 | 防火教室: 1800人"},
        {"・ 創業補助 7件\n・ 電話相談 30件", "創業補助: 7件 | 電話相談: 30件"},
        {"・ 創業補助 7件 ・ 電話相談 30件", "創業補助: 7件 | 電話相談: 30件"},
        {"出前講座\n・回数 5回\n・参加者 130人", "出前講座 回数: 5回 | 出前講座 参加者: 130人"},
        {"健康講座の開催（20回、500人）", "健康講座の開催: 20回 | 健康講座の開催: 500人"},
        {"【消防団】 新入団員 30人\n【婦人防火】 研修 2回", "新入団員: 30人 | 研修: 2回"},
    });
}

TEST_CASE("what explains a figure in a bracket is baseline, indicator or aside") {
    check({
        {"建物火災 18件以下（過去5年平均 26件）", "建物火災: 26→<=18件"},
        {"検診受診率 46.0％（令和5年度 43.1％）", "検診受診率: 43.1→46%"},
        {"警報器の設置率 86%（R6：82.5%）", "警報器の設置率: 82.5→86%"},
        {"木造住宅の診断 45件（累計390件）", "木造住宅の診断: 45件 | 木造住宅の診断: 390件"},
        {"小型ポンプの更新 2台（4,800千円）", "小型ポンプの更新: 2台"},
        {"点検 12回（毎月1回）", "点検: 12回"},
        {"巡回 8回（春4回、秋4回）", "巡回: 8回"},
        {"出前講座 15回（受講者 300人）", "出前講座: 15回 | 受講者: 300人"},
        {"訓練参加者（企業5社）：延べ200人", "訓練参加者（企業5社）: 200人"},
    });
}

TEST_CASE("a sum of the figures before it promises nothing more") {
    check({
        {"講座 3回、見学会 2回、計 5回", "講座: 3回 | 見学会: 2回"},
        {"過去5年 平均 120件、今年度 130件", ": 120→130件"},
    });
}

TEST_CASE("transitions and past years give the baseline") {
    check({
        {"農地の集積率（市平均値）48%→50%", "農地の集積率（市平均値）: 48→50%"},
        {"貸農園の申込 R7年度112件→R8年度120件", "貸農園の申込: 112→120件"},
        {"登録は57団体から60団体", "登録: 57→60団体"},
        {"苦情を34件から30件に", "苦情: 34→<=30件"},
        {"受診率 現状値 41.5% 目標値 45%", "受診率: 41.5→45%"},
        {"令和6年度 35件、令和7年度 40件", ": 35→40件"},
        {"来館者 900人→1,200人", "来館者: 900→1200人"},
        {"前年度実績62件以上", ": 62件"},
        {"R6実績（320人）を上回る", ": >320人"},
    });
}

TEST_CASE("less is better only where the text says so") {
    check({
        {"待機児童数 0人", "待機児童数: <=0人"},
        {"時間外勤務 一人当たり120時間以内", "時間外勤務: <=120時間"},
        {"食べ残し 4.5％未満", "食べ残し: <4.5%"},
        {"排出量を210tに削減", "排出量: <=210t"},
        {"電力使用量 前年度比3％削減", "電力使用量: 3% less"},
        {"会員数 前年度比10人増", "会員数: 10人 more"},
        {"満足度80％以上", "満足度: 80%"},
    });
}

TEST_CASE("dates, orders, plans and names are no targets") {
    for (const char* target : {"国の動向を踏まえて検討", "3年計画の2年目として設計を進める", "令和7年10月までに策定",
                               "第5次計画の策定", "県内1位を目指す", "「1日1万歩」運動の推進", "補助率1/2以内で支援",
                               "SDGs17目標の周知", "国道18号の渋滞対策", "65歳以上への周知", "年度内に完了", ""}) {
        CAPTURE(target);
        CHECK(show(target).empty());
    }
    check({
        {"小学校25校を対象とした防災教室 10回", "防災教室: 10回"},
        {"3地区で説明会を5回", "説明会: 5回"},
        {"［取消線：100件］115件", ": 115件"},
        {"R7 46.0％、R8 48.0％", ": 46%"},
        {"10月までに説明会3回", "説明会: 3回"},
        {"就農者数 10人 ※予定者も含む", "就農者数: 10人"},
    });
}

TEST_CASE("the names beside a figure are kept where they are all there") {
    const auto indicators = find_indicators("2箇所年度内完了（東堰、西堰） 1箇所年度内発注（南池）");
    REQUIRE(indicators.size() == 2);
    CHECK(indicators[0].places == std::vector<std::string>{"東堰", "西堰"});
    CHECK(indicators[1].places == std::vector<std::string>{"南池"});
    CHECK(find_indicators("3箇所（東堰、西堰ほか）")[0].places.empty());
}

TEST_CASE("a target of thousands of figures is cut at the limit") {
    std::string target;
    for (int i = 0; i < 5000; ++i) target += "相談" + std::to_string(i) + "件、";
    CHECK(find_indicators(target).size() == goalsheet::kMaxIndicators);
}
