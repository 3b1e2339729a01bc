// SPDX-License-Identifier: MIT
#include "write/format/xlsx/data_sheet.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>
#include <utility>

#include "goalsheet/text.hpp"
#include "tables/row_height.hpp"
#include "write/format/xlsx/cell_text.hpp"

namespace goalsheet::xlsx {
namespace {

constexpr std::size_t kMaxRows = LXW_ROW_MAX - 1;  // below the header
constexpr std::size_t kMaxLinks = LXW_MAX_NUMBER_URLS;
constexpr lxw_color_t kBar = 0x9BC2E6;
constexpr lxw_color_t kDataTab = 0xA6A6A6;
constexpr int kFirstYear = 1900;  // Excel's calendar begins and ends here
constexpr int kLastYear = 9999;

Style style_of(ColumnType type) {
    switch (type) {
        case ColumnType::text:
            return Style::data_text;
        case ColumnType::code:
        case ColumnType::status:
            return Style::data_text;
        case ColumnType::year:
            return Style::data_year;
        case ColumnType::integer:
        case ColumnType::flag:
            return Style::data_integer;
        case ColumnType::number:
            return Style::data_number;
        case ColumnType::percent:
            return Style::data_percent;
        case ColumnType::date:
            return Style::data_date;
    }
    return Style::data_text;
}

Style style_of(Tone tone) {
    if (tone == Tone::good) return Style::mark_good;
    return tone == Tone::bad ? Style::mark_bad : Style::mark_none;
}

// Whether a cell holds the text as it is, as most are: one line, no blanks for layout, nothing that XML forbids.
bool is_tidy(std::string_view text) {
    char32_t before = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const char32_t c = point.value;
        const bool rare = c < ' ' || c >= 0xFFFD;  // controls, and what is no UTF-8, among others
        if (rare || (is_space(c) && (c != ' ' || before == ' '))) return false;
        before = c;
        at += point.length;
    }
    return text.empty() || before != ' ';
}

// Writes one table; keeps what every cell needs to know.
class Writer {
public:
    Writer(Book& book, const DataTable& table)
        : book_(book),
          table_(table),
          streams_(!book.may_keep(table.row_count() * table.columns.size())),
          page_(streams_ ? book.add_streamed_page(table.sheet) : book.add_reserved_page(table.sheet)) {}

    const Page& page() const { return page_; }

    void write() {
        write_columns();
        if (streams_) write_header();
        const std::uint32_t rows = write_rows();
        // A table needs a row below its header, so one without rows gets an empty one, as Excel itself does.
        const std::uint32_t last = std::max<std::uint32_t>(rows, 1);
        if (streams_)
            book_.check(worksheet_autofilter(page_.sheet, 0, 0, last, last_column()));
        else
            write_table(last);
        finish_page(last);
    }

private:
    std::uint16_t last_column() const { return static_cast<std::uint16_t>(table_.columns.size() - 1); }

    void write_columns() {
        for (std::uint16_t c = 0; c < table_.columns.size(); ++c)
            book_.check(
                worksheet_set_column(page_.sheet, c, c, std::min(table_.columns[c].width, kMaxColumnWidth), nullptr));
    }

    std::uint32_t write_rows() {
        std::uint32_t row = 0;
        bool full = false;
        table_.for_each_row([&](const DataRow& cells) {
            full = row == kMaxRows;
            if (!full) write_row(++row, cells);
        });
        if (full)
            book_.note(table_.sheet,
                       fmt::format("Excelの行数の上限に達したため、{}行目より後を省きました。", kMaxRows));
        return row;
    }

    double header_height() const;
    void write_header();
    void write_table(std::uint32_t last_row);
    void finish_page(std::uint32_t last_row);
    void add_bars(std::uint16_t column, std::uint32_t last_row);
    void add_marks(std::uint16_t column, std::uint32_t last_row);
    void add_flags(std::uint16_t column, std::uint32_t last_row);

    void write_row(std::uint32_t row, const DataRow& cells) {
        assert(cells.size() == table_.columns.size());
        std::size_t lines = 1;
        for (std::uint16_t c = 0; c < cells.size(); ++c) lines = std::max(lines, write_cell(row, c, cells[c]));
        book_.check(worksheet_set_row(page_.sheet, row, row_height(lines, kBodyPoints), nullptr));
    }

