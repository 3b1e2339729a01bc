// SPDX-License-Identifier: MIT
#include "read/frameset.hpp"

#include <algorithm>
#include <cctype>

namespace goalsheet {
namespace {

constexpr std::size_t kLookAt = 1U << 16U;  // frames stand in front of everything else

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    const auto found =
        std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), word.begin(), word.end(), same);
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// src="a b", src='a', src=a
std::string source_of(std::string_view tag) {
    const std::size_t name = find_word(tag, "src", 0);
    if (name == std::string_view::npos) return {};
    std::string_view value = tag.substr(name + 3);
    value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n="), value.size()));
    if (value.empty()) return {};
    const bool quoted = value.front() == '"' || value.front() == '\'';
    if (quoted) return std::string(value.substr(1, value.find(value.front(), 1) - 1));
    return std::string(value.substr(0, value.find_first_of(" \t\r\n/>")));
}

}  // namespace

std::string framed_page(std::string_view html) {
    const std::string_view head = html.substr(0, kLookAt);
    const std::size_t set = find_word(head, "<frameset", 0);
    const std::size_t table = find_word(head, "<table", 0);
    if (set == std::string_view::npos || table < set) return {};
    for (std::size_t at = find_word(head, "<frame", set); at != std::string_view::npos;
         at = find_word(head, "<frame", at + 1)) {
        const std::string_view tag = head.substr(at, head.find('>', at) - at);
        const bool frame = tag.size() > 6 && std::isspace(static_cast<unsigned char>(tag[6]));
        if (std::string source = frame ? source_of(tag) : std::string(); !source.empty()) return source;
    }
    return {};
}

}  // namespace goalsheet
