// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/message.hpp"
#include "goalsheet/quantity.hpp"

namespace goalsheet {

/// The same words in both languages: what a sheet says is quoted as it is.
Message same(std::string_view text);
Message count_word(std::size_t count);

/// Text of a sheet as a message quotes it: one line, at most `columns` wide, control and other invisible
/// characters named (U+000B) instead of shown.
std::string excerpt(std::string_view text, std::size_t columns = 40);
/// U+000B, U+1F600.
std::string code_point_name(char32_t c);
/// Control, format and other characters that leave no mark of their own; \n and \t are not among them.
bool is_invisible(char32_t c);

/// Puts the arguments for {0} … {9}. Braces in arguments stay as they are.
Message fill(const Message& message_template, std::span<const Message> arguments);

/// 7,000本: a figure as sheets print it.
std::string figure_word(const Decimal& value, std::string_view unit);

/// Joins with 、 and ", ".
Message join(std::span<const Message> parts);

/// Only white space, or marks that stand for nothing (－, -, ―).
bool is_blank(std::string_view text);
/// Whether anything is struck out: ［取消線：…］.
bool has_struck(std::string_view text);
/// The text with the inside of ［取消線：…］ blanked out by spaces, so that offsets stay.
std::string without_struck(std::string_view text);

/// The same without a copy where nothing is struck, as in nearly all texts. The text must outlive it.
class Unstruck {
public:
    explicit Unstruck(std::string_view text) : text_(text) {
        if (has_struck(text)) blanked_ = without_struck(text);
    }
    std::string_view text() const { return blanked_.empty() ? text_ : blanked_; }

private:
    std::string_view text_;
    std::string blanked_;
};

}  // namespace goalsheet
