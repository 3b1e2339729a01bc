// SPDX-License-Identifier: MIT
#include "write/format/xlsx/form_page.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "tables/row_height.hpp"

namespace goalsheet::xlsx {
namespace {

constexpr const char* kContinued = "（続き）";
constexpr const char* kContinuedLine = "（続き）\n";

// What stands beside a text that goes on: its label again; the column of numbers is too narrow for both on a line.
std::string continued(const std::string& text, Style style) {
    if (style == Style::label) return text + kContinued;
    return style == Style::number ? text + "\n" + kContinued : std::string();
}
bool is_input(Style style) {
    return style == Style::input || style == Style::input_block || style == Style::input_strong;
}

}  // namespace

FormPage::FormPage(Book& book, const Page& page, std::span<const double> widths)
    : book_(book), page_(page), widths_(widths.begin(), widths.end()) {
    for (std::uint16_t c = 0; c < widths_.size(); ++c)
        book_.check(worksheet_set_column(page_.sheet, c, c, widths_[c], nullptr));
}

double FormPage::page_height() const {
    // Digits of Japanese fonts are 8 pixels wide at 11 points, where widths are reckoned with 7.
    const double width = column_pixels(merged_width(widths_)) * (8.0 / 7) * 72 / 96;
    return kPrintHeight * std::max(1.0, width / kPrintWidth);
}

double FormPage::width_of(const FormCell& cell) const {
    const auto columns = std::span(widths_).subspan(cell.first, static_cast<std::size_t>(cell.last - cell.first) + 1);
    return merged_width(columns) - indent_of(cell.style);
}

FormPage::Pieces FormPage::split(const std::vector<FormCell>& cells) const {
    Pieces pieces;
    for (const FormCell& cell : cells) {
        std::vector<std::string>& own = pieces.emplace_back();
        for (const std::string_view piece : split_by_lines(cell.text, width_of(cell), points_of(cell.style)))
            own.emplace_back(piece);
    }
    std::size_t parts = 1;
    for (const auto& own : pieces) parts = std::max(parts, own.size());
    const std::size_t first_parts = pieces.front().size();
    for (std::size_t i = 0; i < cells.size(); ++i)
        while (pieces[i].size() < parts) pieces[i].push_back(continued(pieces[i].front(), cells[i].style));
    // A row that goes on says so in its first cell, whatever that is.
    for (std::size_t part = 1; part < parts; ++part) {
        if (part < first_parts)
            pieces[0][part].insert(0, kContinuedLine);
        else if (is_input(cells.front().style))
            pieces[0][part] = kContinued;
    }
    return pieces;
}

double FormPage::height_of(const std::vector<FormCell>& cells, const Pieces& pieces, std::size_t part,
                           double min_height) const {
    double height = part == 0 ? min_height : 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double points = points_of(cells[i].style);
        height = std::max(height, row_height(count_lines(pieces[i][part], width_of(cells[i]), points), points));
    }
    return height;
}

FormPage::Need FormPage::measure(const std::vector<FormCell>& cells) const {
    const Pieces pieces = split(cells);
    Need need{0, height_of(cells, pieces, 0, 0)};
    for (std::size_t part = 0; part < pieces.front().size(); ++part) need.all += height_of(cells, pieces, part, 0);
    return need;
}

// Rows whose input cells stand in the same columns share a rule.
void FormPage::note_inputs(const std::vector<FormCell>& cells) {
    const auto is_other = [](const FormCell& cell) { return !is_input(cell.style); };
    for (auto first = std::find_if_not(cells.begin(), cells.end(), is_other); first != cells.end();) {
        const auto end = std::find_if(first, cells.end(), is_other);
        const CellRange range = {row_, first->first, row_, (end - 1)->last};
        const auto above = std::find_if(inputs_.begin(), inputs_.end(), [&](const CellRange& one) {
            return one.last_row + 1 == row_ && one.first_column == range.first_column &&
                   one.last_column == range.last_column;
        });
        if (above != inputs_.end())
            above->last_row = row_;
        else
            inputs_.push_back(range);
        first = std::find_if_not(end, cells.end(), is_other);
    }
}

// So that one sees what is still to be written.
void FormPage::colour_blanks() {
    for (const CellRange& range : inputs_) {
        // The library's own rule for blanks asks the last column, where a merged cell is always blank.
        std::string formula = fmt::format("=LEN(TRIM({}))=0", cell_name(range.first_row, range.first_column));
        lxw_conditional_format blank{};
        blank.type = LXW_CONDITIONAL_TYPE_FORMULA;
        blank.value_string = formula.data();
        blank.format = book_.styles()[Style::blank_fill];
        book_.check(worksheet_conditional_format_range(page_.sheet, range.first_row, range.first_column, range.last_row,
                                                       range.last_column, &blank));
    }
}

// The text that is written over it stays.
void FormPage::add_link(const FormCell& cell) {
    std::string quoted;
    for (const char c : cell.link) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    book_.add_link(page_, row_, cell.first, fmt::format("'{}'!A1", quoted));
}

void FormPage::write_part(const std::vector<FormCell>& cells, const Pieces& pieces, std::size_t part,
                          double min_height) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (part == 0 && !cells[i].link.empty()) add_link(cells[i]);
        book_.write_text(page_, {row_, cells[i].first, row_, cells[i].last}, pieces[i][part], cells[i].style,
                         part == 0 ? cells[i].bold : 0);
    }
    if (part == 0) note_inputs(cells);
    const double height = height_of(cells, pieces, part, min_height);
    book_.check(worksheet_set_row(page_.sheet, row_, height, nullptr));
    used_ = used_ + height > page_height() ? height : used_ + height;
    ++row_;
}

std::uint32_t FormPage::add_row(std::vector<FormCell> cells, double min_height) {
    const std::uint32_t first = row_;
    for (FormCell& cell : cells)
        cell.text =
            book_.clean(cell.text, [&] { return fmt::format("{}!{}", page_.name, cell_name(row_, cell.first)); });
    last_ = split(cells);
    const std::size_t parts = last_.front().size();
    for (std::size_t part = 0; part < parts; ++part) write_part(cells, last_, part, min_height);
    if (parts > 1)
        book_.note(fmt::format("{}!{}", page_.name, cell_name(first, 0)),
                   fmt::format("1行に収まらない文章を、続きの{}行に分けました。", parts));
    return first;
}

}  // namespace goalsheet::xlsx
