// SPDX-License-Identifier: MIT
#include "tables/paragraph_kinds.hpp"

#include "goalsheet/text.hpp"
#include "tables/row_height.hpp"

namespace goalsheet {
namespace {

bool is_bullet(char32_t c) {
    static constexpr std::u32string_view kBullets = U"・･○●◎◇◆□■▪•‣※→⇒";
    return kBullets.find(c) != std::u32string_view::npos;
}

bool is_ascii_digit(char32_t c) { return digit_value(c).has_value(); }

// (1) （２） 1) ①: the bytes the number takes at the start of a line, or 0.
std::size_t number_length(std::string_view line) {
    std::size_t at = 0;
    const CodePoint first = decode_at(line, 0);
    if (circled_number(first.value)) return first.length;
    const bool open = first.value == '(' || first.value == U'（';
    if (open) at += first.length;
    std::size_t digits = 0;
    while (at < line.size()) {
        const CodePoint point = decode_at(line, at);
        if (!is_ascii_digit(point.value)) break;
        ++digits;
        at += point.length;
    }
    const CodePoint close = at < line.size() ? decode_at(line, at) : CodePoint{};
    const bool closed = close.value == ')' || close.value == U'）';
    return digits >= 1 && digits <= 3 && closed ? at + close.length : 0;
}

MarkedParagraph read_paragraph(std::string_view line) {
    const CodePoint first = decode_at(line, 0);
    if (is_bullet(first.value))
        return {ParagraphKind::bullet, line.substr(0, first.length), trim(line.substr(first.length))};
    if (const std::size_t length = number_length(line); length > 0 && length < line.size())
        return {ParagraphKind::numbered, line.substr(0, length), trim(line.substr(length))};
    return {ParagraphKind::paragraph, {}, line};
}

}  // namespace

std::string_view paragraph_kind_name(ParagraphKind kind) {
    switch (kind) {
        case ParagraphKind::paragraph:
            return "段落";
        case ParagraphKind::bullet:
            return "箇条書き";
        case ParagraphKind::numbered:
            return "番号";
    }
    return "";
}

std::string_view paragraph_kind_meaning(ParagraphKind kind) {
    switch (kind) {
        case ParagraphKind::paragraph:
            return "記号も番号も付かない段落";
        case ParagraphKind::bullet:
            return "「・」などの記号で始まる行";
        case ParagraphKind::numbered:
            return "「(1)」や「①」などの番号で始まる行";
    }
    return "";
}

std::vector<MarkedParagraph> split_marked_paragraphs(std::string_view text) {
    std::vector<MarkedParagraph> paragraphs;
    for (const std::string_view line : split_lines(text))
        if (const std::string_view inner = trim(line); !inner.empty()) paragraphs.push_back(read_paragraph(inner));
    return paragraphs;
}

std::vector<std::string_view> split_for_rows(std::string_view paragraph, double column_width) {
    return xlsx::split_by_lines(paragraph, column_width, xlsx::kBodyPoints);
}

}  // namespace goalsheet
