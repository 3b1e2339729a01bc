// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/finding.hpp"
#include "goalsheet/source.hpp"

namespace goalsheet {

/// A cell of a workbook whose text changes.
struct CellChange {
    std::string cell;  ///< シート名!C12
    std::string before;
    std::string after;
};

/// The cells that edits lie in, in the order of the text; the lines of the source have the names of their cells.
std::vector<CellChange> find_cell_changes(const SourceText& source, std::span<const Edit> edits);

}  // namespace goalsheet
