// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "validate/scope/indicators.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// How many times another figure one is; `power` of ten is near.
struct Scale {
    double ratio;
    int power;
};
/// Nothing where either is not above 0.
std::optional<Scale> scale_of(double figure, double other);

/// A result that a nought, a decimal point or a unit (千円) is wrong in, by the figure that it is held against.
struct DigitSlip {
    enum class From {
        target,
        target_beside,  ///< from the target, while the other result of the measure is where one would look for it
        midterm
    };
    From from;
    Scale scale;
    Decimal result;
    std::string result_unit;
    Decimal other;  ///< the target or the mid-term figure
    std::string other_unit;
};
std::optional<DigitSlip> find_digit_slip(const SheetScope& sheet, const MeasuredMeasure& measured,
                                         const ProgressRow& row);
/// GS513 asks about the figure, so nothing is to be said of how much it is.
bool is_told_as_slip(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row);

}  // namespace goalsheet::rules
