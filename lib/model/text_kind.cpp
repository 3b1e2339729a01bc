// SPDX-License-Identifier: MIT
#include "model/text_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dates/schedule.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::array<std::string_view, 8> kWords = {
    "marks", "dates", "percentages", "figures", "grades", "names of sections", "words", "sentences"};

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

// 1-1, (3), A-2, 4.: digits with a letter in front at most, and a sign that says it is no figure.
bool is_mark(const std::string& folded) {
    std::string_view rest = folded;
    if (rest.empty() || rest.size() > 8) return false;
    const bool bracketed = rest.starts_with('(') && rest.ends_with(')');
    if (bracketed) rest = rest.substr(1, rest.size() - 2);
    const bool dotted = rest.ends_with('.');
    if (dotted) rest.remove_suffix(1);
    const bool lettered = !rest.empty() && rest.front() >= 'a' && rest.front() <= 'z';
    if (lettered) rest.remove_prefix(1);
    const bool joined = rest.find('-', 1) != std::string_view::npos;
    if (rest.empty() || (!lettered && rest.front() == '-')) return false;
    const auto is_part = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)) || c == '-'; };
    return std::all_of(rest.begin(), rest.end(), is_part) && (bracketed || dotted || lettered || joined);
}

bool is_grade(const std::string& folded) {
    constexpr std::string_view kGrades[] = {"○",
                                            "◎",
                                            "△",
                                            "×",
                                            "a",
                                            "b",
                                            "c",
                                            "d",
                                            "s",
                                            "順調",
                                            "概ね順調",
                                            "おおむね順調",
                                            "遅れ",
                                            "やや遅れ",
                                            "達成",
                                            "未達成",
                                            "一部達成",
                                            "完了",
                                            "継続",
                                            "未着手",
                                            "実施中",
                                            "概ね達成",
                                            "おおむね達成",
                                            "ほぼ達成",
                                            "十分達成",
                                            "不十分",
                                            "やや不十分",
                                            "実施済",
                                            "実施済み",
                                            "未実施",
                                            "一部実施",
                                            "検討中",
                                            "計画どおり",
                                            "計画通り",
                                            "予定どおり",
                                            "予定通り",
                                            "遅延"};
    return std::find(std::begin(kGrades), std::end(kGrades), folded) != std::end(kGrades);
}

bool is_section(const std::string& folded) {
    constexpr std::size_t kLongest = 45;
    if (folded.size() > kLongest || folded.size() < 6) return false;
    for (const std::string_view ending : {"課", "室", "係", "局", "部", "署", "センター", "委員会", "事務所"})
        if (folded.ends_with(ending)) return true;
    return false;
}

// A figure with hardly more than its unit.
bool is_figure(const std::string& folded) {
    constexpr std::size_t kMostOthers = 6;
    if (folded.size() > 45) return false;
    std::size_t digits = 0;
    std::size_t others = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = decode_at(folded, at);
        at += point.length;
        digits += is_ascii_digit(point.value) ? 1 : 0;
        others += point.value >= 0x80 ? 1 : 0;
    }
    const CodePoint first = decode_at(folded, 0);
    const bool begins =
        is_ascii_digit(first.value) || first.value == U'約' || first.value == U'延' || first.value == U'△';
    return digits > 0 && begins && others <= kMostOthers;
}

// 11月末, 9月ごろ: a month and hardly more.
bool begins_with_month(const std::string& folded) {
    constexpr std::size_t kLongest = 5;  // characters
    std::size_t digits = 0;
    while (digits < folded.size() && is_ascii_digit(static_cast<unsigned char>(folded[digits]))) ++digits;
    return (digits == 1 || digits == 2) && folded.compare(digits, 3, "月") == 0 &&
           count_code_points(folded) <= digits + kLongest;
}

bool is_sentence(std::string_view text) {
    constexpr std::size_t kLongestName = 30;  // characters
    if (text.find("。") != std::string_view::npos || text.find('\n') != std::string_view::npos) return true;
    return count_code_points(text) > kLongestName;
}

}  // namespace

TextKind text_kind(std::string_view text) {
    const std::string_view core = trim(text);
    const std::string folded = fold(core);
    const CodePoint first = decode_at(core, 0);
    if (first.length == core.size() && circled_number(first.value)) return TextKind::mark;
    if (read_schedule(core, std::nullopt).kind != ScheduleKind::unknown) return TextKind::date;
    if (is_grade(folded)) return TextKind::grade;
    if (is_mark(folded)) return TextKind::mark;
    if (begins_with_month(folded)) return TextKind::date;
    if (is_figure(folded)) return folded.find('%') != std::string::npos ? TextKind::percent : TextKind::figure;
    if (is_section(folded)) return TextKind::section;
    return is_sentence(core) ? TextKind::sentence : TextKind::words;
}

std::string_view text_kind_words(TextKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

std::string ColumnKind::describe() const {
    return fmt::format("{} of {} cells are {}", count, of, text_kind_words(kind));
}

std::optional<ColumnKind> column_kind(std::span<const std::string> texts) {
    std::array<std::size_t, kWords.size()> counts{};
    for (const std::string& text : texts) ++counts[static_cast<std::size_t>(text_kind(text))];
    const auto most = std::max_element(counts.begin(), counts.end());
    if (texts.empty() || *most * 5 < texts.size() * 4) return std::nullopt;
    return ColumnKind{static_cast<TextKind>(most - counts.begin()), *most, texts.size()};
}

}  // namespace goalsheet
