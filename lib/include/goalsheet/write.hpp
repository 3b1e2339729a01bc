// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// `export --to json`: schemas/document.schema.json, UTF-8, two spaces of indent, a line end at the end.
std::string write_json(std::span<const Document> documents);
/// The same text in pieces, for those who do not want all documents in memory: the opening, an entry for each document
/// with kJsonBetween between them, the closing.
inline constexpr std::string_view kJsonOpening = "{\n  \"schema_version\": 1,\n  \"documents\": [\n";
std::string write_json_entry(const Document& document);
inline constexpr std::string_view kJsonBetween = ",\n";
inline constexpr std::string_view kJsonClosing = "\n  ]\n}\n";
/// One document a line, each as an object of the `documents` list with the IDs of sheets and measures beside it, as the
/// tables for open data have them.
std::string write_ndjson(std::span<const Document> documents);
/// The same lines one by one: documents come in the order of the run.
class NdjsonRun {
public:
    NdjsonRun();
    ~NdjsonRun();
    NdjsonRun(const NdjsonRun&) = delete;
    NdjsonRun& operator=(const NdjsonRun&) = delete;

    /// As the document alone would have it; any thread.
    static std::string line_of(const Document& document);
    /// The line with the IDs that the run gives.
    std::string settle(const Document& document, std::string line);

private:
    struct Ids;
    std::unique_ptr<Ids> ids_;
};

}  // namespace goalsheet
