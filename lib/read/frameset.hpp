// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// The first page that a frameset shows, as its src names it; empty where the page is no frameset. Excel saves a
/// workbook of several sheets so: nothing but frames around R7.files/sheet001.htm.
std::string framed_page(std::string_view html);

}  // namespace goalsheet
