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
    if (c >= 0x3041 && c <= 0x9FFF) return c == U'・';  // kana and kanji
    return kMarks.find(c) != std::u32string_view::npos;
}

std::string strip_marks(std::string_view key) {
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
    return std::string(key);
}

// Everything in round brackets goes, also where a bracket is left open (cut labels).
std::string without_brackets(std::string_view key) {
    std::string out;
    out.reserve(key.size());
    int depth = 0;
    for (const char c : key) {
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

void add(std::vector<std::string>& keys, std::string key) {
    if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

// 令和7年度数値目標, R7目標値, 2025年度 …: folding has to take the year off first.
bool may_begin_with_year(char32_t first, std::string_view rest) {
    constexpr std::u32string_view kEras = U"令平昭";
    if ((first >= '0' && first <= '9') || kEras.find(first) != std::u32string_view::npos)
        return rest.substr(0, 24).find("年") != std::string_view::npos;
    const bool letter = first == 'r' || first == 'h' || first == 's';
    return letter && digit_value(decode_at(rest, 0).value).has_value();
}

bool is_open(char32_t c) { return std::u32string_view(U"(（[［〔＜<【{｛").find(c) != std::u32string_view::npos; }
bool is_close(char32_t c) { return std::u32string_view(U")）]］〕＞>】}｝").find(c) != std::u32string_view::npos; }

// ※1, 注1 behind a label.
std::string without_note_mark(std::string key) {
    std::size_t end = key.size();
    while (end > 0 && key[end - 1] >= '0' && key[end - 1] <= '9') --end;
    for (const std::string_view mark : {"※", "注", "*"})
        if (std::string_view(key).substr(0, end).ends_with(mark) && end > mark.size())
            return key.substr(0, end - mark.size());
    return key;
}

std::string without_number_in_front(std::string_view label) {
    const auto number = leading_number(label);
    const bool marked = number && number->length < label.size() && number->kind != LeadingNumber::Kind::plain;
    return std::string(marked ? label.substr(number->length) : label);
}

}  // namespace

LabelParts split_label(std::string_view label) {
    LabelParts parts;
    const std::string text = without_number_in_front(label);
    std::string outside;
    std::string inside;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool open = is_open(point.value);
        const bool close = is_close(point.value) && depth > 0;
        if (close && --depth == 0) parts.explanations.push_back(std::exchange(inside, {}));
        if (!open && !close) (depth > 0 ? inside : outside).append(text, at, point.length);
        if (open) ++depth;
        at += point.length;
    }
    if (!inside.empty()) parts.explanations.push_back(inside);
    parts.bare = without_note_mark(strip_marks(fold(outside)));
    if (parts.bare.empty() && !parts.explanations.empty()) {
        parts.bare = without_note_mark(strip_marks(fold(parts.explanations.front())));
        parts.explanations.erase(parts.explanations.begin());
    }
    return parts;
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
    constexpr std::u32string_view kJoiners = U"・/、,－-‐–:;。";
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = decode_at(folded, at);
        if (kJoiners.find(point.value) == std::u32string_view::npos) out.append(folded.substr(at, point.length));
        at += point.length;
    }
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
    const std::string whole = strip_marks(fold(label));
    add(keys, whole);
    const std::string bare = strip_marks(without_brackets(whole));
    add(keys, bare);
    // （方法・手段）: what is all in brackets is no explanation.
    const bool wrapped = bare.empty() && whole.size() > 2 && whole.front() == '(' && whole.back() == ')';
    if (wrapped && whole.find('(', 1) == std::string::npos) add(keys, strip_marks(whole.substr(1, whole.size() - 2)));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::none_of(bare.begin(), bare.end(), is_digit) && bare.find("元年") == std::string::npos) return keys;
    // fold() has made the year's letter small; find_fiscal_year knows capitals only, so era letters are tried
    // upper-cased.
    std::string upper = bare;
    if (!upper.empty() && (upper[0] == 'r' || upper[0] == 'h' || upper[0] == 's'))
        upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
    add(keys, strip_marks(without_year(upper)));
    return keys;
}

}  // namespace goalsheet
