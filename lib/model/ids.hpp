// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// 目標ID of every sheet, by document and sheet: 209996-2025-産業振興部-01 (city where it is known, fiscal year,
/// department, priority). The same in every format and on every run, whatever else is exported with it; sheets that
/// would share one get -2, -3 … in reading order.
std::vector<std::vector<std::string>> sheet_ids(std::span<const Document> documents);
/// Of its sheets alone, whatever else the run has.
std::vector<std::string> sheet_ids(const Document& document);

/// The same without what tells sheets that share one apart.
std::vector<std::string> natural_ids(const Document& document);

/// sheet_ids() document by document, in the order of the run. Keeps a few bytes for each sheet.
class SheetIds {
public:
    std::vector<std::string> next(const Document& document);
    /// Of the next sheet, which has this natural one.
    std::string next(std::string natural_id);

private:
    std::unordered_map<std::size_t, unsigned> seen_;  ///< by hash: two that meet cost no more than a needless -2
};

/// 項目ID: the sheet's with the item's number, 2025-産業振興部-01-03.
std::string item_id(const std::string& sheet_id, int item);

/// IDs of a sheet's items and measures by their places: 2025-産業振興部-01-03-2. What repeats a number gets #2, #3 …
class MeasureIds {
public:
    MeasureIds(const Sheet& sheet, const std::string& sheet_id);

    const std::string& item(std::size_t index) const { return items_[index]; }
    const std::string& measure(std::size_t item, std::size_t index) const { return measures_[item][index]; }

private:
    std::vector<std::string> items_;
    std::vector<std::vector<std::string>> measures_;
};
/// The `order`th indicator of a measure, from 1.
std::string indicator_id(const std::string& measure_id, int order);
std::vector<MeasureIds> measure_ids(const Document& document, std::span<const std::string> sheet_ids);

/// The source as others may read it: the path as given, but nothing of the folders of this computer.
std::string public_path(const DocumentSource& source);

}  // namespace goalsheet
