// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "text/struck.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace sdgs_number_invalid_rule {
namespace {

constexpr int kLastGoal = 17;

const Message kNoGoal = {
    "「{0}」からSDGsの目標番号を読み取れません。「8 働きがいも経済成長も」のように番号から書いてください。",
    "No SDG can be read from “{0}”; write its number first, as in “8 働きがいも経済成長も”."};

std::string leading_digits(std::string_view text) {
    std::string digits;
    for (std::size_t at = 0; at < text.size() && digits.size() < 6;) {
        const CodePoint point = decode_at(text, at);
        const auto digit = digit_value(point.value);
        if (!digit && !(digits.empty() && is_space(point.value))) break;
        if (digit) digits += static_cast<char>('0' + *digit);
        at += point.length;
    }
    return digits;
}

bool is_goal_number(const std::string& digits) {
    return !digits.empty() && digits.size() < 3 && std::stoi(digits) >= 1 && std::stoi(digits) <= kLastGoal;
}

// 該当なし, and ゴール8（…）, whose number stands behind a word.
bool names_none_or_goal(std::string_view text) {
    const std::string folded = fold(text);
    if (folded.starts_with("該当") || folded == "なし" || folded == "無し" || folded.starts_with("特になし"))
        return true;
    for (const std::string_view word : {"ゴール", "目標", "sdgs", "goal", "sdg"}) {
        if (!folded.starts_with(word)) continue;
        const std::string digits = leading_digits(std::string_view(folded).substr(word.size()));
        if (is_goal_number(digits)) return true;
    }
    return false;
}

// □8: one of a list that is not meant.
bool is_empty_box(std::string_view text) { return text.starts_with("□") || text.starts_with("☐"); }

// Struck out, an empty box, a number that others of its list are marked beside.
bool is_left_out(std::string_view text) {
    const std::string digits = leading_digits(text);
    return has_struck(text) || is_empty_box(text) || (is_goal_number(digits) && fold(text).size() == digits.size());
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const SdgGoal& goal : sheet.sheet.sdgs)
        if (goal.number < 1 || goal.number > kLastGoal)
            report.add(sheet, sheet.at(goal.name, FieldId::sdgs),
                       {count_word(static_cast<std::size_t>(std::max(goal.number, 0)))});
    for (const Unplaced& unplaced : sheet.sheet.unplaced) {
        if (sheet.page.form().match(unplaced.label) != FieldId::sdgs || is_blank(unplaced.text.text) ||
            is_left_out(unplaced.text.text) || names_none_or_goal(unplaced.text.text))
            continue;
        const std::string digits = leading_digits(unplaced.text.text);
        const Place place = sheet.at(unplaced.text, FieldId::sdgs);
        if (digits.empty() || is_goal_number(digits))
            report.add(sheet, place, Saying{.arguments = {same(excerpt(unplaced.text.text))}, .message = &kNoGoal});
        else
            report.add(sheet, place, {same(digits)});
    }
}

}  // namespace
}  // namespace sdgs_number_invalid_rule

const RuleBody sdgs_number_invalid{
    .texts = {.title = {"SDGsの目標番号がない数", "there is no such SDG"},
              .message = {"SDGsの目標番号「{0}」はありません。1〜17で指定してください。",
                          "SDG number {0} does not exist; use 1–17."},
              .why = {"SDGsの目標は17までです。番号で集計するので、誤りは別の目標に数えられます。",
                      "There are 17 goals; sheets are counted by number."},
              .wrong = "該当するSDGsの目標: 18 水と緑を守ろう",
              .right = "該当するSDGsの目標: 15 陸の豊かさも守ろう"},
    .on_sheet = sdgs_number_invalid_rule::check,
};

}  // namespace goalsheet::rules
