// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/quantity.hpp"
#include "numbers/quantity/unit_parser.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

/// What the words in front of a number say of it: 年, 約, 延べ, 計, うち, ▲.
struct Lead {
    std::size_t begin = 0;  ///< with the sign and the 年 of 年6回
    bool minus = false;
    bool triangle = false;  ///< the minus is ▲ or △
    Comparator comparator = Comparator::none;
    std::string modifier;
    std::string per;
    bool total = false;
    bool part = false;
    bool span_of_years = false;  ///< 過去5年, 直近3回
    bool ahead = false;          ///< 今後: a span of years (3年間) too, or what is to come (2回)
    bool past = false;           ///< 前年度, 現状値: where it was before
};
/// `below_zero`: of money or a rate, where ▲ is a minus across a space too.
Lead read_lead(const Glyphs& g, std::size_t begin, bool below_zero);

/// What the words behind a unit say: 以上, 程度, /年.
struct Tail {
    Comparator comparator = Comparator::none;
    std::string per;
    std::size_t end = 0;
};
Tail read_tail(const Glyphs& g, std::size_t end);

/// UTF-8 of some glyphs.
std::string to_utf8(std::u32string_view glyphs);

}  // namespace goalsheet::numbers
