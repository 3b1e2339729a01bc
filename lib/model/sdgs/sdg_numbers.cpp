// SPDX-License-Identifier: MIT
#include "model/sdgs/sdg_numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr int kLastGoal = 17;
constexpr std::size_t kMostDigits = 3;

// Targets with a number, and with a letter, of each goal (A/RES/71/313, global indicator framework).
struct TargetCount {
    int numbers;
    char32_t last_letter;
};
constexpr std::array<TargetCount, kLastGoal> kTargets = {{{5, 'b'},
                                                          {5, 'c'},
                                                          {9, 'd'},
                                                          {7, 'c'},
                                                          {6, 'c'},
                                                          {6, 'b'},
                                                          {3, 'b'},
                                                          {10, 'b'},
                                                          {5, 'c'},
                                                          {7, 'c'},
                                                          {7, 'c'},
                                                          {8, 'c'},
                                                          {3, 'b'},
                                                          {7, 'c'},
                                                          {9, 'c'},
                                                          {10, 'b'},
                                                          {19, 0}}};

bool is_goal(int number) { return number >= 1 && number <= kLastGoal; }

bool has_target(int goal, int target) {
    return is_goal(goal) && target >= 1 && target <= kTargets[static_cast<std::size_t>(goal - 1)].numbers;
}

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }
bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c; }

// K12 is a word; SDGs12, Goal12 and No12 are goal 12.
bool is_part_of_word(std::string_view text, std::size_t at) {
    if (!is_ascii_letter(decode_before(text, at).value)) return false;
    const std::string before = fold(text.substr(at > 8 ? at - 8 : 0, at > 8 ? 8 : at));
    for (const std::string_view word : {"sdgs", "sdg", "goal", "no"})
        if (before.ends_with(word)) return false;
    return true;
}

// 2030年, 17の目標, 3つの柱: numbers of something else.
bool counts_something(int number, std::string_view rest) {
    for (const std::string_view word : {"年", "つの", "個の", "項目", "%", "％"})
        if (rest.starts_with(word)) return true;
    return number == kLastGoal && (rest.starts_with("の目標") || rest.starts_with("のゴール"));
}

struct Digits {
    std::size_t end;
    int value;
};

// The digits at a place; none where there are none, or more than a goal or target has.
std::optional<Digits> digits_at(std::string_view text, std::size_t at) {
    Digits digits{at, 0};
    std::size_t count = 0;
    while (const auto digit = digit_value(decode_at(text, digits.end).value)) {
        if (++count <= kMostDigits) digits.value = digits.value * 10 + *digit;
        digits.end += decode_at(text, digits.end).length;
    }
    if (count == 0 || count > kMostDigits) return std::nullopt;
    return digits;
}

std::size_t behind_digits(std::string_view text, std::size_t at) {
    while (digit_value(decode_at(text, at).value)) at += decode_at(text, at).length;
    return at;
}

std::size_t behind_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(decode_at(text, at).value)) at += decode_at(text, at).length;
    return at;
}

// 8.9 · 8.9.1: its numbers.
using Chain = std::vector<SdgNumber>;
Chain chain_at(std::string_view text, const SdgNumber& first, std::u32string_view signs) {
    Chain chain{first};
    while (is_one_of(decode_at(text, chain.back().end).value, signs)) {
        const std::size_t begin = chain.back().end + decode_at(text, chain.back().end).length;
        const auto next = digits_at(text, begin);
        if (!next) break;
        chain.push_back({begin, next->end, next->value, next->value});
    }
    return chain;
}

// 3.4.11, 3-4-11: one goal after the other.
bool is_list(const Chain& chain) {
    const auto rises = [](const SdgNumber& a, const SdgNumber& b) { return a.number >= b.number; };
    return chain.size() > 2 && std::adjacent_find(chain.begin(), chain.end(), rises) == chain.end() &&
           is_goal(chain.back().number);
}

constexpr std::u32string_view kPoints = U".．";
constexpr std::u32string_view kDashes = U"-－−‐‑–—";
constexpr std::u32string_view kWaves = U"~～〜ー";

Chain list_at(std::string_view text, const SdgNumber& first) {
    for (const std::u32string_view signs : {kPoints, kDashes}) {
        Chain chain = chain_at(text, first, signs);
        if (is_list(chain)) return chain;
    }
    return {};
}

// 11.b, 11-b: the end, or nothing.
std::optional<std::size_t> letter_target_end(std::string_view text, const SdgNumber& goal) {
    const CodePoint sign = decode_at(text, goal.end);
    if (!is_one_of(sign.value, kPoints) && !is_one_of(sign.value, kDashes)) return std::nullopt;
    const std::size_t at = goal.end + sign.length;
    const CodePoint letter = decode_at(text, at);
    const char32_t small = narrow(letter.value) | 0x20U;
    if (!is_goal(goal.number) || small < 'a' || small > kTargets[static_cast<std::size_t>(goal.number - 1)].last_letter)
        return std::nullopt;
    const std::size_t end = at + letter.length;
    return is_ascii_letter(narrow(decode_at(text, end).value)) ? std::nullopt : std::optional(end);
}

