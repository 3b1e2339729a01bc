// SPDX-License-Identifier: MIT
#include <algorithm>

#include "goalsheet/report.hpp"
#include "text/json_text.hpp"

namespace goalsheet {
namespace {

// Left out where there is nothing to mend.
void add_edits(JsonText& json, const Finding& finding) {
    if (finding.edits.empty() || !finding.region_of(finding.edits.front())) return;
    json.key("edits");
    json.open_list();
    for (const Edit& edit : finding.edits) {
        const Region region = *finding.region_of(edit);
        json.open_object();
        json.field("line", region.begin.line);
        json.field("column", region.begin.column);
        json.field("end_line", region.end.line);
        json.field("end_column", region.end.column);
        json.field("new", edit.after);
        json.key("safe");
        json.truth(edit.safe);
        json.close_object();
    }
    json.close_list();
}

void add_finding(JsonText& json, const Finding& finding, Lang lang) {
    json.open_object();
    json.field("code", finding.code);
    json.field("name", finding.name);
    json.field("severity", severity_name(finding.severity));
    json.field("message", finding.message.in(lang));
    json.field("path", finding.path);
    json.field("line", finding.region.begin.line);
    json.field("column", finding.region.begin.column);
    json.field("end_line", finding.region.end.line);
    json.field("end_column", finding.region.end.column);
    json.field("address", finding.address_in(lang));
    json.field("fingerprint", finding.fingerprint);
    if (!finding.cell.empty()) json.field("cell", finding.cell);
    add_edits(json, finding);
    json.close_object();
}

void add_count(JsonText& json, std::string_view name, std::size_t count) {
    json.field(name, static_cast<std::int64_t>(count));
}

void add_summary(JsonText& json, const Report& report, Lang lang) {
    std::size_t sheets = 0;
    std::size_t unreadable = 0;
    for (const CheckedFile& file : report.files) {
        sheets += file.sheets;
        unreadable += !file.readable;
    }
    json.key("summary");
    json.open_object();
    add_count(json, "files", report.files.size());
    add_count(json, "unreadable", unreadable);
    add_count(json, "sheets", sheets);
    add_count(json, "errors", report.count(Severity::error));
    add_count(json, "warnings", report.count(Severity::warning));
    add_count(json, "infos", report.count(Severity::info));
    add_count(json, "hidden", report.hidden);
    add_count(json, "ignored", report.ignored);
    json.key("fails");
    json.truth(report.fails());
    json.field("verdict", verdict(report, lang));
    json.close_object();
}

// null where no input could be read.
void add_stage(JsonText& json, const Report& report) {
    json.key("stage");
    if (const auto stage = report.stage()) return json.text(stage_name(*stage));
    const bool any =
        std::any_of(report.files.begin(), report.files.end(), [](const CheckedFile& one) { return one.readable; });
    return any ? json.text("mixed") : json.null();
}

}  // namespace

std::string write_findings_json(const Report& report, const ReportOptions& options) {
    JsonText json(0);
    json.open_object();
    json.field("schema_version", 1);
    add_stage(json, report);
    json.key("findings");
    json.open_list();
    for (const Finding& finding : report.findings) add_finding(json, finding, options.lang);
    json.close_list();
    add_summary(json, report, options.lang);
    json.close_object();
    return std::move(json).take() + "\n";
}

}  // namespace goalsheet
