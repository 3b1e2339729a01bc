// SPDX-License-Identifier: MIT
#include "validate/scope/scope.hpp"

#include <algorithm>
#include <tuple>

#include "goalsheet/best_form.hpp"
#include "goalsheet/text.hpp"
#include "model/sheet/unplaced_address.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet {

Place Place::part(std::size_t from, std::size_t to) const {
    Place place = *this;
    place.begin = from;
    place.end = to;
    return place;
}

Place Place::named(Message words) const {
    Place place = *this;
    place.address.words = std::move(words);
    return place;
}

namespace {

constexpr std::size_t kPlanColumns = 40;
constexpr std::uint32_t kTouchBytes = 8;   // &lt; and a space: still behind the same text
constexpr std::uint32_t kNearBytes = 256;  // a tag and what may stand between it and its text

Message unplaced_word(const Unplaced& unplaced) {
    return unplaced.address.empty() ? same(unplaced.label) : address_words(unplaced.address);
}

// An empty part of a cell still has its number: (2).
void point_at_number(Place& place, const SourcedText* cell, int number) {
    if (!cell) return;
    for (const rules::NumberMark& mark : rules::find_number_marks(cell->text)) {
        if (mark.value != number) continue;
        place.near.push_front({place.text});
        place.text = cell;
        place.begin = mark.begin;
        place.end = mark.end;
        return;
    }
}

}  // namespace

SheetScope::SheetScope(const DocumentScope& owner, const Sheet& its_sheet, std::size_t its_number)
    : page(owner), sheet(its_sheet), number(its_number) {
    collect_texts();
    for (std::size_t i = 0; i < texts_.size(); ++i) characters_.add(i, texts_[i].text->text);
}

void SheetScope::collect_texts() {
    const auto add = [this](const SourcedText& text, SheetAddress address) {
        if (text.empty()) return;
        address.sheet = number;
        texts_.push_back({&text, std::move(address)});
    };
    std::size_t most = 9 + sheet.alignments.size() + sheet.unplaced.size();
    for (const Item& item : sheet.items) most += 1 + kMeasureFields.size() * item.measures.size();
    texts_.reserve(most);
    add(sheet.goal, {.field = FieldId::goal});
    add(sheet.department, {.field = FieldId::department});
    add(sheet.priority_text, {.field = FieldId::priority});
    for (const Alignment& alignment : sheet.alignments)
        add(alignment.text, {.words = same(excerpt(alignment.plan.text, kPlanColumns))});
    add(sheet.situation, {.field = FieldId::situation});
    add(sheet.purpose, {.field = FieldId::purpose});
    add(sheet.sdgs_text, {.field = FieldId::sdgs});
    for (const Item& item : sheet.items) {
        add(item.title, {.item = item.number, .field = FieldId::item});
        for (const Measure& measure : item.measures)
            for (const MeasureField& field : kMeasureFields)
                add(measure.*field.text, {.item = item.number, .measure = measure.number, .field = field.id});
    }
    add(sheet.notes.participation, {.field = FieldId::participation});
    add(sheet.notes.outcomes, {.field = FieldId::outcomes});
    placed_ = texts_.size();
    for (const Unplaced& unplaced : sheet.unplaced) add(unplaced.text, {.words = unplaced_word(unplaced)});
}

const LabelCell* SheetScope::label(FieldId field) const {
    const auto found = std::find_if(sheet.labels.begin(), sheet.labels.end(),
                                    [field](const LabelCell& cell) { return cell.field == field; });
    return found == sheet.labels.end() ? nullptr : &*found;
}

bool SheetScope::lacks_column(FieldId field) const {
    const FormField* wanted = page.form().find(field);
    if (!wanted || !wanted->required) return false;
    const bool remarked = std::any_of(sheet.remarks.begin(), sheet.remarks.end(), [field](const Remark& one) {
        return one.kind == remark::kColumnMissing && one.detail == field_name(field);
    });
    const bool labelled = label(field) || (field == FieldId::item && label(FieldId::action));
    return remarked || (!sheet.labels.empty() && !labelled);
}

bool SheetScope::lacks_notes() const {
    const bool labelled = std::any_of(sheet.labels.begin(), sheet.labels.end(), [](const LabelCell& one) {
        return one.field == FieldId::notes || one.field == FieldId::participation || one.field == FieldId::outcomes;
    });
    const Notes& notes = sheet.notes;
    return !sheet.labels.empty() && !sheet.items.empty() && !labelled && notes.participation_heading.empty() &&
           notes.outcomes_heading.empty() && notes.participation.empty() && notes.outcomes.empty();
}

