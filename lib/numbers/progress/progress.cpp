// SPDX-License-Identifier: MIT
#include "goalsheet/progress.hpp"

#include <algorithm>

#include "dates/report_dates.hpp"
#include "goalsheet/figure_memo.hpp"
#include "goalsheet/text.hpp"
#include "numbers/match_report.hpp"
#include "numbers/progress/status_rules.hpp"
#include "text/display.hpp"

namespace goalsheet {
namespace {

using match::Fraction;
using match::Match;

constexpr int kFirstMonth = 4;

Date default_day(Against against, int fiscal_year) {
    return against == Against::final ? Date{fiscal_year + 1, 3, 31} : Date{fiscal_year, 9, 30};
}

int fiscal_year_of_day(const Date& day) { return day.month >= kFirstMonth ? day.year : day.year - 1; }

// At most kMaxMeasureText bytes, never half a character.
std::string_view limit_text(std::string_view text) {
    if (text.size() <= kMaxMeasureText) return text;
    std::size_t end = kMaxMeasureText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

Message limit_note() { return {"長すぎるため先頭 256 KiB だけを読んだ", "too long: only the first 256 KiB were read"}; }

void add_note(Message& note, const Message& more) {
    note.ja += (note.ja.empty() ? "" : "、") + more.ja;
    note.en += (note.en.empty() ? "" : ", ") + more.en;
}

std::string first_line(std::string_view text) {
    const std::string_view trimmed = trim(text);
    const std::string_view line = trim(trimmed.substr(0, trimmed.find('\n')));
    return std::string(line.starts_with("・") ? trim(line.substr(std::string_view("・").size())) : line);
}

// Measures one sheet; everything about the sheet is the same in all its rows.
class SheetMeter {
public:
    SheetMeter(const Document& document, std::size_t sheet, const ProgressOptions& options, FigureMemo& memo)
        : document_(document), sheet_(document.sheets[sheet]), options_(options), memo_(memo) {
        const auto& year = sheet_.fiscal_year ? sheet_.fiscal_year : document.fiscal_year;
        if (options.names) {
            base_.source = document.source.path;
            base_.department = sheet_.department.empty() ? document.department.text : sheet_.department.text;
            base_.goal = sheet_.goal.text;
        }
        if (year) base_.fiscal_year = year->gregorian;
        base_.priority = sheet_.priority;
        base_.sheet = sheet;
        base_.against = options.against;
        if (year)
            year_ = year->gregorian;
        else if (options.as_of)
            year_ = fiscal_year_of_day(*options.as_of);
    }

    void measure_all(std::vector<ProgressRow>& rows) const {
        std::vector<Reading> all;
        for (std::size_t i = 0; i < sheet_.items.size(); ++i)
            for (std::size_t m = 0; m < sheet_.items[i].measures.size(); ++m) all.push_back({i, m});
        measure(all, rows);
    }

    void measure_one(std::size_t item, std::size_t measure_index, std::vector<ProgressRow>& rows) const {
        std::vector<Reading> one = {{item, measure_index}};
        measure(one, rows);
    }

private:
    /// A measure and what was read of it.
    struct Reading {
        std::size_t item = 0;
        std::size_t measure = 0;
        const std::vector<Indicator>* indicators = nullptr;
        const match::ReportReading* report = nullptr;  ///< only where there are indicators
        std::optional<Date> deadline = std::nullopt;
    };

    const Measure& measure_of(const Reading& reading) const {
        return sheet_.items[reading.item].measures[reading.measure];
    }

    // One kind of work after another and not measure by measure: the code of all of them is more than the processor
    // keeps at hand, and fetching it anew for each text took a quarter of the time.
    void measure(std::vector<Reading>& readings, std::vector<ProgressRow>& rows) const {
        for (const Reading& one : readings) memo_.quantities(limit_text(measure_of(one).target.text));
        for (Reading& one : readings)
            one.indicators = &memo_.indicators(limit_text(measure_of(one).target.text), year_);
        for (const Reading& one : readings)
            if (!one.indicators->empty()) memo_.quantities(limit_text(report_of(measure_of(one))));
        for (Reading& one : readings)
            if (!one.indicators->empty()) one.report = &memo_.report(limit_text(report_of(measure_of(one))), year_);
        for (Reading& one : readings)
            if (one.report && year_ != 0) one.deadline = match::find_deadline(measure_of(one).deadline.text, year_);
        for (const Reading& one : readings) add_rows(one, rows);
    }

    void add_rows(const Reading& reading, std::vector<ProgressRow>& rows) const {
        const Item& item = sheet_.items[reading.item];
        const Measure& measure = measure_of(reading);
        ProgressRow row = base_;
        row.item_index = reading.item;
        row.measure_index = reading.measure;
        row.item = item.number;
        if (options_.names) row.item_title = item.title.text;
        row.measure = measure.number;
        row.action = measure.action.text;
        row.target_text = measure.target.text;
        row.report_text = report_of(measure);
        row.line = line_of(measure.target, 0, measure.target.text.size());
        if (row.line == 0) row.line = line_of(measure.action, 0, measure.action.text.size());
        if (std::max(row.target_text.size(), row.report_text.size()) > kMaxMeasureText) row.note = limit_note();
        if (!reading.report) {
            rows.push_back(measure_prose(std::move(row)));
            return;
        }
        const std::vector<Indicator>& indicators = *reading.indicators;
        auto matches = match::match_report(indicators, *reading.report, {measure.action.text, item.title.text, year_});
        const bool any =
            std::any_of(matches.begin(), matches.end(), [](const Match& m) { return m.result.has_value(); });
        const std::size_t first = rows.size();
        rows.insert(rows.end(), indicators.size(), row);
        for (std::size_t i = 0; i < indicators.size(); ++i)
            measure_indicator(rows[first + i], measure.target, reading.deadline, indicators[i], matches[i], any);
        if (indicators.size() == kMaxIndicators)
            add_note(rows.back().note,
                     {"指標が多すぎるため64個目までを読んだ", "too many indicators: only 64 were read"});
    }

    const std::string& report_of(const Measure& measure) const {
        return options_.against == Against::final ? measure.final.text : measure.midterm.text;
    }

    ProgressRow measure_prose(ProgressRow row) const {
        const match::ProseVerdict verdict = match::judge_prose(limit_text(row.report_text));
        row.indicator = first_line(row.target_text.empty() ? row.action : row.target_text);
        row.status = verdict.status;
        row.state = verdict.state;
        return row;
    }

    void measure_indicator(ProgressRow& row, const SourcedText& target, const std::optional<Date>& deadline,
                           const Indicator& indicator, Match& match, bool any) const {
        row.line = std::max(row.line, line_of(target, indicator.target.begin, indicator.target.end));
        row.indicator = indicator.label.empty() ? first_line(row.action) : indicator.label;
        row.target = indicator.target.value;
        row.unit = indicator.target.unit;
        row.per = indicator.target.per;
        row.comparator = indicator.comparator;
        row.modifier = indicator.target.modifier;
        if (indicator.baseline) row.baseline = indicator.baseline->value;
        row.result = match.result;
        row.result_unit = match.unit;
        row.state = match.state;
        row.projected = match.projected;
        row.evidence = std::move(match.evidence);
        const Fraction pace = set_pace(row, deadline, match);
        const bool empty = trim(row.report_text).empty();
        const match::Verdict verdict =
            match::judge(indicator, match, pace, options_.against, empty, any && !match.result);
        row.status = verdict.status;
        row.direction = indicator.direction;
        row.rate = verdict.rate;
        row.improvement = verdict.improvement;
        if (row.result) row.confidence = 1;
        if (verdict.status != ProgressStatus::not_reported && !match.note.ja.empty()) add_note(row.note, match.note);
        if (!verdict.note.ja.empty()) add_note(row.note, verdict.note);
    }

    // The day of the figures, and how much of the time for the measure is over then.
    Fraction set_pace(ProgressRow& row, const std::optional<Date>& deadline, const Match& match) const {
        if (year_ == 0) {
            row.pace = options_.against == Against::final ? 1.0 : 0.5;
            return options_.against == Against::final ? Fraction{1, 1} : Fraction{1, 2};
        }
        row.as_of = match.as_of      ? match.as_of
                    : options_.as_of ? options_.as_of
                                     : std::optional(default_day(options_.against, year_));
        const Fraction pace =
            deadline ? match::elapsed_share(*row.as_of, year_, *deadline) : match::elapsed_share(*row.as_of, year_);
        row.pace = pace.to_double();
        return pace;
    }

    std::uint32_t line_of(const SourcedText& text, std::size_t begin, std::size_t end) const {
        const auto place = text.source_of(begin, end);
        if (!place || !document_.source.text) return 0;
        return document_.source.text->line_at(place->first);
    }

    const Document& document_;
    const Sheet& sheet_;
    ProgressOptions options_;
    FigureMemo& memo_;
    ProgressRow base_;
    int year_ = 0;  // 0: unknown
};

std::size_t count_measures(const Document& document) {
    std::size_t count = 0;
    for (const Sheet& sheet : document.sheets)
        for (const Item& item : sheet.items) count += item.measures.size();
    return count;
}

// The options with the report chosen that `automatic` means.
ProgressOptions choose_report(const Document& document, ProgressOptions options) {
    options.against = choose_against(document, options.against);
    return options;
}

// What a run is held against and the day of it, as far as all its documents agree.
class CommonGround {
public:
    explicit CommonGround(Against asked) : against_(asked == Against::final ? asked : Against::midterm) {}

    void add(const ProgressRow& row) {
        if (!seen_) against_ = row.against;
        seen_ = true;
        if (row.against != against_) against_ = Against::automatic;
        if (row.fiscal_year && year_ && *row.fiscal_year != *year_) one_year_ = false;
        if (row.fiscal_year) year_ = row.fiscal_year;
    }

    Against against() const { return against_; }
    std::optional<Date> day() const {
        if (!year_ || !one_year_ || against_ == Against::automatic) return std::nullopt;
        return default_day(against_, *year_);
    }

private:
    bool seen_ = false;
    bool one_year_ = true;
    Against against_;
    std::optional<int> year_;
};

}  // namespace

void ReportCounts::add(const Document& document) {
    for (const Sheet& sheet : document.sheets) add(sheet);
}

void ReportCounts::add(const Sheet& sheet) {
    for (const Item& item : sheet.items)
        for (const Measure& measure : item.measures) {
            ++measures;
            midterm += is_blank(measure.midterm.text) ? 0 : 1;
            final += is_blank(measure.final.text) ? 0 : 1;
        }
}

Against ReportCounts::latest() const { return final > 0 && final * 2 >= midterm ? Against::final : Against::midterm; }

Against choose_against(const Document& document, Against asked) {
    if (asked != Against::automatic) return asked;
    ReportCounts counts;
    counts.add(document);
    return counts.latest();
}

std::vector<ProgressRow> measure_progress(const Document& document, const ProgressOptions& options) {
    const ProgressOptions chosen = choose_report(document, options);
    FigureMemo own;
    std::vector<ProgressRow> rows;
    rows.reserve(count_measures(document));
    for (std::size_t sheet = 0; sheet < document.sheets.size(); ++sheet)
        SheetMeter(document, sheet, chosen, options.memo ? *options.memo : own).measure_all(rows);
    return rows;
}

std::vector<ProgressRow> measure_one(const Document& document, const MeasureIndex& at, const ProgressOptions& options) {
    const ProgressOptions chosen = choose_report(document, options);
    FigureMemo own;
    std::vector<ProgressRow> rows;
    SheetMeter(document, at.sheet, chosen, options.memo ? *options.memo : own).measure_one(at.item, at.measure, rows);
    return rows;
}

Progress measure_all(std::span<const Document> documents, const ProgressOptions& options) {
    Progress progress;
    CommonGround common(options.against);
    for (const Document& document : documents)
        for (ProgressRow& row : measure_progress(document, options)) {
            common.add(row);
            progress.rows.push_back(std::move(row));
        }
    progress.against = common.against();
    progress.as_of = options.as_of ? options.as_of : common.day();
    return progress;
}

}  // namespace goalsheet
