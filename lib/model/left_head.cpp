// SPDX-License-Identifier: MIT
#include <string>

#include "goalsheet/text.hpp"
#include "model/left_axis.hpp"

namespace goalsheet {
namespace {

std::string without_digits(const std::string& label) {
    std::string text = fold(label);
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

}  // namespace

std::string left_head_of(const LaidTable& table, HeadingFinder& headings) {
    for (std::uint32_t row = 0; row < table.grid().rows(); ++row) {
        const LeftBlock block = find_left_block(table, row, headings);
        if (block.rows == 0) continue;
        std::string head;
        const LaidTable& turned = block.tables.front()->laid();
        for (const std::uint32_t cell : turned.filled_in(0))
            head.append(without_digits(turned.text(cell).text)).append("\t");
        return head;
    }
    return {};
}

}  // namespace goalsheet
