// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goalsheet::test {

using Parts = std::vector<std::pair<std::string, std::string>>;  ///< name and content, in order; names may repeat

/// A zip of these parts.
std::string zip(const Parts& parts);

/// A worksheet of a workbook that is put together by hand.
struct RawSheet {
    std::string name;
    std::string xml;         ///< the worksheet part
    std::string state = {};  ///< hidden, veryHidden
};

struct RawBook {
    std::vector<RawSheet> sheets;
    std::string strings = {};     ///< inside sst
    std::string styles = {};      ///< inside styleSheet
    std::string properties = {};  ///< attributes of workbookPr
};

/// The parts of a workbook, as Excel names them.
Parts parts_of(const RawBook& book);

/// The cells of lines, by line ends and tabs.
std::vector<std::vector<std::string>> rows_of(const std::string& text);
/// A worksheet of inline strings: rows of cells. "" is no cell; merges are A1:C1.
std::string worksheet(const std::vector<std::vector<std::string>>& rows, const std::vector<std::string>& merges = {});
/// One with these children of worksheet (cols, sheetData, mergeCells).
std::string worksheet_of(std::string_view children);

std::string escape_xml(std::string_view text);

}  // namespace goalsheet::test
