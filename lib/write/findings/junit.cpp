// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "goalsheet/report.hpp"
#include "text/log_safe.hpp"

namespace goalsheet {
namespace {

/// A file and what was found in it, by rule.
struct Suite {
    std::string path;
    const CheckedFile* file = nullptr;  ///< null for a configuration or a baseline
    std::map<std::string_view, std::vector<const Finding*>> cases;
};

std::vector<Suite> make_suites(const Report& report) {
    std::vector<Suite> suites;
    std::map<std::string_view, std::size_t> index;
    for (const CheckedFile& file : report.files) {
        const auto [entry, added] = index.try_emplace(file.path, suites.size());
        if (added) suites.push_back({file.path, &file, {}});
        for (const std::string_view rule : file.rules) suites[entry->second].cases[rule];
    }
    for (const Finding& finding : report.findings) {
        const auto [entry, added] = index.try_emplace(finding.path, suites.size());
        if (added) suites.push_back({finding.path, nullptr, {}});
        suites[entry->second].cases[finding.code].push_back(&finding);
    }
    return suites;
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
}

std::string describe(const Finding& finding, Lang lang) {
    const std::string place = finding.cell.empty()
                                  ? fmt::format("{}:{}", finding.region.begin.line, finding.region.begin.column)
                                  : finding.cell;
    return xml_safe(fmt::format("{}: {}: {}\n", place, finding.address_in(lang), finding.message.in(lang)));
}

bool fails(const std::vector<const Finding*>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding* one) { return one->fails; });
}

// What does not fail is no failure to a build server: it is told in the output of the suite.
std::string describe_rest(const Suite& from, Lang lang) {
    std::string text;
    for (const auto& [code, findings] : from.cases) {
        if (fails(findings)) continue;
        for (const Finding* finding : findings)
            text += fmt::format("{} {} ", severity_word(finding->severity).in(lang), code) + describe(*finding, lang);
    }
    return text;
}

// All hits of a rule are one failure: both schemas allow no more.
void add_failure(pugi::xml_node test, const std::vector<const Finding*>& findings, Lang lang) {
    std::string text;
    Severity worst = Severity::info;
    for (const Finding* finding : findings) {
        text += describe(*finding, lang);
        worst = std::max(worst, finding->severity);
    }
    pugi::xml_node failure = test.append_child("failure");
    set(failure, "type", std::string(severity_name(worst)));
    set(failure, "message", xml_safe(findings.front()->message.in(lang)));
    failure.append_child(pugi::node_pcdata).set_value(text.c_str());
}

pugi::xml_node add_test(pugi::xml_node suite, const Suite& from, const std::string& name) {
    pugi::xml_node test = suite.append_child("testcase");
    set(test, "name", name);
    set(test, "classname", xml_safe(from.path));
    set(test, "time", "0");
    return test;
}

// An input that could not be read, where no rule speaks of it.
bool is_broken(const Suite& suite) { return suite.file && !suite.file->readable && suite.cases.empty(); }

void add_suite(pugi::xml_node root, const Suite& from, std::size_t id, const ReportOptions& options) {
    const auto failures =
        std::count_if(from.cases.begin(), from.cases.end(), [](const auto& one) { return fails(one.second); });
    pugi::xml_node suite = root.append_child("testsuite");
    set(suite, "name", xml_safe(from.path));
    set(suite, "timestamp", options.timestamp);
    set(suite, "hostname", "localhost");
    set(suite, "tests", std::to_string(from.cases.size() + is_broken(from)));
    set(suite, "failures", std::to_string(failures));
    set(suite, "errors", is_broken(from) ? "1" : "0");
    set(suite, "time", "0");
    set(suite, "package", "goalsheet");
    set(suite, "id", std::to_string(id));
    suite.append_child("properties");
    for (const auto& [code, findings] : from.cases) {
        const RuleInfo* rule = find_rule(code);
        pugi::xml_node test = add_test(suite, from, rule ? fmt::format("{} {}", code, rule->name) : std::string(code));
        if (fails(findings)) add_failure(test, findings, options.lang);
    }
    if (is_broken(from)) {
        pugi::xml_node error = add_test(suite, from, "input").append_child("error");
        set(error, "type", "input");
        set(error, "message", xml_safe(from.file->problem.in(options.lang)));
    }
    const std::string rest = describe_rest(from, options.lang);
    pugi::xml_node out = suite.append_child("system-out");
    if (!rest.empty()) out.append_child(pugi::node_pcdata).set_value(rest.c_str());
    suite.append_child("system-err");
}

}  // namespace

std::string write_findings_junit(const Report& report, const ReportOptions& options) {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node root = document.append_child("testsuites");
    const std::vector<Suite> suites = make_suites(report);
    for (std::size_t i = 0; i < suites.size(); ++i) add_suite(root, suites[i], i, options);
    std::ostringstream out;
    document.save(out, "  ");
    return out.str();
}

}  // namespace goalsheet
