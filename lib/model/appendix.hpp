// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// What a sheet has beside the fields of the form stands in rows of its own, below the items: a row for each
/// indicator, extra and year, which begins with the numbers of its item and measure (none: of the whole sheet, of the
/// whole item). Likewise the labels that no form has, with the field they were read as.
enum class AppendixKind { indicators, extras, series, labels };
inline constexpr AppendixKind kAppendixKinds[] = {AppendixKind::indicators, AppendixKind::extras, AppendixKind::series,
                                                  AppendixKind::labels};

/// The headings over such rows. The first two are those of the numbers, and no row of them reads the same.
std::span<const std::string_view> appendix_headings(AppendixKind kind);

struct AppendixBlock {
    AppendixKind kind;
    std::vector<std::vector<std::string>> rows;  ///< each with a cell for every heading
};
/// The blocks that have rows.
std::vector<AppendixBlock> appendix_of(const Sheet& sheet);

/// A label that no form has, as a remark says it: 達成指標, read as the target.
struct ReasonedLabel {
    std::string label;
    std::string field;      ///< in Japanese; empty where the remark names none
    std::string_view from;  ///< 言葉, or 中身 where what stands below it told
    std::string evidence;
};
std::vector<ReasonedLabel> reasoned_labels(const Sheet& sheet);

/// What a role or kind is called in such a row: 評価, 担当課; 目標, 実績.
std::string_view extra_role_word(ExtraRole role);
std::string_view series_kind_word(SeriesKind kind);

/// Puts rows back where they came from. The sheet's items must stay as they are meanwhile.
class AppendixReader {
public:
    explicit AppendixReader(Sheet& sheet);
    /// False where the row is none of these, or names an item or measure that the sheet does not have.
    bool add(AppendixKind kind, std::span<const SourcedText> cells);

private:
    /// Whose row it is: an item without a measure, or neither.
    struct Place {
        Item* item = nullptr;
        Measure* measure = nullptr;
    };
    bool add_indicator(const Place& place, std::span<const SourcedText> cells);
    bool add_extra(const Place& place, std::span<const SourcedText> cells);
    bool add_series_value(const Place& place, std::span<const SourcedText> cells);
    bool add_label(const Place& place, std::span<const SourcedText> cells);

    Sheet& sheet_;
    std::map<std::pair<std::string, std::string>, Place> places_;
};

/// Rows read before the sheet they belong to is complete.
struct AppendixRow {
    AppendixKind kind;
    std::vector<SourcedText> cells;
};
/// Adds the rows to the sheet. A row that does not fit loses nothing: its texts become unplaced.
void add_appendix(Sheet& sheet, std::span<const AppendixRow> rows);

}  // namespace goalsheet
