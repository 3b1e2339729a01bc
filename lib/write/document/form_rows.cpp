// SPDX-License-Identifier: MIT
#include "write/document/form_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>

#include "model/appendix.hpp"
#include "write/document/form_texts.hpp"
#include "write/document/published_rows.hpp"

namespace goalsheet {
namespace {

using xlsx::FormCell;
using xlsx::Style;
using Kind = FormRow::Kind;

// One grid for the header block and the items, so that both keep straight edges:
//   A | B C | D | E | F G | H I      number | item | deadline | target | midterm | final
//   A B | C D E | F | G H I          label | value | label | value
const std::vector<double> kWidths = {8, 15, 24, 17, 28, 18, 18, 12, 24};
enum Grid : std::uint16_t { A, B, C, D, E, F, G, H, I };

struct ItemColumn {
    FieldId field;
    std::uint16_t first;
    std::uint16_t last;
};
constexpr ItemColumn kItemColumns[] = {{FieldId::item, B, C},
                                       {FieldId::deadline, D, D},
                                       {FieldId::target, E, E},
                                       {FieldId::midterm, F, G},
                                       {FieldId::final, H, I}};

// 番号 | 取組項目 | 手段番号 | 方法・手段 | 期間・期限 | 数値目標 | 中間報告 | 期末報告
const std::vector<double> kPublishedWidths = {8, 24, 9, 28, 16, 26, 30, 30};
// ページの欄 | 区分 | 内容
const std::vector<double> kPublishedPageWidths = {20, 20, 100};

constexpr double kTitleHeight = 30;
constexpr double kGoalHeight = 30;
constexpr double kItemHeight = 48;  // an item whose reports are still empty has room to write

// The label as the sheet has it, or nothing.
std::string written_label(const Sheet& sheet, FieldId field) {
    for (const LabelCell& cell : sheet.labels)
        if (cell.field == field && !cell.text.empty()) return cell.text.text;
    return "";
}

class FormRows {
public:
    FormRows(const Sheet& sheet, const Form& form) : sheet_(sheet), form_(form) {}

    std::vector<FormRow> build() {
        rows_.push_back({Kind::title, {{A, I, form_title(sheet_, form_), Style::title}}, kTitleHeight});
        add_goal();
        add_alignments();
        add_purpose();
        add_items();
        add_notes();
        add_unplaced();
        for (FormRow& row : appendix_rows(sheet_, I)) rows_.push_back(std::move(row));
        return std::move(rows_);
    }

private:
    std::string label(FieldId field) const { return label_of(sheet_, form_, field); }

    void add_goal() {
        rows_.push_back({Kind::goal,
                         {{A, B, label(FieldId::goal), Style::label},
                          {C, E, sheet_.goal.text, Style::input_strong},
                          {F, F, label(FieldId::department), Style::label},
                          {G, G, sheet_.department.text, Style::input_strong},
                          {H, H, label(FieldId::priority), Style::label},
                          {I, I, priority_text_of(sheet_), Style::input_strong}},
                         kGoalHeight,
                         {{A, FieldId::goal}, {F, FieldId::department}, {H, FieldId::priority}}});
    }

    // Two beside each other; the last of an odd number takes the whole width.
    void add_alignments() {
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
            rows_.push_back({Kind::text, std::move(cells)});
        }
    }

    std::string sdgs() const {
        if (!sheet_.sdgs_text.empty()) return sheet_.sdgs_text.text;
        std::string lines;
        for (const SdgGoal& sdg : sheet_.sdgs)
            lines += fmt::format("{}{} {}", lines.empty() ? "" : "\n", sdg.number, sdg.name.text);
        return lines;
    }

    void add_purpose() {
        rows_.push_back(
            {Kind::text,
             {{A, B, label(FieldId::situation), Style::label}, {C, I, sheet_.situation.text, Style::input_block}},
             xlsx::kMinFormRow,
             {{A, FieldId::situation}}});
        rows_.push_back({Kind::text,
                         {{A, B, label(FieldId::purpose), Style::label},
                          {C, E, sheet_.purpose.text, Style::input_block},
                          {F, F, label(FieldId::sdgs), Style::label},
                          {G, I, sdgs(), Style::input_block}},
                         xlsx::kMinFormRow,
                         {{A, FieldId::purpose}, {F, FieldId::sdgs}}});
    }

