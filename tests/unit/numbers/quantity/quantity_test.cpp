// SPDX-License-Identifier: MIT
#include "goalsheet/quantity.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace {

// "12 回 >= /年 各 baseline planned; …": what was read, so that a table can say what it expects in one string.
std::string show(const goalsheet::Quantity& q) {
    std::string out = q.value.to_text();
    if (q.value_hi) out += "~" + q.value_hi->to_text();
    const auto add = [&out](std::string_view part) {
        if (!part.empty()) out += fmt::format(" {}", part);
    };
    add(q.unit);
    add(goalsheet::comparator_sign(q.comparator));
    if (!q.per.empty()) add("/" + q.per);
    add(q.modifier);
    if (q.role != goalsheet::QuantityRole::value) add(goalsheet::quantity_role_name(q.role));
    if (q.state != goalsheet::ReportState::none) add(goalsheet::report_state_name(q.state));
    return out;
}

std::string read(std::string_view text) {
    std::string out;
    for (const auto& q : goalsheet::find_quantities(text)) out += (out.empty() ? "" : "; ") + show(q);
    return out;
}

struct Row {
    const char* text;
    const char* quantities;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(read(row.text) == std::string(row.quantities));
    }
}

}  // namespace

TEST_CASE("numbers with a known unit are quantities") {
    check({
        {"防災講座 14回", "14 回"},
        {"舗装補修Ｌ＝２，４５０ｍ", "2450 m"},
        {"延床 1,820.5㎡", "1820.5 m2"},
        {"貯留量 930 m ³", "930 m3"},
        {"寄附 1億2,500万円", "125000000 円"},
        {"負担金 8,250千円", "8250 千円"},
        {"¥12,800", "12800 円"},
        {"搬出 25t、売却 6件", "25 t; 6 件"},
        {"500m2か所", "500 m; 2 か所"},
    });
}

TEST_CASE("a noun right behind a number is its unit, up to a verb or a particle") {
    check({
        {"市内17検体を採取", "17 検体"},
        {"延べ9地点調査", "9 地点 延べ"},
        {"支援 6酒蔵", "6 酒蔵"},
        {"計4橋脚補強", "4 橋脚 計 total"},
        {"出展は23ブランドショップ", "23 ブランドショップ"},
        {"LED灯 80灯、AED 12台", "80 灯; 12 台"},
    });
}

TEST_CASE("bounds stand before or behind") {
    check({
        {"利用率75％以上", "75 % >="},
        {"1,000人を超える", "1000 人 >"},
        {"苦情 12件以下", "12 件 <="},
        {"回答まで7日以内", "7 日 <="},
        {"離職者8人未満", "8 人 <"},
        {"約90世帯", "90 世帯 ~"},
        {"60名程度", "60 名 ~"},
        {"20余名", "20 名 ~"},
        {"少なくとも4回", "4 回 >="},
        {"上限30万円", "300000 円 <="},
        {"契約3件", "3 件"},
        {"△10％以内", "10 % <="},
    });
}

TEST_CASE("what a figure is counted by") {
    check({
        {"年4回発行", "4 回 /年"},
        {"毎月1回", "1 回 /月"},
        {"隔週1回", "1 回 /隔週"},
        {"年間 1,300時間", "1300 時間 /年"},
        {"240件/年", "240 件 /年"},
        {"3回以上／月", "3 回 >= /月"},
        {"1世帯あたり2枚", "2 枚 /世帯"},
        {"人口1万人当たり5.4人", "5.4 人 /1万人"},
        {"2年に1回", "1 回 /2年"},
        {"昨年4回", "4 回 baseline"},
        {"9月4回", "4 回"},
        {"3年間4回", "3 年間; 4 回"},
    });
}

