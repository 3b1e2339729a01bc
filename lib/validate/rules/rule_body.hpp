// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/rule.hpp"
#include "validate/scope/reporter.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// A rule looks at one sheet, one document or the whole run. Rules of the run itself (GS0, GS9) are
/// reported by the engine, which knows what went wrong, and have texts only.
struct RuleBody {
    RuleTexts texts;
    void (*on_sheet)(const SheetScope&, Reporter&) = nullptr;
    void (*on_document)(const DocumentScope&, Reporter&) = nullptr;
    void (*on_run)(const RunScope&, Reporter&) = nullptr;
};

#define GOALSHEET_RULE(code, name, plan, midterm, final, fix, body) extern const RuleBody body;
#include "validate/rules/rule_list.inc"
#undef GOALSHEET_RULE

/// In the order of all_rules().
const std::vector<const RuleBody*>& rule_bodies();

}  // namespace goalsheet::rules
