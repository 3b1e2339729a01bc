// SPDX-License-Identifier: MIT
#include "numbers/progress/report_day.hpp"

#include "dates/report_dates.hpp"
#include "model/label_note.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet {

Date default_day(Against against, int fiscal_year) {
    return against == Against::final ? Date{fiscal_year + 1, 3, 31} : Date{fiscal_year, 9, 30};
}

std::vector<std::string> notes_of_label(const Sheet& sheet, Against against) {
    const std::string_view field = field_name(against == Against::final ? FieldId::final : FieldId::midterm);
    std::vector<std::string> notes;
    for (const Remark& remark : sheet.remarks)
        if (remark.kind == remark::kLabelNote && remark.detail == field) notes.push_back(remark.text.text);
    return notes;
}

std::optional<Date> day_of_notes(const std::vector<std::string>& notes, int year) {
    for (const std::string& note : notes) {
        if (year == 0) break;
        const std::string bracketed = "（" + note.substr(0, kMaxMeasureText) + "）";
        const numbers::Glyphs g = numbers::fold_glyphs(bracketed);
        if (const auto day = match::find_as_of_day(g, {0, g.size()}, year)) return day;
    }
    return std::nullopt;
}

}  // namespace goalsheet
