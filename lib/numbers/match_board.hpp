// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numbers/match_feature.hpp"
#include "numbers/match_figures.hpp"
#include "numbers/match_report.hpp"
#include "numbers/report_reading.hpp"

namespace goalsheet::match {

/// An indicator with what its words are about.
struct Goal {
    const Indicator* indicator = nullptr;
    std::u32string label;  ///< folded; the measure's action where the target has no words
    Topic topic;
    std::uint64_t activities = 0;
    std::vector<std::size_t> figures;  ///< those that are its own, as indices of Board::figures
    bool settled = false;              ///< by the names listed; nothing more is to be chosen
};

/// The goals of one measure, the figures of its report, and what is known between them.
struct Board {
    Board(const std::vector<Indicator>& indicators, const ReportReading& report, const ReportContext& context);

    const Figure& figure(std::size_t f) const { return text.figures[figures[f].figure]; }
    const Quantity& quantity(std::size_t f) const { return figure(f).quantity; }
    std::u32string_view words(Span span) const { return text.words(span); }
    /// What the figures and the measure are about, looked at where units and activities do not settle it.
    const Topic& near_words(std::size_t f) const { return keep(near_words_, find_near_words, f); }
    const Topic& lead_words(std::size_t f) const { return keep(lead_words_, find_lead_words, f); }
    const Topic& far_words(std::size_t f) const { return keep(far_words_, find_far_words, f); }
    const Topic& context_words() const;  ///< of the action and the item's title

    ReportContext context;
    const ReportReading& report;
    const FigureText& text;                    ///< of the report
    const std::vector<ReportFigure>& figures;  ///< likewise
    std::vector<Goal> goals;
    std::vector<std::vector<Features>> features;    ///< [goal][figure]
    std::vector<std::optional<std::size_t>> owner;  ///< goal of each figure

private:
    using TopicFinder = Topic (*)(const FigureText&, const std::vector<ReportFigure>&, std::size_t);
    const Topic& keep(std::vector<std::optional<Topic>>& kept, TopicFinder find, std::size_t f) const;
    void follow_marks();

    mutable std::vector<std::optional<Topic>> near_words_;
    mutable std::vector<std::optional<Topic>> lead_words_;
    mutable std::vector<std::optional<Topic>> far_words_;
    mutable std::optional<Topic> context_words_;
};

/// Whether another figure that stands near figure `f` is `wanted(n)`.
template <typename Wanted>
bool has_near(const Board& board, std::size_t f, Wanted wanted) {
    constexpr std::size_t kReach = 8;
    const std::size_t end = std::min(board.figures.size(), f + kReach);
    for (std::size_t n = f - std::min(f, kReach); n < end; ++n)
        if (n != f && wanted(n)) return true;
    return false;
}

}  // namespace goalsheet::match
