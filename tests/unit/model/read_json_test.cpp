// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "goalsheet/read.hpp"

using namespace goalsheet;

namespace {

std::string refusal_of(const std::string& json) {
    const auto read = read_documents(json, "page.json");
    REQUIRE_FALSE(read);
    CHECK(read.fault().path == "page.json");
    return read.fault().message.en;
}

std::string not_json(const std::string& what) {
    return "Not goalsheet's JSON (" + what + "); give what `goalsheet export --to json` wrote.";
}

}  // namespace

TEST_CASE("JSON that is not as the schema says is refused with the key and what it should be") {
    const std::pair<const char*, const char*> rows[] = {
        {R"({"schema_version": 2, "documents": []})", "“schema_version” is not 1"},
        {R"({"schema_version": "1", "documents": []})", "“schema_version” is not integer"},
        {R"({"schema_version": 1, "documents": []})", "“documents” is not array"},
        {R"({"schema_version": 1, "documents": {}})", "“documents” is not array"},
        {R"({"schema_version": 1, "documents": [7]})", "“documents” is not object"},
        {R"({"sheets": [], "goals": "x"})", "“goals” is not array"},
        {R"({"sheets": [], "goals": [1]})", "“goals” is not string"},
        {R"({"sheets": [], "department": 4})", "“department” is not string"},
        {R"({"sheets": [], "fiscal_year": 2025})", "“fiscal_year” is not object"},
        {R"({"sheets": [], "fiscal_year": {"label": "令和7年度", "gregorian": 2025.5}})", "“gregorian” is not integer"},
        {R"({"sheets": [{"items": [{"number": 1, "measures": [{"number": 9000000000}]}]}]})",
         "“number” is not integer"},
        {R"({"sheets": [{"items": 3}]})", "“items” is not array"},
        {R"({"sheets": [{"items": [{"measures": [{"number": 1}]}]}]})", "“number” is not given"},
        {R"({"sheets": [{"goal": "a", "memo": "b"}]})", "“memo” is not a key that the schema has here"},
        {R"({"sheets": [{"goal": "a", "goal": "b"}]})", "“goal” is not given once"},
        {R"({"sheets": [], "author": "a"})", "“author” is not a key that the schema has here"},
    };
    for (const auto& [json, what] : rows) {
        CAPTURE(json);
        CHECK(refusal_of(json) == not_json(what));
    }
}

TEST_CASE("JSON nested deeper than any of ours is refused before it is built") {
    const std::string deep = R"({"sheets": )" + std::string(50'000, '[') + std::string(50'000, ']') + "}";
    CHECK(refusal_of(deep) == not_json("“documents” is not object"));
}

TEST_CASE("a line of JSON for each document, blank lines between them") {
    const auto read = read_documents(
        "{\"department\": \"河川部\", \"sheets\": [{\"goal\": \"川を知る\", \"priority\": 2}]}\n\n"
        "{\"department\": \"緑の部\", \"sheets\": [{\"goal\": \"庭木を守る\"}]}\n",
        "year.ndjson");
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK(read->at(0).department.text == "河川部");
    CHECK(read->at(0).sheets.at(0).priority == 2);
    CHECK(read->at(1).sheets.at(0).goal.text == "庭木を守る");
    CHECK_FALSE(read->at(1).sheets.at(0).priority);
    CHECK(refusal_of("{\"sheets\": []}\n{\"sheets\": \n") == not_json("“documents” is not JSON"));
}
