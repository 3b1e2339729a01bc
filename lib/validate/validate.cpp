// SPDX-License-Identifier: MIT
#include "goalsheet/validate.hpp"

#include <algorithm>
#include <set>

#include "validate/exceptions.hpp"
#include "validate/parallel.hpp"
#include "validate/resolve.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet {
namespace {

using rules::rule_bodies;

const Policy& default_policy() {
    static const Policy policy;
    return policy;
}

const Policy& policy_for(std::size_t document, const ValidateOptions& options) {
    const bool given = document < options.policies.size() && options.policies[document];
    return given ? *options.policies[document] : default_policy();
}

bool speaks(std::size_t rule, const DocumentScope& page) {
    return page.policy.severity_of(all_rules()[rule].code, page.stage) != Severity::off;
}

// Plan, reports and consistency: where columns are shifted, every cell would be found wrong for the one lost heading.
bool reads_columns(std::size_t rule) {
    const char group = all_rules()[rule].code[2];
    return group >= '3' && group <= '5';
}

// Everything the rules say about one document by itself.
std::vector<RawFinding> check_page(const DocumentScope& page) {
    Reporter reporter;
    for (std::size_t rule = 0; rule < rule_bodies().size(); ++rule) {
        const rules::RuleBody& body = *rule_bodies()[rule];
        if ((!body.on_sheet && !body.on_document) || !speaks(rule, page)) continue;
        reporter.start(rule);
        if (body.on_document) body.on_document(page, reporter);
        if (!body.on_sheet) continue;
        for (const auto& sheet : page.sheets)
            if (!reads_columns(rule) || !sheet->has_shifted_columns()) body.on_sheet(*sheet, reporter);
    }
    return reporter.take();
}

std::vector<RawFinding> check_run(const RunScope& run) {
    Reporter reporter;
    for (std::size_t rule = 0; rule < rule_bodies().size(); ++rule) {
        reporter.start(rule);
        if (rule_bodies()[rule]->on_run) rule_bodies()[rule]->on_run(run, reporter);
    }
    return reporter.take();
}

bool fails_at(const Finding& finding, const Policy& policy) {
    const Severity limit = policy.fail_on.value_or(Severity::error);
    return limit != Severity::off && finding.severity >= limit;
}

CheckedFile describe_file(const DocumentScope& page, const std::string& path) {
    CheckedFile file;
    file.path = path;
    file.name = page.document.department.text;
    file.sheets = page.document.sheets.size();
    file.stage = page.stage;
    file.readable = file.sheets > 0;
    for (const RuleInfo& rule : all_rules())
        if (page.policy.severity_of(rule.code, page.stage) != Severity::off) file.rules.push_back(rule.code);
    return file;
}

/// Puts the findings of a run together, file by file.
class Collector {
public:
    Collector(const ValidateOptions& options, Report& report) : options_(options), report_(report) {}

    void add_page(const DocumentScope& page, std::vector<RawFinding> raw) {
        const std::string path = shown_path(page.document.source.path, options_.root);
        CheckedFile file = describe_file(page, path);
        asked_[path] = {&page.policy, page.stage};
        report_.ignored += take_ignored(raw, page, ignore_use_);
        std::set<std::size_t> bad;
        std::vector<Finding> findings = resolve(raw, page.document, path);
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (!keep(findings[i], page.policy)) continue;
            if (report_.findings.back().severity >= Severity::warning && raw[i].spot.sheet)
                bad.insert(raw[i].spot.sheet);
        }
        file.bad_sheets = bad.size();
        report_.files.push_back(std::move(file));
    }

