// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "goalsheet/review_remarks.hpp"
#include "goalsheet/write.hpp"
#include "model/ids.hpp"
#include "text/json_text.hpp"

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

std::vector<Remark> without_persons(const std::vector<Remark>& remarks) {
    std::vector<Remark> others;
    std::copy_if(remarks.begin(), remarks.end(), std::back_inserter(others),
                 [](const Remark& one) { return one.kind != remark::kPerson; });
    return others;
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

// IDs of the tables for open data; null where none are asked for.
struct JsonIds {
    const std::string* sheet = nullptr;
    const MeasureIds* measures = nullptr;
};

void add_measure(JsonText& json, const Measure& measure, const std::string* id) {
    if (id) json.field("measure_id", *id);
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

void add_item(JsonText& json, const Item& item, const MeasureIds* ids, std::size_t index) {
    json.field("number", item.number);
    json.field("title", item.title.text);
    std::size_t position = 0;
    add_objects(json, "measures", item.measures, [&](const Measure& measure) {
        add_measure(json, measure, ids ? &ids->measure(index, position++) : nullptr);
    });
    add_extras(json, item.extras);
    add_series(json, item.series);
}

void add_sheet(JsonText& json, const Sheet& sheet, const SourceText* source, const JsonIds& ids) {
    if (ids.sheet) json.field("sheet_id", *ids.sheet);
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
    std::size_t position = 0;
    add_objects(json, "items", sheet.items, [&](const Item& item) { add_item(json, item, ids.measures, position++); });
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

void add_city(JsonText& json, const City& city) {
    if (city.code.empty() && city.name.empty()) return;
    json.key("city");
    json.open_object();
    json.field("code", city.code);
    json.field("name", city.name);
    json.close_object();
}

// `depth`: levels around the document; -1 for one line. `ids`: of the sheets, where they are to be said.
std::string document_json(const Document& document, int depth, const std::vector<std::string>* ids) {
    JsonText json(depth);
    json.open_object();
    json.key("source");
    json.open_object();
    json.field("path", ids ? public_path(document.source) : document.source.path);
    json.field("format", document.source.format);
    json.field("encoding", document.source.encoding);
    if (!document.source.sha256.empty()) json.field("sha256", document.source.sha256);
    json.close_object();
    add_city(json, document.city);
    json.field("department", document.department.text);
    add_year(json, document.fiscal_year);
    add_list(json, "goals", document.goals, [&](const SourcedText& goal) { json.text(goal.text); });
    const SourceText* source = document.source.text.get();
    std::size_t position = 0;
    add_objects(json, "sheets", document.sheets, [&](const Sheet& sheet) {
        if (!ids) return add_sheet(json, sheet, source, {});
        const std::string& id = (*ids)[position++];
        const MeasureIds measures(sheet, id);
        add_sheet(json, sheet, source, {&id, &measures});
    });
    add_remarks(json, without_persons(document.remarks), source);
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

std::string write_json_entry(const Document& document) { return document_json(document, 2, nullptr); }

std::string write_ndjson(std::span<const Document> documents) {
    std::string lines;
    NdjsonRun run;
    for (const Document& document : documents) lines += run.settle(document, NdjsonRun::line_of(document));
    return lines;
}

struct NdjsonRun::Ids {
    SheetIds sheets;
};

NdjsonRun::NdjsonRun() : ids_(std::make_unique<Ids>()) {}
NdjsonRun::~NdjsonRun() = default;

std::string NdjsonRun::line_of(const Document& document) {
    const std::vector<std::string> ids = sheet_ids(document);
    return document_json(document, -1, &ids) + "\n";
}

std::string NdjsonRun::settle(const Document& document, std::string line) {
    const std::vector<std::string> ids = ids_->sheets.next(document);
    if (ids == sheet_ids(document)) return line;
    return document_json(document, -1, &ids) + "\n";
}

}  // namespace goalsheet