    // Numbers have their own column, unless all of them stand in the items' own texts.
    static bool has_number_column(const std::vector<PrintItem>& items) {
        return items.empty() ||
               std::any_of(items.begin(), items.end(), [](const PrintItem& item) { return !item.number.empty(); });
    }

    FormRow heading(bool numbers) const {
        FormRow row{Kind::item_heading, {}, xlsx::kMinFormRow, {}};
        if (numbers) row.cells.push_back({A, A, number_label_of(sheet_), Style::heading});
        for (const ItemColumn& column : kItemColumns) {
            const bool item = column.field == FieldId::item;
            const std::uint16_t first = item && !numbers ? std::uint16_t{A} : column.first;
            row.cells.push_back(
                {first, column.last, item ? item_label_of(sheet_, form_) : label(column.field), Style::heading});
            row.labels.emplace_back(first, column.field);
        }
        return row;
    }

    static FormRow item_row(const PrintItem& item, bool numbers) {
        FormRow row{Kind::item, {}, kItemHeight, {}};
        if (numbers) row.cells.push_back({A, A, item.number, Style::number});
        for (const ItemColumn& column : kItemColumns)
            row.cells.push_back({column.first, column.last, item.text(column.field), Style::input});
        FormCell& own = row.cells[numbers ? 1 : 0];
        own.bold = item.title_bytes;
        if (!numbers) own.first = A;
        return row;
    }

    void add_items() {
        std::vector<PrintItem> items;
        for (const Item& item : sheet_.items) items.push_back(print_item(item));
        const bool numbers = has_number_column(items);
        rows_.push_back(heading(numbers));
        for (const PrintItem& item : items) rows_.push_back(item_row(item, numbers));
    }

    void add_notes() {
        const auto note_heading = [this](FieldId field) { return fmt::format("○ {}", form_.label(field)); };
        rows_.push_back(
            {Kind::notes,
             {{A, B, label(FieldId::notes), Style::label},
              {C, E,
               print_note(sheet_.notes.participation_heading, sheet_.notes.participation,
                          note_heading(FieldId::participation)),
               Style::input},
              {F, I, print_note(sheet_.notes.outcomes_heading, sheet_.notes.outcomes, note_heading(FieldId::outcomes)),
               Style::input}},
             kItemHeight});
    }

    void add_unplaced() {
        if (sheet_.unplaced.empty()) return;
        rows_.push_back({Kind::unplaced, {{A, I, "未配置（様式の欄に当てはまらなかった文章）", Style::notice}}});
        rows_.push_back(
            {Kind::unplaced,
             {{A, B, "見出し", Style::heading}, {C, C, "場所", Style::heading}, {D, I, "文章", Style::heading}}});
        for (const Unplaced& unplaced : sheet_.unplaced)
            rows_.push_back({Kind::unplaced,
                             {{A, B, unplaced.label, Style::label},
                              {C, C, unplaced.address, Style::label},
                              {D, I, unplaced.text.text, Style::input}}});
    }

