// SPDX-License-Identifier: MIT
#include "read/xlsx/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "base/limits.hpp"
#include "goalsheet/review_remarks.hpp"
#include "goalsheet/text.hpp"
#include "read/cell_text.hpp"
#include "read/xlsx/sheet_layout.hpp"
#include "read/xlsx/template_marks.hpp"
#include "read/xlsx/workbook.hpp"

namespace goalsheet {
namespace {

// A list with a heading fits on a page.
constexpr std::size_t kLongestList = 60;
// Our print sheets break long texts into rows that begin so.
constexpr std::string_view kContinued = "（続き）";

/// A cell's text with its places; continued rows append theirs.
struct CellInRow {
    XlsxPlaced placed;
    SourcedText text;  ///< not trimmed yet
};
using CellsInRow = std::vector<CellInRow>;

std::string_view cell_text(const XlsxWorksheet& sheet, std::uint32_t row, std::uint32_t column) {
    const auto found = std::lower_bound(
        sheet.cells.begin(), sheet.cells.end(), std::pair(row, column),
        [](const XlsxCell& cell, const auto& place) { return std::pair(cell.row, cell.column) < place; });
    const bool there = found != sheet.cells.end() && found->row == row && found->column == column;
    return there ? trim(found->text) : std::string_view();
}

// 項目定義 of our own workbooks names their data sheets and the headers of each.
std::set<std::string> find_data_sheets(const XlsxWorkbook& book) {
    std::map<std::string, std::string, std::less<>> first_header;
    for (const XlsxWorksheet& sheet : book.sheets) {
        if (cell_text(sheet, 0, 0) != "シート" || cell_text(sheet, 0, 1) != "列番号" ||
            cell_text(sheet, 0, 2) != "論理名")
            continue;
        for (std::uint32_t row = 1; !cell_text(sheet, row, 0).empty(); ++row)
            if (cell_text(sheet, row, 1) == "1")
                first_header.emplace(cell_text(sheet, row, 0), cell_text(sheet, row, 2));
    }
    std::set<std::string> names;
    for (const XlsxWorksheet& sheet : book.sheets) {
        const std::string_view head = cell_text(sheet, 0, 0);
        const auto defined = first_header.find(sheet.name);
        const bool has_keys = head == "目標ID" || head == "目標値ID";
        if (has_keys || (defined != first_header.end() && defined->second == head)) names.insert(sheet.name);
    }
    return names;
}

bool is_example(const XlsxWorksheet& sheet) {
    for (const std::string_view word : {"記入例", "記載例", "作成例", "入力例", "見本"})
        if (sheet.name.find(word) != std::string::npos) return true;
    return false;
}

class Reader {
public:
    explicit Reader(Page& page) : page_(page) {}

    void read(const XlsxWorkbook& book) {
        const std::set<std::string> data_sheets = find_data_sheets(book);
        is_own_ = book.is_own || !data_sheets.empty();
        // Somebody may have written into the example, if there is nothing else.
        leaves_examples_ = std::any_of(book.sheets.begin(), book.sheets.end(),
                                       [](const XlsxWorksheet& sheet) { return !sheet.hidden && !is_example(sheet); });
        for (const XlsxWorksheet& sheet : book.sheets)
            if (!data_sheets.contains(sheet.name)) read_sheet(sheet);
        auto source = std::make_shared<SourceText>(std::move(text_));
        source->line_names = std::move(names_);
        page_.source = std::move(source);
    }

private:
    // Puts a text behind those of the cells before it, so that each has its place.
    SourcedText place(std::string_view text, std::uint32_t row, std::uint32_t column) {
        const auto at = static_cast<std::uint32_t>(text_.size());
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
        names_.insert(names_.end(), lines, fmt::format("{}!{}", sheet_->name, xlsx_cell_name(row, column)));
        text_.append(text).push_back('\n');
        if (text.empty()) return SourcedText::missing_at(at);
        SourcedText placed;
        placed.append(text, at);
        return placed;
    }

    SourcedText place(const XlsxCell& cell) { return place(cell.text, cell.row, cell.column).trimmed(); }

