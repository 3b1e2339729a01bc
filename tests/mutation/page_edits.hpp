// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace goalsheet {

/// Random numbers that are the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    /// 0 … sides-1; 0 for no side.
    std::size_t roll(std::size_t sides) { return sides == 0 ? 0 : static_cast<std::size_t>(engine_() % sides); }

private:
    std::mt19937_64 engine_;
};

/// One edit of the kind people and tools make of a page, inside [begin, end) of it: a tag dropped, moved or doubled, a
/// label misspelt, a number changed, rows swapped, words cut, a sign put in. Moves `end` with the text. Says what it
/// did.
std::string edit_page(std::string& page, std::size_t begin, std::size_t& end, Dice& dice);

/// Bytes as transport and editors break them: cut off, overwritten, dropped, doubled. Says what it did.
std::string break_bytes(std::string& bytes, Dice& dice);

}  // namespace goalsheet
