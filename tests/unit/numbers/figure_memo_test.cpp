// SPDX-License-Identifier: MIT
#include "goalsheet/figure_memo.hpp"

#include <doctest/doctest.h>

#include "numbers/report_reading.hpp"

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

TEST_CASE("a memo reads a report once for each fiscal year") {
    FigureMemo memo;
    const std::string report = "研修会 3回（9月末現在）";
    const match::ReportReading& reading = memo.report(report, 2025);
    REQUIRE(reading.figures().size() == 1);
    CHECK(reading.as_of_day() == Date{2025, 9, 30});
    CHECK(&memo.report(std::string(report), 2025) == &reading);
    CHECK(memo.report(report, 2024).as_of_day() == Date{2024, 9, 30});
}

TEST_CASE("a memo forgets only what is beyond its size") {
    FigureMemo memo;
    const auto& quantities = memo.quantities("研修会 3回");
    memo.forget_beyond(20);
    CHECK(&memo.quantities("研修会 3回") == &quantities);
    memo.quantities("研修会 4回");
    memo.forget_beyond(20);
    CHECK(memo.quantities("研修会 3回").size() == 1);
}