    const Sheet& sheet_;
    const Form& form_;
    std::vector<FormRow> rows_;
};

Style style_of(PublishedCell::Kind kind) {
    switch (kind) {
        case PublishedCell::Kind::column_heading:
            return Style::heading;
        case PublishedCell::Kind::row_heading:
            return Style::label;
        case PublishedCell::Kind::text:
            break;
    }
    return Style::input;
}

// A row for each of ours, as wide as the table: what reaches down from above is an empty cell here.
FormRow published_row(const PublishedRow& row, Kind kind, std::uint32_t columns) {
    FormRow made{kind, {}, xlsx::kMinFormRow, {}};
    std::uint32_t next = 0;
    for (const PublishedCell& cell : row) {
        for (; next < cell.column; ++next)
            made.cells.push_back(
                {static_cast<std::uint16_t>(next), static_cast<std::uint16_t>(next), "", Style::label});
        next = cell.column + cell.colspan;
        made.cells.push_back({static_cast<std::uint16_t>(cell.column), static_cast<std::uint16_t>(next - 1),
                              name_characters(cell.text), style_of(cell.kind)});
    }
    for (; next < columns; ++next)
        made.cells.push_back({static_cast<std::uint16_t>(next), static_cast<std::uint16_t>(next), "", Style::input});
    return made;
}

FormRow appendix_row(std::span<const std::string> texts, Style label, Style text, std::uint16_t last) {
    constexpr std::size_t kRowHeadings = 3;
    FormRow row{Kind::unplaced, {}, xlsx::kMinFormRow, {}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto column = static_cast<std::uint16_t>(i);
        row.cells.push_back(
            {column, i + 1 < texts.size() ? column : last, name_characters(texts[i]), i < kRowHeadings ? label : text});
    }
    return row;
}

}  // namespace

std::vector<FormRow> appendix_rows(const Sheet& sheet, std::uint16_t last_column) {
    std::vector<FormRow> rows;
    for (const AppendixBlock& block : appendix_of(sheet)) {
        // The workbook says so in 変換記録.
        if (block.kind == AppendixKind::labels) continue;
        const auto headings = appendix_headings(block.kind);
        rows.push_back(appendix_row(std::vector<std::string>(headings.begin(), headings.end()), Style::heading,
                                    Style::heading, last_column));
        for (const std::vector<std::string>& texts : block.rows)
            rows.push_back(appendix_row(texts, Style::label, Style::input, last_column));
    }
    return rows;
}

std::string label_of(const Sheet& sheet, const Form& form, FieldId field) {
    std::string written = written_label(sheet, field);
    const FormField* known = form.find(field);
    return written.empty() && known ? known->label + known->guide : written;
}

// Some forms have a column of its own for what we print below the item's title.
std::string item_label_of(const Sheet& sheet, const Form& form) {
    const std::string item = label_of(sheet, form, FieldId::item);
    const std::string action = written_label(sheet, FieldId::action);
    if (action.empty()) return item;
    for (const char* joint : {"\n", "・\n"}) {
        std::string joined = item + joint + action;
        if (form.match(joined) == FieldId::item) return joined;
    }
    return item + "及び\n" + action;
}

std::string priority_text_of(const Sheet& sheet) {
    if (!sheet.priority_text.empty()) return sheet.priority_text.text;
    return sheet.priority ? fmt::format("{}位", *sheet.priority) : "";
}

std::string number_label_of(const Sheet& sheet) { return written_label(sheet, FieldId::item_number); }

std::string form_title(const Sheet& sheet, const Form& form) {
    const std::string name = label_of(sheet, form, FieldId::title);
    const bool says_year = !sheet.fiscal_year || name.find(sheet.fiscal_year->label) != std::string::npos;
    return says_year ? name : fmt::format("{} {}", sheet.fiscal_year->label, name);
}

FormLayout form_layout(const Sheet& sheet, const Form& form) { return {kWidths, FormRows(sheet, form).build()}; }

FormLayout published_layout(const Sheet& sheet) {
    FormLayout layout{kPublishedWidths, {}};
    const std::vector<PublishedBlock> blocks = published_sheet(sheet);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        for (const PublishedRow& row : blocks[i]) {
            const bool heads_items = i == 1 && &row == &blocks[i].front();
            layout.rows.push_back(published_row(row, heads_items ? Kind::item_heading : Kind::text, kPublishedColumns));
        }
    return layout;
}

FormLayout published_layout(const Document& document) {
    FormLayout layout{kPublishedPageWidths, {}};
    for (const PublishedRow& row : published_page(document))
        layout.rows.push_back(published_row(row, Kind::text, kPublishedPageColumns));
    return layout;
}

}  // namespace goalsheet
