// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figure_changes.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace percent_for_points_rule {
namespace {

constexpr double kSlack = 1e-9;

bool is_difference(double a, double b, const Decimal& change) {
    return std::abs(std::abs(a - b) - std::abs(change.to_double())) < last_place(change) / 2 + kSlack;
}

void speak(const SheetScope& sheet, const Place& place, const Quantity& change, std::string_view a, std::string_view b,
           Reporter& report) {
    const std::string_view text = place.text->text;
    report.add(sheet, place.part(change.begin, change.end),
               {same(as_written(text, change)), same(a), same(b), same(change.value.to_text())});
}

void check_text(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                Reporter& report) {
    const std::string_view text = place.text->text;
    for (const FigureChange& one : find_figure_changes(text, quantities))
        if (one.now->unit == "%" && one.change->unit == "%" && !one.is_ratio &&
            is_difference(one.now->value.to_double(), one.before->value.to_double(), one.change->value))
            speak(sheet, place, *one.change, as_written(text, *one.now), as_written(text, *one.before), report);
}

bool falls_short(std::string_view behind) {
    constexpr std::array<std::string_view, 5> kShort = {"届か", "及ば", "不足", "足り", "超え"};
    return starts_with_any(behind, kShort);
}

// 76.5％ … 目標を1.5％下回った against a target of 78％.
void check_row(const SheetScope& sheet, const Place& place, const MeasuredMeasure& measured, Reporter& report) {
    const ProgressRow& row = measured.rows.front();
    if (!row.target || !row.result || row.unit != "%" || row.result_unit != "%") return;
    const std::string_view text = place.text->text;
    for (const Quantity& one : sheet.page.quantities(*place.text)) {
        const ChangeSign sign = sign_of_change(text, one);
        const bool told = sign.front != 0 || sign.behind != 0 || falls_short(text.substr(one.end));
        if (one.unit != "%" || one.value.to_text() == row.result->to_text() || !told) continue;
        const std::size_t from = one.begin < 30 ? 0 : one.begin - 30;
        if (text.substr(from, one.begin - from).find("目標") == std::string_view::npos) continue;
        if (is_difference(row.target->to_double(), row.result->to_double(), one.value))
            speak(sheet, place, one, figure_word(*row.result, "%"), figure_word(*row.target, "%"), report);
    }
}

// 有収率は目標を0.2％下回った in the effects.
void check_outcomes(const SheetScope& sheet, Reporter& report) {
    const SourcedText& text = sheet.sheet.notes.outcomes;
    if (text.text.find("目標") == std::string::npos || text.text.find("％") == std::string::npos) return;
    const Place place = sheet.at(FieldId::outcomes);
    for_each_measured(sheet, Against::final, [&](const MeasuredMeasure& measured) {
        const ProgressRow& row = measured.rows.front();
        if (measured.rows.size() != 1 || row.unit != "%" || !is_sure(sheet, measured, row)) return;
        for (const Quantity& one : sheet.page.quantities(text)) {
            const Phrase clause = clause_around(text.text, {one.begin, one.end});
            const std::string_view words = std::string_view(text.text).substr(clause.begin, one.begin - clause.begin);
            const bool named =
                !name_in(words, row.indicator).empty() || !name_in(words, measured.measure.action.text).empty();
            if (one.unit == "%" && named && words.find("目標") != std::string_view::npos &&
                is_difference(row.target->to_double(), row.result->to_double(), one.value))
                speak(sheet, place, one, figure_word(*row.result, "%"), figure_word(*row.target, "%"), report);
        }
    });
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            if (const auto& quantities = sheet.page.quantities(text_of(measure, field)); quantities.size() > 2)
                check_text(sheet, sheet.at(item, measure, field), quantities, report);
    });
    for (const FieldText& field : sheet.texts()) {
        if (field.address.item != 0 || !field.address.field || field.text->text.find("％") == std::string::npos)
            continue;
        if (const auto& quantities = sheet.page.quantities(*field.text); quantities.size() > 2)
            check_text(sheet, sheet.at(field, 0, field.text->text.size()), quantities, report);
    }
    if (sheet.page.stage == Stage::plan) return;
    if (sheet.page.stage == Stage::final) check_outcomes(sheet, report);
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        if (measured.rows.size() == 1)
            check_row(sheet, sheet.at(measured.item, measured.measure, report_field(against)), measured, report);
    });
}

}  // namespace
}  // namespace percent_for_points_rule

const RuleBody percent_for_points{
    .texts = {.title = {"率どうしの差に「％」", "per cent for a difference of rates"},
              .message = {"「{0}」は{1}と{2}の差なので、「{3}ポイント」と書いてください。",
                          "{0} is the difference of {1} and {2}; write {3} points (ポイント)."},
              .why = {"率の差を％で書くと、元の率に対する割合と読まれます。",
                      "A difference of rates in per cent is read as a share of the earlier rate."},
              .wrong = "②数値目標: (1) 参加率 80％\n②中間報告: (1) 参加率 78.5％（目標を1.5％下回った）",
              .right = "②数値目標: (1) 参加率 80％\n②中間報告: (1) 参加率 78.5％（目標を1.5ポイント下回った）"},
    .on_sheet = percent_for_points_rule::check,
};

}  // namespace goalsheet::rules
