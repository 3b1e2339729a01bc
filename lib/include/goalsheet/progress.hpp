// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/indicator.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/quantity.hpp"

namespace goalsheet {

class FigureMemo;

/// A day of the Gregorian calendar.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    auto operator<=>(const Date&) const = default;
};

/// 2025-09-30, and nothing when it is no day of the calendar.
std::optional<Date> parse_date(std::string_view iso);
std::string format_date(const Date& date);

/// The report a target is held against. automatic: final as soon as one sheet has a final report, else midterm.
enum class Against { automatic, midterm, final };
std::string_view against_name(Against against);

/// numbers.md §4. The last four are for targets without a number.
enum class ProgressStatus {
    achieved,
    within,
    over,
    on_track,
    behind,
    planned,
    no_figure,
    not_reported,
    done,
    in_progress,
    preparing,
    stated,
};
inline constexpr std::size_t kProgressStatusCount = 12;
std::string_view status_name(ProgressStatus status);  ///< achieved, on-track, no-figure, …
std::optional<ProgressStatus> find_status(std::string_view name);
const Message& status_words(ProgressStatus status);  ///< 達成 / achieved, for people

/// Why a figure was taken or left, as far as others than the reader care.
enum class EvidenceKind { answers, other_unit, other_subject, rest };

/// A number the report gives and why it was taken or left.
struct Evidence {
    std::string words;
    bool taken = false;
    Message reason;
    EvidenceKind kind = EvidenceKind::rest;
};

/// One indicator of one measure held against its report; a measure whose target has no number has one row without
/// target. The order of the fields is the order in the JSON (schemas/progress.schema.json).
struct ProgressRow {
    std::string source;
    std::uint32_t line = 0;  ///< of the target in the source; 0: unknown
    std::optional<int> fiscal_year;
    std::string department;
    std::optional<int> priority;
    std::string goal;
    int item = 0;
    std::string item_title;
    int measure = 0;
    std::string action;
    std::string indicator;
    std::optional<Decimal> baseline;
    std::optional<Decimal> target;
    std::string unit;
    Comparator comparator = Comparator::none;
    std::string modifier;
    std::optional<Decimal> result;
    std::string result_unit;
    ReportState state = ReportState::none;
    std::optional<Decimal> projected;
    std::optional<double> rate;  ///< as it is, not rounded
    std::optional<double> pace;  ///< share of the year (or of the time to the deadline) that was over at `as_of`
    ProgressStatus status = ProgressStatus::not_reported;
    Message note;
    std::string target_text;
    std::string report_text;

    // Not in the JSON.
    std::string per;                ///< of the target: 月 in 月2回
    std::optional<Date> as_of;      ///< the day the figures are of
    std::size_t sheet = 0;          ///< index in the document
    std::size_t item_index = 0;     ///< index in the sheet
    std::size_t measure_index = 0;  ///< index in the item
    std::vector<Evidence> evidence;
};

struct ProgressOptions {
    Against against = Against::automatic;
    std::optional<Date> as_of;   ///< for reports that say no day themselves; default 30 September or 31 March
    FigureMemo* memo = nullptr;  ///< where its texts are read more than once
    bool names = true;           ///< false: source, department, goal and item title of the rows are left empty
};

/// What `automatic` means for these documents: midterm or final.
Against choose_against(std::span<const Document> documents, Against asked);

/// Every indicator of a document in reading order, with rate, pace and status (numbers.md §2–§4). Texts over
/// kMaxMeasureText are read up to it and the row's note says so. Never invents: a figure that cannot be told to be the
/// target's is left out and noted.
std::vector<ProgressRow> measure_progress(const Document& document, const ProgressOptions& options = {});

/// One measure of a document, by the indices that its rows have.
struct MeasureIndex {
    std::size_t sheet = 0;
    std::size_t item = 0;
    std::size_t measure = 0;
};
/// The rows that measure_progress() gives for one measure.
std::vector<ProgressRow> measure_one(const Document& document, const MeasureIndex& at, const ProgressOptions& options);

/// Bytes of one target or report that are read for figures: the longest real ones have under 2 KB.
inline constexpr std::size_t kMaxMeasureText = std::size_t{256} << 10U;

/// All rows of a run, as the progress writers take them.
struct Progress {
    Against against = Against::midterm;
    std::optional<Date> as_of;  ///< asked for, or the default of the documents' fiscal year where they share one
    std::vector<ProgressRow> rows;
};

/// measure_progress over several documents, all against the same report.
Progress measure_all(std::span<const Document> documents, const ProgressOptions& options = {});

}  // namespace goalsheet
