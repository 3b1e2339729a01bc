// SPDX-License-Identifier: MIT
#include "goalsheet/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "dates/report_dates.hpp"
#include "goalsheet/text.hpp"
#include "model/ids.hpp"
#include "model/label_note.hpp"
#include "numbers/indicator_figures.hpp"
#include "numbers/match_report.hpp"
#include "numbers/progress/report_day.hpp"
#include "numbers/progress/status_rules.hpp"
#include "numbers/quantity/unreadable.hpp"
#include "numbers/report_reading.hpp"
#include "numbers/target_context.hpp"
#include "text/display.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet {
namespace {

using match::Fraction;
using match::Match;

constexpr int kFirstMonth = 4;

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

// Measures one sheet; everything about the sheet is the same in all its rows. Its targets are read once, whatever
// reports they are held against.
class SheetMeter {
public:
    /// `names`: as MeasuredDocument has none. `kept`: takes the figures of the texts that are read.
    SheetMeter(const Document& document, std::size_t sheet, const std::optional<Date>& as_of, bool names,
               QuantitiesOfTexts* kept)
        : document_(document), sheet_(document.sheets[sheet]), as_of_(as_of), names_(names), kept_(kept) {
        const auto& year = sheet_.fiscal_year ? sheet_.fiscal_year : document.fiscal_year;
        if (names) {
            base_.source = document.source.path;
            base_.department = sheet_.department.empty() ? document.department.text : sheet_.department.text;
            base_.goal = sheet_.goal.text;
        }
        if (year) base_.fiscal_year = year->gregorian;
        base_.priority = sheet_.priority;
        base_.sheet = sheet;
        if (year)
            year_ = year->gregorian;
        else if (as_of)
            year_ = fiscal_year_of_day(*as_of);
        read_targets();
    }

    void add_rows(Against against, std::vector<ProgressRow>& rows) {
        base_.against = against;
        label_day_ = day_of_notes(notes_of_label(sheet_, against), year_);
        const auto reports = read_reports();
        for (std::size_t i = 0; i < targets_.size(); ++i) add_rows(targets_[i], reports[i].get(), rows);
    }

private:
    /// A measure and what its target promises.
    struct Target {
        std::size_t item = 0;
        std::size_t measure = 0;
        std::vector<Indicator> indicators = {};
        std::optional<Date> deadline = std::nullopt;  ///< only where there are indicators
    };

    const Measure& measure_of(const Target& target) const { return sheet_.items[target.item].measures[target.measure]; }
    const SourcedText& report_of(const Measure& measure) const {
        return base_.against == Against::final ? measure.final : measure.midterm;
    }

    std::vector<Quantity> read_quantities(const SourcedText& text) const {
        std::vector<Quantity> quantities = find_quantities(limit_text(text.text));
        if (kept_) kept_->try_emplace(&text, quantities);
        return quantities;
    }

    // One kind of work after another and not measure by measure: the code of all of them is more than the processor
    // keeps at hand, and fetching it anew for each text took a quarter of the time.
    void read_targets() {
        for (std::size_t i = 0; i < sheet_.items.size(); ++i)
            for (std::size_t m = 0; m < sheet_.items[i].measures.size(); ++m) targets_.push_back({i, m});
        std::vector<std::vector<Quantity>> quantities;
        quantities.reserve(targets_.size());
        for (const Target& one : targets_) quantities.push_back(read_quantities(measure_of(one).target));
        for (std::size_t i = 0; i < targets_.size(); ++i)
            targets_[i].indicators = match::find_indicators_among(limit_text(measure_of(targets_[i]).target.text),
                                                                  std::move(quantities[i]), year_);
        for (Target& one : targets_)
            if (!one.indicators.empty() && year_ != 0)
                one.deadline = match::find_deadline(measure_of(one).deadline.text, year_);
    }

    // Nothing for a measure without indicators.
    std::vector<std::unique_ptr<match::ReportReading>> read_reports() const {
        std::vector<std::vector<Quantity>> quantities(targets_.size());
        for (std::size_t i = 0; i < targets_.size(); ++i)
            if (!targets_[i].indicators.empty()) quantities[i] = read_quantities(report_of(measure_of(targets_[i])));
        std::vector<std::unique_ptr<match::ReportReading>> reports(targets_.size());
        for (std::size_t i = 0; i < targets_.size(); ++i)
            if (!targets_[i].indicators.empty())
                reports[i] = std::make_unique<match::ReportReading>(limit_text(report_of(measure_of(targets_[i])).text),
                                                                    std::move(quantities[i]), year_);
        return reports;
    }

    void add_rows(const Target& target, const match::ReportReading* report, std::vector<ProgressRow>& rows) const {
        const Item& item = sheet_.items[target.item];
        const Measure& measure = measure_of(target);
        ProgressRow row = base_;
        row.item_index = target.item;
        row.measure_index = target.measure;
        row.item = item.number;
        if (names_) row.item_title = item.title.text;
        row.measure = measure.number;
        row.action = measure.action.text;
        row.target_text = measure.target.text;
        row.report_text = report_of(measure).text;
        row.line = line_of(measure.target, 0, measure.target.text.size());
        if (row.line == 0) row.line = line_of(measure.action, 0, measure.action.text.size());
        if (std::max(row.target_text.size(), row.report_text.size()) > kMaxMeasureText) row.note = limit_note();
        if (names_) note_unreadable(row);
        if (!report) {
            rows.push_back(measure_prose(std::move(row)));
            return;
        }
        auto matches =
            match::match_report(target.indicators, *report,
                                {measure.action.text, item.title.text, year_, false, limit_text(measure.target.text)});
        std::vector<Indicator> indicators = target.indicators;
        match::settle_in_context(indicators, {measure.action.text, item.title.text, measure.indicators});
        const bool any =
            std::any_of(matches.begin(), matches.end(), [](const Match& m) { return m.result.has_value(); });
        const std::size_t first = rows.size();
        rows.insert(rows.end(), indicators.size(), row);
        for (std::size_t i = 0; i < indicators.size(); ++i)
            measure_indicator(rows[first + i], measure.target, target.deadline, indicators[i], matches[i], any);
        if (indicators.size() == kMaxIndicators)
            add_note(rows.back().note,
                     {"指標が多すぎるため64個目までを読んだ", "too many indicators: only 64 were read"});
    }

