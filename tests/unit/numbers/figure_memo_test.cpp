// SPDX-License-Identifier: MIT
#include "goalsheet/figure_memo.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;

TEST_CASE("a memo gives what reading the text gives, and reads it once") {
    FigureMemo memo;
    const std::string_view text = "相談件数 300件、延べ120人";
    const auto& quantities = memo.quantities(text);
    CHECK(quantities.size() == find_quantities(text).size());
    CHECK(&memo.quantities(std::string(text)) == &quantities);
    const auto& indicators = memo.indicators(text, 2025);
    CHECK(indicators.size() == find_indicators(text, 2025).size());
    CHECK(&memo.indicators(text, 2025) == &indicators);
}

TEST_CASE("a memo tells fiscal years apart") {
    FigureMemo memo;
    const std::string_view target = "令和6年度 45件 令和7年度 50件";
    CHECK(memo.indicators(target, 2025).size() == find_indicators(target, 2025).size());
    CHECK(memo.indicators(target, 2024).size() == find_indicators(target, 2024).size());
    CHECK(&memo.indicators(target, 2025) != &memo.indicators(target, 2024));
}
