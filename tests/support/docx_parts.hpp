// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/xlsx_parts.hpp"

namespace goalsheet::test {

/// A Word document that is put together by hand. Every text is what stands inside of its part's root; a part without
/// any is left out.
struct RawDocument {
    std::string body;
    std::string styles = {};
    std::string numbering = {};
    std::string footnotes = {};
    std::string endnotes = {};
    std::string comments = {};
    std::string settings = {};
    Parts more = {};                                                ///< in word/, with their root
    std::vector<std::pair<std::string, std::string>> related = {};  ///< type and name of those, rId1 on
    bool strict = false;                                            ///< the namespaces of ISO/IEC 29500 Strict
};

/// The parts as Word names them.
Parts parts_of(const RawDocument& document);

/// w:p with a run of this text.
std::string word_paragraph(std::string_view text);
/// w:p with these children.
std::string word_paragraph_of(std::string_view children);
/// A paragraph of a list.
std::string word_item(std::string_view text, int list = 1, int level = 0);
/// w:tc; `properties` go into w:tcPr, `blocks` are its paragraphs.
std::string word_cell(std::string_view blocks, std::string_view properties = {});
std::string word_row(const std::vector<std::string>& cells, std::string_view properties = {});
std::string word_table(const std::vector<std::string>& rows);
/// A table of plain texts.
std::string word_table_of(const std::vector<std::vector<std::string>>& rows);
/// A text as it is copied from a page: what stands between empty lines is a table where the cells have tabs between
/// them, else paragraphs. Each run holds at most so many characters, every other one bold; 0: the whole text.
std::string word_blocks_of(const std::string& text, std::size_t run_length = 0);

}  // namespace goalsheet::test