    // Lines the cell needs.
    std::size_t write_cell(std::uint32_t row, std::uint16_t c, const DataCell& cell) {
        lxw_format* format = book_.styles()[style_of(table_.columns[c].type)];
        if (const auto* text = std::get_if<std::string>(&cell)) return write_string(row, c, *text);
        if (const auto* link = std::get_if<LinkedText>(&cell)) return write_link(row, c, *link);
        if (const auto* whole = std::get_if<std::int64_t>(&cell))
            book_.check(worksheet_write_number(page_.sheet, row, c, static_cast<double>(*whole), format));
        else if (const auto* number = std::get_if<double>(&cell); number && std::isfinite(*number))
            book_.check(worksheet_write_number(page_.sheet, row, c, *number, number_format(*number, c)));
        else if (const auto* date = std::get_if<Date>(&cell);
                 date && date->year >= kFirstYear && date->year <= kLastYear)
            write_date(row, c, *date, format);
        else
            book_.check(worksheet_write_blank(page_.sheet, row, c, format));
        return 1;
    }

    lxw_format* number_format(double value, std::uint16_t c) {
        const Style style = style_of(table_.columns[c].type);
        const bool whole = style == Style::data_number && value == std::floor(value);
        return book_.styles()[whole ? Style::data_count : style];
    }

    std::size_t write_link(std::uint32_t row, std::uint16_t c, const LinkedText& link) {
        if (!link.sheet || link.text.empty()) return write_string(row, c, link.text);
        if (++links_ > kMaxLinks) {
            if (links_ == kMaxLinks + 1)
                book_.note(table_.sheet,
                           fmt::format("Excelのリンクの上限{}件を超えた行にはリンクがありません。", kMaxLinks));
            return write_string(row, c, link.text);
        }
        book_.add_link(page_, row, c, fmt::format("'{}'!{}", link.sheet, cell_name(link.row, link.column)));
        return write_text(row, c, link.text, Style::data_link);
    }

    std::size_t write_string(std::uint32_t row, std::uint16_t c, const std::string& text) {
        return write_text(row, c, text, style_of(table_.columns[c].type));
    }

    // Lines it takes.
    std::size_t write_text(std::uint32_t row, std::uint16_t c, const std::string& text, Style style) {
        if (!is_tidy(text)) return write_tidy(row, c, tidied(row, c, text), style);
        return write_tidy(row, c, text, style);
    }

    std::string tidied(std::uint32_t row, std::uint16_t c, const std::string& text) {
        return tidy_text(book_.clean(text, [&] { return place_of(row, c); }));
    }

    std::size_t write_tidy(std::uint32_t row, std::uint16_t c, std::string_view tidy, Style style) {
        const std::vector<std::string_view> pieces = split_for_cells(tidy);
        if (pieces.size() > 1)
            book_.note(place_of(row, c),
                       fmt::format("1セルの上限{}字を超えるため、後を省きました。全文は印刷用シートにあります。",
                                   kMaxCellUnits));
        book_.write_text(page_, {row, c, row, c}, pieces.front(), style);
        return count_lines(pieces.front(), table_.columns[c].width, kBodyPoints);
    }

    std::string place_of(std::uint32_t row, std::uint16_t c) const {
        return fmt::format("{}!{}", table_.sheet, cell_name(row, c));
    }

    void write_date(std::uint32_t row, std::uint16_t c, const Date& date, lxw_format* format) {
        lxw_datetime day{date.year, date.month, date.day, 0, 0, 0};
        book_.check(worksheet_write_datetime(page_.sheet, row, c, &day, format));
    }

