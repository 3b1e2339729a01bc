// SPDX-License-Identifier: MIT
#include "write/summary/charts.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "tables/summary_tables.hpp"

namespace goalsheet {
namespace {

constexpr double kChartWidth = 480;  // libxlsxwriter scales from these
constexpr double kChartHeight = 288;
constexpr lxw_color_t kText = 0x262626;
constexpr lxw_color_t kGrid = 0xD9D9D9;
constexpr lxw_color_t kGood = 0x2E75B6;
constexpr lxw_color_t kUnderWay = 0x9DC3E6;
constexpr lxw_color_t kBehind = 0xC00000;
constexpr lxw_color_t kOpen = 0xBFBFBF;
constexpr lxw_color_t kNotReported = 0xFFFFFF;
constexpr lxw_color_t kWhite = 0xFFFFFF;
constexpr std::uint8_t kSolid = 0;
// Written as an angle of 0: LibreOffice then names every bar; without an angle it leaves out every other name.
constexpr std::int32_t kLevel = 360;

lxw_chart_font font_of(double size, bool bold = false, lxw_color_t color = kText) {
    static std::string name = xlsx::kFont;
    lxw_chart_font font{};
    font.name = name.data();
    font.size = size;
    font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    font.color = color;
    return font;
}

constexpr double kMostHundreds = 10;

double most_rate(const SummaryYear& year, std::size_t departments) {
    double most = 0;
    for (std::size_t i = 0; i < departments; ++i)
        most = std::max(most, percent_of(year.departments[i].counts.rate(year.against).mean));
    return most;
}

std::string column_letter(const DataTable& table, std::string_view physical) {
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        if (table.columns[c].physical == physical) {
            std::string name = xlsx::cell_name(0, static_cast<std::uint16_t>(c));
            name.pop_back();
            return name;
        }
    return "A";
}

std::string range_of(const DataTable& table, const char* physical, std::size_t first, std::size_t count) {
    const std::string column = column_letter(table, physical);
    return fmt::format("='{0}'!${1}${2}:${1}${3}", table.sheet, column, first + 1, first + count);
}

// The longest bar decides how far apart the lines of the grid stand: whole numbers, at most ten of them.
double major_unit(std::size_t longest) {
    double unit = 1;
    for (const double step : {2.0, 2.5, 2.0}) {
        if (static_cast<double>(longest) / unit <= 10) break;
        unit *= step;
    }
    while (static_cast<double>(longest) / unit > 10) unit *= 2;
    return unit;
}

}  // namespace

double rate_axis_end(double most) {
    const double step = most < 200 ? 20 : 100;
    return step * (std::floor(std::max(most, 100.0) / step) + 1);
}

SummaryCharts::SummaryCharts(xlsx::Book& book, const xlsx::Page& page, const Summary& summary, std::size_t year)
    : book_(book),
      page_(page),
      summary_(summary),
      year_(year),
      departments_(std::min(summary.years[year].departments.size(), kMaxChartDepartments)) {}

double SummaryCharts::font_size() const { return departments_ > 12 ? 8 : 9; }

// Per cent of a bar's width: few bars need not be fat, many have no room to lose.
std::uint16_t SummaryCharts::gap() const {
    if (departments_ > 24) return 20;
    return departments_ < 4 ? 150 : 40;
}

std::size_t SummaryCharts::most_indicators() const {
    std::size_t most = 1;
    for (std::size_t i = 0; i < departments_; ++i)
        most = std::max(most, summary_.years[year_].departments[i].counts.indicators);
    return most;
}

std::string SummaryCharts::department_range(const char* physical) const {
    static const DataTable columns = summary_departments({});
    return range_of(columns, physical, first_department_row(summary_, year_), departments_);
}

lxw_chart* SummaryCharts::begin(std::uint8_t type, const std::string& title) {
    lxw_chart* chart = book_.add_chart(type);
    chart_title_set_name(chart, title.c_str());
    lxw_chart_font title_font = font_of(11, true);
    chart_title_set_name_font(chart, &title_font);
    lxw_chart_line border{};
    border.color = kGrid;
    chart_chartarea_set_line(chart, &border);
    return chart;
}

void SummaryCharts::add_series(lxw_chart* chart, const Series& series, const char* number_format) {
    lxw_chart_series* added =
        chart_add_series(chart, department_range("department").c_str(), department_range(series.physical).c_str());
    chart_series_set_name(added, series.name.c_str());
    lxw_chart_line line{};
    line.color = kText;
    line.width = 0.5;
    chart_series_set_line(added, &line);
    if (series.pattern == kSolid) {
        lxw_chart_fill fill{};
        fill.color = series.fill;
        chart_series_set_fill(added, &fill);
    } else {
        lxw_chart_pattern pattern{};
        pattern.fg_color = series.fill;
        pattern.bg_color = kWhite;
        pattern.type = series.pattern;
        chart_series_set_pattern(added, &pattern);
    }
    chart_series_set_labels(added);
    chart_series_set_labels_num_format(added, number_format);
    lxw_chart_font labels = font_of(font_size(), false, series.label);
    chart_series_set_labels_font(added, &labels);
    // Digits on a pattern cannot be read without a ground of their own.
    if (series.pattern != kSolid) {
        lxw_chart_fill ground{};
        ground.color = kWhite;
        chart_series_set_labels_fill(added, &ground);
    }
}

void SummaryCharts::set_up_values(lxw_chart_axis* axis, const char* number_format, double unit) const {
    lxw_chart_font labels = font_of(font_size());
    chart_axis_set_num_font(axis, &labels);
    chart_axis_set_num_format(axis, number_format);
    chart_axis_set_min(axis, 0);
    chart_axis_set_major_unit(axis, unit);
    lxw_chart_line grid{};
    grid.color = kGrid;
    chart_axis_major_gridlines_set_line(axis, &grid);
}

// The first department on top, the values below: the category axis runs backwards and crosses at its far end.
void SummaryCharts::set_up_bars(lxw_chart* chart) const {
    lxw_chart_font labels = font_of(font_size());
    labels.rotation = kLevel;
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_crossing_max(chart->y_axis);
    chart_axis_set_num_font(chart->y_axis, &labels);
    chart_axis_set_interval_unit(chart->y_axis, 1);
    chart_set_series_gap(chart, gap());
}

void SummaryCharts::add_legend(lxw_chart* chart) const {
    lxw_chart_font legend = font_of(font_size());
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &legend);
}

