// SPDX-License-Identifier: MIT
#include "model/label.hpp"

#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"
#include "text/fold.hpp"

namespace goalsheet {
namespace {

bool is_mark(char32_t c) {
    constexpr std::u32string_view kMarks = U"○●◎◇◆□■△▲▽▼★☆・※*-:;,.、。【】[]〔〕《》<>「」";
    if (is_kana_or_kanji(c)) return c == U'・';
    const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !word && kMarks.find(c) != std::u32string_view::npos;
}

std::string_view strip_marks(std::string_view key) {
    while (!key.empty()) {
        const CodePoint first = decode_at(key, 0);
        if (!is_mark(first.value)) break;
        key.remove_prefix(first.length);
    }
    while (!key.empty()) {
        const CodePoint last = decode_before(key, key.size());
        if (!is_mark(last.value)) break;
        key.remove_suffix(last.length);
    }
    return key;
}

// Everything in round brackets goes, also where a bracket is left open (cut labels).
std::string without_brackets(std::string_view key) {
    std::string out(key.substr(0, key.find_first_of("()")));
    int depth = 0;
    for (const char c : key.substr(out.size())) {
        if (c == '(') ++depth;
        if (depth == 0 && c != ')') out.push_back(c);
        if (c == ')' && depth > 0) --depth;
    }
    for (const std::string_view joint : {"及び", "および", "並びに", "と"})
        if (out.size() > joint.size() && out.ends_with(joint)) out.erase(out.size() - joint.size());
    return out;
}

std::string without_year(std::string_view key) {
    const auto year = find_fiscal_year(key);
    if (!year) return std::string(key);
    std::string out(key.substr(0, year->begin));
    std::string_view rest = key.substr(year->end);
    if (out.empty() && rest.starts_with("の")) rest.remove_prefix(std::string_view("の").size());
    return out.append(rest);
}

void add(std::vector<std::string>& keys, std::string_view key) {
    if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
}

// 令和7年度数値目標, R7目標値, 2025年度 …: folding has to take the year off first.
bool may_begin_with_year(char32_t first, std::string_view rest) {
    constexpr std::u32string_view kEras = U"令平昭";
    if ((first >= '0' && first <= '9') || kEras.find(first) != std::u32string_view::npos)
        return rest.substr(0, 24).find("年") != std::string_view::npos;
    const bool letter = first == 'r' || first == 'h' || first == 's';
    return letter && digit_value(decode_at(rest, 0).value).has_value();
}

bool is_open(char32_t c) {
    return !is_kana_or_kanji(c) && std::u32string_view(U"(（[［〔＜<【{｛").find(c) != std::u32string_view::npos;
}
bool is_close(char32_t c) {
    return !is_kana_or_kanji(c) && std::u32string_view(U")）]］〕＞>】}｝").find(c) != std::u32string_view::npos;
}

// ※1, 注1 behind a label.
std::string_view without_note_mark(std::string_view key) {
    std::size_t end = key.size();
    while (end > 0 && key[end - 1] >= '0' && key[end - 1] <= '9') --end;
    for (const std::string_view mark : {"※", "注", "*"})
        if (key.substr(0, end).ends_with(mark) && end > mark.size()) return key.substr(0, end - mark.size());
    return key;
}

std::string bare_words(std::string_view label) { return std::string(without_note_mark(strip_marks(fold(label)))); }

std::string_view without_number_in_front(std::string_view label) {
    const auto number = leading_number(label);
    const bool marked = number && number->length < label.size() && number->kind != LeadingNumber::Kind::plain;
    return marked ? label.substr(number->length) : label;
}

}  // namespace

LabelParts split_label(std::string_view label) {
    LabelParts parts;
    const std::string_view text = without_number_in_front(label);
    std::string outside;
    std::string inside;
    int depth = 0;
    std::size_t begin = 0;
    const auto keep_until = [&](std::size_t end) {
        (depth > 0 ? inside : outside).append(text.substr(begin, end - begin));
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool open = is_open(point.value);
        const bool close = is_close(point.value) && depth > 0;
        if (open || close) {
            keep_until(at);
            begin = at + point.length;
        }
        if (close && --depth == 0) parts.explanations.push_back(std::exchange(inside, {}));
        if (open) ++depth;
        at += point.length;
    }
    keep_until(text.size());
    if (!inside.empty()) parts.explanations.push_back(inside);
    parts.bare = bare_words(outside);
    if (parts.bare.empty() && !parts.explanations.empty()) {
        parts.bare = bare_words(parts.explanations.front());
        parts.explanations.erase(parts.explanations.begin());
    }
    return parts;
}

std::vector<std::string> label_explanations(std::string_view label) {
    for (std::size_t at = 0; at < label.size(); at += decode_at(label, at).length)
        if (is_open(decode_at(label, at).value)) return split_label(label).explanations;
    return {};
}

std::string_view without_number_behind(std::string_view label) {
    while (!label.empty()) {
        const CodePoint last = decode_before(label, label.size());
        const bool joins = last.value == '-' || last.value == '.' || last.value == U'－';
        if (!joins && !digit_value(last.value) && !circled_number(last.value)) break;
        label.remove_suffix(last.length);
    }
    return label;
}

std::string without_joiners(std::string_view folded) {
    constexpr std::u32string_view kJoiners = U"/、,－-‐–:;。";
    std::string out;
    out.reserve(folded.size());
    std::size_t begin = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = decode_at(folded, at);
        const bool joins = is_kana_or_kanji(point.value) ? point.value == U'・'
                                                         : kJoiners.find(point.value) != std::u32string_view::npos;
        if (joins) {
            out.append(folded.substr(begin, at - begin));
            begin = at + point.length;
        }
        at += point.length;
    }
    out.append(folded.substr(begin));
    for (const std::string_view word : {"および", "及び", "並びに"})
        for (std::size_t at = out.find(word); at != std::string::npos; at = out.find(word)) out.erase(at, word.size());
    return out;
}

