// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goalsheet {

/// One character of a sheet as a terminal or a CI log may show it: controls as their pictures (␛), other invisible
/// characters as ·, and the [ of ##[ and ##vso[ behind a backslash, so that no line is taken for a command.
std::string visible_at(std::string_view text, std::size_t at);
/// Columns of what visible_at gives.
std::size_t visible_width(std::string_view text, std::size_t at);
/// A whole text so, in one line.
std::string log_safe(std::string_view text);
/// The text with control characters as their pictures and other invisible ones as ·; line breaks and tabs stay.
std::string without_controls(std::string_view text);
/// Likewise, without what XML 1.0 forbids (U+FFFE, U+FFFF, bytes that are no UTF-8), and the [ of ##[ behind a
/// backslash.
std::string xml_safe(std::string_view text);

}  // namespace goalsheet
