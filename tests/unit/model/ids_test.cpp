// SPDX-License-Identifier: MIT
#include "model/ids.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;

namespace {

Sheet make_sheet(const char* department, int priority) {
    Sheet sheet;
    sheet.department = department;
    sheet.priority = priority;
    return sheet;
}

}  // namespace

TEST_CASE("a sheet's ID comes from year, department and priority") {
    Document document;
    document.fiscal_year = FiscalYear{"令和6年度", 2024};
    document.sheets = {make_sheet("こども 未来部", 1), make_sheet("こども\n未来部", 12)};
    const std::vector<Document> documents = {document};
    CHECK(sheet_ids(documents)[0] == std::vector<std::string>{"2024-こども未来部-01", "2024-こども未来部-12"});
    CHECK(measure_id("2024-こども未来部-01", 3, 2) == "2024-こども未来部-01-03-2");
}

TEST_CASE("sheets that would share an ID are told apart in reading order") {
    Document document;
    document.department = "市民部";
    document.sheets = {Sheet(), Sheet()};
    const std::vector<Document> documents = {document, document};
    const auto ids = sheet_ids(documents);
    CHECK(ids[0] == std::vector<std::string>{"0000-市民部-00", "0000-市民部-00-2"});
    CHECK(ids[1] == std::vector<std::string>{"0000-市民部-00-3", "0000-市民部-00-4"});
}
