// SPDX-License-Identifier: MIT
#include "write/workbook_print_sheet.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "write/workbook_cells.hpp"
#include "write/workbook_tables.hpp"
#include "write/xlsx/form_page.hpp"

namespace goalsheet {
namespace {

using xlsx::FormCell;
using xlsx::Style;

// One grid for the header block and the items, so that both keep straight edges:
//   A | B C | D | E | F G | H I      number | item | deadline | target | midterm | final
//   A B | C D E | F | G H I          label | value | label | value
constexpr std::array<double, 9> kWidths = {8, 11, 25, 18, 28, 18, 18, 12, 26};
enum Grid : std::uint16_t { A, B, C, D, E, F, G, H, I };

constexpr lxw_color_t kFormTab = 0x5B9BD5;
constexpr double kTitleHeight = 30;
constexpr double kGoalHeight = 30;
constexpr double kItemHeight = 48;  // an item whose reports are still empty has room to write
constexpr std::size_t kNameColumns = 26;

class PrintSheet {
public:
    PrintSheet(xlsx::Book& book, const Document& document, const Sheet& sheet, std::size_t position, const Form& form)
        : book_(book),
          document_(document),
          sheet_(sheet),
          form_(form),
          page_(book.add_page(page_name(sheet, position))),
          grid_(book, page_, kWidths) {}

    void write() {
        write_title();
        write_goal();
        worksheet_freeze_panes(page_.sheet, grid_.next_row(), 0);
        write_alignments();
        write_purpose();
        write_items();
        write_notes();
        write_unplaced();
        set_up_page();
    }

private:
    static std::string page_name(const Sheet& sheet, std::size_t position) {
        return cut_to_width(
            fmt::format("{} {}", position, sheet.goal.empty() ? "重点目標" : fold_spaces(sheet.goal.text)),
            kNameColumns);
    }
    static std::string fold_spaces(const std::string& text) {
        std::string line = text;
        std::replace(line.begin(), line.end(), '\n', ' ');
        return line;
    }

    // The label as the sheet has it, or nothing.
    std::string written_label(FieldId field) const {
        for (const LabelCell& cell : sheet_.labels)
            if (cell.field == field && !cell.text.empty()) return cell.text.text;
        return "";
    }
    // Else the form's, with its explanation.
    std::string label(FieldId field) const {
        std::string written = written_label(field);
        const FormField* known = form_.find(field);
        return written.empty() && known ? known->label + known->guide : written;
    }
    // Some forms have a column of its own for what we print below the item's title.
    std::string item_label() const {
        const std::string action = written_label(FieldId::action);
        if (action.empty()) return label(FieldId::item);
        for (const char* joint : {"\n", "・\n"}) {
            std::string joined = label(FieldId::item) + joint + action;
            if (form_.match(joined) == FieldId::item) return joined;
        }
        return label(FieldId::item) + "及び\n" + action;
    }

    const std::optional<FiscalYear>& fiscal_year() const {
        return sheet_.fiscal_year ? sheet_.fiscal_year : document_.fiscal_year;
    }
    std::string form_title() const {
        const std::string name = label(FieldId::title);
        const bool says_year = !fiscal_year() || name.find(fiscal_year()->label) != std::string::npos;
        return says_year ? name : fmt::format("{} {}", fiscal_year()->label, name);
    }

    void write_title() { grid_.add_row({{A, I, form_title(), Style::title}}, kTitleHeight); }

    void write_goal() {
        const std::string priority = !sheet_.priority_text.empty() ? sheet_.priority_text.text
                                     : sheet_.priority             ? fmt::format("{}位", *sheet_.priority)
                                                                   : "";
        const std::uint32_t row = grid_.add_row({{A, B, label(FieldId::goal), Style::label},
                                                 {C, E, sheet_.goal.text, Style::input_strong},
                                                 {F, F, label(FieldId::department), Style::label},
                                                 {G, G, sheet_.department.text, Style::input_strong},
                                                 {H, H, label(FieldId::priority), Style::label},
                                                 {I, I, priority, Style::input_strong}},
                                                kGoalHeight);
        comment(row, A, FieldId::goal);
        comment(row, F, FieldId::department);
        comment(row, H, FieldId::priority);
        offer_priorities(row, I);
    }

    // Two beside each other; the last of an odd number takes the whole width.
    void write_alignments() {
        const auto& alignments = sheet_.alignments;
        for (std::size_t i = 0; i < alignments.size(); i += 2) {
            std::vector<FormCell> cells = {{A, B, alignments[i].plan.text, Style::label}};
            if (i + 1 < alignments.size()) {
                cells.push_back({C, E, alignments[i].text.text, Style::input_block});
                cells.push_back({F, F, alignments[i + 1].plan.text, Style::label});
                cells.push_back({G, I, alignments[i + 1].text.text, Style::input_block});
            } else {
                cells.push_back({C, I, alignments[i].text.text, Style::input_block});
            }
            grid_.add_row(std::move(cells));
        }
    }

    std::string sdgs() const {
        if (!sheet_.sdgs_text.empty()) return sheet_.sdgs_text.text;
        std::string lines;
        for (const SdgGoal& sdg : sheet_.sdgs)
            lines += fmt::format("{}{} {}", lines.empty() ? "" : "\n", sdg.number, sdg.name.text);
        return lines;
    }

