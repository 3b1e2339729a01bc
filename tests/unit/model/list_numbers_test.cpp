// SPDX-License-Identifier: MIT
#include "model/list_numbers.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace goalsheet;

namespace {

// lead|1:text|2,3:text
std::string outline(const char* text, NumberStyle style) {
    const NumberedText cut = split_numbered(SourcedText(text), style);
    std::string out = cut.lead.text;
    for (const NumberedPart& part : cut.parts) {
        out += "|";
        for (std::size_t i = 0; i < part.numbers.size(); ++i) out += fmt::format("{}{}", i ? "," : "", part.numbers[i]);
        out += ":" + part.text.text;
    }
    return out;
}

}  // namespace

TEST_CASE("a number that lost its first bracket is one of the list, one of a list within it is not") {
    const auto cut = [](const char* text) { return outline(text, NumberStyle::bracketed); };
    CHECK(cut("(1) 甲\n2) 乙\n(3) 丙") == "|1:甲|2:乙|3:丙");
    CHECK(cut("1) 甲\n(2) 乙") == "|1:甲|2:乙");
    CHECK(cut("(1) 24校 2) 14人") == "|1:24校|2:14人");
    CHECK(cut("(1)～2) 年度末") == "|1,2:年度末");
    CHECK(cut("(1) 甲\n1) 子\n2) 丑") == "|1:甲\n1) 子\n2) 丑");
    CHECK(cut("(1) 甲\n2) 丑\n(2) 乙") == "|1:甲\n2) 丑|2:乙");
    CHECK(cut("1) 甲\n2) 乙") == "1) 甲\n2) 乙");
    const NumberedText numbered = split_numbered(SourcedText("(1) 甲\n2) 乙"), NumberStyle::bracketed);
    CHECK(numbered.parts[0].half_brackets.empty());
    CHECK(numbered.parts[1].half_brackets.at(0).text == "2)");
}

TEST_CASE("(1) (2) number the measures of a cell") {
    const auto cut = [](const char* text) { return outline(text, NumberStyle::bracketed); };
    CHECK(cut("○ 題\n(1) 甲\n(2) 乙") == "○ 題|1:甲|2:乙");
    CHECK(cut("（１）甲\n（２）乙") == "|1:甲|2:乙");
    CHECK(cut("⑴甲\n⑵乙") == "|1:甲|2:乙");
    CHECK(cut("(1) 甲 (2) 乙 (3) 丙") == "|1:甲|2:乙|3:丙");
    CHECK(cut("(1)甲\n・枝\n※注\n(2)乙") == "|1:甲\n・枝\n※注|2:乙");
    CHECK(cut("(1)～(3)年度末まで") == "|1,2,3:年度末まで");
    CHECK(cut("(1)〜(2) 10月まで (3) 3月") == "|1,2:10月まで|3:3月");
    CHECK(cut("(1)、(3) 9月末\n(2) 3月末") == "|1,3:9月末|2:3月末");
    CHECK(cut("(1)(2) 通年") == "|1,2:通年");
    CHECK(cut("(1) 甲\n(3) 丙") == "|1:甲|3:丙");
    CHECK(cut("番号のない文") == "番号のない文");
    CHECK(cut("") == "");
}

TEST_CASE("a number in mid-sentence is text") {
    const auto cut = [](const char* text) { return outline(text, NumberStyle::bracketed); };
    CHECK(cut("(1) 甲を実施\n(2) 上記(1)の取組と連携") == "|1:甲を実施|2:上記(1)の取組と連携");
    CHECK(cut("(1) 詳細は (2) のとおり") == "|1:詳細は (2) のとおり");
    CHECK(cut("(1) 計画 (2) について協議") == "|1:計画 (2) について協議");
    CHECK(cut("(1) 甲 (3) 乙") == "|1:甲 (3) 乙");
    CHECK(cut("(1) ものづくり (2) とりまとめ") == "|1:ものづくり|2:とりまとめ");
    CHECK(cut("令和(2025)年") == "令和(2025)年");
    CHECK(cut("まちづくり(株)と(9/11)に開催") == "まちづくり(株)と(9/11)に開催");
}

TEST_CASE("the other styles") {
    CHECK(outline("1) 甲\n2)10件", NumberStyle::half_bracket) == "|1:甲|2:10件");
    CHECK(outline("題\n①甲\n②乙", NumberStyle::circled) == "題|1:甲|2:乙");
    CHECK(outline("ア 甲\nイ 乙\nイベント 丙", NumberStyle::kana) == "|1:甲|2:乙\nイベント 丙");
    CHECK(outline("（ア）甲\n（イ）乙", NumberStyle::kana) == "|1:甲|2:乙");
    CHECK(outline("1. 甲\n2．乙\n1.5倍", NumberStyle::dotted) == "|1:甲|2:乙\n1.5倍");
    CHECK(outline("題\n・甲\n・乙", NumberStyle::bullet) == "題|1:甲|2:乙");
}

