// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "goalsheet/date.hpp"
#include "goalsheet/document.hpp"
#include "goalsheet/indicator.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/quantity.hpp"

namespace goalsheet {

/// The report a target is held against. automatic: of each document the latest that most of its sheets have.
enum class Against { automatic, midterm, final };
std::string_view against_name(Against against);
Message against_words(Against against);        ///< 中間報告, 期末報告, or 報告 where both are meant
Message direction_words(Direction direction);  ///< 増, 減, 不明

/// What a report comes to. The last four are for targets without a number.
enum class ProgressStatus {
    achieved,
    within,
    over,
    unclear,
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
inline constexpr std::size_t kProgressStatusCount = 13;
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

/// What a row is joined by: the IDs of the tables for open data.
struct ProgressKeys {
    City city;
    std::string sheet_id;
    std::string measure_id;
    std::string indicator_id;
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
    Direction direction = Direction::unknown;  ///< unknown also where the target has no number
    std::optional<double> rate;                ///< result / target where more is better; never negative, not rounded
    std::optional<double> improvement;         ///< (result - baseline) / (target - baseline), likewise
    std::optional<double> pace;  ///< share of the year (or of the time to the deadline) that was over at `as_of`
    ProgressStatus status = ProgressStatus::not_reported;
    std::optional<double> confidence;  ///< that the result is the target's, 0 to 1; nothing without a result
    Message note;
    std::string target_text;
    std::string report_text;

    Against against = Against::midterm;  ///< the report; in the JSON only where a run has both

    // Not in the JSON.
    std::string per;                ///< of the target: 月 in 月2回
    std::optional<Date> as_of;      ///< the day the figures are of
    std::size_t sheet = 0;          ///< index in the document
    std::size_t item_index = 0;     ///< index in the sheet
    std::size_t measure_index = 0;  ///< index in the item
    std::vector<Evidence> evidence;
    ProgressKeys keys;        ///< as the document alone gives them; empty in a MeasuredDocument
    std::string source_name;  ///< the source without folders of this computer; likewise

    /// What the pace is compared with: the improvement where there is one, else the rate.
    std::optional<double> share() const { return improvement ? improvement : rate; }
};

struct ProgressOptions {
    Against against = Against::automatic;
    std::optional<Date> as_of;  ///< for reports that say no day themselves; default 30 September or 31 March
};

/// Measures, and how many of them have something in either report.
struct ReportCounts {
    std::size_t measures = 0;
    std::size_t midterm = 0;
    std::size_t final = 0;

    void add(const Document& document);
    void add(const Sheet& sheet);
    /// Final where at least half as many measures have a final report as a midterm one: one cell in the wrong column
    /// does not make a year end, one forgotten cell does not unmake it.
    Against latest() const;
};
/// What `automatic` means for a document: midterm or final.
Against choose_against(const Document& document, Against asked);

/// Every indicator of a document in reading order, with rate, improvement, pace and status. Texts over
/// kMaxMeasureText are read up to it and the row's note says so. Never invents: a figure that cannot be told to be the
/// target's is left out and noted.
std::vector<ProgressRow> measure_progress(const Document& document, const ProgressOptions& options = {});

/// The numbering of a run over several documents, which come in its order.
class ProgressRun {
public:
    ProgressRun();
    ~ProgressRun();
    ProgressRun(const ProgressRun&) = delete;
    ProgressRun& operator=(const ProgressRun&) = delete;

    /// Gives the rows of a document the IDs that the run has for its sheets.
    void settle(const Document& document, std::span<ProgressRow> rows);

private:
    struct Ids;
    std::unique_ptr<Ids> ids_;
};

/// The figures of texts that have been read, by where the text stands.
using QuantitiesOfTexts = std::unordered_map<const SourcedText*, std::vector<Quantity>>;

/// A document with both reports held against its targets in one pass: row i of one report speaks of the same indicator
/// as row i of the other. Source, department, goal and item title of the rows are empty: the document has them. It must
/// outlive this.
struct MeasuredDocument {
    const Document* document = nullptr;
    std::vector<std::string> ids;  ///< 目標ID of each sheet, as this document alone gives it
    std::vector<ProgressRow> midterm;
    std::vector<ProgressRow> final;
    QuantitiesOfTexts quantities;  ///< of targets, and of reports of targets with a number

    const std::vector<ProgressRow>& rows(Against against) const { return against == Against::final ? final : midterm; }
};
MeasuredDocument measure_document(const Document& document, const std::optional<Date>& as_of = std::nullopt);

/// Bytes of one target or report that are read for figures: the longest real ones have under 2 KB.
inline constexpr std::size_t kMaxMeasureText = std::size_t{256} << 10U;

/// All rows of a run, as the progress writers take them.
struct Progress {
    Against against = Against::midterm;  ///< automatic: not the same for all documents
    std::optional<Date> as_of;           ///< asked for, or the default of the year and report that all documents share
    std::vector<ProgressRow> rows;
};

/// measure_progress over several documents, each against the report asked for or its own latest one.
Progress measure_all(std::span<const Document> documents, const ProgressOptions& options = {});

}  // namespace goalsheet
