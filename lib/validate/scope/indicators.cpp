// SPDX-License-Identifier: MIT
#include "validate/scope/indicators.hpp"

#include <algorithm>

#include "validate/scope/figures.hpp"
#include "validate/scope/numbering.hpp"

namespace goalsheet::rules {
void for_each_measured(const SheetScope& sheet, Against against,
                       const std::function<void(const MeasuredMeasure&)>& speak) {
    const Item* item = nullptr;
    bool misnumbered = false;
    const auto& all = sheet.page.progress(against);  // sheet by sheet
    const auto sheet_of = [](const MeasuredMeasure& measured) { return measured.rows.front().sheet + 1; };
    auto at = std::partition_point(all.begin(), all.end(),
                                   [&](const MeasuredMeasure& one) { return sheet_of(one) < sheet.number; });
    for (; at != all.end() && sheet_of(*at) == sheet.number; ++at) {
        const MeasuredMeasure& measured = *at;
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
