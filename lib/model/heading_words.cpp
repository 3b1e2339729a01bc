// SPDX-License-Identifier: MIT
#include "model/heading_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "model/label_reader.hpp"
#include "model/list_numbers.hpp"
#include "model/outside_fields.hpp"

namespace goalsheet {
namespace {

using Kind = HeadingWords::Kind;

bool is_blank(char32_t c) { return is_space(c) || c == U'\u3000' || c == U'\u00A0'; }

bool is_letter(char32_t c) { return is_kanji(c) || is_katakana(c) || is_hiragana(c) || c == U'ー'; }

// 1, １－２, Ⅱ, ①, (3), 三: where the number that begins here ends.
std::size_t number_end(std::string_view text, std::size_t at) {
    constexpr std::u32string_view kParts = U"0123456789０１２３４５６７８９-－‐–―.．(（)）";
    constexpr std::u32string_view kKanji = U"一二三四五六七八九十";
    std::size_t end = at;
    bool number = false;
    while (end < text.size()) {
        const CodePoint point = decode_at(text, end);
        const bool roman = point.value >= 0x2160 && point.value <= 0x217B;
        const bool counts = roman || digit_value(point.value) || circled_number(point.value) ||
                            kKanji.find(point.value) != std::u32string_view::npos;
        if (!counts && kParts.find(point.value) == std::u32string_view::npos) break;
        number = number || counts;
        end += point.length;
    }
    return number ? end : at;
}

std::size_t skip_signs(std::string_view text, std::size_t at) {
    constexpr std::u32string_view kSigns = U"：:．.、,，】］〕」＞>]-－―–";
    while (at < text.size()) {
        const CodePoint point = decode_at(text, at);
        if (!is_blank(point.value) && kSigns.find(point.value) == std::u32string_view::npos) break;
        at += point.length;
    }
    return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(decode_at(text, at).value)) at += decode_at(text, at).length;
    return at;
}

// …を届ける, …なくします: it says what is to be reached, where a noun names a chapter.
bool is_phrase(std::string_view text) {
    constexpr std::u32string_view kEnds = U"るすくむぶうつぐぬい";
    constexpr std::size_t kFewest = 6;
    std::string folded = fold(text);
    for (const std::string_view tail : {"。", "!"})
        if (folded.ends_with(tail)) folded.erase(folded.size() - tail.size());
    const bool ends = kEnds.find(decode_before(folded, folded.size()).value) != std::u32string_view::npos;
    constexpr std::array<std::string_view, 5> kParticles = {"を", "に", "が", "で", "へ"};
    const bool ties = std::any_of(kParticles.begin(), kParticles.end(), [&](std::string_view particle) {
        return folded.find(particle) != std::string::npos;
    });
    return ends && ties && count_code_points(folded) >= kFewest;
}

// The label in front: letters up to a number, 基本目標 of 基本目標Ⅱ　…, or what brackets hold.
struct Front {
    Kind kind = Kind::none;
    std::size_t end = 0;  ///< where the heading's own words begin
};

Front bracketed_front(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrackets = {
        {{"【", "】"}, {"［", "］"}, {"〔", "〕"}, {"＜", "＞"}, {"[", "]"}}};
    for (const auto& [open, close] : kBrackets) {
        const std::size_t end = text.find(close);
        if (!text.starts_with(open) || end == std::string_view::npos) continue;
        std::size_t word = open.size();
        while (word < end && is_letter(decode_at(text, word).value)) word += decode_at(text, word).length;
        const std::size_t behind = skip_spaces(text, word);
        if (behind < end && number_end(text, behind) < end) return {};
        return {heading_kind(text.substr(open.size(), word - open.size())), skip_signs(text, end + close.size())};
    }
    return {};
}

Front numbered_front(std::string_view text) {
    constexpr std::size_t kMostCharacters = 12;  // characters
    std::size_t word = 0;
    std::size_t letters = 0;
    while (word < text.size() && letters <= kMostCharacters && number_end(text, word) == word) {
        const CodePoint point = decode_at(text, word);
        const bool mark = point.value == U'の' || is_letter(point.value);
        if (!mark) break;
        word += point.length;
        ++letters;
    }
    const std::size_t number = skip_spaces(text, word);
    const std::size_t end = number_end(text, number);
    const CodePoint next = decode_at(text, end);
    const bool colon = end == number && (next.value == U'：' || next.value == ':');
    if (letters == 0 || letters > kMostCharacters || (end == number && !colon)) return {};
    const std::size_t rest = skip_signs(text, end);
    // 目標3件: a figure and no number of a goal.
    const CodePoint last = decode_before(text, end);
    const bool parted = rest > end || last.value == ')' || last.value == U'）' || circled_number(last.value);
    if (!parted) return {};
    return {heading_kind(text.substr(0, word)), rest};
}

bool begins_with_number(std::string_view text, std::size_t& rest) {
    const std::size_t end = number_end(text, 0);
    const auto number = leading_number(text);
    if (!number && end == 0) return false;
    const std::size_t own = number ? number->length : end;
    rest = skip_signs(text, own);
    return rest > own || number.has_value();
}

// 各部局, 担当課, 市長部局: a word for departments, and the name of none.
bool means_several(std::string_view word) {
    constexpr std::array<std::string_view, 9> kBegins = {"各",   "全", "関係", "担当", "所管",
                                                         "主管", "他", "両",   "庁内"};
    return word.ends_with("部局") ||
           std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view begin) { return word.starts_with(begin); });
}

