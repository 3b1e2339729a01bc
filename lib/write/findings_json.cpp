// SPDX-License-Identifier: MIT
#include <algorithm>
#include <nlohmann/json.hpp>

#include "goalsheet/report.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::ordered_json;

Json describe(const Finding& finding, Lang lang) {
    Json json = {{"code", finding.code},
                 {"name", finding.name},
                 {"severity", severity_name(finding.severity)},
                 {"message", finding.message.in(lang)},
                 {"path", finding.path},
                 {"line", finding.region.begin.line},
                 {"column", finding.region.begin.column},
                 {"end_line", finding.region.end.line},
                 {"end_column", finding.region.end.column},
                 {"address", finding.address.in(lang)},
                 {"fingerprint", finding.fingerprint}};
    if (!finding.cell.empty()) json["cell"] = finding.cell;
    return json;
}

Json summarise(const Report& report, Lang lang) {
    std::size_t sheets = 0;
    std::size_t unreadable = 0;
    for (const CheckedFile& file : report.files) {
        sheets += file.sheets;
        unreadable += !file.readable;
    }
    return {{"files", report.files.size()},
            {"unreadable", unreadable},
            {"sheets", sheets},
            {"errors", report.count(Severity::error)},
            {"warnings", report.count(Severity::warning)},
            {"infos", report.count(Severity::info)},
            {"hidden", report.hidden},
            {"ignored", report.ignored},
            {"fails", report.fails()},
            {"verdict", verdict(report, lang)}};
}

Json stage_of(const Report& report) {
    if (const auto stage = report.stage()) return stage_name(*stage);
    const bool any =
        std::any_of(report.files.begin(), report.files.end(), [](const CheckedFile& one) { return one.readable; });
    return any ? Json("mixed") : Json(nullptr);
}

}  // namespace

std::string write_findings_json(const Report& report, const ReportOptions& options) {
    Json findings = Json::array();
    for (const Finding& finding : report.findings) findings.push_back(describe(finding, options.lang));
    const Json root = {{"schema_version", 1},
                       {"stage", stage_of(report)},
                       {"findings", std::move(findings)},
                       {"summary", summarise(report, options.lang)}};
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace goalsheet
