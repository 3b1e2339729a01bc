// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/xlsx/format_code.hpp"

namespace goalsheet {

/// The serial number of an ISO 8601 date or date and time (strict workbooks write those), counted from 1900.
std::optional<double> serial_of_iso_date(std::string_view text);

}  // namespace goalsheet

namespace goalsheet::number_format {

/// A serial number as a section for dates and times shows it; nothing where it is no such day.
std::optional<std::string> show_date(double serial, const Section& section, bool from_1904);

}  // namespace goalsheet::number_format
