// SPDX-License-Identifier: MIT
#include "goalsheet/validate.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "base/parallel.hpp"
#include "validate/engine/exceptions.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/locate_findings.hpp"

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

}  // namespace

/// What the rules say of one page, but for those that goalsheet.json excepts.
struct PageReport {
    PageFindings found;
    std::size_t ignored = 0;
    IgnoreUse ignore_use;

    /// Of what the page's own rules said, or, added to it, those of the whole run.
    void add(std::vector<RawFinding> raw, const PageFacts& page, const ValidateOptions& options) {
        ignored += take_ignored(raw, page, options, ignore_use);
        if (!raw.empty()) found.merge(resolve(std::move(raw), page, shown_path(page.path, options.root), found));
    }
};

namespace {

/// Puts the findings of a run together, file by file.
class Collector {
public:
    Collector(const ValidateOptions& options, Report& report) : options_(options), report_(report) {}

    void add_page(const PageFacts& page, CheckedFile file, PageReport said) {
        asked_[file.path] = {&page.policy, page.stage};
        if (!first_policy_) first_policy_ = &page.policy;
        report_.ignored += said.ignored;
        ignore_use_.merge(std::move(said.ignore_use));
        std::set<std::size_t> bad;
        for (Finding& finding : said.found.findings) {
            const std::size_t sheet = finding.address.sheet;
            finding.document = page.index;
            if (!keep(std::move(finding), page.policy)) continue;
            if (report_.findings.back().severity >= Severity::warning && sheet) bad.insert(sheet);
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

// What the rules of the whole run do not ask for where they hold targets against the plan's.
void drop_texts(Document& document) {
    for (Sheet& sheet : document.sheets) {
        sheet.situation = sheet.purpose = sheet.sdgs_text = sheet.notes.participation = SourcedText();
        sheet.sdgs = std::vector<SdgGoal>();  // = {} would keep the memory
        sheet.unplaced = std::vector<Unplaced>();
    }
}

// Findings of one language, and of Japanese, by which they are sorted; no longer with what repairs them or their
// source.
void keep_gist(PageFindings& page, Lang lang) {
    for (Finding& finding : page.findings) {
        finding.edits = std::vector<Edit>();
        finding.fingerprint = std::string();
        finding.source.reset();
        if (lang == Lang::ja) finding.message.en = finding.address.words.en = std::string();
    }
}

}  // namespace

struct CheckedPage::Parts {
    std::unique_ptr<PageFacts> facts;
    CheckedFile file;
    PageReport said;
    /// Only where there is a plan to hold the document against.
    std::unique_ptr<DocumentScope> scope;
    std::unique_ptr<Document> own;  ///< where the page has come without an owner

    Parts(const Document& document, const Policy& policy, const ValidateOptions& options,
          const MeasuredDocument* measured)
        : scope(std::make_unique<DocumentScope>(document, policy, options, measured)) {
        facts = std::make_unique<PageFacts>(*scope);
        file = describe_file(*scope, shown_path(facts->path, options.root));
        said.add(check_page(*scope), *facts, options);
        if (options.gist) {
            keep_gist(said.found, *options.gist);
            facts->source.reset();
            file.rules = std::vector<std::string_view>();
        }
        if (options.against.empty()) {
            scope.reset();
            return;
        }
        scope->forget();
        facts->whole = scope.get();
    }
};

CheckedPage::CheckedPage(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
CheckedPage::CheckedPage(CheckedPage&&) noexcept = default;
CheckedPage& CheckedPage::operator=(CheckedPage&&) noexcept = default;
CheckedPage::~CheckedPage() = default;

struct Validation::State {
    const ValidateOptions& options;
    std::vector<std::unique_ptr<CheckedPage::Parts>> pages = {};

    // What the rules of the whole run say, page by page.
    std::vector<std::vector<RawFinding>> check_all() const {
        RunScope run{{}, options};
        for (const auto& page : pages) run.pages.push_back(page->facts.get());
        std::vector<std::vector<RawFinding>> of_pages(pages.size());
        for (RawFinding& finding : check_run(run)) of_pages[finding.document].push_back(std::move(finding));
        return of_pages;
    }

    // `done(i, report)` is called when page i is no longer needed.
    template <class Done>
    Report report(Done done) const {
        auto of_run = check_all();
        Report report;
        Collector collector(options, report);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const CheckedPage::Parts& page = *pages[i];
            PageReport said = page.said;
            said.add(std::move(of_run[i]), *page.facts, options);
            collector.add_page(*page.facts, page.file, std::move(said));
            done(i, report);
        }
        for (const Unreadable& unreadable : options.unreadable) collector.add_unreadable(unreadable);
        collector.finish();
        return report;
    }
};

Validation::Validation(const ValidateOptions& options) : state_(new State{options}) {}
Validation::~Validation() = default;

CheckedPage Validation::check_in_place(const Document& document, const Policy& policy,
                                       const MeasuredDocument* measured) const {
    return CheckedPage(std::make_unique<CheckedPage::Parts>(document, policy, state_->options, measured));
}

CheckedPage Validation::check(const MeasuredDocument& measured, const Policy* policy) const {
    return check_in_place(*measured.document, policy ? *policy : default_policy(), &measured);
}

CheckedPage Validation::check(Document document, const Policy* policy) const {
    auto own = std::make_unique<Document>(std::move(document));
    CheckedPage page = check_in_place(*own, policy ? *policy : default_policy());
    if (!page.parts_->scope) return page;
    drop_texts(*own);
    page.parts_->own = std::move(own);
    return page;
}

void Validation::add(CheckedPage page) {
    CheckedPage::Parts& parts = *page.parts_;
    parts.facts->index = size();
    if (parts.scope) parts.scope->index = size();
    state_->pages.push_back(std::move(page.parts_));
}

std::size_t Validation::size() const { return state_->pages.size(); }

Report Validation::report() const {
    return state_->report([](std::size_t, const Report&) {});
}

FindingList Validation::take_findings() {
    FindingList findings;
    const bool english = state_->options.gist == Lang::en;
    const auto move_on = [&](Report& report) {
        for (Finding& one : report.findings) {
            for (Message* message : {&one.message, &one.address.words}) (english ? message->ja : message->en).clear();
            findings.add(one);
        }
        report.findings.clear();
    };
    Report rest = state_->report([&](std::size_t i, Report& report) {
        move_on(report);
        state_->pages[i].reset();
    });
    move_on(rest);
    return findings;
}

Report validate(std::span<const Document> documents, const ValidateOptions& options) {
    Validation validation(options);
    std::vector<std::optional<CheckedPage>> pages(documents.size());
    for_each_index(documents.size(), options.jobs,
                   [&](std::size_t i) { pages[i] = validation.check_in_place(documents[i], policy_for(i, options)); });
    for (std::optional<CheckedPage>& page : pages) validation.add(std::move(*page));
    return validation.report();
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
