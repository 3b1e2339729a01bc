// SPDX-License-Identifier: MIT
#include "text/nearest.hpp"

#include <algorithm>
#include <vector>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kShortestBeginning = 3;  // of a word that was only begun: warn for warning

}  // namespace

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        points.push_back(point.value);
        at += point.length;
    }
    return points;
}

std::size_t edit_distance(std::u32string_view from, std::u32string_view to, std::size_t limit) {
    const std::size_t longer = std::max(from.size(), to.size());
    const std::size_t shorter = std::min(from.size(), to.size());
    if (longer - shorter > limit) return limit + 1;
    std::vector<std::size_t> before(to.size() + 1), row(to.size() + 1), next(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = row[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return std::min(row[to.size()], limit + 1);
}

std::string nearest_word(std::string_view word, std::span<const std::string> words) {
    const std::u32string wanted = code_points(fold(word));
    std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    std::string nearest;
    for (const std::string& known : words) {
        const std::u32string folded = code_points(fold(known));
        if (wanted.size() >= kShortestBeginning && folded.starts_with(wanted)) return known;
        const std::size_t distance = edit_distance(wanted, folded, best);
        if (distance >= best) continue;
        best = distance;
        nearest = known;
    }
    return nearest;
}

}  // namespace goalsheet
