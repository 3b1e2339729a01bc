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
}

TEST_CASE("an ID begins with the city's code where it is known") {
    Document document;
    document.fiscal_year = FiscalYear{"令和6年度", 2024};
    document.city = {"209996", "白樺市"};
    document.sheets = {make_sheet("市民部", 1)};
    const std::vector<Document> documents = {document};
    CHECK(sheet_ids(documents)[0] == std::vector<std::string>{"209996-2024-市民部-01"});
}

TEST_CASE("documents give the same IDs one by one as all at once") {
    Document document;
    document.department = "市民部";
    document.sheets = {Sheet(), Sheet()};
    const std::vector<Document> documents = {document, document};
    SheetIds run;
    for (const std::vector<std::string>& ids : sheet_ids(documents)) CHECK(run.next(document) == ids);
}

TEST_CASE("items and measures that repeat a number are told apart") {
    Sheet sheet;
    sheet.items.resize(3);
    sheet.items[0].number = sheet.items[1].number = 3;
    sheet.items[2].number = 4;
    sheet.items[0].measures.resize(3);
    sheet.items[0].measures[2].number = 2;
    const MeasureIds ids(sheet, "2024-市民部-01");
    CHECK(ids.item(0) == "2024-市民部-01-03");
    CHECK(ids.item(1) == "2024-市民部-01-03#2");
    CHECK(ids.item(2) == "2024-市民部-01-04");
    CHECK(ids.measure(0, 0) == "2024-市民部-01-03-1");
    CHECK(ids.measure(0, 1) == "2024-市民部-01-03-1#2");
    CHECK(ids.measure(0, 2) == "2024-市民部-01-03-2");
}

TEST_CASE("what is published names no folder of this computer") {
    DocumentSource source;
    source.path = "R7/shimin.html";
    CHECK(public_path(source) == "R7/shimin.html");
    source.path = "/home/someone/R7/shimin.html";
    CHECK(public_path(source) == "shimin.html");
    source.below = "R7/shimin.html";
    CHECK(public_path(source) == "R7/shimin.html");
    source.path = "C:\\Users\\someone\\shimin.html";
    source.below = "";
    CHECK(public_path(source) == "shimin.html");
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
