// SPDX-License-Identifier: MIT
#include <cmath>
#include <nlohmann/json.hpp>

#include "goalsheet/write_progress.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

// A double of at most 18 digits comes back as the same digits.
Json number(const std::optional<Decimal>& value) {
    if (!value) return nullptr;
    return value->scale == 0 ? Json(value->mantissa) : Json(value->to_double());
}

// Four places are a hundredth of a percent.
Json share(const std::optional<double>& value) {
    if (!value) return nullptr;
    return std::round(*value * 10000) / 10000;
}

Json row_json(const ProgressRow& row, Lang lang) {
    Json object;
    object["source"] = row.source;
    object["line"] = row.line == 0 ? Json(nullptr) : Json(row.line);
    object["fiscal_year"] = or_null(row.fiscal_year);
    object["department"] = row.department;
    object["priority"] = or_null(row.priority);
    object["goal"] = row.goal;
    object["item"] = row.item;
    object["item_title"] = row.item_title;
    object["measure"] = row.measure;
    object["action"] = row.action;
    object["indicator"] = row.indicator;
    object["baseline"] = number(row.baseline);
    object["target"] = number(row.target);
    object["unit"] = row.unit;
    object["comparator"] = comparator_sign(row.comparator);
    object["modifier"] = row.modifier;
    object["result"] = number(row.result);
    object["result_unit"] = row.result_unit;
    object["state"] = report_state_name(row.state);
    object["projected"] = number(row.projected);
    object["rate"] = share(row.rate);
    object["pace"] = share(row.pace);
    object["status"] = status_name(row.status);
    object["note"] = row.note.in(lang);
    object["target_text"] = row.target_text;
    object["report_text"] = row.report_text;
    return object;
}

}  // namespace

std::string write_progress_json(const Progress& progress, Lang lang) {
    Json rows = Json::array();
    for (const ProgressRow& row : progress.rows) rows.push_back(row_json(row, lang));
    Json root;
    root["schema_version"] = 1;
    root["against"] = against_name(progress.against);
    root["as_of"] = progress.as_of ? Json(format_date(*progress.as_of)) : Json(nullptr);
    root["progress"] = std::move(rows);
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace goalsheet
