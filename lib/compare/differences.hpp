// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "goalsheet/compare.hpp"

namespace goalsheet {

/// Where a text stands in its document; nothing without a document.
std::optional<DifferencePlace> place_of(const Document* document, const SourcedText& text);
/// The text by which a part is found in its document.
const SourcedText& place_text(const Measure& measure);
const SourcedText& place_text(const Item& item);
const SourcedText& place_text(const Sheet& sheet);

/// Everything a part says, for one that came or went as a whole.
std::string measure_text(const Measure& measure);
std::string item_text(const Item& item);
std::string year_text(const std::optional<FiscalYear>& year);

/// Both texts and what became of them. What is empty stands nowhere.
void set_texts(Difference& difference, std::string before, std::string after);

/// The entries of `order` that stand outside its longest rising sequence: what moved, with the least moved.
std::set<std::size_t> out_of_order(const std::vector<std::size_t>& order);

}  // namespace goalsheet
