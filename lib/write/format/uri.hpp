// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// A path as a URI reference: percent-encoded, relative where the path is, file:// where it is absolute.
std::string report_uri(std::string_view path);

/// Where the project lives, and the page that explains a rule.
inline constexpr const char* kProjectUrl = "https://github.com/goalsheet/goalsheet";
std::string rule_page_url(std::string_view code);

}  // namespace goalsheet
