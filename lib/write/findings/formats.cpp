// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/report.hpp"

namespace goalsheet {
namespace {

constexpr std::array kFormats = {
    ReportFormat{"text", write_findings_text},     ReportFormat{"json", write_findings_json},
    ReportFormat{"github", write_findings_github}, ReportFormat{"sarif", write_findings_sarif},
    ReportFormat{"junit", write_findings_junit},   ReportFormat{"gitlab", write_findings_gitlab},
    ReportFormat{"rdjson", write_findings_rdjson},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return kFormats; }

const ReportFormat* find_report_format(std::string_view name) {
    const auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [name](const ReportFormat& one) { return one.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

}  // namespace goalsheet
