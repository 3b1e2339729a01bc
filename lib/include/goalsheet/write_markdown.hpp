// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet {

struct MarkdownOptions {
    bool front_matter = false;  ///< a YAML block with title, year, department and source on top, for site generators
};

/// `export --to md`: one heading per item, small tables of short values, lists for the rest; no raw HTML.
/// UTF-8 without BOM, LF, a line end at the end. Renders with the same words in cmark, cmark-gfm and pandoc.
std::string write_markdown(const Document& document, const MarkdownOptions& options = {});
/// Several documents in one text, one after the other.
std::string write_markdown(std::span<const Document> documents, const MarkdownOptions& options = {});

/// The page in front of a folder of Markdown files: for each document a link to its file and a small table of how the
/// indicators of its sheets stand.
/// An entry is made of one document and the relative name of its file, so that documents need not stay in memory.
std::string write_markdown_index(std::span<const std::string> entries);
std::string write_markdown_index_entry(const Document& document, const std::string& file);

}  // namespace goalsheet
