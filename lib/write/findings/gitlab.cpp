// SPDX-License-Identifier: MIT
#include <utility>

#include "goalsheet/report.hpp"
#include "text/json_text.hpp"

namespace goalsheet {
namespace {

// An input that cannot be read hides everything in it.
std::string_view severity_of(const Finding& finding) {
    if (finding.severity == Severity::error) return finding.code.starts_with("GS0") ? "critical" : "major";
    return finding.severity == Severity::warning ? "minor" : "info";
}

}  // namespace

std::string write_findings_gitlab(const Report& report, const ReportOptions& options) {
    JsonText json(0);
    json.open_list();
    for (const Finding& finding : report.findings)
        json.object([&] {
            json.field("description", finding.message_with_cell(options.lang));
            json.field("check_name", finding.code + " " + finding.name);
            json.field("fingerprint", finding.fingerprint);
            json.field("severity", severity_of(finding));
            json.object("location", [&] {
                json.field("path", finding.path);
                json.object("lines", [&] { json.field("begin", finding.region.begin.line); });
            });
        });
    json.close_list();
    return std::move(json).take() + "\n";
}

}  // namespace goalsheet