void SummaryCharts::insert(lxw_chart* chart, const ChartFrame& frame, const std::string& description) {
    std::string words = description;
    lxw_chart_options options{};
    options.x_scale = frame.width / kChartWidth;
    options.y_scale = frame.height / kChartHeight;
    options.object_position = LXW_OBJECT_MOVE_AND_SIZE;
    options.description = words.data();
    book_.check(worksheet_insert_chart_opt(page_.sheet, frame.row, frame.column, chart, &options));
}

void SummaryCharts::add_standings(const ChartFrame& frame) {
    lxw_chart* chart = begin(LXW_CHART_BAR_STACKED, "部門別の進捗（指標の件数）");
    const Series all[] = {
        {"on_course_count", "順調", kGood, kSolid, kWhite},
        {"under_way_count", "概ね順調", kUnderWay, kSolid, kText},
        {"behind_count", "遅れ", kBehind, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, kBehind},
        {"open_count", "判定なし", kOpen, kSolid, kText},
        {"not_reported_count", "未報告", kNotReported, kSolid, kText},
    };
    for (const Series& series : all) add_series(chart, series, "0;;");
    set_up_bars(chart);
    set_up_values(chart->x_axis, "0", major_unit(most_indicators()));
    chart_set_series_overlap(chart, 100);
    add_legend(chart);
    const SummaryCounts& total = summary_.years[year_].total;
    insert(
        chart, frame,
        fmt::format(
            "部門別の進捗を積み上げた横棒グラフ。全体では順調{}件、概ね順調{}件、遅れ{}件、判定なし{}件、未報告{}件。"
            "値は部門別のシートにある。",
            total.count(Standing::on_course), total.count(Standing::under_way), total.count(Standing::behind),
            total.count(Standing::open), total.count(Standing::not_reported)));
}

// A heavy line at each hundred, light ones between: 100 is seen wherever the longest bar ends.
void SummaryCharts::set_up_rates(lxw_chart_axis* axis) const {
    const double end = rate_axis_end(most_rate(summary_.years[year_], departments_));
    set_up_values(axis, "0", end > kMostHundreds * 100 ? end / 10 : 100);
    chart_axis_set_max(axis, end);
    chart_axis_set_minor_unit(axis, end > 400 ? 100 : 20);
    lxw_chart_line hundred{};
    hundred.color = kText;
    hundred.width = 1.25;
    chart_axis_major_gridlines_set_line(axis, &hundred);
    lxw_chart_line light{};
    light.color = kGrid;
    chart_axis_minor_gridlines_set_visible(axis, LXW_TRUE);
    chart_axis_minor_gridlines_set_line(axis, &light);
}