    void read_sheet(const XlsxWorksheet& sheet) {
        sheet_ = &sheet;
        const XlsxLayout layout = lay_out(sheet);
        if (layout.too_large) return add_limit("xlsx-slots", limit::kXlsxSlots);
        for (const auto& row : layout.rows) slots_ += row.size();
        if (slots_ > limit::kXlsxAllSlots) return add_limit("xlsx-all-slots", limit::kXlsxAllSlots);
        Table table;
        table.hidden = sheet.hidden || (leaves_examples_ && is_example(sheet));
        table.source = static_cast<std::uint32_t>(text_.size());
        if (table.hidden) table.heading = place(sheet.name, 0, 0);
        std::vector<CellsInRow> rows;
        for (const auto& row : layout.rows) rows.push_back(place_row(row));
        join_continued(rows);
        if (!table.hidden && is_list(rows)) return add_list(rows);
        add_prose(table, rows);
        for (CellsInRow& row : rows) table.rows.push_back(make_row(std::move(row), table));
        for (const XlsxCell* cell : layout.hidden) table.hidden_texts.push_back(place(*cell));
        add_beside(sheet, table);
        if (!table.rows.empty()) page_.tables.push_back(std::move(table));
    }

    void add_limit(std::string_view name, std::size_t number) {
        const auto at = static_cast<std::uint32_t>(text_.size());
        place(sheet_->name, 0, 0);
        page_.remarks.push_back(
            {remark::kLimit, SourcedText::missing_at(at), fmt::format("{} {} {}", name, number, sheet_->name)});
    }

    // Our own workbooks say in comments, prompts and headers what their cells hold anyway.
    void add_beside(const XlsxWorksheet& sheet, Table& table) {
        if (is_own_) return;
        for (const XlsxBeside& one : sheet.beside) {
            SourcedText text = place(one.text, one.row, one.column).trimmed();
            // Kept as what is hidden is, and remarked: a sheet is not handed in with it.
            if (one.comment && !text.empty())
                table.remarks.push_back(
                    {remark::kComment, SourcedText::missing_at(text.source_of()->first), text.text});
            if (!text.empty()) (one.shown ? table.following : table.hidden_texts).push_back(std::move(text));
        }
    }

    CellsInRow place_row(const std::vector<XlsxPlaced>& row) {
        CellsInRow cells;
        for (const XlsxPlaced& placed : row) cells.push_back({placed, place(placed.text, placed.row, placed.column)});
        return cells;
    }

    static bool has_text(const CellInRow& cell) { return !trim(cell.text.text).empty(); }

    static const CellInRow* first_with_text(const CellsInRow& row) {
        const auto found = std::find_if(row.begin(), row.end(), has_text);
        return found == row.end() ? nullptr : &*found;
    }

    void join_continued(std::vector<CellsInRow>& rows) {
        std::vector<CellsInRow> joined;
        std::string head;  // what the row above began with
        for (CellsInRow& row : rows) {
            const CellInRow* first = first_with_text(row);
            if (first && !joined.empty() && goes_on(joined.back(), row, *first, head)) {
                join(joined.back(), row);
                continue;
            }
            head = row.empty() ? std::string() : std::string(trim(row.front().text.text));
            joined.push_back(std::move(row));
        }
        rows = std::move(joined);
    }

    static bool is_marker(const CellInRow& cell) { return trim(cell.text.text).ends_with(kContinued); }

    // The same cells as above, and the first says （続き）, behind the words above where those are a label.
    static bool goes_on(const CellsInRow& above, const CellsInRow& row, const CellInRow& first,
                        const std::string& head) {
        if (&first != &row.front() || above.size() != row.size()) return false;
        const bool same_cells = std::equal(above.begin(), above.end(), row.begin(), [](const auto& a, const auto& b) {
            return a.placed.column == b.placed.column && a.placed.colspan == b.placed.colspan &&
                   a.placed.rowspan == 1 && b.placed.rowspan == 1;
        });
        if (!same_cells) return false;
        const std::string_view words = trim(first.text.text);
        if (words.starts_with(kContinued)) return true;
        if (!words.ends_with(kContinued)) return false;
        return trim(words.substr(0, words.size() - kContinued.size())) == head;
    }

    static void join(CellsInRow& above, const CellsInRow& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const SourcedText& text = row[i].text;
            if (text.empty()) continue;
            const std::string_view words = trim(text.text);
            if (i == 0 && words.starts_with(kContinued)) {
                std::size_t begin = text.text.find(kContinued) + kContinued.size();
                if (begin < text.text.size() && text.text[begin] == '\n') ++begin;
                append(above[i].text, text.slice(begin, text.text.size()));
            } else if (!(is_marker(row[i]) && repeats(above[i], words))) {
                append(above[i].text, text);
            }
        }
    }