TEST_CASE("the style of a cell is found") {
    CHECK(find_number_style("○題\n(1) 甲") == NumberStyle::bracketed);
    CHECK(find_number_style("題\n1) 甲\n2) 乙") == NumberStyle::half_bracket);
    CHECK(find_number_style("題\n・甲\n・乙") == NumberStyle::bullet);
    CHECK(find_number_style("(1) 甲\n・枝") == NumberStyle::bracketed);
    CHECK_FALSE(find_number_style("題だけ"));
    CHECK_FALSE(find_number_style("イベントの開催\nウォーキングの推進"));
    CHECK_FALSE(find_number_style("二行の\n文に続く\n・枝"));
    CHECK(find_number_style("題\n3. 甲\n4. 乙") == NumberStyle::dotted);
    CHECK_FALSE(find_number_style("3. 甲\n5. 乙"));
    CHECK_FALSE(find_number_style("4. 乙\n3. 甲"));
    CHECK_FALSE(find_number_style("3. 甲"));
}

TEST_CASE("numbers at the start of an item") {
    struct Row {
        const char* text;
        int number;
        const char* taken;
    };
    const Row rows[] = {{"① ○題", 1, "①"},        {"②題", 2, "②"},        {"３", 3, "３"},
                        {"4. 題", 4, "4."},       {"No.5 題", 5, "No.5"}, {"第6", 6, "第6"},
                        {"取組7 題", 7, "取組7"}, {"(8) 題", 8, "(8)"},   {"⑫", 12, "⑫"}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto number = leading_number(row.text);
        REQUIRE(number);
        CHECK(number->number == row.number);
        CHECK(std::string_view(row.text).substr(0, number->length) == row.taken);
    }
    for (const char* text : {"題", "2025年度の取組", "1.5倍の増", "3校での実施", ""}) {
        CAPTURE(text);
        CHECK_FALSE(leading_number(text));
    }
}

TEST_CASE("numbers that are glued to the text before them") {
    const auto cut = [](const char* text) { return outline(text, NumberStyle::bracketed); };
    CHECK(cut("(1)4本(2)7本") == "|1:4本|2:7本");
    CHECK(cut("題 (1)街路(2)公園(3)川") == "題|1:街路|2:公園|3:川");
    CHECK(cut("(1) 基本施策(2)関連の整備") == "|1:基本施策(2)関連の整備");
    CHECK(cut("(1) 4本(2)") == "|1:4本(2)");
    CHECK(cut("(1) 1,200(2)人") == "|1:1,200(2)人");
    CHECK(cut("(1) 甲(2)を続ける") == "|1:甲(2)を続ける");
    CHECK(cut("(1) 甲(3)乙") == "|1:甲(3)乙");
    CHECK(outline("1)4本 2)7本3)9本", NumberStyle::half_bracket) == "|1:4本|2:7本|3:9本");
    CHECK(outline("1) 街路（平成2)の木", NumberStyle::half_bracket) == "|1:街路（平成2)の木");
    CHECK(outline("1) 第2)の木", NumberStyle::half_bracket) == "|1:第2)の木");
    CHECK(outline("1. 4本 2. 7本", NumberStyle::dotted) == "|1:4本|2:7本");
    CHECK(outline("1. 4本から2.7倍", NumberStyle::dotted) == "|1:4本から2.7倍");
    CHECK(outline("1. 4本で2. とする", NumberStyle::dotted) == "|1:4本で2. とする");
    CHECK(outline("(ア)4本(イ)7本", NumberStyle::kana) == "|1:4本|2:7本");
    CHECK(outline("ア 4本(イ)7本", NumberStyle::kana) == "|1:4本|2:7本");
    CHECK(outline("①4本②7本 ③9本", NumberStyle::circled) == "|1:4本|2:7本|3:9本");
    CHECK(outline("①と②の見直し", NumberStyle::circled) == "|1:と②の見直し");
    CHECK(outline("題\n①街路②公園", NumberStyle::circled) == "題|1:街路|2:公園");
}

TEST_CASE("lists within entries are words of those") {
    CHECK(outline("1. 甲\n\u20031. 子\n\u20032. 子\n2. 乙", NumberStyle::dotted) ==
          "|1:甲\n\u20031. 子\n\u20032. 子|2:乙");
    CHECK(outline("・甲\n\u2003・子\n・乙", NumberStyle::bullet) == "|1:甲\n\u2003・子|2:乙");
    CHECK(find_number_style("・甲\n\u20031. 子\n\u20032. 子\n・乙") == NumberStyle::bullet);
    CHECK(outline("○ 題\n\u20031. 甲\n\u20032. 乙", NumberStyle::dotted) == "○ 題|1:甲|2:乙");
}
