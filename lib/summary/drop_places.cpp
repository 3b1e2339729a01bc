// SPDX-License-Identifier: MIT
#include "goalsheet/summary.hpp"

namespace goalsheet {
namespace {

// `= {}` would keep the memory.
void drop(SourcedText& text) {
    text.runs = std::vector<SourcedText::Run>();
    text.text.shrink_to_fit();
}

template <class... Texts>
void drop_all(Texts&... texts) {
    (drop(texts), ...);
}

void drop(Measure& measure) {
    drop_all(measure.action, measure.deadline, measure.target, measure.midterm, measure.final);
    for (IndicatorCells& one : measure.indicators)
        drop_all(one.name, one.unit, one.baseline, one.target, one.midterm, one.final);
    for (Extra& one : measure.extras) drop_all(one.label, one.text);
    for (SeriesValue& one : measure.series) drop_all(one.label, one.text);
}

void drop(Item& item) {
    drop_all(item.title, item.number_text);
    item.as_written.reset();
    for (Measure& measure : item.measures) drop(measure);
    for (Extra& one : item.extras) drop_all(one.label, one.text);
    for (SeriesValue& one : item.series) drop_all(one.label, one.text);
}

void drop(Sheet& sheet) {
    drop_all(sheet.goal, sheet.department, sheet.priority_text, sheet.fiscal_year_text, sheet.situation, sheet.purpose);
    drop_all(sheet.notes.participation, sheet.notes.outcomes, sheet.notes.participation_heading,
             sheet.notes.outcomes_heading);
    sheet.sdgs_text = sheet.place = SourcedText();
    for (Alignment& one : sheet.alignments) drop_all(one.plan, one.text);
    for (SdgGoal& one : sheet.sdgs) drop(one.name);
    for (Item& item : sheet.items) drop(item);
    for (Extra& one : sheet.extras) drop_all(one.label, one.text);
    for (SeriesValue& one : sheet.series) drop_all(one.label, one.text);
    for (Unplaced& one : sheet.unplaced) drop(one.text);
    sheet.remarks = std::vector<Remark>();
    sheet.labels = std::vector<LabelCell>();
}

}  // namespace

void drop_places(Document& document) {
    drop_all(document.department, document.fiscal_year_text);
    for (SourcedText& goal : document.goals) drop(goal);
    for (Sheet& sheet : document.sheets) drop(sheet);
    document.remarks = std::vector<Remark>();
    document.source.text.reset();
}

void drop_sheet_texts(Document& document) {
    for (Sheet& sheet : document.sheets) {
        sheet.alignments = std::vector<Alignment>();
        sheet.situation = sheet.purpose = SourcedText();
        sheet.notes = Notes();
        sheet.extras = std::vector<Extra>();
        sheet.series = std::vector<SeriesValue>();
        sheet.unplaced = std::vector<Unplaced>();
        for (Item& item : sheet.items) {
            item.extras = std::vector<Extra>();
            item.series = std::vector<SeriesValue>();
            for (Measure& measure : item.measures) {
                measure.indicators = std::vector<IndicatorCells>();
                measure.extras = std::vector<Extra>();
                measure.series = std::vector<SeriesValue>();
            }
        }
    }
}

}  // namespace goalsheet
