// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace goalsheet {

/// Figures that are not written right, so that nobody can be sure of their value: 10,00人, 21,7ha. As written, in
/// reading order.
std::vector<std::string_view> find_unreadable_figures(std::string_view text);

}  // namespace goalsheet
