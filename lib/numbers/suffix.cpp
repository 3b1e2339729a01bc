// SPDX-License-Identifier: MIT
#include "numbers/suffix.hpp"

#include "goalsheet/text.hpp"
#include "numbers/suffix_words.hpp"

namespace goalsheet::numbers {
namespace {

constexpr std::size_t kMaxOpenUnit = 12;  // the longest counters seen have nine letters (まちづくり協議会)
constexpr Words kPerWords = U"あたり 当たり 当り 当 につき ごと 毎";
constexpr Words kRelativeTime = U"前 後 ぶり";
constexpr Words kBounds = U"以上 以内 以下 未満 超 程度";

using Kind = Suffix::Kind;

Suffix masked(std::size_t end) {
    Suffix s;
    s.kind = Kind::masked;
    s.end = end;
    return s;
}

Suffix unit(std::size_t begin, std::size_t end, bool known) { return {Kind::unit, begin, end, end, known, false}; }

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r'; }

double plain_value(const NumberToken& number) { return number.last().value.to_double(); }
bool is_year_number(const NumberToken& number) {
    const Numeral& n = number.last();
    return !n.grouped && n.scale == 0 && n.value.scale == 0 && n.value.mantissa >= 1900 && n.value.mantissa <= 2150;
}

// The number that numbers a line: 「1 施設の整備」, 「２ 人材育成」.
bool heads_line(const Glyphs& g, const NumberToken& number) {
    if (number.is_range() || number.end - number.begin > 1 || number.low.kanji) return false;
    std::size_t at = skip_spaces_back(g, number.begin);
    if (std::u32string_view(U"-・○●◎◇◆■□•").find(g.before(at)) != std::u32string_view::npos && at > 0)
        at = skip_spaces_back(g, at - 1);
    return at == 0 || is_line_end(g.before(at));
}

// Units that are nouns of their own, so that a heading may begin with them: 施設, 地域, 事業.
bool is_noun_unit(const Glyphs& g, const Suffix& s) {
    if (s.unit_end - s.unit_begin < 2) return false;
    for (std::size_t i = s.unit_begin; i < s.unit_end; ++i)
        if (!is_noun_glyph(g.text[i])) return false;
    const std::u32string_view word = g.slice(s.unit_begin, s.unit_end);
    bool counter = false;
    for_each_word(
        U"箇所 カ所 ヵ所 ヶ所 ケ所 個所 世帯 団体 路線 店舗 種類 カ月 ヶ月 箇月 カ年 ヶ年 カ国 ヶ国 事業所 千円 万円 "
        U"億円 年間 日間 週間 時間 ポイント パーセント",
        [&](std::u32string_view known) { counter = counter || word == known; });
    return !counter;
}

bool ends_phrase(const Glyphs& g, std::size_t i) {
    const char32_t c = g.at(i);
    return !is_noun_glyph(c) && !is_hiragana(c) && !is_latin(c) && !is_digit(c);
}

bool is_heading(const Glyphs& g, const NumberToken& number, const Suffix& s) {
    const bool spaced = s.unit_begin != number.end;
    // Copied text runs headings together: つくる 5 地域雇用情勢に…
    const bool digit = number.end - number.begin == 1;
    if (spaced && digit && s.known && is_noun_unit(g, s) &&
        (is_noun_glyph(g.at(s.unit_end)) || g.at(s.unit_end) == U'の'))
        return true;
    if (!heads_line(g, number)) return false;
    const bool goes_on = !ends_phrase(g, s.unit_end) && !ends_open_unit(g, s.unit_end);
    if (!s.known) return goes_on;
    return is_noun_unit(g, s) ? goes_on && (spaced || is_noun_glyph(g.at(s.unit_end)))
                              : spaced && is_noun_glyph(g.at(s.unit_end)) && goes_on;
}

bool is_duration_unit(const Glyphs& g, const Suffix& s) {
    return match_any(g, s.unit_begin, U"日間 日 週間 週 か月 ヶ月 カ月 ヵ月 ケ月 箇月 時間 分 年 か年 カ年") ==
           s.unit_end - s.unit_begin;
}

// What follows a unit and makes the whole a name or an ordinal: 2回目, 4車線化, 25mプール, 100万本植樹運動.
bool ends_in_name(const Glyphs& g, const Suffix& s) {
    const std::size_t at = s.unit_end;
    if (g.at(at) == U'目') return !match_any(g, at, U"目標 目的 目途 目処 目安 目指 目線 目前 目視");
    if (g.at(at) == U'制') return !match_any(g, at, U"制度 制作 制定 制限 制御 制覇");
    if (match_any(g, at, U"化 型 乗り 圏 プール 走 ウォーク マラソン 競走 クラス"))
        return !match_any(g, at, U"化学 化石 圏域 型枠");
    if (g.before(at) == U't' && match_any(g, at, U"車 ダンプ トラック 級 積")) return true;
    if (is_duration_unit(g, s) && match_any(g, at, kRelativeTime) &&
        !match_any(g, at, U"前後 前年 前期 後期 後半 前半"))
        return true;
    std::size_t tail = at;
    while (tail < at + 8 && is_noun_glyph(g.at(tail)) && !ends_open_unit(g, tail)) {
        const std::size_t length = match_any(g, tail, U"運動 構想 宣言 大作戦 作戦 体操 憲章");
        if (length > 0 && !is_noun_glyph(g.at(tail + length))) return true;
        ++tail;
    }
    // 植樹 is a verb elsewhere, but not in front of 運動.
    const std::size_t verb = match_any(g, at, U"植樹 植栽 削減 収集 回収 減量 募金");
    return verb > 0 && match_any(g, at + verb, U"運動 大作戦 作戦 プロジェクト チャレンジ キャンペーン");
}

bool starts_count(const Glyphs& g, std::size_t i) {
    i = skip_spaces(g, i, 1);
    return is_digit(g.at(i)) || ((g.at(i) == U'一' || g.at(i) == U'約') && !match_any(g, i, U"一部 一定 一般 一方"));
}

// 1人あたり, 3年に1回, 1日3回: counted by this, not a figure.
bool counts_others(const Glyphs& g, const NumberToken& number, const Suffix& s) {
    if (match_any(g, s.unit_end, kPerWords) &&
        !match_any(g, s.unit_end, U"当該 当初 当日 当選 毎月 毎週 毎年 毎日 毎回"))
        return true;
    if (g.at(s.unit_end) == U'に' && starts_count(g, s.unit_end + 1)) return true;
    const bool one = number.low.value.mantissa == 1 && number.low.value.scale == 0 && !number.is_range();
    if (one && g.starts_with(s.unit_end, U"平均")) return true;
    if (one && g.at(s.unit_begin) == U'回' && is_digit(g.at(s.unit_end))) {  // 1回90分
        const Numeral next = read_numeral(g, s.unit_end);
        return match_any(g, next.end, U"時間 分") > 0;
    }
    return one &&
           match_any(g, s.unit_begin, U"人 日 週間 世帯 家庭 学級 クラス か月 年 月") == s.unit_end - s.unit_begin &&
           is_digit(g.at(s.unit_end));
}

// 1人1台, 1校1取組: one each, which is a name and no count.
std::size_t pair_end(const Glyphs& g, const NumberToken& number, const Suffix& s) {
    if (number.low.value.mantissa != 1 || number.is_range() || !is_digit(g.at(s.unit_end))) return 0;
    const Numeral next = read_numeral(g, s.unit_end);
    if (next.value.mantissa != 1 || next.end != s.unit_end + 1) return 0;
    const Suffix second = read_unit(g, next.end);
    return second.kind == Kind::unit ? second.end : 0;
}

// 2時間半, 1年半; 後半 and 半額 are other words.
bool is_half(const Glyphs& g, std::size_t i) {
    return g.at(i) == U'半' && !match_any(g, i, U"半期 半数 半分 半島 半額 半減 半年 半日 半世紀 半径");
}

Suffix finish_unit(const Glyphs& g, const NumberToken& number, Suffix s) {
    if (ends_in_name(g, s)) return masked(s.unit_end);
    if (match_any_before(g, skip_spaces_back(g, number.begin), U"生後 妊娠")) return masked(s.unit_end);  // an age
    if (g.at(s.unit_begin) == U'組' && g.before(number.begin) == U'年') return masked(s.unit_end);        // 3年2組
    if (is_year_number(number) && is_noun_unit(g, s)) return masked(s.unit_end);  // 2030プラン
    if (is_heading(g, number, s)) return {};
    if (match_any(g, s.unit_begin, U"人 名") == s.unit_end - s.unit_begin &&
        match_any(g, s.unit_end, U"1組 1班 1チーム"))
        return masked(s.unit_end + 2);
    if (const std::size_t end = pair_end(g, number, s); end > 0) return masked(end);
    if (counts_others(g, number, s)) s.kind = Kind::per;
    s.half = is_duration_unit(g, s) && is_half(g, s.unit_end);
    if (s.half) ++s.end;
    return s;
}

// 年 is a date unless the words around say that it is a length of time.
Suffix read_year(const Glyphs& g, const NumberToken& number, Suffix s) {
    if (is_year_number(number)) return masked(s.unit_end);
    const std::size_t before = skip_spaces_back(g, number.begin);
    const bool length = number.last().value.scale > 0 || is_half(g, s.unit_end) ||
                        match_any(g, s.unit_end, U"以上 以内 以下 未満 程度 計画 契約 ごと 毎 につき で") ||
                        (g.at(s.unit_end) == U'に' && starts_count(g, s.unit_end + 1)) ||
                        match_any_before(g, before, U"過去 今後 直近 最近 向こう 任期 期間 年数 寿命");
    return length ? finish_unit(g, number, s) : masked(s.unit_end);
}

Suffix read_day(const Glyphs& g, const NumberToken& number, Suffix s) {
    const std::size_t before = skip_spaces_back(g, number.begin);
    const bool date = g.before(number.begin) == U'月' || g.before(number.begin) == U'年';
    const bool counted =
        date && !is_digit(g.before(number.begin - 1)) && !is_kanji(g.before(number.begin - 1));  // 月5日, 年120日
    const bool label =
        counted || match_any_before(g, before, U"日数 日数: 延べ 延 のべ 年間 週 計 合計 泊 約 全 各 平均");
    const bool length =
        plain_value(number) > 31 || number.last().value.scale > 0 || match_any(g, s.unit_end, kBounds) || label ||
        (plain_value(number) == 1 &&
         (match_any(g, s.unit_end, kPerWords) || g.starts_with(s.unit_end, U"平均") || is_digit(g.at(s.unit_end))));
    const bool every = !date && plain_value(number) <= 10 && match_any(g, s.unit_end, U"に1回 に1度 に一回 に一度");
    return length || every ? finish_unit(g, number, s) : masked(s.unit_end);
}

Suffix read_minute(const Glyphs& g, const NumberToken& number, Suffix s) {
    return g.before(number.begin) == U'時' ? masked(s.unit_end) : finish_unit(g, number, s);
}

Suffix read_rank(const Glyphs& g, const NumberToken& number, Suffix s) {
    const bool target = match_any(g, s.unit_end, U"以内 以上 以下") ||
                        match_any_before(g, skip_spaces_back(g, number.begin), U"順位 順位:");
    return target && !match_any_before(g, skip_spaces_back(g, number.begin), U"優先順位 優先順位:")
               ? s
               : masked(s.unit_end);
}

Suffix read_age(const Glyphs& g, const NumberToken& number, Suffix s) {
    const std::size_t before = skip_spaces_back(g, number.begin);
    const bool measured = number.last().value.scale > 0 || match_any_before(g, before, U"寿命 寿命: 年齢 年齢:");
    return measured && match_any(g, s.unit_begin, U"歳 才") == s.unit_end - s.unit_begin ? s : masked(s.unit_end);
}

Suffix read_fraction(const Glyphs& g, const NumberToken& number, Suffix s) {
    const Numeral over = read_numeral(g, s.unit_end);
    if (over.end != over.begin) return masked(over.end);
    s.unit_end = s.end = s.unit_begin + 1;
    return read_minute(g, number, s);
}

// 500m2か所 are two places of 500 m, 500m2 an area.
Suffix cut_power(const Glyphs& g, Suffix s) {
    const bool power = is_digit(g.text[s.unit_end - 1]) && g.at(s.unit_begin) == U'm';
    if (power && find_suffix_word(g, s.unit_end).word == SuffixWord::unit && !is_latin(g.at(s.unit_end)))
        s.unit_end = s.end = s.unit_begin + 1;
    return s;
}

// A PDF may leave a space inside m ³.
Suffix join_power(const Glyphs& g, Suffix s) {
    const std::size_t at = skip_spaces(g, s.unit_end);
    const bool metre = g.before(s.unit_end) == U'm' && (g.at(at) == U'²' || g.at(at) == U'³');
    if (metre) s.unit_end = s.end = at + 1;
    return s;
}

// バス in バスケット is no bus.
bool cuts_katakana_word(const Glyphs& g, const Suffix& s) {
    return is_katakana(g.before(s.unit_end)) && is_katakana(g.at(s.unit_end)) && !ends_open_unit(g, s.unit_end);
}

bool cuts_latin_word(const Glyphs& g, const Suffix& s) {
    if (!is_latin(g.before(s.unit_end))) return false;
    return is_latin(g.at(s.unit_end)) || g.at(s.unit_end) == U'=';  // φ600 L=45m
}

bool is_kanji_numeral(char32_t c) { return starts_numeral(c) && !is_digit(c); }
bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }

// A noun that a verb is made of when し, す, さ follow; or a verb's stem before other hiragana.
bool is_verb(const Glyphs& g, std::size_t begin, std::size_t end) {
    constexpr std::u32string_view kParticles = U"のをがはにでともへやかまよごなほくぐずだ";
    const char32_t next = g.at(end);
    if (!is_hiragana(next)) return false;
    if (next == U'し' || next == U'す' || next == U'さ') return true;
    return end - begin == 1 && kParticles.find(next) == std::u32string_view::npos;
}

constexpr Words kNoOpenUnit =
    U"中 内 外 上 下 前 後 間 他 計 約 各 全 比 差 数 強 弱 円以 点以 者以 以 同 左 右 又 並 及 月 日 一 単独 連続 番 "
    U"次 世 歳";

Suffix read_open(const Glyphs& g, std::size_t i) {
    std::size_t end = i;
    while (end < i + kMaxOpenUnit && (is_noun_glyph(g.at(end)) || is_upper(g.at(end))) &&
           !is_kanji_numeral(g.at(end)) && !ends_open_unit(g, end))
        ++end;
    const bool latin_only = is_upper(g.at(i)) && !is_upper(g.at(i + 1));  // 5G, 3D, 4K
    const bool too_long = end == i + kMaxOpenUnit && is_noun_glyph(g.at(end)) && !ends_open_unit(g, end);
    if (end == i || latin_only || too_long || is_latin(g.at(end)) || match_any(g, i, kNoOpenUnit) || is_verb(g, i, end))
        return {};
    if (match_any_before(g, end, U"運動 構想 宣言 作戦 体操 憲章 戦略 時代 世代")) return masked(end);
    return unit(i, end, false);
}

Suffix read_open_suffix(const Glyphs& g, const NumberToken& number, std::size_t at) {
    const Suffix open = read_open(g, at);
    return open.kind == Kind::unit ? finish_unit(g, number, open) : open;
}

Suffix read_known(const Glyphs& g, const NumberToken& number, std::size_t at, SuffixMatch match) {
    const Suffix s = unit(at, at + match.length, true);
    switch (match.word) {
        case SuffixWord::unit:
            if (cuts_latin_word(g, s)) return masked(s.unit_end);
            if (cuts_katakana_word(g, s)) return read_open_suffix(g, number, at);
            return finish_unit(g, number, join_power(g, cut_power(g, s)));
        case SuffixWord::year:
            return read_year(g, number, s);
        case SuffixWord::day:
            return read_day(g, number, s);
        case SuffixWord::minute:
            return read_minute(g, number, s);
        case SuffixWord::rank:
            return read_rank(g, number, s);
        case SuffixWord::issue:
            return match_any(g, s.unit_end, U"発行 分 作成") ? s : masked(s.unit_end);
        case SuffixWord::age:
            return read_age(g, number, s);
        case SuffixWord::fraction:
            return read_fraction(g, number, s);
        case SuffixWord::foreign:
            return {};
        default:
            return masked(s.unit_end);
    }
}

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

// Kanji numbers stand in many names: they count only before a counter, and with nothing around that makes a word of
// them.
Suffix read_kanji_suffix(const Glyphs& g, const NumberToken& number) {
    const std::size_t at = number.end;
    if (g.starts_with(at, U"分の")) return read_fraction(g, number, unit(at, at + 2, true));
    const std::size_t length = match_kanji_counter(g, at);
    if (length == 0) return {};
    Suffix s = unit(at, at + length, true);
    if (counts_others(g, number, s)) {
        s.kind = Kind::per;
        return s;
    }
    constexpr std::u32string_view kNameBefore = U"第数何幾統同均単唯随逐専純画不";
    const bool named =
        kNameBefore.find(g.before(number.begin)) != std::u32string_view::npos && g.before(number.begin) != 0;
    const bool listed = g.before(number.begin) == U'、' && is_kanji_numeral(g.before(number.begin - 1));
    if (named || listed || !is_plain_kanji_value(number, g, at, length) || !may_follow_kanji_counter(g, s.unit_end))
        return {};
    return ends_in_name(g, s) ? masked(s.unit_end) : s;
}

}  // namespace

Suffix read_unit(const Glyphs& g, std::size_t i) {
    const SuffixMatch match = find_suffix_word(g, i);
    if (match.word == SuffixWord::unit) return join_power(g, cut_power(g, unit(i, i + match.length, true)));
    if (match.word != SuffixWord::none) return {};
    return read_open(g, i);
}

Suffix read_suffix(const Glyphs& g, const NumberToken& number) {
    if (number.low.kanji && number.last().kanji) return read_kanji_suffix(g, number);
    if (g.at(number.end) == U'×' && is_digit(g.at(number.end + 1)))
        return masked(read_numeral(g, number.end + 1).end);  // 3×3
    std::size_t at = skip_spaces(g, number.end);
    if (g.at(at) == U'数') return masked(at + 1);  // 10数件: some more than ten
    if (g.at(at) == U'余' && at == number.end) ++at;
    const SuffixMatch match = find_suffix_word(g, at);
    if (match.word != SuffixWord::none) return read_known(g, number, at, match);
    if (at != number.end && g.before(at) == U' ') return {};
    if (is_year_number(number) && is_noun_glyph(g.at(at))) return masked(number.end);
    return read_open_suffix(g, number, at);
}

}  // namespace goalsheet::numbers
