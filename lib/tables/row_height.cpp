// SPDX-License-Identifier: MIT
#include "tables/row_height.hpp"

#include <algorithm>
#include <cmath>

#include "goalsheet/text.hpp"

namespace goalsheet::xlsx {
namespace {

constexpr double kDigitPixels = 7;    // widest digit of the default font at 96 dpi
constexpr double kPaddingPixels = 5;  // what Excel adds to every column
constexpr double kMarginPixels = 6;   // what a cell keeps free left and right of its text
// Line distance in units of the font's size. BIZ UDゴシック needs 1.0 to 1.3, but where it is missing Noto Sans CJK
// stands in with 1.448, and a line cut in half is worse than a row with room to spare.
constexpr double kLinePitch = 1.45;
constexpr double kDefaultHeight = 15;  // a row of exactly this height is written without one

// Half-width advances of a character: East Asian Ambiguous ones are drawn wide by Japanese fonts.
std::size_t advance(char32_t c) {
    const bool narrow = (c >= 0x20 && c <= 0x7E) || (c >= 0xFF61 && c <= 0xFF9F) ||
                        (c >= 0xA0 && c <= 0xFF && c != 0xB1 && c != 0xD7 && c != 0xF7);
    return narrow ? 1 : 2;
}

bool may_not_start_line(char32_t c) {
    static constexpr std::u32string_view kClosing =
        U"、。，．・：；？！）」』】］｝〉》〕”’)]},.!?:;ー々ゝゞ‐～…％%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
    return kClosing.find(c) != std::u32string_view::npos;
}

bool in_word(char32_t c) { return c > 0x20 && c < 0x7F; }

std::size_t line_units(double width, double points) {
    const double unit = points * 96 / 72 / 2;
    return std::max<std::size_t>(
        2, static_cast<std::size_t>(std::max(0.0, std::floor((column_pixels(width) - kMarginPixels) / unit))));
}

// `take` gets where each line behind the first one begins.
template <class Take>
void for_each_break(std::string_view text, std::size_t room, Take take) {
    std::size_t used = 0;
    std::size_t word = 0;  // advances of the unbroken Latin word before this character
    std::size_t word_begin = 0;
    std::size_t last = 0;  // the character before this one
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const std::size_t next = at + point.length;
        if (point.value == '\n') {
            take(next);
            used = word = 0;
        } else {
            const std::size_t wide = advance(point.value);
            if (word == 0) word_begin = at;
            if (used + wide > room) {
                const bool whole_word = in_word(point.value) && word > 0 && word < used;
                const bool pull_one = !whole_word && may_not_start_line(point.value) && used > 2;
                take(whole_word ? word_begin : pull_one ? last : at);
                used = whole_word ? word : pull_one ? 2 : 0;
            }
            used += wide;
            word = in_word(point.value) ? word + wide : 0;
        }
        last = at;
        at = next;
    }
}

// The line that begins the next piece: the last one behind a line break of the text, else as far as a piece goes.
std::size_t find_cut(std::string_view text, const std::vector<std::size_t>& starts, std::size_t line) {
    const std::size_t end = line + kPartLines;
    for (std::size_t cut = end; cut > line + kPartLines / 2; --cut)
        if (text[starts[cut] - 1] == '\n') return cut;
    return end;
}

}  // namespace

int column_pixels(double width) {
    const double digits = std::floor((256 * width + std::floor(128 / kDigitPixels)) / 256 * kDigitPixels);
    return static_cast<int>(digits + kPaddingPixels);
}

double merged_width(std::span<const double> widths) {
    double sum = 0;
    for (const double width : widths) sum += width + kPaddingPixels / kDigitPixels;
    return widths.empty() ? 0 : sum - kPaddingPixels / kDigitPixels;
}

std::vector<std::size_t> wrap_lines(std::string_view text, double width, double points) {
    std::vector<std::size_t> starts = {0};
    for_each_break(text, line_units(width, points), [&](std::size_t start) { starts.push_back(start); });
    return starts;
}

std::size_t count_lines(std::string_view text, double width, double points) {
    const std::size_t room = line_units(width, points);
    // No character takes more advances than bytes.
    if (text.size() <= room && text.find('\n') == std::string_view::npos) return 1;
    std::size_t lines = 1;
    for_each_break(text, room, [&](std::size_t) { ++lines; });
    return lines;
}

double row_height(std::size_t lines, double points) {
    const double needed = static_cast<double>(std::max<std::size_t>(lines, 1)) * points * kLinePitch + 4;
    const double height = std::min(kMaxRowHeight, std::ceil(needed * 4 / 3) * 3 / 4);  // whole pixels
    return height == kDefaultHeight ? height + 0.75 : height;
}

std::vector<std::string_view> split_by_lines(std::string_view text, double width, double points) {
    const std::vector<std::size_t> starts = wrap_lines(text, width, points);
    if (starts.size() <= kMaxRowLines) return {text};
    std::vector<std::string_view> pieces;
    std::size_t line = 0;
    while (starts.size() - line > kPartLines) {
        const std::size_t cut = find_cut(text, starts, line);
        pieces.push_back(text.substr(starts[line], starts[cut] - starts[line]));
        line = cut;
    }
    pieces.push_back(text.substr(starts[line]));
    return pieces;
}

}  // namespace goalsheet::xlsx
