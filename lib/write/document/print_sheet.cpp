// SPDX-License-Identifier: MIT
#include "write/document/print_sheet.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "tables/document_tables.hpp"
#include "write/document/cell_hints.hpp"
#include "write/format/xlsx/form_page.hpp"

namespace goalsheet {
namespace {

constexpr lxw_color_t kFormTab = 0x5B9BD5;
constexpr std::size_t kNameColumns = 26;

class PrintSheet {
public:
    PrintSheet(xlsx::Book& book, const xlsx::Page& page, const FormLayout& layout, const Form& form)
        : book_(book), layout_(layout), form_(form), page_(page), grid_(book, page_, layout.widths) {}

    std::vector<WrittenName> write() {
        for (std::size_t i = 0; i < layout_.rows.size(); ++i) write_row(i);
        grid_.colour_blanks();
        worksheet_gridlines(page_.sheet, LXW_HIDE_ALL_GRIDLINES);
        return std::move(names_);
    }

    void set_up_print(const PrintWords& words) {
        lxw_worksheet* sheet = page_.sheet;
        const auto last_column = static_cast<std::uint16_t>(layout_.widths.size() - 1);
        const std::uint32_t last = grid_.next_row() - 1;
        book_.set_up_print(page_, words.title, words.department, words.goal);
        if (head_row_ > 0) book_.check(worksheet_repeat_rows(sheet, head_row_, head_row_));
        book_.check(worksheet_print_area(sheet, 0, 0, last, last_column));
        worksheet_set_tab_color(sheet, kFormTab);
        book_.check(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                            fmt::format("A1:{}", xlsx::cell_name(last, last_column)).c_str()));
        protect();
    }

private:
    void write_row(std::size_t at) {
        const FormRow& row = layout_.rows[at];
        if (row.kind == FormRow::Kind::item_heading) keep_with_next(at);
        const std::uint32_t written = grid_.add_row(row.cells, row.min_height);
        for (const auto& [column, field] : row.labels)
            if (awaits_words(at, column)) comment(written, column, field);
        if (row.kind == FormRow::Kind::item_heading) head_row_ = written;
        for (const NamedCell& named : row.names) name_cell(row, written, named);
        if (row.kind != FormRow::Kind::goal) return;
        worksheet_freeze_panes(page_.sheet, grid_.next_row(), 0);
        if (row.names.empty()) offer_priorities(written, row.cells.back().first);
    }

    // Whether something is still to be written beside or below a label: only then one needs to be told how.
    bool awaits_words(std::size_t at, std::uint16_t label) const {
        const FormRow& row = layout_.rows[at];
        if (row.kind != FormRow::Kind::item_heading) {
            const auto beside = std::find_if(row.cells.begin(), row.cells.end(),
                                             [&](const xlsx::FormCell& cell) { return cell.first > label; });
            return beside != row.cells.end() && beside->text.empty();
        }
        const auto is_item = [](const FormRow& one) { return one.kind == FormRow::Kind::item; };
        const auto has_text = [&](const FormRow& one) {
            return std::any_of(one.cells.begin(), one.cells.end(),
                               [&](const xlsx::FormCell& cell) { return cell.first == label && !cell.text.empty(); });
        };
        const auto items = std::find_if(layout_.rows.begin(), layout_.rows.end(), is_item);
        return !std::all_of(items, std::find_if_not(items, layout_.rows.end(), is_item), has_text) ||
               items == layout_.rows.end();
    }

    // A heading alone at the foot of a page would be repeated on top of the next one.
    void keep_with_next(std::size_t at) {
        if (at + 1 >= layout_.rows.size()) return;
        const FormRow& next = layout_.rows[at + 1];
        const double needed =
            grid_.measure(layout_.rows[at].cells).all + std::max(next.min_height, grid_.measure(next.cells).first);
        if (needed <= grid_.room()) return;
        lxw_row_t breaks[] = {grid_.next_row(), 0};
        book_.check(worksheet_set_h_pagebreaks(page_.sheet, breaks));
    }