    void write_purpose() {
        const std::uint32_t situation = grid_.add_row(
            {{A, B, label(FieldId::situation), Style::label}, {C, I, sheet_.situation.text, Style::input_block}});
        comment(situation, A, FieldId::situation);
        const std::uint32_t purpose = grid_.add_row({{A, B, label(FieldId::purpose), Style::label},
                                                     {C, E, sheet_.purpose.text, Style::input_block},
                                                     {F, F, label(FieldId::sdgs), Style::label},
                                                     {G, I, sdgs(), Style::input_block}});
        comment(purpose, A, FieldId::purpose);
        comment(purpose, F, FieldId::sdgs);
    }

    // Numbers have their own column, unless all of them stand in the items' own texts.
    static bool has_number_column(const std::vector<PrintItem>& items) {
        return items.empty() ||
               std::any_of(items.begin(), items.end(), [](const PrintItem& item) { return !item.number.empty(); });
    }

    std::vector<FormCell> head_cells(bool numbers) const {
        std::vector<FormCell> cells;
        if (numbers) cells.push_back({A, A, written_label(FieldId::item_number), Style::heading});
        cells.push_back({numbers ? B : A, C, item_label(), Style::heading});
        cells.push_back({D, D, label(FieldId::deadline), Style::heading});
        cells.push_back({E, E, label(FieldId::target), Style::heading});
        cells.push_back({F, G, label(FieldId::midterm), Style::heading});
        cells.push_back({H, I, label(FieldId::final), Style::heading});
        return cells;
    }

    static std::vector<FormCell> item_cells(const PrintItem& item, bool numbers) {
        std::vector<FormCell> cells;
        if (numbers) cells.push_back({A, A, item.number, Style::number});
        cells.push_back({numbers ? B : A, C, item.item, Style::input, item.title_bytes});
        cells.push_back({D, D, item.deadline, Style::input});
        cells.push_back({E, E, item.target, Style::input});
        cells.push_back({F, G, item.midterm, Style::input});
        cells.push_back({H, I, item.final, Style::input});
        return cells;
    }

    void write_items() {
        std::vector<PrintItem> items;
        for (const Item& item : sheet_.items) items.push_back(print_item(item));
        const bool numbers = has_number_column(items);
        const std::vector<FormCell> head = head_cells(numbers);
        keep_head_with_first_item(head, items, numbers);
        head_row_ = grid_.add_row(head);
        comment(head_row_, numbers ? B : A, FieldId::item);
        comment(head_row_, D, FieldId::deadline);
        comment(head_row_, E, FieldId::target);
        comment(head_row_, F, FieldId::midterm);
        comment(head_row_, H, FieldId::final);
        for (const PrintItem& item : items) grid_.add_row(item_cells(item, numbers), kItemHeight);
    }

    // A heading alone at the foot of a page would be repeated on top of the next one.
    void keep_head_with_first_item(const std::vector<FormCell>& head, const std::vector<PrintItem>& items,
                                   bool numbers) {
        if (items.empty()) return;
        const double needed =
            grid_.measure(head).all + std::max(kItemHeight, grid_.measure(item_cells(items.front(), numbers)).first);
        if (needed <= grid_.room()) return;
        lxw_row_t breaks[] = {grid_.next_row(), 0};
        book_.check(worksheet_set_h_pagebreaks(page_.sheet, breaks));
    }

    void write_notes() {
        grid_.add_row(
            {{A, B, label(FieldId::notes), Style::label},
             {C, E,
              print_note(sheet_.notes.participation_heading, sheet_.notes.participation,
                         note_heading(FieldId::participation)),
              Style::input},
             {F, I, print_note(sheet_.notes.outcomes_heading, sheet_.notes.outcomes, note_heading(FieldId::outcomes)),
              Style::input}},
            kItemHeight);
    }
    std::string note_heading(FieldId field) const { return fmt::format("○ {}", form_.label(field)); }

    void write_unplaced() {
        if (sheet_.unplaced.empty()) return;
        grid_.add_row({{A, I, "未配置（様式の欄に当てはまらなかった文章）", Style::notice}});
        grid_.add_row(
            {{A, B, "見出し", Style::heading}, {C, C, "場所", Style::heading}, {D, I, "文章", Style::heading}});
        for (const Unplaced& unplaced : sheet_.unplaced)
            grid_.add_row({{A, B, unplaced.label, Style::label},
                           {C, C, unplaced.address, Style::label},
                           {D, I, unplaced.text.text, Style::input}});
    }

    void comment(std::uint32_t row, std::uint16_t column, FieldId field);
    void offer_priorities(std::uint32_t row, std::uint16_t column);

    void set_up_page() {
        lxw_worksheet* sheet = page_.sheet;
        const std::uint32_t last = grid_.next_row() - 1;
        const std::string& department = sheet_.department.empty() ? document_.department.text : sheet_.department.text;
        book_.set_up_print(page_, form_title(), department, sheet_.goal.text);
        book_.check(worksheet_repeat_rows(sheet, head_row_, head_row_));
        book_.check(worksheet_print_area(sheet, 0, A, last, I));
        worksheet_set_tab_color(sheet, kFormTab);
        worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
        book_.check(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                            fmt::format("A1:{}", xlsx::cell_name(last, I)).c_str()));
        // Against slips, not against people: no password.
        lxw_protection protection{};
        protection.format_cells = LXW_TRUE;
        protection.format_rows = LXW_TRUE;
        protection.format_columns = LXW_TRUE;
        worksheet_protect(sheet, nullptr, &protection);
    }

    xlsx::Book& book_;
    const Document& document_;
    const Sheet& sheet_;
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

void write_print_sheet(xlsx::Book& book, const Document& document, const Sheet& sheet, std::size_t position,
                       const Form& form) {
    PrintSheet(book, document, sheet, position, form).write();
}

}  // namespace goalsheet
