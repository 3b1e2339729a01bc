// SPDX-License-Identifier: MIT
#include "write/format/xlsx/sheet_names.hpp"

#include <fmt/format.h>

#include "goalsheet/text.hpp"
#include "write/format/xlsx/cell_text.hpp"

namespace goalsheet::xlsx {
namespace {

constexpr std::size_t kMaxNameUnits = 31;

char32_t legal_character(char32_t c) {
    switch (c) {
        case '[':
            return U'［';
        case ']':
            return U'］';
        case ':':
            return U'：';
        case '*':
            return U'＊';
        case '?':
            return U'？';
        case '/':
            return U'／';
        case '\\':
            return U'＼';
        case '\'':
            return U'’';
        case '_':
            return U'＿';  // _x0041_ in a name would be read as A
        default:
            return is_space(c) ? U' ' : c;
    }
}

std::string legal_text(std::string_view wanted) {
    Repairs repairs;
    const std::string clean = clean_text(wanted, repairs);
    std::string legal;
    for (std::size_t at = 0; at < clean.size();) {
        const CodePoint point = decode_at(clean, at);
        const char32_t c = legal_character(point.value);
        if (!(c == ' ' && legal.ends_with(' '))) append_utf8(legal, c);
        at += point.length;
    }
    return std::string(trim(legal));
}

std::string cut_to_units(const std::string& text, std::size_t units) {
    return std::string(trim(split_for_cells(text, units).front()));
}

}  // namespace

bool SheetNames::claim(const std::string& name) { return taken_.insert(fold(name)).second; }

std::string SheetNames::take(std::string_view wanted) {
    std::string base = cut_to_units(legal_text(wanted), kMaxNameUnits);
    if (base.empty()) base = "シート";
    if (fold(base) == "history") base += "＿";
    std::string name = base;
    for (int copy = 2; !claim(name); ++copy) {
        const std::string suffix = fmt::format(" ({})", copy);
        name = cut_to_units(base, kMaxNameUnits - suffix.size()) + suffix;
    }
    return name;
}

}  // namespace goalsheet::xlsx
