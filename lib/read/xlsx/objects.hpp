// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "read/package/package.hpp"
#include "read/package/relations.hpp"
#include "read/xlsx/workbook.hpp"

namespace goalsheet {

/// A picture and the words that stand for it (its alternative text).
struct XlsxPicture {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string words;
};

/// What a worksheet holds beside its cells.
struct XlsxObjects {
    std::vector<XlsxBeside> beside;
    std::vector<XlsxPicture> pictures;
    std::size_t bytes = 0;  ///< of all their texts
};

/// Text boxes and shapes, pictures, comments and threaded comments, tips of links, input prompts, printed headers and
/// footers (ECMA-376 §18.3.1, §18.7, §20.5; [MS-XLSX] for threaded comments). Parts that cannot be read have none.
XlsxObjects read_objects(Package& package, pugi::xml_node worksheet, const Relations& relations,
                         const std::string& path);

/// "A1" of "A1:B2 C3" as row and column from 0; the first cell where it reads as none.
XlsxRange first_cell_of(std::string_view references);

/// The words of &L令和7年度&C&P / &N&R&"BIZ,Regular"&9様式1: 令和7年度, 様式1, a line each; fields that the program
/// fills in (page, date, file) are no words.
std::string header_words(std::string_view code);

}  // namespace goalsheet
