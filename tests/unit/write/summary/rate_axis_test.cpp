// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "goalsheet/write_summary.hpp"
#include "unit/write/model_sample.hpp"
#include "write/summary/charts.hpp"

TEST_CASE("an axis of rates ends above the longest bar and above 100") {
    const std::pair<double, double> ends[] = {{0, 120},     {59.1, 120}, {100, 120}, {109.6, 120},
                                              {119.9, 120}, {120, 140},  {360, 400}, {1234, 1300}};
    for (const auto& [most, end] : ends) {
        CAPTURE(most);
        CHECK(goalsheet::rate_axis_end(most) == end);
    }
}

TEST_CASE("the page marks 100 on its rates and prints the status beside the figures of its own report") {
    const std::vector<goalsheet::Document> documents = {sample_document()};
    const std::string page = goalsheet::write_summary_html(goalsheet::summarise({documents, {}, {}}));
    CHECK(page.find("<line class=\"hundred\"") != std::string::npos);
    const std::size_t rate = page.find(">達成率(%)</th>");
    const std::size_t status = page.find(">進捗区分</th>", rate);
    REQUIRE(rate != std::string::npos);
    REQUIRE(status != std::string::npos);
    CHECK(page.substr(rate, status - rate).find("中間") == std::string::npos);
}
