// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/list_numbers.hpp"

/// The number of a list entry that stands at a place of a text, in each of the ways sheets write it; nothing where
/// none does.
namespace goalsheet::numbering {

struct Marker {
    std::size_t begin = 0;
    std::size_t end = 0;
    int number = 0;
};

inline bool is_open(char32_t c) { return c == '(' || c == U'（'; }
inline bool is_close(char32_t c) { return c == ')' || c == U'）'; }

/// Past white space, but for line ends.
std::size_t skip_blanks(std::string_view text, std::size_t at);
/// One to three digits, which `at` is moved past; 0 when there are none or too many.
int read_small_number(std::string_view text, std::size_t& at);

std::optional<Marker> bracketed_at(std::string_view text, std::size_t at);
std::optional<Marker> digits_then(std::string_view text, std::size_t at, std::u32string_view closers);
std::optional<Marker> circled_at(std::string_view text, std::size_t at);
std::optional<Marker> kana_at(std::string_view text, std::size_t at);
std::optional<Marker> bullet_at(std::string_view text, std::size_t at);
std::optional<Marker> marker_at(std::string_view text, std::size_t at, NumberStyle style);

}  // namespace goalsheet::numbering
