// SPDX-License-Identifier: MIT
#include "write/workbook_print_sheet.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "write/workbook_tables.hpp"
#include "write/xlsx/form_page.hpp"

namespace goalsheet {
namespace {

constexpr lxw_color_t kFormTab = 0x5B9BD5;
constexpr std::size_t kNameColumns = 26;

class PrintSheet {
public:
    PrintSheet(xlsx::Book& book, const std::string& name, const FormLayout& layout, const Form& form)
        : book_(book), layout_(layout), form_(form), page_(book.add_page(name)), grid_(book, page_, layout.widths) {}

    void write() {
        for (std::size_t i = 0; i < layout_.rows.size(); ++i) write_row(i);
        worksheet_gridlines(page_.sheet, LXW_HIDE_ALL_GRIDLINES);
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
        for (const auto& [column, field] : row.labels) comment(written, column, field);
        if (row.kind == FormRow::Kind::item_heading) head_row_ = written;
        if (row.kind != FormRow::Kind::goal) return;
        worksheet_freeze_panes(page_.sheet, grid_.next_row(), 0);
        offer_priorities(written, row.cells.back().first);
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

    xlsx::Book& book_;
    const FormLayout& layout_;
    const Form& form_;
    xlsx::Page page_;
    xlsx::FormPage grid_;
    std::uint32_t head_row_ = 0;
};

// What to write into a field, for the comment on its label.
struct Example {
    FieldId field;
    const char* text;
};
constexpr Example kExamples[] = {
    {FieldId::goal, "記入例：「中心市街地のにぎわいづくり」のように、めざすことを1行で書く。"},
    {FieldId::department, "記入例：「産業振興部」のように、部局の正式な名前を書く。"},
    {FieldId::priority, "記入例：「1位」。セルの▼から選ぶこともできます。"},
    {FieldId::situation, "記入例：行の初めに「・」を付け、1行に1つのことを書く。改行は Alt＋Enter。"},
    {FieldId::purpose, "記入例：行の初めに「・」を付け、誰がどうなるのかを書く。"},
    {FieldId::sdgs, "記入例：「8 働きがいも経済成長も」のように、番号と名前を1行に1つずつ書く。"},
    {FieldId::item, "記入例：\n○ 創業の支援\n(1) 相談窓口の開設\n(2) 創業講座の開催"},
    {FieldId::deadline, "記入例：\n(1) 9月末まで\n(2) 年度末まで\n同じ期限なら「(1)～(2) 年度末まで」。"},
    {FieldId::target,
     "記入例：\n(1) 相談件数 120件\n(2) 講座の開催 4回\n番号は取組項目と同じものを使い、数と単位を書く。"},
    {FieldId::midterm, "記入例：\n(1) 相談件数 64件（9月末現在）\n(2) 2回開催\n数値目標と同じ単位で書く。"},
    {FieldId::final, "記入例：\n(1) 相談件数 131件\n(2) 4回開催\n数値目標と同じ単位で書く。"},
};

void PrintSheet::comment(std::uint32_t row, std::uint16_t column, FieldId field) {
    const auto* example = std::find_if(std::begin(kExamples), std::end(kExamples),
                                       [field](const Example& e) { return e.field == field; });
    if (example == std::end(kExamples)) return;
    const FormField* known = form_.find(field);
    std::string text =
        known && !known->guide.empty() ? fmt::format("{}\n{}", known->guide, example->text) : example->text;
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

void PrintSheet::offer_priorities(std::uint32_t row, std::uint16_t column) {
    std::string choices = priority_choices();
    std::string title = "優先順位";
    std::string message = "一覧にない書き方です。「1位」のように書いてください。";
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = choices.data();
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;  // what the sheet says stays allowed
    validation.error_title = title.data();
    validation.error_message = message.data();
    book_.check(worksheet_data_validation_cell(page_.sheet, row, column, &validation));
}

}  // namespace

std::string print_sheet_name(const Sheet& sheet, std::size_t position) {
    std::string goal = sheet.goal.empty() ? "重点目標" : sheet.goal.text;
    std::replace(goal.begin(), goal.end(), '\n', ' ');
    return cut_to_width(fmt::format("{} {}", position, goal), kNameColumns);
}

void write_print_sheet(xlsx::Book& book, const std::string& name, const FormLayout& layout, const PrintWords& words,
                       const Form& form) {
    PrintSheet sheet(book, name, layout, form);
    sheet.write();
    sheet.set_up_print(words);
}

}  // namespace goalsheet