bool SheetScope::has_shifted_columns() const {
    constexpr FieldId kInner[] = {FieldId::deadline, FieldId::target, FieldId::midterm};
    const auto is_wider = [](const Remark& one) {
        return one.kind == remark::kRaggedRow && one.detail.find(" +") != std::string::npos;
    };
    return std::any_of(std::begin(kInner), std::end(kInner), [this](FieldId one) { return lacks_column(one); }) &&
           std::any_of(sheet.remarks.begin(), sheet.remarks.end(), is_wider);
}

Place SheetScope::whole() const {
    Place place;
    place.address.sheet = number;
    place.text = &sheet.place;
    place.near = {&sheet.goal};
    return place;
}

Place SheetScope::at(FieldId field) const {
    Place place = whole();
    place.address.field = field;
    if (const LabelCell* cell = label(field)) place.near.push_front({&cell->text, &sheet.place});
    switch (field) {
        case FieldId::goal:
            place.text = &sheet.goal;
            break;
        case FieldId::department:
            place.text = &sheet.department;
            break;
        case FieldId::priority:
            place.text = &sheet.priority_text;
            break;
        case FieldId::fiscal_year:
            place.text = &sheet.fiscal_year_text;
            break;
        case FieldId::situation:
            place.text = &sheet.situation;
            break;
        case FieldId::purpose:
            place.text = &sheet.purpose;
            break;
        case FieldId::sdgs:
            place.text = &sheet.sdgs_text;
            break;
        case FieldId::participation:
            place.text = &sheet.notes.participation;
            break;
        case FieldId::outcomes:
            place.text = &sheet.notes.outcomes;
            place.near.push_front({&sheet.notes.outcomes_heading});
            break;
        default:
            break;
    }
    return place;
}

Place SheetScope::at(const SourcedText& text, FieldId field) const {
    Place place = whole();
    place.address.field = field;
    place.near.push_front({place.text});
    place.text = &text;
    return place;
}

Place SheetScope::at(const Alignment& alignment) const {
    return at(alignment.text, FieldId::alignment).named(same(excerpt(alignment.plan.text, kPlanColumns)));
}

const std::vector<SheetScope::Extent>& SheetScope::extents() const {
    if (!extents_.empty()) return extents_;
    for (std::size_t i = 0; i < placed_; ++i)
        if (const auto range = texts_[i].text->source_of()) extents_.push_back({range->first, range->second, i});
    std::sort(extents_.begin(), extents_.end(), [](const Extent& a, const Extent& b) { return a.begin < b.begin; });
    return extents_;
}

bool SheetScope::covers(std::uint32_t offset) const {
    const std::vector<Extent>& all = extents();
    return !all.empty() && offset >= all.front().begin && offset < all.back().end + kNearBytes;
}

const std::vector<DayInText>& SheetScope::days() const {
    if (days_) return *days_;
    days_.emplace();
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        if (!may_hold_day(texts_[i].text->text)) continue;
        const Unstruck unstruck(texts_[i].text->text);
        for (const DayMention& day : find_days(unstruck.text())) days_->push_back({i, day});
    }
    return *days_;
}

SheetAddress SheetScope::address_at(std::uint32_t offset) const {
    const std::vector<Extent>& all = extents();
    const auto next = std::upper_bound(all.begin(), all.end(), offset,
                                       [](std::uint32_t value, const Extent& one) { return value < one.begin; });
    if (next != all.begin() && std::prev(next)->end > offset) return texts_[std::prev(next)->text].address;
    if (next != all.begin() && offset - std::prev(next)->end < kTouchBytes)
        return texts_[std::prev(next)->text].address;
    if (next != all.end() && next->begin - offset < kNearBytes) return texts_[next->text].address;
    return {.sheet = number};
}

Place SheetScope::at(const Item& item) const {
    Place place = whole();
    place.address.item = item.number;
    place.text = item.number_text.empty() ? &item.title : &item.number_text;
    if (item.measures.empty())
        place.near = {&item.title, &sheet.place, &sheet.goal};
    else
        place.near = {&item.title, &item.measures.front().action, &sheet.place, &sheet.goal};
    return place;
}

Place SheetScope::at(const Item& item, FieldId field) const {
    Place place = at(item);
    place.address.field = field;
    const SourcedText* cell = cell_of(item, field);
    if (!cell && !item.measures.empty() && text_of(item.measures.front(), field).empty())
        cell = &text_of(item.measures.front(), field);
    if (!cell || (cell->empty() && cell->runs.empty())) return place;
    place.near.push_front({place.text});
    place.text = cell;
    return place;
}

Place SheetScope::at(const Item& item, const Measure& measure, FieldId field) const {
    Place place = at(item);
    place.address.measure = measure.number;
    place.address.field = field;
    place.near.push_front({&measure.action, &item.title, place.text});
    place.text = &text_of(measure, field);
    if (place.text->empty()) point_at_number(place, cell_of(item, field), measure.number);
    return place;
}

