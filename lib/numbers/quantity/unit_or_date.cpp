// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"
#include "numbers/quantity/counter_lexicon.hpp"
#include "numbers/quantity/unit_parser_parts.hpp"

namespace goalsheet::numbers {
namespace {

constexpr Words kPerWords = U"あたり 当たり 当り 当 につき ごと 毎";
constexpr Words kBounds = U"以上 以内 以下 未満 超 程度";

double plain_value(const NumberToken& number) { return number.last().value.to_double(); }

bool starts_count(const Glyphs& g, std::size_t i) {
    i = skip_spaces(g, i, 1);
    return is_digit(g.at(i)) || ((g.at(i) == U'一' || g.at(i) == U'約') && !match_any(g, i, U"一部 一定 一般 一方"));
}

// 3年に1回, 4人に1人; but 30人に10万円を支給 and 5校に20台 are two figures.
bool counts_in_periods(const Glyphs& g, const NumberToken& number, const Suffix& s) {
    if (is_duration_unit(g, s) && !g.ends_with(s.unit_end, U"日間")) return starts_count(g, s.unit_end + 1);
    const bool same = g.at(s.unit_end + 2) == g.at(s.unit_begin);
    return g.at(s.unit_end + 1) == U'1' && same && number.low.value.mantissa > 1;
}

}  // namespace

bool is_duration_unit(const Glyphs& g, const Suffix& s) {
    return has_unit(g, s, U"日間 日 週間 週 か月 ヶ月 カ月 ヵ月 ケ月 箇月 時間 分 年 か年 カ年");
}

bool is_half(const Glyphs& g, std::size_t i) {
    return g.at(i) == U'半' && !match_any(g, i, U"半期 半数 半分 半島 半額 半減 半年 半日 半世紀 半径");
}

bool counts_others(const Glyphs& g, const NumberToken& number, const Suffix& s) {
    if (match_any(g, s.unit_end, kPerWords) &&
        !match_any(g, s.unit_end, U"当該 当初 当日 当選 毎月 毎週 毎年 毎日 毎回"))
        return true;
    if (g.at(s.unit_end) == U'に' && counts_in_periods(g, number, s)) return true;
    const bool one = number.low.value.mantissa == 1 && number.low.value.scale == 0 && !number.is_range();
    if (one && g.starts_with(s.unit_end, U"平均")) return true;
    if (one && g.at(s.unit_begin) == U'回' && is_digit(g.at(s.unit_end))) {  // 1回90分
        const Numeral next = read_numeral(g, s.unit_end);
        return match_any(g, next.end, U"時間 分") > 0;
    }
    return one && has_unit(g, s, U"人 日 週間 世帯 家庭 学級 クラス か月 年 月") && is_digit(g.at(s.unit_end));
}

Suffix read_year(const Glyphs& g, const NumberToken& number, Suffix s) {
    if (is_year_number(number)) return masked_suffix(s.unit_end);
    const std::size_t before = skip_spaces_back(g, number.begin);
    const bool length = number.last().value.scale > 0 || is_half(g, s.unit_end) ||
                        match_any(g, s.unit_end, U"以上 以内 以下 未満 程度 計画 契約 ごと 毎 につき で") ||
                        (g.at(s.unit_end) == U'に' && counts_in_periods(g, number, s)) ||
                        match_any_before(g, before, U"過去 今後 直近 最近 向こう 任期 期間 年数 寿命");
    return length ? finish_unit(g, number, s) : masked_suffix(s.unit_end);
}

Suffix read_day(const Glyphs& g, const NumberToken& number, Suffix s) {
    const std::size_t before = skip_spaces_back(g, number.begin);
    const bool date = g.before(number.begin) == U'月' || g.before(number.begin) == U'年';
    const bool counted =
        date && !is_digit(g.before(number.begin - 1)) && !is_kanji(g.before(number.begin - 1));  // 月5日, 年120日
    const bool label =
        counted || match_any_before(g, before, U"日数 日数: 延べ 延 のべ 年間 週 計 合計 泊 約 全 各 平均 休暇 取得");
    const bool changed = match_any(g, s.unit_end, U"短縮 延長 早め 縮め 縮ま 延び 伸び 分減 分増") ||
                         match_any_before(g, before, U"短縮し 短縮して 短縮し、 短縮して、 延長し 延長して 縮めて");
    const bool length =
        changed || plain_value(number) > 31 || number.last().value.scale > 0 || match_any(g, s.unit_end, kBounds) ||
        label ||
        (plain_value(number) == 1 &&
         (match_any(g, s.unit_end, kPerWords) || g.starts_with(s.unit_end, U"平均") || is_digit(g.at(s.unit_end))));
    const bool every = !date && plain_value(number) <= 10 && match_any(g, s.unit_end, U"に1回 に1度 に一回 に一度");
    return length || every ? finish_unit(g, number, s) : masked_suffix(s.unit_end);
}

Suffix read_minute(const Glyphs& g, const NumberToken& number, Suffix s) {
    return g.before(number.begin) == U'時' ? masked_suffix(s.unit_end) : finish_unit(g, number, s);
}

Suffix read_fraction(const Glyphs& g, const NumberToken& number, Suffix s) {
    const Numeral over = read_numeral(g, s.unit_end);
    if (over.end != over.begin) return masked_suffix(over.end);
    s.unit_end = s.end = s.unit_begin + 1;
    return read_minute(g, number, s);
}

}  // namespace goalsheet::numbers
