// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "numbers/match_board.hpp"

namespace goalsheet::match {

/// One way to read a report as the result of a goal: a frame, the figures that fill it and what speaks for it.
struct Explanation {
    Frame frame = Frame::figure;
    std::vector<std::size_t> figures;
    Decimal value;
    Features features;

    double score() const { return features.score(); }
};

/// The shape a figure stands in, whatever it is held against. `all`: what read_report_figures() made of the text.
Frame frame_of(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t f);

/// The readings of figures of one goal and one state, the best first.
std::vector<Explanation> explain(const Board& board, const Goal& goal, const std::vector<std::size_t>& group);

/// The best reading, where it is sure enough and no other with another value comes near it.
struct Choice {
    std::optional<Explanation> best;
    std::optional<Explanation> second;
    bool tied = false;
};
Choice choose(const Board& board, const std::vector<Explanation>& readings);

/// 第1回, 前期, 春: the figure is one of a series.
bool is_order(const Board& board, std::size_t f);

}  // namespace goalsheet::match
