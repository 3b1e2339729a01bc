// SPDX-License-Identifier: MIT
#include "read/opendocument/spreadsheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "goalsheet/remark.hpp"
#include "goalsheet/review_remarks.hpp"
#include "goalsheet/text.hpp"
#include "read/opendocument/text_story.hpp"
#include "read/package/package.hpp"
#include "read/package/xml.hpp"
#include "read/symbol_fonts.hpp"
#include "text/raised_text.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kLastRow = 1'048'575;  // LibreOffice's own
constexpr std::uint32_t kLastColumn = 16'383;

struct TooLarge {
    std::string_view limit;
    std::size_t number;
};

/// The text of a cell: white space folds but for text:s, struck words come as ［取消線：…］.
class OdfCellText {
public:
    OdfCellText(const OdfStyles& styles, bool struck) : styles_(styles) { look_.struck = struck; }

    std::string read(pugi::xml_node cell) {
        for (const pugi::xml_node child : cell) {
            if (!is_element(child, "p")) continue;
            if (std::exchange(any_, true)) {
                end_strike();
                text_ += '\n';
            }
            walk(child, 0);
        }
        end_strike();
        return std::move(text_);
    }

private:
    void walk(pugi::xml_node parent, std::size_t depth) {
        if (depth > limit::kDocumentDepth) return;
        for (const pugi::xml_node child : parent) {
            const std::string_view name = local_name(child);
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                add_folded(child.value());
            } else if (name == "s") {
                add(std::string(std::min<std::size_t>(odf_number(child, "c", 1), limit::kMarkerBytes), ' '));
            } else if (name == "tab") {
                add("\t");
            } else if (name == "line-break") {
                add("\n");
            } else if (name == "ruby-text") {
                const std::string ruby = text_apart(child, depth + 1);
                if (!trim(ruby).empty()) add("（" + ruby + "）");
            } else if (name != "annotation" && name != "desc" && name != "title") {
                const PartialLook around = look_;
                look_.lay_over(styles_.look("text", odf_attribute(child, "style-name")));
                walk_styled(child, around.height.value_or(TextLook::Height::normal), depth + 1);
                look_ = around;
            }
        }
    }

    // A raised 1 behind 1,200 is a note, not a digit.
    void walk_styled(pugi::xml_node node, TextLook::Height around, std::size_t depth) {
        const TextLook::Height height = look_.height.value_or(TextLook::Height::normal);
        if (height == around || height == TextLook::Height::normal) return walk(node, depth);
        const std::string small = text_apart(node, depth);
        if (!small.empty()) add(height == TextLook::Height::raised ? mark_raised(small) : mark_lowered(small, text_));
    }

    // Of a node, without the marks of its looks.
    std::string text_apart(pugi::xml_node node, std::size_t depth) {
        const PartialLook around = look_;
        const bool in_strike = std::exchange(in_strike_, false);
        std::string outside = std::exchange(text_, {});
        look_.struck = false;
        walk(node, depth);
        look_ = around;
        in_strike_ = in_strike;
        std::swap(text_, outside);
        return outside;
    }

    void add_folded(std::string_view text) {
        std::string folded;
        for (const char c : text) {
            const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            const char before = folded.empty() ? (text_.empty() ? '\n' : text_.back()) : folded.back();
            if (!blank)
                folded.push_back(c);
            else if (before != ' ' && before != '\n')
                folded.push_back(' ');
        }
        add(look_.font ? symbols_as_text(*look_.font, folded) : folded);
    }

    void add(std::string_view text) {
        if (text.empty() || look_.hidden.value_or(false)) return;
        if (look_.struck.value_or(false) && !in_strike_ && !trim(text).empty()) {
            text_ += "［取消線：";
            in_strike_ = true;
        }
        if (!look_.struck.value_or(false)) end_strike();
        text_ += text;
    }

    void end_strike() {
        if (std::exchange(in_strike_, false)) text_ += "］";
    }

    const OdfStyles& styles_;
    PartialLook look_;
    std::string text_;
    bool any_ = false;
    bool in_strike_ = false;
};

