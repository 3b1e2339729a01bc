// SPDX-License-Identifier: MIT
#include "model/list_numbers.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "model/numbering/list_marker_at.hpp"
#include "text/list_indent.hpp"

namespace goalsheet {
namespace {

using namespace numbering;

constexpr int kMostAlone = 99;  ///< above, a number numbers only where it goes on with the one before

// 「(2)の」「(1)と連携」「(1)について」: what follows says that the number is a reference. A word may begin with such a
// letter (とりまとめ, ものづくり), so a letter alone counts only before a character that no word of that kind goes on
// with.
bool reads_on_as_reference(std::string_view after) {
    after = after.substr(skip_blanks(after, 0));
    for (const std::string_view phrase :
         {"における", "において", "について", "による", "により", "に基づ", "に係る", "に関する", "のとおり", "の通り",
          "から", "まで", "及び", "または", "又は", "ほか", "以外"})
        if (after.starts_with(phrase)) return true;
    const CodePoint first = decode_at(after, 0);
    if (first.value == U'、' || first.value == U'。' || first.value == U'を' || is_close(first.value)) return true;
    constexpr std::u32string_view kParticles = U"のとはがでにもや";
    if (kParticles.find(first.value) == std::u32string_view::npos) return false;
    const CodePoint second = decode_at(after, first.length);
    return !is_hiragana(second.value);
}

// In a line of a list within an entry of another one.
bool is_nested(std::string_view text, std::size_t at) {
    while (at > 0) {
        const CodePoint before = decode_before(text, at);
        if (before.value == kListIndentCharacter) return true;
        if (before.value == '\n' || !is_space(before.value)) return false;
        at -= before.length;
    }
    return false;
}

bool begins_entry(std::string_view line) {
    return bullet_at(line, 0) || bracketed_at(line, 0) || circled_at(line, 0) || kana_at(line, 0) ||
           digits_then(line, 0, U")）.．");
}

// Lists within entries are words of those, where the outer list numbers alike or has several entries. Below a single
// one (○ 取組) they are the list.
bool leaves_nested_out(std::string_view text, NumberStyle style) {
    if (text.find(kListIndent) == std::string_view::npos) return false;
    std::size_t entries = 0;
    for (const std::string_view line : split_lines(text)) {
        const std::string_view inner = trim(line);
        if (inner.empty() || line.starts_with(kListIndent)) continue;
        if (marker_at(inner, 0, style)) return true;
        entries += begins_entry(inner) ? 1 : 0;
    }
    return entries > 1;
}

bool at_line_start(std::string_view text, std::size_t at) {
    while (at > 0) {
        const CodePoint before = decode_before(text, at);
        if (before.value == '\n') return true;
        if (!is_space(before.value)) return false;
        at -= before.length;
    }
    return true;
}

bool may_start_inline(std::string_view text, std::size_t at) {
    const CodePoint before = decode_before(text, at);
    return is_space(before.value) || before.value == U'。';
}

std::u32string_view range_signs() { return U"～〜~-－ー―–—"; }
std::u32string_view list_signs() { return U"、，,・･"; }

// Markers that stand directly together: (1)～(3), (1)、(2), (1)(2).
struct MarkerGroup {
    Marker first;
    std::vector<int> numbers;
    std::size_t end = 0;
    std::vector<Marker> half_brackets;
};

bool is_whole(std::string_view text, const Marker& marker) { return !digit_value(decode_at(text, marker.begin).value); }

// `slips`: 2) between (1) and (3) is a (2).
std::optional<Marker> read_marker(std::string_view text, std::size_t at, NumberStyle style, bool slips) {
    const auto marker = marker_at(text, at, style);
    return marker || !slips ? marker : marker_at(text, at, NumberStyle::half_bracket);
}

MarkerGroup read_group(std::string_view text, const Marker& first, NumberStyle style, bool slips) {
    MarkerGroup group{first, {first.number}, first.end, {}};
    const bool closes = style == NumberStyle::bracketed || style == NumberStyle::half_bracket;
    if (closes && !is_whole(text, first)) group.half_brackets.push_back(first);
    if (style == NumberStyle::bullet) return group;
    while (true) {
        std::size_t pos = skip_blanks(text, group.end);
        const CodePoint sign = decode_at(text, pos);
        const bool range = sign.length && range_signs().find(sign.value) != std::u32string_view::npos;
        const bool list = sign.length && list_signs().find(sign.value) != std::u32string_view::npos;
        if (range || list) pos = skip_blanks(text, pos + sign.length);
        const auto next = read_marker(text, pos, style, slips);
        const bool adjoins = range || list || pos == group.end;
        if (!next || !adjoins || next->number <= group.numbers.back()) return group;
        const int from = range ? group.numbers.back() + 1 : next->number;
        for (int number = from; number <= next->number; ++number) group.numbers.push_back(number);
        if (closes && !is_whole(text, *next)) group.half_brackets.push_back(*next);
        group.end = next->end;
    }
}

// At "(", "（" (EF BC 88) or "⑴" (E2 91 B4 …).
bool may_be_bracketed(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '\xEF') return text.substr(at).starts_with("（");
    if (c == '\xE2') return at + 1 < text.size() && (text[at + 1] == '\x91' || text[at + 1] == '\x92');
    return c == '(';
}

// At "①" (E2 91 A0 …), "㉑" or "㊱" (E3 89 91 …).
bool may_be_circled(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c != '\xE2' && c != '\xE3') return false;
    return at + 1 < text.size() && (text[at + 1] == '\x91' || text[at + 1] == '\x89' || text[at + 1] == '\x8A');
}

