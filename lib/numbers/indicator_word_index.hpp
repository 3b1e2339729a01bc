// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/normalized_text.hpp"

namespace goalsheet::match {

/// Words looked up by what begins at a place, the longest first. The words must outlive it.
class WordIndex {
public:
    struct Entry {
        std::u32string_view word;
        std::uint64_t value = 0;
    };

    void add(std::u32string_view word, std::uint64_t value) {
        firsts_.add(word.front());
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
        if (!firsts_.may_hold(words[at])) return nullptr;
        const auto list = by_first_.find(words[at]);
        if (list == by_first_.end()) return nullptr;
        const auto rest = words.substr(at);
        for (const Entry& entry : list->second)
            if (rest.starts_with(entry.word)) return &entry;
        return nullptr;
    }
    /// Length of the longest word the text begins with, or 0.
    std::size_t longest_prefix(std::u32string_view text) const {
        const Entry* entry = text.empty() ? nullptr : find(text, 0);
        return entry ? entry->word.size() : 0;
    }

private:
    numbers::GlyphMask firsts_;
    std::unordered_map<char32_t, std::vector<Entry>> by_first_;
};

/// Words looked up by what ends a text. The words must outlive it.
class WordEndIndex {
public:
    /// Words with one space between.
    explicit WordEndIndex(std::u32string_view words) {
        numbers::for_each_word(words, [&](std::u32string_view word) {
            lasts_.add(word.back());
            by_last_[word.back()].push_back(word);
        });
        for (auto& [last, list] : by_last_)
            std::stable_sort(list.begin(), list.end(),
                             [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
    /// Length of the longest word that ends the text and that `counts(word)` lets pass, or 0.
    template <typename Counts>
    std::size_t longest_suffix(std::u32string_view text, Counts counts) const {
        if (text.empty() || !lasts_.may_hold(text.back())) return 0;
        const auto list = by_last_.find(text.back());
        if (list == by_last_.end()) return 0;
        for (const std::u32string_view word : list->second)
            if (text.ends_with(word) && counts(word)) return word.size();
        return 0;
    }

private:
    numbers::GlyphMask lasts_;
    std::unordered_map<char32_t, std::vector<std::u32string_view>> by_last_;
};

}  // namespace goalsheet::match
