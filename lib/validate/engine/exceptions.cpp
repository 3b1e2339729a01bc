// SPDX-License-Identifier: MIT
#include "validate/engine/exceptions.hpp"

#include <algorithm>
#include <filesystem>

#include "goalsheet/exception_removal.hpp"
#include "validate/engine/ignore_match.hpp"
#include "validate/policy/selector.hpp"
#include "validate/scope/locate_findings.hpp"

namespace goalsheet {
namespace {

// An exception for a rule that is silent at this stage is not unused: it waits.
bool may_speak(const Ignore& ignore, const PageFacts& page) {
    const auto& rules = all_rules();
    return std::any_of(rules.begin(), rules.end(), [&](const RuleInfo& rule) {
        return selects(ignore.rule, rule) && page.policy.severity_of(rule, page.stage) != Severity::off;
    });
}

Message reason_of(const Ignore& ignore, const std::string& today) {
    if (has_expired(ignore, today))
        return {"期限（" + ignore.until + "）が過ぎています", "it expired on " + ignore.until};
    return {"使われていません", "nothing it covers was found"};
}

}  // namespace

bool has_expired(const Ignore& ignore, const std::string& today) {
    return !today.empty() && !ignore.until.empty() && ignore.until < today;
}

std::size_t take_ignored(std::vector<RawFinding>& raw, const PageFacts& page, const ValidateOptions& options,
                         IgnoreUse& use) {
    if (page.policy.ignores.empty()) return 0;
    const Policy& policy = page.policy;
    const std::string path = (std::filesystem::path(options.root) / page.path).string();
    IgnoreIndex open(page);
    for (std::size_t i = 0; i < policy.ignores.size(); ++i) {
        const Ignore& ignore = policy.ignores[i];
        if (!ignore_covers_path(ignore, policy.folder, path) || !may_speak(ignore, page)) continue;
        use.relevant.insert({&policy, i});
        if (!has_expired(ignore, options.today)) open.add(ignore, i);
    }
    const auto take = [&](std::size_t i) { use.used.insert({&policy, i}); };
    const auto kept =
        std::remove_if(raw.begin(), raw.end(), [&](const RawFinding& finding) { return open.covers(finding, take); });
    const auto count = static_cast<std::size_t>(raw.end() - kept);
    raw.erase(kept, raw.end());
    return count;
}

std::vector<std::pair<const Policy*, Finding>> unused_ignores(const IgnoreUse& use, const ValidateOptions& options) {
    std::vector<std::pair<const Policy*, Finding>> findings;
    for (const auto& [policy, index] : use.relevant) {
        const Severity severity = policy->severity_of("GS901", Stage::plan);
        if (severity == Severity::off || use.used.contains({policy, index})) continue;
        const Ignore& ignore = policy->ignores[index];
        Finding finding =
            file_finding("GS901", severity, {same(excerpt(ignore.rule)), reason_of(ignore, options.today)},
                         shown_path(policy->path, options.root),
                         ignore.rule + "\n" + ignore.path + "\n" + ignore.goal + "\n" + ignore.item);
        if (policy->source) {
            finding.source = policy->source;
            finding.region = policy->source->region(ignore.offset, ignore.offset + 1);
            finding.begin_byte = policy->source->byte_column(finding.region.begin);
            finding.end_byte = policy->source->byte_column(finding.region.end);
            if (auto removal = removal_of_entry(policy->source->text(), ignore.offset))
                finding.edits.push_back(std::move(*removal));
        }
        findings.emplace_back(policy, std::move(finding));
    }
    return findings;
}

}  // namespace goalsheet
