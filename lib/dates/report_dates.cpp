// SPDX-License-Identifier: MIT
#include "dates/report_dates.hpp"

#include <algorithm>

#include "dates/calendar.hpp"
#include "dates/date_walker.hpp"

namespace goalsheet::match {

using numbers::fold_glyphs;
using numbers::is_digit;
using numbers::is_noun_glyph;

namespace {

// Reads digits at `at`, at most four; moves `at` behind them.
std::optional<int> read_int(const Glyphs& g, std::size_t& at, std::size_t end) {
    int value = 0;
    std::size_t i = at;
    while (i < end && i < at + 5 && is_digit(g.text[i])) value = value * 10 + static_cast<int>(g.text[i++] - U'0');
    if (i == at || i == at + 5) return std::nullopt;
    at = i;
    return value;
}

bool take(const Glyphs& g, std::size_t& at, std::size_t end, std::u32string_view word) {
    if (at + word.size() > end || !g.starts_with(at, word)) return false;
    at += word.size();
    return true;
}

void skip_gap(const Glyphs& g, std::size_t& at, std::size_t end) {
    while (at < end && g.text[at] == U' ') ++at;
}

bool is_month(int m) { return m >= 1 && m <= 12; }
bool is_day(int d) { return d >= 1 && d <= 31; }

// 令和7年 · R7. · 2025年 · 2025/ with what makes it a year; `fiscal` for 年度 and for a letter alone.
bool read_year(const Glyphs& g, std::size_t& at, std::size_t end, DateWord& word) {
    dates::GlyphWalker walker(g, at, end);
    const auto year = dates::take_year(walker, g.before(at), dates::kYearsOfFigures);
    if (!year) return false;
    word.year = year->gregorian;
    // 令和7(2025)年度, 2025(令和7)年度: the same year said again.
    dates::GlyphWalker behind = walker;
    if (dates::take_year_in_brackets(behind, dates::kYearsOfFigures) && behind.peek() == U'年') walker = behind;
    std::size_t i = walker.position();
    if (take(g, i, end, U"年度"))
        word.fiscal = true;
    else if (take(g, i, end, U"年"))
        word.fiscal = false;
    else if (year->letter && g.at(i) == U'.' && is_digit(g.at(i + 1)))
        ++i;
    else if (!year->era && (g.at(i) == U'/' || g.at(i) == U'.' || g.at(i) == U'-') && is_digit(g.at(i + 1)))
        ++i;
    else if (year->letter)
        word.fiscal = true;
    else
        return false;
    at = i;
    return true;
}

bool read_slashed(const Glyphs& g, std::size_t& at, std::size_t end, DateWord& word, bool after_year) {
    std::size_t i = at;
    const auto month = read_int(g, i, end);
    if (!month || !is_month(*month)) return false;
    const bool mark = g.at(i) == U'/' || (after_year && (g.at(i) == U'.' || g.at(i) == U'-'));
    if (mark && i + 1 < end) {
        ++i;
        const auto day = read_int(g, i, end);
        const bool in_word = is_noun_glyph(g.at(i)) && !numbers::match_any(g, i, U"現在 時点");
        if (!day || !is_day(*day) || in_word) return false;
        word.day = day;
    } else if (!after_year) {
        return false;
    }
    word.month = month;
    at = i;
    return true;
}

bool read_month(const Glyphs& g, std::size_t& at, std::size_t end, DateWord& word) {
    std::size_t i = at;
    const auto month = read_int(g, i, end);
    if (!month || !is_month(*month) || !take(g, i, end, U"月")) return false;
    word.month = month;
    std::size_t d = i;
    if (const auto day = read_int(g, d, end); day && is_day(*day) && take(g, d, end, U"日")) {
        word.day = day;
        i = d;
    } else if (take(g, i, end, U"末")) {
        word.day.reset();
    } else if (take(g, i, end, U"上旬") || take(g, i, end, U"初旬")) {
        word.day = 10;
    } else if (take(g, i, end, U"中旬")) {
        word.day = 20;
    } else {
        take(g, i, end, U"下旬");
    }
    at = i;
    return true;
}

struct Period {
    std::u32string_view words;
    int month;
};
// The last month of a named part of the year.
constexpr Period kPeriods[] = {
    {U"上半期", 9},    {U"前半期", 9}, {U"上期", 9},      {U"前期", 9},      {U"下半期", 3},
    {U"年度末", 3},    {U"年度内", 3}, {U"第1四半期", 6}, {U"第2四半期", 9}, {U"第3四半期", 12},
    {U"第4四半期", 3}, {U"年末", 12},  {U"年内", 12},
};

bool read_period(const Glyphs& g, std::size_t& at, std::size_t end, DateWord& word) {
    for (const Period& period : kPeriods) {
        if (!take(g, at, end, period.words)) continue;
        word.month = period.month;
        take(g, at, end, U"末");
        return true;
    }
    return false;
}

bool read_date(const Glyphs& g, std::size_t& at, std::size_t end, DateWord& word) {
    std::size_t i = at;
    const bool year = read_year(g, i, end, word);
    if (year) {
        std::size_t j = i;
        skip_gap(g, j, end);
        if (read_month(g, j, end, word) || (!word.fiscal && read_slashed(g, j, end, word, true)))
            i = j;
        else if (word.fiscal && take(g, j, end, U"末")) {
            word.month = 3;
            i = j;
        }
    } else if (!read_month(g, i, end, word) && !read_slashed(g, i, end, word, false) && !read_period(g, i, end, word)) {
        return false;
    }
    at = i;
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
        std::size_t at = i;
        if (may_start_date(g, i) && read_date(g, at, span.end, word)) {
            word.span = {i, at};
            words.push_back(word);
            i = at;
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
