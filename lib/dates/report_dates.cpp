// SPDX-License-Identifier: MIT
#include "dates/report_dates.hpp"

#include <algorithm>

#include "dates/calendar.hpp"
#include "dates/date_parts.hpp"

namespace goalsheet::match {

using numbers::fold_glyphs;
using numbers::is_digit;
using numbers::is_noun_glyph;

namespace {

using dates::GlyphWalker;

// 令和7年 · R7. · 2025年 · 2025/ with what makes it a year; `fiscal` for 年度 and for a letter alone.
bool take_year(GlyphWalker& walker, char32_t before, DateWord& word) {
    GlyphWalker ahead = walker;
    const auto year = dates::take_year(ahead, before, dates::kYearsOfFigures);
    if (!year) return false;
    word.year = year->gregorian;
    // 令和7(2025)年度, 2025(令和7)年度: the same year said again.
    GlyphWalker behind = ahead;
    if (dates::take_year_in_brackets(behind, dates::kYearsOfFigures) && behind.peek() == U'年') ahead = behind;
    GlyphWalker sign = ahead;
    const bool dotted =
        (year->letter ? sign.take(U'.') : !year->era && sign.take_any({U"/", U".", U"-"})) && is_digit(sign.peek());
    if (ahead.take(U"年度"))
        word.fiscal = true;
    else if (ahead.take(U'年'))
        word.fiscal = false;
    else if (dotted)
        ahead = sign;
    else if (year->letter)
        word.fiscal = true;
    else
        return false;
    walker = ahead;
    return true;
}

// 10/31; behind a year also 10.31, 10-31 and the month alone.
bool take_slashed(const Glyphs& g, GlyphWalker& walker, DateWord& word, bool after_year) {
    GlyphWalker ahead = walker;
    const auto month = ahead.take_number(2);
    if (!month || !dates::is_month(*month)) return false;
    GlyphWalker behind = ahead;
    const bool mark = behind.take(U'/') || (after_year && behind.take_any({U".", U"-"}));
    if (mark && !behind.done()) {
        const auto day = behind.take_number(2);
        const std::size_t end = behind.position();
        const bool in_word = is_noun_glyph(g.at(end)) && !numbers::match_any(g, end, U"現在 時点");
        if (!day || !dates::may_be_day(*day) || in_word) return false;
        word.day = day;
        ahead = behind;
    } else if (!after_year) {
        return false;
    }
    word.month = month;
    walker = ahead;
    return true;
}

bool take_month(GlyphWalker& walker, DateWord& word) {
    using dates::MonthPart;
    constexpr int kEndOfThird = 10;
    GlyphWalker ahead = walker;
    const auto month = dates::take_month(ahead);
    if (!month || !dates::is_month(*month)) return false;
    word.month = month;
    GlyphWalker behind = ahead;
    if (const auto day = dates::take_day(behind); day && dates::may_be_day(*day)) {
        word.day = day;
        ahead = behind;
    } else {
        const MonthPart part = dates::take_month_part(ahead);
        if (part == MonthPart::first_third) word.day = kEndOfThird;
        if (part == MonthPart::second_third) word.day = 2 * kEndOfThird;
    }
    walker = ahead;
    return true;
}

bool take_period(GlyphWalker& walker, DateWord& word) {
    const dates::YearPart* part = dates::take_year_part(walker);
    if (!part) return false;
    word.month = part->last_month;
    walker.take(U'末');
    return true;
}

bool take_date(const Glyphs& g, GlyphWalker& walker, DateWord& word) {
    if (!take_year(walker, g.before(walker.position()), word))
        return take_month(walker, word) || take_slashed(g, walker, word, false) || take_period(walker, word);
    GlyphWalker ahead = walker;
    ahead.skip_spaces();
    if (take_month(ahead, word) || (!word.fiscal && take_slashed(g, ahead, word, true))) {
        walker = ahead;
    } else if (word.fiscal && ahead.take(U'末')) {
        word.month = kFirstMonthOfYear - 1;
        walker = ahead;
    }
    return true;
}

}  // namespace

bool may_start_date(const Glyphs& g, std::size_t i) {
    static constexpr numbers::GlyphSet kBeginnings = U"0123456789令平昭㋿㍻㍼RH上前下年第";
    const char32_t c = g.text[i];
    if (!kBeginnings.contains(c)) return false;
    return !is_digit(c) || (!is_digit(g.before(i)) && g.before(i) != U'.' && g.before(i) != U',');
}

std::vector<DateWord> find_date_words(const Glyphs& g, Span span) {
    std::vector<DateWord> words;
    for (std::size_t i = span.begin; i < span.end;) {
        DateWord word;
        GlyphWalker walker(g, i, span.end);
        if (may_start_date(g, i) && take_date(g, walker, word)) {
            word.span = {i, walker.position()};
            words.push_back(word);
            i = walker.position();
        } else {
            ++i;
        }
    }
    return words;
}

std::optional<int> fiscal_year_of(const DateWord& word) {
    if (!word.year) return std::nullopt;
    if (word.fiscal || !word.month || *word.month >= kFirstMonthOfYear) return *word.year;
    return *word.year - 1;
}

std::optional<Date> last_day_of(const DateWord& word, int fiscal_year) {
    if (!word.month) return std::nullopt;
    int year = 0;
    if (word.year && !word.fiscal)
        year = *word.year;
    else
        year = word.year.value_or(fiscal_year) + (*word.month < kFirstMonthOfYear ? 1 : 0);
    const int last = days_in_month(year, *word.month);
    return Date{year, *word.month, std::min(word.day.value_or(last), last)};
}

namespace {

bool starts_with_one_of(const Glyphs& g, std::size_t i, const numbers::Words& words) {
    return numbers::match_any(g, i, words) != 0;
}

// 4月~9月, 4~9月: the half year that began in April.
bool runs_from_april(const Glyphs& g, std::size_t begin) {
    std::size_t i = begin;
    while (i > 0 && g.text[i - 1] == U' ') --i;
    const auto before = g.slice(i - std::min<std::size_t>(i, 4), i);
    return before.ends_with(U"4月~") || before.ends_with(U"4~") || before.ends_with(U"4月から") ||
           before.ends_with(U"4-");
}

bool says_as_of(const Glyphs& g, const DateWord& word) {
    std::size_t end = word.span.end;
    const bool month_end = g.before(end) == U'末' || g.starts_with(end, U"末");
    if (g.starts_with(end, U"末")) ++end;
    while (g.at(end) == U' ') ++end;
    if (starts_with_one_of(g, end, U"現在 時点 までの実績 までの累計 までに実施済 までの件数 までの状況")) return true;
    if (month_end && g.before(word.span.begin) == U'(' &&
        (g.at(end) == U')' || starts_with_one_of(g, end, U"まで) 実績 まで:")))
        return true;
    return runs_from_april(g, word.span.begin) && !starts_with_one_of(g, end, U"に予定 に開催予定 予定 に実施予定");
}

bool is_in_year(const Date& day, int fiscal_year) {
    return day >= Date{fiscal_year, kFirstMonthOfYear, 1} && day < Date{fiscal_year + 1, kFirstMonthOfYear + 2, 1};
}

Fraction months_since_april(const Date& day, int fiscal_year) {
    const int months = (day.year - fiscal_year) * 12 + day.month - kFirstMonthOfYear;
    const int days = days_in_month(day.year, day.month);
    return {static_cast<std::int64_t>(months) * days + day.day, days};
}

Fraction limit_to_one(Fraction share) {
    if (share.numerator < 0) share.numerator = 0;
    if (share.numerator > share.denominator) return {1, 1};
    return share;
}

}  // namespace

std::optional<Date> find_as_of_day(const Glyphs& g, Span span, int fiscal_year) {
    for (const DateWord& word : find_date_words(g, span)) {
        const auto day = says_as_of(g, word) ? last_day_of(word, fiscal_year) : std::nullopt;
        if (day && is_in_year(*day, fiscal_year)) return day;
    }
    return std::nullopt;
}

std::optional<Date> find_deadline(std::string_view deadline, int fiscal_year) {
    constexpr std::size_t kMost = 2000;  // bytes; real ones have under 100
    const Glyphs g = fold_glyphs(deadline.substr(0, kMost));
    std::optional<Date> last;
    for (const DateWord& word : find_date_words(g, {0, g.size()})) {
        const auto day = last_day_of(word, fiscal_year);
        if (day) last = day;
        if (word.fiscal && !word.month) last = Date{*word.year + 1, 3, 31};
    }
    if (!last || *last >= Date{fiscal_year + 1, 3, 31} || *last < Date{fiscal_year, kFirstMonthOfYear, 1})
        return std::nullopt;
    return last;
}

Fraction elapsed_share(const Date& day, int fiscal_year) {
    const Fraction months = months_since_april(day, fiscal_year);
    return limit_to_one({months.numerator, months.denominator * 12});
}

Fraction elapsed_share(const Date& day, int fiscal_year, const Date& deadline) {
    const Fraction now = months_since_april(day, fiscal_year);
    const Fraction all = months_since_april(deadline, fiscal_year);
    return limit_to_one({now.numerator * all.denominator, now.denominator * all.numerator});
}

}  // namespace goalsheet::match
