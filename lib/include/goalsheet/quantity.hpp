// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A decimal number, exact: mantissa × 10^-scale. 0.1 stays 0.1, and 39.70 equals 39.7.
struct Decimal {
    std::int64_t mantissa = 0;
    int scale = 0;

    double to_double() const;
    /// Without trailing zeros, never with an exponent: 12.5, -3, 1300.
    std::string to_text() const;
};

enum class Comparator { none, at_least, more_than, at_most, less_than, about };
std::string_view comparator_sign(Comparator comparator);  ///< "", ">=", ">", "<=", "<", "~"

/// How a report speaks of a figure (numbers.md §3).
enum class ReportState { none, done, ongoing, planned };
std::string_view report_state_name(ReportState state);

/// What a figure is in its text.
enum class QuantityRole {
    value,     ///< a figure of its own
    baseline,  ///< the first of a transition, or a past year in brackets
    total,     ///< 計, 合計: the sum of figures beside it
    part,      ///< うち: a part of the figure before it
    aside,     ///< explains another figure (a cost beside 1台, an age, per-person share)
};
std::string_view quantity_role_name(QuantityRole role);

/// A number with a unit in a text (numbers.md §1). Offsets are bytes of the text as given.
struct Quantity {
    Decimal value;  ///< with 位 and the scale word of the number (万), in the printed unit: 21,000千円 → 21000 千円
    std::optional<Decimal> value_hi;  ///< of a range 5～7回
    std::string unit;                 ///< as printed, NFKC without spaces: 件, m3, 千円, %; empty for a bare number
    Comparator comparator = Comparator::none;
    std::string modifier;  ///< 延べ, 累計, 計, 新規, 各, or empty
    std::string per;       ///< 年, 月, 週, 日, 人, or empty
    QuantityRole role = QuantityRole::value;
    ReportState state = ReportState::none;  ///< what the words around it say; none: they say nothing
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The unit behind a printed spelling (lib/numbers/quantity/units.tsv).
struct UnitInfo {
    std::string family;  ///< group of units that may stand for each other: people, place, money, …; the spelling itself
                         ///< when unknown
    std::string canonical;  ///< 名 → 人, か所 → 箇所, ha → ㎡
    double factor = 1;      ///< to the canonical unit: 千円 → 1000 円
    bool hard = true;       ///< the same unit; false: may stand for others of the family, but say so
    bool known = false;
};
UnitInfo find_unit(std::string_view spelling);

/// Every quantity of a text in reading order. Dates, ordinals, clause numbers, names and ages are not among them.
std::vector<Quantity> find_quantities(std::string_view text);

}  // namespace goalsheet