std::string label_start(std::string_view label) {
    std::string start;
    int taken = 0;
    for (std::size_t at = 0; at < label.size() && taken < 2;) {
        const CodePoint point = decode_at(label, at);
        at += point.length;
        if (is_space(point.value)) continue;
        const char32_t c = fold_alone(point.value);
        if (taken == 0 && c != 0 && (is_mark(c) || c == '(')) continue;
        // No label begins with a circled number, but many cells do.
        if (c == 0 && !circled_number(point.value)) return {};
        if (taken == 0 && may_begin_with_year(c, label.substr(at))) return {};
        append_utf8(start, c == 0 ? point.value : c);
        ++taken;
    }
    return start;
}

std::string label_end(std::string_view label) {
    std::u32string end;
    for (std::size_t at = label.size(); at > 0 && end.size() < 2;) {
        const CodePoint point = decode_before(label, at);
        at -= point.length;
        if (is_space(point.value)) continue;
        const char32_t c = fold_alone(point.value);
        if (end.empty() && c != 0 && is_mark(c)) continue;
        if (c == 0 || c == ')') return {};
        end.insert(end.begin(), c);
    }
    std::string bytes;
    for (const char32_t c : end) append_utf8(bytes, c);
    return bytes;
}

LabelLevels split_levels(std::string_view label) {
    const std::size_t level = label.rfind(kLevelSign);
    if (level == std::string_view::npos) return {{}, std::string(label)};
    return {std::string(label.substr(0, level)), std::string(label.substr(level + kLevelSign.size()))};
}

std::vector<std::string> label_keys(std::string_view label) {
    std::vector<std::string> keys;
    if (label.empty() || label.size() > kLongestLabel) return keys;
    keys.reserve(3);
    const std::string folded = fold(label);
    const std::string_view whole = strip_marks(folded);
    add(keys, whole);
    const std::string outside = without_brackets(whole);
    const std::string_view bare = strip_marks(outside);
    add(keys, bare);
    // （方法・手段）: what is all in brackets is no explanation.
    const bool wrapped = bare.empty() && whole.size() > 2 && whole.front() == '(' && whole.back() == ')';
    if (wrapped && whole.find('(', 1) == std::string_view::npos)
        add(keys, strip_marks(whole.substr(1, whole.size() - 2)));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::none_of(bare.begin(), bare.end(), is_digit) && bare.find("元年") == std::string_view::npos) return keys;
    // fold() has made the year's letter small; find_fiscal_year knows capitals only, so era letters are tried
    // upper-cased.
    std::string upper(bare);
    if (!upper.empty() && (upper[0] == 'r' || upper[0] == 'h' || upper[0] == 's'))
        upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
    add(keys, strip_marks(without_year(upper)));
    return keys;
}

}  // namespace goalsheet