Place SheetScope::at(const FieldText& text, std::size_t begin, std::size_t end) const {
    Place place = whole();
    place.near.push_front({place.text});
    place.address = text.address;
    place.text = text.text;
    place.begin = begin;
    place.end = end;
    return place;
}

DocumentScope::DocumentScope(const Document& its_document, const Policy& its_policy, const ValidateOptions& its_options,
                             const MeasuredDocument* measured)
    : document(its_document),
      policy(its_policy),
      options(its_options),
      stage(its_policy.stage.value_or(find_stage(its_document))),
      given_(measured) {
    for (const Sheet& sheet : document.sheets)
        sheets.push_back(std::make_unique<SheetScope>(*this, sheet, sheets.size() + 1));
}

Place DocumentScope::top() const { return {}; }

const Form& DocumentScope::form() const {
    return options.forms.empty() ? *options.form : form_of(document, options.forms);
}

const MeasuredDocument& DocumentScope::measured() const {
    if (given_) return *given_;
    if (!own_) own_ = measure_document(document);
    return *own_;
}

namespace {

bool is_before(const ProgressRow& a, const ProgressRow& b) {
    return std::tie(a.sheet, a.item_index, a.measure_index) < std::tie(b.sheet, b.item_index, b.measure_index);
}

}  // namespace

const std::vector<rules::MeasuredMeasure>& DocumentScope::progress(Against against) const {
    const auto [entry, added] = progress_.try_emplace(against);
    if (!added) return entry->second;
    const std::span<const ProgressRow> rows = measured().rows(against);
    for (std::size_t at = 0; at < rows.size();) {
        const ProgressRow& first = rows[at];
        std::size_t end = at + 1;
        while (end < rows.size() && !is_before(first, rows[end])) ++end;
        const Item& item = document.sheets[first.sheet].items[first.item_index];
        entry->second.push_back({item, item.measures[first.measure_index], rows.subspan(at, end - at)});
        at = end;
    }
    return entry->second;
}

std::span<const ProgressRow> DocumentScope::progress_of(const ProgressRow& row, Against against) const {
    const std::vector<ProgressRow>& rows = measured().rows(against);
    const auto [first, last] = std::equal_range(rows.begin(), rows.end(), row, is_before);
    // Not from the iterators: emscripten's span takes pointers alone.
    const auto from = static_cast<std::size_t>(first - rows.begin());
    return std::span(rows).subspan(from, static_cast<std::size_t>(last - first));
}

const std::vector<Quantity>& DocumentScope::quantities(const SourcedText& text) const {
    if (!has_struck(text.text)) {
        const auto read = measured().quantities.find(&text);
        if (read != measured().quantities.end()) return read->second;
    }
    const auto [entry, added] = quantities_.try_emplace(&text);
    if (added) entry->second = find_quantities(Unstruck(std::string_view(text.text).substr(0, kMaxMeasureText)).text());
    return entry->second;
}

const std::vector<rules::MarkupPiece>& DocumentScope::markup() const {
    if (markup_) return *markup_;
    markup_.emplace();
    const DocumentSource& source = document.source;
    if (source.format == "html" && source.text) markup_ = rules::find_markup_pieces(source.text->text());
    return *markup_;
}

Place DocumentScope::at_source(std::size_t begin, std::size_t end, SourcedText& text) const {
    text = SourcedText();
    text.append(document.source.text->text().substr(begin, end - begin), static_cast<std::uint32_t>(begin));
    const auto holder = std::find_if(sheets.begin(), sheets.end(), [begin](const auto& sheet) {
        return sheet->covers(static_cast<std::uint32_t>(begin));
    });
    Place place;
    if (holder != sheets.end()) place.address = (*holder)->address_at(static_cast<std::uint32_t>(begin));
    place.text = &text;
    return place;
}

void DocumentScope::forget() {
    progress_.clear();
    markup_.reset();
    quantities_.clear();
    own_.reset();
    given_ = nullptr;
    numbering_.clear();
    for (const auto& sheet : sheets) sheet->forget();
}

void SheetScope::forget() {
    texts_ = std::vector<FieldText>();  // = {} would keep their memory
    extents_ = std::vector<Extent>();
    characters_ = CharacterSurvey();
    days_.reset();
}

const rules::NumberingFault& DocumentScope::numbering(const Item& item, FieldId field) const {
    const auto known = numbering_.find({&item, field});
    if (known != numbering_.end()) return known->second;
    return numbering_[{&item, field}] = rules::find_numbering_fault(item, field);
}

}  // namespace goalsheet
