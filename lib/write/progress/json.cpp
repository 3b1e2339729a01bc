// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cmath>

#include "goalsheet/write_progress.hpp"
#include "text/json_text.hpp"

namespace goalsheet {
namespace {

// The shortest digits that come back as the same double, as those of a fraction: 1.0.
std::string fraction_digits(double value) {
    if (!std::isfinite(value)) return "null";
    std::string digits = fmt::format("{}", value);
    if (digits.find_first_of(".e") == std::string::npos) digits += ".0";
    return digits;
}

template <typename Number>
void add_number(JsonText& json, std::string_view name, const std::optional<Number>& number) {
    json.key(name);
    number ? json.number(*number) : json.null();
}

// A double of at most 18 digits comes back as the same digits.
void add_figure(JsonText& json, std::string_view name, const std::optional<Decimal>& value) {
    json.key(name);
    if (!value) return json.null();
    value->scale == 0 ? json.number(value->mantissa) : json.digits(fraction_digits(value->to_double()));
}

// Four places are a hundredth of a percent.
void add_share(JsonText& json, std::string_view name, const std::optional<double>& value) {
    json.key(name);
    value ? json.digits(fraction_digits(std::round(*value * 10000) / 10000)) : json.null();
}

void add_keys(JsonText& json, const ProgressKeys& keys) {
    json.field("city_code", keys.city.code);
    json.field("sheet_id", keys.sheet_id);
    json.field("measure_id", keys.measure_id);
    json.field("indicator_id", keys.indicator_id);
}

void add_measure(JsonText& json, const ProgressRow& row, bool alone) {
    if (alone) add_keys(json, row.keys);
    json.field("source", alone ? row.source_name : row.source);
    add_number(json, "line", row.line == 0 ? std::nullopt : std::optional(row.line));
    add_number(json, "fiscal_year", row.fiscal_year);
    json.field("department", row.department);
    add_number(json, "priority", row.priority);
    json.field("goal", row.goal);
    json.field("item", row.item);
    json.field("item_title", row.item_title);
    json.field("measure", row.measure);
    json.field("action", row.action);
}

struct RowLook {
    bool says_report;  ///< which report it is held against, where the run does not say it once for all
    bool alone;        ///< a line of its own, to be joined with others
};

void add_row(JsonText& json, const ProgressRow& row, RowLook look, Lang lang) {
    json.open_object();
    add_measure(json, row, look.alone);
    json.field("indicator", row.indicator);
    add_figure(json, "baseline", row.baseline);
    add_figure(json, "target", row.target);
    json.field("unit", row.unit);
    json.field("comparator", comparator_sign(row.comparator));
    json.field("modifier", row.modifier);
    add_figure(json, "result", row.result);
    json.field("result_unit", row.result_unit);
    json.field("state", report_state_name(row.state));
    add_figure(json, "projected", row.projected);
    json.field("direction", direction_name(row.direction));
    add_share(json, "rate", row.rate);
    add_share(json, "improvement", row.improvement);
    add_share(json, "pace", row.pace);
    json.field("status", status_name(row.status));
    add_share(json, "confidence", row.confidence);
    json.field("note", row.note.in(lang));
    json.field("target_text", row.target_text);
    json.field("report_text", row.report_text);
    if (look.says_report) json.field("against", against_name(row.against));
    json.close_object();
}

}  // namespace

std::string write_progress_json(const Progress& progress, Lang lang) {
    JsonText json(0);
    json.open_object();
    json.field("schema_version", 2);
    json.field("against", against_name(progress.against));
    json.key("as_of");
    progress.as_of ? json.text(format_date(*progress.as_of)) : json.null();
    json.key("progress");
    json.open_list();
    for (const ProgressRow& row : progress.rows)
        add_row(json, row, {progress.against == Against::automatic, false}, lang);
    json.close_list();
    json.close_object();
    return std::move(json).take() + "\n";
}

std::string write_progress_ndjson(std::span<const ProgressRow> rows, Lang lang) {
    std::string lines;
    for (const ProgressRow& row : rows) {
        JsonText json(-1);
        add_row(json, row, {true, true}, lang);
        lines += std::move(json).take() + "\n";
    }
    return lines;
}

}  // namespace goalsheet
