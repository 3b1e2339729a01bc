// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>

#include "model/labelled_grid.hpp"

namespace goalsheet {

/// 自己評価 | A | 今後の方向性 | 継続 on a card whose other rows have one label and one wide text: labels and texts by
/// turns, known or not.
class PairedRow {
public:
    using IsLabel = std::function<bool(std::uint32_t cell)>;
    /// The card begins in row `first`; `is_label` tells labels by their words.
    PairedRow(const LaidTable& table, std::uint32_t first, std::uint32_t row, const IsLabel& is_label);

    bool found() const { return found_; }
    /// Every other cell, from the first on; those that reach down from a row above are none.
    bool is_label(std::uint32_t cell) const { return cell >= begin_ && cell < end_ && (cell - begin_) % 2 == 0; }

private:
    std::uint32_t begin_;  ///< the row's cells
    std::uint32_t end_;
    bool found_ = false;
};

}  // namespace goalsheet
