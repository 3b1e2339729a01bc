// SPDX-License-Identifier: MIT
// Whatever stands around a figure, the figure is read and nothing else is.
#include <doctest/doctest.h>

#include <ctime>
#include <string>

#include "goalsheet/quantity.hpp"

namespace {

// None of these is a quantity.
constexpr const char* kOthers[] = {
    "令和7年9月末現在",
    "R7.8.1から",
    "10/12（日）",
    "2025/11/3",
    "12月～2月",
    "4/1～3/31",
    "8:45～17:30",
    "午後2時30分",
    "26年度末",
    "2026年度",
    "平成15年",
    "第3回審議会",
    "第2期計画",
    "第1～3回",
    "2回目",
    "3年目",
    "(2)",
    "②",
    "3階ホール",
    "5番窓口",
    "地方自治法第2条第4項",
    "国道18号",
    "県道40号線",
    "電話 053-123-4567",
    "〒430-0001",
    "1-2-3",
    "SDGs11",
    "5Gの活用",
    "COVID-19対策",
    "Ver.2.1",
    "Society5.0",
    "CO2削減",
    "補助率1/2以内",
    "3分の1補助",
    "100万本植樹運動",
    "8020運動",
    "6次産業化",
    "2級河川",
    "3世代交流",
    "1人1台端末",
    "千曲川",
    "四半期",
    "一級河川",
    "三世代同居",
    "一部改正",
    "一般会計",
    "八王子市",
    "三重県",
    "小学4年生",
    "2次元コード",
    "24時間365日",
    "全世帯",
    "随時",
    "数件",
    "https://example.jp/2025/1/2",
    "［取消線：7件］",
};

struct Figure {
    const char* text;
    const char* value;
    const char* unit;
};
constexpr Figure kFigures[] = {
    {"12件", "12", "件"},
    {"1,250人", "1250", "人"},
    {"45.6％", "45.6", "%"},
    {"３か所", "3", "か所"},
    {"▲3.5％", "-3.5", "%"},
    {"三十五名", "35", "名"},
    {"2億5,000万円", "250000000", "円"},
    {"8サークル", "8", "サークル"},
    {"1万2,000回", "12000", "回"},
    {"0.8ha", "0.8", "ha"},
};

void check_alone(const std::string& text, const Figure& figure) {
    CAPTURE(text);
    const auto found = goalsheet::find_quantities(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].value.to_text() == figure.value);
    CHECK(found[0].unit == figure.unit);
}

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("dates, ordinals, rates and names beside a figure are never figures") {
    for (const char* other : kOthers) {
        CHECK(goalsheet::find_quantities(other).empty());
        for (const Figure& figure : kFigures) {
            check_alone(std::string(other) + "、" + figure.text, figure);
            check_alone(std::string(other) + " " + figure.text, figure);
            check_alone(std::string(other) + "\n" + figure.text, figure);
            check_alone(std::string(figure.text) + "（" + other + "）", figure);
            check_alone(std::string(figure.text) + "。" + other, figure);
        }
    }
}

TEST_CASE("every spelling of one figure says the same") {
    for (const char* text : {"2500人", "2,500人", "２５００人", "２，５００人", "2, 500人", "2500 人", "2.5千人",
                             "2千500人", "二千五百人", "0.25万人"}) {
        CAPTURE(std::string(text));
        const auto found = goalsheet::find_quantities(text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].value.to_text() == "2500");
        CHECK(found[0].unit == "人");
    }
}

TEST_CASE("spans lie in the text in order, whatever bytes it has") {
    for (const std::string& text :
         {std::string("12件\xFF\xFE 3回\x80"), std::string("\xE4\xBB\x36人"), std::string("5\0件6回", 9),
          repeat("（", 300) + "5件" + repeat("）", 300), repeat("1-", 500), repeat("第1、", 200)}) {
        std::size_t last = 0;
        for (const auto& q : goalsheet::find_quantities(text)) {
            CHECK(q.begin >= last);
            CHECK(q.end > q.begin);
            CHECK(q.end <= text.size());
            last = q.end;
        }
    }
}

// A quadratic step would take minutes at these lengths; the limit, in processor time, leaves room for sanitizers.
TEST_CASE("long texts without an end are read in linear time") {
    const std::clock_t start = std::clock();
    std::size_t read = 0;
    for (const char* piece : {"相談1件、", "1", "千", "1-", "1.", "1/", "1～", "1,", "第1、", "［取消線：", "（",
                              "R1・", "5件から", "ア", "http://"})
        read += goalsheet::find_quantities("5" + repeat(piece, 50000)).size();
    CHECK(read >= 100000);
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 30);
}