    void add_unreadable(const Unreadable& unreadable) {
        const Policy& policy = unreadable.policy ? *unreadable.policy : default_policy();
        const Fault& fault = unreadable.fault;
        CheckedFile file;
        file.path = shown_path(fault.path, options_.root);
        file.readable = false;
        file.problem = fault.message;
        report_.files.push_back(file);
        const RuleInfo* rule = find_rule(fault.rule);
        const Severity severity = rule ? policy.severity_of(rule->code, Stage::plan) : Severity::off;
        if (severity == Severity::off) return;
        report_.files.back().rules.push_back(rule->code);
        Finding finding = file_finding(rule->code, severity, {}, file.path, {});
        finding.message = fault.message;
        keep(std::move(finding), policy);
    }

    void finish() {
        for (auto& [policy, finding] : unused_ignores(ignore_use_, options_)) keep(std::move(finding), *policy);
        add_stale();
        for (const auto& [policy, warnings] : warnings_)
            if (policy->max_warnings && warnings > *policy->max_warnings) report_.too_many_warnings = true;
    }

private:
    // False when the baseline knows it already.
    bool keep(Finding finding, const Policy& policy) {
        if (options_.baseline && options_.baseline->entries.contains(finding.fingerprint)) {
            seen_.insert(finding.fingerprint);
            ++report_.hidden;
            return false;
        }
        finding.fails = fails_at(finding, policy);
        warnings_[&policy] += finding.severity == Severity::warning;
        report_.findings.push_back(std::move(finding));
        return true;
    }

    // Entries about files that this run did not look at, or rules it did not ask, are left in peace.
    bool is_stale(const std::string& fingerprint, const Baseline::Entry& entry) const {
        const auto asked = asked_.find(entry.path);
        if (seen_.contains(fingerprint) || asked == asked_.end()) return false;
        return asked->second.first->severity_of(entry.code, asked->second.second) != Severity::off;
    }

    void add_stale() {
        if (!options_.baseline) return;
        for (const auto& [fingerprint, entry] : options_.baseline->entries)
            if (is_stale(fingerprint, entry)) report_.stale.push_back(fingerprint);
        const Policy& policy = policy_for(0, options_);
        const Severity severity = policy.severity_of("GS902", Stage::plan);
        if (report_.stale.empty() || !options_.report_stale || severity == Severity::off) return;
        keep(file_finding("GS902", severity, {count_word(report_.stale.size())},
                          shown_path(options_.baseline->path, options_.root), {}),
             policy);
    }

    const ValidateOptions& options_;
    Report& report_;
    IgnoreUse ignore_use_;
    std::set<std::string> seen_;
    std::map<std::string, std::pair<const Policy*, Stage>> asked_;  ///< by path: under which policy, at which stage
    std::map<const Policy*, unsigned> warnings_;
};

}  // namespace

Report validate(std::span<const Document> documents, const ValidateOptions& options) {
    RunScope run{{}, options};
    run.pages.resize(documents.size());
    std::vector<std::vector<RawFinding>> raw(documents.size());
    for_each_index(documents.size(), options.jobs, [&](std::size_t i) {
        run.pages[i] = std::make_unique<DocumentScope>(documents[i], i, policy_for(i, options), options);
        raw[i] = check_page(*run.pages[i]);
        run.pages[i]->forget();
    });
    for (RawFinding& finding : check_run(run)) raw[finding.document].push_back(std::move(finding));
    Report report;
    Collector collector(options, report);
    for (std::size_t i = 0; i < documents.size(); ++i) collector.add_page(*run.pages[i], std::move(raw[i]));
    for (const Unreadable& unreadable : options.unreadable) collector.add_unreadable(unreadable);
    collector.finish();
    return report;
}

std::size_t Report::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                  [severity](const Finding& one) { return one.severity == severity; }));
}

bool Report::fails() const {
    return too_many_warnings ||
           std::any_of(findings.begin(), findings.end(), [](const Finding& one) { return one.fails; });
}

std::optional<Stage> Report::stage() const {
    std::optional<Stage> stage;
    for (const CheckedFile& file : files) {
        if (!file.readable) continue;
        if (stage && *stage != file.stage) return std::nullopt;
        stage = file.stage;
    }
    return stage;
}

}  // namespace goalsheet
