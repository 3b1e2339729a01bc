// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace goalsheet {

/// Characters of the text that read_docx() gives of a document, and what is to stand there.
struct DocxTextEdit {
    std::size_t begin;  ///< in page.source
    std::size_t end;
    std::string before;
    std::string after;
};

/// The document with other text in the runs (w:t) that hold these characters; every other byte of every part stays.
/// Where as many characters come as go, each goes into the run of the one it replaces, else all go into the first. The
/// edits are in the order of the text. Nothing where one of them is not of that wording there, is the number of a
/// list, what a field shows or a tracked change, lies in a locked part, or the document is protected, signed or keeps a
/// record of changes.
std::optional<std::string> edit_docx_text(std::string_view bytes, const std::string& path,
                                          std::span<const DocxTextEdit> edits);

}  // namespace goalsheet
