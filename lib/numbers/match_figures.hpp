// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numbers/indicator_figures.hpp"
#include "numbers/match_likeness.hpp"

namespace goalsheet::match {

/// Why a figure of a report is no result, whatever the target.
enum class Use {
    candidate,
    past,         ///< 前年度45件, 45件から52件に
    target,       ///< 目標20件に対し
    comparison,   ///< 目標を上回る, 20件中
    change,       ///< 前年度比5件増: answers only a target that is a change
    share,        ///< 1回あたり30人, 平均50人
    achievement,  ///< 達成率90%: answers only a target that asks for it
    undone,       ///< 未発注1件, 辞退2社, 1回は中止
    bound,        ///< 1回以上: no amount
    part,         ///< うち12件: answers only a target with the part's own words
    order,        ///< 3位, 65歳
    other,        ///< a cost beside a count
};

/// A figure of a report with what its words say.
struct ReportFigure {
    std::size_t figure = 0;  ///< index in FigureText::figures
    Span label;              ///< the noun before it, where there is one, or a clause
    Use use = Use::candidate;
    ReportState state = ReportState::done;
    bool total = false;         ///< 計, 合計
    bool cumulative = false;    ///< 累計 over the years
    bool rise = false;          ///< for Use::change: more than before
    bool only_started = false;  ///< 発注済, 着工: done, but not the work itself
    bool named = false;         ///< the label is no clause
    bool worded = false;        ///< words of its own stand before it, a noun or a clause
    bool labelled = false;      ///< a noun of its own stands before it
    std::uint64_t activities = 0;
    std::vector<std::string> places;   ///< the names behind it, where they are as many as it says
    std::optional<std::size_t> host;   ///< index in this list of the figure whose bracket it stands in
    std::optional<std::size_t> whole;  ///< likewise of the figure it is a part of: 5件のうち3件
};

/// The figures of a report, each with its use and state. `limit`: at most so many are looked at.
std::vector<ReportFigure> read_report_figures(const FigureText& text, int fiscal_year, std::size_t limit);

/// The words of a figure's label and those fastened to it. `all`: what read_report_figures() made of the text.
Topic find_near_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k);
/// The rest of its clause and the heading above.
Topic find_far_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k);

}  // namespace goalsheet::match
