// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace goalsheet {

/// How the text of a cell looks, whatever its column is called.
enum class TextKind {
    mark,      ///< ①, 1-1, A-2
    date,      ///< 年度末まで, 10月
    percent,   ///< 97.5％
    figure,    ///< 300件, 1,200
    grade,     ///< ○, B, 概ね順調
    section,   ///< 保育課
    words,     ///< a name
    sentence,  ///< says something
};
TextKind text_kind(std::string_view text);
std::string_view text_kind_words(TextKind kind);  ///< dates, figures, …

/// What most texts of a column are: at least four in five.
struct ColumnKind {
    TextKind kind;
    std::size_t count;
    std::size_t of;

    std::string describe() const;  ///< 6 of 6 cells are dates
};
std::optional<ColumnKind> column_kind(std::span<const std::string> texts);

}  // namespace goalsheet