    Book& book_;
    const DataTable& table_;
    bool streams_;  ///< written row by row and not kept: it has a filter and is no Excel table
    Page page_;
    std::size_t links_ = 0;
};

// The button of the filter takes two characters of the width.
double Writer::header_height() const {
    std::size_t lines = 1;
    for (const Column& column : table_.columns)
        lines = std::max(lines, count_lines(column.header, column.width - 2, kBodyPoints));
    return row_height(lines, kBodyPoints);
}

void Writer::write_header() {
    book_.check(worksheet_set_row(page_.sheet, 0, header_height(), nullptr));
    for (std::uint16_t c = 0; c < table_.columns.size(); ++c)
        book_.write_text(page_, {0, c, 0, c}, table_.columns[c].header, Style::data_header);
}

void Writer::write_table(std::uint32_t last_row) {
    std::vector<std::string> headers;
    std::vector<lxw_table_column> columns(table_.columns.size());
    std::vector<lxw_table_column*> pointers;
    headers.reserve(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        headers.emplace_back(table_.columns[c].header);
        columns[c].header = headers.back().data();
        columns[c].header_format = book_.styles()[Style::data_header];
        pointers.push_back(&columns[c]);
    }
    pointers.push_back(nullptr);
    std::string name = table_.physical;
    lxw_table_options options{};
    options.name = name.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;  // with number 0: none; cells
                                                      // bring their own borders
    options.columns = pointers.data();
    book_.check(worksheet_add_table(page_.sheet, 0, 0, last_row, last_column(), &options));
    book_.check(worksheet_set_row(page_.sheet, 0, header_height(), nullptr));
}

void Writer::finish_page(std::uint32_t last_row) {
    const std::string range = fmt::format("A1:{}", cell_name(last_row, last_column()));
    book_.check(worksheet_ignore_errors(page_.sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str()));
    const std::uint16_t printed =
        table_.print_columns ? static_cast<std::uint16_t>(table_.print_columns - 1) : last_column();
    book_.check(worksheet_print_area(page_.sheet, 0, 0, last_row, printed));
    for (std::uint16_t c = 0; c < table_.columns.size(); ++c) {
        const ColumnType type = table_.columns[c].type;
        if (type == ColumnType::percent) add_bars(c, last_row);
        if (type == ColumnType::status) add_marks(c, last_row);
        if (type == ColumnType::flag) add_flags(c, last_row);
    }
}

// Fixed to 0–100, so that bars mean the same in every workbook.
void Writer::add_bars(std::uint16_t column, std::uint32_t last_row) {
    lxw_conditional_format bar{};
    bar.type = LXW_CONDITIONAL_DATA_BAR;
    bar.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    bar.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    bar.min_value = 0;
    bar.max_value = 100;
    bar.bar_color = kBar;
    bar.bar_solid = LXW_TRUE;
    bar.data_bar_2010 = LXW_TRUE;
    book_.check(worksheet_conditional_format_range(page_.sheet, 1, column, last_row, column, &bar));
}

void Writer::add_marks(std::uint16_t column, std::uint32_t last_row) {
    for (const Mark& mark : table_.marks) {
        std::string quoted = fmt::format("\"{}\"", mark.text);
        lxw_conditional_format same{};
        same.type = LXW_CONDITIONAL_TYPE_CELL;
        same.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        same.value_string = quoted.data();
        same.format = book_.styles()[style_of(mark.tone)];
        book_.check(worksheet_conditional_format_range(page_.sheet, 1, column, last_row, column, &same));
    }
}

void Writer::add_flags(std::uint16_t column, std::uint32_t last_row) {
    for (const auto& [value, style] : {std::pair(1.0, Style::flag_on), std::pair(0.0, Style::flag_off)}) {
        lxw_conditional_format flag{};
        flag.type = LXW_CONDITIONAL_TYPE_CELL;
        flag.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        flag.value = value;
        flag.format = book_.styles()[style];
        book_.check(worksheet_conditional_format_range(page_.sheet, 1, column, last_row, column, &flag));
    }
}

}  // namespace

namespace {

constexpr double kPrintableWidth = 784;  // points of A4 landscape between its margins

// Points a column takes: seven pixels a character and five of space, 96 pixels an inch.
double column_points(const Column& column) { return (std::min(column.width, kMaxColumnWidth) * 7 + 5) * 0.75; }

// A sheet too wide for one page at a size that can be read goes over several pages, its keys on each.
void set_up_width(const Page& page, const DataTable& table) {
    constexpr int kLeastPercent = 80;  // 10 points become 8
    const std::size_t printed = table.print_columns ? table.print_columns : table.columns.size();
    double width = 0;
    for (std::size_t c = 0; c < printed; ++c) width += column_points(table.columns[c]);
    if (width * kLeastPercent / 100 <= kPrintableWidth) return;
    worksheet_set_print_scale(page.sheet, kLeastPercent);
    if (table.key_columns != 0) worksheet_repeat_columns(page.sheet, 0, static_cast<lxw_col_t>(table.key_columns - 1));
}

}  // namespace

void write_data_sheet(Book& book, const DataTable& table, std::string_view header_right) {
    Writer writer(book, table);
    writer.write();
    lxw_worksheet* sheet = writer.page().sheet;
    worksheet_set_tab_color(sheet, kDataTab);
    worksheet_freeze_panes(sheet, 1, table.key_columns);
    book.check(worksheet_repeat_rows(sheet, 0, 0));
    book.set_up_print(writer.page(), table.meaning, header_right, "");
    set_up_width(writer.page(), table);
}

}  // namespace goalsheet::xlsx
