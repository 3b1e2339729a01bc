// SPDX-License-Identifier: MIT
#include "write/format/json.hpp"

#include "goalsheet/write.hpp"

namespace goalsheet {
namespace {

void add_year(JsonText& json, const std::optional<FiscalYear>& year) {
    json.key("fiscal_year");
    if (!year) return json.null();
    json.open_object();
    json.field("label", year->label);
    json.field("gregorian", year->gregorian);
    json.close_object();
}

// Line and column of a text that stands in the source; left out where it does not.
void add_place(JsonText& json, const SourcedText& text, const SourceText* source) {
    const auto place = text.source_of();
    if (!place || !source) return;
    const Position position = source->position(place->first);
    json.field("line", position.line);
    json.field("column", position.column);
    if (const std::string_view cell = source->line_name(position.line); !cell.empty()) json.field("cell", cell);
}

template <class List, class Add>
void add_list(JsonText& json, std::string_view name, const List& list, Add add) {
    json.key(name);
    json.open_list();
    for (const auto& entry : list) add(entry);
    json.close_list();
}

template <class List, class Add>
void add_objects(JsonText& json, std::string_view name, const List& list, Add add) {
    add_list(json, name, list, [&](const auto& entry) {
        json.open_object();
        add(entry);
        json.close_object();
    });
}

void add_remarks(JsonText& json, const std::vector<Remark>& remarks, const SourceText* source) {
    add_objects(json, "remarks", remarks, [&](const Remark& remark) {
        json.field("kind", remark.kind);
        json.field("text", remark.text.text);
        json.field("detail", remark.detail);
        add_place(json, remark.text, source);
    });
}

// Left out where there is none, so that files of sheets without them stay as they were.
void add_extras(JsonText& json, const std::vector<Extra>& extras) {
    if (extras.empty()) return;
    add_objects(json, "extras", extras, [&](const Extra& extra) {
        json.field("label", extra.label.text);
        json.field("role", extra_role_name(extra.role));
        json.field("text", extra.text.text);
    });
}

void add_series(JsonText& json, const std::vector<SeriesValue>& series) {
    if (series.empty()) return;
    add_objects(json, "series", series, [&](const SeriesValue& value) {
        json.field("label", value.label.text);
        json.field("year", value.year);
        json.field("kind", series_kind_name(value.kind));
        json.field("text", value.text.text);
    });
}

void add_indicators(JsonText& json, const std::vector<IndicatorCells>& indicators) {
    if (indicators.empty()) return;
    add_objects(json, "indicators", indicators, [&](const IndicatorCells& indicator) {
        json.field("name", indicator.name.text);
        json.field("unit", indicator.unit.text);
        json.field("baseline", indicator.baseline.text);
        json.field("target", indicator.target.text);
        json.field("midterm", indicator.midterm.text);
        json.field("final", indicator.final.text);
    });
}

void add_measure(JsonText& json, const Measure& measure) {
    json.field("number", measure.number);
    json.field("action", measure.action.text);
    json.field("deadline", measure.deadline.text);
    json.field("target", measure.target.text);
    json.field("midterm", measure.midterm.text);
    json.field("final", measure.final.text);
    add_indicators(json, measure.indicators);
    add_extras(json, measure.extras);
    add_series(json, measure.series);
}

void add_item(JsonText& json, const Item& item) {
    json.field("number", item.number);
    json.field("title", item.title.text);
    add_objects(json, "measures", item.measures, [&](const Measure& measure) { add_measure(json, measure); });
    add_extras(json, item.extras);
    add_series(json, item.series);
}

void add_sheet(JsonText& json, const Sheet& sheet, const SourceText* source) {
    json.field("goal", sheet.goal.text);
    json.field("department", sheet.department.text);
    json.key("priority");
    sheet.priority ? json.number(*sheet.priority) : json.null();
    add_year(json, sheet.fiscal_year);
    add_objects(json, "alignments", sheet.alignments, [&](const Alignment& alignment) {
        json.field("plan", alignment.plan.text);
        json.field("text", alignment.text.text);
    });
    json.field("situation", sheet.situation.text);
    json.field("purpose", sheet.purpose.text);
    add_objects(json, "sdgs", sheet.sdgs, [&](const SdgGoal& sdg) {
        json.field("number", sdg.number);
        json.field("name", sdg.name.text);
    });
    add_objects(json, "items", sheet.items, [&](const Item& item) { add_item(json, item); });
    json.key("notes");
    json.open_object();
    json.field("participation", sheet.notes.participation.text);
    json.field("outcomes", sheet.notes.outcomes.text);
    json.close_object();
    add_extras(json, sheet.extras);
    add_series(json, sheet.series);
    add_objects(json, "unplaced", sheet.unplaced, [&](const Unplaced& text) {
        json.field("text", text.text.text);
        json.field("label", text.label);
        json.field("address", text.address);
        add_place(json, text.text, source);
    });
    add_remarks(json, sheet.remarks, source);
}

// `depth`: levels around the document; -1 for one line.
std::string document_json(const Document& document, int depth) {
    JsonText json(depth);
    json.open_object();
    json.key("source");
    json.open_object();
    json.field("path", document.source.path);
    json.field("format", document.source.format);
    json.field("encoding", document.source.encoding);
    if (!document.source.sha256.empty()) json.field("sha256", document.source.sha256);
    json.close_object();
    json.field("department", document.department.text);
    add_year(json, document.fiscal_year);
    add_list(json, "goals", document.goals, [&](const SourcedText& goal) { json.text(goal.text); });
    const SourceText* source = document.source.text.get();
    add_objects(json, "sheets", document.sheets, [&](const Sheet& sheet) { add_sheet(json, sheet, source); });
    add_remarks(json, document.remarks, source);
    json.close_object();
    return std::move(json).take();
}

}  // namespace

std::string write_json(std::span<const Document> documents) {
    std::string json(kJsonOpening);
    for (const Document& document : documents) {
        if (json.size() > kJsonOpening.size()) json += kJsonBetween;
        json += write_json_entry(document);
    }
    return json += kJsonClosing;
}

std::string write_json_entry(const Document& document) { return document_json(document, 2); }

std::string write_ndjson(std::span<const Document> documents) {
    std::string lines;
    for (const Document& document : documents) lines += document_json(document, -1) + "\n";
    return lines;
}

}  // namespace goalsheet