// （令和7)
bool leaves_bracket_open(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) {
        const char32_t c = decode_at(text, at).value;
        if (is_open(c)) ++depth;
        if (is_close(c) && depth > 0) --depth;
    }
    return depth > 0;
}

// (1)5件(2)6件 and ①甲②乙 in one line: text on both sides of the number, and in front of it neither a figure, which a
// note or a negative would follow, nor a word that a number belongs to (施策(2), 第①期).
bool goes_on_inline(std::string_view text, std::size_t last_end, std::size_t at, std::size_t end) {
    const std::string_view between = trim(text.substr(last_end, at - last_end));
    const std::size_t next = skip_blanks(text, end);
    if (between.empty() || between.find('\n') != std::string_view::npos || next >= text.size() || text[next] == '\n' ||
        leaves_bracket_open(between))
        return false;
    const CodePoint before = decode_before(between, between.size());
    if (digit_value(before.value) || is_open(before.value) || before.value == U'「' || before.value == U'『')
        return false;
    for (const std::string_view word :
         {"第",   "柱",   "図",   "表",   "章",   "節",   "項",     "号",   "注",   "※",    "目標",
          "方針", "施策", "計画", "取組", "事業", "重点", "戦略",   "視点", "別紙", "様式", "資料",
          "上記", "前記", "同",   "と",   "や",   "及び", "または", "又は", "から", "の"})
        if (between.ends_with(word)) return false;
    return true;
}

bool begins_digits(std::string_view text, std::size_t at) {
    const char c = text[at];
    if ((c < '0' || c > '9') && c != '\xEF') return false;
    return digit_value(decode_at(text, at).value) && !digit_value(decode_before(text, at).value);
}

bool begins_line(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; }

// Whether brackets close that nothing opens, as the first bracket of a number that was left out leaves them.
bool has_half_brackets(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) {
        const char32_t c = decode_at(text, at).value;
        if (is_open(c)) ++depth;
        if (is_close(c) && --depth < 0) return true;
    }
    return false;
}

// Whether a number of the style may stand at a place within a line.
bool may_stand_inline(std::string_view text, std::size_t at, NumberStyle style, bool slips) {
    if (slips && begins_digits(text, at)) return true;
    switch (style) {
        case NumberStyle::bracketed:
        case NumberStyle::kana:
            return may_be_bracketed(text, at);
        case NumberStyle::circled:
            return may_be_circled(text, at);
        case NumberStyle::half_bracket:
        case NumberStyle::dotted:
            return begins_digits(text, at);
        case NumberStyle::bullet:
            return false;
    }
    return false;
}

// Bytes that neither end a line nor begin a number: of ASCII letters and the characters of Japanese all but a few.
bool is_plain_byte(char c) {
    static constexpr auto kPlain = [] {
        std::array<bool, 256> table{};
        for (std::size_t byte = '9' + 1; byte < table.size(); ++byte)
            table[byte] = byte != 0xE2 && byte != 0xE3 && byte != 0xEF;
        return table;
    }();
    return kPlain[static_cast<unsigned char>(c)];
}

