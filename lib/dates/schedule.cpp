// SPDX-License-Identifier: MIT
#include "dates/schedule.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "dates/calendar.hpp"
#include "dates/date_parts.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr int kFirstMonth = kFirstMonthOfYear;
constexpr int kFirstYear = 1900;  // what a workbook can hold as a date
constexpr int kLastYear = 9990;
constexpr int kLongestNumber = 9;  // digits

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
    Scanner(std::string_view text, std::optional<int> fiscal_year)
        : text_(text), fiscal_year_(fiscal_year), at_(text, 0) {}

    bool done() const { return at_.done(); }
    bool eat(std::u32string_view words) { return at_.take(words); }
    bool eat_any(std::initializer_list<std::u32string_view> choices) { return at_.take_any(choices); }

    // Days of one point in time. `from`: the start of a range whose end this is.
    std::optional<Span> read_span(const Span* from = nullptr) {
        const dates::Walker begin = at_;
        for (const auto read : {&Scanner::read_fiscal, &Scanner::read_calendar}) {
            if (const auto span = (this->*read)(from)) return span;
            at_ = begin;
        }
        return std::nullopt;
    }

    // 4～6月: the first month borrows its unit from the second.
    std::optional<Span> read_bare_month_range() {
        const dates::Walker begin = at_;
        const auto first = at_.take_number(2);
        if (first && eat_any({U"~", U"〜", U"-"})) {
            const auto second = dates::take_month(at_);
            if (second && fiscal_year_) {
                const auto start = whole_month(year_of(*first), *first);
                const auto end = whole_month(year_of(*second), *second);
                if (start && end && start->start <= end->end) return Span{start->start, end->end, {}, false, false};
            }
        }
        at_ = begin;
        return std::nullopt;
    }

