// SPDX-License-Identifier: MIT
#include "read/numerals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// Numbers 1, 2, 3 … of a style whose characters follow one another.
struct Series {
    std::string_view style;
    std::u32string_view characters;
    bool again = false;  ///< from the first one on, once more
};

constexpr std::u32string_view kKatakana =
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
constexpr std::u32string_view kHalfKatakana = U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
constexpr std::u32string_view kIroha =
    U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
constexpr std::u32string_view kHalfIroha = U"ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ";
constexpr std::u32string_view kCircled =
    U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
constexpr std::array<Series, 15> kSeries = {{
    {"aiueo", kHalfKatakana, true},
    {"aiueoFullWidth", kKatakana, true},
    {"iroha", kHalfIroha, true},
    {"irohaFullWidth", kIroha, true},
    {"decimalEnclosedCircle", kCircled},
    {"decimalEnclosedCircleChinese", kCircled},
    {"decimalEnclosedParen", U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"},
    {"decimalEnclosedFullstop", U"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"},
    {"ideographEnclosedCircle", U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"},
    {"ideographTraditional", U"甲乙丙丁戊己庚辛壬癸"},
    {"ideographZodiac", U"子丑寅卯辰巳午未申酉戌亥"},
    {"ganada", U"가나다라마바사아자차카타파하"},
    {"chosung", U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"},
    {"chicago", U"*†‡§"},
    {"ideographEnclosedCircleChinese", U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"},
}};

std::string decimal(std::uint32_t number) { return fmt::format("{}", number); }

std::string series(const Series& one, std::uint32_t number) {
    const auto count = static_cast<std::uint32_t>(one.characters.size());
    if (number == 0 || (number > count && !one.again)) return decimal(number);
    std::string out;
    append_utf8(out, one.characters[(number - 1) % count]);
    return out;
}

// 27 is aa, 53 is aaa.
std::string letters(std::uint32_t number, char first) {
    constexpr std::uint32_t kLetters = 26;
    constexpr std::uint32_t kMost = 30 * kLetters;
    if (number == 0 || number > kMost) return decimal(number);
    return std::string((number - 1) / kLetters + 1, static_cast<char>(first + (number - 1) % kLetters));
}

std::string roman(std::uint32_t number, bool upper) {
    constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kParts = {{{1000, "m"},
                                                                                    {900, "cm"},
                                                                                    {500, "d"},
                                                                                    {400, "cd"},
                                                                                    {100, "c"},
                                                                                    {90, "xc"},
                                                                                    {50, "l"},
                                                                                    {40, "xl"},
                                                                                    {10, "x"},
                                                                                    {9, "ix"},
                                                                                    {5, "v"},
                                                                                    {4, "iv"},
                                                                                    {1, "i"}}};
    constexpr std::uint32_t kMost = 3999;
    if (number == 0 || number > kMost) return decimal(number);
    std::string out;
    for (const auto& [value, word] : kParts)
        for (; number >= value; number -= value) out += word;
    if (upper)
        std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return out;
}

std::string full_width(std::uint32_t number) {
    std::string out;
    for (const char digit : decimal(number)) append_utf8(out, U'０' + static_cast<char32_t>(digit - '0'));
    return out;
}

struct Kanji {
    std::array<std::string_view, 10> digits;
    std::array<std::string_view, 4> units;  ///< none, ten, hundred, thousand
    std::string_view myriad;
    bool says_one;  ///< 壱拾, not 拾
};
constexpr Kanji kPlainKanji = {
    {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "万", false};
constexpr Kanji kLegalKanji = {
    {"零", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"}, {"", "拾", "百", "阡"}, "萬", true};

std::string kanji(std::uint32_t number, const Kanji& words) {
    constexpr std::uint32_t kMost = 99'999'999;
    if (number > kMost) return decimal(number);
    if (number == 0) return std::string(words.digits[0]);
    if (number >= 10'000) {
        const std::uint32_t rest = number % 10'000;
        return kanji(number / 10'000, words) + std::string(words.myriad) + (rest == 0 ? "" : kanji(rest, words));
    }
    std::string out;
    std::uint32_t value = 1000;
    for (std::size_t unit = 4; unit-- > 0; value /= 10) {
        const std::uint32_t digit = number / value % 10;
        if (digit == 0) continue;
        if (digit > 1 || unit == 0 || words.says_one) out += words.digits[digit];
        out += words.units[unit];
    }
    return out;
}

std::string kanji_digits(std::uint32_t number) {
    std::string out;
    for (const char digit : decimal(number)) out += kPlainKanji.digits[static_cast<std::size_t>(digit - '0')];
    return out;
}

std::string ordinal(std::uint32_t number) {
    const bool teen = number / 10 % 10 == 1;
    const std::uint32_t last = number % 10;
    return decimal(number) + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
}

}  // namespace

std::string show_numeral(std::string_view style, std::uint32_t number) {
    const auto one =
        std::find_if(kSeries.begin(), kSeries.end(), [&](const Series& entry) { return entry.style == style; });
    if (one != kSeries.end()) return series(*one, number);
    if (style == "none" || style == "bullet") return {};
    if (style == "lowerLetter") return letters(number, 'a');
    if (style == "upperLetter") return letters(number, 'A');
    if (style == "lowerRoman") return roman(number, false);
    if (style == "upperRoman") return roman(number, true);
    if (style == "decimalFullWidth" || style == "decimalFullWidth2") return full_width(number);
    if (style == "decimalZero") return fmt::format("{:02}", number);
    if (style == "japaneseCounting" || style == "chineseCountingThousand" || style == "taiwaneseCountingThousand")
        return kanji(number, kPlainKanji);
    if (style == "japaneseLegal") return kanji(number, kLegalKanji);
    if (style == "japaneseDigitalTenThousand" || style == "ideographDigital" || style == "taiwaneseDigital")
        return kanji_digits(number);
    if (style == "hex") return fmt::format("{:X}", number);
    if (style == "ordinal") return ordinal(number);
    return decimal(number);
}

std::string_view numeral_style_of_odf(std::string_view format) {
    struct Name {
        std::string_view format;
        std::string_view style;
    };
    static constexpr std::array<Name, 17> kNames = {{
        {"i", "lowerRoman"},
        {"I", "upperRoman"},
        {"a", "lowerLetter"},
        {"A", "upperLetter"},
        {"１", "decimalFullWidth"},
        {"①", "decimalEnclosedCircle"},
        {"⑴", "decimalEnclosedParen"},
        {"一", "japaneseCounting"},
        {"壱", "japaneseLegal"},
        {"壹", "japaneseLegal"},
        {"ア", "aiueoFullWidth"},
        {"ｱ", "aiueo"},
        {"イ", "irohaFullWidth"},
        {"ｲ", "iroha"},
        {"甲", "ideographTraditional"},
        {"子", "ideographZodiac"},
        {"㊀", "ideographEnclosedCircle"},
    }};
    const std::string_view first = format.substr(0, format.find(','));
    for (const Name& name : kNames)
        if (name.format == first) return name.style;
    return format.empty() ? std::string_view() : std::string_view("decimal");
}

}  // namespace goalsheet
