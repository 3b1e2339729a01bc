// SPDX-License-Identifier: MIT
#include <cmath>

#include "goalsheet/quantity.hpp"

namespace goalsheet {

double Decimal::to_double() const { return static_cast<double>(mantissa) / std::pow(10.0, scale); }

std::string Decimal::to_text() const {
    std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
    const auto places = static_cast<std::size_t>(scale);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, 1, '.');
    while (places > 0 && digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
    return mantissa < 0 ? "-" + digits : digits;
}

namespace {

template <typename Enum, std::size_t kCount>
std::string_view name_of(Enum value, const std::string_view (&names)[kCount]) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view comparator_sign(Comparator comparator) { return name_of(comparator, {"", ">=", ">", "<=", "<", "~"}); }

std::string_view report_state_name(ReportState state) { return name_of(state, {"none", "done", "ongoing", "planned"}); }

std::string_view quantity_role_name(QuantityRole role) {
    return name_of(role, {"value", "baseline", "total", "part", "aside"});
}

}  // namespace goalsheet
