// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "read/xlsx/format_code.hpp"

namespace goalsheet::number_format {

/// A number without a format: fifteen digits.
std::string show_general(double value);

/// A number as a section's digits, fraction or exponent show it; nothing where they are not known to the letter.
/// `signed_value`: a minus stands in front of one below zero, which the section itself does not say.
std::optional<std::string> show_digits_of(double value, const Section& section, bool signed_value);

}  // namespace goalsheet::number_format
