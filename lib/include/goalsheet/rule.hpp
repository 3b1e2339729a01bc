// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "goalsheet/field.hpp"
#include "goalsheet/finding.hpp"
#include "goalsheet/message.hpp"

namespace goalsheet {

/// Whether a machine may repair the fault: safe repairs never change what the sheet says.
enum class Fix { none, safe, unsafe };

/// What a rule says of itself. Messages are templates: {0}, {1} … stand for what was found.
struct RuleTexts {
    Message title;
    Message message;
    Message why;
    std::string_view
        wrong;  ///< lines "label: text" that change the clean example sheet (schemas/rules.md), or a remark after "#"
    std::string_view right;
};

/// A row of the rule table.
struct RuleInfo {
    std::string_view code;
    std::string_view name;
    Severity plan;
    Severity midterm;
    Severity final;
    Fix fix;
    const RuleTexts* texts;

    Severity at(Stage stage) const;
    /// Off at every stage: speaks only when it is selected by name or given a severity.
    bool opt_in() const { return plan == Severity::off && midterm == Severity::off && final == Severity::off; }
};

/// GS0 … GS9: the hundreds of a code.
struct RuleGroup {
    char digit;
    Message title;
};

/// Every rule in the order of its code.
const std::vector<RuleInfo>& all_rules();
/// By code or name; null when there is none.
const RuleInfo* find_rule(std::string_view code_or_name);
const std::vector<RuleGroup>& rule_groups();

}  // namespace goalsheet