void SummaryCharts::add_rates(const ChartFrame& frame) {
    const char* report = summary_.years[year_].against == Against::final ? "期末" : "中間";
    lxw_chart* chart = begin(LXW_CHART_BAR, fmt::format("部門別の平均{}達成率（%）", report));
    add_series(chart, {"rate_mean", fmt::format("平均{}達成率", report), kGood, kSolid, kText}, "0.0");
    set_up_bars(chart);
    set_up_rates(chart->x_axis);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    insert(chart, frame,
           fmt::format("部門別の平均{}達成率の横棒グラフ。100%"
                       "に太い線がある。値と算定した件数は部門別のシートにある。",
                       report));
}

void SummaryCharts::add_sdgs(const ChartFrame& frame) {
    static const DataTable table = summary_sdg_counts({});
    lxw_chart* chart = begin(LXW_CHART_COLUMN, "SDGsのゴール別の重点目標（件）");
    const std::size_t first = 1 + year_ * kSdgCount;
    lxw_chart_series* series = chart_add_series(chart, range_of(table, "goal_number", first, kSdgCount).c_str(),
                                                range_of(table, "goal_count", first, kSdgCount).c_str());
    chart_series_set_name(series, "重点目標");
    lxw_chart_fill fill{};
    fill.color = kGood;
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0");
    lxw_chart_font labels = font_of(9);
    chart_series_set_labels_font(series, &labels);
    chart_axis_set_num_font(chart->x_axis, &labels);
    chart_axis_set_name(chart->x_axis, "ゴールの番号（名称はSDGs別のシート）");
    chart_axis_set_name_font(chart->x_axis, &labels);
    const auto& sdgs = summary_.years[year_].sdgs;
    const std::size_t longest = std::max<std::size_t>(1, *std::max_element(sdgs.begin(), sdgs.end()));
    set_up_values(chart->y_axis, "0", major_unit(longest) * (longest > 5 ? 2 : 1));
    chart_set_series_gap(chart, 40);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    std::string words = "SDGsのゴールごとに、それを掲げる重点目標の数を示す縦棒グラフ。";
    for (std::size_t i = 0; i < kSdgCount; ++i)
        if (sdgs[i] != 0) words += fmt::format("{}番{}件 ", i + 1, sdgs[i]);
    insert(chart, frame, words + "値はSDGs別のシートにある。");
}

void SummaryCharts::add_rate_bands(const ChartFrame& frame) {
    static const DataTable table = summary_rate_bands({});
    const SummaryYear& year = summary_.years[year_];
    const char* report = year.against == Against::final ? "期末" : "中間";
    lxw_chart* chart = begin(LXW_CHART_COLUMN, fmt::format("{}達成率の分布（指標の件数）", report));
    const std::size_t first = 1 + year_ * kRateBandCount;
    lxw_chart_series* series = chart_add_series(chart, range_of(table, "rate_band", first, kRateBandCount).c_str(),
                                                range_of(table, "indicator_count", first, kRateBandCount).c_str());
    chart_series_set_name(series, "指標");
    lxw_chart_fill fill{};
    fill.color = kGood;
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0");
    lxw_chart_font labels = font_of(9);
    chart_series_set_labels_font(series, &labels);
    chart_axis_set_num_font(chart->x_axis, &labels);
    const std::size_t longest =
        std::max<std::size_t>(1, *std::max_element(year.rate_bands.begin(), year.rate_bands.end()));
    set_up_values(chart->y_axis, "0", major_unit(longest) * (longest > 5 ? 2 : 1));
    chart_set_series_gap(chart, 40);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    std::string words = fmt::format("{}達成率を算定した指標の数を、率の25%ごとに示す縦棒グラフ。", report);
    for (std::size_t i = 0; i < kRateBandCount; ++i)
        words += fmt::format("{}{}件 ", rate_band_words(i).ja, year.rate_bands[i]);
    insert(chart, frame, words + "値は達成率別のシートにある。");
}

}  // namespace goalsheet
