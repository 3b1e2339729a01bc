// SPDX-License-Identifier: MIT
#include "model/read_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::json;

// Thrown in this file only, where a value is not what the schema says; read_json() turns it into a fault.
struct NotAsSchema {
    std::string where;
    std::string wanted;
    std::string wanted_ja = {};  ///< where it is no word of JSON
};

// What the schema has no place for would be lost.
void allow_only(const Json& object, std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw NotAsSchema{key, "a key that the schema has here", "ここで使える項目"};
}

const Json* member(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

void require_object(const Json& value, const std::string& where) {
    if (!value.is_object()) throw NotAsSchema{where, "object"};
}

SourcedText text_of(const Json& object, const char* key) {
    const Json* value = member(object, key);
    if (!value) return {};
    if (!value->is_string()) throw NotAsSchema{key, "string"};
    return {value->get<std::string>()};
}

int integer_of(const Json& value, const char* key) {
    if (!value.is_number_integer() || value.get<std::int64_t>() < -1'000'000 || value.get<std::int64_t>() > 1'000'000)
        throw NotAsSchema{key, "integer"};
    return value.get<int>();
}

int number_of(const Json& object) {
    const Json* value = member(object, "number");
    if (!value) throw NotAsSchema{"number", "given", "書かれた項目"};
    return integer_of(*value, "number");
}

int integer_of(const Json& object, const char* key, int otherwise) {
    const Json* value = member(object, key);
    return value ? integer_of(*value, key) : otherwise;
}

template <class Take>
void for_each_of(const Json& object, const char* key, Take take) {
    const Json* list = member(object, key);
    if (!list) return;
    if (!list->is_array()) throw NotAsSchema{key, "array"};
    for (const Json& entry : *list) {
        require_object(entry, key);
        take(entry);
    }
}

std::optional<FiscalYear> year_of(const Json& object) {
    const Json* value = member(object, "fiscal_year");
    if (!value) return std::nullopt;
    require_object(*value, "fiscal_year");
    allow_only(*value, {"label", "gregorian"});
    return FiscalYear{text_of(*value, "label").text, integer_of(*value, "gregorian", 0)};
}

std::vector<Remark> remarks_of(const Json& object) {
    std::vector<Remark> remarks;
    for_each_of(object, "remarks", [&](const Json& entry) {
        allow_only(entry, {"kind", "text", "detail", "line", "column", "cell"});
        remarks.push_back({text_of(entry, "kind").text, text_of(entry, "text"), text_of(entry, "detail").text});
    });
    return remarks;
}

std::vector<Extra> extras_of(const Json& object) {
    std::vector<Extra> extras;
    for_each_of(object, "extras", [&](const Json& entry) {
        allow_only(entry, {"label", "role", "text"});
        const auto role = find_extra_role(text_of(entry, "role").text);
        if (!role) throw NotAsSchema{"role", "grade … other"};
        extras.push_back({text_of(entry, "label"), *role, text_of(entry, "text")});
    });
    return extras;
}

std::vector<SeriesValue> series_of(const Json& object) {
    std::vector<SeriesValue> series;
    for_each_of(object, "series", [&](const Json& entry) {
        allow_only(entry, {"label", "year", "kind", "text"});
        const auto kind = find_series_kind(text_of(entry, "kind").text);
        if (!kind) throw NotAsSchema{"kind", "target … plan"};
        series.push_back({text_of(entry, "label"), integer_of(entry, "year", 0), *kind, text_of(entry, "text")});
    });
    return series;
}

Measure measure_of(const Json& object) {
    // An ID of NDJSON says what its sheet and numbers say; it is worked out anew.
    allow_only(object, {"measure_id", "number", "action", "deadline", "target", "midterm", "final", "indicators",
                        "extras", "series"});
    Measure measure;
    measure.number = number_of(object);
    measure.action = text_of(object, "action");
    measure.deadline = text_of(object, "deadline");
    measure.target = text_of(object, "target");
    measure.midterm = text_of(object, "midterm");
    measure.final = text_of(object, "final");
    for_each_of(object, "indicators", [&](const Json& entry) {
        allow_only(entry, {"name", "unit", "baseline", "target", "midterm", "final"});
        measure.indicators.push_back({text_of(entry, "name"), text_of(entry, "unit"), text_of(entry, "baseline"),
                                      text_of(entry, "target"), text_of(entry, "midterm"), text_of(entry, "final")});
    });
    measure.extras = extras_of(object);
    measure.series = series_of(object);
    return measure;
}

Sheet sheet_of(const Json& object) {
    allow_only(object, {"sheet_id", "goal", "department", "priority", "fiscal_year", "alignments", "situation",
                        "purpose", "sdgs", "items", "notes", "extras", "series", "unplaced", "remarks"});
    Sheet sheet;
    sheet.goal = text_of(object, "goal");
    sheet.department = text_of(object, "department");
    if (const Json* priority = member(object, "priority")) sheet.priority = integer_of(*priority, "priority");
    sheet.fiscal_year = year_of(object);
    for_each_of(object, "alignments", [&](const Json& entry) {
        allow_only(entry, {"plan", "text"});
        sheet.alignments.push_back({text_of(entry, "plan"), text_of(entry, "text")});
    });
    sheet.situation = text_of(object, "situation");
    sheet.purpose = text_of(object, "purpose");
    for_each_of(object, "sdgs", [&](const Json& entry) {
        allow_only(entry, {"number", "name"});
        sheet.sdgs.push_back({integer_of(entry, "number", 0), text_of(entry, "name")});
    });
    for_each_of(object, "items", [&](const Json& entry) {
        allow_only(entry, {"number", "title", "measures", "extras", "series"});
        Item item;
        item.number = number_of(entry);
        item.title = text_of(entry, "title");
        for_each_of(entry, "measures", [&](const Json& measure) { item.measures.push_back(measure_of(measure)); });
        // The title would stand in no row of any table.
        if (item.measures.empty()) throw NotAsSchema{"measures", "array, 1 or more"};
        item.extras = extras_of(entry);
        item.series = series_of(entry);
        sheet.items.push_back(std::move(item));
    });
    if (const Json* notes = member(object, "notes")) {
        require_object(*notes, "notes");
        allow_only(*notes, {"participation", "outcomes"});
        sheet.notes.participation = text_of(*notes, "participation");
        sheet.notes.outcomes = text_of(*notes, "outcomes");
    }
    sheet.extras = extras_of(object);
    sheet.series = series_of(object);
    for_each_of(object, "unplaced", [&](const Json& entry) {
        allow_only(entry, {"text", "label", "address", "line", "column", "cell"});
        sheet.unplaced.push_back(
            {text_of(entry, "text"), text_of(entry, "label").text, text_of(entry, "address").text});
    });
    sheet.remarks = remarks_of(object);
    return sheet;
}

Document document_of(const Json& object, const std::shared_ptr<const SourceText>& text, const std::string& path) {
    require_object(object, "documents");
    allow_only(object, {"source", "city", "department", "fiscal_year", "goals", "sheets", "remarks"});
    Document document;
    document.source = {path, "json", "utf-8", {}, text};
    if (const Json* city = member(object, "city")) {
        require_object(*city, "city");
        allow_only(*city, {"code", "name"});
        document.city = {text_of(*city, "code").text, text_of(*city, "name").text};
    }
    document.department = text_of(object, "department");
    document.fiscal_year = year_of(object);
    if (const Json* goals = member(object, "goals")) {
        if (!goals->is_array()) throw NotAsSchema{"goals", "array"};
        for (const Json& goal : *goals) {
            if (!goal.is_string()) throw NotAsSchema{"goals", "string"};
            document.goals.emplace_back(goal.get<std::string>());
        }
    }
    for_each_of(object, "sheets", [&](const Json& entry) { document.sheets.push_back(sheet_of(entry)); });
    document.remarks = remarks_of(object);
    return document;
}

// Hand-made nesting must not exhaust the stack: our own files are eight levels deep.
constexpr int kDeepestList = 32;

Json parse(std::string_view text) {
    std::vector<std::set<std::string>> keys;  // of the objects that are open: of two alike, one would be lost
    const auto check = [&keys](int depth, Json::parse_event_t event, Json& value) {
        if (depth > kDeepestList) throw NotAsSchema{"documents", "object"};
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
            throw NotAsSchema{value.get<std::string>(), "given once", "一度だけの項目"};
        return true;
    };
    return Json::parse(text, check, false);
}

std::vector<Document> read_lines(const std::shared_ptr<const SourceText>& text, const std::string& path) {
    std::vector<Document> documents;
    for (const std::string_view line : split_lines(text->text())) {
        if (trim(line).empty()) continue;
        const Json object = parse(line);
        if (object.is_discarded()) throw NotAsSchema{"documents", "JSON"};
        documents.push_back(document_of(object, text, path));
    }
    return documents;
}

}  // namespace

Result<std::vector<Document>> read_json(const std::shared_ptr<const SourceText>& text, const std::string& path) {
    try {
        const Json root = parse(text->text());
        if (root.is_discarded()) return read_lines(text, path);
        require_object(root, "documents");
        if (root.contains("sheets")) return std::vector<Document>{document_of(root, text, path)};
        allow_only(root, {"schema_version", "documents"});
        if (integer_of(root, "schema_version", 0) != 1) throw NotAsSchema{"schema_version", "1"};
        std::vector<Document> documents;
        for_each_of(root, "documents", [&](const Json& entry) { documents.push_back(document_of(entry, text, path)); });
        if (documents.empty()) throw NotAsSchema{"documents", "array"};
        return documents;
    } catch (const NotAsSchema& fault) {
        return Fault{
            path,
            {fmt::format("goalsheetのJSONではありません（「{}」が{}ではありません）。`goalsheet export --to json` "
                         "の出力を指定してください。",
                         fault.where, fault.wanted_ja.empty() ? fault.wanted : fault.wanted_ja),
             fmt::format("Not goalsheet's JSON (“{}” is not {}); give what `goalsheet export --to json` wrote.",
                         fault.where, fault.wanted)}};
    }
}

}  // namespace goalsheet
