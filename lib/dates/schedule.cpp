// SPDX-License-Identifier: MIT
#include "dates/schedule.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "dates/calendar.hpp"
#include "dates/date_walker.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr int kFirstMonth = kFirstMonthOfYear;
constexpr int kFirstYear = 1900;  // what a workbook can hold as a date
constexpr int kLastYear = 9990;

Date last_of_month(int year, int month) { return {year, month, days_in_month(year, month)}; }

bool exists(const Date& date) { return is_day(date.year, date.month, date.day); }

// A stretch of days that a few words name.
struct Span {
    Date start;
    Date end;
    std::string_view third;
    bool end_like = false;  ///< 末, 年度内: means its last day
    bool has_year = false;  ///< the words say the calendar year themselves
};

// Reads the folded text from left to right; every read_… moves on only when it succeeds.
class Scanner {
public:
    Scanner(std::string_view text, std::optional<int> fiscal_year) : text_(text), fiscal_year_(fiscal_year) {}

    bool done() const { return at_ == text_.size(); }

    bool eat(std::string_view words) {
        if (!text_.substr(at_).starts_with(words)) return false;
        at_ += words.size();
        return true;
    }
    bool eat_any(std::initializer_list<std::string_view> choices) {
        return std::any_of(choices.begin(), choices.end(), [this](std::string_view words) { return eat(words); });
    }

    // Days of one point in time. `from`: the start of a range whose end this is.
    std::optional<Span> read_span(const Span* from = nullptr) {
        const std::size_t begin = at_;
        for (const auto read : {&Scanner::read_fiscal, &Scanner::read_calendar}) {
            if (const auto span = (this->*read)(from)) return span;
            at_ = begin;
        }
        return std::nullopt;
    }

