// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/table.hpp"
#include "model/label_reader.hpp"

namespace goalsheet {

/// A label with its text that stands outside of tables: 部局名：財務部, 【部局名】財務部, 重点目標1　市税を….
struct OutsideField {
    FieldId field;
    SourcedText label;
    SourcedText text;
};

/// The words around a table, parted into fields and the rest.
struct OutsideWords {
    std::vector<OutsideField> fields;
    std::vector<OutsideLine> rest;
    std::optional<SourcedText> department;  ///< a line that is nothing but the name of one
};

/// `readings`: where only the form's own labels shall count, none.
OutsideWords read_outside(const std::vector<OutsideLine>& lines, const Form& form, LabelReader* readings = nullptr);

/// 組織ビジョン：…: a label that no form knows, and its text; nothing for the page's own dates and contacts.
std::optional<std::pair<SourcedText, SourcedText>> labelled_line(const SourcedText& line);

/// 更新日, ページ番号, 問合せ先: labels of what a page says of itself.
bool tells_of_page(std::string_view label);

/// 財務部, （総務課）: nothing but the name of a department, a division or an office.
bool is_department_name(const SourcedText& text);

/// 続き, （つづき）: the table below goes on with the one above.
bool says_continued(std::string_view text);

}  // namespace goalsheet