class SheetsReader {
public:
    explicit SheetsReader(const OdfStyles& styles) : styles_(styles) {}

    XlsxWorkbook read(pugi::xml_node spreadsheet) {
        for (const pugi::xml_node node : spreadsheet)
            if (is_element(node, "table")) read_sheet(node);
        read_names(child_of(spreadsheet, "named-expressions"));
        return std::move(book_);
    }

private:
    void read_sheet(pugi::xml_node node) {
        sheet_ = XlsxWorksheet{};
        sheet_.name = odf_attribute(node, "name");
        sheet_.hidden = styles_.hides_table(odf_attribute(node, "style-name"));
        row_ = 0;
        columns_ = 0;
        read_columns(node, 0);
        read_rows(node, 0);
        read_shapes(child_of(node, "shapes"), 0, 0, 0);
        read_controls(child_of(node, "forms"), 0);
        read_names(child_of(node, "named-expressions"));
        book_.sheets.push_back(std::move(sheet_));
    }

    static bool is_hidden(pugi::xml_node node) {
        const std::string_view visibility = odf_attribute(node, "visibility");
        return visibility == "collapse" || visibility == "filter";
    }

    void read_columns(pugi::xml_node parent, std::size_t depth) {
        for (const pugi::xml_node child : parent) {
            const std::string_view name = local_name(child);
            if (name == "table-column") {
                const std::uint32_t count = std::min(odf_number(child, "number-columns-repeated", 1), kLastColumn + 1);
                if (is_hidden(child) && count > 0) sheet_.hidden_columns.emplace_back(columns_, columns_ + count - 1);
                columns_ += count;
            } else if (name.starts_with("table-column") || name == "table-header-columns") {
                if (depth < limit::kDocumentDepth) read_columns(child, depth + 1);
            }
        }
    }

    void read_rows(pugi::xml_node parent, std::size_t depth) {
        for (const pugi::xml_node child : parent) {
            const std::string_view name = local_name(child);
            if (name == "table-row")
                read_repeated_row(child);
            else if ((name == "table-rows" || name == "table-header-rows" || name == "table-row-group") &&
                     depth < limit::kDocumentDepth)
                read_rows(child, depth + 1);
        }
    }

    void read_repeated_row(pugi::xml_node node) {
        const std::uint32_t times = std::max(odf_number(node, "number-rows-repeated", 1), 1U);
        if (row_ > kLastRow) return;
        const std::size_t before = sheet_.cells.size();
        read_row(node);
        const std::size_t texts = sheet_.cells.size() - before;
        const std::uint32_t copies = texts == 0 ? 1 : take_repeats(times, texts);
        for (std::uint32_t copy = 1; copy < copies && row_ + copy <= kLastRow; ++copy)
            for (std::size_t i = 0; i < texts; ++i) {
                XlsxCell cell = sheet_.cells[before + i];
                cell.row += copy;
                sheet_.cells.push_back(cell);
            }
        if (is_hidden(node))
            for (std::uint32_t copy = 0; copy < copies; ++copy) sheet_.hidden_rows.push_back(row_ + copy);
        row_ += std::min(times, kLastRow + 1 - row_);
    }

    std::uint32_t take_repeats(std::uint32_t times, std::size_t cells) {
        const std::size_t more = (times - 1) * cells;
        if (more > limit::kRepeatedCells - repeats_) throw TooLarge{"repeated-cells", limit::kRepeatedCells};
        repeats_ += more;
        return times;
    }

    void read_row(pugi::xml_node node) {
        column_ = 0;
        for (const pugi::xml_node child : node) {
            const bool covered = is_element(child, "covered-table-cell");
            if ((!covered && !is_element(child, "table-cell")) || column_ > kLastColumn) continue;
            read_cell(child, covered);
        }
    }