    // 4～6月: the first month borrows its unit from the second.
    std::optional<Span> read_bare_month_range() {
        const std::size_t begin = at_;
        const auto first = read_number(2);
        if (first && eat_any({"~", "〜", "-"})) {
            const auto second = read_number(2);
            if (second && eat("月") && fiscal_year_) {
                const auto start = whole_month(year_of(*first), *first);
                const auto end = whole_month(year_of(*second), *second);
                if (start && end && start->start <= end->end) return Span{start->start, end->end, {}, false, false};
            }
        }
        at_ = begin;
        return std::nullopt;
    }

private:
    std::optional<int> read_number(int max_digits) {
        int value = 0;
        int digits = 0;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
            if (++digits > max_digits) return std::nullopt;
            value = value * 10 + (text_[at_++] - '0');
        }
        return digits == 0 ? std::nullopt : std::optional(value);
    }

    // 令和8, R8, 2026, without its 年.
    std::optional<dates::Year> read_year() {
        dates::Walker walker(text_, at_);
        const auto year = dates::take_year(walker, U' ', dates::kYearsOfFigures);
        at_ = walker.position();
        return year;
    }

    // （2026）, (令和8年): the same year once more, in the other calendar. Another year there is left where it stands.
    void skip_same_year(int year) {
        dates::Walker walker(text_, at_);
        const auto again = dates::take_year_in_brackets(walker, dates::kYearsOfFigures);
        if (again && again->gregorian == year) at_ = walker.position();
    }

    std::optional<int> read_fiscal_year_words() {
        if (eat_any({"今年度", "本年度", "当年度", "当該年度", "年度"})) return fiscal_year_;
        const std::size_t begin = at_;
        const auto year = read_year();
        if (year) skip_same_year(year->gregorian);
        if (year && eat("年度")) {
            skip_same_year(year->gregorian);
            return year->gregorian;
        }
        at_ = begin;
        return std::nullopt;
    }

    // 年度末, 令和7年度中, 上半期, 今年度第2四半期, 年末.
    std::optional<Span> read_fiscal(const Span*) {
        const std::size_t begin = at_;
        const auto named = read_fiscal_year_words();
        const bool words = at_ != begin;
        const auto year = words ? named : fiscal_year_;
        if (!year) return std::nullopt;
        const Date first{*year, kFirstMonth, 1};
        const Date last{*year + 1, 3, 31};
        const bool bare = words && text_.substr(begin, at_ - begin) == "年度";
        if (words && eat_any({"末", "内", "中", "いっぱい"})) return Span{last, last, {}, true, true};
        if (eat_any({"上半期", "上期"})) return half(first, {*year, 9, 30});
        if (eat_any({"下半期", "下期"})) return half({*year, 10, 1}, last);
        if (const auto quarter = read_quarter(*year)) return quarter;
        if (!words && eat_any({"年末", "年内"})) return Span{{*year, 12, 31}, {*year, 12, 31}, {}, true, false};
        if (!words || bare) return std::nullopt;
        return Span{first, last, {}, false, true};
    }

    Span half(Date start, Date end) {
        if (eat("末")) return {end, end, {}, true, true};
        eat("中");
        return {start, end, {}, false, true};
    }

    std::optional<Span> read_quarter(int year) {
        const std::size_t begin = at_;
        const bool ordinal = eat("第");
        const auto number = read_number(1);
        if (!ordinal || !number || *number < 1 || *number > 4 || !eat("四半期")) {
            at_ = begin;
            return std::nullopt;
        }
        const int month = *number == 4 ? 1 : kFirstMonth + 3 * (*number - 1);
        const int of = *number == 4 ? year + 1 : year;
        return half({of, month, 1}, last_of_month(of, month + 2));
    }

    // 令和8年2月, 9月末, 10月中旬, 7月15日, R7.10.1; with `from` also 翌年3月 and 15日.
    std::optional<Span> read_calendar(const Span* from) {
        if (from)
            if (const auto day = read_day_of(*from)) return day;
        std::optional<int> year = read_calendar_year(from);
        const bool has_year = year.has_value();
        const auto month = read_number(2);
        if (!month || *month < 1 || *month > 12) return std::nullopt;
        if (!has_year) year = from && from->has_year ? year_after(*from, *month) : year_of(*month);
        if (!year) return std::nullopt;
        auto span = dotted_ ? read_dotted_day(*year, *month) : eat("月") ? read_part(*year, *month) : std::nullopt;
        if (span) span->has_year = has_year || (from && from->has_year);
        return span;
    }

    std::optional<int> read_calendar_year(const Span* from) {
        dotted_ = false;
        if (from && eat_any({"翌年", "翌"})) return from->start.year + 1;
        const std::size_t begin = at_;
        if (const auto year = read_year()) {
            skip_same_year(year->gregorian);
            if (eat("年")) {
                skip_same_year(year->gregorian);
                return year->gregorian;
            }
            dotted_ = eat_any({".", "/", "-"});
            if (dotted_ && (year->letter || has_two_more_numbers())) return year->gregorian;
        }
        dotted_ = false;
        at_ = begin;
        return std::nullopt;
    }

    // 2024.4 may be a number: only a whole date 2024.4.1 is taken.
    bool has_two_more_numbers() const {
        const std::string_view rest = text_.substr(at_);
        const std::size_t mark = rest.find_first_not_of("0123456789");
        return mark != std::string_view::npos && mark > 0 &&
               (rest[mark] == '.' || rest[mark] == '/' || rest[mark] == '-') && mark + 1 < rest.size() &&
               rest[mark + 1] >= '0' && rest[mark + 1] <= '9';
    }

    std::optional<Span> read_dotted_day(int year, int month) {
        const std::size_t begin = at_;
        if (eat_any({".", "/", "-"})) {
            const auto day = read_number(2);
            if (day && exists({year, month, *day}) && skip_weekday({year, month, *day}))
                return Span{{year, month, *day}, {year, month, *day}, {}, false, true};
            at_ = begin;
        }
        return whole_month(year, month);
    }

    std::optional<Span> read_day_of(const Span& from) {
        const std::size_t begin = at_;
        const auto day = read_number(2);
        if (day && eat("日") && exists({from.start.year, from.start.month, *day})) {
            const Date date{from.start.year, from.start.month, *day};
            if (!skip_weekday(date)) return std::nullopt;
            return Span{date, date, {}, false, from.has_year};
        }
        at_ = begin;
        return std::nullopt;
    }

    // （火）, (火曜日), (火・祝), 火曜日 behind a day; false where the day is another one: then nobody knows which is
    // meant.
    bool skip_weekday(const Date& date) {
        const std::size_t begin = at_;
        const bool bracket = eat("(");
        for (int weekday = 0; weekday < 7; ++weekday) {
            if (!eat(weekday_sign(weekday))) continue;
            const bool spelt = eat_any({"曜日", "曜"});
            if (bracket && eat_any({"・", "、", ","})) eat_any({"祝日", "休日", "振休", "祝", "休"});
            if (bracket ? eat(")") : spelt) return weekday == weekday_of(date.year, date.month, date.day);
            break;
        }
        at_ = begin;
        return true;
    }

    // What stands behind 月.
    std::optional<Span> read_part(int year, int month) {
        const Date last = last_of_month(year, month);
        if (eat_any({"末日", "末"})) return Span{last, last, {}, true, false};
        if (eat("上旬")) return Span{{year, month, 1}, {year, month, 10}, "A1", false, false};
        if (eat("中旬")) return Span{{year, month, 11}, {year, month, 20}, "A2", false, false};
        if (eat("下旬")) return Span{{year, month, 21}, last, "A3", false, false};
        const std::size_t begin = at_;
        if (const auto day = read_number(2)) {
            const Date date{year, month, *day};
            if (eat("日") && exists(date) && skip_weekday(date)) return Span{date, date, {}, false, false};
            at_ = begin;
            return std::nullopt;
        }
        eat("中");
        return whole_month(year, month);
    }

    static std::optional<Span> whole_month(std::optional<int> year, int month) {
        if (!year || month < 1 || month > 12) return std::nullopt;
        return Span{{*year, month, 1}, last_of_month(*year, month), {}, false, false};
    }

    std::optional<int> year_of(int month) const {
        return fiscal_year_ ? std::optional(month >= kFirstMonth ? *fiscal_year_ : *fiscal_year_ + 1) : std::nullopt;
    }
    static int year_after(const Span& from, int month) {
        return month >= from.start.month ? from.start.year : from.start.year + 1;
    }

    std::string_view text_;
    std::optional<int> fiscal_year_;
    std::size_t at_ = 0;
    bool dotted_ = false;
};

