// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goalsheet {

/// For comparing titles: folded, without punctuation and dashes.
std::string title_key(std::string_view title);

/// How alike two titles are: 1 for the same key, else the share of neighbouring character pairs both have (Dice).
double wording_likeness(std::string_view a, std::string_view b);

/// Titles of one edition, to be asked which of them a wording of another goes on with.
class WordingIndex {
public:
    static constexpr double kLeastLikeness = 0.5;

    /// Takes the next title; its number is how many were taken before.
    void add(std::string_view title);

    struct Likeness {
        std::size_t title = 0;
        double share = 0;  ///< 1: the same words; else the share of neighbouring character pairs both have (Dice)
    };
    /// The titles with the same words, or, where there are none, those that share many pairs; the likest first; none
    /// below `least`.
    std::vector<Likeness> find(std::string_view title, double least = kLeastLikeness) const;

private:
    std::vector<std::size_t> pair_counts_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_pair_;
};

}  // namespace goalsheet
