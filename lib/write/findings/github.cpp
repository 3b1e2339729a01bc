// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "goalsheet/report.hpp"
#include "text/log_safe.hpp"

namespace goalsheet {
namespace {

// GitHub shows ten annotations of each type for a step, and cuts messages.
constexpr std::size_t kShown = 10;
constexpr std::size_t kMessageBytes = 4096;

std::string_view command_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        default:
            return "notice";
    }
}

// As the runner undoes it: % first, so that nothing is escaped twice.
std::string escape_data(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '%':
                out += "%25";
                break;
            case '\r':
                out += "%0D";
                break;
            case '\n':
                out += "%0A";
                break;
            default:
                out.push_back(c);
        }
    }
    return out;
}

std::string escape_property(std::string_view text) {
    std::string out;
    for (const char c : escape_data(text)) {
        switch (c) {
            case ':':
                out += "%3A";
                break;
            case ',':
                out += "%2C";
                break;
            default:
                out.push_back(c);
        }
    }
    return out;
}

// Cuts between characters.
std::string_view cut(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

std::string annotate(const Finding& finding, Lang lang) {
    const Region& region = finding.region;
    std::string place = fmt::format("file={},line={},endLine={}", escape_property(without_controls(finding.path)),
                                    region.begin.line, region.end.line);
    if (region.begin.line == region.end.line)
        place += fmt::format(",col={},endColumn={}", region.begin.column, region.end.column);
    const std::string title = fmt::format("{} {}: {}", finding.code, finding.name, finding.address_in(lang));
    return fmt::format("::{} {},title={}::{}\n", command_of(finding.severity), place,
                       escape_property(without_controls(title)),
                       escape_data(cut(without_controls(finding.message_with_cell(lang)), kMessageBytes)));
}

std::string count_rest(Severity severity, std::size_t rest, Lang lang) {
    const std::string word = severity_word(severity).in(lang);
    const std::string sentence =
        lang == Lang::ja
            ? fmt::format("ほかに{}が{}件あります。全件は実行ログか報告ファイルを見てください。", word, rest)
            : fmt::format("{} more of severity {}; see the log or the report file.", rest, word);
    return fmt::format("::{} title=goalsheet::{}\n", command_of(severity), escape_data(sentence));
}

}  // namespace

std::string write_findings_github(const Report& report, const ReportOptions& options) {
    std::string out;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const std::size_t count = report.count(severity);
        const std::size_t shown = count > kShown ? kShown - 1 : count;
        std::size_t written = 0;
        for (const Finding& finding : report.findings) {
            if (finding.severity != severity || written == shown) continue;
            out += annotate(finding, options.lang);
            ++written;
        }
        if (count > shown) out += count_rest(severity, count - shown, options.lang);
    }
    return out;
}

}  // namespace goalsheet
