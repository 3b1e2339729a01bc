// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numbers/indicator_figures.hpp"
#include "numbers/match_feature.hpp"
#include "numbers/match_likeness.hpp"

namespace goalsheet::match {

/// Labels that are no list's words, but parts of one thing: 集合研修 and オンライン研修; 家庭系 and 事業系, or a list
/// that ends in その他.
constexpr int kSameNoun = 1000;
constexpr int kWholeList = 1001;
/// Nouns that have nothing in common, in a list that is all the report has: 絵画102点、書道88点、写真61点.
constexpr int kPlainList = 1002;

/// A figure of a report with what its words say.
struct ReportFigure {
    std::size_t figure = 0;      ///< index in FigureText::figures
    Span label;                  ///< the noun before it, where there is one, or a clause
    Span own;                    ///< the last word of it: 東 of 参加者は東
    Span about;                  ///< the noun before the last は of its sentence
    std::size_t about_mark = 0;  ///< where that は stands; 0: nowhere
    FigureRole role = FigureRole::level;
    Span evidence;                               ///< the words that made it so
    FigureRole second_role = FigureRole::level;  ///< what else its words may mean
    ReportState state = ReportState::done;
    bool total = false;         ///< 計, 合計
    bool cumulative = false;    ///< 累計 over the years
    bool rise = false;          ///< for a change: more than before
    bool only_started = false;  ///< 発注済, 着工: done, but not the work itself
    bool named = false;         ///< the label is no clause
    bool worded = false;        ///< words of its own stand before it, a noun or a clause
    bool labelled = false;      ///< a noun of its own stands before it
    bool listed = false;        ///< 受験者は事務8人、技術2人: the noun before は is said of it too
    bool topic = false;         ///< 来館者数は6,175人
    bool share = false;         ///< 全体の25.2%, 25.2%（103人中26人）
    int kind = 0;               ///< part_kind() of its label, or one of those above
    bool fresh = false;         ///< 新規, 新たに: only what was added
    bool flow = false;          ///< 新規, 退会: what came to a stock or left it
    bool rest = false;          ///< 1人は退任した behind 3人: it speaks of some of them
    bool dated = false;         ///< 3月末現在: where things stood on a day
    bool reached = false;       ///< 98団体となった: where things stand now
    std::u32string behind;  ///< the words behind it, without brackets: シカ30頭、サル2頭を捕獲 has 捕獲 behind both
    std::uint64_t activities = 0;
    std::uint64_t stages = 0;               ///< the activities behind it, stages of works (契約, 設計) among them
    std::vector<std::string> places;        ///< the names behind it, where they are as many as it says
    std::optional<std::size_t> host;        ///< index in this list of the figure whose bracket it stands in
    std::optional<std::size_t> whole;       ///< likewise of the figure it is a part of: 5件のうち3件
    std::optional<std::size_t> total_of;    ///< likewise of the sum or mean of those it stands among
    std::optional<std::size_t> rate;        ///< likewise of the rate stated behind it: 27件 67.5%
    std::optional<std::size_t> series_end;  ///< likewise of the last figure of the row of years it stands in
};

/// The figures of a report, each with its use and state. `limit`: at most so many are looked at.
std::vector<ReportFigure> read_report_figures(const FigureText& text, int fiscal_year, std::size_t limit);

/// The words of a figure's label and those fastened to it. `all`: what read_report_figures() made of the text.
Topic find_near_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k);
/// What its sentence or row is about: the noun before は, else the words the row begins with.
Topic find_lead_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k);
/// The rest of its clause and the heading above.
Topic find_far_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k);

}  // namespace goalsheet::match
