// SPDX-License-Identifier: MIT
#include "validate/packed_findings.hpp"

#include <doctest/doctest.h>

#include "goalsheet/read.hpp"
#include "goalsheet/report.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;

TEST_CASE("findings come back from a pack as they went in") {
    test::ExamplePage page;
    page.apply("②数値目標: (1)\n現況・課題: 年3,000m³");
    const auto documents = read_documents(page.html(), "a.html");
    REQUIRE(documents);
    const Report report = validate(*documents);
    PageFindings findings;
    for (const Finding& finding : report.findings) {
        std::size_t rule = 0;
        while (all_rules()[rule].code != finding.code) ++rule;
        findings.findings.push_back(finding);
        findings.orders.push_back({1, 2, rule});
    }
    REQUIRE(findings.findings.size() >= 2);
    const PageFindings back = PackedFindings(findings).unpack("a.html", report.findings.front().source);
    Report again = report;
    again.findings = back.findings;
    for (Finding& finding : again.findings) finding.fails = false;  // said when the report is made
    Report before = report;
    for (Finding& finding : before.findings) finding.fails = false;
    for (const ReportFormat& format : report_formats()) CHECK(*format.write(again, {}) == *format.write(before, {}));
    REQUIRE(back.orders.size() == findings.orders.size());
    CHECK(back.orders.back().rule == findings.orders.back().rule);
    CHECK(back.findings.back().address_in(Lang::en) == findings.findings.back().address_in(Lang::en));
}

TEST_CASE("findings of two packs are put together by place") {
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
