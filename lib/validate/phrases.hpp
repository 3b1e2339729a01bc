// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace goalsheet::rules {

struct Phrase {
    std::size_t begin;
    std::size_t end;
};

/// Words to be found in many texts. The words must outlive it.
class Phrases {
public:
    explicit Phrases(std::span<const std::string_view> words);

    /// The first place where one of the words stands; the earliest, and of those the longest.
    std::optional<Phrase> find(std::string_view text, std::size_t from = 0) const;

private:
    static constexpr std::size_t kKeyBytes = 3;
    static std::size_t key_of(const char* bytes) {
        const auto byte = [bytes](int i) { return static_cast<unsigned char>(bytes[i]); };
        return (byte(0) * 5U + byte(1) * 64U + byte(2)) & 511U;
    }
    // No is certain, yes is a guess: nearly every place of a text is left after one look.
    bool may_be_at(std::string_view text, std::size_t at) const {
        return text.size() - at < kKeyBytes || beginnings_.test(key_of(text.data() + at));
    }
    std::size_t longest_at(std::string_view text, std::size_t at) const;

    std::span<const std::string_view> words_;
    std::bitset<512> beginnings_;  ///< by the first three bytes of the words: one character of Japanese
};

/// Phrases for one text.
std::optional<Phrase> find_phrase(std::string_view text, std::span<const std::string_view> words, std::size_t from = 0);

/// 12月, ９月, 9/11, 三月: a month or a day. Numbers of months (3か月) are none.
bool names_month(std::string_view text);

/// Any digit, half or full width.
bool has_digit(std::string_view text);

}  // namespace goalsheet::rules
