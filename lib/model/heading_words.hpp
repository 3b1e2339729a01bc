// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "goalsheet/sourced_text.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {

/// What a heading over a table says of the rows below: 基本目標1　…, 【具体的取組1－1】…, ①….
struct HeadingWords {
    enum class Kind { none, goal, item };
    Kind kind = Kind::none;
    bool labelled = false;  ///< a word in front says the kind; else the heading is a numbered phrase: 1　…を届ける
    SourcedText text;       ///< without label, number and mark
    SourcedText behind;     ///< behind any word with a number: 重点事項1　…; empty where there is none
};

HeadingWords read_heading_words(const SourcedText& heading);

/// 令和7年度　重点事業進捗管理シート: a line that names the sheet it stands over.
bool names_sheet(std::string_view text);

/// The department that a title names: 環境局 of 令和7年度　環境局　重点取組シート, 税務課 of 課の仕事目標（税務課）.
std::optional<SourcedText> department_in_title(const SourcedText& title);

/// Four digits that are a year by themselves, in the name of a sheet: 部長マニフェスト2024.
std::optional<YearMention> bare_year(std::string_view title);

}  // namespace goalsheet
