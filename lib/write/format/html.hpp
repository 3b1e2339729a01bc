// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// A text of the model as flow content of HTML, so that browsers show it and our reader reads it as it is: line ends as
/// <br>, lines that start with ・ as lists, ［取消線：…］ as <s>, and what markup cannot hold or would fold away
/// (control characters, spaces in a row) as <data value="U+0020 U+0020">. Linear in its length.
std::string html_text(std::string_view text);

/// The same words on one line, for titles and captions that nobody reads back.
std::string html_line(std::string_view text);

}  // namespace goalsheet
