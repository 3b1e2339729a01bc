// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "goalsheet/report.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;
using test::check_example;
using test::codes;

namespace {

bool is_runnable(std::string_view example) { return !example.starts_with("#"); }

// A rule that is off by default speaks when it is named.
ValidateOptions options_for(const RuleInfo& rule, Policy& policy) {
    ValidateOptions options;
    if (rule.opt_in()) policy.select = {std::string(rule.code)};
    options.policies = {&policy};
    return options;
}

std::string list(const Report& report) {
    std::string out;
    for (const Finding& finding : report.findings)
        out += finding.code + " " + finding.address_in(Lang::ja) + ": " + finding.message.ja + "\n";
    return out;
}

}  // namespace

TEST_CASE("the clean example page has nothing to object to, as HTML and as copied text") {
    const test::ExamplePage page;
    const Report html = test::check_page(page.html());
    CHECK_MESSAGE(html.findings.empty(), list(html));
    CHECK(html.stage() == Stage::midterm);
    const Report text = test::check_page(page.tab_separated(), "sheets/example.txt");
    CHECK_MESSAGE(text.findings.empty(), list(text));
}

TEST_CASE("every rule's wrong example breaks it and its right example breaks nothing") {
    for (const RuleInfo& rule : all_rules()) {
        if (!is_runnable(rule.texts->wrong)) continue;
        const std::string code(rule.code);
        CAPTURE(code);
        Policy policy;
        const ValidateOptions options = options_for(rule, policy);
        const Report wrong = check_example(rule.texts->wrong, options);
        CHECK_MESSAGE(codes(wrong).contains(code), list(wrong));
        const Report right = check_example(rule.texts->right, options);
        CHECK_MESSAGE(right.findings.empty(), list(right));
    }
}

TEST_CASE("every rule says everything in both languages") {
    for (const RuleInfo& rule : all_rules()) {
        CAPTURE(rule.code);
        for (const Message* message : {&rule.texts->title, &rule.texts->message, &rule.texts->why}) {
            CHECK_FALSE(message->ja.empty());
            CHECK_FALSE(message->en.empty());
            CHECK(message->ja != message->en);
        }
        CHECK_FALSE(rule.texts->wrong.empty());
        CHECK_FALSE(rule.texts->right.empty());
        CHECK(rule.texts->wrong != rule.texts->right);
    }
}

TEST_CASE("codes and names are unique, sorted and in a known group") {
    std::set<std::string_view> names;
    std::string_view last;
    for (const RuleInfo& rule : all_rules()) {
        CHECK(last < rule.code);
        last = rule.code;
        CHECK(names.insert(rule.name).second);
        bool grouped = false;
        for (const RuleGroup& group : rule_groups()) grouped = grouped || group.digit == rule.code[2];
        CHECK(grouped);
    }
}

TEST_CASE("schemas/rules.md is what the table says") {
    std::ifstream file(GOALSHEET_SOURCE_DIR "/schemas/rules.md");
    std::stringstream text;
    text << file.rdbuf();
    // make it with: goalsheet rules --markdown > schemas/rules.md
    CHECK(text.str() == write_rules_markdown());
}
