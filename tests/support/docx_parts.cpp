// SPDX-License-Identifier: MIT
#include "support/docx_parts.hpp"

#include <fmt/format.h>

#include <sstream>

#include "goalsheet/text.hpp"

namespace goalsheet::test {
namespace {

constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string relation(std::string_view types, std::size_t id, std::string_view type, std::string_view target) {
    return fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/{}\" Target=\"{}\"/>", id, types, type, target);
}

std::string relations(std::string_view inner) {
    return fmt::format("<Relationships xmlns=\"{}\">{}</Relationships>", kPackage, inner);
}

std::string short_runs(std::string_view text, std::size_t run_length) {
    std::string runs;
    for (std::size_t number = 0; !text.empty(); ++number) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < run_length && size < text.size(); ++i) size += decode_at(text, size).length;
        runs += fmt::format("<w:r><w:rPr>{}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
                            number % 2 == 0 ? "" : "<w:b/>", escape_xml(text.substr(0, size)));
        text.remove_prefix(size);
    }
    return word_paragraph_of(runs);
}

}  // namespace

Parts parts_of(const RawDocument& document) {
    const std::string_view base = document.strict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org";
    const std::string types = fmt::format("{}/officeDocument{}/relationships", base, document.strict ? "" : "/2006");
    const std::string spaces = fmt::format(
        "xmlns:w=\"{}/wordprocessingml{}/main\" xmlns:r=\"{}\" xmlns:mc=\"http://schemas.openxmlformats.org/"
        "markup-compatibility/2006\" xmlns:wps=\"urn:wps\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:wp=\"urn:wp\" xmlns:m=\"urn:m\"",
        base, document.strict ? "" : "/2006", types);
    Parts parts = {{"_rels/.rels", relations(relation(types, 1, "officeDocument", "word/document.xml"))},
                   {"word/document.xml", fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {}>"
                                                     "<w:body>{}</w:body></w:document>",
                                                     spaces, document.body)}};
    std::string targets;
    std::size_t id = 0;
    for (const auto& [type, name] : document.related) targets += relation(types, ++id, type, name);
    const std::pair<std::string_view, const std::string*> own[] = {
        {"styles", &document.styles},     {"numbering", &document.numbering}, {"footnotes", &document.footnotes},
        {"endnotes", &document.endnotes}, {"comments", &document.comments},   {"settings", &document.settings}};
    for (const auto& [name, content] : own) {
        if (content->empty()) continue;
        targets += relation(types, ++id, name, fmt::format("{}.xml", name));
        parts.emplace_back(fmt::format("word/{}.xml", name),
                           fmt::format("<w:{0} {1}>{2}</w:{0}>", name, spaces, *content));
    }
    for (const auto& [name, content] : document.more) parts.emplace_back("word/" + name, content);
    parts.emplace_back("word/_rels/document.xml.rels", relations(targets));
    return parts;
}

std::string word_paragraph(std::string_view text) {
    return word_paragraph_of(fmt::format("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape_xml(text)));
}

std::string word_paragraph_of(std::string_view children) { return fmt::format("<w:p>{}</w:p>", children); }

std::string word_item(std::string_view text, int list, int level) {
    return fmt::format(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId "
        "w:val=\"{}\"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
        level, list, escape_xml(text));
}

std::string word_cell(std::string_view blocks, std::string_view properties) {
    return fmt::format("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>", properties, blocks);
}

std::string word_row(const std::vector<std::string>& cells, std::string_view properties) {
    return fmt::format("<w:tr><w:trPr>{}</w:trPr>{}</w:tr>", properties, fmt::join(cells, ""));
}

std::string word_table(const std::vector<std::string>& rows) {
    return fmt::format("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl>", fmt::join(rows, ""));
}

std::string word_table_of(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::string> made;
    for (const auto& row : rows) {
        std::vector<std::string> cells;
        for (const std::string& text : row) cells.push_back(word_cell(word_paragraph(text)));
        made.push_back(word_row(cells));
    }
    return word_table(made);
}

std::string word_blocks_of(const std::string& text, std::size_t run_length) {
    const auto paragraph = [&](std::string_view words) {
        return run_length == 0 ? word_paragraph(words) : short_runs(words, run_length);
    };
    std::string blocks;
    std::vector<std::string> rows;
    const auto end_table = [&] {
        if (!rows.empty()) blocks += word_table(rows);
        rows.clear();
    };
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || (rows.empty() && line.find('\t') == std::string::npos)) {
            end_table();
            blocks += paragraph(line);
            continue;
        }
        std::vector<std::string> cells;
        std::istringstream fields(line);
        for (std::string cell; std::getline(fields, cell, '\t');) cells.push_back(word_cell(paragraph(cell)));
        rows.push_back(word_row(cells));
    }
    end_table();
    return blocks;
}

}  // namespace goalsheet::test
