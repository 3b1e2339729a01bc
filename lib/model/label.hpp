// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// Labels longer than this many bytes are sentences; nothing is matched against them.
inline constexpr std::size_t kLongestLabel = 600;

/// The forms in which a label cell may be compared, surest first: whole and folded, without explanations in brackets,
/// without a fiscal year in front. Marks in front (○ ■ 【) and colons behind are gone in all of them.
std::vector<std::string> label_keys(std::string_view label);

/// A label without its explanations, and these as written.
struct LabelParts {
    std::string bare;  ///< folded, without marks, numbers in front and notes behind; where all was in brackets, that
    std::vector<std::string> explanations;  ///< what stands in brackets: 千円 of 予算額（千円）
};
LabelParts split_label(std::string_view label);
/// These alone.
std::vector<std::string> label_explanations(std::string_view label);

/// 課題 of 課題1, 課題②, 具体的取組1-1-1; the whole where no number stands behind.
std::string_view without_number_behind(std::string_view label);

/// Joins the levels of a heading in one label: 実績＞件数.
inline constexpr std::string_view kLevelSign = "＞";
/// 実績＞件数 → 実績 and 件数; one without levels has only a leaf.
struct LabelLevels {
    std::string above;  ///< empty: no level above
    std::string leaf;
};
LabelLevels split_levels(std::string_view label);

/// Kana and kanji, and among them ・: no other sign and no bracket.
inline bool is_kana_or_kanji(char32_t c) { return c >= 0x3041 && c <= 0x9FFF; }

/// Without ・ ／ 、 － and what else joins the words of a label.
std::string without_joiners(std::string_view folded);

/// The first two characters of a label's keys, and its last two, for telling most cells from labels at a glance. Empty
/// where only folding the whole text can tell: another script, a fiscal year in front, a bracket behind.
std::string label_start(std::string_view label);
std::string label_end(std::string_view label);

}  // namespace goalsheet
