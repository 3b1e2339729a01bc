// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "model/label_reader.hpp"
#include "model/labelled_grid.hpp"

namespace goalsheet {

/// What a column of the items holds, as the cells above it say.
struct ItemColumn {
    std::optional<FieldId> field;  ///< nothing: no label, or one that says nothing
    SourcedText label;             ///< as written, the levels joined: 実績＞上期
    SourcedText unit;              ///< 千円 of 目標値（千円）
    LabelReading reading;
    ExtraRole role = ExtraRole::other;
    bool of_form = false;  ///< the form has each of its levels, or the whole
    bool series = false;   ///< one year of several: its cells are entries of the series
    bool extra() const { return field == FieldId::extra; }
    SeriesKind series_kind() const;  ///< of its cells, where it is one of several years
};

/// A heading of items: one row of labels, or some that divide each other.
struct ItemHeading {
    std::uint32_t rows = 0;
    std::vector<ItemColumn> columns;
    std::vector<std::pair<std::uint32_t, FieldId>> labels;  ///< cells that name a column
    std::vector<Remark> remarks;                            ///< what was reasoned

    bool has(FieldId field) const;
    /// A column that says in words what is done or measured.
    bool names_something() const;
    bool has_report() const { return has(FieldId::midterm) || has(FieldId::final); }
};

/// How many rows from this one on are one heading: cells that reach down are divided by the rows below them.
std::uint32_t heading_height(const LaidTable& table, std::uint32_t row, LabelReader& labels);

/// The columns under a heading. `year` is the sheet's fiscal year, 0 where it is not known: it picks the target and the
/// report where years have columns.
ItemHeading read_heading(const LaidTable& table, std::uint32_t row, std::uint32_t rows, LabelReader& labels, int year);

/// Where one label would do for several columns, or years have columns of their own, says which is which.
/// `years`: the form says that columns of years are its targets, be there only one.
void settle_columns(ItemHeading& heading, int year, bool years);

/// Names the one column that no label tells, where exactly one thing is missing and what stands in the column is of its
/// kind. Says so in a remark.
void infer_column(const LaidTable& table, std::uint32_t row, ItemHeading& heading);

/// How the texts of a column look.
struct ColumnContent {
    std::size_t texts = 0;
    std::size_t figures = 0;    ///< 900, 97.0%以上, 12路線
    std::size_t dates = 0;      ///< 3月, 年度末, R8.3
    std::size_t words = 0;      ///< anything with a word in it
    std::size_t sentences = 0;  ///< says what is to be done or was: …にする
};
ColumnContent look_at_column(const LaidTable& table, std::uint32_t row, std::uint32_t column);

/// What the texts of a column say of those beside them.
struct ColumnLabels {
    std::size_t texts = 0;
    std::size_t years = 0;  ///< 2024年度, 現状
    std::size_t kinds = 0;  ///< 目標, 実績, 達成率
    /// Nearly all of the texts.
    bool mostly(std::size_t count) const { return texts >= 2 && count * 10 >= texts * 8; }
};
ColumnLabels read_column_labels(const LaidTable& table, std::uint32_t row, std::uint32_t column, LabelReader& labels);

}  // namespace goalsheet
