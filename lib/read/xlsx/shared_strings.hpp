// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A rich or plain text of a workbook (CT_Rst). Parts whose font it does not name have the cell's.
class XlsxString {
public:
    /// Direct t and the t of runs; never rPh or phoneticPr, which hold furigana.
    static XlsxString read(pugi::xml_node item);

    /// The characters, struck-out ones as ［取消線：…］.
    std::string text(bool cell_is_struck) const;

private:
    enum class Strike { no, yes, as_cell };
    struct Part {
        std::string text;
        Strike strike;
        char position = 0;  ///< ^ raised, _ lowered
    };

    std::vector<Part> parts_;
};

/// _x000B_ stands for a character (ST_Xstring), two of them for one beyond U+FFFF; CR LF and CR are line ends.
std::string decode_xstring(std::string_view text);

/// A font's <strike/>.
bool is_struck_font(pugi::xml_node font);

}  // namespace goalsheet