bool is_opening(char32_t c) {
    return is_blank(c) ||
           std::u32string_view(U"（()）［］【】〔〕「」/／・|｜:：").find(c) != std::u32string_view::npos;
}

}  // namespace

HeadingWords read_heading_words(const SourcedText& heading) {
    const std::size_t mark = heading_mark_length(heading.text);
    const SourcedText text = heading.slice(mark, heading.text.size()).trimmed();
    HeadingWords words;
    words.text = text;
    Front front = bracketed_front(text.text);
    if (front.kind == Kind::none) front = numbered_front(text.text);
    if (front.kind != Kind::none && front.end < text.text.size()) {
        words.kind = front.kind;
        words.labelled = true;
        words.text = text.slice(front.end, text.text.size()).trimmed();
        return words;
    }
    if (front.end > 0 && front.end < text.text.size()) words.behind = text.slice(front.end, text.text.size()).trimmed();
    std::size_t rest = 0;
    if (!begins_with_number(text.text, rest) || rest >= text.text.size()) return words;
    words.text = text.slice(rest, text.text.size()).trimmed();
    if (is_phrase(words.text.text)) words.kind = Kind::goal;
    return words;
}

bool names_sheet(std::string_view text) {
    constexpr std::size_t kLongest = 160;
    if (text.size() > kLongest) return false;
    const std::string folded = fold(text);
    for (const std::string_view word : {"シート", "調書", "管理表", "評価表", "進捗表", "一覧表", "評価票", "管理票"})
        if (folded.find(word) != std::string::npos) return true;
    return has_title_word(folded);
}

std::optional<SourcedText> department_in_title(const SourcedText& title) {
    constexpr std::size_t kLongest = 240;
    if (title.text.size() > kLongest) return std::nullopt;
    std::size_t from = 0;
    if (const auto year = find_fiscal_year(title.text); year && year->begin == 0) from = year->end;
    std::optional<std::pair<std::size_t, std::size_t>> found;  // 総務企画部 秘書広報課 is one name
    for (std::size_t begin = from; begin < title.text.size();) {
        std::size_t end = begin;
        while (end < title.text.size() && !is_opening(decode_at(title.text, end).value))
            end += decode_at(title.text, end).length;
        constexpr std::size_t kFewest = 3;  // 各部 is none
        const SourcedText word = title.slice(begin, end);
        const bool name =
            count_code_points(word.text) >= kFewest && is_department_name(word) && !means_several(word.text);
        if (found && !name && end > begin) break;
        if (name) found = std::pair(found ? found->first : begin, end);
        begin = end + decode_at(title.text, end).length;
        if (end >= title.text.size()) break;
    }
    if (found) return title.slice(found->first, found->second);
    return std::nullopt;
}

std::optional<YearMention> bare_year(std::string_view title) {
    constexpr std::size_t kDigits = 4;
    for (std::size_t at = 0; at < title.size(); at += decode_at(title, at).length) {
        std::size_t end = at;
        int year = 0;
        std::size_t digits = 0;
        for (; digits <= kDigits && end < title.size(); ++digits) {
            const CodePoint point = decode_at(title, end);
            const auto digit = digit_value(point.value);
            if (!digit) break;
            year = year * 10 + *digit;
            end += point.length;
        }
        if (digits == 0) continue;
        if (digits > kDigits)
            while (end < title.size() && digit_value(decode_at(title, end).value)) end += decode_at(title, end).length;
        const CodePoint next = decode_at(title, end);
        const bool date = std::u32string_view(U"年月日./-").find(next.value) != std::u32string_view::npos;
        const bool whole = digits == kDigits && (next.length == 0 || !date);
        if (whole && year >= 1989 && year <= 2100) return YearMention{std::to_string(year) + "年度", year, at, end};
        at = end;
        if (at >= title.size()) break;
    }
    return std::nullopt;
}

}  // namespace goalsheet
