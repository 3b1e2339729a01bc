// SPDX-License-Identifier: MIT
#include <algorithm>

#include "goalsheet/rule.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet {

const std::vector<RuleInfo>& all_rules() {
    static const std::vector<RuleInfo> rules = {
#define GOALSHEET_RULE(code, name, plan, midterm, final, fix, body) \
    {code, name, Severity::plan, Severity::midterm, Severity::final, Fix::fix, &rules::body.texts},
#include "validate/rules/rule_list.inc"
#undef GOALSHEET_RULE
    };
    return rules;
}

const std::vector<const rules::RuleBody*>& rules::rule_bodies() {
    static const std::vector<const RuleBody*> bodies = {
#define GOALSHEET_RULE(code, name, plan, midterm, final, fix, body) &rules::body,
#include "validate/rules/rule_list.inc"
#undef GOALSHEET_RULE
    };
    return bodies;
}

const RuleInfo* find_rule(std::string_view code_or_name) {
    const auto& rules = all_rules();
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) {
        return rule.code == code_or_name || rule.name == code_or_name;
    });
    return found == rules.end() ? nullptr : &*found;
}

const std::vector<RuleGroup>& rule_groups() {
    static const std::vector<RuleGroup> groups = {
        {'0', {"入力", "input"}},
        {'1', {"様式の構造", "structure of the form"}},
        {'2', {"見出し部分", "header"}},
        {'3', {"計画", "plan"}},
        {'4', {"報告", "reports by stage"}},
        {'5', {"シート内の整合", "consistency inside a sheet"}},
        {'6', {"シート間・部局・年度の整合", "consistency across sheets, department and year"}},
        {'7', {"文字と文章", "characters and text"}},
        {'9', {"点検の設定", "the check itself"}},
    };
    return groups;
}

Severity RuleInfo::at(Stage stage) const {
    switch (stage) {
        case Stage::plan:
            return plan;
        case Stage::midterm:
            return midterm;
        case Stage::final:
            return final;
    }
    return Severity::off;
}

}  // namespace goalsheet
