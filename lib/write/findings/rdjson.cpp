// SPDX-License-Identifier: MIT
#include <cstdint>
#include <string_view>
#include <utility>

#include "goalsheet/report.hpp"
#include "text/json_text.hpp"
#include "write/format/uri.hpp"

namespace goalsheet {
namespace {

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
void add_point(JsonText& json, std::string_view name, std::uint32_t line, std::int64_t column) {
    json.object(name, [&] {
        json.field("line", line);
        json.field("column", column);
    });
}

void add_suggestion(JsonText& json, const Finding& finding, const Edit& edit, const Region& region) {
    const auto add = [&](std::string_view name, const Position& at) {
        add_point(json, name, at.line, static_cast<std::int64_t>(finding.source->byte_column(at)));
    };
    json.object([&] {
        json.object("range", [&] {
            add("start", region.begin);
            add("end", region.end);
        });
        json.field("text", edit.after);
    });
}

// Left out where there is nothing to mend.
void add_suggestions(JsonText& json, const Finding& finding) {
    bool any = false;
    for (const Edit& edit : finding.edits) {
        const auto region = finding.region_of(edit);
        if (!region) continue;
        if (!std::exchange(any, true)) {
            json.key("suggestions");
            json.open_list();
        }
        add_suggestion(json, finding, edit, *region);
    }
    if (any) json.close_list();
}

void add_diagnostic(JsonText& json, const Finding& finding, Lang lang) {
    json.object([&] {
        json.field("message", finding.message_with_cell(lang));
        json.object("location", [&] {
            json.field("path", finding.path);
            json.object("range", [&] {
                add_point(json, "start", finding.region.begin.line, finding.begin_byte);
                add_point(json, "end", finding.region.end.line, finding.end_byte);
            });
        });
        json.field("severity", severity_of(finding.severity));
        json.object("code", [&] {
            json.field("value", finding.code);
            json.field("url", rule_page_url(finding.code));
        });
        add_suggestions(json, finding);
    });
}

}  // namespace

std::string write_findings_rdjson(const Report& report, const ReportOptions& options) {
    JsonText json(0);
    json.object([&] {
        json.object("source", [&] { json.field("name", "goalsheet"); });
        json.list("diagnostics", [&] {
            for (const Finding& finding : report.findings) add_diagnostic(json, finding, options.lang);
        });
    });
    return std::move(json).take() + "\n";
}

}  // namespace goalsheet
