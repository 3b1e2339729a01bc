// SPDX-License-Identifier: MIT
#pragma once

namespace goalsheet {

/// What fold() makes of a character that NFKC maps to one character whatever stands beside it: kana, kanji, ASCII,
/// full-width ASCII. 0 for every other character. Cheap enough to look at each cell of a page with.
char32_t fold_alone(char32_t c);

}  // namespace goalsheet
