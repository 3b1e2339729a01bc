// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "goalsheet/message.hpp"

namespace goalsheet {

/// Says of a text in which no sheet was found what it is and what to do, where it is of another kind than is read: XML
/// of Excel, Word or LibreOffice, CSV, a page that only leads to another. Nothing for any other text.
std::optional<Message> other_kind_of_text(std::string_view text, const std::string& path);

/// Likewise for bytes in an encoding that nothing declares: UTF-16 without its mark, UTF-32.
std::optional<Message> other_encoding(std::string_view bytes);

}  // namespace goalsheet
