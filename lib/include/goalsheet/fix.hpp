// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/finding.hpp"

namespace goalsheet {

/// What the rules say of a file with these bytes; nothing where it can no longer be read.
using Recheck = std::function<std::optional<std::vector<Finding>>(const std::string& bytes)>;

struct FixInput {
    std::string_view bytes;     ///< of the file as they came
    std::string_view text;      ///< what they were decoded to, which the findings' edits point into
    std::string_view format;    ///< html, text, xlsx, docx; others are left
    std::string_view encoding;  ///< utf-8, windows-31j, utf-16le, utf-16be
    std::span<const Finding> findings;
    const SourceText* source = nullptr;  ///< of a workbook or document: its lines have names
    bool unsafe = false;                 ///< repairs that need judgement, too
};

struct FixOutcome {
    std::string bytes;
    std::vector<Edit> applied;       ///< in the order of the text
    std::vector<std::size_t> fixed;  ///< indices of the findings that are gone
    std::vector<std::size_t> left;   ///< of those that could be repaired but not here: see reason
    Message reason;                  ///< why some were left; empty where none was
};

/// Of a workbook only the text of the cells changes: formulas, cells with several fonts, protected cells and signed
/// books are left. Of a Word document it is the runs that hold the characters: numbers of lists, fields, tracked
/// changes, locked parts and signed documents are left. Of HTML and text it splices the findings' edits into the bytes,
/// each where the source reads what the finding quotes, through a map from decoded to raw offsets (CP932 keeps its
/// double codes); every other byte stays. An edit that overlaps another is left for the next run. The result is checked
/// again: an edit stays only if its finding is gone and no new one came. Twice is the same as once.
FixOutcome apply_fixes(const FixInput& input, const Recheck& recheck);

/// The edits as a patch that `patch -p0` takes: `path` in both headers, three lines around each change. The text is
/// that of the source before.
/// Of a workbook or document each cell or paragraph that changes, by its name.
std::string write_patch(const SourceText& source, std::span<const Edit> edits, const std::string& path);
std::string write_patch(std::string_view text, std::span<const Edit> edits, const std::string& path);

}  // namespace goalsheet
