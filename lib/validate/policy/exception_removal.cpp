// SPDX-License-Identifier: MIT
#include "goalsheet/exception_removal.hpp"

#include <algorithm>

namespace goalsheet {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Behind the brace that closes the one at `begin`; nothing where the text breaks off.
std::optional<std::size_t> end_of_object(std::string_view json, std::size_t begin) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = begin; at < json.size(); ++at) {
        const char c = json[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (c == '"') quoted = true;
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return at + 1;
    }
    return std::nullopt;
}

/// An entry with the comma and the blanks that go with it.
struct Range {
    std::size_t begin;
    std::size_t end;
};

// The comma in front of it, or for the first of a list the one behind it.
Range with_comma(std::string_view json, Range entry) {
    const std::size_t before =
        entry.begin == 0 ? std::string_view::npos : json.find_last_not_of(kBlanks, entry.begin - 1);
    if (before != std::string_view::npos && json[before] == ',') return {before, entry.end};
    const std::size_t behind = json.find_first_not_of(kBlanks, entry.end);
    if (behind == std::string_view::npos || json[behind] != ',') return entry;
    const std::size_t next = std::min(json.find_first_not_of(kBlanks, behind + 1), json.size());
    return {entry.begin, next};
}

}  // namespace

std::optional<Edit> removal_of_entry(std::string_view json, std::size_t offset) {
    if (offset >= json.size() || json[offset] != '{') return std::nullopt;
    const auto end = end_of_object(json, offset);
    if (!end) return std::nullopt;
    const Range range = with_comma(json, {offset, *end});
    return Edit{range.begin, range.end, std::string(json.substr(range.begin, range.end - range.begin)), {}, true};
}

std::string remove_entries(std::string json, std::vector<Edit> removals) {
    std::sort(removals.begin(), removals.end(), [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
    // From the last to the first: what stands in front keeps its place, and each finds the commas that are still there.
    for (const Edit& removal : removals) {
        const std::size_t brace = removal.begin + removal.before.find('{');
        if (const auto again = removal_of_entry(json, brace)) json.erase(again->begin, again->end - again->begin);
    }
    return json;
}

}  // namespace goalsheet
