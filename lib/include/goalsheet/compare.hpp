// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/field.hpp"
#include "goalsheet/quantity.hpp"

namespace goalsheet {

/// A piece of a text that changed.
struct WordPiece {
    enum class Op { same, removed, added };

    Op op = Op::same;
    std::string text;

    bool operator==(const WordPiece&) const = default;
};

/// A figure of a target that changed, went or came.
struct FigureDifference {
    std::string label;
    std::string unit;
    std::optional<Decimal> before;
    std::optional<Decimal> after;
    std::string before_words;  ///< as printed: 300件以上
    std::string after_words;
};

enum class DifferenceKind { added, removed, changed, moved };
std::string_view difference_kind_name(DifferenceKind kind);

/// What differs: the page itself, a whole sheet, item or measure, or one field of theirs.
enum class DifferencePart { page, sheet, item, measure };
std::string_view difference_part_name(DifferencePart part);

/// Where a text stands in one of the versions.
struct DifferencePlace {
    std::string path;
    std::uint32_t line = 0;  ///< 0: unknown
    std::uint32_t column = 0;
    std::string cell;  ///< シート名!C12 in a workbook, or empty
};

struct Difference {
    DifferenceKind kind = DifferenceKind::changed;
    DifferencePart part = DifferencePart::sheet;
    std::optional<FieldId> field;  ///< nothing: all of the part, or a text that has no field
    /// The plan of an alignment, the name of an indicator, the label of an extra or of a year, the label of a text that
    /// has no field.
    std::string label;
    std::optional<int> item_before, item_after;
    std::optional<int> measure_before, measure_after;
    std::string before;  ///< the text; of a whole part, its texts in lines; of one that moved, its number
    std::string after;
    std::vector<WordPiece> words;  ///< of a text that changed
    std::vector<FigureDifference> figures;
    std::optional<DifferencePlace> old_place;
    std::optional<DifferencePlace> new_place;
};

/// A sheet of either version, or of both.
struct SheetComparison {
    const Document* old_document = nullptr;
    const Document* new_document = nullptr;
    const Sheet* before = nullptr;  ///< null: added
    const Sheet* after = nullptr;   ///< null: removed
    std::vector<Difference> differences;

    const Sheet& sheet() const { return after ? *after : *before; }
};

/// Points into the documents that were compared.
struct Comparison {
    std::vector<SheetComparison> sheets;  ///< those of the new version in its order, then those that are gone
    std::vector<Difference> pages;        ///< department, year and list of goals of the pages themselves

    bool equal() const;
    std::size_t count(DifferenceKind kind) const;
};

/// What changed from one version of a document (or of many) to another: submitted and published, last year and this.
/// Sheets, items and measures are found again by their words and numbers. Where a text stood makes no difference; nor
/// does the address of a text that has no field.
Comparison compare(std::span<const Document> before, std::span<const Document> after);

}  // namespace goalsheet
