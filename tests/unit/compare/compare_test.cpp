// SPDX-License-Identifier: MIT
#include "goalsheet/compare.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <random>

#include "compare/alignment.hpp"
#include "compare/word_diff.hpp"

using namespace goalsheet;

namespace {

std::string marked(std::string_view before, std::string_view after) {
    std::string out;
    for (const WordPiece& piece : diff_words(before, after))
        out += piece.op == WordPiece::Op::same    ? piece.text
               : piece.op == WordPiece::Op::added ? "{+" + piece.text + "+}"
                                                  : "[-" + piece.text + "-]";
    return out;
}

std::string side(const std::vector<WordPiece>& pieces, WordPiece::Op without) {
    std::string text;
    for (const WordPiece& piece : pieces)
        if (piece.op != without) text += piece.text;
    return text;
}

Measure measure(int number, const char* action, const char* target = "") {
    Measure one;
    one.number = number;
    one.action = action;
    one.target = target;
    return one;
}

Item item(int number, const char* title, std::vector<Measure> measures) {
    Item one;
    one.number = number;
    one.title = title;
    one.measures = std::move(measures);
    return one;
}

Document page(std::vector<Item> items, const char* goal = "歩いて暮らせるまちをつくる", int year = 2025) {
    Sheet sheet;
    sheet.goal = goal;
    sheet.department = "都市部";
    sheet.priority = 1;
    sheet.fiscal_year = FiscalYear{fmt::format("{}年度", year), year};
    sheet.items = std::move(items);
    Document document;
    document.department = "都市部";
    document.sheets.push_back(std::move(sheet));
    return document;
}

// "changed item measure field" of each difference.
std::vector<std::string> told(const Document& before, const Document& after) {
    std::vector<std::string> lines;
    for (const SheetComparison& sheet : compare({&before, 1}, {&after, 1}).sheets) {
        for (const Difference& one : sheet.differences)
            lines.push_back(fmt::format("{} {} {}.{}>{}.{} {}", difference_kind_name(one.kind),
                                        difference_part_name(one.part), one.item_before.value_or(0),
                                        one.measure_before.value_or(0), one.item_after.value_or(0),
                                        one.measure_after.value_or(0), one.field ? field_name(*one.field) : "-"));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("changed words are marked, figures as a whole") {
    CHECK(marked("出前講座 12回", "出前講座 8回") == "出前講座 [-12-]{+8+}回");
    CHECK(marked("1,200人以上", "1,250人以上") == "[-1,200-]{+1,250+}人以上");
    CHECK(marked("ワークショップを開催", "セミナーを開催") == "[-ワークショップ-]{+セミナー+}を開催");
    CHECK(marked("同じ", "同じ") == "同じ");
    CHECK(marked("", "新しい") == "{+新しい+}");
    CHECK(marked("一行目\n二行目", "一行目\n二行目\n三行目") == "一行目\n二行目{+\n三行目+}");
    CHECK(marked("全く別の文です", "なにもおなじでない") == "[-全く別の文です-]{+なにもおなじでない+}");
}

TEST_CASE("the pieces of a diff give both texts back") {
    std::mt19937 random(7);
    const std::string letters[] = {"年", "度", "1", "2", ",", "3", "ア", "ー", "x", "\n", "・", "の", "\xE3\x81"};
    const auto draw = [&](std::size_t most) {
        std::string text;
        for (std::size_t i = random() % (most + 1); i > 0; --i) text += letters[random() % std::size(letters)];
        return text;
    };
    for (int i = 0; i < 3000; ++i) {
        const std::string before = draw(40);
        std::string after = i % 3 == 0 ? draw(40) : before;
        if (i % 3 == 1 && !after.empty()) after.erase(random() % after.size(), random() % 5);
        if (i % 3 == 2) after.insert(random() % (after.size() + 1), draw(6));
        const auto pieces = diff_words(before, after);
        REQUIRE(side(pieces, WordPiece::Op::added) == before);
        REQUIRE(side(pieces, WordPiece::Op::removed) == after);
        for (std::size_t k = 1; k < pieces.size(); ++k) REQUIRE(pieces[k].op != pieces[k - 1].op);
    }
}

TEST_CASE("two huge texts with nothing in common take no time") {
    std::string before;
    std::string after;
    for (int i = 0; i < 300'000; ++i) {
        before += i % 3 == 0 ? "山" : "川";
        after += i % 5 == 0 ? "海" : "川";
    }
    const auto start = std::chrono::steady_clock::now();
    const auto pieces = diff_words(before, after);
    CHECK(side(pieces, WordPiece::Op::added) == before);
    CHECK(side(pieces, WordPiece::Op::removed) == after);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("items and measures are followed by their words") {
    const Document before =
        page({item(1, "歩道の整備", {measure(1, "歩道の拡幅", "3箇所"), measure(2, "段差の解消", "10箇所")}),
              item(2, "バスの再編", {measure(1, "路線の見直し")})});
    CHECK(told(before, before).empty());
    CHECK(told(before,
               page({item(1, "歩道の整備", {measure(1, "歩道の拡幅", "4箇所"), measure(2, "段差の解消", "10箇所")}),
                     item(2, "バスの再編", {measure(1, "路線の見直し")})})) == Lines{"changed measure 1.1>1.1 target"});
    // An item in front: the numbers move, the words do not.
    CHECK(told(before,
               page({item(1, "自転車道", {measure(1, "路面標示")}),
                     item(2, "歩道の整備", {measure(1, "歩道の拡幅", "3箇所"), measure(2, "段差の解消", "10箇所")}),
                     item(3, "バスの再編", {measure(1, "路線の見直し")})})) ==
          Lines{"added item 0.0>1.0 -", "moved item 1.0>2.0 -", "moved item 2.0>3.0 -"});
    // A measure that changes places with another, and one that goes to another item.
    CHECK(told(before,
               page({item(1, "歩道の整備", {measure(1, "段差の解消", "10箇所"), measure(2, "歩道の拡幅", "3箇所")}),
                     item(2, "バスの再編", {measure(1, "路線の見直し")})})) ==
          Lines{"moved measure 1.2>1.1 -", "moved measure 1.1>1.2 -"});
    CHECK(
        told(before, page({item(1, "歩道の整備", {measure(1, "歩道の拡幅", "3箇所")}),
                           item(2, "バスの再編", {measure(1, "路線の見直し"), measure(2, "段差の解消", "10箇所")})})) ==
        Lines{"moved measure 1.2>2.2 -"});
    CHECK(told(before, page({item(1, "歩道の整備", {measure(1, "歩道の拡幅", "3箇所")}),
                             item(2, "バスの再編", {measure(1, "路線の見直し")})})) ==
          Lines{"removed measure 1.2>0.0 -"});
}

TEST_CASE("across years a number alone names nothing") {
    const Document before =
        page({item(1, "歩道の整備", {measure(1, "歩道の拡幅")})}, "歩いて暮らせるまちをつくる", 2024);
    const Document after = page({item(1, "市民農園", {measure(1, "区画の貸出")})}, "歩いて暮らせるまちをつくる", 2025);
    CHECK(told(before, after) ==
          Lines{"changed sheet 0.0>0.0 fiscal_year", "added item 0.0>1.0 -", "removed item 1.0>0.0 -"});
    const Document same_year =
        page({item(1, "市民農園", {measure(1, "区画の貸出")})}, "歩いて暮らせるまちをつくる", 2024);
    CHECK(told(before, same_year) == Lines{"changed item 1.0>1.0 item", "changed measure 1.1>1.1 action"});
}

TEST_CASE("sheets come, go, move and are reworded") {
    Document before = page({});
    before.sheets.push_back(page({}, "川と緑を守る").sheets[0]);
    before.sheets.push_back(page({}, "災害に強い道路をつくる").sheets[0]);
    Document after = before;
    std::swap(after.sheets[0], after.sheets[2]);
    std::size_t moved = 0;
    for (const SheetComparison& sheet : compare({&before, 1}, {&after, 1}).sheets) moved += sheet.differences.size();
    CHECK(moved == 2);
    after = before;
    after.sheets.pop_back();
    after.sheets[0].goal = "歩いて暮らせるまちをつくっていく";
    const Comparison comparison = compare({&before, 1}, {&after, 1});
    CHECK(comparison.count(DifferenceKind::removed) == 1);
    CHECK(comparison.count(DifferenceKind::changed) == 1);
    CHECK_FALSE(comparison.equal());
}

TEST_CASE("alignments are followed by their plan, their texts compared") {
    Document before = page({});
    before.sheets[0].alignments = {{"総合計画における位置付け", "第1編 みどり"}, {"再構築プラン", "柱2"}};
    Document after = page({});
    after.sheets[0].alignments = {{"総合計画における位置付け", "第1編 みどりと水"}, {"行財政改革大綱", "柱4"}};
    const Comparison result = compare({&before, 1}, {&after, 1});
    REQUIRE(result.sheets.size() == 1);
    const auto& differences = result.sheets[0].differences;
    REQUIRE(differences.size() == 3);
    CHECK(differences[0].kind == DifferenceKind::changed);
    CHECK(differences[0].label == "総合計画における位置付け");
    CHECK(differences[0].before == "第1編 みどり");
    CHECK(differences[0].after == "第1編 みどりと水");
    CHECK(differences[1].kind == DifferenceKind::added);
    CHECK(differences[1].after == "行財政改革大綱\n柱4");
    CHECK(differences[2].kind == DifferenceKind::removed);
    CHECK(differences[2].label == "再構築プラン");
    CHECK(differences[2].before == "再構築プラン\n柱2");
    CHECK(compare({&before, 1}, {&before, 1}).equal());
}

TEST_CASE("texts that have no field come and go") {
    Document before = page({});
    before.sheets[0].unplaced = {{"写真は別紙", "備考", "表の5行目2列目"}, {"担当 係", "", ""}};
    Document after = page({});
    after.sheets[0].unplaced = {{"担当 係", "", "表の9行目1列目"}, {"図は次の頁", "備考", ""}};
    const Comparison result = compare({&before, 1}, {&after, 1});
    const auto& differences = result.sheets.at(0).differences;
    REQUIRE(differences.size() == 2);
    CHECK(difference_kind_name(differences[0].kind) != difference_kind_name(differences[1].kind));
    CHECK(result.count(DifferenceKind::removed) == 1);
    CHECK(result.count(DifferenceKind::added) == 1);
    for (const Difference& one : differences) {
        CHECK(one.label == "備考");
        CHECK(one.before == (one.kind == DifferenceKind::removed ? "写真は別紙" : ""));
        CHECK(one.after == (one.kind == DifferenceKind::added ? "図は次の頁" : ""));
    }
}

TEST_CASE("of several pages each is held against its department's, in whatever order they come") {
    const auto page_of = [](const char* department, const char* goal) {
        Document one = page({}, goal);
        one.department = one.sheets[0].department = department;
        one.goals = {goal};
        return one;
    };
    const std::vector<Document> before = {page_of("都市部", "歩いて暮らす"), page_of("河川部", "川を知る")};
    std::vector<Document> after = {before[1], before[0], page_of("緑の部", "庭木を守る")};
    after[0].goals = {"川を知る", "水をきれいにする"};
    const Comparison result = compare(before, after);
    std::string told_pages;
    for (const Difference& one : result.pages)
        told_pages += fmt::format("{} {} {}: {} > {}\n", difference_kind_name(one.kind), difference_part_name(one.part),
                                  field_name(*one.field), one.before, one.after);
    CHECK(told_pages ==
          "changed page goal: 川を知る > 川を知る\n水をきれいにする\n"
          "added page department:  > 緑の部\nadded page goal:  > 庭木を守る\n");
    CHECK(compare(before, std::vector<Document>{before[1], before[0]}).pages.empty());
    CHECK(compare(before, {before.data(), 1}).count(DifferenceKind::removed) > 0);
}

TEST_CASE("a changed target is said in figures") {
    const Document before = page({item(1, "相談", {measure(1, "窓口", "相談件数 300件以上、出前講座 12回")})});
    const Document after = page({item(1, "相談", {measure(1, "窓口", "相談件数 320件以上、出前講座 12回、動画 2本")})});
    const Comparison comparison = compare({&before, 1}, {&after, 1});
    REQUIRE(comparison.sheets.at(0).differences.size() == 1);
    const auto& figures = comparison.sheets[0].differences[0].figures;
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].label == "相談件数");
    CHECK(figures[0].before->to_text() == "300");
    CHECK(figures[0].after->to_text() == "320");
    CHECK_FALSE(figures[1].before);
    CHECK(figures[1].after->to_text() == "2");
}

TEST_CASE("a hundred items all replaced are compared at once") {
    std::vector<Item> old_items;
    std::vector<Item> new_items;
    for (int i = 1; i <= 100; ++i) {
        old_items.push_back(item(i, "", {measure(1, ""), measure(1, "")}));
        new_items.push_back(item(i, "取組", {measure(1, "方法"), measure(2, "方法")}));
    }
    const auto lines = told(page(std::move(old_items)), page(std::move(new_items)));
    CHECK(lines.size() >= 200);
}

TEST_CASE("indicators, extras and values by year are told by their names and labels") {
    Document before = page({item(1, "相談", {measure(1, "窓口")})});
    Measure& one = before.sheets[0].items[0].measures[0];
    one.target = "相談件数 900件";
    one.indicators = {{"相談件数", "件", "820", "900", "", ""}};
    one.extras = {{"評価", ExtraRole::grade, "順調"}, {"備考", ExtraRole::note, ""}};
    before.sheets[0].items[0].series = {{"2026年度", 2026, SeriesKind::target, "950"}};
    CHECK(told(before, before).empty());

    Document after = before;
    Measure& other = after.sheets[0].items[0].measures[0];
    other.indicators[0].baseline = "830";
    other.indicators[0].midterm = "455";
    other.extras = {{"評価", ExtraRole::grade, "遅れ"}, {"担当課", ExtraRole::section, "保育課"}};
    after.sheets[0].items[0].series[0].text = "960";
    after.sheets[0].extras = {{"予算額（千円）", ExtraRole::budget, "1,200"}};
    CHECK(told(before, after) == Lines{"changed measure 1.1>1.1 baseline", "added measure 1.1>1.1 midterm",
                                       "changed measure 1.1>1.1 grade", "added measure 1.1>1.1 section",
                                       "removed measure 1.1>1.1 note", "changed item 1.0>1.0 target",
                                       "added sheet 0.0>0.0 budget"});

    SUBCASE("what the measure's own text tells is told once") {
        other.indicators = one.indicators;
        other.extras = one.extras;
        other.indicators[0].target = "920";
        other.target = "相談件数 920件";
        after.sheets[0].extras.clear();
        after.sheets[0].items[0].series = before.sheets[0].items[0].series;
        CHECK(told(before, after) == Lines{"changed measure 1.1>1.1 target"});
    }
}
