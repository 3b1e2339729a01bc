// SPDX-License-Identifier: MIT
#include "goalsheet/figure_memo.hpp"

#include "numbers/indicator_figures.hpp"
#include "numbers/report_reading.hpp"

namespace goalsheet {

FigureMemo::FigureMemo() = default;
FigureMemo::~FigureMemo() = default;

const std::vector<Quantity>& FigureMemo::quantities(std::string_view text) {
    const auto known = quantities_.find(text);
    if (known != quantities_.end()) return known->second;
    bytes_ += text.size();
    return quantities_.emplace(text, find_quantities(text)).first->second;
}

const std::vector<Indicator>& FigureMemo::indicators(std::string_view target, int fiscal_year) {
    auto& known = of_year_[fiscal_year].indicators;
    const auto found = known.find(target);
    if (found != known.end()) return found->second;
    return known.emplace(target, match::find_indicators_among(target, quantities(target), fiscal_year)).first->second;
}

const match::ReportReading& FigureMemo::report(std::string_view report, int fiscal_year) {
    auto& known = of_year_[fiscal_year].reports;
    auto found = known.find(report);
    if (found == known.end()) found = known.emplace(report, nullptr).first;
    if (!found->second)
        found->second = std::make_unique<match::ReportReading>(found->first, quantities(report), fiscal_year);
    return *found->second;
}

void FigureMemo::forget_beyond(std::size_t bytes) {
    if (bytes_ <= bytes) return;
    bytes_ = 0;
    quantities_ = {};
    of_year_.clear();
}

}  // namespace goalsheet
