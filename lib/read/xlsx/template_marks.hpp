// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "read/xlsx/workbook.hpp"

namespace goalsheet {

/// How a form that goalsheet made (write_template.hpp) tells what in it is its own, so that no guide and no target of
/// last year is taken for what somebody wrote: a data sheet lists the defined names of those cells with the SHA-256 of
/// their texts. A text that somebody changed is no longer the form's.
namespace xlsx_form {

inline constexpr const char* kRecordName = "様式_記録";     ///< names the first cell of the sheet of records
inline constexpr const char* kCodesName = "様式_コード表";  ///< likewise of the choices of the pull-downs
inline constexpr const char* kKind = "種類";                ///< columns of the sheet of records
inline constexpr const char* kItem = "項目";
inline constexpr const char* kPlace = "場所";  ///< of the cell: 2 重点目標!C3
inline constexpr const char* kDigest = "照合値";
inline constexpr const char* kCodesSheet = "コード表";
inline constexpr const char* kOwnText = "様式の文言";    ///< a row for a cell: its name, the digest of its text
inline constexpr const char* kRowNumber = "様式の番号";  ///< likewise; the form's only while nothing stands in its row
inline constexpr const char* kBlankSheet =
    "様式の白紙";  ///< a row for a worksheet: the name of a cell in it, the digest
                   ///< of all texts in it but the department, each with \n

inline constexpr std::string_view kInputNames = "目標";           ///< names of cells to write in begin so
inline constexpr std::string_view kDepartmentEnding = "_部局名";  ///< of the names of cells for the department

}  // namespace xlsx_form

/// Takes the form's own texts out of such a workbook: guides, what is shown of last year, the numbers of the last rows
/// when these are empty (the first row stays), the sheets of records and choices, and sheets nobody wrote in unless
/// that is all of them. Leaves every other workbook alone.
void drop_form_texts(XlsxWorkbook& book);

}  // namespace goalsheet