    // A label says again what it is.
    static bool repeats(const CellInRow& above, std::string_view words) {
        return trim(words.substr(0, words.size() - kContinued.size())) == trim(above.text.text);
    }

    static void append(SourcedText& to, const SourcedText& text) {
        if (text.empty()) return;
        if (to.empty())
            to = text;
        else
            to.append(text);
    }

    // One text a row, or a number and a text: a list with the heading above it, a note, nothing that has fields.
    static bool is_list(const std::vector<CellsInRow>& rows) {
        if (rows.empty() || rows.size() > kLongestList) return false;
        return std::all_of(rows.begin(), rows.end(), [](const CellsInRow& row) {
            std::vector<std::string_view> texts;
            for (const CellInRow& cell : row)
                if (has_text(cell)) texts.push_back(trim(cell.text.text));
            return texts.size() == 1 || (texts.size() == 2 && is_number(texts.front()));
        });
    }

    static bool is_number(std::string_view text) {
        const CodePoint first = decode_at(text, 0);
        if (circled_number(first.value)) return first.length == text.size();
        std::size_t at = 0;
        while (at < text.size() && digit_value(decode_at(text, at).value)) at += decode_at(text, at).length;
        const std::string_view rest = text.substr(at);
        return at > 0 && (rest.empty() || rest == "." || rest == "．" || rest == "位");
    }

    void add_list(const std::vector<CellsInRow>& rows) {
        List list;
        list.heading = first_with_text(rows.front())->text.trimmed();
        if (page_.tables.empty() && page_.headings.empty()) page_.headings.push_back(list.heading);
        for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
            const auto last = std::find_if(row->rbegin(), row->rend(), has_text);
            list.entries.push_back(last->text.trimmed());
        }
        if (!is_own_) {
            page_.running.push_back(list.heading);
            page_.running.insert(page_.running.end(), list.entries.begin(), list.entries.end());
        }
        page_.lists.push_back(std::move(list));
    }

    // Lines above the first row of several cells: they may name the year.
    static void add_prose(Table& table, const std::vector<CellsInRow>& rows) {
        for (const CellsInRow& row : rows) {
            const auto texts = std::count_if(row.begin(), row.end(), has_text);
            if (texts > 1 || table.prose.size() == kProseLines) return;
            if (texts == 1) table.prose.push_back(first_with_text(row)->text.trimmed());
        }
    }

    Row make_row(CellsInRow row, Table& table) {
        Row made;
        for (CellInRow& in_row : row) {
            Cell cell;
            cell.colspan = in_row.placed.colspan;
            cell.rowspan = in_row.placed.rowspan;
            cell.text = in_row.text.trimmed();
            const auto place_of = in_row.text.source_of();
            cell.source = place_of ? place_of->first : table.source;
            if (cell.text.empty()) cell.text = SourcedText::missing_at(cell.source);
            take_residue(cell);
            for (const XlsxCell* covered : in_row.placed.covered) cell.hidden.push_back(place(*covered));
            add_remarks(in_row.placed, cell.text, table);
            made.cells.push_back(std::move(cell));
        }
        return made;
    }

    void add_remarks(const XlsxPlaced& placed, const SourcedText& text, Table& table) const {
        const auto& notes = sheet_->notes;
        auto note =
            std::lower_bound(notes.begin(), notes.end(), std::pair(placed.row, placed.column),
                             [](const XlsxNote& one, const auto& at) { return std::pair(one.row, one.column) < at; });
        for (; note != notes.end() && note->row == placed.row && note->column == placed.column; ++note)
            table.remarks.push_back({note->kind, text, note->detail});
    }

    Page& page_;
    const XlsxWorksheet* sheet_ = nullptr;
    bool leaves_examples_ = false;
    bool is_own_ = false;
    std::size_t slots_ = 0;
    std::string text_;
    std::vector<std::string> names_;
};

}  // namespace

void read_worksheets(XlsxWorkbook& book, Page& page) {
    drop_form_texts(book);
    page.encoding = "utf-8";
    Reader(page).read(book);
}

Result<bool> read_xlsx(std::string_view bytes, const std::string& path, Page& page) {
    auto book = read_workbook(bytes, path);
    if (!book) return book.fault();
    read_worksheets(*book, page);
    return true;
}

}  // namespace goalsheet
