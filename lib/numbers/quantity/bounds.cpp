// SPDX-License-Identifier: MIT
#include "numbers/quantity/bounds.hpp"

#include <limits>

#include "goalsheet/text.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::numbers {

bool may_hold_total(std::string_view text) {
    return text.find("計") != std::string_view::npos || text.find("全体で") != std::string_view::npos;
}

bool may_hold_percent(std::string_view text) {
    return text.find('%') != std::string_view::npos || text.find("％") != std::string_view::npos;
}

double most_in_all(std::string_view text) {
    static constexpr GlyphSet kKanjiNumerals = U"〇一二三四五六七八九十百千万億兆";
    static constexpr GlyphSet kWithin = U",. 、";  // 1,200 and 1, 200 are one number; 2、3 is no more than 23
    double all = 0;
    double number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const char32_t c = fold_glyph(point.value);
        at += point.length;
        if (parts_nothing(point.value)) continue;
        if (kKanjiNumerals.contains(c)) return std::numeric_limits<double>::infinity();
        if (is_digit(c)) {
            number = number * 10 + (c - U'0');
        } else if (!kWithin.contains(c)) {
            all += number + (c == U'半' ? 1 : 0);
            number = 0;
        }
    }
    constexpr double kRounding = 1 + 1e-9;
    return (all + number) * kRounding;
}

}  // namespace goalsheet::numbers
