// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "support/xlsx_parts.hpp"

namespace goalsheet::test {

/// An OpenDocument file that is put together by hand; every text is what stands inside of its element.
struct RawOdf {
    std::string body;  ///< of office:text or office:spreadsheet
    bool spreadsheet = false;
    std::string automatic = {};  ///< office:automatic-styles of the content
    std::string styles = {};     ///< office:styles
    std::string master = {};     ///< office:master-styles
    std::string manifest = {};   ///< manifest:manifest
};

/// The parts as LibreOffice names them.
Parts parts_of(const RawOdf& file);

}  // namespace goalsheet::test
