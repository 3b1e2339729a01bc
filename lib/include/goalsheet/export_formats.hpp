// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "goalsheet/document.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

struct ExportOptions {
    bool front_matter = false;            ///< as in MarkdownOptions
    std::optional<std::int64_t> created;  ///< as in WorkbookOptions
};

/// A document as it stands in the one text of all.
struct ExportPiece {
    std::string text;
    std::string title = {};  ///< of a text that begins with it
};

/// Which of all documents it is: both count from 0.
struct ExportPlace {
    std::size_t input = 0;
    std::size_t number = 0;  ///< within its input
};

/// What a file of a format holds.
enum class ExportShape {
    text,      ///< any number of documents, one after another
    tables,    ///< one table of several over all documents: CsvRun writes them
    workbook,  ///< one document
};

/// How documents become one text while they come: the opening, pieces with `between` between them, the closing.
struct ExportText {
    ExportPiece (*piece)(const Document& document, ExportPlace place, const ExportOptions& options) = nullptr;
    std::string (*opening)(const std::string& title) = nullptr;  ///< of the first document
    std::string_view between = {};
    std::string_view closing = {};
    bool has_ids = false;  ///< a piece is a line that NdjsonRun::settle() gives the run's IDs
};

/// The page in front of a folder of files, made of an entry for each document and the relative name of its file.
struct ExportIndex {
    std::string (*entry)(const Document& document, const std::string& file) = nullptr;
    std::string (*page)(std::span<const std::string> entries) = nullptr;
};

/// A format `export` can write.
struct ExportFormat {
    std::string_view name;  ///< what --to takes and files end in
    ExportShape shape = ExportShape::text;
    /// A file of its own: of all documents of an input, of one where it is a workbook. nullptr for tables.
    Result<std::string> (*write)(std::span<const Document> documents, const ExportOptions& options) = nullptr;
    ExportText text = {};
    ExportIndex index = {};
    bool binary = false;         ///< nothing for a terminal
    bool names_digest = false;   ///< says the SHA-256 of the source
    bool can_be_parted = false;  ///< by --partition-by
};

/// All of them, the first being the default.
std::span<const ExportFormat> export_formats();

}  // namespace goalsheet
