// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "goalsheet/progress.hpp"

namespace goalsheet {

/// A percentage is a number of per cent (69.3); where a format can, a bar from 0 to 100 stands behind it.
/// A status is a code whose words the table's marks colour; a flag is 0 or 1; a year is a number that people read as
/// 2025年度.
enum class ColumnType { text, code, status, integer, year, flag, number, percent, date };
/// 文字列, コード, 整数, 数値, 日付: for 項目定義.
std::string_view column_type_name(ColumnType type);

/// A column of a table and what 項目定義 says of it. Headers carry their unit (件) or stand beside a unit column.
struct Column {
    const char* header;
    const char* physical;  ///< alphanumeric name, stable over the years
    ColumnType type;
    double width;  ///< characters of the default font, where a format has widths
    const char* unit;
    const char* meaning;

    /// The same column in a table that gives it this width, keeps it as another type or has more to say of it.
    constexpr Column wide(double characters) const {
        Column here = *this;
        here.width = characters;
        return here;
    }
    constexpr Column typed(ColumnType other) const {
        Column here = *this;
        here.type = other;
        return here;
    }
    constexpr Column meaning_here(const char* words) const {
        Column here = *this;
        here.meaning = words;
        return here;
    }
};

/// A text that leads to a cell of another table; row and column from 0.
struct LinkedText {
    std::string text;
    const char* sheet = nullptr;
    std::uint32_t row = 0;
    std::uint16_t column = 0;
};

/// Nothing is an empty cell: unknown is never 0.
using DataCell = std::variant<std::monostate, std::string, std::int64_t, double, Date, LinkedText>;
using DataRow = std::vector<DataCell>;
using RowSink = std::function<void(const DataRow&)>;

/// How a status with this text looks, in every format that has colours.
enum class Tone { good, bad, open };
struct Mark {
    const char* text;
    Tone tone;
};

/// A table for machines (行政データにおける機械可読性に関するルール): headers in row 1, one kind of thing per table,
/// one thing per row, nothing beside it, no merges, no formulas, keys repeated on every row. It knows no format.
struct DataTable {
    const char* sheet;     ///< its name, also of the worksheet
    const char* physical;  ///< its alphanumeric name, also of the CSV file
    const char* meaning;
    std::span<const Column> columns;
    std::uint16_t key_columns;  ///< stay in sight when scrolling
    std::vector<DataRow> rows;
    std::function<void(const RowSink&)> feed = {};  ///< gives the rows one by one where they are too many to keep
    std::size_t fed_rows = 0;                       ///< how many those are
    std::span<const Mark> marks = {};
    std::uint16_t print_columns = 0;  ///< only the first ones are printed; 0: all

    std::size_t row_count() const { return feed ? fed_rows : rows.size(); }
    void for_each_row(const RowSink& sink) const;
};

/// A text as data cells hold it (rule L1-06): one line, no blanks for layout. Line ends become „ / “.
std::string tidy_text(std::string_view text);

/// What a writer could not put into its format as it was, for 変換記録.
struct ConversionNote {
    std::string place;
    std::string text;
};

}  // namespace goalsheet
