// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/phrase_search.hpp"

namespace goalsheet::rules {

/// Text that was read in the wrong encoding.
struct Mojibake {
    Phrase phrase;
    std::string meant;  ///< what it was, where that can be told; else empty
};

/// 蜑ｵ讌ｭ (UTF-8 read as CP932), ‚±‚Ì and ã‚¹ (CP932, UTF-8 read as Latin-1), ､ｳ､ﾎ (EUC-JP read as CP932), =E3=81,
/// $B…(B. The first in a text.
std::optional<Mojibake> find_mojibake(std::string_view text);

}  // namespace goalsheet::rules
