// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace goalsheet {

enum class ParagraphKind { paragraph, bullet, numbered };
inline constexpr ParagraphKind kParagraphKinds[] = {ParagraphKind::paragraph, ParagraphKind::bullet,
                                                    ParagraphKind::numbered};
std::string_view paragraph_kind_name(ParagraphKind kind);  ///< 段落, 箇条書き, 番号
std::string_view paragraph_kind_meaning(ParagraphKind kind);

/// A line of a text and the mark it starts with. The views point into the text; mark and text together are the line
/// without the blanks around them.
struct MarkedParagraph {
    ParagraphKind kind = ParagraphKind::paragraph;
    std::string_view mark;  ///< ・ ○ (1) ア
    std::string_view text;
};

/// The lines of a text that say something.
std::vector<MarkedParagraph> split_marked_paragraphs(std::string_view text);

/// Cuts a paragraph so that each piece fits a row of the data sheet. Put together they are the paragraph, but for a
/// blank that stood at a cut.
std::vector<std::string_view> split_for_rows(std::string_view paragraph, double column_width);

}  // namespace goalsheet