private:
    // 令和8, R8, 2026, without its 年.
    std::optional<dates::Year> read_year() { return dates::take_year(at_, U' ', dates::kYearsOfFigures); }

    // （2026）, (令和8年): the same year once more, in the other calendar. Another year there is left where it stands.
    void skip_same_year(int year) {
        dates::Walker ahead = at_;
        const auto again = dates::take_year_in_brackets(ahead, dates::kYearsOfFigures);
        if (again && again->gregorian == year) at_ = ahead;
    }

    std::optional<int> read_fiscal_year_words() {
        if (eat_any({U"今年度", U"本年度", U"当年度", U"当該年度", U"年度"})) return fiscal_year_;
        const dates::Walker begin = at_;
        const auto year = read_year();
        if (year) skip_same_year(year->gregorian);
        if (year && eat(U"年度")) {
            skip_same_year(year->gregorian);
            return year->gregorian;
        }
        at_ = begin;
        return std::nullopt;
    }

    // 年度末, 令和7年度中, 上半期, 今年度第2四半期, 年末.
    std::optional<Span> read_fiscal(const Span*) {
        const std::size_t begin = at_.position();
        const auto named = read_fiscal_year_words();
        const std::string_view words = text_.substr(begin, at_.position() - begin);
        const auto year = words.empty() ? fiscal_year_ : named;
        if (!year) return std::nullopt;
        const Date first{*year, kFirstMonth, 1};
        const Date last{*year + 1, 3, 31};
        if (!words.empty() && eat_any({U"末", U"内", U"中", U"いっぱい"})) return Span{last, last, {}, true, true};
        if (const auto part = read_year_part(*year, words.empty())) return part;
        if (words.empty() || words == "年度") return std::nullopt;
        return Span{first, last, {}, false, true};
    }

    // `alone`: no year stands in front. 年末 behind a fiscal year may be its end or the calendar's.
    std::optional<Span> read_year_part(int year, bool alone) {
        using Kind = dates::YearPart::Kind;
        dates::Walker ahead = at_;
        const dates::YearPart* part = dates::take_year_part(ahead);
        if (!part || (part->kind != Kind::months && !alone)) return std::nullopt;
        at_ = ahead;
        const Date first{calendar_year(year, part->first_month), part->first_month, 1};
        const Date last = last_of_month(calendar_year(year, part->last_month), part->last_month);
        if (part->kind != Kind::months) return Span{last, last, {}, true, false};
        if (eat(U"末")) return Span{last, last, {}, true, true};
        eat(U"中");
        return Span{first, last, {}, false, true};
    }

    // 令和8年2月, 9月末, 10月中旬, 7月15日, R7.10.1; with `from` also 翌年3月 and 15日.
    std::optional<Span> read_calendar(const Span* from) {
        if (from)
            if (const auto day = read_day_of(*from)) return day;
        std::optional<int> year = read_calendar_year(from);
        const bool has_year = year.has_value();
        const auto month = dotted_ ? at_.take_number(2) : dates::take_month(at_);
        if (!month || !dates::is_month(*month)) return std::nullopt;
        if (!has_year) year = from && from->has_year ? year_after(*from, *month) : year_of(*month);
        if (!year) return std::nullopt;
        auto span = dotted_ ? read_dotted_day(*year, *month) : read_part(*year, *month);
        if (span) span->has_year = has_year || (from && from->has_year);
        return span;
    }

    std::optional<int> read_calendar_year(const Span* from) {
        dotted_ = false;
        if (from && eat_any({U"翌年", U"翌"})) return from->start.year + 1;
        const dates::Walker begin = at_;
        if (const auto year = read_year()) {
            skip_same_year(year->gregorian);
            if (eat(U"年")) {
                skip_same_year(year->gregorian);
                return year->gregorian;
            }
            dotted_ = eat_any({U".", U"/", U"-"});
            if (dotted_ && (year->letter || has_two_more_numbers())) return year->gregorian;
        }
        dotted_ = false;
        at_ = begin;
        return std::nullopt;
    }

    // 2024.4 may be a number: only a whole date 2024.4.1 is taken.
    bool has_two_more_numbers() const {
        dates::Walker ahead = at_;
        return ahead.take_number(kLongestNumber) && ahead.take_any({U".", U"/", U"-"}) && digit_value(ahead.peek());
    }

    std::optional<Span> read_dotted_day(int year, int month) {
        const dates::Walker begin = at_;
        if (eat_any({U".", U"/", U"-"})) {
            const auto day = at_.take_number(2);
            const auto span = day ? day_span({year, month, *day}) : std::nullopt;
            if (span) return span;
            at_ = begin;
        }
        return whole_month(year, month);
    }

    std::optional<Span> read_day_of(const Span& from) {
        const dates::Walker begin = at_;
        const auto day = dates::take_day(at_);
        if (day && exists({from.start.year, from.start.month, *day})) {
            auto span = day_span({from.start.year, from.start.month, *day});
            if (span) span->has_year = from.has_year;
            return span;
        }
        at_ = begin;
        return std::nullopt;
    }

    // A day and its weekday; nothing where the calendar has no such day, or another weekday: then nobody knows which is
    // meant.
    std::optional<Span> day_span(const Date& date) {
        if (!exists(date) || !skip_weekday(date)) return std::nullopt;
        return Span{date, date, {}, false, true};
    }

    // （火）, (火曜日), (火・祝), 火曜日 behind a day; false where the day is another one.
    bool skip_weekday(const Date& date) {
        dates::Walker ahead = at_;
        const bool bracket = ahead.take_open_bracket();
        const auto weekday = dates::take_weekday(ahead);
        if (!weekday) return true;
        if (bracket && ahead.take_any({U"・", U"、", U","})) ahead.take_any({U"祝日", U"休日", U"振休", U"祝", U"休"});
        if (bracket ? !ahead.take_close_bracket() : !weekday->spelt) return true;
        at_ = ahead;
        return weekday->number == weekday_of(date.year, date.month, date.day);
    }

    // What stands behind 月.
    std::optional<Span> read_part(int year, int month) {
        using dates::MonthPart;
        const Date last = last_of_month(year, month);
        switch (dates::take_month_part(at_)) {
            case MonthPart::end:
                return Span{last, last, {}, true, false};
            case MonthPart::first_third:
                return Span{{year, month, 1}, {year, month, 10}, "A1", false, false};
            case MonthPart::second_third:
                return Span{{year, month, 11}, {year, month, 20}, "A2", false, false};
            case MonthPart::last_third:
                return Span{{year, month, 21}, last, "A3", false, false};
            case MonthPart::none:
                break;
        }
        if (const auto day = dates::take_day(at_)) return day_span({year, month, *day});
        if (digit_value(at_.peek())) return std::nullopt;
        eat(U"中");
        return whole_month(year, month);
    }

    static std::optional<Span> whole_month(std::optional<int> year, int month) {
        if (!year || !dates::is_month(month)) return std::nullopt;
        return Span{{*year, month, 1}, last_of_month(*year, month), {}, false, false};
    }

    std::optional<int> year_of(int month) const {
        return fiscal_year_ ? std::optional(calendar_year(*fiscal_year_, month)) : std::nullopt;
    }
    static int year_after(const Span& from, int month) {
        return month >= from.start.month ? from.start.year : from.start.year + 1;
    }

    std::string_view text_;
    std::optional<int> fiscal_year_;
    dates::Walker at_;
    bool dotted_ = false;
};

Schedule by(const Span& span) { return {ScheduleKind::deadline, std::nullopt, span.end, span.third}; }

Schedule finish_range(Scanner& scanner, const Span& first) {
    const auto second = scanner.read_span(&first);
    if (!second)
        return scanner.done() ? Schedule{ScheduleKind::start, first.start, std::nullopt, first.third} : Schedule{};
    scanner.eat_any({U"までに", U"まで", U"迄"});
    if (!scanner.done() || second->end < first.start) return {};
    return {ScheduleKind::period, first.start, second->end, second->third};
}

Schedule finish_single(Scanner& scanner, const Span& span) {
    if (scanner.eat_any({U"までに", U"まで", U"迄に", U"迄"})) return scanner.done() ? by(span) : Schedule{};
    if (scanner.eat_any({U"以降", U"以後"}))
        return scanner.done() ? Schedule{ScheduleKind::start, span.start, std::nullopt, span.third} : Schedule{};
    if (scanner.eat_any({U"~", U"〜", U"-", U"―", U"–", U"から", U"より"})) return finish_range(scanner, span);
    if (scanner.eat(U"完了")) return scanner.done() ? by(span) : Schedule{};
    scanner.eat_any({U"に実施", U"に開催", U"実施", U"開催", U"に"});
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
