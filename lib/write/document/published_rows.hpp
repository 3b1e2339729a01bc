// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// A cell of the published layout (model/published.hpp). Columns count from 0; cells of a row stand in order.
struct PublishedCell {
    enum class Kind { column_heading, row_heading, text };

    Kind kind = Kind::text;
    std::string text;
    std::uint32_t column = 0;
    std::uint32_t colspan = 1;
    std::uint32_t rowspan = 1;
};
using PublishedRow = std::vector<PublishedCell>;
/// A row of headings and what stands under them.
using PublishedBlock = std::vector<PublishedRow>;

inline constexpr std::uint32_t kPublishedColumns = 8;
inline constexpr std::uint32_t kPublishedPageColumns = 3;

std::vector<PublishedBlock> published_sheet(const Sheet& sheet);
PublishedBlock published_page(const Document& document);

/// Names characters that a form cannot hold, or that readers take off: controls (line feed and tab stay), what is no
/// character, white space at both ends, and ⟦ itself, as ⟦U+000D⟧. `tags`: also the < of what looks like a tag.
std::string name_characters(std::string_view text, bool tags = false);

/// 令和7年度 産業振興部 重点目標管理シート, on one line.
std::string published_title(const Document& document);

}  // namespace goalsheet
