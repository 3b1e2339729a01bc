// SPDX-License-Identifier: MIT
#include "model/items/paired_row.hpp"

#include <string>

#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

bool may_head_pair(const LaidTable& table, std::uint32_t cell, const PairedRow::IsLabel& is_label) {
    constexpr std::size_t kLongest = 45;  // bytes
    const std::string& text = table.text(cell).text;
    if (text.empty() || text.size() > kLongest) return false;
    const TextKind kind = text_kind(text);
    return is_label(cell) || kind == TextKind::words || kind == TextKind::section;
}

}  // namespace

PairedRow::PairedRow(const LaidTable& table, std::uint32_t first, std::uint32_t row, const IsLabel& is_label)
    : begin_(table.grid().starting_in(row).first), end_(table.grid().starting_in(row).second) {
    if (end_ - begin_ < 4 || (end_ - begin_) % 2 != 0) return;
    std::size_t wide = 0;
    std::size_t alike = 0;
    for (std::uint32_t r = first; r < table.grid().rows(); ++r) {
        const auto [begin, end] = table.grid().starting_in(r);
        wide += end - begin == 2 && is_label(begin) ? 1 : 0;
        alike += end - begin == end_ - begin_ ? 1 : 0;
    }
    if (wide < 2 * alike) return;
    for (std::uint32_t cell = begin_; cell < end_; cell += 2)
        if (!may_head_pair(table, cell, is_label)) return;
    found_ = true;
}

}  // namespace goalsheet
