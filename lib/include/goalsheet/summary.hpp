// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/finding_list.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

inline constexpr std::size_t kSdgCount = 17;

/// How the figures of an indicator are to be taken.
enum class FigureKind {
    computed,        ///< 算定: a rate was computed
    falling,         ///< 減少目標: less is better; not part of averages
    prose,           ///< 定性: a target without a number
    not_reported,    ///< 未報告
    not_computable,  ///< 算定不可: reported, but no figure that certainly answers the target, or an unclear one
};
inline constexpr std::size_t kFigureKindCount = 5;
std::string_view figure_kind_name(FigureKind kind);  ///< computed, falling, …
const Message& figure_kind_words(FigureKind kind);   ///< 算定 / computed

/// The statuses in five groups, for figures that fit a page. A grouping, not a grade: no bounds but those of the
/// statuses themselves.
enum class Standing {
    on_course,     ///< 順調: achieved, within, on-track, done
    under_way,     ///< 概ね順調: in-progress (a target without a number, work under
                   ///< way)
    behind,        ///< 遅れ: behind, over
    open,          ///< 判定なし: unclear, planned, no-figure, preparing, stated
    not_reported,  ///< 未報告
};
inline constexpr std::size_t kStandingCount = 5;
inline constexpr std::array<Standing, kStandingCount> kStandings = {
    Standing::on_course, Standing::under_way, Standing::behind, Standing::open, Standing::not_reported};
Standing standing_of(ProgressStatus status);
std::string_view standing_name(Standing standing);  ///< on-course, under-way, …
const Message& standing_words(Standing standing);   ///< 順調 / on course

/// What one report says of an indicator.
struct IndicatorReport {
    std::optional<Decimal> result;
    std::string unit;
    ReportState state = ReportState::none;
    std::optional<Decimal> projected;
    std::optional<double> rate;         ///< as in ProgressRow
    std::optional<double> improvement;  ///< likewise
    std::optional<double> pace;
    std::optional<Date> as_of;
    ProgressStatus status = ProgressStatus::not_reported;
    FigureKind kind = FigureKind::not_reported;
    Message note;
};

/// An indicator with both reports.
struct SummaryIndicator {
    std::size_t item = 0;     ///< index in its sheet
    std::size_t measure = 0;  ///< index in the item
    int order = 1;            ///< among those of the measure
    std::string label;
    std::optional<Decimal> baseline;
    std::optional<Decimal> target;
    std::string unit;
    Comparator comparator = Comparator::none;
    Direction direction = Direction::unknown;
    std::uint32_t line = 0;  ///< of the target in its source; 0: unknown
    IndicatorReport midterm;
    IndicatorReport final;
    ProgressStatus status = ProgressStatus::not_reported;  ///< by the report its year is held against
    FigureKind kind = FigureKind::not_reported;            ///< likewise

    /// Takes both from a report.
    void judge(Against against);
};

/// What a summary knows of an input.
struct SummaryDocument {
    std::string path;
    std::string format;
    std::string encoding;
    std::string sha256;
    City city;
    std::size_t sheets = 0;
};

/// A goal sheet among all of the run. Its texts and figures are packed: a run of a nation's sheets has a million
/// indicators.
struct SummarySheet {
    std::size_t input = 0;    ///< index of the document
    std::size_t number = 0;   ///< index in the document
    std::string id;           ///< 目標ID
    std::optional<int> year;  ///< the fiscal year that begins in April of it
    std::string department;   ///< 部: 健康福祉部 of 健康福祉部 健康推進課
    std::string section;      ///< 課; empty where the sheet names none
    std::uint32_t line = 0;   ///< where the sheet begins in its source; 0: unknown
    std::string goal;
    std::optional<int> priority;
    std::size_t items = 0;
    std::size_t measures = 0;
    std::size_t indicator_count = 0;
    ReportCounts reports;
    std::array<bool, kSdgCount> sdgs{};  ///< those it names
    Against against = Against::midterm;  ///< the report its year is held against
    std::string packed_texts;
    std::string packed_figures;

    /// Its texts: fields, items and measures, SDGs; with SummaryTexts::of_items no others, and never places.
    Sheet texts() const;
    /// The SDGs of texts() alone.
    std::vector<SdgGoal> named_sdgs() const;
    std::vector<SummaryIndicator> indicators() const;
};

/// An average with the number of figures it is of; n = 0: there is none.
struct RateAverage {
    std::size_t n = 0;
    double mean = 0;  ///< shares: 0.5 is half the target
    double median = 0;
};

/// What a department, a year or a sheet comes to.
struct SummaryCounts {
    std::size_t goals = 0;
    std::size_t items = 0;
    std::size_t measures = 0;
    std::size_t indicators = 0;
    std::array<std::size_t, kProgressStatusCount> statuses{};  ///< of indicators
    RateAverage midterm;                                       ///< of indicators whose midterm figures are `computed`
    RateAverage final;

