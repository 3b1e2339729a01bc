// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace goalsheet {

/// One line of a sheet's text: a paragraph, or a list item when it started with ・ (which is not part of `text`).
struct Paragraph {
    bool bullet = false;
    std::string_view text;
};

/// The lines of a text that say something, without blanks around them. The views point into `text`.
std::vector<Paragraph> split_paragraphs(std::string_view text);

}  // namespace goalsheet
