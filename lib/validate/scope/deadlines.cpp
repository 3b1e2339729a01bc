// SPDX-License-Identifier: MIT
#include "validate/scope/deadlines.hpp"

#include <array>

#include "dates/day_mentions.hpp"
#include "dates/report_dates.hpp"
#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

// What begins or recurs then is not due then.
constexpr std::array<std::string_view, 10> kNoDeadline = {"から", "以降", "通年", "毎月", "随時",
                                                          "～",   "〜",   "毎週", "年間", "ごと"};

// 午前9時, 13:30, 正午.
bool begins_with_time(std::string_view text) {
    text = trim(text);
    if (text.starts_with("正午") || text.starts_with("午前") || text.starts_with("午後")) return true;
    std::size_t at = 0;
    while (digit_value(decode_at(text, at).value)) at += decode_at(text, at).length;
    const std::string_view unit = text.substr(at);
    return at > 0 && (unit.starts_with("時") || unit.starts_with(":") || unit.starts_with("："));
}

// 9時～ and 19:30～: the hour that something begins.
bool ends_with_time(std::string_view text) {
    text = trim(text);
    if (text.ends_with("時") || text.ends_with("分") || text.ends_with("時半")) return true;
    std::size_t digits = text.size();
    while (digits > 0 && digit_value(decode_before(text, digits).value)) digits -= decode_before(text, digits).length;
    const std::string_view before = text.substr(0, digits);
    return digits < text.size() && (before.ends_with(":") || before.ends_with("："));
}

// Words that leave the end open: 10月から, 通年. 9時～12時 on a day does not.
bool is_open(std::string_view text) {
    for (auto open = find_phrase<kNoDeadline>(text); open; open = find_phrase<kNoDeadline>(text, open->end)) {
        const std::string_view rest = text.substr(open->end);
        if (begins_with_time(rest) || ends_with_time(text.substr(0, open->begin))) continue;
        return !may_hold_day(rest);
    }
    return false;
}

}  // namespace

std::optional<Date> deadline_of(const SheetScope& sheet, const Measure& measure) {
    const auto year = fiscal_year_of(sheet);
    const std::string& text = measure.deadline.text;
    if (!year || is_blank(text) || is_open(text)) return std::nullopt;
    return match::find_deadline(text, *year);
}

Date as_of(const SheetScope& sheet, const MeasuredMeasure& measured) {
    constexpr int kSeptember = 9;
    constexpr int kLastDay = 30;
    const Date half{fiscal_year_of(sheet).value_or(0), kSeptember, kLastDay};
    return measured.rows.empty() ? half : measured.rows.front().as_of.value_or(half);
}

}  // namespace goalsheet::rules
