// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goalsheet {

/// A text of KeptTexts.
struct Kept {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
};

/// Many texts of one page, up to 4 GiB of them, in one piece of memory. A run keeps those of every page; a piece for
/// each of them would leave the memory that pages are read in full of holes.
class KeptTexts {
public:
    Kept keep(std::string_view text) {
        const Kept kept{static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size())};
        texts_ += text;
        return kept;
    }
    /// Good until the next text is kept.
    std::string_view of(Kept kept) const { return std::string_view(texts_).substr(kept.at, kept.size); }
    void shrink_to_fit() { texts_.shrink_to_fit(); }

private:
    std::string texts_;
};

}  // namespace goalsheet
