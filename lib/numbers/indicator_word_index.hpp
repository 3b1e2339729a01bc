// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "numbers/glyphs.hpp"

namespace goalsheet::match {

/// Words looked up by what begins at a place, the longest first. The words must outlive it.
class WordIndex {
public:
    struct Entry {
        std::u32string_view word;
        std::uint64_t value = 0;
    };

    void add(std::u32string_view word, std::uint64_t value) {
        auto& list = by_first_[word.front()];
        const auto place =
            std::find_if(list.begin(), list.end(), [&](const Entry& e) { return e.word.size() < word.size(); });
        list.insert(place, {word, value});
    }
    /// Words with one space between.
    void add_all(std::u32string_view words, std::uint64_t value) {
        numbers::for_each_word(words, [&](std::u32string_view word) { add(word, value); });
    }
    const Entry* find(std::u32string_view words, std::size_t at) const {
        const auto list = by_first_.find(words[at]);
        if (list == by_first_.end()) return nullptr;
        const auto rest = words.substr(at);
        for (const Entry& entry : list->second)
            if (rest.starts_with(entry.word)) return &entry;
        return nullptr;
    }

private:
    std::unordered_map<char32_t, std::vector<Entry>> by_first_;
};

}  // namespace goalsheet::match
