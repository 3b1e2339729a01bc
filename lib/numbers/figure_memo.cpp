// SPDX-License-Identifier: MIT
#include "goalsheet/figure_memo.hpp"

#include "numbers/indicator_figures.hpp"

namespace goalsheet {

const std::vector<Quantity>& FigureMemo::quantities(std::string_view text) {
    const auto known = quantities_.find(text);
    if (known != quantities_.end()) return known->second;
    return quantities_.emplace(text, find_quantities(text)).first->second;
}

const std::vector<Indicator>& FigureMemo::indicators(std::string_view target, int fiscal_year) {
    auto& of_year = indicators_[fiscal_year];
    const auto known = of_year.find(target);
    if (known != of_year.end()) return known->second;
    return of_year.emplace(target, match::find_indicators_among(target, quantities(target), fiscal_year)).first->second;
}

void FigureMemo::clear() {
    quantities_ = {};
    indicators_.clear();
}

}  // namespace goalsheet
