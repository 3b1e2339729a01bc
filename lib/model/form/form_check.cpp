// SPDX-License-Identifier: MIT
#include "goalsheet/form_check.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/label.hpp"

namespace goalsheet {
namespace {

// At most this part of a page's texts may stand in no field.
constexpr std::size_t kMostUnplaced = 10;

std::size_t filled(std::initializer_list<const SourcedText*> texts) {
    return static_cast<std::size_t>(
        std::count_if(texts.begin(), texts.end(), [](const SourcedText* text) { return !text->empty(); }));
}

std::size_t texts_of(const Measure& m) { return filled({&m.action, &m.deadline, &m.target, &m.midterm, &m.final}); }

std::size_t texts_of(const Sheet& sheet) {
    std::size_t count = filled({&sheet.goal, &sheet.department, &sheet.priority_text, &sheet.situation, &sheet.purpose,
                                &sheet.notes.participation, &sheet.notes.outcomes});
    count += sheet.alignments.size() + (sheet.sdgs.empty() ? 0 : 1);
    for (const Item& item : sheet.items) {
        count += item.title.empty() ? 0 : 1;
        for (const Measure& measure : item.measures) count += texts_of(measure);
    }
    return count;
}

// Calls take(owner) for the sheet, its items and their measures.
template <class Take>
void for_each_owner(const Sheet& sheet, Take take) {
    take(sheet);
    for (const Item& item : sheet.items) {
        take(item);
        for (const Measure& measure : item.measures) take(measure);
    }
}

// Lines around the tables are no cells of the form.
bool stood_in_a_cell(const Unplaced& one) {
    constexpr std::string_view kAround[] = {"表の上", "表の下", "表の間", "表の外", "表題"};
    return one.label != "（非表示）" &&
           std::find(std::begin(kAround), std::end(kAround), one.address) == std::end(kAround);
}

}  // namespace

bool PageCheck::passes() const {
    return sheets > 0 && sheets_without_items == 0 && unplaced * kMostUnplaced <= texts();
}

bool FormCheck::passes() const {
    return std::all_of(pages.begin(), pages.end(), [](const PageCheck& page) { return page.passes(); });
}

FormChecker::FormChecker(const Form& form, std::span<const FormField> own)
    : form_(form), own_(own), met_(own.size(), false) {}

PageCheck count_texts(const std::string& path, std::span<const Document> documents) {
    PageCheck page;
    page.path = path;
    for (const Document& document : documents)
        for (const Sheet& sheet : document.sheets) {
            ++page.sheets;
            page.sheets_without_items += sheet.items.empty() ? 1 : 0;
            page.in_fields += texts_of(sheet);
            page.unplaced +=
                static_cast<std::size_t>(std::count_if(sheet.unplaced.begin(), sheet.unplaced.end(), stood_in_a_cell));
            for_each_owner(sheet,
                           [&](const auto& owner) { page.in_extras += owner.extras.size() + owner.series.size(); });
        }
    return page;
}

void FormChecker::add_page(const std::string& path, std::span<const Document> documents) {
    met_on_page_.clear();
    for (const Document& document : documents)
        for (const Sheet& sheet : document.sheets) add_labels(sheet);
    check_.pages.push_back(count_texts(path, documents));
}

void FormChecker::add_labels(const Sheet& sheet) {
    for (const LabelCell& label : sheet.labels) meet(label.text.text, {}, field_name(label.field));
    for (const Alignment& alignment : sheet.alignments)
        meet(alignment.plan.text, alignment.text.text, field_name(FieldId::alignment));
    for_each_owner(sheet, [&](const auto& owner) {
        for (const Extra& extra : owner.extras) meet(extra.label.text, extra.text.text, extra_role_name(extra.role));
        for (const SeriesValue& value : owner.series)
            if (value.year == 0) meet(value.label.text, value.text.text, series_kind_name(value.kind));
    });
    for (const Unplaced& one : sheet.unplaced) meet(one.label, one.text.text, {});
    for (const Remark& remark : sheet.remarks)
        if (remark.kind == remark::kUnknownLabel) meet(remark.text.text, {}, {});
}

void FormChecker::meet(const std::string& label, const std::string& text, std::string_view read_as) {
    if (trim(label).empty()) return;
    // Of a heading of two levels, joined: each may be a label.
    const LabelLevels levels = split_levels(label);
    if (!levels.above.empty()) meet(levels.above, text, read_as);
    const std::string& leaf = levels.leaf;
    const FormField* known = form_.match_field(leaf);
    for (std::size_t i = 0; i < own_.size(); ++i) {
        const FormField* found = own_[i].under ? form_.match_field(leaf, own_[i].under) : known;
        if (found && found->field == own_[i].field && found->under == own_[i].under &&
            (found->label == own_[i].label || own_[i].label.empty()))
            met_[i] = true;
        if (found) known = found;
    }
    if (known || leaf.starts_with("（")) return;  // （非表示） and the like are ours
    const std::string folded = fold(leaf);
    auto entry = std::find_if(check_.unknown.begin(), check_.unknown.end(),
                              [&](const UnknownLabel& one) { return fold(one.label) == folded; });
    if (entry == check_.unknown.end()) entry = check_.unknown.insert(entry, {leaf, 0, {}, std::string(read_as)});
    if (entry->example.empty()) entry->example = text;
    if (std::find(met_on_page_.begin(), met_on_page_.end(), folded) != met_on_page_.end()) return;
    met_on_page_.push_back(folded);
    ++entry->pages;
}

FormCheck FormChecker::finish() && {
    for (std::size_t i = 0; i < own_.size(); ++i)
        if (!met_[i] && !own_[i].label.empty()) check_.never_met.push_back(&own_[i]);
    std::stable_partition(check_.unknown.begin(), check_.unknown.end(),
                          [](const UnknownLabel& one) { return one.reasoned_as.empty(); });
    return std::move(check_);
}

}  // namespace goalsheet
