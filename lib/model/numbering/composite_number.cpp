// SPDX-License-Identifier: MIT
#include "model/numbering/composite_number.hpp"

#include <string_view>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

// 1 and 2 of 1-2, ①-2 or 1-(2); zeros where it is of another kind.
std::pair<int, int> split_composite(std::string_view marker) {
    constexpr std::u32string_view kDashes = U"-－‐–―";
    for (std::size_t at = 0; at < marker.size(); at += decode_at(marker, at).length) {
        const CodePoint dash = decode_at(marker, at);
        if (kDashes.find(dash.value) == std::u32string_view::npos) continue;
        const auto first = leading_number(marker.substr(0, at));
        const auto second = leading_number(marker.substr(at + dash.length));
        if (!first || !second || first->composite || second->composite) return {};
        return {first->number, second->number};
    }
    return {};
}

}  // namespace

SourcedText without_composite_number(const SourcedText& text, int item, int measure) {
    const auto number = leading_number(text.text);
    if (!number || !number->composite || number->kind == LeadingNumber::Kind::letter) return text;
    const std::string_view marker = trim(std::string_view(text.text).substr(0, number->length));
    if (split_composite(marker) != std::pair(item, measure)) return text;
    return text.slice(number->length, text.text.size()).trimmed();
}

}  // namespace goalsheet
