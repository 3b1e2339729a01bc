// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/report.hpp"

namespace goalsheet {
namespace {

// A text cannot fail to be written.
template <std::string (*Write)(const Report&, const ReportOptions&)>
Result<std::string> as_text(const Report& report, const ReportOptions& options) {
    return Write(report, options);
}

constexpr std::array kFormats = {
    ReportFormat{"text", as_text<write_findings_text>},     ReportFormat{"json", as_text<write_findings_json>},
    ReportFormat{"github", as_text<write_findings_github>}, ReportFormat{"sarif", as_text<write_findings_sarif>},
    ReportFormat{"junit", as_text<write_findings_junit>},   ReportFormat{"gitlab", as_text<write_findings_gitlab>},
    ReportFormat{"rdjson", as_text<write_findings_rdjson>}, ReportFormat{"html", as_text<write_findings_html>},
    ReportFormat{"xlsx", write_findings_xlsx, true},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return kFormats; }

const ReportFormat* find_report_format(std::string_view name) {
    const auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [name](const ReportFormat& one) { return one.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

}  // namespace goalsheet
