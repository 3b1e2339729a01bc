// SPDX-License-Identifier: MIT
#include "validate/indicators.hpp"

#include "validate/numbering.hpp"

namespace goalsheet::rules {
namespace {

bool is_of(const ProgressRow& row, const SheetScope& sheet, const Item& item, const Measure& measure) {
    return row.sheet + 1 == sheet.number && row.item == item.number && row.measure == measure.number &&
           row.target_text == measure.target.text;
}

}  // namespace

void for_each_measured(const SheetScope& sheet, Against against,
                       const std::function<void(const MeasuredMeasure&)>& speak) {
    const std::span<const ProgressRow> rows = sheet.page.progress(against);
    // Rows come in reading order, at least one for a measure.
    std::size_t at = 0;
    while (at < rows.size() && rows[at].sheet + 1 < sheet.number) ++at;
    for (const Item& item : sheet.sheet.items) {
        const bool misnumbered =
            is_misnumbered(sheet, item, FieldId::target) || is_misnumbered(sheet, item, report_field(against));
        for (const Measure& measure : item.measures) {
            const std::size_t begin = at;
            while (at < rows.size() && is_of(rows[at], sheet, item, measure)) ++at;
            if (at > begin && !misnumbered) speak({item, measure, rows.subspan(begin, at - begin)});
        }
    }
}

Against against_of(Stage stage) { return stage == Stage::final ? Against::final : Against::midterm; }

FieldId report_field(Against against) { return against == Against::final ? FieldId::final : FieldId::midterm; }

std::string indicator_word(const ProgressRow& row) {
    const std::string figure = row.target ? figure_word(*row.target, row.unit) : std::string();
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
