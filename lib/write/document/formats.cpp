// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>

#include "goalsheet/export_formats.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_html.hpp"
#include "goalsheet/write_markdown.hpp"
#include "goalsheet/write_xlsx.hpp"

namespace goalsheet {
namespace {

using Documents = std::span<const Document>;
using Options = ExportOptions;
using Place = ExportPlace;
using Bytes = Result<std::string>;

ExportPiece json_piece(const Document& one, Place, const Options&) { return {write_json_entry(one)}; }
std::string json_opening(const std::string&) { return std::string(kJsonOpening); }

ExportPiece ndjson_piece(const Document& one, Place, const Options&) { return {NdjsonRun::line_of(one)}; }

// YAML stands at the very top of a text or nowhere.
ExportPiece markdown_piece(const Document& one, Place place, const Options& options) {
    return {write_markdown(one, {options.front_matter && place.input + place.number == 0})};
}

// The ID is unlike any other of the page, and 1 for the first.
ExportPiece html_piece(const Document& one, Place place, const Options&) {
    const std::string id = place.number == 0 ? fmt::format("{}", place.input + 1)
                                             : fmt::format("{}-{}", place.input + 1, place.number + 1);
    return {write_html_entry(one, id), html_title(one)};
}
std::string html_opening(const std::string& title) { return write_html_opening(title); }

ExportPiece text_piece(const Document& one, Place, const Options&) { return {write_text_form(one)}; }

Bytes json_file(Documents all, const Options&) { return write_json(all); }
Bytes ndjson_file(Documents all, const Options&) { return write_ndjson(all); }
Bytes markdown_file(Documents all, const Options& options) { return write_markdown(all, {options.front_matter}); }
Bytes html_file(Documents all, const Options&) { return write_html(all); }
Bytes text_file(Documents all, const Options&) { return write_text_form(all); }
Bytes workbook_file(Documents one, const Options& options) {
    WorkbookOptions workbook;
    workbook.created = options.created;
    return write_workbook(one.front(), workbook);
}

constexpr std::array kFormats = {
    ExportFormat{
        .name = "json",
        .write = json_file,
        .text = {.piece = json_piece, .opening = json_opening, .between = kJsonBetween, .closing = kJsonClosing}},
    ExportFormat{.name = "ndjson",
                 .write = ndjson_file,
                 .text = {.piece = ndjson_piece, .has_ids = true},
                 .can_be_parted = true},
    ExportFormat{.name = "md",
                 .write = markdown_file,
                 .text = {.piece = markdown_piece, .between = "\n"},
                 .index = {.entry = write_markdown_index_entry, .page = write_markdown_index}},
    ExportFormat{.name = "html",
                 .write = html_file,
                 .text = {.piece = html_piece, .opening = html_opening, .closing = kHtmlClosing}},
    ExportFormat{.name = "txt", .write = text_file, .text = {.piece = text_piece, .between = "\n"}},
    ExportFormat{.name = "csv", .shape = ExportShape::tables, .names_digest = true, .can_be_parted = true},
    ExportFormat{
        .name = "xlsx", .shape = ExportShape::workbook, .write = workbook_file, .binary = true, .names_digest = true},
};

}  // namespace

std::span<const ExportFormat> export_formats() { return kFormats; }

}  // namespace goalsheet
