// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "goalsheet/message.hpp"
#include "goalsheet/result.hpp"
#include "goalsheet/rule.hpp"
#include "goalsheet/validate.hpp"

namespace goalsheet {

struct ReportOptions {
    Lang lang = Lang::ja;
    bool color = false;
    std::string version;      ///< of goalsheet
    std::string timestamp;    ///< YYYY-MM-DDThh:mm:ss, for JUnit
    std::size_t columns = 0;  ///< of the terminal, for excerpts in the text form; 0: not known
};

/// A format `validate` can write, by the name that --format and --output use.
struct ReportFormat {
    std::string_view name;
    Result<std::string> (*write)(const Report& report, const ReportOptions& options);
    bool binary = false;  ///< nothing for a terminal
};

std::span<const ReportFormat> report_formats();
const ReportFormat* find_report_format(std::string_view name);

std::string write_findings_text(const Report& report, const ReportOptions& options);
std::string write_findings_json(const Report& report, const ReportOptions& options);
std::string write_findings_github(const Report& report, const ReportOptions& options);
std::string write_findings_sarif(const Report& report, const ReportOptions& options);
std::string write_findings_junit(const Report& report, const ReportOptions& options);
std::string write_findings_gitlab(const Report& report, const ReportOptions& options);
std::string write_findings_rdjson(const Report& report, const ReportOptions& options);
/// A page with a table of the findings, each with the address of its rule's page.
std::string write_findings_html(const Report& report, const ReportOptions& options);
/// A workbook with a list of them. A fault where it cannot be written.
Result<std::string> write_findings_xlsx(const Report& report, const ReportOptions& options);

/// The verdict in words, the last line of the text form.
std::string verdict(const Report& report, Lang lang);

/// Every rule in one line each, for `goalsheet rules`; titles that do not fit into `columns` (0: all do) stand below.
std::string list_rules(Lang lang, std::size_t columns = 0);
/// One rule explained with a wrong and a right example.
std::string explain_rule(const RuleInfo& rule, Lang lang);
/// The documentation of all rules in Markdown, both languages (schemas/rules.md).
std::string write_rules_markdown();

}  // namespace goalsheet