    std::size_t count(ProgressStatus status) const { return statuses[static_cast<std::size_t>(status)]; }
    std::size_t count(Standing standing) const;
    const RateAverage& rate(Against against) const { return against == Against::final ? final : midterm; }
    std::size_t reported() const { return indicators - count(ProgressStatus::not_reported); }
};

struct SummaryDepartment {
    std::string name;
    SummaryCounts counts;
    std::vector<std::size_t> sheets;  ///< indices in Summary::sheets
};

/// Rates of a year's report in bands of a quarter; the last one is the target and beyond.
inline constexpr std::size_t kRateBandCount = 5;
std::size_t rate_band(double rate);
Message rate_band_words(std::size_t band);  ///< 25%以上50%未満 / 25% to under 50%

/// A fiscal year: its sheets stand together in Summary::sheets.
struct SummaryYear {
    std::optional<int> year;             ///< nothing: sheets that name none
    Against against = Against::midterm;  ///< the report its statuses are by
    std::optional<Date> as_of;           ///< the day that counts where a report names none
    SummaryCounts total;
    std::vector<SummaryDepartment> departments;            ///< in the order of the inputs
    std::array<std::size_t, kSdgCount> sdgs{};             ///< goals that name this SDG
    std::size_t without_sdgs = 0;                          ///< goals that name none
    std::array<std::size_t, kRateBandCount> rate_bands{};  ///< indicators whose figures by `against` are `computed`
    std::size_t inputs = 0;                                ///< documents with a sheet of the year
    std::array<std::size_t, 4> findings{};                 ///< about its sheets, by severity
    std::size_t first_sheet = 0;
    std::size_t sheet_count = 0;
};

/// How a department or a goal was found again in the next year.
enum class TrendLink {
    first,            ///< nothing in the year before stands for it
    same_name,        ///< a department of the same name
    renamed,          ///< a department of another name that goes on with most of the goals
    same_wording,     ///< a goal of the same words
    similar_wording,  ///< a goal of nearly the same words
};
std::string_view trend_link_name(TrendLink link);

/// A department or goal in one year.
struct TrendPoint {
    std::size_t year = 0;   ///< index in Summary::years
    std::size_t index = 0;  ///< of the department in its year, or of the goal in Summary::sheets
    TrendLink link = TrendLink::first;
    Message how;  ///< in words: what was compared and how alike it was
};
/// The same department or goal over the years, oldest first.
using Trend = std::vector<TrendPoint>;

/// A finding and the sheet it is about, where that is known.
struct SummaryFinding {
    Finding finding;
    std::optional<std::size_t> sheet;  ///< index in Summary::sheets
};

/// What the goal sheets of a run come to. Every form of it prints these figures and no others.
struct Summary {
    std::vector<SummaryDocument> documents;
    std::vector<SummaryYear> years;    ///< newest first; sheets without a year last
    std::vector<SummarySheet> sheets;  ///< by year, then in the order of the inputs
    std::vector<Trend> departments;    ///< empty for a single year
    std::vector<Trend> goals;          ///< likewise
    FindingList findings;
    std::vector<std::vector<std::size_t>> places;  ///< by document and sheet: the index in `sheets`
    std::vector<Fault> unreadable;
    unsigned jobs = 1;  ///< threads on which its sheets may be unpacked while it is written

    const SummaryDocument& document_of(const SummarySheet& sheet) const { return documents[sheet.input]; }
    std::span<const SummarySheet> sheets_of(const SummaryYear& year) const {
        return std::span(sheets).subspan(year.first_sheet, year.sheet_count);
    }
    /// What one sheet comes to.
    static SummaryCounts count(const SummarySheet& sheet);
    std::size_t count_indicators() const;
    std::size_t count_findings(Severity severity) const;
    SummaryFinding finding(std::size_t index) const;
};

/// Which texts of a sheet a summary keeps: all of them are asked for by the table of all texts only.
enum class SummaryTexts { of_items, all };

/// The figures, places and texts of one document.
struct SummaryPage {
    SummaryDocument document;
    std::vector<SummarySheet> sheets;
};
SummaryPage summarise_page(const MeasuredDocument& measured, SummaryTexts texts = SummaryTexts::all);

/// The documents of a run, or their pages where they have been measured.
struct SummaryInput {
    std::span<const Document> documents;
    FindingList findings;           ///< of validate() over these documents
    std::vector<Fault> unreadable;  ///< inputs that could not be read at all
    std::vector<SummaryPage> pages = {};
};

struct SummaryOptions {
    Against against = Against::automatic;  ///< automatic: for each year ReportCounts::latest() of its sheets
    std::optional<Date> as_of;             ///< as in ProgressOptions
    unsigned jobs = 1;
};

/// Adds up a run. The same for any number of jobs. Departments are told apart by their names without regard to width
/// and spaces; sums count indicators unless they say otherwise.
Summary summarise(SummaryInput input, const SummaryOptions& options = {});

}  // namespace goalsheet
