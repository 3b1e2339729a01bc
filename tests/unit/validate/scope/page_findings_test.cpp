// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "validate/scope/locate_findings.hpp"

using namespace goalsheet;

TEST_CASE("what the run says of a page is put in by place") {
    PageFindings first;
    first.findings.resize(2);
    first.orders = {{.begin = 10, .end = 12}, {.begin = 30, .end = 31}};
    PageFindings second;
    second.findings.resize(2);
    second.orders = {{.begin = 5, .end = 6}, {.begin = 20, .end = 21}};
    first.merge(std::move(second));
    REQUIRE(first.findings.size() == 4);
    CHECK(first.orders[0].begin == 5);
    CHECK(first.orders[1].begin == 10);
    CHECK(first.orders[2].begin == 20);
    CHECK(first.orders[3].begin == 30);
}
