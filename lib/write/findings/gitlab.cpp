// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "goalsheet/report.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::ordered_json;

// An input that cannot be read hides everything in it.
std::string_view severity_of(const Finding& finding) {
    if (finding.severity == Severity::error) return finding.code.starts_with("GS0") ? "critical" : "major";
    return finding.severity == Severity::warning ? "minor" : "info";
}

}  // namespace

std::string write_findings_gitlab(const Report& report, const ReportOptions& options) {
    Json issues = Json::array();
    for (const Finding& finding : report.findings)
        issues.push_back({{"description", finding.message_with_cell(options.lang)},
                          {"check_name", finding.code + " " + finding.name},
                          {"fingerprint", finding.fingerprint},
                          {"severity", severity_of(finding)},
                          {"location", {{"path", finding.path}, {"lines", {{"begin", finding.region.begin.line}}}}}});
    return escape_in_json(issues.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace goalsheet
