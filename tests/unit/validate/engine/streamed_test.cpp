// SPDX-License-Identifier: MIT
// Documents that are checked one after another, most of their texts dropped, give the report of all of them together.
#include <doctest/doctest.h>

#include "goalsheet/read.hpp"
#include "goalsheet/report.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;

namespace {

Document read_page(const std::string& example, const std::string& path) {
    test::ExamplePage page;
    page.apply(example);
    auto documents = read_documents(page.html(), path);
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    return documents->front();
}

// The same department and year three times: rules of the whole run have something to say of each.
std::vector<Document> read_pages() {
    return {read_page("②数値目標: (1)\n②中間報告: (1)", "a.html"),
            read_page("②中間報告: (1) 啓発イベント 2回（5月", "b.html"), read_page("現況・課題: 年3,000m³", "c.html")};
}

std::string streamed(const std::vector<Document>& documents, const ValidateOptions& options) {
    Validation validation(options);
    for (const Document& document : documents) validation.add(validation.check(document, nullptr));
    CHECK(validation.size() == documents.size());
    return write_findings_json(validation.report(), {});
}

}  // namespace

TEST_CASE("documents checked one by one give the report of all") {
    const std::vector<Document> documents = read_pages();
    const Report together = validate(documents);
    test::find(together, "GS607");
    CHECK(streamed(documents, {}) == write_findings_json(together, {}));
}

TEST_CASE("documents checked one by one are held against the plan") {
    const std::vector<Document> documents = read_pages();
    const std::vector<Document> plan = {read_page("②数値目標: (1) 啓発イベント 9回", "plan.html")};
    ValidateOptions options;
    options.against = plan;
    const Report together = validate(documents, options);
    test::find(together, "GS608");
    CHECK(streamed(documents, options) == write_findings_json(together, {}));
}

TEST_CASE("a report can be made twice, before and after a baseline is known") {
    const std::vector<Document> documents = read_pages();
    ValidateOptions options;
    Validation validation(options);
    for (const Document& document : documents) validation.add(validation.check(document, nullptr));
    const Report first = validation.report();
    const Baseline baseline = make_baseline(first.findings, "baseline.json");
    options.baseline = &baseline;
    const Report second = validation.report();
    CHECK(second.findings.empty());
    CHECK(second.hidden == first.findings.size());
}

TEST_CASE("what pages before it said does not change the findings of a page") {
    const std::vector<Document> documents = read_pages();
    const std::string alone = write_findings_json(validate({&documents[0], 1}), {});
    ValidateOptions options;
    Validation validation(options);
    for (int turn = 0; turn < 3; ++turn)
        for (const Document& document : documents) validation.check(document, nullptr);
    validation.add(validation.check(documents[0], nullptr));
    CHECK(write_findings_json(validation.report(), {}) == alone);
}
