// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "goalsheet/summary.hpp"
#include "write/format/xlsx/book.hpp"

struct lxw_chart_axis;

namespace goalsheet {

/// A chart's place on the cover, in pixels from the cell it is anchored in.
struct ChartFrame {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    double width = 0;
    double height = 0;
};

/// Departments one chart can name and stay readable on a printed page; more are in 部門別 only.
inline constexpr std::size_t kMaxChartDepartments = 40;

/// Where an axis of rates ends, in per cent: above the largest of them and above 100.
double rate_axis_end(double most);

/// The four charts of a year. Every value they show stands in a data sheet (部門別, SDGs別, 達成率別); their texts are
/// in our font and say their unit.
class SummaryCharts {
public:
    SummaryCharts(xlsx::Book& book, const xlsx::Page& page, const Summary& summary, std::size_t year);

    void add_standings(const ChartFrame& frame);
    void add_rates(const ChartFrame& frame);
    void add_sdgs(const ChartFrame& frame);
    void add_rate_bands(const ChartFrame& frame);

private:
    struct Series {
        const char* physical;  ///< column of the data sheet
        std::string name;
        std::uint32_t fill;
        std::uint8_t pattern;
        std::uint32_t label;
    };
    lxw_chart* begin(std::uint8_t type, const std::string& title);
    void add_series(lxw_chart* chart, const Series& series, const char* number_format);
    void set_up_bars(lxw_chart* chart) const;
    void set_up_rates(lxw_chart_axis* axis) const;
    void set_up_values(lxw_chart_axis* axis, const char* number_format, double unit) const;
    void add_legend(lxw_chart* chart) const;
    std::size_t most_indicators() const;
    void insert(lxw_chart* chart, const ChartFrame& frame, const std::string& description);
    std::string department_range(const char* physical) const;
    double font_size() const;
    std::uint16_t gap() const;

    xlsx::Book& book_;
    xlsx::Page page_;
    const Summary& summary_;
    std::size_t year_;
    std::size_t departments_;  ///< that the charts show
};

}  // namespace goalsheet
