// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "goalsheet/report.hpp"
#include "text/escape.hpp"
#include "write/format/uri.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::ordered_json;

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

Json describe_rule(const RuleInfo& rule, Stage stage, Lang lang) {
    const RuleTexts& texts = *rule.texts;
    const Severity severity = rule.at(stage);
    Json configuration = {{"level", level_of(severity)}};
    if (severity == Severity::off) configuration["enabled"] = false;
    return {{"id", rule.code},
            {"name", rule.name},
            {"shortDescription", {{"text", texts.title.in(lang)}}},
            {"fullDescription", {{"text", texts.why.in(lang)}}},
            {"helpUri", rule_page_url(rule.code)},
            {"help", {{"text", explain_rule(rule, lang)}}},
            {"defaultConfiguration", std::move(configuration)},
            {"properties",
             {{"precision", precision_of(rule)},
              {"problem.severity", problem_severity(severity)},
              {"tags", {"goalsheet"}}}}};
}

Json describe_region(const Region& region) {
    return {{"startLine", region.begin.line},
            {"startColumn", region.begin.column},
            {"endLine", region.end.line},
            {"endColumn", region.end.column}};
}

// One fix with all its replacements: they go together.
Json describe_fix(const Finding& finding) {
    Json replacements = Json::array();
    for (const Edit& edit : finding.edits)
        if (const auto region = finding.region_of(edit))
            replacements.push_back(
                {{"deletedRegion", describe_region(*region)}, {"insertedContent", {{"text", edit.after}}}});
    if (replacements.empty()) return nullptr;
    const Json change = {{"artifactLocation", {{"uri", report_uri(finding.path)}}}, {"replacements", replacements}};
    return {{"artifactChanges", Json::array({change})}};
}

Json describe_result(const Finding& finding, std::size_t rule_index, Lang lang) {
    const Json location = {
        {"physicalLocation",
         {{"artifactLocation", {{"uri", report_uri(finding.path)}}}, {"region", describe_region(finding.region)}}},
        {"logicalLocations", Json::array({{{"fullyQualifiedName", finding.address.in(lang)}}})}};
    Json result = {{"ruleId", finding.code},
                   {"ruleIndex", rule_index},
                   {"level", level_of(finding.severity)},
                   {"message", {{"text", finding.message_with_cell(lang)}}},
                   {"locations", Json::array({location})},
                   {"partialFingerprints", {{"goalsheet/v1", finding.fingerprint}}}};
    if (Json fix = describe_fix(finding); !fix.is_null()) result["fixes"] = Json::array({std::move(fix)});
    return result;
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

Json describe_cut(std::size_t findings, Lang lang) {
    const std::size_t cut = findings - kMostResults;
    const Message words = {
        fmt::format("1回の上限の{}件を超えたため、軽いものから{}件を省きました。", kMostResults, cut),
        fmt::format("{} of the mildest findings are left out: a run takes {}.", cut, kMostResults)};
    return {{"level", "warning"}, {"message", {{"text", words.in(lang)}}}};
}

Json describe_invocation(const Report& report, Lang lang) {
    Json notifications = Json::array();
    for (const CheckedFile& file : report.files) {
        if (file.readable || file.problem.ja.empty()) continue;
        const Json location = {{"physicalLocation", {{"artifactLocation", {{"uri", report_uri(file.path)}}}}}};
        notifications.push_back({{"level", "error"},
                                 {"message", {{"text", file.problem.in(lang)}}},
                                 {"locations", Json::array({location})}});
    }
    const bool complete = notifications.empty();
    if (report.findings.size() > kMostResults) notifications.push_back(describe_cut(report.findings.size(), lang));
    return {{"executionSuccessful", complete}, {"toolExecutionNotifications", std::move(notifications)}};
}

}  // namespace

std::string write_findings_sarif(const Report& report, const ReportOptions& options) {
    const Stage stage = report.stage().value_or(Stage::midterm);
    Json rules = Json::array();
    std::map<std::string_view, std::size_t> index;
    for (const RuleInfo& rule : all_rules()) {
        index[rule.code] = rules.size();
        rules.push_back(describe_rule(rule, stage, options.lang));
    }
    Json results = Json::array();
    const std::vector<const Finding*> kept = most_severe(report.findings);
    for (const Finding* one : kept) {
        const Finding& finding = *one;
        results.push_back(describe_result(finding, index[finding.code], options.lang));
    }
    const Json run = {{"tool",
                       {{"driver",
                         {{"name", "goalsheet"},
                          {"version", options.version},
                          {"informationUri", kProjectUrl},
                          {"rules", std::move(rules)}}}}},
                      {"invocations", Json::array({describe_invocation(report, options.lang)})},
                      {"language", options.lang == Lang::ja ? "ja" : "en"},
                      {"columnKind", "unicodeCodePoints"},
                      {"results", std::move(results)}};
    const Json root = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", Json::array({run})}};
    return escape_in_json(root.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace goalsheet
