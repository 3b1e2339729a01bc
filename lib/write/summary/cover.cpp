// SPDX-License-Identifier: MIT
#include "write/summary/cover.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "tables/row_height.hpp"
#include "tables/summary_tables.hpp"
#include "write/summary/charts.hpp"

namespace goalsheet {
namespace {

using xlsx::CellRange;
using xlsx::Style;

// 27 columns of one width: nine tiles of three, and charts by halves and thirds. One page of paper at about 80 %.
constexpr std::uint16_t kColumns = 27;
constexpr std::uint16_t kTileColumns = 3;
constexpr double kColumnWidth = 6;
constexpr double kColumnPixels = 47;
constexpr double kPageWidth = kColumns * kColumnPixels;
constexpr double kGap = 8;
constexpr lxw_color_t kCoverTab = 0xC00000;
// With more departments than this the charts about them stand side by side, as tall as the page allows.
constexpr std::size_t kFewDepartments = 10;
constexpr double kRowPoints = 18;  // rows below the charts: 24 pixels
constexpr double kRowPixels = 24;

class CoverPage {
public:
    CoverPage(xlsx::Book& book, const Summary& summary, std::size_t year, const SummaryTableOptions& options)
        : book_(book),
          summary_(summary),
          year_number_(year),
          year_(summary.years[year]),
          options_(options),
          page_(book.add_reserved_page(cover_name(summary, year))) {}

    void write() {
        book_.check(worksheet_set_column(page_.sheet, 0, kColumns - 1, kColumnWidth, nullptr));
        write_line(summary_title(year_), Style::cover_title, 30);
        write_line(summary_subtitle(summary_, year_, options_), Style::cover_text, 20.25);
        write_tiles();
        write_charts();
        for (const std::string& note : summary_footnotes(summary_, year_)) write_note(note);
        write_note(
            "数ごとの根拠の文言は「目標一覧」と「本文一覧」、件数の表は「部"
            "門別」「年度別」「区分別」「SDGs別」「達成率別」にある"
            "。");
        set_up_page();
    }

private:
    CellRange line_range() const { return {row_, 0, row_, static_cast<std::uint16_t>(kColumns - 1)}; }
    std::string clean(const std::string& text) {
        return book_.clean(text, [&] { return fmt::format("{}!{}", page_.name, xlsx::cell_name(row_, 0)); });
    }

    void write_line(const std::string& text, Style style, double height) {
        book_.write_text(page_, line_range(), clean(text), style);
        book_.check(worksheet_set_row(page_.sheet, row_, height, nullptr));
        ++row_;
    }

    void write_note(const std::string& text) {
        const std::vector<double> widths(kColumns, kColumnWidth);
        const std::size_t lines = xlsx::count_lines(text, xlsx::merged_width(widths), xlsx::kBodyPoints);
        // Some fonts stand taller than the one that lines are measured by.
        write_line(text, Style::cover_text, xlsx::row_height(lines > 1 ? lines + 1 : lines, xlsx::kBodyPoints));
    }

    // Three rows: the words, the figure, its share or its ground. The figure leads to the table it is taken from.
    void write_tiles() {
        std::uint16_t column = 0;
        for (const Headline& headline : headlines(year_)) {
            const auto last = static_cast<std::uint16_t>(column + kTileColumns - 1);
            book_.write_text(page_, {row_, column, row_, last}, headline.label, Style::tile_label);
            write_value({row_ + 1, column, row_ + 1, last}, headline);
            book_.write_text(page_, {row_ + 2, column, row_ + 2, last}, headline.note, Style::tile_note);
            column = static_cast<std::uint16_t>(column + kTileColumns);
        }
        book_.check(worksheet_set_row(page_.sheet, row_, 19.5, nullptr));
        book_.check(worksheet_set_row(page_.sheet, row_ + 1, 33, nullptr));
        book_.check(worksheet_set_row(page_.sheet, row_ + 2, 27, nullptr));
        row_ += 3;
        book_.check(worksheet_set_row(page_.sheet, row_, 7.5, nullptr));
        ++row_;
    }

    void write_value(const CellRange& range, const Headline& headline) {
        const Style style = headline.percent ? Style::tile_percent : Style::tile_value;
        lxw_format* format = book_.styles()[style];
        book_.write_text(page_, range, headline.known ? "" : "―", style);
        if (!headline.known) return;
        const std::string target = fmt::format("internal:'年度別'!A{}", year_number_ + 2);
        book_.check(worksheet_write_url(page_.sheet, range.first_row, range.first_column, target.c_str(), format));
        book_.check(worksheet_write_number(page_.sheet, range.first_row, range.first_column, headline.value, format));
    }

    void write_charts() {
        if (year_.departments.empty()) return;
        SummaryCharts charts(book_, page_, summary_, year_number_);
        if (year_.departments.size() <= kFewDepartments)
            write_quarters(charts);
        else
            write_columns(charts);
    }

    // Rows that charts stand on; the gap below them included.
    void take_rows(double height) {
        for (double left = height + kGap; left > 0; left -= kRowPixels)
            book_.check(worksheet_set_row(page_.sheet, row_++, kRowPoints, nullptr));
    }

    void write_quarters(SummaryCharts& charts) {
        constexpr double kHeight = 12 * kRowPixels - kGap;
        constexpr std::uint16_t kHalf = 14;
        constexpr double kLeft = kHalf * kColumnPixels - kGap;
        constexpr double kRight = kPageWidth - kHalf * kColumnPixels;
        charts.add_standings({row_, 0, kLeft, kHeight});
        charts.add_rates({row_, kHalf, kRight, kHeight});
        take_rows(kHeight);
        charts.add_sdgs({row_, 0, kLeft, kHeight});
        charts.add_rate_bands({row_, kHalf, kRight, kHeight});
        take_rows(kHeight);
    }

    void write_columns(SummaryCharts& charts) {
        constexpr double kHeight = 26 * kRowPixels - kGap;
        constexpr std::uint16_t kRates = 10;
        constexpr std::uint16_t kOthers = 16;
        constexpr double kOthersWidth = kPageWidth - kOthers * kColumnPixels;
        charts.add_standings({row_, 0, kRates * kColumnPixels - kGap, kHeight});
        charts.add_rates({row_, kRates, (kOthers - kRates) * kColumnPixels - kGap, kHeight});
        charts.add_sdgs({row_, kOthers, kOthersWidth, 10 * kRowPixels - kGap});
        charts.add_rate_bands({row_ + 10, kOthers, kOthersWidth, 16 * kRowPixels - kGap});
        take_rows(kHeight);
        if (year_.departments.size() > kMaxChartDepartments)
            write_note(fmt::format("グラフは{}部のうち初めの{}部。すべての部は「部門別」にある。",
                                   year_.departments.size(), kMaxChartDepartments));
    }

    void set_up_page() {
        lxw_worksheet* sheet = page_.sheet;
        book_.set_up_print(page_, "", options_.city_name, "");
        worksheet_fit_to_pages(sheet, 1, 1);
        book_.check(worksheet_print_area(sheet, 0, 0, row_ - 1, kColumns - 1));
        worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
        worksheet_set_tab_color(sheet, kCoverTab);
    }

    xlsx::Book& book_;
    const Summary& summary_;
    std::size_t year_number_;
    const SummaryYear& year_;
    const SummaryTableOptions& options_;
    xlsx::Page page_;
    std::uint32_t row_ = 0;
};

}  // namespace

void write_cover(xlsx::Book& book, const Summary& summary, std::size_t year, const SummaryTableOptions& options) {
    CoverPage(book, summary, year, options).write();
}

}  // namespace goalsheet
