// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace house_terms_rule {
namespace {

const Message kWithReason = {"「{0}」は「{1}」と書きます（{2}）。", "Write {1} for {0} ({2})."};

// The right word may hold the wrong one: 子供 → 子ども, ホームページ → 市ホームページ.
bool is_right_already(std::string_view text, std::size_t at, const HouseTerm& term) {
    for (std::size_t inner = term.right.find(term.wrong); inner != std::string::npos;
         inner = term.right.find(term.wrong, inner + 1))
        if (at >= inner && text.substr(at - inner).starts_with(term.right)) return true;
    return false;
}

void check_term(const SheetScope& sheet, const HouseTerm& term, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        for (std::size_t at = text.find(term.wrong); at != std::string_view::npos;
             at = text.find(term.wrong, at + term.wrong.size())) {
            if (is_right_already(text, at, term)) continue;
            report.add(sheet, sheet.at(field, at, at + term.wrong.size()),
                       Saying{.arguments = {same(term.wrong), same(term.right), same(term.reason)},
                              .message = term.reason.empty() ? nullptr : &kWithReason});
        }
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const HouseTerm& term : sheet.page.policy.terms) check_term(sheet, term, report);
}

}  // namespace
}  // namespace house_terms_rule

const RuleBody house_terms{
    .texts = {.title = {"市の用語集と違う言葉", "a word that the city writes otherwise"},
              .message = {"「{0}」は「{1}」と書きます。", "Write {1} for {0}."},
              .why = {"設定ファイルの用語集（terms）に、そう書くと決められています。",
                      "The city's list of terms in the configuration file says so."},
              .wrong = "# goalsheet.json の terms に「子供→こども」があり、シートに「子供」とある",
              .right = "# シートに「こども」とある"},
    .on_sheet = house_terms_rule::check,
};

}  // namespace goalsheet::rules