// The next place from `at` on where a number may stand: the start of a line, or where one may be within it. Most of a
// text is neither.
std::size_t next_candidate(std::string_view text, std::size_t at, NumberStyle style, bool slips) {
    for (; at < text.size(); ++at) {
        if (begins_line(text, at) && style != NumberStyle::bracketed) return skip_blanks(text, at);
        if (style == NumberStyle::bullet)
            at = std::min(text.find('\n', at), text.size() - 1);
        else if (may_stand_inline(text, at, style, slips))
            return at;
        if (text[at] == '\n') continue;
        while (at + 1 < text.size() && is_plain_byte(text[at + 1])) ++at;
    }
    return text.size();
}

std::vector<MarkerGroup> find_groups_of(std::string_view text, NumberStyle style, bool slips) {
    std::vector<MarkerGroup> groups;
    const bool outer_only = leaves_nested_out(text, style);
    int last = 0;
    for (std::size_t at = next_candidate(text, 0, style, slips); at < text.size();
         at = next_candidate(text, at, style, slips)) {
        const std::size_t step = decode_at(text, at).length;
        const auto marker = read_marker(text, at, style, slips);
        if (!marker) {
            at += step;
            continue;
        }
        MarkerGroup group = read_group(text, *marker, style, slips);
        const bool line = at_line_start(text, at);
        const bool follows = group.numbers.front() == last + 1;
        if (!follows && group.numbers.front() > kMostAlone) {
            at = std::max(at + step, marker->end);
            continue;
        }
        const auto is_reference = [&] { return reads_on_as_reference(text.substr(group.end)); };
        bool counts = false;
        if (outer_only && is_nested(text, at)) {
            counts = false;
        } else if (style == NumberStyle::bullet) {
            counts = line;
            group.numbers = {last + 1};
        } else if (line) {
            counts = follows || !is_reference();
        } else if (style == NumberStyle::bracketed && may_start_inline(text, at)) {
            counts = follows && !is_reference();
        } else if (follows && last > 0 && (style != NumberStyle::dotted || may_start_inline(text, at)) &&
                   goes_on_inline(text, groups.back().end, at, group.end)) {
            counts = !is_reference();
        }
        if (!counts) {
            at = std::max(at + step, marker->end);
            continue;
        }
        last = group.numbers.back();
        at = group.end;
        groups.push_back(std::move(group));
    }
    return groups;
}

// 3. 健診⏎4. 相談, as a list that begins at 3; (2)～(4) at once.
bool follow_one_another(const std::vector<MarkerGroup>& groups) {
    for (std::size_t i = 1; i < groups.size(); ++i)
        if (groups[i].numbers.front() != groups[i - 1].numbers.back() + 1) return false;
    return groups.size() > 1 || (!groups.empty() && groups.front().numbers.size() > 1);
}

// Numbers from 1 on or from what the list begins with, of which some have both their brackets, and all that begin a
// line belong to it: else they are of two lists.
bool is_one_list(std::string_view text, const std::vector<MarkerGroup>& groups) {
    const auto whole =
        std::count_if(groups.begin(), groups.end(), [&](const MarkerGroup& one) { return is_whole(text, one.first); });
    if (whole == 0 || !follow_one_another(groups)) return false;
    std::size_t group = 0;
    for (const std::string_view line : split_lines(text)) {
        const auto begin = static_cast<std::size_t>(line.data() - text.data());
        const std::size_t at = skip_blanks(text, begin);
        while (group < groups.size() && groups[group].first.begin < at) ++group;
        const bool counted = group < groups.size() && groups[group].first.begin == at;
        if (!counted && marker_at(text, at, NumberStyle::half_bracket)) return false;
    }
    return true;
}

std::vector<MarkerGroup> find_groups(std::string_view text, NumberStyle style) {
    if (style == NumberStyle::bracketed && has_half_brackets(text))
        if (auto groups = find_groups_of(text, style, true); is_one_list(text, groups)) return groups;
    return find_groups_of(text, style, false);
}

