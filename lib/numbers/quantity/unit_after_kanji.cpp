// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "numbers/quantity/counter_lexicon.hpp"
#include "numbers/quantity/unit_parser_parts.hpp"

namespace goalsheet::numbers {
namespace {

bool is_plain_kanji_value(const NumberToken& number, const Glyphs& g, std::size_t at, std::size_t length) {
    const std::u32string_view counter = g.slice(at, at + length);
    const std::u32string_view written = g.slice(number.begin, number.end);
    if (counter == U"円" && written.find_first_not_of(U"百千万億") == std::u32string_view::npos)
        return false;  // 単位：千円
    const auto value = number.low.value.mantissa;
    if (counter == U"つ") return value >= 2 && value <= 9;
    if (value == 1)
        return counter.size() > 1 ||
               std::u32string_view(U"回件名社校台").find(counter.front()) != std::u32string_view::npos;
    if (value < 10 && counter == U"戸") return false;  // 八戸, 三戸 are towns
    return !(value == 2 && counter == U"人");
}

}  // namespace

Suffix read_kanji_suffix(const Glyphs& g, const NumberToken& number) {
    const std::size_t at = number.end;
    if (g.starts_with(at, U"分の")) return read_fraction(g, number, unit_suffix(at, at + 2, true));
    const std::size_t length = match_kanji_counter(g, at);
    if (length == 0) return {};
    Suffix s = unit_suffix(at, at + length, true);
    if (counts_others(g, number, s)) {
        s.kind = Suffix::Kind::per;
        return s;
    }
    constexpr std::u32string_view kNameBefore = U"第数何幾統同均単唯随逐専純画不";
    const bool named =
        kNameBefore.find(g.before(number.begin)) != std::u32string_view::npos && g.before(number.begin) != 0;
    const bool listed = g.before(number.begin) == U'、' && is_kanji_numeral(g.before(number.begin - 1));
    if (named || listed || !is_plain_kanji_value(number, g, at, length) || !may_follow_kanji_counter(g, s.unit_end))
        return {};
    return ends_in_name(g, s) ? masked_suffix(s.unit_end) : s;
}

}  // namespace goalsheet::numbers
