// SPDX-License-Identifier: MIT
#include "validate/scope/message_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kStruckOpen = "［取消線：";
constexpr std::string_view kStruckClose = "］";

std::string fill_one(std::string_view text, std::span<const Message> arguments, Lang lang) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool slot = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}' && text[at + 1] >= '0' &&
                          text[at + 1] <= '9';
        if (!slot) {
            out.push_back(text[at]);
            continue;
        }
        const auto index = static_cast<std::size_t>(text[at + 1] - '0');
        if (index < arguments.size()) out += arguments[index].in(lang);
        at += 2;
    }
    return out;
}

}  // namespace

Message same(std::string_view text) { return {std::string(text), std::string(text)}; }

Message count_word(std::size_t count) { return same(std::to_string(count)); }

std::string code_point_name(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

bool is_invisible(char32_t c) {
    if (c == '\n' || c == '\t') return false;
    if (c < 0xA0) return c < 0x20 || c >= 0x7F;
    if (c > 0x206F && c < 0xFE00) return c == 0x3164;  // nearly all of Japanese
    return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || c == 0xFFA0 || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

std::string excerpt(std::string_view text, std::size_t columns) {
    std::string line;
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size() && width <= columns;) {
        const CodePoint point = decode_at(text, at);
        const std::string_view bytes = text.substr(at, point.length);
        at += point.length;
        if (point.value == '\n' || point.value == '\t') {
            line.push_back(' ');
            ++width;
        } else if (is_invisible(point.value)) {
            const std::string name = code_point_name(point.value);
            line += "〈" + name + "〉";
            width += name.size() + 4;
        } else if (point.value == 0xFFFD) {
            append_utf8(line, point.value);
            width += 2;
        } else {
            line += bytes;
            width += display_width(point.value);
        }
    }
    return cut_to_width(line, columns);
}

Message fill(const Message& message_template, std::span<const Message> arguments) {
    return {fill_one(message_template.ja, arguments, Lang::ja), fill_one(message_template.en, arguments, Lang::en)};
}

std::string figure_word(const Decimal& value, std::string_view unit) {
    std::string digits = value.to_text();
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > first + 3) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits.append(unit);
}

Message join(std::span<const Message> parts) {
    Message joined;
    for (const Message& part : parts) {
        if (!joined.ja.empty()) joined.ja += "、";
        if (!joined.en.empty()) joined.en += ", ";
        joined.ja += part.ja;
        joined.en += part.en;
    }
    return joined;
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const char32_t c = point.value;
        const bool dash =
            c == '-' || c == 0x2010 || (c >= 0x2012 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0x30FC;
        if (!is_space(c) && !is_invisible(c) && !dash) return false;
        at += point.length;
    }
    return true;
}

bool has_struck(std::string_view text) { return text.find(kStruckOpen) != std::string_view::npos; }

std::string without_struck(std::string_view text) {
    std::string out(text);
    std::size_t open = out.find(kStruckOpen);
    while (open != std::string::npos) {
        const std::size_t close = out.find(kStruckClose, open);
        const std::size_t end = close == std::string::npos ? out.size() : close + kStruckClose.size();
        out.replace(open, end - open, end - open, ' ');
        open = out.find(kStruckOpen, end);
    }
    return out;
}

}  // namespace goalsheet
