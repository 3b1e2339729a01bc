// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <span>

#include "goalsheet/write_comparison.hpp"
#include "tables/row_height.hpp"
#include "write/comparison/side_by_side.hpp"
#include "write/comparison/words.hpp"
#include "write/format/xlsx/book.hpp"
#include "write/format/xlsx/form_page.hpp"

namespace goalsheet {
namespace {

using xlsx::Style;

constexpr double kWidths[kSideColumns] = {20, 46, 46, 22};
constexpr auto kLastColumn = static_cast<std::uint16_t>(kSideColumns - 1);

std::string plain(const std::vector<MarkedText>& texts) {
    std::string all;
    for (const MarkedText& one : texts) all += one.text;
    return all;
}

// The stretches of [begin, end) of the whole text.
std::vector<MarkedText> cut(const std::vector<MarkedText>& texts, std::size_t begin, std::size_t end) {
    std::vector<MarkedText> part;
    std::size_t at = 0;
    for (const MarkedText& one : texts) {
        const std::size_t from = std::max(begin, at);
        const std::size_t to = std::min(end, at + one.text.size());
        if (from < to) part.push_back({one.text.substr(from - at, to - from), one.changed});
        at += one.text.size();
    }
    return part;
}

/// The worksheet: rows of four cells, split where a text is longer than a row can be high.
class SideSheet {
public:
    SideSheet(xlsx::Book& book, Lang lang)
        : book_(book), lang_(lang), page_(book.add_page(side_table_title().in(lang))), grid_(book, page_, kWidths) {}

    void write(const Comparison& comparison, const ComparisonNames& names) {
        const std::string title = side_table_title().in(lang_);
        grid_.add_row({{0, kLastColumn, title, Style::title}});
        add_line(fmt::format("{}: {}　{}: {}", side_column_head(1).in(lang_), names.after,
                             side_column_head(2).in(lang_), names.before));
        add_line(comparison_summary(comparison, lang_));
        row_ = grid_.next_row();
        const std::uint32_t head = row_;
        add_heads();
        for (const SideGroup& group : side_by_side(comparison, lang_)) add_group(group);
        book_.set_up_print(page_, title, "", "");
        book_.check(worksheet_repeat_rows(page_.sheet, head, head));
        book_.check(worksheet_print_area(page_.sheet, 0, 0, row_ - 1, kLastColumn));
        worksheet_freeze_panes(page_.sheet, head + 1, 0);
        worksheet_gridlines(page_.sheet, LXW_HIDE_ALL_GRIDLINES);
    }

private:
    void add_line(const std::string& text) { grid_.add_row({{0, kLastColumn, text, Style::guide}}, 0); }

    void add_heads() {
        for (int c = 0; c < kSideColumns; ++c) write_cell(c, side_column_head(c).in(lang_), Style::heading);
        end_row(xlsx::kMinFormRow);
    }

    void add_group(const SideGroup& group) {
        const std::string title = clean(group.title);
        book_.write_text(page_, {row_, 0, row_, kLastColumn}, title, Style::label);
        const double width = xlsx::merged_width(kWidths);
        end_row(xlsx::row_height(xlsx::count_lines(title, width, xlsx::kBodyPoints), xlsx::kBodyPoints));
        for (const SideRow& row : group.rows) add_row(row);
    }

    std::string clean(const std::string& text) {
        return book_.clean(text, [&] { return page_.name; });
    }
    std::vector<MarkedText> cleaned(std::vector<MarkedText> texts) {
        for (MarkedText& one : texts) one.text = clean(one.text);
        return texts;
    }

    void add_row(const SideRow& row) {
        const std::string place = clean(row.place + (row.figures.empty() ? "" : "\n" + row.figures));
        const std::vector<MarkedText> after = cleaned(row.after);
        const std::vector<MarkedText> before = cleaned(row.before);
        const std::vector<std::string> places = split(plain({{place, false}}), 0);
        const std::vector<std::string> new_parts = split(plain(after), 1);
        const std::vector<std::string> old_parts = split(plain(before), 2);
        const std::size_t parts = std::max({places.size(), new_parts.size(), old_parts.size()});
        std::size_t new_at = 0;
        std::size_t old_at = 0;
        for (std::size_t part = 0; part < parts; ++part) {
            const bool goes_on = part >= places.size();
            write_cell(0, goes_on ? Message{"（続き）", "(continued)"}.in(lang_) : places[part], Style::label);
            new_at = write_side(1, after, new_parts, part, new_at);
            old_at = write_side(2, before, old_parts, part, old_at);
            write_cell(3, "", Style::input);
            end_row(xlsx::kMinFormRow);
        }
    }

    // Gives where the next part begins.
    std::size_t write_side(int column, const std::vector<MarkedText>& texts, const std::vector<std::string>& parts,
                           std::size_t part, std::size_t at) {
        if (part >= parts.size()) {
            write_cell(column, "", Style::aside);
            return at;
        }
        const std::size_t end = at + parts[part].size();
        book_.write_marked(page_, row_, static_cast<std::uint16_t>(column), cut(texts, at, end));
        measure(column, parts[part], Style::input);
        return end;
    }

    void write_cell(int column, const std::string& text, Style style) {
        const auto c = static_cast<std::uint16_t>(column);
        book_.write_text(page_, {row_, c, row_, c}, text, style);
        measure(column, text, style);
    }

    std::vector<std::string> split(const std::string& text, int column) const {
        std::vector<std::string> parts;
        for (const std::string_view part :
             xlsx::split_by_lines(text, kWidths[column] - xlsx::indent_of(Style::input), xlsx::kBodyPoints))
            parts.emplace_back(part);
        return parts;
    }

    void measure(int column, const std::string& text, Style style) {
        const double points = xlsx::points_of(style);
        const std::size_t lines = xlsx::count_lines(text, kWidths[column] - xlsx::indent_of(style), points);
        height_ = std::max(height_, xlsx::row_height(lines, points));
    }

    void end_row(double min_height) {
        book_.check(worksheet_set_row(page_.sheet, row_, std::max(min_height, height_), nullptr));
        height_ = 0;
        ++row_;
    }

    xlsx::Book& book_;
    Lang lang_;
    xlsx::Page page_;
    xlsx::FormPage grid_;  ///< of the lines above the table
    std::uint32_t row_ = 0;
    double height_ = 0;  ///< points that the row's cells need
};

}  // namespace

Result<std::string> write_comparison_xlsx(const Comparison& comparison, const ComparisonNames& names,
                                          const ComparisonWorkbookOptions& options) {
    auto book = xlsx::Book::open({side_table_title().in(options.lang), "", options.created});
    if (!book) return book.fault();
    SideSheet(**book, options.lang).write(comparison, names);
    return (*book)->finish();
}

}  // namespace goalsheet
