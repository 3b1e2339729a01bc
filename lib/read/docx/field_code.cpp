// SPDX-License-Identifier: MIT
#include "read/docx/field_code.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <vector>

#include "goalsheet/text.hpp"
#include "read/package/xml.hpp"
#include "read/symbol_fonts.hpp"

namespace goalsheet {
namespace {

// The arguments in the brackets that open at `at`, and what comes behind them is not looked at.
std::vector<std::string_view> arguments_at(std::string_view code, std::size_t at) {
    std::vector<std::string_view> arguments;
    int depth = 0;
    std::size_t begin = at + 1;
    for (; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '\\' && at + 1 < code.size() &&
            std::string_view("(),;\\").find(code[at + 1]) != std::string_view::npos) {
            ++at;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            arguments.push_back(code.substr(begin, at - begin));
            return arguments;
        } else if ((c == ',' || c == ';') && depth == 1) {
            arguments.push_back(code.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    return {};
}

bool is_raised(std::string_view argument) { return trim(argument).starts_with("\\s"); }

// \s\up 9(よみ) is よみ.
std::string_view inner_text(std::string_view argument) {
    argument = trim(argument);
    if (!argument.starts_with("\\")) return argument;
    const auto inner = arguments_at(argument, argument.find('('));
    return inner.empty() ? std::string_view() : trim(inner.front());
}

bool is_frame(std::string_view text) {
    constexpr std::array<std::string_view, 8> kFrames = {"○", "〇", "◯", "□", "△", "◇", "▽", "☆"};
    return std::find(kFrames.begin(), kFrames.end(), text) != kFrames.end();
}

std::string framed(std::string_view frame, std::string_view text) {
    const std::string plain = nfkc(text);
    const auto number = number_of(plain);
    const bool circle = frame != "□" && frame != "△" && frame != "◇" && frame != "▽" && frame != "☆";
    constexpr std::uint32_t kLastCircled = 50;
    if (circle && number && *number >= 1 && *number <= kLastCircled) return circled(static_cast<int>(*number));
    return std::string(text);
}

DocxFieldText overstruck(const std::vector<std::string_view>& arguments) {
    const std::string_view first = inner_text(arguments[0]);
    const std::string_view second = inner_text(arguments[1]);
    if (is_frame(first)) return {framed(first, second), {}};
    if (is_frame(second)) return {framed(second, first), {}};
    if (is_raised(arguments[0])) return {std::string(second), std::string(first)};
    if (is_raised(arguments[1])) return {std::string(first), std::string(second)};
    return {std::string(first) + std::string(second), {}};
}

std::vector<std::string_view> words_of(std::string_view code) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < code.size();) {
        const bool quoted = code[at] == '"';
        const std::size_t begin = at + (quoted ? 1 : 0);
        const std::size_t end = std::min(code.find(quoted ? '"' : ' ', begin), code.size());
        if (end > begin) words.push_back(code.substr(begin, end - begin));
        at = end + 1;
    }
    return words;
}

// SYMBOL 108 \f "Wingdings"
DocxFieldText symbol(std::string_view code) {
    const auto words = words_of(code);
    const auto number = words.size() > 1 ? number_of(words[1]) : std::nullopt;
    if (!number || *number == 0 || *number > 0xFFFF) return {};
    const auto font = std::find(words.begin(), words.end(), "\\f");
    std::string text;
    append_utf8(text, *number);
    return {font == words.end() || font + 1 == words.end() ? text : symbols_as_text(font[1], text), {}};
}

}  // namespace

DocxFieldText show_docx_field(std::string_view code) {
    code = trim(code);
    std::string name(code.substr(0, code.find_first_of(" \\")));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    if (name == "SYMBOL") return symbol(code);
    const std::size_t over = name == "EQ" ? code.find("\\o") : std::string_view::npos;
    const std::size_t bracket = over == std::string_view::npos ? over : code.find('(', over);
    if (bracket == std::string_view::npos) return {};
    const auto arguments = arguments_at(code, bracket);
    return arguments.size() < 2 ? DocxFieldText{} : overstruck(arguments);
}

}  // namespace goalsheet
