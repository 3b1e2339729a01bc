// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "goalsheet/report.hpp"
#include "text/escape.hpp"
#include "write/format/uri.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "ERROR";
        case Severity::warning:
            return "WARNING";
        default:
            return "INFO";
    }
}

// Columns are UTF-8 bytes, the end is exclusive.
Json describe_range(const Finding& finding) {
    return {{"start", {{"line", finding.region.begin.line}, {"column", finding.begin_byte}}},
            {"end", {{"line", finding.region.end.line}, {"column", finding.end_byte}}}};
}

Json describe_suggestions(const Finding& finding) {
    Json suggestions = Json::array();
    for (const Edit& edit : finding.edits) {
        const auto region = finding.region_of(edit);
        if (!region) continue;
        const auto point = [&](const Position& position) {
            return Json{{"line", position.line}, {"column", finding.source->byte_column(position)}};
        };
        suggestions.push_back(
            {{"range", {{"start", point(region->begin)}, {"end", point(region->end)}}}, {"text", edit.after}});
    }
    return suggestions;
}

Json diagnostic_of(const Finding& finding, Lang lang) {
    Json diagnostic = {{"message", finding.message_with_cell(lang)},
                       {"location", {{"path", finding.path}, {"range", describe_range(finding)}}},
                       {"severity", severity_of(finding.severity)},
                       {"code", {{"value", finding.code}, {"url", rule_page_url(finding.code)}}}};
    if (Json suggestions = describe_suggestions(finding); !suggestions.empty())
        diagnostic["suggestions"] = std::move(suggestions);
    return diagnostic;
}

}  // namespace

std::string write_findings_rdjson(const Report& report, const ReportOptions& options) {
    Json diagnostics = Json::array();
    for (const Finding& finding : report.findings) diagnostics.push_back(diagnostic_of(finding, options.lang));
    const Json root = {{"source", {{"name", "goalsheet"}}}, {"diagnostics", std::move(diagnostics)}};
    return escape_in_json(root.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace goalsheet
