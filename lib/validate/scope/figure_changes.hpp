// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/quantity.hpp"

namespace goalsheet::rules {

/// Two figures of a text and what the text says lies between them: 54.82％（前年同期 54.61％、＋0.21ポイント）,
/// 62件→75件（21.0％増）. The figures point into the quantities that were asked.
struct FigureChange {
    const Quantity* now;
    const Quantity* before;
    const Quantity* change;
    int sign = 0;           ///< of the words: 1 増 ＋, -1 減 ▲, 0 they say none
    bool is_ratio = false;  ///< 前年比 106.2％: now over before
};
std::vector<FigureChange> find_figure_changes(std::string_view text, const std::vector<Quantity>& quantities);

/// What ＋ ▲ in front of a figure and 増 減 behind it say: 1, -1 or 0 for nothing; both where they disagree.
struct ChangeSign {
    int front = 0;
    int behind = 0;
};
ChangeSign sign_of_change(std::string_view text, const Quantity& quantity);
/// The figure with its sign in front and the word of its change behind: ▲3.4％, 5％以上の削減.
std::string_view with_change_words(std::string_view text, const Quantity& quantity);

/// 51.8％（182組織中76組織）, 76/182組織（41.8％）: a share with the whole and the part it is of.
struct Share {
    const Quantity* share;
    const Quantity* whole;
    const Quantity* part;
};
std::vector<Share> find_shares(std::string_view text, const std::vector<Quantity>& quantities);

}  // namespace goalsheet::rules