    // A figure of a target that is not written right is no indicator, and is said.
    static void note_unreadable(ProgressRow& row) {
        const auto unreadable = find_unreadable_figures(limit_text(row.target_text));
        if (!unreadable.empty()) add_note(row.note, match::describe_unreadable(unreadable.front()));
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
        if (match.result && match.unit.empty()) match.unit = indicator.target.unit;  // its unit has a column of its own
        row.result_unit = match.unit;
        row.state = match.state;
        row.projected = match.projected;
        row.evidence = std::move(match.evidence);
        const Fraction pace = set_pace(row, deadline, match);
        const bool empty = trim(row.report_text).empty();
        const match::Verdict verdict = match::judge(indicator, match, pace, base_.against, empty, any && !match.result);
        row.status = verdict.status;
        row.direction = indicator.direction;
        row.rate = verdict.rate;
        row.improvement = verdict.improvement;
        if (row.result) row.confidence = match.confidence;
        if (verdict.status != ProgressStatus::not_reported && !match.note.ja.empty()) add_note(row.note, match.note);
        if (!verdict.note.ja.empty()) add_note(row.note, verdict.note);
    }

    // The day of the figures, and how much of the time for the measure is over then.
    Fraction set_pace(ProgressRow& row, const std::optional<Date>& deadline, const Match& match) const {
        if (year_ == 0) {
            row.pace = base_.against == Against::final ? 1.0 : 0.5;
            return base_.against == Against::final ? Fraction{1, 1} : Fraction{1, 2};
        }
        row.as_of = match.as_of  ? match.as_of
                    : label_day_ ? label_day_
                    : as_of_     ? as_of_
                                 : std::optional(default_day(base_.against, year_));
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
    std::optional<Date> as_of_;
    std::optional<Date> label_day_;  ///< that the heading of the reports says
    bool names_;
    QuantitiesOfTexts* kept_;
    std::vector<Target> targets_;
    ProgressRow base_;
    int year_ = 0;  // 0: unknown
};

bool any_final_report(const Document& document) {
    const auto reported = [](const Measure& measure) { return !trim(measure.final.text).empty(); };
    const auto in_item = [&](const Item& item) {
        return std::any_of(item.measures.begin(), item.measures.end(), reported);
    };
    return std::any_of(document.sheets.begin(), document.sheets.end(), [&](const Sheet& sheet) {
        return std::any_of(sheet.items.begin(), sheet.items.end(), in_item);
    });
}

// The same targets with no year-end report: what holding them against empty texts gives, without doing it.
std::vector<ProgressRow> without_reports(std::vector<ProgressRow> rows) {
    for (ProgressRow& row : rows) {
        row.against = Against::final;
        row.result.reset();
        row.result_unit.clear();
        row.state = ReportState::none;
        row.projected.reset();
        row.rate.reset();
        row.improvement.reset();
        row.pace.reset();
        row.confidence.reset();
        row.as_of.reset();
        row.status = ProgressStatus::not_reported;
        row.note = {};
        row.report_text.clear();
        row.evidence.clear();
    }
    return rows;
}

// The indicators of a measure are counted in the order of its rows.
void add_keys(std::vector<ProgressRow>& rows, const Document& document) {
    const std::vector<std::string> sheets = sheet_ids(document);
    const std::vector<MeasureIds> measures = measure_ids(document, sheets);
    const std::string source = public_path(document.source);
    std::string last;
    int order = 0;
    for (ProgressRow& row : rows) {
        const std::string& id = measures[row.sheet].measure(row.item_index, row.measure_index);
        order = id == last ? order + 1 : 1;
        last = id;
        row.keys = {document.city, sheets[row.sheet], id, indicator_id(id, order)};
        row.source_name = source;
    }
}

std::size_t count_measures(const Document& document) {
    std::size_t count = 0;
    for (const Sheet& sheet : document.sheets)
        for (const Item& item : sheet.items) count += item.measures.size();
    return count;
}

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
    const Against against = choose_against(document, options.against);
    std::vector<ProgressRow> rows;
    rows.reserve(count_measures(document));
    for (std::size_t sheet = 0; sheet < document.sheets.size(); ++sheet)
        SheetMeter(document, sheet, options.as_of, true, nullptr).add_rows(against, rows);
    add_keys(rows, document);
    return rows;
}

MeasuredDocument measure_document(const Document& document, const std::optional<Date>& as_of) {
    MeasuredDocument measured;
    measured.document = &document;
    measured.ids = sheet_ids(document);
    measured.midterm.reserve(count_measures(document));
    const bool final = any_final_report(document);
    for (std::size_t sheet = 0; sheet < document.sheets.size(); ++sheet) {
        SheetMeter meter(document, sheet, as_of, false, &measured.quantities);
        meter.add_rows(Against::midterm, measured.midterm);
        if (final) meter.add_rows(Against::final, measured.final);
    }
    if (!final) measured.final = without_reports(measured.midterm);
    assert(measured.midterm.size() == measured.final.size() && "rows follow the targets, whatever the reports say");
    return measured;
}

}  // namespace goalsheet
