// SPDX-License-Identifier: MIT
#include "read/symbol_fonts.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <map>
#include <unordered_map>

#include "goalsheet/text.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kSymbolFonts;
}

namespace {

using Pictures = std::unordered_map<char32_t, std::string_view>;

std::map<std::string_view, Pictures> read_table() {
    std::map<std::string_view, Pictures> fonts;
    for (const std::string_view line : split_lines(embedded::kSymbolFonts)) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (line.starts_with("#") || second == std::string_view::npos) continue;
        unsigned code = 0;
        std::from_chars(line.data() + first + 1, line.data() + second, code, 16);
        fonts[line.substr(0, first)][code] = line.substr(second + 1);
    }
    return fonts;
}

const Pictures* pictures_of(std::string_view font) {
    static const std::map<std::string_view, Pictures> kFonts = read_table();
    std::string name;
    for (const char c : trim(font)) name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    const std::size_t begin = name.find_first_not_of("\"' ");
    const std::size_t end = name.find_last_not_of("\"' ");
    if (begin == std::string::npos) return nullptr;
    const auto found = kFonts.find(std::string_view(name).substr(begin, end - begin + 1));
    return found == kFonts.end() ? nullptr : &found->second;
}

}  // namespace

bool is_symbol_font(std::string_view font) { return pictures_of(font) != nullptr; }

std::string symbols_as_text(std::string_view font, std::string_view text) {
    const Pictures* pictures = pictures_of(font);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool moved = point.value >= 0xF020 && point.value <= 0xF0FF;
        const auto picture =
            pictures ? pictures->find(moved ? point.value - 0xF000 : point.value) : Pictures::const_iterator();
        if (pictures && picture != pictures->end())
            out += picture->second;
        else
            out += text.substr(at, point.length);
        at += point.length;
    }
    return out;
}

}  // namespace goalsheet
