// SPDX-License-Identifier: MIT
#include "validate/engine/glob.hpp"

#include <vector>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

std::vector<char32_t> decode(std::string_view utf8) {
    std::vector<char32_t> points;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        points.push_back(point.value);
        at += point.length;
    }
    return points;
}

// One row of the table „how much of the path can this beginning of the pattern have eaten“.
using Reached = std::vector<bool>;

void step_over_star(Reached& reached, const std::vector<char32_t>& path, bool across) {
    for (std::size_t i = 0; i < path.size(); ++i)
        if (reached[i] && (across || path[i] != '/')) reached[i + 1] = true;
}

Reached step_over_character(const Reached& reached, const std::vector<char32_t>& path, char32_t wanted) {
    Reached next(reached.size(), false);
    for (std::size_t i = 0; i < path.size(); ++i)
        next[i + 1] = reached[i] && (path[i] == wanted || (wanted == '?' && path[i] != '/'));
    return next;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
    if (pattern.find('/') == std::string_view::npos && path.rfind('/') != std::string_view::npos)
        path.remove_prefix(path.rfind('/') + 1);
    const std::vector<char32_t> wanted = decode(pattern);
    const std::vector<char32_t> points = decode(path);
    Reached reached(points.size() + 1, false);
    reached[0] = true;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != '*') {
            reached = step_over_character(reached, points, wanted[i]);
            continue;
        }
        const bool across = i + 1 < wanted.size() && wanted[i + 1] == '*';
        const Reached before = reached;
        step_over_star(reached, points, across);
        if (!across) continue;
        ++i;
        // „**/x“ also fits x itself: the folders in between may be none.
        if (i + 1 < wanted.size() && wanted[i + 1] == '/') {
            ++i;
            Reached after = step_over_character(reached, points, '/');
            for (std::size_t k = 0; k < after.size(); ++k) reached[k] = after[k] || before[k];
        }
    }
    return reached[points.size()];
}

}  // namespace goalsheet
