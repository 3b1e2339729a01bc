// SPDX-License-Identifier: MIT
#include "numbers/report_reading.hpp"

#include <algorithm>
#include <utility>

#include "dates/report_dates.hpp"

namespace goalsheet::match {

ReportReading::ReportReading(std::string_view report, std::vector<Quantity> quantities, int fiscal_year)
    : text_(read_figures(report, std::move(quantities))),
      figures_(read_report_figures(text_, fiscal_year, kMaxReportFigures)),
      fiscal_year_(fiscal_year) {}

std::optional<Date> ReportReading::as_of_day() const {
    if (!as_of_day_)
        as_of_day_ = find_as_of_day(text_.glyphs, {0, std::min(text_.glyphs.size(), kMostWords)}, fiscal_year_);
    return *as_of_day_;
}

}  // namespace goalsheet::match
