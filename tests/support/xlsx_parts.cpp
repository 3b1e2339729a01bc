// SPDX-License-Identifier: MIT
#include "support/xlsx_parts.hpp"

#include <fmt/format.h>
#include <minizip/zip.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace goalsheet::test {
namespace {

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"{}\"/>", id, kRelations, type, target);
}

std::string relations(std::string_view inner) {
    return fmt::format("<Relationships xmlns=\"{}\">{}</Relationships>", kPackage, inner);
}

std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    return name;
}

}  // namespace

std::string zip(const Parts& parts) {
    std::string path = "/tmp/goalsheet-zip-XXXXXX";
    const int file = ::mkstemp(path.data());
    if (file < 0) throw std::runtime_error("no temporary file");
    ::close(file);
    zipFile out = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    for (const auto& [name, content] : parts) {
        const zip_fileinfo info{};
        const bool written =
            zipOpenNewFileInZip64(out, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6, 0) ==
                ZIP_OK &&
            zipWriteInFileInZip(out, content.data(), static_cast<unsigned>(content.size())) == ZIP_OK &&
            zipCloseFileInZip(out) == ZIP_OK;
        if (!written) throw std::runtime_error("cannot zip " + name);
    }
    zipClose(out, nullptr);
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::remove(path.c_str());
    return bytes;
}

std::string escape_xml(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else
            out.push_back(c);
    return out;
}

Parts parts_of(const RawBook& book) {
    std::string entries;
    std::string targets = relation("rS", "styles", "styles.xml") + relation("rT", "sharedStrings", "sharedStrings.xml");
    Parts parts;
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const RawSheet& sheet = book.sheets[i];
        const std::string state = sheet.state.empty() ? "" : fmt::format(" state=\"{}\"", sheet.state);
        entries +=
            fmt::format("<sheet name=\"{0}\" sheetId=\"{1}\"{2} r:id=\"r{1}\"/>", escape_xml(sheet.name), i + 1, state);
        targets += relation(fmt::format("r{}", i + 1), "worksheet", fmt::format("worksheets/sheet{}.xml", i + 1));
        parts.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheet.xml);
    }
    parts.emplace_back("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")));
    parts.emplace_back(
        "xl/workbook.xml",
        fmt::format("<workbook xmlns=\"{}\" xmlns:r=\"{}\"><workbookPr {}/><sheets>{}</sheets></workbook>", kMain,
                    kRelations, book.properties, entries));
    parts.emplace_back("xl/_rels/workbook.xml.rels", relations(targets));
    parts.emplace_back("xl/styles.xml", fmt::format("<styleSheet xmlns=\"{}\">{}</styleSheet>", kMain, book.styles));
    parts.emplace_back("xl/sharedStrings.xml", fmt::format("<sst xmlns=\"{}\">{}</sst>", kMain, book.strings));
    return parts;
}

std::string worksheet_of(std::string_view children) {
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"{}\">{}</worksheet>", kMain,
                       children);
}

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    for (const char c : text) {
        if (c == '\n')
            rows.emplace_back(1);
        else if (c == '\t')
            rows.back().emplace_back();
        else
            rows.back().back() += c;
    }
    return rows;
}

std::string worksheet(const std::vector<std::vector<std::string>>& rows, const std::vector<std::string>& merges) {
    std::string data = "<sheetData>";
    for (std::size_t r = 0; r < rows.size(); ++r) {
        data += fmt::format("<row r=\"{}\">", r + 1);
        for (std::size_t c = 0; c < rows[r].size(); ++c)
            if (!rows[r][c].empty())
                data += fmt::format("<c r=\"{}{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                                    column_name(c), r + 1, escape_xml(rows[r][c]));
        data += "</row>";
    }
    data += "</sheetData>";
    if (!merges.empty()) data += "<mergeCells>";
    for (const std::string& merge : merges) data += fmt::format("<mergeCell ref=\"{}\"/>", merge);
    if (!merges.empty()) data += "</mergeCells>";
    return worksheet_of(data);
}

}  // namespace goalsheet::test