void take_target(std::string_view text, SdgNumber& goal) {
    if (const auto end = letter_target_end(text, goal)) {
        goal.kind = SdgNumber::Kind::target;
        goal.end = *end;
        return;
    }
    const Chain dotted = chain_at(text, goal, kPoints);
    if (dotted.size() > 1 && has_target(goal.number, dotted[1].number)) {
        goal.kind = SdgNumber::Kind::target;
        goal.end = dotted.back().end;
    }
}

// 3-8 may be 3 to 8, or target 3.8; 17-3 can be no range.
void take_dashed(std::string_view text, SdgNumber& goal) {
    const Chain dashed = chain_at(text, goal, kDashes);
    if (dashed.size() != 2 || !is_goal(goal.number)) return;
    const int second = dashed[1].number;
    const bool target = has_target(goal.number, second);
    const bool rises = second > goal.number && is_goal(second);
    if (!target && !rises) return;
    goal.end = dashed.back().end;
    goal.last = rises ? second : goal.number;
    goal.kind = target && rises ? SdgNumber::Kind::unsure : target ? SdgNumber::Kind::target : SdgNumber::Kind::range;
}

// The words of a list between ～ and the number it reaches to.
std::size_t behind_goal_word(std::string_view text, std::size_t at) {
    for (const std::string_view word : {"目標", "ゴール", "SDGs", "SDG", "Goal", "No."})
        if (text.substr(at).starts_with(word)) return behind_spaces(text, at + word.size());
    return at;
}

// 1～3, 1 から 3, 目標1～目標3
void take_range(std::string_view text, SdgNumber& goal) {
    std::size_t at = behind_spaces(text, goal.end);
    const CodePoint sign = decode_at(text, at);
    const bool word = text.substr(at).starts_with("から");
    if (!word && !is_one_of(sign.value, kWaves)) return;
    at = behind_goal_word(text, behind_spaces(text, at + (word ? std::string_view("から").size() : sign.length)));
    const auto circled = circled_number(decode_at(text, at).value);
    const auto last = circled ? Digits{at + decode_at(text, at).length, *circled} : digits_at(text, at);
    if (!last) return;
    const bool rises = last->value > goal.number && is_goal(last->value) && is_goal(goal.number);
    goal.end = last->end;
    goal.last = rises ? last->value : goal.number;
    goal.kind = rises ? SdgNumber::Kind::range : SdgNumber::Kind::unsure;
}

std::optional<SdgNumber> number_at(std::string_view text, std::size_t at) {
    const CodePoint point = decode_at(text, at);
    if (const auto circled = circled_number(point.value)) {
        SdgNumber number{at, at + point.length, *circled, *circled};
        number.circled = true;
        return number;
    }
    const auto digits = digits_at(text, at);
    if (!digits || is_part_of_word(text, at) || counts_something(digits->value, text.substr(digits->end)))
        return std::nullopt;
    return SdgNumber{at, digits->end, digits->value, digits->value};
}

// A sign that touches the number, and nothing else on its other side.
void find_marks(std::string_view text, std::vector<SdgNumber>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        SdgNumber& number = numbers[i];
        const CodePoint before = decode_before(text, number.begin);
        const CodePoint behind = decode_at(text, number.end);
        const bool marked_before = number.begin > 0 && is_sdg_mark(before.value);
        const bool marked_behind = number.end < text.size() && is_sdg_mark(behind.value);
        number.mark = marked_before && marked_behind ? SdgNumber::Mark::both
                      : marked_before                ? SdgNumber::Mark::before
                      : marked_behind                ? SdgNumber::Mark::behind
                                                     : SdgNumber::Mark::none;
    }
}

}  // namespace

bool is_sdg_mark(char32_t c) { return is_one_of(c, U"○◯〇●◎⚫★☆✓✔✅☑☒■レ✗✘×"); }

std::vector<SdgNumber> find_sdg_numbers(std::string_view text) {
    std::vector<SdgNumber> numbers;
    for (std::size_t at = 0; at < text.size();) {
        auto number = number_at(text, at);
        if (!number) {
            at = std::max(behind_digits(text, at), at + decode_at(text, at).length);
            continue;
        }
        const Chain list = list_at(text, *number);
        if (!list.empty()) {
            numbers.insert(numbers.end(), list.begin(), list.end());
            at = list.back().end;
            continue;
        }
        if (!number->circled) take_target(text, *number);
        if (number->kind == SdgNumber::Kind::goal) take_dashed(text, *number);
        if (number->kind == SdgNumber::Kind::goal) take_range(text, *number);
        at = number->end;
        numbers.push_back(*number);
    }
    find_marks(text, numbers);
    return numbers;
}

}  // namespace goalsheet
