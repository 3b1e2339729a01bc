// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet::test {

/// A cell as somebody finds it who knows only ECMA-376.
struct XlsxCell {
    char type = 0;     ///< s: text, n: number, 0: empty
    std::string text;  ///< decoded text, or the number as written
    int style = 0;     ///< index into XlsxFile::styles
    bool formula = false;
};

struct XlsxStyle {
    int number_format = 0;
    std::string format_code;  ///< of custom number formats
    bool unlocked = false;
    bool wrap = false;
    bool bold = false;
    std::string font;
    std::string fill;  ///< RRGGBB or empty
};

struct XlsxRow {
    double height = 0;  ///< 0: none written
    bool hidden = false;
};

struct XlsxSheet {
    std::string name;
    std::string xml;                        ///< the part as it is
    std::map<std::string, XlsxCell> cells;  ///< by address: B3
    std::map<std::uint32_t, XlsxRow> rows;  ///< from 1
    std::vector<std::string> merges;        ///< A1:C1
    std::vector<std::string> hidden_columns;
    std::vector<std::string> tables;  ///< "name ref" of each Excel table
    std::vector<std::string> comments;

    /// The text of a cell; empty where there is none.
    const std::string& text(const std::string& address) const;
    /// Rows of a data sheet: header first, every cell as text.
    std::vector<std::vector<std::string>> grid() const;
};

/// An xlsx taken apart: zip, XML, shared strings, styles.
struct XlsxFile {
    std::map<std::string, std::string> parts;
    std::vector<XlsxSheet> sheets;
    std::vector<XlsxStyle> styles;
    std::map<std::string, std::string> defined_names;  ///< "sheet index name" → reference

    static XlsxFile read(std::string_view bytes);
    const XlsxSheet& sheet(std::string_view name) const;
    const XlsxStyle& style(const XlsxCell& cell) const { return styles.at(static_cast<std::size_t>(cell.style)); }
};

}  // namespace goalsheet::test
