// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "text/normalized_text.hpp"

namespace goalsheet::match {

/// What a piece of a text is to the figures in it.
enum class TokenKind { word, figure, comma, gap, colon, dot, slash, arrow, times, stop, remark, open, close };

struct FigureToken {
    TokenKind kind;
    numbers::Span span;
    std::size_t figure = 0;  ///< of TokenKind::figure: which one
    std::size_t match = 0;   ///< of open and close: the other one; 0: it has none
};

/// The pieces of a text between and around its figures, in order; words that follow one another are one.
std::vector<FigureToken> find_tokens(const numbers::Glyphs& g, const std::vector<numbers::Span>& figures);

}  // namespace goalsheet::match