    // Against slips, not against people: no password.
    void protect() {
        lxw_protection protection{};
        protection.format_cells = LXW_TRUE;
        protection.format_rows = LXW_TRUE;
        protection.format_columns = LXW_TRUE;
        worksheet_protect(page_.sheet, nullptr, &protection);
    }

    void comment(std::uint32_t row, std::uint16_t column, FieldId field);
    void offer_priorities(std::uint32_t row, std::uint16_t column);
    void name_cell(const FormRow& row, std::uint32_t written, const NamedCell& named);
    void offer(const xlsx::CellRange& at, NamedCell words);

    xlsx::Book& book_;
    const FormLayout& layout_;
    const Form& form_;
    xlsx::Page page_;
    xlsx::FormPage grid_;
    std::uint32_t head_row_ = 0;
    std::vector<WrittenName> names_;
};

void PrintSheet::comment(std::uint32_t row, std::uint16_t column, FieldId field) {
    const std::string text = writing_hint(form_, field);
    if (text.empty()) return;
    std::string font = xlsx::kFont;
    std::string author = "goalsheet";
    lxw_comment_options options{};
    options.author = author.data();
    options.font_name = font.data();
    options.font_size = 9;
    options.width = 260;
    options.height = 120;
    book_.check(worksheet_write_comment_opt(page_.sheet, row, column, text.c_str(), &options));
}

// A name for every row the cell goes on in; the words and the choices where it begins.
void PrintSheet::name_cell(const FormRow& row, std::uint32_t written, const NamedCell& named) {
    const xlsx::FormCell& cell = row.cells[named.cell];
    for (std::uint32_t part = 0; written + part < grid_.next_row(); ++part) {
        const std::string name = part == 0 ? named.name : fmt::format("{}_続き{}", named.name, part);
        book_.define_name(name, page_, written + part, cell.first);
        names_.push_back({name, fmt::format("{}!{}", page_.name, xlsx::cell_name(written + part, cell.first)),
                          grid_.written(named.cell, part)});
    }
    offer({written, cell.first, written, cell.last}, named);
}

void PrintSheet::offer(const xlsx::CellRange& at, NamedCell words) {
    if (words.prompt.empty() && words.choices.empty()) return;
    lxw_data_validation validation{};
    validation.validate = words.choices.empty() ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST_FORMULA;
    if (!words.choices.empty()) validation.value_formula = words.choices.data();
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;  // what the sheet says stays allowed
    if (!words.prompt.empty()) {
        validation.input_title = words.title.data();
        validation.input_message = words.prompt.data();
    }
    std::string error_title = words.title;
    if (words.otherwise.empty()) {
        validation.show_error = LXW_VALIDATION_OFF;
    } else {
        validation.error_title = error_title.data();
        validation.error_message = words.otherwise.data();
    }
    book_.check(worksheet_data_validation_range(page_.sheet, at.first_row, at.first_column, at.last_row, at.last_column,
                                                &validation));
}

void PrintSheet::offer_priorities(std::uint32_t row, std::uint16_t column) {
    NamedCell words;
    words.title = "優先順位";
    words.choices = priority_choices();
    words.otherwise = kNoSuchPriority;
    offer({row, column, row, column}, std::move(words));
}

}  // namespace

std::string print_sheet_name(const Sheet& sheet, std::size_t position) {
    std::string goal = sheet.goal.empty() ? "重点目標" : sheet.goal.text;
    std::replace(goal.begin(), goal.end(), '\n', ' ');
    return cut_to_width(fmt::format("{} {}", position, goal), kNameColumns);
}

std::vector<WrittenName> write_print_sheet(xlsx::Book& book, const xlsx::Page& page, const FormLayout& layout,
                                           const PrintWords& words, const Form& form) {
    PrintSheet sheet(book, page, layout, form);
    std::vector<WrittenName> names = sheet.write();
    sheet.set_up_print(words);
    return names;
}

}  // namespace goalsheet
