// SPDX-License-Identifier: MIT
#include "numbers/quantity/non_quantities.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"
#include "numbers/quantity/counter_lexicon.hpp"
#include "numbers/quantity/numeral.hpp"

namespace goalsheet::numbers {
namespace {

constexpr std::size_t kLongestName = 16;  // letters looked back over for a Latin name before a number

std::size_t skip_digits(const Glyphs& g, std::size_t i) {
    while (is_digit(g.at(i))) ++i;
    return i;
}

// The end of number (mark number)+ with one of the marks, and how many numbers it holds.
struct Chain {
    std::size_t end = 0;
    std::size_t numbers = 0;
};
Chain read_chain(const Glyphs& g, std::size_t i, std::u32string_view marks) {
    Chain chain{skip_digits(g, i), 1};
    while (marks.find(g.at(chain.end)) != std::u32string_view::npos && g.at(chain.end) != 0 &&
           is_digit(g.at(chain.end + 1))) {
        chain.end = skip_digits(g, chain.end + 1);
        ++chain.numbers;
    }
    return chain;
}

// 令和7, R7, H31: the year of an era, perhaps the first of R7～9 or 令和7・8, and its date R7.10.1.
bool follows_era(const Glyphs& g, std::size_t i) {
    const std::size_t at = skip_spaces_back(g, i, 1);
    if (match_any_before(g, at, U"令和 平成 昭和 大正 明治")) return true;
    const char32_t letter = g.before(at);
    return (letter == U'R' || letter == U'H' || letter == U'S') && !is_latin(g.before(at - 1));
}

std::size_t skip_era_years(const Glyphs& g, std::size_t i) {
    std::size_t end = read_chain(g, i, U"./-").end;
    while ((g.at(end) == U'~' || g.at(end) == U'・' || g.at(end) == U'-') && is_digit(g.at(end + 1)))
        end = read_chain(g, end + 1, U"./").end;
    // 令和7(2025)年度
    if (g.at(end) == U'(' && skip_digits(g, end + 1) == end + 5 && g.at(end + 5) == U')') end += 6;
    if (g.starts_with(end, U"年度")) return end + 2;
    if (g.at(end) == U'年') ++end;
    return end;
}

// 2025(令和7)年度: the end, or i.
std::size_t skip_year_with_era(const Glyphs& g, std::size_t i) {
    const std::size_t open = skip_digits(g, i);
    if (open != i + 4 || g.at(open) != U'(') return i;
    const std::size_t era = match_any(g, open + 1, U"令和 平成 昭和 R H S");
    if (era == 0 || !is_digit(g.at(open + 1 + era))) return i;
    const std::size_t close = skip_digits(g, open + 1 + era) + (g.at(skip_digits(g, open + 1 + era)) == U'年' ? 1 : 0);
    if (g.at(close) != U')') return i;
    if (g.starts_with(close + 1, U"年度")) return close + 3;
    return g.at(close + 1) == U'年' ? close + 2 : close + 1;
}

// 第3回, 第1～3回, 第2条第4項. What it counts is taken too, so that nothing of it is left for a unit.
std::size_t skip_ordinal(const Glyphs& g, std::size_t i) {
    const Numeral number = read_numeral(g, i);
    std::size_t end = number.readable || !is_digit(g.at(i)) ? number.end : skip_digits(g, i);
    while (std::u32string_view(U"・、~-").find(g.at(end)) != std::u32string_view::npos && is_digit(g.at(end + 1)))
        end = read_numeral(g, end + 1).end;
    const SuffixMatch match = find_suffix_word(g, end);
    if (match.word != SuffixWord::foreign) end += match.length;
    const bool clause = match_any_before(g, end, U"条 項 号") > 0;  // 第5公民館の2館 is a figure
    while (clause && g.at(end) == U'の' && is_digit(g.at(end + 1))) end = skip_digits(g, end + 1);  // 第244条の2
    return end;
}

bool is_name_before_space(const Glyphs& g, std::size_t end) {
    return match_any_before(
               g, end,
               U"SDGs SDGS Society society Web WEB Ver Ver. ver ver. Vol Vol. vol vol. VOL No No. NO NO. no. Phase "
               U"PHASE STEP Step Lv LEVEL Level "
               U"Windows Office Ver． COVID iOS Android ISO JIS IPv Python Scratch TEL FAX Tel Fax tel fax") > 0;
}

constexpr std::u32string_view kNamesWithNumber =
    U"SDGs SDGS sdgs COVID CO NO PM NOx CH ISO ISMS JIS JISQ IP IPv Ver ver VER Vol vol VOL No no Web WEB Society "
    U"Windows iOS HbA MP mp "
    U"UTF SHA AES USB HDMI EV PHV Lv LV Level LEVEL STEP Step Phase PHASE Part PART SS BCP PHR Ph ph pH GIGA HTTP FY "
    U"fy TEL FAX";

// A number hung on Latin letters: A4, CO2, SDGs17, J-3, Ver.2.0. A word in capitals before a counted unit is none:
// LED250基, PR3回.
bool is_in_latin_name(const Glyphs& g, std::size_t i) {
    std::size_t at = i;
    const bool joined = (g.before(at) == U'-' || g.before(at) == U'.') && is_latin(g.before(at - 1));
    if (joined) return true;
    if (g.before(at) == U' ') return is_name_before_space(g, at - 1);
    if (is_name_before_space(g, at) && !is_latin(g.before(at))) return true;  // Ver.2
    while (at > 0 && i - at < kLongestName && is_latin(g.before(at))) --at;
    if (at == i) return false;
    Numeral number = read_numeral(g, i);
    const std::size_t digits_end = skip_digits(g, i);
    if (!number.readable) number.end = digits_end;
    if (number.end != digits_end && g.at(digits_end) != U'.')
        return false;  // A1万8225人, B2,300件: no name is written so
    const std::u32string_view word = g.slice(at, i);
    bool named = word.size() < 2;
    for_each_word(kNamesWithNumber, [&](std::u32string_view name) { named = named || name == word; });
    if (named) return true;
    const SuffixMatch match = find_suffix_word(g, number.end);
    return match.word != SuffixWord::unit || is_latin(g.at(number.end));
}

std::size_t skip_latin_name(const Glyphs& g, std::size_t i) {
    std::size_t end = read_chain(g, i, U".-").end;
    while (is_latin(g.at(end)) || is_digit(g.at(end)) || (g.at(end) == U'.' && is_digit(g.at(end + 1)))) ++end;
    return end;
}

bool follows_post_mark(const Glyphs& g, std::size_t i) {
    const std::size_t at = skip_spaces_back(g, i);
    if (match_any(g, skip_digits(g, i), U"件 回 人 名 本 通")) return false;  // 電話4件
    return g.before(at) == U'〒' || g.before(at) == U'#' || g.before(at) == U'№' ||
           match_any_before(g, at, U"電話 電話: TEL: FAX: 内線 内線: 局番");
}

// 0268-22-4100, 386-0024, 1-11-16. A single hyphen between other numbers is a range.
bool is_hyphened_code(const Glyphs& g, std::size_t i, const Chain& chain) {
    if (chain.numbers > 2) return true;
    if (chain.numbers != 2) return false;
    const std::size_t first = skip_digits(g, i) - i;
    const std::size_t second = chain.end - i - first - 1;
    return g.at(i) == U'0' || (first == 3 && second == 4) || (first == 2 && second == 4 && chain.end - i == 7);
}

// 8:30, 10:00～12:00
std::size_t time_end(const Glyphs& g, std::size_t i) {
    const std::size_t colon = skip_digits(g, i);
    if (colon - i > 2 || g.at(colon) != U':' || !is_digit(g.at(colon + 1)) || !is_digit(g.at(colon + 2)) ||
        is_digit(g.at(colon + 3)))
        return i;
    return colon + 3;
}

}  // namespace

std::size_t skip_marked_number(const Glyphs& g, std::size_t i, bool after_unit) {
    if (g.before(skip_spaces_back(g, i, 1)) == U'第') return skip_ordinal(g, i);
    if (!is_digit(g.at(i))) return i;
    if (follows_era(g, i)) return skip_era_years(g, i);
    if (!after_unit && is_in_latin_name(g, i)) return skip_latin_name(g, i);
    if (const std::size_t end = skip_year_with_era(g, i); end != i) return end;
    if (g.starts_with(i, U"8020") && match_any(g, i + 4, U"歯 運動 達成 推進 表彰")) return i + 4;
    if (follows_post_mark(g, i)) return read_chain(g, i, U"-()").end;
    if (const std::size_t end = time_end(g, i); end != i) return end;
    if (const Chain slashed = read_chain(g, i, U"/"); slashed.numbers > 1) return slashed.end;
    if (const Chain dotted = read_chain(g, i, U"."); dotted.numbers > 2) return dotted.end;
    if (const Chain hyphened = read_chain(g, i, U"-"); is_hyphened_code(g, i, hyphened)) return hyphened.end;
    return i;
}

std::size_t skip_address(const Glyphs& g, std::size_t i) {
    if (!g.starts_with(i, U"http://") && !g.starts_with(i, U"https://") && !g.starts_with(i, U"www.")) return i;
    while (g.at(i) > U' ' && g.at(i) < 0x7F) ++i;
    return i;
}

std::size_t skip_struck(const Glyphs& g, std::size_t i) {
    if (!g.starts_with(i, U"[取消線:")) return i;
    std::size_t depth = 0;
    for (; i < g.size(); ++i) {
        if (g.text[i] == U'[') ++depth;
        if (g.text[i] == U']' && --depth == 0) return i + 1;
    }
    return i;
}

std::size_t skip_unticked(const Glyphs& g, std::size_t i) {
    constexpr std::u32string_view kTicked = U"☑☒✓✔✅■";
    constexpr std::u32string_view kEnds = U"☑☒✓✔✅■☐□\n";
    const bool empty_box =
        g.at(i) == U'☐' || (g.at(i) == U'□' && g.text.find_first_of(kTicked) != std::u32string::npos);
    return empty_box ? std::min(g.text.find_first_of(kEnds, i + 1), g.size()) : i;
}

}  // namespace goalsheet::numbers