Schedule by(const Span& span) { return {ScheduleKind::deadline, std::nullopt, span.end, span.third}; }

Schedule finish_range(Scanner& scanner, const Span& first) {
    const auto second = scanner.read_span(&first);
    if (!second)
        return scanner.done() ? Schedule{ScheduleKind::start, first.start, std::nullopt, first.third} : Schedule{};
    scanner.eat_any({"までに", "まで", "迄"});
    if (!scanner.done() || second->end < first.start) return {};
    return {ScheduleKind::period, first.start, second->end, second->third};
}

Schedule finish_single(Scanner& scanner, const Span& span) {
    if (scanner.eat_any({"までに", "まで", "迄に", "迄"})) return scanner.done() ? by(span) : Schedule{};
    if (scanner.eat_any({"以降", "以後"}))
        return scanner.done() ? Schedule{ScheduleKind::start, span.start, std::nullopt, span.third} : Schedule{};
    if (scanner.eat_any({"~", "〜", "-", "―", "–", "から", "より"})) return finish_range(scanner, span);
    if (scanner.eat("完了")) return scanner.done() ? by(span) : Schedule{};
    scanner.eat_any({"に実施", "に開催", "実施", "開催", "に"});
    if (!scanner.done()) return {};
    if (span.end_like) return by(span);
    return {span.start == span.end || span.start.month == span.end.month ? ScheduleKind::point : ScheduleKind::period,
            span.start, span.end, span.third};
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

// Folded, but for the letters of eras, which stay capitals.
std::string comparable(std::string_view text) {
    std::string folded = fold(text);
    for (char& c : folded)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    for (const std::string_view mark : {"・", "○", "●"})
        if (folded.starts_with(mark)) folded.erase(0, mark.size());
    if (folded.ends_with("。")) folded.erase(folded.size() - std::string_view("。").size());
    return folded;
}

}  // namespace

std::string_view schedule_kind_name(ScheduleKind kind) {
    switch (kind) {
        case ScheduleKind::unknown:
            return "未判定";
        case ScheduleKind::deadline:
            return "期限";
        case ScheduleKind::point:
            return "時点";
        case ScheduleKind::period:
            return "期間";
        case ScheduleKind::start:
            return "開始";
        case ScheduleKind::all_year:
            return "通年";
        case ScheduleKind::any_time:
            return "随時";
    }
    return "";
}

std::string_view schedule_kind_meaning(ScheduleKind kind) {
    switch (kind) {
        case ScheduleKind::unknown:
            return "文言から日付を確かに読み取れないもの。日付は空";
        case ScheduleKind::deadline:
            return "終了日までに行うもの";
        case ScheduleKind::point:
            return "その日、月または旬に行うもの";
        case ScheduleKind::period:
            return "開始日から終了日まで行うもの";
        case ScheduleKind::start:
            return "開始日から行うもの。終了日は書かれていない";
        case ScheduleKind::all_year:
            return "年度を通じて行うもの";
        case ScheduleKind::any_time:
            return "時期を定めず行うもの";
    }
    return "";
}

Schedule read_schedule(std::string_view text, std::optional<int> fiscal_year) {
    if (fiscal_year && (*fiscal_year < kFirstYear || *fiscal_year > kLastYear)) fiscal_year.reset();
    const std::string words = comparable(text);
    if (is_one_of(words, {"随時", "随時実施", "適宜"})) return {ScheduleKind::any_time, std::nullopt, std::nullopt, {}};
    if (is_one_of(words, {"通年", "通年実施", "年間", "年間を通じて", "年間を通して", "年度を通じて"})) {
        if (!fiscal_year) return {ScheduleKind::all_year, std::nullopt, std::nullopt, {}};
        return {ScheduleKind::all_year, Date{*fiscal_year, kFirstMonth, 1}, Date{*fiscal_year + 1, 3, 31}, {}};
    }
    Scanner scanner(words, fiscal_year);
    if (const auto range = scanner.read_bare_month_range())
        return scanner.done() ? Schedule{ScheduleKind::period, range->start, range->end, {}} : Schedule{};
    const auto span = scanner.read_span();
    return span ? finish_single(scanner, *span) : Schedule{};
}

}  // namespace goalsheet
