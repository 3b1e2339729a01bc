// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace letter_for_digit_rule {
namespace {

constexpr std::array<std::string_view, 36> kCounters = {
    "件",   "回", "人", "名", "社",   "校", "台", "本", "箇所", "か所",     "カ所", "ヶ所",
    "団体", "%",  "％", "円", "千円", "万", "日", "月", "年",   "時間",     "世帯", "施設",
    "地区", "店", "者", "品", "点",   "冊", "組", "園", "枚",   "ポイント", "ha",   "km"};
// Katakana that look like kanji numerals.
constexpr std::array<std::string_view, 3> kKatakana = {"ニ", "ハ", "ー"};

const Message kKatakanaMessage = {"「{0}」の「{1}」は漢数字ではなく片仮名や長音符です。数字で打ち直してください。",
                                  "“{0}”: {1} is katakana, not a numeral; type the number again."};
const Message kComma = {"「{0}」は桁区切りの位置が正しくありません。数字を確かめてください。",
                        "“{0}”: the commas do not stand at thousands; check the figure."};
const Message kPoint = {"「{0}」は小数点が重なっています。数字を確かめてください。",
                        "“{0}” has two decimal points; check the figure."};

char32_t half(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_look_alike(char32_t c) { return c == 'O' || c == 'o' || c == 'l' || c == 'I'; }
bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A run of digits, letters that look like them, commas and points.
struct Token {
    std::string value;  ///< in half width
    std::size_t begin = 0;
    std::size_t end = 0;
};

Token token_at(std::string_view text, std::size_t at) {
    Token token{{}, at, at};
    for (CodePoint point = decode_at(text, at); point.length; point = decode_at(text, token.end)) {
        const char32_t c = half(point.value);
        if (!is_digit(c) && !is_look_alike(c) && c != ',' && c != '.') break;
        token.value += static_cast<char>(c);
        token.end += point.length;
    }
    while (token.value.ends_with(',') || token.value.ends_with('.')) {
        token.value.pop_back();
        token.end -= decode_before(text, token.end).length;
    }
    return token;
}

bool starts_with_counter(std::string_view text) { return starts_with_any(text, kCounters); }

std::size_t count_digits(const std::string& value) {
    return static_cast<std::size_t>(
        std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// 3O社, l2回, O件 – but not O157 and CO2.
bool has_letter(const Token& token, std::string_view rest) {
    const std::string& value = token.value;
    const std::size_t letters = value.size() - count_digits(value) -
                                static_cast<std::size_t>(std::count_if(value.begin(), value.end(),
                                                                       [](char c) { return c == ',' || c == '.'; }));
    if (letters == 0 || !starts_with_counter(rest)) return false;
    if (count_digits(value) == 0) return value == "O" || value == "l";
    const bool bacterium = value.front() == 'O' && value.find_first_not_of("0123456789", 1) == std::string::npos;
    return !bacterium;
}

// 1,20人, 12,00人: no group of three behind a comma. 5,8,11月 lists months.
bool has_odd_comma(const Token& token, std::string_view rest) {
    const std::string& value = token.value;
    const std::size_t comma = value.find(',');
    if (comma == std::string::npos || count_digits(value) < 3 || !starts_with_counter(rest)) return false;
    if (rest.starts_with("月") || rest.starts_with("日") || rest.starts_with("年")) return false;
    if (comma == 0 || comma > 3) return comma > 3 && value.size() - comma == 4;
    std::size_t group = 0;
    for (std::size_t i = comma + 1; i <= value.size(); ++i) {
        if (i < value.size() && value[i] >= '0' && value[i] <= '9') {
            ++group;
            continue;
        }
        if (group != 3) return group == 2 || group == 4;
        if (i < value.size() && value[i] == '.') break;
        group = 0;
    }
    return false;
}

bool has_two_points(const Token& token, std::string_view rest) {
    const std::string& value = token.value;
    if (value.find("..") != std::string::npos) return starts_with_counter(rest) && count_digits(value) > 1;
    return std::count(value.begin(), value.end(), '.') == 2 && (rest.starts_with("%") || rest.starts_with("％"));
}

const Message kPointForComma = {
    "「{0}」は小数点が桁区切りのコンマの誤りではありませんか。件数や人数なら「{1}」と書いてください。",
    "“{0}”: is the point meant to be the comma at thousands? If so, write {1}."};

// 1.240件: what is counted in whole numbers has no thousandths. An average may have them.
bool has_point_for_comma(const Token& token, std::string_view before, std::string_view rest) {
    constexpr std::array<std::string_view, 20> kWhole = {"件", "人", "名", "回", "社", "校",   "台",
                                                         "本", "冊", "部", "枚", "戸", "世帯", "団体",
                                                         "店", "組", "通", "食", "頭", "円"};
    constexpr std::array<std::string_view, 7> kAverage = {"平均", "当たり", "あたり", "につき", "率", "1人", "1世帯"};
    const std::string& value = token.value;
    const std::size_t point = value.find('.');
    constexpr std::size_t kGroup = 3;
    if (point == std::string::npos || point == 0 || point > kGroup || value.size() - point - 1 != kGroup) return false;
    if (value.front() == '0' || count_digits(value) != value.size() - 1) return false;
    const std::string_view near = before.substr(before.size() - std::min<std::size_t>(before.size(), 30));
    const auto holds = [&](std::string_view one) { return near.find(one) != std::string_view::npos; };
    return starts_with_any(rest, kWhole) && std::none_of(kAverage.begin(), kAverage.end(), holds);
}

struct Slip {
    Token token;
    const Message* message;
};

std::optional<Slip> slip_of(const Token& token, std::string_view before, std::string_view rest) {
    if (has_point_for_comma(token, before, rest)) return Slip{token, &kPointForComma};
    if (has_letter(token, rest)) return Slip{token, nullptr};
    if (has_odd_comma(token, rest)) return Slip{token, &kComma};
    if (has_two_points(token, rest)) return Slip{token, &kPoint};
    return std::nullopt;
}

// 30社 with what counts it.
std::size_t end_with_counter(std::string_view text, std::size_t at) {
    std::size_t end = at;
    for (const std::string_view one : kCounters)
        if (text.substr(at).starts_with(one)) end = std::max(end, at + one.size());
    return end;
}

std::string with_comma(std::string_view written) {
    std::string text(written);
    if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

void check_text(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const char32_t c = half(point.value);
        const bool starts =
            (is_digit(c) || is_look_alike(c)) && !is_latin(before) && !is_digit(before) && before != '-';
        if (!starts) {
            before = c;
            at += point.length;
            continue;
        }
        const Token token = token_at(text, at);
        if (const auto slip = slip_of(token, text.substr(0, token.begin), text.substr(token.end))) {
            const std::size_t end = end_with_counter(text, token.end);
            report.add(sheet, sheet.at(field, token.begin, end),
                       Saying{.arguments = {same(excerpt(text.substr(token.begin, end - token.begin))),
                                            same(with_comma(text.substr(token.begin, end - token.begin)))},
                              .message = slip->message});
        }
        at = std::max(token.end, at + point.length);
        before = half(decode_before(text, at).value);
    }
}

// ニ回, ー部: katakana alone in front of a counter.
void check_katakana(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string_view text = field.text->text;
    for (const std::string_view sign : kKatakana) {
        for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) {
            const char32_t before = decode_before(text, at).value;
            const std::string_view rest = text.substr(at + sign.size());
            const bool counted = rest.starts_with("回") || rest.starts_with("件") || rest.starts_with("人") ||
                                 rest.starts_with("箇所") || rest.starts_with("か所") || rest.starts_with("社");
            if (!counted || is_katakana(before) || before == U'ー' || is_latin(half(before)) || is_kanji(before))
                continue;
            const std::size_t end = end_with_counter(text, at + sign.size());
            report.add(
                sheet, sheet.at(field, at, end),
                Saying{.arguments = {same(text.substr(at, end - at)), same(sign)}, .message = &kKatakanaMessage});
        }
    }
}

const Message kBar = {"「{0}」の「一」は漢数字です。長音符「ー」に直してください。",
                      "“{0}”: 一 is a numeral; write the long vowel mark ー."};

// センタ一で: a kanji one inside or at the end of a word in katakana.
void check_bar(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    constexpr std::string_view kOne = "一";
    constexpr std::u32string_view kLong = U"アカサタナハマヤラワガザダバパャュョエケセテネメレイキシチニリ";
    constexpr std::u32string_view kParticles = U"をにでのはがと、。";
    const std::string_view text = field.text->text;
    for (std::size_t at = text.find(kOne); at != std::string_view::npos; at = text.find(kOne, at + kOne.size())) {
        const char32_t before = decode_before(text, at).value;
        const char32_t behind = decode_at(text, at + kOne.size()).value;
        if (!is_katakana(before)) continue;
        const bool inside = is_katakana(behind);
        const bool last =
            kLong.find(before) != std::u32string_view::npos && kParticles.find(behind) != std::u32string_view::npos;
        if (!inside && !last) continue;
        std::size_t begin = at;
        while (is_katakana(decode_before(text, begin).value)) begin -= decode_before(text, begin).length;
        std::size_t end = at + kOne.size();
        while (is_katakana(decode_at(text, end).value)) end += decode_at(text, end).length;
        report.add(sheet, sheet.at(field, begin, end),
                   Saying{.arguments = {same(excerpt(text.substr(begin, end - begin)))}, .message = &kBar});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        check_text(sheet, field, report);
        check_katakana(sheet, field, report);
        check_bar(sheet, field, report);
    }
}

}  // namespace
}  // namespace letter_for_digit_rule

const RuleBody letter_for_digit{
    .texts = {.title = {"数字の中の英字など、数字の打ち誤り", "a letter where a digit belongs"},
              .message = {"「{0}」の数字に英字（O・l・I）が交ざっています。数字で打ち直してください。",
                          "“{0}” has a letter (O, l or I) among its digits; type the number again."},
              .why = {"見た目は数字でも集計や検索では数と読まれず、その実績がないことになります。",
                      "It looks like a number, but no program counts it."},
              .wrong = "②中間報告: (1) 啓発イベント 2回、参加者 1O0人",
              .right = "②中間報告: (1) 啓発イベント 2回、参加者 100人"},
    .on_sheet = letter_for_digit_rule::check,
};

}  // namespace goalsheet::rules
