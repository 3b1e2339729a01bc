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

/// Likewise a document that a filled-in form can say, for workbooks, whose print sheet is the form and is read like
/// anybody's. Such a sheet cannot give the rest: in a form a plan is known by its label (…における位置付け), items and
/// measures number themselves from the start on and have words, one department and year head the page, and a text that
/// begins with a number or is a label would be read as one.
Document generate_form_document(std::uint32_t seed);

/// The document with indicators that have cells of their own, extras and values by year at its sheets, items and
/// measures; their texts are as odd as those of generate_document() with this seed.
Document with_entries(Document document, std::uint32_t seed);

}  // namespace goalsheet::tests
