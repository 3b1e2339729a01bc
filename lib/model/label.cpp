// SPDX-License-Identifier: MIT
#include "model/label.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

bool is_mark(char32_t c) {
    constexpr std::u32string_view kMarks = U"○●◎◇◆□■△▲▽▼★☆・※*-:;,.、。【】[]〔〕《》<>「」";
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
    int depth = 0;
    for (const char c : key) {
        if (c == '(') ++depth;
        if (depth == 0 && c != ')') out.push_back(c);
        if (c == ')' && depth > 0) --depth;
    }
    for (const std::string_view joint : {"及び", "および", "並びに", "と"})
        if (out.size() > joint.size() && out.ends_with(joint)) out.resize(out.size() - joint.size());
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

}  // namespace

std::vector<std::string> label_keys(std::string_view label) {
    std::vector<std::string> keys;
    if (label.empty() || label.size() > kLongestLabel) return keys;
    const std::string whole = strip_marks(fold(label));
    add(keys, whole);
    const std::string bare = strip_marks(without_brackets(whole));
    add(keys, bare);
    // fold() has made the year's letter small; find_fiscal_year knows capitals only, so era letters are tried upper-cased.
    std::string upper = bare;
    if (!upper.empty() && (upper[0] == 'r' || upper[0] == 'h' || upper[0] == 's')) upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
    add(keys, strip_marks(without_year(upper)));
    return keys;
}

}  // namespace goalsheet
