// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/plan_headings.hpp"

namespace goalsheet::rules {
namespace plan_reference_malformed_rule {
namespace {

using Levels = std::array<bool, 3>;

constexpr std::string_view kGeneralPlan = "総合計画";
constexpr std::string_view kFurtherPlan = "行動計画";

const Message kOrder = {"総合計画の位置付けは編・章・節の順に書いてください（「{0}」の前に「{1}」があります）。",
                        "Write the plan reference in the order 編, 章, 節 ({1} stands before {0})."};

bool is_general_plan(const Alignment& alignment) {
    return alignment.plan.text.find(kGeneralPlan) != std::string::npos &&
           alignment.plan.text.find(kFurtherPlan) == std::string::npos;
}

Levels levels_in(const Sheet& sheet) {
    Levels levels{};
    for (const Alignment& alignment : sheet.alignments)
        if (is_general_plan(alignment))
            for (const PlanHeading& heading : find_plan_headings(alignment.text.text)) levels[heading.level] = true;
    return levels;
}

// A plan that has no 編 at all is another city's; with several sheets to compare, a level none of them has is not
// expected.
Levels levels_of_plan(const DocumentScope& page) {
    if (page.document.sheets.size() < 2) return {true, true, true};
    Levels levels{};
    for (const Sheet& sheet : page.document.sheets) {
        const Levels own = levels_in(sheet);
        for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = levels[i] || own[i];
    }
    return levels;
}

// Each level must have met the one above it before.
void check_order(const SheetScope& sheet, const Alignment& alignment, const std::vector<PlanHeading>& headings,
                 Reporter& report) {
    std::array<std::size_t, 3> first;  // of each level
    first.fill(headings.size());
    for (std::size_t i = headings.size(); i-- > 0;) first[headings[i].level] = i;
    const auto shown = [](const PlanHeading& one) {
        return same("第" + std::to_string(one.number) + std::string(level_sign(one.level)));
    };
    for (std::size_t i = 0; i < headings.size(); ++i) {
        std::size_t later = headings.size();
        for (std::size_t level = 0; level < static_cast<std::size_t>(headings[i].level); ++level)
            if (first[level] > i) later = std::min(later, first[level]);
        if (later == headings.size()) continue;
        report.add(sheet, sheet.at(alignment).part(headings[i].begin, headings[i].end),
                   Saying{.arguments = {shown(headings[later]), shown(headings[i])}, .message = &kOrder});
        return;
    }
}

// 第1部 第2章: another city's plan has 部 where this one has 編.
bool has_parts_of_another_kind(std::string_view text) {
    for (const std::string_view sign : {"部", "篇", "部門", "施策", "政策", "基本目標", "柱"})
        for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
            const CodePoint before = decode_before(text, at);
            const CodePoint after = decode_at(text, at + sign.size());
            if (digit_value(before.value) || digit_value(after.value) ||
                std::u32string_view(U"一二三四五六七八九十").find(before.value) != std::u32string_view::npos)
                return true;
        }
    return false;
}

void check_sheet(const SheetScope& sheet, const Levels& expected, Reporter& report) {
    for (const Alignment& alignment : sheet.sheet.alignments) {
        if (!is_general_plan(alignment) || has_parts_of_another_kind(alignment.text.text)) continue;
        const std::vector<PlanHeading> headings = find_plan_headings(alignment.text.text);
        if (headings.empty()) continue;
        Levels present{};
        for (const PlanHeading& heading : headings) present[heading.level] = true;
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (expected[i] && !present[i])
                report.add(sheet, sheet.at(alignment), {same(level_sign(static_cast<PlanHeading::Level>(i)))});
        check_order(sheet, alignment, headings, report);
    }
}

void check(const DocumentScope& page, Reporter& report) {
    const Levels expected = levels_of_plan(page);
    for (const auto& sheet : page.sheets) check_sheet(*sheet, expected, report);
}

}  // namespace
}  // namespace plan_reference_malformed_rule

const RuleBody plan_reference_malformed{
    .texts = {.title = {"総合計画の位置付けの書き方", "plan reference is incomplete"},
              .message = {"総合計画の位置付けに「{0}」がありません。「第3編 … 第1章 … 第2節 …」と書いてください。",
                          "The plan reference lacks its {0}; write 編, 章 and 節 in order."},
              .why = {"編・章・節がそろわないと、総合計画のどの施策の目標かを一意にたどれません。",
                      "Without all three levels the goal cannot be traced to one measure of the plan."},
              .wrong = "総合計画における位置付け: 第2編 安心して暮らせるまち 第2節 ごみの減量",
              .right = "総合計画における位置付け: 第2編 安心して暮らせるまち 第1章 循環型社会の形成 第2節 ごみの減量"},
    .on_document = plan_reference_malformed_rule::check,
};

}  // namespace goalsheet::rules
