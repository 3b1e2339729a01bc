// SPDX-License-Identifier: MIT
#include <algorithm>
#include <nlohmann/json.hpp>

#include "goalsheet/write.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::ordered_json;

Json year_json(const std::optional<FiscalYear>& year) {
    if (!year) return nullptr;
    return {{"label", year->label}, {"gregorian", year->gregorian}};
}

// Line and column of a text that stands in the source; left out where it does not.
void add_place(Json& object, const SourcedText& text, const SourceText* source) {
    const auto place = text.source_of();
    if (!place || !source) return;
    const Position position = source->position(place->first);
    object["line"] = position.line;
    object["column"] = position.column;
}

Json remarks_json(const std::vector<Remark>& remarks, const SourceText* source) {
    Json list = Json::array();
    for (const Remark& remark : remarks) {
        Json entry = {{"kind", remark.kind}, {"text", remark.text.text}, {"detail", remark.detail}};
        add_place(entry, remark.text, source);
        list.push_back(std::move(entry));
    }
    return list;
}

Json measure_json(const Measure& measure) {
    return {{"number", measure.number},      {"action", measure.action.text},   {"deadline", measure.deadline.text},
            {"target", measure.target.text}, {"midterm", measure.midterm.text}, {"final", measure.final.text}};
}

Json item_json(const Item& item) {
    Json measures = Json::array();
    for (const Measure& measure : item.measures) measures.push_back(measure_json(measure));
    return {{"number", item.number}, {"title", item.title.text}, {"measures", std::move(measures)}};
}

Json sheet_json(const Sheet& sheet, const SourceText* source) {
    Json alignments = Json::array();
    for (const Alignment& alignment : sheet.alignments)
        alignments.push_back({{"plan", alignment.plan.text}, {"text", alignment.text.text}});
    Json sdgs = Json::array();
    for (const SdgGoal& sdg : sheet.sdgs) sdgs.push_back({{"number", sdg.number}, {"name", sdg.name.text}});
    Json items = Json::array();
    for (const Item& item : sheet.items) items.push_back(item_json(item));
    Json unplaced = Json::array();
    for (const Unplaced& text : sheet.unplaced) {
        Json entry = {{"text", text.text.text}, {"label", text.label}, {"address", text.address}};
        add_place(entry, text.text, source);
        unplaced.push_back(std::move(entry));
    }
    Json object;
    object["goal"] = sheet.goal.text;
    object["department"] = sheet.department.text;
    object["priority"] = sheet.priority ? Json(*sheet.priority) : Json(nullptr);
    object["fiscal_year"] = year_json(sheet.fiscal_year);
    object["alignments"] = std::move(alignments);
    object["situation"] = sheet.situation.text;
    object["purpose"] = sheet.purpose.text;
    object["sdgs"] = std::move(sdgs);
    object["items"] = std::move(items);
    object["notes"] = {{"participation", sheet.notes.participation.text}, {"outcomes", sheet.notes.outcomes.text}};
    object["unplaced"] = std::move(unplaced);
    object["remarks"] = remarks_json(sheet.remarks, source);
    return object;
}

Json document_json(const Document& document) {
    Json goals = Json::array();
    for (const SourcedText& goal : document.goals) goals.push_back(goal.text);
    Json sheets = Json::array();
    for (const Sheet& sheet : document.sheets) sheets.push_back(sheet_json(sheet, document.source.text.get()));
    Json object;
    object["source"] = {
        {"path", document.source.path}, {"format", document.source.format}, {"encoding", document.source.encoding}};
    if (!document.source.sha256.empty()) object["source"]["sha256"] = document.source.sha256;
    object["department"] = document.department.text;
    object["fiscal_year"] = year_json(document.fiscal_year);
    object["goals"] = std::move(goals);
    object["sheets"] = std::move(sheets);
    object["remarks"] = remarks_json(document.remarks, document.source.text.get());
    return object;
}

// Paths may hold any bytes; what is no UTF-8 becomes U+FFFD instead of an exception.
std::string dump(const Json& json, int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string write_json(std::span<const Document> documents) {
    std::string json(kJsonOpening);
    for (const Document& document : documents) {
        if (json.size() > kJsonOpening.size()) json += kJsonBetween;
        json += write_json_entry(document);
    }
    return json += kJsonClosing;
}

std::string write_json_entry(const Document& document) {
    const std::string flat = dump(document_json(document), 2);
    // Line ends inside texts are escaped: every line end is one of the layout.
    constexpr std::string_view kIndent = "    ";
    std::string entry(kIndent);
    entry.reserve(flat.size() + flat.size() / 4);
    for (std::size_t begin = 0; begin < flat.size();) {
        const std::size_t end = std::min(flat.find('\n', begin), flat.size() - 1) + 1;
        entry.append(flat, begin, end - begin);
        if (end < flat.size()) entry += kIndent;
        begin = end;
    }
    return entry;
}

std::string write_ndjson(std::span<const Document> documents) {
    std::string lines;
    for (const Document& document : documents) lines += dump(document_json(document), -1) + "\n";
    return lines;
}

}  // namespace goalsheet
