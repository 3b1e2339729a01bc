// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace goalsheet::rules {

struct Phrase {
    std::size_t begin;
    std::size_t end;
};

/// Whether the text begins with one of the words.
inline bool starts_with_any(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// Words to be found in many texts. The words must outlive it.
class Phrases {
public:
    constexpr explicit Phrases(std::span<const std::string_view> words) : words_(words) {
        for (const std::string_view word : words) {
            if (word.size() < 2 * kKeyBytes) any_short_ = true;
            if (word.size() < kKeyBytes) tiny_beginnings_.add(static_cast<unsigned char>(word.front()));
            if (word.size() >= kKeyBytes) beginnings_.add(key_of(word, 0));
            if (word.size() >= kKeyBytes && word.size() < 2 * kKeyBytes) short_beginnings_.add(key_of(word, 0));
            if (word.size() >= 2 * kKeyBytes) pairs_.add(pair_of(word, 0));
        }
    }

    /// The first place where one of the words stands; the earliest, and of those the longest.
    std::optional<Phrase> find(std::string_view text, std::size_t from = 0) const;

private:
    /// Keys that may be there: no is certain, yes is a guess.
    template <std::size_t Bits>
    class Keys {
    public:
        constexpr void add(std::size_t key) { bits_[key % Bits / 64] |= std::uint64_t{1} << (key % 64); }
        constexpr bool may_hold(std::size_t key) const {
            return (bits_[key % Bits / 64] >> (key % 64) & std::uint64_t{1}) != 0;
        }

    private:
        std::array<std::uint64_t, Bits / 64> bits_{};
    };

    static constexpr std::size_t kKeyBytes = 3;  // one character of Japanese
    static constexpr std::size_t key_of(std::string_view text, std::size_t at) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
        return byte(0) * 5U + byte(1) * 64U + byte(2);
    }
    static constexpr std::size_t pair_of(std::string_view text, std::size_t at) {
        return key_of(text, at) * 8U ^ key_of(text, at + kKeyBytes);
    }
    // Nearly every place of a text is left after one look, and nearly all others after a second one.
    bool may_be_at(std::string_view text, std::size_t at) const {
        const std::size_t left = text.size() - at;
        if (tiny_beginnings_.may_hold(static_cast<unsigned char>(text[at]))) return true;
        if (left < kKeyBytes || !beginnings_.may_hold(key_of(text, at))) return false;
        if (any_short_ && short_beginnings_.may_hold(key_of(text, at))) return true;
        return left >= 2 * kKeyBytes && pairs_.may_hold(pair_of(text, at));
    }
    std::size_t longest_at(std::string_view text, std::size_t at) const;

    std::span<const std::string_view> words_;
    bool any_short_ = false;     ///< under six bytes
    Keys<256> tiny_beginnings_;  ///< of words under three
    Keys<512> beginnings_;
    Keys<512> short_beginnings_;
    Keys<4096> pairs_;
};

/// The first of the words, a constant array, in a text: find_phrase<kWords>(text).
template <const auto& kWords>
std::optional<Phrase> find_phrase(std::string_view text, std::size_t from = 0) {
    static constexpr Phrases phrases(kWords);
    return phrases.find(text, from);
}

/// 12月, ９月, 9/11, 三月: a month or a day. Numbers of months (3か月) are none.
bool names_month(std::string_view text);

/// Any digit, half or full width.
bool has_digit(std::string_view text);

}  // namespace goalsheet::rules
