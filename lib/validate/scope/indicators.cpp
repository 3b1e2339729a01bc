// SPDX-License-Identifier: MIT
#include "validate/scope/indicators.hpp"

#include "validate/scope/figures.hpp"
#include "validate/scope/numbering.hpp"

namespace goalsheet::rules {
void for_each_measured(const SheetScope& sheet, Against against,
                       const std::function<void(const MeasuredMeasure&)>& speak) {
    const Item* item = nullptr;
    bool misnumbered = false;
    for (const MeasuredMeasure& measured : sheet.page.progress(against)) {
        if (measured.rows.front().sheet + 1 != sheet.number) continue;
        if (item != &measured.item) {
            item = &measured.item;
            misnumbered =
                is_misnumbered(sheet, *item, FieldId::target) || is_misnumbered(sheet, *item, report_field(against));
        }
        if (!misnumbered) speak(measured);
    }
}

Against against_of(Stage stage) { return stage == Stage::final ? Against::final : Against::midterm; }

FieldId report_field(Against against) { return against == Against::final ? FieldId::final : FieldId::midterm; }

std::string indicator_word(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    const std::string figure =
        row.target ? as_written(sheet.page, measured.measure.target, *row.target, row.unit) : std::string();
    return row.indicator.empty() ? figure : excerpt(row.indicator, 30) + ":" + figure;
}

Place result_place(const Place& report, const ProgressRow& row) {
    const Evidence* taken = nullptr;
    for (const Evidence& one : row.evidence) {
        if (!one.taken) continue;
        if (taken) return report;
        taken = &one;
    }
    const std::size_t at = taken && !taken->words.empty() ? report.text->text.find(taken->words) : std::string::npos;
    return at == std::string::npos ? report : report.part(at, at + taken->words.size());
}

}  // namespace goalsheet::rules
