// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace goalsheet {

/// What a cell's style says of its text.
struct XlsxStyle {
    std::string format;  ///< number format; empty: General
    bool struck = false;
};

/// The cell styles of a workbook, by their index. One that is not there is plain.
class XlsxStyles {
public:
    XlsxStyles() = default;
    explicit XlsxStyles(pugi::xml_node style_sheet);

    const XlsxStyle& at(std::uint32_t index) const;

private:
    std::vector<XlsxStyle> styles_;
};

}  // namespace goalsheet
