// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/item_columns.hpp"

namespace goalsheet {

/// Finds the rows that head items. Remembers what it found in the table it was asked about last.
class HeadingFinder {
public:
    HeadingFinder(LabelReader& labels, bool strict) : labels_(&labels), strict_(strict) {}

    /// Another table may lie where one lay that is gone.
    void forget() { table_ = nullptr; }
    /// This row, with those that divide it, names columns of items.
    bool is_heading(const LaidTable& table, std::uint32_t row);
    /// Its columns; `year` is the sheet's fiscal year, or 0.
    ItemHeading read(const LaidTable& table, std::uint32_t row, int year);
    /// The label stands outside of item headings, as in a header block.
    bool has_header_label(const LaidTable& table, FieldId field);
    /// The labels over the items, to tell tables that are alike; empty where there are none.
    std::string head_of(const LaidTable& table);
    static std::string head_of(const LaidTable& table, std::uint32_t row);
    /// The next row with several cells has labels.
    bool stands_above_items(const LaidTable& table, std::uint32_t row);
    /// 区分 | 目標1 | 目標2 over labels down the left: the columns are items, the rows what is said of them.
    bool numbers_columns(const LaidTable& table, std::uint32_t row) const;
    LabelReader& labels() const { return *labels_; }
    bool strict() const { return strict_; }

private:
    enum class State : std::uint8_t { unknown, no, yes };

    bool work_out(const LaidTable& table, std::uint32_t row);
    bool has_form_labels(const LaidTable& table, std::uint32_t row, std::uint32_t rows) const;
    std::size_t count_labels_below(const LaidTable& table, std::uint32_t row) const;
    bool is_row_of_pairs(const LaidTable& table, std::uint32_t row) const;
    bool is_before_value(const LaidTable& table, std::uint32_t cell) const;
    bool is_row_of_plain_pairs(const LaidTable& table, std::uint32_t row) const;
    bool begins_with_labels(const LaidTable& table, std::uint32_t row);
    bool looks_like_labels(const LaidTable& table, std::uint32_t row, std::uint32_t rows) const;
    bool labels_go_down(const LaidTable& table, std::uint32_t row);
    bool row_labels_follow(const LaidTable& table, std::uint32_t row);
    bool is_reasoned_heading(const LaidTable& table, std::uint32_t row, std::uint32_t rows);

    LabelReader* labels_;
    bool strict_;
    const LaidTable* table_ = nullptr;
    std::vector<State> states_;
};

}  // namespace goalsheet
