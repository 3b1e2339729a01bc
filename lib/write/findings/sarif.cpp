// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/report.hpp"
#include "text/json_text.hpp"
#include "write/format/uri.hpp"

namespace goalsheet {
namespace {

std::string_view level_of(Severity severity) {
    switch (severity) {
        case Severity::off:
            return "none";
        case Severity::info:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "none";
}

std::string_view problem_severity(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "recommendation";
}

// Rules about the input and the form see facts; those about figures and wording read sentences.
std::string_view precision_of(const RuleInfo& rule) {
    switch (rule.code[2]) {
        case '0':
        case '1':
        case '6':
        case '9':
            return "very-high";
        case '5':
        case '7':
            return "medium";
        default:
            return "high";
    }
}

void add_words(JsonText& json, std::string_view name, std::string_view words) {
    json.object(name, [&] { json.field("text", words); });
}

void add_rule(JsonText& json, const RuleInfo& rule, Stage stage, Lang lang) {
    const RuleTexts& texts = *rule.texts;
    const Severity severity = rule.at(stage);
    json.object([&] {
        json.field("id", rule.code);
        json.field("name", rule.name);
        add_words(json, "shortDescription", texts.title.in(lang));
        add_words(json, "fullDescription", texts.why.in(lang));
        json.field("helpUri", rule_page_url(rule.code));
        add_words(json, "help", explain_rule(rule, lang));
        json.object("defaultConfiguration", [&] {
            json.field("level", level_of(severity));
            if (severity == Severity::off) json.key("enabled"), json.truth(false);
        });
        json.object("properties", [&] {
            json.field("precision", precision_of(rule));
            json.field("problem.severity", problem_severity(severity));
            json.list("tags", [&] { json.text("goalsheet"); });
        });
    });
}

void add_region(JsonText& json, std::string_view name, const Region& region) {
    json.object(name, [&] {
        json.field("startLine", region.begin.line);
        json.field("startColumn", region.begin.column);
        json.field("endLine", region.end.line);
        json.field("endColumn", region.end.column);
    });
}

void add_file(JsonText& json, const std::string& path) {
    json.object("artifactLocation", [&] { json.field("uri", report_uri(path)); });
}

void add_replacement(JsonText& json, const Region& region, const Edit& edit) {
    json.object([&] {
        add_region(json, "deletedRegion", region);
        json.object("insertedContent", [&] { json.field("text", edit.after); });
    });
}

// One fix with all its replacements: they go together. Left out where there is nothing to mend.
void add_fixes(JsonText& json, const Finding& finding) {
    const auto& edits = finding.edits;
    if (std::none_of(edits.begin(), edits.end(), [&](const Edit& edit) { return finding.region_of(edit); })) return;
    const auto add_change = [&] {
        add_file(json, finding.path);
        json.list("replacements", [&] {
            for (const Edit& edit : edits)
                if (const auto region = finding.region_of(edit)) add_replacement(json, *region, edit);
        });
    };
    json.list("fixes", [&] { json.object([&] { json.list("artifactChanges", [&] { json.object(add_change); }); }); });
}

void add_location(JsonText& json, const Finding& finding, Lang lang) {
    json.object([&] {
        json.object("physicalLocation", [&] {
            add_file(json, finding.path);
            add_region(json, "region", finding.region);
        });
        json.list("logicalLocations",
                  [&] { json.object([&] { json.field("fullyQualifiedName", finding.address_in(lang)); }); });
    });
}

void add_result(JsonText& json, const Finding& finding, std::size_t rule_index, Lang lang) {
    json.object([&] {
        json.field("ruleId", finding.code);
        json.field("ruleIndex", static_cast<std::int64_t>(rule_index));
        json.field("level", level_of(finding.severity));
        add_words(json, "message", finding.message_with_cell(lang));
        json.list("locations", [&] { add_location(json, finding, lang); });
        json.object("partialFingerprints", [&] { json.field("goalsheet/v1", finding.fingerprint); });
        add_fixes(json, finding);
    });
}

// GitHub takes no more results of one run; the mildest are left out, and it is said.
constexpr std::size_t kMostResults = 25'000;

std::vector<const Finding*> most_severe(const std::vector<Finding>& findings) {
    std::vector<const Finding*> kept;
    for (const Finding& finding : findings) kept.push_back(&finding);
    if (kept.size() <= kMostResults) return kept;
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    kept.resize(kMostResults);
    return kept;
}

void add_cut(JsonText& json, std::size_t findings, Lang lang) {
    const std::size_t cut = findings - kMostResults;
    const Message words = {
        fmt::format("1回の上限の{}件を超えたため、軽いものから{}件を省きました。", kMostResults, cut),
        fmt::format("{} of the mildest findings are left out: a run takes {}.", cut, kMostResults)};
    json.object([&] {
        json.field("level", "warning");
        add_words(json, "message", words.in(lang));
    });
}

bool has_problem(const CheckedFile& file) { return !file.readable && !file.problem.ja.empty(); }

void add_problem(JsonText& json, const CheckedFile& file, Lang lang) {
    json.object([&] {
        json.field("level", "error");
        add_words(json, "message", file.problem.in(lang));
        json.list("locations",
                  [&] { json.object([&] { json.object("physicalLocation", [&] { add_file(json, file.path); }); }); });
    });
}

void add_invocation(JsonText& json, const Report& report, Lang lang) {
    json.object([&] {
        json.key("executionSuccessful");
        json.truth(std::none_of(report.files.begin(), report.files.end(), has_problem));
        json.list("toolExecutionNotifications", [&] {
            for (const CheckedFile& file : report.files)
                if (has_problem(file)) add_problem(json, file, lang);
            if (report.findings.size() > kMostResults) add_cut(json, report.findings.size(), lang);
        });
    });
}

void add_driver(JsonText& json, Stage stage, const ReportOptions& options) {
    json.object("driver", [&] {
        json.field("name", "goalsheet");
        json.field("version", options.version);
        json.field("informationUri", kProjectUrl);
        json.list("rules", [&] {
            for (const RuleInfo& rule : all_rules()) add_rule(json, rule, stage, options.lang);
        });
    });
}

void add_run(JsonText& json, const Report& report, const ReportOptions& options) {
    std::map<std::string_view, std::size_t> index;
    for (const RuleInfo& rule : all_rules()) index.emplace(rule.code, index.size());
    json.object([&] {
        json.object("tool", [&] { add_driver(json, report.stage().value_or(Stage::midterm), options); });
        json.list("invocations", [&] { add_invocation(json, report, options.lang); });
        json.field("language", options.lang == Lang::ja ? "ja" : "en");
        json.field("columnKind", "unicodeCodePoints");
        json.list("results", [&] {
            for (const Finding* finding : most_severe(report.findings))
                add_result(json, *finding, index[finding->code], options.lang);
        });
    });
}

}  // namespace

std::string write_findings_sarif(const Report& report, const ReportOptions& options) {
    JsonText json(0);
    json.object([&] {
        json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.field("version", "2.1.0");
        json.list("runs", [&] { add_run(json, report, options); });
    });
    return std::move(json).take() + "\n";
}

}  // namespace goalsheet