TEST_CASE("ranges give both ends, transitions two figures") {
    check({
        {"6～8回", "6~8 回"},
        {"250～400万円", "2500000~4000000 円"},
        {"5,000～1万円", "5000~10000 円"},
        {"15人から25人", "15~25 人"},
        {"30回～40回", "30~40 回"},
        {"3から5か所", "3~5 か所"},
        {"2、3回", "2~3 回"},
        {"61％→64％", "61 % baseline; 64 %"},
        {"900人から1,200人に増やす", "900 人 baseline; 1200 人"},
        {"31団体から32団体", "31 団体 baseline; 32 団体"},
        {"R6年度75件⇒R7年度90件", "75 件 baseline; 90 件"},
        {"71.5→73.0％", "71.5 % baseline; 73 %"},
        {"58.0％（令和5年度 55.1％）", "58 %; 55.1 % baseline"},
        {"26件（過去5年平均 22件）", "26 件; 5 年 aside; 22 件 baseline"},
        {"現状 2回、目標 4回", "2 回 baseline; 4 回"},
    });
}

TEST_CASE("sums, parts and costs are told apart") {
    check({
        {"春 40人、秋 55人 計95人", "40 人; 55 人; 95 人 計 total"},
        {"設計3件、統計2件", "3 件; 2 件"},
        {"82件（うち新規 9件）", "82 件; 9 件 新規 part"},
        {"8橋（うち完了3橋）", "8 橋; 3 橋 part done"},
        {"累計 640人", "640 人 累計"},
        {"散水車 2台（9,900千円）", "2 台; 9900 千円 aside"},
        {"講座、展示 各3回", "3 回 各"},
        {"各小学校2回", "2 回 各"},
    });
}

TEST_CASE("signs") {
    check({
        {"▲4.5％", "-4.5 %"},
        {"△820千円", "-820 千円"},
        {"増減 －12人", "-12 人"},
        {"12-15人", "12~15 人"},
        {"+3件", "3 件"},
    });
}

TEST_CASE("states come from the words near a figure") {
    check({
        {"説明会3回実施済", "3 回 done"},
        {"6件完了、2件施工中、1件発注予定", "6 件 done; 2 件 ongoing; 1 件 planned"},
        {"44人（10月末現在）", "44 人 done"},
        {"70件（見込み）", "70 件 planned"},
        {"2回（10/4、1月以降に3回開催予定）", "2 回; 3 回 planned"},
        {"交付決定 9件、申請予定 2件", "9 件; 2 件 planned"},
        {"0件（3月に開始予定）", "0 件"},
        {"連携した研修 5回", "5 回"},
        {"就農予定者 4人", "4 人"},
        {"1地区（山手地区）住民に説明済", "1 地区 ongoing"},
        {"2回・60名参加予定", "2 回 planned; 60 名 planned"},
        {"未実施 3件", "3 件"},
    });
}

TEST_CASE("kanji numbers count before a counter that stands free") {
    check({
        {"十五か所に設置", "15 か所"},
        {"参加は二百三十名", "230 名"},
        {"年三回", "3 回 /年"},
        {"二億五千万円を計上", "250000000 円"},
        {"一人当たり六冊", "6 冊 /人"},
        {"二、三回", ""},
        {"数十人、十数件", ""},
        {"一人ひとり、一人でも、誰一人", ""},
        {"八戸市、三条市、五島、十日町、千曲川、四万十川", ""},
        {"一部、一般、統一、一体、一方、万一、一本化", ""},
        {"三者協議、四半期、第三回、三世代、二次救急", ""},
        {"十分な、百人一首、千本桜、一億総活躍", ""},
    });
}

TEST_CASE("dates, times and years are no quantities") {
    check({
        {"10/3、11/28開催", ""},
        {"令和8年1月15日（木）", ""},
        {"R7.6.1～R8.2.28", ""},
        {"2026/3/31", ""},
        {"6月上旬～9月下旬", ""},
        {"8:30～17:15", ""},
        {"午前9時30分", ""},
        {"27年度末、元年度、令和6～8年度", ""},
        {"平成10年から、昭和40年代", ""},
        {"15日、20日に開催", ""},
        {"2035年ゼロカーボン、2030プラン", ""},
        {"3日前、5年後、2週間前", ""},
    });
}

