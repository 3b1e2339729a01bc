// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "goalsheet/date.hpp"
#include "goalsheet/quantity.hpp"
#include "tables/table.hpp"

namespace goalsheet {

// What a cell of a table holds; it is empty where nothing is known.

/// A share as per cent with two decimals at most, which is finer than any report: 0.69333 → 69.33.
inline double percent_of(double share) { return std::round(share * 10000) / 100; }

inline std::int64_t whole(std::size_t value) { return static_cast<std::int64_t>(value); }

template <typename T>
DataCell whole_cell(const std::optional<T>& value) {
    return value ? DataCell(static_cast<std::int64_t>(*value)) : DataCell();
}
inline DataCell number_cell(const std::optional<Decimal>& value) {
    return value ? DataCell(value->to_double()) : DataCell();
}
/// In percent.
inline DataCell rate_cell(const std::optional<double>& rate) { return rate ? DataCell(percent_of(*rate)) : DataCell(); }
inline DataCell date_cell(const std::optional<Date>& date) { return date ? DataCell(*date) : DataCell(); }

}  // namespace goalsheet
