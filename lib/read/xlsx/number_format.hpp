// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goalsheet {

/// A number cell as a spreadsheet shows it.
struct ShownNumber {
    std::string text;
    bool sure = true;  ///< false: the format is one we do not know to the letter; the text is the bare number
};

/// `raw` is the cell's value as written (0.85), `format` its number format (0%, [$-411]ggge"年"m"月"d"日"; ECMA-376
/// §18.8.31). Dates count from 1900 or from 1904. Text that is no number comes back as it is.
ShownNumber show_number(std::string_view raw, std::string_view format, bool dates_from_1904);

/// What a built-in number format says, as a Japanese Excel shows it; empty: General.
std::string_view builtin_format(std::uint32_t id);

}  // namespace goalsheet