TEST_CASE("ordinals, clauses, codes and ages are no quantities") {
    check({
        {"第4回、第1～3回、第12条第3項、第2条の3", ""},
        {"2回目、5年目、3期、6次産業化、2級河川", ""},
        {"3番窓口、4階、2丁目5番7号、県道65号線", ""},
        {"①広報 (2)説明 3.周知", ""},
        {"053-123-4567、〒430-0000、内線2345", ""},
        {"3-12-5、00234", ""},
        {"18歳以上、20代、5歳児、小学6年生、40～64歳", ""},
        {"1/2以内、補助率3/4、3分の2", ""},
        {"健康寿命 83.4歳", "83.4 歳"},
        {"県内5位以内", "5 位 <="},
    });
}

TEST_CASE("figures inside names are no quantities") {
    check({
        {"5G、4K、3D、SDGs11、Society5.0、Ver.3.2", ""},
        {"COVID-19、O157、CO2、PM2.5、A4", ""},
        {"10万本植樹運動、8020運動、100歳体操", ""},
        {"3世代、2世帯住宅、3本柱、5段階評価", ""},
        {"1人1台端末、1校1取組、24時間365日", ""},
        {"35人学級、25mプール、4車線化", ""},
        {"HbA1c6.5以上", ""},
        {"https://example.jp/2025/7/12 を参照", ""},
    });
}

TEST_CASE("a heading's number is no figure, whatever noun follows") {
    check({
        {"3 施設の長寿命化", ""},
        {"- 4 地域を支える人づくり", ""},
        {"2人材育成", ""},
        {"つくる 5 事業者支援の推進", ""},
        {"3 件", "3 件"},
        {"4 回の開催", "4 回"},
    });
}

TEST_CASE("numbers without a unit count only where a label asks for one") {
    check({
        {"財政力指数 0.58", "0.58"},
        {"出生率：1.36", "1.36"},
        {"事業1、事業2", ""},
        {"125", "125"},
        {"目標：40", "40"},
    });
}

TEST_CASE("what was struck out does not count") {
    check({
        {"講演会［取消線：4回］5回", "5 回"},
        {"☐5件 ☑10件 ☐20件", "10 件"},
        {"☐5件\n☐10件\n12人", "12 人"},
        {"□5件 ■10件", "10 件"},
        {"□相談 5件", "5 件"},
        {"達成率 5¹/2割", ""},
        {"¹/2割", ""},
        {"［取消線：参加［注］30人］ 28人", "28 人"},
        {"3件 ［取消線：12件", "3 件"},
    });
}

TEST_CASE("spans hold the figure with its sign and its 年, in bytes") {
    const std::string text = "研修は年6回、▲3％";
    const auto found = goalsheet::find_quantities(text);
    REQUIRE(found.size() == 2);
    CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "年6回");
    CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "▲3％");
}

TEST_CASE("halves, parts of wholes and figures of one") {
    check({
        {"任期 2年半", "2.5 年"},
        {"研修 3か月半", "3.5 か月"},
        {"体操 15分の動画", "15 分"},
        {"3分の1に減らす", ""},
        {"講座 1回90分、6回", "90 分 /回; 6 回"},
        {"バスケットボール3×3 2大会", "2 大会"},
        {"生後4か月児の訪問 120件", "120 件"},
        {"毎年度5件", "5 件 /年"},
        {"2年に3回", "3 回 /2年"},
        {"8件／年間目標12件", "8 件; 12 件"},
        {"単位：千円", ""},
        {"10数件の相談", ""},
    });
}

TEST_CASE("units know their family and their canonical form") {
    CHECK(goalsheet::find_unit("名").canonical == "人");
    CHECK(goalsheet::find_unit("千円").factor == 1000);
    CHECK(goalsheet::find_unit("ｶ所").canonical == goalsheet::find_unit("箇所").canonical);
    CHECK(goalsheet::find_unit("ha").family == goalsheet::find_unit("㎡").family);
    CHECK_FALSE(goalsheet::find_unit("酒蔵").known);
    CHECK(goalsheet::find_unit("酒蔵").family == "酒蔵");
}
