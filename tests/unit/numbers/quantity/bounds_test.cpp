// SPDX-License-Identifier: MIT
// What is said of a text at a glance holds for every figure that reading it finds.
#include "numbers/quantity/bounds.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "goalsheet/quantity.hpp"

using namespace goalsheet;

namespace {

void check_bounds(const std::string& text) {
    CAPTURE(text);
    double all = 0;
    for (const Quantity& one : find_quantities(text)) {
        all += std::abs(one.value_hi.value_or(one.value).to_double());
        if (one.role == QuantityRole::total) CHECK(numbers::may_hold_total(text));
        if (one.unit == "%") CHECK(numbers::may_hold_percent(text));
    }
    CHECK(all <= numbers::most_in_all(text));
}

}  // namespace

TEST_CASE("bounds hold for the phrases of the corpus") {
    std::size_t lines = 0;
    for (const auto& file : std::filesystem::directory_iterator(GOALSHEET_SOURCE_DIR "/tests/data/quantities")) {
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line); ++lines)
            check_bounds(nlohmann::json::parse(line)["text"].get<std::string>());
    }
    CHECK(lines > 0);
}

TEST_CASE("bounds hold for numbers in every spelling") {
    for (const char* text :
         {"1,200人", "１，２００人", "1, 200人", "3.5万人", "二百五十人", "2、3回", "10～20人", "300～700万円", "1年半",
          "△10%", "８０．５％", "合計12件", "全体で12件", "計１２件", "5人×4回", "1万2千人", "参加者\n12人\n30人"})
        check_bounds(text);
}

TEST_CASE("a text without numbers holds no figures") {
    CHECK(numbers::most_in_all("順調に進捗している") == 0);
    CHECK_FALSE(numbers::may_hold_total("研修会 3回"));
    CHECK_FALSE(numbers::may_hold_percent("研修会 3回"));
}

TEST_CASE("numbers that take a closer look have no bound") {
    CHECK(std::isinf(numbers::most_in_all("3万人")));
    CHECK(numbers::most_in_all("研修会 3回、12人") >= 15);
    CHECK(numbers::most_in_all("研修会 3回、12人") < 16);
}
