// SPDX-License-Identifier: MIT
#include "support/xlsx_file.hpp"

#include <minizip/unzip.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <pugixml.hpp>
#include <stdexcept>

#include "goalsheet/text.hpp"

namespace goalsheet::test {
namespace {

void require(bool ok, const std::string& what) {
    if (!ok) throw std::runtime_error("not a readable xlsx: " + what);
}

std::map<std::string, std::string> unzip(std::string_view bytes) {
    std::string path = "/tmp/goalsheet-test-XXXXXX";
    const int file = ::mkstemp(path.data());
    require(file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
            "temporary file");
    ::close(file);
    unzFile zip = unzOpen(path.c_str());
    std::remove(path.c_str());
    require(zip != nullptr, "zip");
    std::map<std::string, std::string> parts;
    for (int more = unzGoToFirstFile(zip); more == UNZ_OK; more = unzGoToNextFile(zip)) {
        char name[512];
        unz_file_info info;
        require(unzGetCurrentFileInfo(zip, &info, name, sizeof name, nullptr, 0, nullptr, 0) == UNZ_OK, "zip entry");
        std::string content(info.uncompressed_size, '\0');
        require(unzOpenCurrentFile(zip) == UNZ_OK, name);
        require(unzReadCurrentFile(zip, content.data(), static_cast<unsigned>(content.size())) ==
                    static_cast<int>(content.size()),
                name);
        unzCloseCurrentFile(zip);
        parts[name] = std::move(content);
    }
    unzClose(zip);
    return parts;
}

pugi::xml_document parse(const std::map<std::string, std::string>& parts, const std::string& name) {
    const auto part = parts.find(name);
    require(part != parts.end(), name + " is missing");
    require(!find_invalid_utf8(part->second), name + " is not UTF-8");
    pugi::xml_document document;
    const auto flags = pugi::parse_default | pugi::parse_ws_pcdata;
    require(static_cast<bool>(document.load_buffer(part->second.data(), part->second.size(), flags)),
            name + " is not XML");
    return document;
}

// _x000B_ and _x005F_ as ST_Xstring has them.
std::string decode_escapes(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string code = text.substr(at, 7);
        if (code.size() == 7 && code.starts_with("_x") && code[6] == '_' &&
            code.find_first_not_of("0123456789abcdefABCDEF", 2) == 6) {
            append_utf8(out, static_cast<char32_t>(std::stoul(code.substr(2, 4), nullptr, 16)));
            at += 7;
        } else {
            out.push_back(text[at++]);
        }
    }
    return out;
}

// Direct text and that of runs; furigana is none of it.
std::string string_item(pugi::xml_node item) {
    std::string text;
    for (const pugi::xml_node child : item.children()) {
        if (std::string_view(child.name()) == "t") text += child.text().get();
        if (std::string_view(child.name()) == "r") text += child.child("t").text().get();
    }
    return decode_escapes(text);
}

std::vector<std::string> shared_strings(const std::map<std::string, std::string>& parts) {
    std::vector<std::string> strings;
    if (!parts.contains("xl/sharedStrings.xml")) return strings;
    const pugi::xml_document document = parse(parts, "xl/sharedStrings.xml");
    for (const pugi::xml_node item : document.child("sst").children("si")) strings.push_back(string_item(item));
    return strings;
}

std::string fill_of(pugi::xml_node fill) {
    const std::string argb = fill.child("patternFill").child("fgColor").attribute("rgb").value();
    return argb.size() == 8 ? argb.substr(2) : "";
}

std::vector<XlsxStyle> read_styles(const std::map<std::string, std::string>& parts) {
    const pugi::xml_document document = parse(parts, "xl/styles.xml");
    const pugi::xml_node sheet = document.child("styleSheet");
    std::map<int, std::string> codes;
    for (const pugi::xml_node format : sheet.child("numFmts").children())
        codes[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").value();
    const auto nth = [](pugi::xml_node list, int n) {
        auto child = list.first_child();
        while (n-- > 0) child = child.next_sibling();
        return child;
    };
    std::vector<XlsxStyle> styles;
    for (const pugi::xml_node xf : sheet.child("cellXfs").children("xf")) {
        XlsxStyle style;
        const pugi::xml_node font = nth(sheet.child("fonts"), xf.attribute("fontId").as_int());
        style.number_format = xf.attribute("numFmtId").as_int();
        style.format_code = codes[style.number_format];
        style.unlocked = !xf.child("protection").attribute("locked").as_bool(true);
        style.wrap = xf.child("alignment").attribute("wrapText").as_bool();
        style.bold = static_cast<bool>(font.child("b"));
        style.font = font.child("name").attribute("val").value();
        style.fill = fill_of(nth(sheet.child("fills"), xf.attribute("fillId").as_int()));
        styles.push_back(std::move(style));
    }
    return styles;
}

XlsxCell read_cell(pugi::xml_node node, const std::vector<std::string>& strings) {
    XlsxCell cell;
    cell.style = node.attribute("s").as_int();
    cell.formula = static_cast<bool>(node.child("f"));
    const std::string type = node.attribute("t").value();
    const std::string value = node.child("v").text().get();
    if (type == "s") {
        cell.type = 's';
        cell.text = strings.at(std::stoul(value));
    } else if (type == "inlineStr") {
        cell.type = 's';
        cell.text = string_item(node.child("is"));
    } else if (node.child("v")) {
        cell.type = type.empty() || type == "n" ? 'n' : type[0];
        cell.text = value;
    }
    return cell;
}

void read_related(XlsxFile& file, XlsxSheet& sheet, const std::string& part) {
    const std::string rels = "xl/worksheets/_rels/" + part.substr(part.rfind('/') + 1) + ".rels";
    if (!file.parts.contains(rels)) return;
    const pugi::xml_document document = parse(file.parts, rels);
    for (const pugi::xml_node relation : document.child("Relationships").children()) {
        const std::string target = "xl/" + std::string(relation.attribute("Target").value()).substr(3);
        const std::string type = relation.attribute("Type").value();
        if (type.ends_with("/table")) {
            const pugi::xml_document table = parse(file.parts, target);
            sheet.tables.push_back(std::string(table.child("table").attribute("name").value()) + " " +
                                   table.child("table").attribute("ref").value());
        } else if (type.ends_with("/comments")) {
            const pugi::xml_document comments = parse(file.parts, target);
            for (const pugi::xml_node comment : comments.child("comments").child("commentList").children())
                sheet.comments.push_back(string_item(comment.child("text")));
        }
    }
}

XlsxSheet read_sheet(XlsxFile& file, const std::string& part, const std::vector<std::string>& strings) {
    XlsxSheet sheet;
    const pugi::xml_document document = parse(file.parts, part);
    const pugi::xml_node root = document.child("worksheet");
    sheet.xml = file.parts.at(part);
    for (const pugi::xml_node column : root.child("cols").children())
        if (column.attribute("hidden").as_bool()) sheet.hidden_columns.push_back(column.attribute("min").value());
    for (const pugi::xml_node row : root.child("sheetData").children("row")) {
        sheet.rows[row.attribute("r").as_uint()] = {row.attribute("ht").as_double(), row.attribute("hidden").as_bool()};
        for (const pugi::xml_node cell : row.children("c"))
            sheet.cells[cell.attribute("r").value()] = read_cell(cell, strings);
    }
    for (const pugi::xml_node merge : root.child("mergeCells").children())
        sheet.merges.push_back(merge.attribute("ref").value());
    read_related(file, sheet, part);
    return sheet;
}

std::pair<std::size_t, std::size_t> row_and_column(const std::string& address) {
    std::size_t column = 0;
    std::size_t at = 0;
    while (at < address.size() && address[at] >= 'A')
        column = column * 26 + static_cast<std::size_t>(address[at++] - 'A' + 1);
    return {std::stoul(address.substr(at)) - 1, column - 1};
}

}  // namespace

const std::string& XlsxSheet::text(const std::string& address) const {
    static const std::string kNone;
    const auto cell = cells.find(address);
    return cell == cells.end() ? kNone : cell->second.text;
}

std::vector<std::vector<std::string>> XlsxSheet::grid() const {
    std::vector<std::vector<std::string>> rows_of_text;
    for (const auto& [address, cell] : cells) {
        const auto [row, column] = row_and_column(address);
        if (rows_of_text.size() <= row) rows_of_text.resize(row + 1);
        if (rows_of_text[row].size() <= column) rows_of_text[row].resize(column + 1);
        rows_of_text[row][column] = cell.text;
    }
    return rows_of_text;
}

XlsxFile XlsxFile::read(std::string_view bytes) {
    XlsxFile file;
    file.parts = unzip(bytes);
    for (const auto& [name, content] : file.parts)
        if (name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml")) parse(file.parts, name);
    const std::vector<std::string> strings = shared_strings(file.parts);
    file.styles = read_styles(file.parts);
    const pugi::xml_document workbook = parse(file.parts, "xl/workbook.xml");
    const pugi::xml_document rels = parse(file.parts, "xl/_rels/workbook.xml.rels");
    for (const pugi::xml_node node : workbook.child("workbook").child("sheets").children()) {
        const std::string id = node.attribute("r:id").value();
        const pugi::xml_node relation = rels.child("Relationships").find_child_by_attribute("Id", id.c_str());
        XlsxSheet sheet = read_sheet(file, "xl/" + std::string(relation.attribute("Target").value()), strings);
        sheet.name = decode_escapes(node.attribute("name").value());
        require(!node.attribute("state"), sheet.name + " is hidden");
        file.sheets.push_back(std::move(sheet));
    }
    for (const pugi::xml_node name : workbook.child("workbook").child("definedNames").children())
        file.defined_names[std::string(name.attribute("localSheetId").value()) + " " + name.attribute("name").value()] =
            name.text().get();
    return file;
}

const XlsxSheet& XlsxFile::sheet(std::string_view name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [name](const XlsxSheet& s) { return s.name == name; });
    require(found != sheets.end(), "no sheet " + std::string(name));
    return *found;
}

}  // namespace goalsheet::test
