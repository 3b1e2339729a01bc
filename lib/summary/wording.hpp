// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goalsheet {

/// Goals of one year, to be asked which of them a wording of another year goes on with.
class WordingIndex {
public:
    /// Takes the next goal; its number is how many were taken before.
    void add(std::string_view goal);

    struct Likeness {
        std::size_t goal = 0;
        double share = 0;  ///< 1: the same words; else the share of neighbouring character pairs both have (Dice)
    };
    /// The goals with the same words, or, where there are none, those that share many pairs; the likest first.
    std::vector<Likeness> find(std::string_view goal) const;

private:
    std::vector<std::size_t> pair_counts_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_pair_;
};

}  // namespace goalsheet
