// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/message.hpp"
#include "goalsheet/quantity.hpp"
#include "text/display.hpp"
#include "text/struck.hpp"

namespace goalsheet {

/// The same words in both languages: what a sheet says is quoted as it is.
Message same(std::string_view text);
Message count_word(std::size_t count);

/// Puts the arguments for {0} … {9}. Braces in arguments stay as they are.
Message fill(const Message& message_template, std::span<const Message> arguments);

/// 7,000本: a figure as sheets print it.
std::string figure_word(const Decimal& value, std::string_view unit);

/// Joins with 、 and ", ".
Message join(std::span<const Message> parts);

}  // namespace goalsheet