    void read_cell(pugi::xml_node node, bool covered) {
        const std::uint32_t times = std::max(odf_number(node, "number-columns-repeated", 1), 1U);
        if (!covered) add_merge(node);
        for (const pugi::xml_node child : node)
            if (is_shape(child)) read_shapes(child, row_, column_, 0);
        const std::string_view text = keep(with_pictures(text_of(node), node));
        const std::uint32_t copies = text.empty() ? 1 : take_repeats(times, 1);
        for (std::uint32_t copy = 0; copy < copies && column_ + copy <= kLastColumn && !text.empty(); ++copy)
            sheet_.cells.push_back({row_, column_ + copy, text});
        add_notes(node, text);
        column_ += std::min(times, kLastColumn + 1 - column_);
    }

    static bool is_shape(pugi::xml_node node) {
        constexpr std::array<std::string_view, 11> kShapes = {"frame",   "custom-shape", "g",        "rect",
                                                              "ellipse", "circle",       "caption",  "line",
                                                              "polygon", "path",         "connector"};
        return std::find(kShapes.begin(), kShapes.end(), local_name(node)) != kShapes.end();
    }

    static bool is_picture(pugi::xml_node node) { return is_element(node, "frame") && child_of(node, "image"); }

    // Title and description of a drawing, which stand for it.
    static std::string words_of(pugi::xml_node shape) {
        std::string words(trim(odf_plain_text(child_of(shape, "title"))));
        const std::string more = odf_plain_text(child_of(shape, "desc"));
        if (!words.empty() && !trim(more).empty()) words += '\n';
        return words.append(trim(more));
    }

    // An icon of the SDGs stands in its cell.
    static std::string with_pictures(std::string text, pugi::xml_node cell) {
        for (const pugi::xml_node child : cell) {
            const std::string words = is_picture(child) ? words_of(child) : std::string();
            if (words.empty()) continue;
            if (!trim(text).empty()) text += '\n';
            text += words;
        }
        return text;
    }

    // Text boxes and drawings on the sheet, and those in a cell but for its pictures.
    void read_shapes(pugi::xml_node node, std::uint32_t row, std::uint32_t column, std::size_t depth) {
        if (!node || depth > limit::kDocumentDepth) return;
        const bool in_cell = depth == 0 && is_picture(node);
        if (!in_cell) add_beside(words_of(node), row, column);
        if (child_of(node, "p")) add_beside(OdfCellText(styles_, false).read(node), row, column);
        for (const pugi::xml_node child : node)
            if (!is_element(child, "p") && !is_element(child, "title") && !is_element(child, "desc"))
                read_shapes(child, row, column, depth + 1);
    }

    // Boxes to tick, choices and fields that lie on the sheet.
    void read_controls(pugi::xml_node node, std::size_t depth) {
        if (!node || depth > limit::kDocumentDepth) return;
        for (const pugi::xml_node child : node) {
            const std::string_view name = local_name(child);
            const std::string_view label = odf_attribute(child, "label");
            const bool box = name == "checkbox" || name == "radio";
            const bool ticked = odf_attribute(child, "current-state") == "checked" ||
                                odf_attribute(child, "current-selected") == "true";
            const std::string_view value = odf_attribute(child, "current-value");
            if (box && !label.empty()) add_beside(fmt::format("{}{}", ticked ? "☑" : "☐", label), 0, 0);
            if (!box) add_beside(std::string(label), 0, 0);
            if (!box) add_beside(std::string(value.empty() ? odf_attribute(child, "value") : value), 0, 0);
            read_controls(child, depth + 1);
        }
    }

    void add_beside(std::string text, std::uint32_t row, std::uint32_t column) {
        if (trim(text).empty()) return;
        bytes_ += text.size();
        if (bytes_ > limit::kXlsxTextBytes) throw TooLarge{"xlsx-text-bytes", limit::kXlsxTextBytes};
        sheet_.beside.push_back({row, column, true, std::move(text)});
    }

    void add_merge(pugi::xml_node node) {
        const std::uint32_t columns = std::max(odf_number(node, "number-columns-spanned", 1), 1U);
        const std::uint32_t rows = std::max(odf_number(node, "number-rows-spanned", 1), 1U);
        if (columns == 1 && rows == 1) return;
        if (sheet_.merges.size() == limit::kXlsxMerges) throw TooLarge{"xlsx-merges", limit::kXlsxMerges};
        sheet_.merges.push_back({row_, column_, row_ + std::min(rows - 1, kLastRow - row_),
                                 column_ + std::min(columns - 1, kLastColumn - column_)});
    }

