// SPDX-License-Identifier: MIT
#include "goalsheet/policy.hpp"

#include <algorithm>

#include "goalsheet/rule.hpp"
#include "validate/policy/selector.hpp"

namespace goalsheet {

bool selects(std::string_view selector, const RuleInfo& rule) {
    return selector == rule.name || rule.code.starts_with(selector);
}

bool names_rules(std::string_view selector) {
    const auto& rules = all_rules();
    return !selector.empty() && std::any_of(rules.begin(), rules.end(),
                                            [selector](const RuleInfo& rule) { return selects(selector, rule); });
}

namespace {

bool selects_any(const std::vector<std::string>& selectors, const RuleInfo& rule) {
    return std::any_of(selectors.begin(), selectors.end(),
                       [&rule](const std::string& one) { return selects(one, rule); });
}

// Names the rule itself, not a group it is in.
bool names_exactly(const std::vector<std::string>& selectors, const RuleInfo& rule) {
    return std::any_of(selectors.begin(), selectors.end(),
                       [&rule](const std::string& one) { return one == rule.code || one == rule.name; });
}

}  // namespace

Severity Policy::severity_of(std::string_view code, Stage at) const {
    const RuleInfo* rule = find_rule(code);
    return rule ? severity_of(*rule, at) : Severity::off;
}

Severity Policy::severity_of(const RuleInfo& rule, Stage at) const {
    if (selects_any(ignore_rules, rule)) return Severity::off;
    if (!select.empty() && !selects_any(select, rule)) return Severity::off;
    Severity result = rule.at(at);
    if (rule.opt_in() && names_exactly(select, rule)) result = Severity::info;
    for (const auto& [selector, wanted] : severity) {
        const bool speaks = result != Severity::off || selector == rule.code || selector == rule.name;
        if (speaks && selects(selector, rule)) result = wanted;
    }
    return result;
}

}  // namespace goalsheet
