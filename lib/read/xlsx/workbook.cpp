// SPDX-License-Identifier: MIT
#include "read/xlsx/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/limits.hpp"
#include "goalsheet/remark.hpp"
#include "goalsheet/text.hpp"
#include "read/package/package.hpp"
#include "read/package/relations.hpp"
#include "read/package/xml.hpp"
#include "read/xlsx/format_dates.hpp"
#include "read/xlsx/number_format.hpp"
#include "read/xlsx/objects.hpp"
#include "read/xlsx/shared_strings.hpp"
#include "read/xlsx/styles.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kLastRow = 1'048'575;  // Excel's own
constexpr std::uint32_t kLastColumn = 16'383;

// Thrown in this file only, where a part cannot be used; read_workbook() turns it into its fault.
struct Unreadable {
    Fault fault;
};

struct Address {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

// B3, $B$3
std::optional<Address> address_of(std::string_view name) {
    Address address;
    std::uint32_t column = 0;
    std::size_t at = 0;
    const auto skip_sign = [&] { at += at < name.size() && name[at] == '$' ? 1 : 0; };
    skip_sign();
    for (; at < name.size() && column <= kLastColumn; ++at) {
        const char c = static_cast<char>(name[at] & ~0x20);
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    skip_sign();
    const auto row = number_of(name.substr(at));
    if (column == 0 || column > kLastColumn + 1 || !row || *row == 0 || *row > kLastRow + 1) return std::nullopt;
    address.row = *row - 1;
    address.column = column - 1;
    return address;
}

std::optional<XlsxRange> range_of(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    const auto first = address_of(reference.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : address_of(reference.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    return XlsxRange{std::min(first->row, last->row), std::min(first->column, last->column),
                     std::max(first->row, last->row), std::max(first->column, last->column)};
}

bool by_place(std::uint32_t row_a, std::uint32_t column_a, std::uint32_t row_b, std::uint32_t column_b) {
    return row_a != row_b ? row_a < row_b : column_a < column_b;
}

class WorkbookReader {
public:
    WorkbookReader(Package package, const std::string& path) : package_(std::move(package)), path_(path) {}

    XlsxWorkbook read() {
        const std::string part = workbook_part();
        PartXml xml;
        load(part, xml);
        if (!is_element(xml.root(), "workbook")) throw Unreadable{no_workbook()};
        const auto relations = relations_of(part);
        dates_from_1904_ = flag_of(child_of(xml.root(), "workbookPr").attribute("date1904"), false);
        read_styles(relations);
        read_strings(relations);
        for (const pugi::xml_node sheet : child_of(xml.root(), "sheets"))
            if (is_element(sheet, "sheet")) read_sheet(sheet, relations);
        read_names(child_of(xml.root(), "definedNames"));
        return std::move(book_);
    }

private:
    template <class T>
    T must(Result<T> result) {
        if (!result) throw Unreadable{result.fault()};
        return std::move(*result);
    }

    void load(const std::string& part, PartXml& xml) { must(read_xml(package_, part, path_, xml)); }

    Fault no_workbook() const {
        return {
            path_,
            {"Excelブック（.xlsx）ではないファイルです。Excelで開き、「Excelブック（*.xlsx）」として保存し直してくだ"
             "さい。",
             "Not a workbook (.xlsx); open it in Excel and save it as one."},
            "no-sheet-found"};
    }

    Relations relations_of(const std::string& part) { return must(read_relations(package_, part, path_)); }

    std::string workbook_part() {
        const std::string named = target_of_type(relations_of(""), "officeDocument");
        const std::string part = named.empty() ? "xl/workbook.xml" : named;
        if (!package_.has(part) || part.ends_with(".bin")) throw Unreadable{no_workbook()};
        return part;
    }

    void read_styles(const Relations& relations) {
        PartXml xml;
        load(target_of_type(relations, "styles"), xml);
        styles_ = XlsxStyles(xml.root());
    }

    void read_strings(const Relations& relations) {
        PartXml xml;
        load(target_of_type(relations, "sharedStrings"), xml);
        for (const pugi::xml_node item : xml.root())
            if (is_element(item, "si")) strings_.push_back({XlsxString::read(item), nullptr, nullptr});
    }

    void read_sheet(pugi::xml_node entry, const Relations& relations) {
        const auto relation = relations.find(prefixed_attribute(entry, "id").value());
        if (relation == relations.end() || relation->second.type != "worksheet") return;
        if (relation->second.target.empty() || !package_.has(relation->second.target))
            throw Unreadable{package_damage_fault(path_)};
        PartXml xml;
        load(relation->second.target, xml);
        XlsxWorksheet sheet;
        sheet.name = decode_xstring(entry.attribute("name").value());
        const std::string_view state = entry.attribute("state").value();
        sheet.hidden = state == "hidden" || state == "veryHidden";
        read_columns(sheet, child_of(xml.root(), "cols"));
        read_rows(sheet, child_of(xml.root(), "sheetData"));
        read_merges(sheet, child_of(xml.root(), "mergeCells"));
        read_beside(sheet, xml.root(), relation->second.target);
        std::stable_sort(sheet.cells.begin(), sheet.cells.end(), [](const XlsxCell& a, const XlsxCell& b) {
            return by_place(a.row, a.column, b.row, b.column);
        });
        std::stable_sort(sheet.notes.begin(), sheet.notes.end(), [](const XlsxNote& a, const XlsxNote& b) {
            return by_place(a.row, a.column, b.row, b.column);
        });
        book_.sheets.push_back(std::move(sheet));
    }

    // What stands on the sheet beside its cells; parts that are missing or damaged say nothing.
    void read_beside(XlsxWorksheet& sheet, pugi::xml_node root, const std::string& part) {
        constexpr std::size_t kMostPictures = 2000;
        const auto relations = read_relations(package_, part, path_);
        XlsxObjects objects = read_objects(package_, root, relations ? *relations : Relations(), path_);
        for (std::size_t i = 0; i < objects.pictures.size(); ++i) {
            XlsxPicture& picture = objects.pictures[i];
            if (i < kMostPictures)
                place_picture(sheet, std::move(picture), objects.beside);
            else
                objects.beside.push_back({picture.row, picture.column, true, std::move(picture.words)});
        }
        shown_ += objects.bytes;
        if (shown_ > limit::kXlsxTextBytes)
            throw Unreadable{package_limit_fault(path_, "xlsx-text-bytes", limit::kXlsxTextBytes)};
        std::move(objects.beside.begin(), objects.beside.end(), std::back_inserter(sheet.beside));
    }

    // A picture's words stand where the picture does, as in a page: an icon of the SDGs in its cell.
    void place_picture(XlsxWorksheet& sheet, XlsxPicture picture, std::vector<XlsxBeside>& beside) {
        for (const XlsxRange& merge : sheet.merges)
            if (picture.row >= merge.first_row && picture.row <= merge.last_row &&
                picture.column >= merge.first_column && picture.column <= merge.last_column) {
                picture.row = merge.first_row;
                picture.column = merge.first_column;
            }
        const auto same = [&](const XlsxCell& cell) {
            return cell.row == picture.row && cell.column == picture.column;
        };
        const auto cell = std::find_if(sheet.cells.begin(), sheet.cells.end(), same);
        const bool inside = std::any_of(sheet.cells.begin(), sheet.cells.end(),
                                        [&](const XlsxCell& one) { return one.row == picture.row; }) &&
                            std::any_of(sheet.cells.begin(), sheet.cells.end(),
                                        [&](const XlsxCell& one) { return one.column >= picture.column; });
        if (cell != sheet.cells.end())
            cell->text = keep(fmt::format("{}\n{}", cell->text, picture.words));
        else if (inside)
            sheet.cells.push_back({picture.row, picture.column, keep(std::move(picture.words))});
        else
            beside.push_back({picture.row, picture.column, true, std::move(picture.words)});
    }

    void read_names(pugi::xml_node names) {
        for (const pugi::xml_node node : names) {
            if (!is_element(node, "definedName")) continue;
            const std::string reference = characters_of(node);
            const std::size_t mark = reference.rfind('!');
            const auto range =
                mark == std::string::npos ? std::nullopt : range_of(trim(std::string_view(reference).substr(mark + 1)));
            if (range)
                book_.names.push_back({decode_xstring(node.attribute("name").value()),
                                       unquoted(reference.substr(0, mark)), range->first_row, range->first_column});
        }
    }

    // '1 O''Hara' is the sheet 1 O'Hara.
    static std::string unquoted(std::string_view sheet) {
        sheet = trim(sheet);
        if (sheet.size() < 2 || sheet.front() != '\'' || sheet.back() != '\'') return std::string(sheet);
        std::string name;
        for (std::size_t at = 1; at + 1 < sheet.size(); ++at) {
            name.push_back(sheet[at]);
            if (sheet[at] == '\'') ++at;
        }
        return name;
    }

    static void read_columns(XlsxWorksheet& sheet, pugi::xml_node columns) {
        for (const pugi::xml_node column : columns) {
            if (!is_element(column, "col") || !flag_of(column.attribute("hidden"), false)) continue;
            const std::uint32_t first = column.attribute("min").as_uint();
            const std::uint32_t last = column.attribute("max").as_uint();
            if (first >= 1 && last >= first) sheet.hidden_columns.emplace_back(first - 1, last - 1);
        }
    }

    void read_merges(XlsxWorksheet& sheet, pugi::xml_node merges) {
        for (const pugi::xml_node merge : merges) {
            if (!is_element(merge, "mergeCell")) continue;
            if (sheet.merges.size() == limit::kXlsxMerges)
                throw Unreadable{package_limit_fault(path_, "xlsx-merges", limit::kXlsxMerges)};
            if (const auto range = range_of(merge.attribute("ref").value())) sheet.merges.push_back(*range);
        }
    }

    void read_rows(XlsxWorksheet& sheet, pugi::xml_node data) {
        std::uint32_t next_row = 0;
        for (const pugi::xml_node row : data) {
            if (!is_element(row, "row")) continue;
            const auto number = number_of(row.attribute("r").value());
            const std::uint32_t at = number && *number >= 1 && *number <= kLastRow + 1 ? *number - 1 : next_row;
            next_row = at + 1;
            if (flag_of(row.attribute("hidden"), false)) sheet.hidden_rows.push_back(at);
            std::uint32_t next_column = 0;
            for (const pugi::xml_node cell : row) {
                if (!is_element(cell, "c")) continue;
                const Address place =
                    address_of(cell.attribute("r").value()).value_or(Address{at, std::min(next_column, kLastColumn)});
                next_column = place.column + 1;
                read_cell(sheet, cell, place);
            }
        }
    }

    void read_cell(XlsxWorksheet& sheet, pugi::xml_node cell, const Address& place) {
        const XlsxStyle& style = styles_.at(number_of(cell.attribute("s").value()).value_or(0));
        const pugi::xml_node formula = child_of(cell, "f");
        const std::string_view type = cell.attribute("t").value();
        const auto note = [&](const char* kind, std::string detail) {
            sheet.notes.push_back({place.row, place.column, kind, std::move(detail)});
        };
        // ;;; shows nothing of a number.
        const auto hide = [&](std::string number) {
            note(remark::kNumberFormat, style.format);
            sheet.beside.push_back({place.row, place.column, false, std::move(number)});
        };
        const std::string_view text = text_of(cell, type, style, note, hide);
        if (formula) note(remark::kFormula, "=" + characters_of(formula));
        if (text.empty()) return;
        sheet.cells.push_back({place.row, place.column, text});
        if (text.size() > limit::kXlsxCellBytes)
            throw Unreadable{package_limit_fault(path_, "xlsx-cell-bytes", limit::kXlsxCellBytes)};
        shown_ += text.size();
        if (shown_ > limit::kXlsxTextBytes)
            throw Unreadable{package_limit_fault(path_, "xlsx-text-bytes", limit::kXlsxTextBytes)};
    }

    template <class Note, class Hide>
    std::string_view text_of(pugi::xml_node cell, std::string_view type, const XlsxStyle& style, Note note, Hide hide) {
        if (type == "inlineStr") return keep(XlsxString::read(child_of(cell, "is")).text(style.struck));
        const std::string value = characters_of(child_of(cell, "v"));
        if (type == "str") return keep(strike(decode_xstring(value), style));
        const std::string_view bare = trim(value);
        if (bare.empty()) return {};
        if (type == "s") return shared_text(bare, style);
        if (type == "b") return keep(strike(bare == "1" || bare == "true" ? "TRUE" : "FALSE", style));
        if (type == "e") {
            note(remark::kCellError, std::string(bare));
            return keep(std::string(bare));
        }
        ShownNumber shown = shown_number(bare, type, style, note);
        if (trim(shown.text).empty() && bare != "0") hide(std::string(bare));
        return keep(strike(std::move(shown.text), style));
    }

    template <class Note>
    ShownNumber shown_number(std::string_view value, std::string_view type, const XlsxStyle& style, Note note) const {
        std::string digits(value);
        bool from_1904 = dates_from_1904_;
        if (type == "d") {
            const auto serial = serial_of_iso_date(value);
            if (!serial || style.format.empty()) return {digits};
            digits = fmt::format("{}", *serial);
            from_1904 = false;
        }
        ShownNumber shown = show_number(digits, style.format, from_1904);
        if (!shown.sure) note(remark::kNumberFormat, style.format);
        return shown;
    }

    std::string_view shared_text(std::string_view index, const XlsxStyle& style) {
        const auto at = number_of(index);
        if (!at || *at >= strings_.size()) throw Unreadable{package_damage_fault(path_)};
        Shared& shared = strings_[*at];
        const std::string*& text = style.struck ? shared.struck : shared.plain;
        if (!text) text = &book_.texts.emplace_back(shared.string.text(style.struck));
        return *text;
    }

    static std::string strike(std::string text, const XlsxStyle& style) {
        return style.struck && !trim(text).empty() ? fmt::format("［取消線：{}］", text) : text;
    }

    std::string_view keep(std::string text) { return book_.texts.emplace_back(std::move(text)); }

    struct Shared {
        XlsxString string;
        const std::string* plain;
        const std::string* struck;
    };

    Package package_;
    const std::string& path_;
    XlsxWorkbook book_;
    XlsxStyles styles_;
    std::vector<Shared> strings_;
    bool dates_from_1904_ = false;
    std::size_t shown_ = 0;
};

}  // namespace

Result<XlsxWorkbook> read_workbook(std::string_view bytes, const std::string& path) {
    auto package = Package::open(bytes, path);
    if (!package) return package.fault();
    try {
        return WorkbookReader(std::move(*package), path).read();
    } catch (const Unreadable& unreadable) {
        return unreadable.fault;
    }
}

std::optional<XlsxRange> xlsx_range(std::string_view reference) { return range_of(reference); }

std::string xlsx_cell_name(std::uint32_t row, std::uint32_t column) {
    std::string letters;
    for (std::uint32_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return fmt::format("{}{}", letters, row + 1);
}

}  // namespace goalsheet
