// SPDX-License-Identifier: MIT
#include "compare/similarity.hpp"

#include <algorithm>
#include <set>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// Pairs of more titles than this tell nothing apart, and would make the search quadratic.
constexpr std::size_t kMaxGoalsOfPair = 400;

std::set<std::string> pairs_of(std::string_view key) {
    std::set<std::string> pairs;
    for (std::size_t at = 0; at < key.size();) {
        const std::uint32_t first = decode_at(key, at).length;
        if (at + first >= key.size()) break;
        pairs.emplace(key.substr(at, first + decode_at(key, at + first).length));
        at += first;
    }
    return pairs;
}

}  // namespace

std::string title_key(std::string_view title) {
    constexpr std::u32string_view kMarks = U"、。，．,.・･-－‐―—~～〜:：;!?「」『』()[]【】<>\"'“”";
    std::string key;
    const std::string folded = fold(title);
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = decode_at(folded, at);
        if (kMarks.find(point.value) == std::u32string_view::npos) append_utf8(key, point.value);
        at += point.length;
    }
    return key;
}

double wording_likeness(std::string_view a, std::string_view b) {
    WordingIndex index;
    index.add(a);
    const auto alike = index.find(b, 0);
    return alike.empty() ? 0 : alike.front().share;
}

void WordingIndex::add(std::string_view title) {
    const std::size_t number = pair_counts_.size();
    const std::string key = title_key(title);
    if (auto& same = by_key_[key]; same.size() <= kMaxGoalsOfPair) same.push_back(number);
    const std::set<std::string> pairs = pairs_of(key);
    pair_counts_.push_back(pairs.size());
    for (const std::string& pair : pairs)
        if (auto& goals = by_pair_[pair]; goals.size() <= kMaxGoalsOfPair) goals.push_back(number);
}

std::vector<WordingIndex::Likeness> WordingIndex::find(std::string_view title, double least) const {
    std::vector<Likeness> alike;
    const std::string key = title_key(title);
    if (key.empty()) return alike;
    if (const auto same = by_key_.find(key); same != by_key_.end()) {
        for (const std::size_t number : same->second) alike.push_back({number, 1.0});
        return alike;
    }
    const std::set<std::string> pairs = pairs_of(key);
    std::unordered_map<std::size_t, std::size_t> shared;
    for (const std::string& pair : pairs) {
        const auto goals = by_pair_.find(pair);
        if (goals == by_pair_.end() || goals->second.size() > kMaxGoalsOfPair) continue;
        for (const std::size_t number : goals->second) ++shared[number];
    }
    for (const auto& [number, count] : shared) {
        const double share =
            2.0 * static_cast<double>(count) / static_cast<double>(pairs.size() + pair_counts_[number]);
        if (share >= least) alike.push_back({number, share});
    }
    std::sort(alike.begin(), alike.end(), [](const Likeness& a, const Likeness& b) {
        return a.share != b.share ? a.share > b.share : a.title < b.title;
    });
    return alike;
}

}  // namespace goalsheet
