// SPDX-License-Identifier: MIT
#include "validate/missing_report.hpp"

#include <algorithm>

#include "validate/measures.hpp"

namespace goalsheet::rules {

void report_missing(const SheetScope& sheet, FieldId field, Reporter& report) {
    for (const Item& item : sheet.sheet.items) {
        const bool planned = std::any_of(item.measures.begin(), item.measures.end(),
                                         [&](const Measure& one) { return is_planned(item, one); });
        if (!planned) continue;
        if (!has_any(item, field)) {
            report.add(sheet, sheet.at(item, field), {item_word(item)});
            continue;
        }
        for (const Measure& measure : item.measures)
            if (is_planned(item, measure) && is_blank(text_of(measure, field).text))
                report.add(sheet, sheet.at(item, measure, field), {measure_word(item, measure)});
    }
}

}  // namespace goalsheet::rules