    std::string text_of(pugi::xml_node node) const {
        const PartialLook look = styles_.look("table-cell", odf_attribute(node, "style-name"));
        std::string text = OdfCellText(styles_, look.struck.value_or(false)).read(node);
        if (!trim(text).empty()) return text;
        for (const std::string_view value : {"string-value", "value", "date-value", "time-value", "boolean-value"})
            if (const std::string_view written = odf_attribute(node, value); !written.empty())
                return std::string(written);
        return text;
    }

    void add_notes(pugi::xml_node node, std::string_view text) {
        const auto note = [&](const char* kind, std::string detail) {
            sheet_.notes.push_back({row_, column_, kind, std::move(detail)});
        };
        std::string_view formula = odf_attribute(node, "formula");
        if (!formula.empty()) {
            formula.remove_prefix(formula.find('=') == std::string_view::npos ? 0 : formula.find('=') + 1);
            note(remark::kFormula, "=" + cut_marker(std::string(formula)));
        }
        const std::string_view shown = trim(text);
        const bool error = shown.starts_with("#") || shown.starts_with("Err:");
        if (error && !formula.empty()) note(remark::kCellError, std::string(shown));
        for (const pugi::xml_node child : node)
            if (is_element(child, "annotation")) note(remark::kComment, comment_of(child));
    }

    static std::string comment_of(pugi::xml_node node) {
        const std::string author = odf_plain_text(child_of(node, "creator"));
        return author.empty() ? odf_plain_text(node) : fmt::format("{}：{}", author, odf_plain_text(node));
    }

    std::string_view keep(std::string text) {
        if (text.empty()) return {};
        if (text.size() > limit::kXlsxCellBytes) throw TooLarge{"xlsx-cell-bytes", limit::kXlsxCellBytes};
        bytes_ += text.size();
        if (bytes_ > limit::kXlsxTextBytes) throw TooLarge{"xlsx-text-bytes", limit::kXlsxTextBytes};
        return book_.texts.emplace_back(std::move(text));
    }

    // $'1 組'.$B$3:.$C$4
    void read_names(pugi::xml_node names) {
        for (const pugi::xml_node node : names) {
            if (!is_element(node, "named-range")) continue;
            std::string_view address = odf_attribute(node, "cell-range-address");
            const std::size_t dot =
                address.starts_with("$'") || address.starts_with("'") ? address.find("'.") + 1 : address.find('.');
            if (dot == std::string_view::npos || dot == 0 || dot >= address.size()) continue;
            const std::string_view cell = address.substr(dot + 1);
            const auto range = xlsx_range(cell.substr(0, cell.find(':')));
            if (!range) continue;
            book_.names.push_back({std::string(odf_attribute(node, "name")), unquoted(address.substr(0, dot)),
                                   range->first_row, range->first_column});
        }
    }

    static std::string unquoted(std::string_view sheet) {
        if (sheet.starts_with('$')) sheet.remove_prefix(1);
        if (sheet.size() < 2 || sheet.front() != '\'') return std::string(sheet);
        std::string name;
        for (std::size_t at = 1; at + 1 < sheet.size(); ++at) {
            name.push_back(sheet[at]);
            if (sheet[at] == '\'') ++at;
        }
        return name;
    }

    const OdfStyles& styles_;
    XlsxWorkbook book_;
    XlsxWorksheet sheet_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::uint32_t columns_ = 0;
    std::size_t repeats_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace

Result<XlsxWorkbook> read_odf_worksheets(pugi::xml_node spreadsheet, const OdfStyles& styles, const std::string& path) {
    try {
        return SheetsReader(styles).read(spreadsheet);
    } catch (const TooLarge& too_large) {
        return package_limit_fault(path, too_large.limit, too_large.number);
    }
}

}  // namespace goalsheet
