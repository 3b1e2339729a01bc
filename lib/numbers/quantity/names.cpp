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

std::string_view comparator_sign(Comparator comparator) {
    switch (comparator) {
        case Comparator::at_least:
            return ">=";
        case Comparator::more_than:
            return ">";
        case Comparator::at_most:
            return "<=";
        case Comparator::less_than:
            return "<";
        case Comparator::about:
            return "~";
        case Comparator::none:
            break;
    }
    return "";
}

std::string_view report_state_name(ReportState state) {
    switch (state) {
        case ReportState::done:
            return "done";
        case ReportState::ongoing:
            return "ongoing";
        case ReportState::planned:
            return "planned";
        case ReportState::none:
            break;
    }
    return "none";
}

std::string_view quantity_role_name(QuantityRole role) {
    switch (role) {
        case QuantityRole::baseline:
            return "baseline";
        case QuantityRole::total:
            return "total";
        case QuantityRole::part:
            return "part";
        case QuantityRole::aside:
            return "aside";
        case QuantityRole::value:
            break;
    }
    return "value";
}

}  // namespace goalsheet
