// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "goalsheet/message.hpp"
#include "goalsheet/progress.hpp"

namespace goalsheet::match {

/// What a figure of a report is by the words around it, whatever the target.
enum class FigureRole {
    level,        ///< an amount
    past,         ///< 前年度45件, 策定時34.9%, 45件から52件に
    target,       ///< 目標20件に対し
    comparison,   ///< 目標を上回る, 20件中
    change,       ///< 前年度比5件増, 上積み額
    average,      ///< 1回あたり30人, 平均50人
    achievement,  ///< 達成率90%
    undone,       ///< 未発注1件, 辞退2社, 1回は中止
    bound,        ///< 1回以上: no amount
    part,         ///< うち12件
    whole,        ///< 20件のうち
    order,        ///< 3位
    others,       ///< 全国平均 18.7%
    cost,         ///< 定員30人, 3台（38,500千円）
};
Message role_words(FigureRole role);

/// The shapes a report's words may have around its figures.
enum class Frame {
    figure,      ///< 362人
    label,       ///< 来館者数 6,175人
    topic,       ///< 来館者数は6,175人だった
    verb,        ///< 12社を訪問
    part,        ///< 8件のうち3件
    bracket,     ///< 4人（うち2人）
    total,       ///< 2件、3件 計5件
    sum,         ///< 東1件、西1件、南2件
    series,      ///< R3からR5の累計 19人 41人 70人
    transition,  ///< 25.0%から28.0%に
    change,      ///< 154人減
    share,       ///< 25.2%（103人中26人）
    achieved,    ///< 27件 達成率67.5%
    names,       ///< 2件完了（東堰、西堰）
    each,        ///< 8地区×3回
};
Message frame_words(Frame frame);

/// What speaks for a reading of a report, or against it. The sum of the weights is its confidence.
enum class Feature : std::uint8_t {
    unit_similar,
    unit_borrowed,
    unit_named,
    unit_other,
    label_same,
    label_words,
    label_other,
    label_foreign,
    activity_same,
    activity_other,
    activity_foreign,
    modifier_other,
    rate_agrees,
    rate_disagrees,
    number_other,
    role_past,
    role_target,
    role_comparison,
    role_change,
    role_level,
    role_average,
    role_achievement,
    role_undone,
    role_bound,
    role_part,
    role_whole,
    role_of_part,
    role_order,
    role_others,
    role_cost,
    cumulative,
    increment,
    period,
    bracket,
    of_total,
    one_of_parts,
    of_series,
    frame_part,
    outdone,
    far_off,
    other_indicator,
    several,
    kCount,
};
inline constexpr auto kFeatureCount = static_cast<std::size_t>(Feature::kCount);

/// The features of one reading.
class Features {
public:
    void add(Feature feature) { bits_ |= bit(feature); }
    void remove(Feature feature) { bits_ &= ~bit(feature); }
    bool has(Feature feature) const { return (bits_ & bit(feature)) != 0; }
    /// Its place in a list says what it is, more than its words do.
    void name_by_place();
    /// Without what the words of its label say.
    Features without_label() const;
    /// Logit of the confidence.
    double score() const;
    std::string names() const;  ///< with a space between
    /// The one that speaks most against the reading; kCount where none does.
    Feature worst() const;

private:
    static constexpr std::uint64_t bit(Feature feature) { return std::uint64_t{1} << static_cast<unsigned>(feature); }
    std::uint64_t bits_ = 0;  // kFeatureCount of them
};

double confidence_of(double score);
/// Readings below it are left out: no row of the bench of truth (tests/data/figures) is wrong above it.
inline constexpr double kLeastConfidence = 0.6;
/// Two readings nearer to each other than this (in logits) cannot be told apart.
inline constexpr double kTie = 2.3;
/// A second reading that is less sure than this does not count.
inline constexpr double kLeastRival = 0.3;

/// In words, for people who ask why.
Message describe(Feature feature);
/// What others than the reader need to know of it.
EvidenceKind kind_of(Feature feature);
/// How near to a match a figure came: the nearest is the one to tell of.
int nearness(Feature feature);
Feature feature_of(FigureRole role);

}  // namespace goalsheet::match
