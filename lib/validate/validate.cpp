// SPDX-License-Identifier: MIT
#include "goalsheet/validate.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
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
    return page.policy.severity_of(all_rules()[rule], page.stage) != Severity::off;
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
        if (page.policy.severity_of(rule, page.stage) != Severity::off) file.rules.push_back(rule.code);
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
        if (!first_policy_) first_policy_ = &page.policy;
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
        const Severity severity = rule ? policy.severity_of(*rule, Stage::plan) : Severity::off;
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
        const Policy& policy = first_policy_ ? *first_policy_ : default_policy();
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
    const Policy* first_policy_ = nullptr;  ///< of the first document, for what is said of the whole run
};

// Its memory too, which clear() and = {} keep.
template <typename T>
void drop(std::vector<T>& list) {
    list = std::vector<T>();
}

// What neither the rules of the whole run nor an address ask for. Targets are held against the plan's.
void drop_texts(Document& document, bool keep_targets) {
    for (Sheet& sheet : document.sheets) {
        sheet.situation = sheet.purpose = sheet.sdgs_text = SourcedText();
        drop(sheet.sdgs);
        drop(sheet.unplaced);
        sheet.notes.participation = SourcedText();
        sheet.items.shrink_to_fit();
        if (keep_targets) continue;
        for (Item& item : sheet.items) {
            item.as_written.reset();
            item.measures.shrink_to_fit();
            for (Measure& measure : item.measures) measure.action = measure.deadline = measure.target = SourcedText();
        }
    }
}

}  // namespace

struct CheckedPage::Parts {
    std::unique_ptr<Document> own;  ///< where the page has come without an owner
    std::unique_ptr<DocumentScope> scope;
    std::vector<RawFinding> raw;

    Parts(const Document& document, const Policy& policy, const ValidateOptions& options)
        : scope(std::make_unique<DocumentScope>(document, 0, policy, options)), raw(check_page(*scope)) {
        scope->forget();
    }
};

CheckedPage::CheckedPage(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
CheckedPage::CheckedPage(CheckedPage&&) noexcept = default;
CheckedPage& CheckedPage::operator=(CheckedPage&&) noexcept = default;
CheckedPage::~CheckedPage() = default;

struct Validation::State {
    RunScope run;
    std::vector<std::unique_ptr<Document>> own;
    std::vector<std::vector<RawFinding>> raw;  ///< one list for each page
};

Validation::Validation(const ValidateOptions& options) : state_(new State{{{}, options}, {}, {}}) {}
Validation::~Validation() = default;

CheckedPage Validation::check_in_place(const Document& document, const Policy& policy) const {
    return CheckedPage(std::make_unique<CheckedPage::Parts>(document, policy, state_->run.options));
}

CheckedPage Validation::check(Document document, const Policy* policy) const {
    auto own = std::make_unique<Document>(std::move(document));
    CheckedPage page = check_in_place(*own, policy ? *policy : default_policy());
    drop_texts(*own, !state_->run.options.against.empty());
    page.parts_->own = std::move(own);
    return page;
}

void Validation::add(CheckedPage page) {
    CheckedPage::Parts& parts = *page.parts_;
    parts.scope->index = size();
    for (RawFinding& finding : parts.raw) finding.document = size();
    state_->run.pages.push_back(std::move(parts.scope));
    state_->raw.push_back(std::move(parts.raw));
    state_->own.push_back(std::move(parts.own));
}

std::size_t Validation::size() const { return state_->run.pages.size(); }

namespace {

// take(i): the page at i and its own findings, which are done with when the next one is asked for.
template <typename Take>
Report report_run(const RunScope& run, Take take) {
    std::vector<std::vector<RawFinding>> of_run(run.pages.size());
    for (RawFinding& finding : check_run(run)) of_run[finding.document].push_back(std::move(finding));
    Report report;
    Collector collector(run.options, report);
    for (std::size_t i = 0; i < of_run.size(); ++i) {
        auto [scope, raw] = take(i);
        std::move(of_run[i].begin(), of_run[i].end(), std::back_inserter(raw));
        collector.add_page(*scope, std::move(raw));
    }
    for (const Unreadable& unreadable : run.options.unreadable) collector.add_unreadable(unreadable);
    collector.finish();
    return report;
}

}  // namespace

Report Validation::report() const& {
    return report_run(state_->run,
                      [this](std::size_t i) { return std::pair(state_->run.pages[i].get(), state_->raw[i]); });
}

Report Validation::report() && {
    std::unique_ptr<Document> document;
    return report_run(state_->run, [&](std::size_t i) {
        auto scope = std::move(state_->run.pages[i]);
        document = std::move(state_->own[i]);
        return std::pair(std::move(scope), std::move(state_->raw[i]));
    });
}

Report validate(std::span<const Document> documents, const ValidateOptions& options) {
    Validation validation(options);
    std::vector<std::optional<CheckedPage>> pages(documents.size());
    for_each_index(documents.size(), options.jobs,
                   [&](std::size_t i) { pages[i] = validation.check_in_place(documents[i], policy_for(i, options)); });
    for (std::optional<CheckedPage>& page : pages) validation.add(std::move(*page));
    return std::move(validation).report();
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
