// SPDX-License-Identifier: MIT
#include "write/format/html.hpp"

#include <fmt/format.h>

#include "goalsheet/report.hpp"
#include "text/log_safe.hpp"
#include "write/format/uri.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kSummaryStyle;
}  // namespace embedded

namespace {

const Message kTitle = {"点検結果", "Findings"};
const Message kCaption = {"重大度の高いものから直してください。規則の番号から説明のページを開けます。",
                          "Correct errors first. A rule's code leads to the page that explains it."};
const Message kNone = {"指摘はありません。", "There is nothing to object to."};

struct Heading {
    Message words;
};
const Heading kHeadings[] = {{{"重大度", "Severity"}}, {{"規則", "Rule"}},       {{"ファイル", "File"}},
                             {{"場所", "Place"}},      {{"内容", "What to do"}}, {{"行・セル", "Line or cell"}}};

std::string place_of(const Finding& finding) {
    if (!finding.cell.empty()) return html_line(log_safe(finding.cell));
    return fmt::format("{}:{}", finding.region.begin.line, finding.region.begin.column);
}

std::string row_of(const Finding& finding, Lang lang) {
    const std::string mark = finding.severity == Severity::error ? " class=\"bad\"" : "";
    return fmt::format(
        "<tr><td{}>{}</td><th scope=\"row\"><a href=\"{}\">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"
        "\n",
        mark, html_line(severity_word(finding.severity).in(lang)), rule_page_url(finding.code), finding.code,
        html_line(log_safe(finding.path)), html_line(log_safe(finding.address_in(lang))),
        html_line(log_safe(finding.message.in(lang))), place_of(finding));
}

std::string table_of(const Report& report, Lang lang) {
    if (report.findings.empty()) return fmt::format("<p>{}</p>\n", kNone.in(lang));
    std::string out = fmt::format("<table>\n<caption>{}</caption>\n<thead><tr>", kCaption.in(lang));
    for (const Heading& heading : kHeadings) out += fmt::format("<th scope=\"col\">{}</th>", heading.words.in(lang));
    out += "</tr></thead>\n<tbody>\n";
    for (const Finding& finding : report.findings) out += row_of(finding, lang);
    return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string write_findings_html(const Report& report, const ReportOptions& options) {
    const Lang lang = options.lang;
    const std::string result = html_line(verdict(report, lang));
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n"
        "<header><h1>{}</h1>\n<p>{}</p></header>\n<main>\n{}</main>\n</body>\n</html>\n",
        lang == Lang::ja ? "ja" : "en", kTitle.in(lang), embedded::kSummaryStyle, kTitle.in(lang), result,
        table_of(report, lang));
}

}  // namespace goalsheet
