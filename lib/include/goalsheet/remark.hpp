// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "goalsheet/sourced_text.hpp"

namespace goalsheet {

/// What a reader or the interpreter noticed about an input without judging it. Rules turn remarks into findings.
/// The kind is a stable kebab-case word; it goes into the JSON, so that a document read back says the same.
namespace remark {
inline constexpr const char* kUndecodable =
    "undecodable-bytes";  ///< detail: byte offset; text: U+FFFD that stands for them
inline constexpr const char* kCharsetMismatch =
    "charset-mismatch";                                       ///< detail: the declared label, a space, what it was
inline constexpr const char* kTruncated = "input-truncated";  ///< detail: the element that was left open
inline constexpr const char* kLimit = "limit-reached";        ///< detail: the limit's name and number
inline constexpr const char* kHiddenTable =
    "hidden-table";  ///< a sheet nobody sees, or an example of how to fill in, was left out
inline constexpr const char* kResidue = "html-residue";  ///< text: tag text that stood inside a cell
inline constexpr const char* kUnknownLabel =
    "unknown-label";  ///< text: the label; detail: nearest known label or empty
inline constexpr const char* kDuplicateLabel = "duplicate-label";  ///< text: the second label; detail: the form's label
inline constexpr const char* kNotesLabelMissing = "notes-label-missing";  ///< text: the row's first cell
inline constexpr const char* kRaggedRow =
    "ragged-row";  ///< text: the row's first cell; detail: row, cells more (+) or fewer (-): "12 -1"
inline constexpr const char* kOverlap = "cells-overlap";         ///< text: the cell that overlaps; detail: row
inline constexpr const char* kColumnMissing = "column-missing";  ///< detail: the field's name (deadline, target, …)
inline constexpr const char* kNumberStyle =
    "number-style";  ///< text: the number as written, e.g. "1)"; detail: the form's "(1)"
inline constexpr const char* kLabelReasoned =
    "label-reasoned";  ///< text: a label the form does not have; detail: the field it was read as and why
inline constexpr const char* kColumnInferred =
    "column-inferred";  ///< text: the column's label, or its first cell; detail: the field it was read as and why
inline constexpr const char* kGoalInferred =
    "goal-inferred";  ///< text: the words taken for goal or department; detail: the field and where they stood
inline constexpr const char* kFormula = "formula";             ///< text: the value saved last; detail: the formula
inline constexpr const char* kCellError = "cell-error";        ///< text and detail: #REF!, #N/A …
inline constexpr const char* kNumberFormat = "number-format";  ///< text: the bare number; detail: its cell's format
}  // namespace remark

struct Remark {
    std::string kind;
    SourcedText text;
    std::string detail;

    bool operator==(const Remark&) const = default;
};

}  // namespace goalsheet
