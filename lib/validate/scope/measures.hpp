// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <set>
#include <string_view>
#include <vector>

#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// Every measure of a sheet with its item.
template <class Speak>
void for_each_measure(const SheetScope& sheet, Speak speak) {
    for (const Item& item : sheet.sheet.items)
        for (const Measure& measure : item.measures) speak(item, measure);
}

/// The measure says what is to be done, or there is but one, so that its other cells are due.
inline bool is_planned(const Item& item, const Measure& measure) {
    return !is_blank(measure.action.text) || (item.measures.size() == 1 && !is_blank(item.title.text));
}

/// Whether any measure of the item has something in a column.
bool has_any(const Item& item, FieldId field);

/// Every deadline of a sheet; one that stands once for several measures comes once, at the item.
void for_each_deadline(const SheetScope& sheet, const std::function<void(const Place&)>& speak);

/// The measures that say something in a column.
std::set<int> numbers_of(const Item& item, FieldId field);

/// (3) in a text, of either width.
struct NumberMark {
    int value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool opens_range = false;  ///< a range sign and another mark follow: (1)～(3)
};
std::vector<NumberMark> find_number_marks(std::string_view text);

/// The numbers (1) (2) … that are written in a cell, in brackets of either width; ranges are spelt out.
std::set<int> bracketed_numbers(std::string_view text);

/// The sheet's fiscal year, else the page's.
std::optional<int> fiscal_year_of(const SheetScope& sheet);

/// 令和7年度 for 2025, FY2025 in English.
Message fiscal_year_word(int gregorian);

}  // namespace goalsheet::rules