bool all_lines_are_bullets(std::string_view text) {
    for (const std::string_view line : split_lines(text))
        if (!trim(line).empty() && !line.starts_with(kListIndent) && !bullet_at(trim(line), 0)) return false;
    return true;
}

// (45) alone in a cell: an amount below zero as spreadsheets show it. No sheet numbers so far and writes nothing.
bool is_lone_figure(std::string_view text, const std::vector<MarkerGroup>& groups) {
    constexpr int kLastNumber = 20;
    return groups.size() == 1 && groups.front().numbers.front() > kLastNumber &&
           trim(text.substr(0, groups.front().first.begin)).empty() && trim(text.substr(groups.front().end)).empty();
}

// slice().trimmed() in one step: cells are cut into parts by the thousand.
SourcedText trimmed_slice(const SourcedText& text, std::size_t begin, std::size_t end) {
    const std::string_view inner = trim(std::string_view(text.text).substr(begin, end - begin));
    const auto from = static_cast<std::size_t>(inner.data() - text.text.data());
    return text.slice(from, from + inner.size());
}

}  // namespace

std::optional<NumberStyle> find_number_style(std::string_view text) {
    for (const NumberStyle style : {NumberStyle::bracketed, NumberStyle::half_bracket, NumberStyle::circled,
                                    NumberStyle::kana, NumberStyle::dotted}) {
        const auto groups = find_groups(text, style);
        if (groups.empty() || is_lone_figure(text, groups)) continue;
        // Kana and plain figures are everywhere; only a sequence numbers anything, of kana one from the first on.
        const bool needs_first = style == NumberStyle::kana || style == NumberStyle::dotted;
        if (!needs_first || groups.front().numbers.front() == 1) return style;
        if (style == NumberStyle::dotted && groups.size() > 1 && follow_one_another(groups)) return style;
    }
    if (text.find('\n') == std::string_view::npos && !bullet_at(text, 0)) return std::nullopt;
    const auto bullets = find_groups(text, NumberStyle::bullet);
    if (bullets.empty()) return std::nullopt;
    const std::string_view lead = trim(text.substr(0, bullets.front().first.begin));
    const bool below_one_line = !lead.empty() && lead.find('\n') == std::string_view::npos;
    return below_one_line || all_lines_are_bullets(text) ? std::optional(NumberStyle::bullet) : std::nullopt;
}

NumberedText split_numbered(const SourcedText& text, NumberStyle style) {
    NumberedText result;
    const auto groups = find_groups(text.text, style);
    if (groups.empty() || is_lone_figure(text.text, groups)) {
        result.lead = text;
        return result;
    }
    result.lead = trimmed_slice(text, 0, groups.front().first.begin);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t end = i + 1 < groups.size() ? groups[i + 1].first.begin : text.text.size();
        NumberedPart part;
        part.numbers = groups[i].numbers;
        part.marker = text.slice(groups[i].first.begin, groups[i].first.end);
        for (const Marker& half : groups[i].half_brackets)
            part.half_brackets.push_back(text.slice(half.begin, half.end));
        part.text = trimmed_slice(text, groups[i].end, end);
        result.parts.push_back(std::move(part));
    }
    return result;
}

std::optional<NumberedText> split_at_points(const SourcedText& text, std::size_t count) {
    NumberedText result;
    for (const std::string_view line : split_lines(text.text)) {
        const std::string_view inner = trim(line);
        if (inner.empty()) continue;
        std::size_t point = 0;
        const auto expected = static_cast<int>(result.parts.size() + 1);
        if (read_small_number(inner, point) != expected) return std::nullopt;
        const CodePoint sign = decode_at(inner, point);
        if (sign.value != '.' && sign.value != U'．') return std::nullopt;
        const auto begin = static_cast<std::size_t>(inner.data() - text.text.data());
        const std::size_t figure = begin + point + sign.length;
        result.parts.push_back(
            {{expected}, trimmed_slice(text, figure, begin + inner.size()), text.slice(begin, figure)});
    }
    if (result.parts.size() < 2 || result.parts.size() != count) return std::nullopt;
    return result;
}

SourcedText without_bullet(const SourcedText& text) {
    const NumberedText bullets = split_numbered(text, NumberStyle::bullet);
    return bullets.lead.empty() && bullets.parts.size() == 1 ? bullets.parts[0].text : text;
}

}  // namespace goalsheet
