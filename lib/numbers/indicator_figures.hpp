// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/indicator.hpp"
#include "goalsheet/quantity.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::match {

using numbers::fold_glyphs;
using numbers::for_each_word;
using numbers::Glyphs;
using numbers::GlyphSet;
using numbers::is_digit;
using numbers::is_latin;
using numbers::is_noun_glyph;
using numbers::longest_prefix;
using numbers::longest_suffix;
using numbers::Span;
using numbers::Words;

/// What stands between a figure and the one before it in the same clause.
enum class Link {
    none,      ///< it is the first
    fastened,  ///< words or nothing, but no pause: 5地区で3回, 1地区（山手）2.0ha
    pause,     ///< a comma or a space
    dot,       ///< 60回・1,500人
    slash,     ///< 147人／150人
    arrow,     ///< 51%→53%
    times,     ///< 5人×4回
};

/// A quantity and the words around it that are its own. A word belongs to one figure only, but for words fastened
/// between two.
struct Figure {
    Quantity quantity;
    Span span;
    Span head;     ///< words before it, back to the figure before or the clause's start
    Span tail;     ///< words fastened behind it, a state after a space included
    Span rest;     ///< what follows in its clause up to the next figure's head
    Span note;     ///< inside of the bracket behind it or behind its tail
    Span heading;  ///< for a bracket's figure the words before the bracket, else the last clause above without a figure
    std::optional<std::size_t> host;  ///< the figure in whose note it stands
    bool bracketed = false;           ///< in a bracket or in a ※ remark
    Link link = Link::none;
    std::optional<std::size_t> previous;  ///< the figure before it in the same clause
    std::size_t clause = 0;

    /// The figure with the words before and behind it, whichever it has.
    Span around() const { return {head.empty() ? span.begin : head.begin, tail.empty() ? span.end : tail.end}; }
};

struct FigureText {
    std::string_view source;
    Glyphs glyphs;
    std::vector<Figure> figures;  ///< in reading order

    std::u32string_view words(Span span) const { return glyphs.slice(span.begin, span.end); }
    /// The bytes of the text, as they were before folding.
    std::string_view written(Span span) const {
        if (span.empty()) return {};
        return source.substr(glyphs.offsets[span.begin], glyphs.offsets[span.end] - glyphs.offsets[span.begin]);
    }
};

/// Finds the quantities of a text (which must outlive the answer) and gives every word to the figure it speaks of.
/// Figures in 「」 (names) and in struck-out text are left out.
FigureText read_figures(std::string_view text);
/// The same where find_quantities() has been asked already.
FigureText read_figures(std::string_view text, std::vector<Quantity> quantities);

/// find_indicators() where find_quantities() has been asked already.
std::vector<Indicator> find_indicators_among(std::string_view target, std::vector<Quantity> quantities,
                                             int fiscal_year);

}  // namespace goalsheet::match
