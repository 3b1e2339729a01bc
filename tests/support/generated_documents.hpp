// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "goalsheet/document.hpp"

namespace goalsheet::tests {

/// A document that schemas/document.schema.json allows, another for each seed and the same on every machine: empty
/// fields, gaps in numbers, long lists, texts that look like labels, numbers, markup, formulas or our own headings, and
/// white space and characters of every kind. Valid UTF-8 throughout, and no text that is unplaced is empty: readers
/// give nothing else (bytes that are no character become U+FFFD, an empty cell is no text).
Document generate_document(std::uint32_t seed);

}  // namespace goalsheet::tests
