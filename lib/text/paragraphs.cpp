// SPDX-License-Identifier: MIT
#include "text/paragraphs.hpp"

#include "goalsheet/text.hpp"

namespace goalsheet {

std::vector<Paragraph> split_paragraphs(std::string_view text) {
    constexpr std::string_view kBullet = "・";
    std::vector<Paragraph> paragraphs;
    for (const std::string_view line : split_lines(text)) {
        Paragraph paragraph{false, trim(line)};
        if (paragraph.text.starts_with(kBullet)) {
            paragraph.bullet = true;
            paragraph.text = trim(paragraph.text.substr(kBullet.size()));
        }
        if (!paragraph.text.empty()) paragraphs.push_back(paragraph);
    }
    return paragraphs;
}

}  // namespace goalsheet
