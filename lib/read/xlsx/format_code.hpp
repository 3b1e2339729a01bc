// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet::number_format {

/// A piece of a format code.
struct Token {
    enum class Kind { literal, digit, point, comma, percent, exponent, date, elapsed, half_day, general, at };
    Kind kind;
    std::string text;  ///< of literals; of dates the letter, as often as it was written; of exponents the sign
};

/// [<=100]: the values that a section is for.
struct Condition {
    std::string sign;
    double limit = 0;

    bool holds(double value) const {
        if (sign == "<") return value < limit;
        if (sign == "<=") return value <= limit;
        if (sign == ">") return value > limit;
        if (sign == ">=") return value >= limit;
        return sign == "=" ? value == limit : value != limit;
    }
};

struct Section {
    std::vector<Token> tokens;
    bool sure = true;
    bool is_date = false;
    bool first_year = false;  ///< the first year of an era is 元
    std::optional<Condition> condition;

    bool has(Token::Kind kind) const {
        return std::any_of(tokens.begin(), tokens.end(), [kind](const Token& t) { return t.kind == kind; });
    }
};

/// The sections of a format code (0%;[赤]-0%;"なし"), cut into tokens; at least one.
std::vector<Section> read_format_code(std::string_view code);

}  // namespace goalsheet::number_format
