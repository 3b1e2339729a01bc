// SPDX-License-Identifier: MIT
#include "model/form/draft_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/form_check.hpp"
#include "model/interpret.hpp"

namespace goalsheet {
namespace {

/// Texts with the places they came into, sorted.
using Placed = std::vector<std::string>;

void add(Placed& placed, const std::string& place, std::string_view part, const SourcedText& text) {
    if (!text.empty()) placed.push_back(fmt::format("{} {} {}", place, part, text.text));
}

template <class Owner>
void add_entries(Placed& placed, const std::string& place, const Owner& owner) {
    for (const Extra& extra : owner.extras) add(placed, place, "extra", extra.text);
    for (const SeriesValue& value : owner.series) add(placed, place, series_kind_name(value.kind), value.text);
}

void add_sheet(Placed& placed, const std::string& place, const Sheet& sheet) {
    add(placed, place, "goal", sheet.goal);
    add(placed, place, "department", sheet.department);
    add(placed, place, "situation", sheet.situation);
    add(placed, place, "purpose", sheet.purpose);
    add_entries(placed, place, sheet);
    for (std::size_t i = 0; i < sheet.items.size(); ++i) {
        const Item& item = sheet.items[i];
        const std::string at = fmt::format("{}.{}", place, i);
        add(placed, at, "item", item.title);
        add_entries(placed, at, item);
        for (std::size_t m = 0; m < item.measures.size(); ++m) {
            const Measure& measure = item.measures[m];
            const std::string below = fmt::format("{}.{}", at, m);
            add(placed, below, "action", measure.action);
            add(placed, below, "deadline", measure.deadline);
            add(placed, below, "target", measure.target);
            add(placed, below, "midterm", measure.midterm);
            add(placed, below, "final", measure.final);
            add_entries(placed, below, measure);
        }
    }
}

Placed read_places(const Form& form, std::span<const Page> pages) {
    Placed placed;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        std::size_t count = 0;
        for (const Document& document : interpret(pages[p], form))
            for (const Sheet& sheet : document.sheets) add_sheet(placed, fmt::format("{}.{}", p, count++), sheet);
    }
    std::sort(placed.begin(), placed.end());
    return placed;
}

// How many texts stand where they stood. What had no place may find one.
std::int64_t likeness(const Placed& before, const FormDraft& draft, std::span<const Page> pages) {
    const auto form = form_of(draft);
    if (!form) return INT64_MIN;
    const Placed now = read_places(*form, pages);
    Placed same;
    std::set_intersection(before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(same));
    return static_cast<std::int64_t>(same.size());
}

std::int64_t worth_of_page(const Page& page, const Form& form) {
    const PageCheck count = count_texts({}, interpret(page, form));
    if (count.sheets == count.sheets_without_items) return 0;
    const auto placed = static_cast<std::int64_t>(count.in_fields * 2 + count.in_extras);
    return placed - 3 * static_cast<std::int64_t>(count.unplaced);
}

std::optional<std::int64_t> worth_of(const FormDraft& draft, std::span<const Page> pages) {
    const auto form = form_of(draft);
    if (!form) return std::nullopt;
    std::int64_t worth = 0;
    for (const Page& page : pages) worth += worth_of_page(page, *form);
    return worth > 0 ? std::optional(worth) : std::nullopt;
}

}  // namespace

std::optional<Form> form_of(const FormDraft& draft) {
    FormDraft sure = draft;
    std::erase_if(sure.fields, [](const DraftField& one) { return !one.field; });
    const auto form = Form::parse(write_form_draft(sure), "draft");
    return form ? std::optional(*form) : std::nullopt;
}

void keep_reading(FormDraft& draft, std::span<const Page> pages) {
    constexpr std::size_t kMostTried = 64;  // each is a reading of all pages
    const Placed before = read_places(Form::standard(), pages);
    const auto wanted = static_cast<std::int64_t>(before.size());
    std::int64_t best = likeness(before, draft, pages);
    const auto try_without = [&](FormDraft less) {
        const std::int64_t value = likeness(before, less, pages);
        if (value <= best) return false;
        best = value;
        draft = std::move(less);
        return true;
    };
    if (best < wanted && draft.years_in_columns) {
        FormDraft less = draft;
        less.years_in_columns = false;
        try_without(std::move(less));
    }
    std::size_t tried = 0;
    for (std::size_t i = 0; i < draft.fields.size() && best < wanted && tried < kMostTried; ++tried) {
        FormDraft less = draft;
        less.fields.erase(less.fields.begin() + static_cast<std::ptrdiff_t>(i));
        if (!try_without(std::move(less))) ++i;
    }
}

std::optional<std::int64_t> choose_settings(FormDraft& draft, std::span<const Page> pages) {
    std::optional<std::int64_t> best;
    FormDraft chosen = draft;
    for (const bool recognise : {false, true})
        for (const bool axis : {false, true}) {
            if ((recognise && draft.recognise.empty()) || (axis && draft.axis == LabelAxis::any)) continue;
            FormDraft made = draft;
            if (!recognise) made.recognise.clear();
            if (!axis) made.axis = LabelAxis::any;
            const auto worth = worth_of(made, pages);
            if (!worth || (best && *worth <= *best)) continue;
            best = worth;
            chosen = std::move(made);
        }
    if (best) draft = std::move(chosen);
    return best;
}

}  // namespace goalsheet
