// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/document.hpp"
#include "write/format/markdown.hpp"

namespace goalsheet {

/// What an item has beside the fields of the form, each kind under a heading of its own: indicators with cells of their
/// own, texts under other labels, values by year.
void add_entries(MarkdownBlocks& out, const Item& item);
/// Likewise of the sheet as a whole.
void add_entries(MarkdownBlocks& out, const Sheet& sheet);
/// The labels that no form has, with the field they were read as.
void add_reasoned_labels(MarkdownBlocks& out, const Sheet& sheet);

}  // namespace goalsheet
