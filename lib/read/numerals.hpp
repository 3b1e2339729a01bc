// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goalsheet {

/// A list's number as Word shows it; `style` is a number format of ECMA-376 §17.18.59 (decimal, aiueoFullWidth,
/// decimalEnclosedCircle, iroha, ideographTraditional …). One that is not known, or that has no such number, is
/// decimal.
std::string show_numeral(std::string_view style, std::uint32_t number);

/// The name there for what OpenDocument writes as style:num-format: "1", "i", "A", "①, ②, ③, ...", "イ, ロ, ハ, ..."
/// (as LibreOffice does); empty for "".
std::string_view numeral_style_of_odf(std::string_view format);

}  // namespace goalsheet
