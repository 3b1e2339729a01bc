// SPDX-License-Identifier: MIT
#include "goalsheet/best_form.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace goalsheet;

namespace {

Form form_of_city(const std::string& name, const std::string& mark) {
    const std::string json = R"({"name": ")" + name + R"(", "fields": [
        {"field": "item", "label": "しごと)" +
                             mark + R"("}, {"field": "target", "label": "めあて)" + mark + R"("},
        {"field": "final", "label": "できばえ)" +
                             mark + R"("}]})";
    auto form = Form::parse(json, name + ".json");
    REQUIRE(form);
    return std::move(*form);
}

std::string table_of(const std::string& mark, const std::string& item) {
    return "<table><tr><th>しごと" + mark + "</th><th>めあて" + mark + "</th><th>できばえ" + mark +
           "</th></tr><tr><td>" + item + "</td><td>12回</td><td>11回</td></tr></table>";
}

std::vector<std::string> forms_named(const Document& document) {
    std::vector<std::string> names;
    for (const Remark& remark : document.remarks)
        if (remark.kind == remark::kReadWithForm) names.push_back(remark.detail);
    return names;
}

}  // namespace

TEST_CASE("each table of a page is read with the form that explains it best") {
    const std::vector<Form> forms = {form_of_city("東", "甲"), form_of_city("西", "乙")};
    const std::string page = "<h2>東</h2>" + table_of("甲", "川を掃く") + "<h2>西</h2>" + table_of("乙", "道を直す") +
                             "<h3>二</h3>" + table_of("乙", "橋を塗る");
    const auto documents = read_with_best_form(page, "page.html", forms);
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    const Document& document = documents->front();
    REQUIRE(document.sheets.size() == 3);
    CHECK(document.sheets[0].items.at(0).title.text == "川を掃く");
    CHECK(document.sheets[1].items.at(0).title.text == "道を直す");
    CHECK(document.sheets[2].items.at(0).title.text == "橋を塗る");
    CHECK(document.sheets[2].items.at(0).measures.at(0).final.text == "11回");
    CHECK(forms_named(document) == std::vector<std::string>{"西", "東"});
    CHECK(form_of(document, forms).name() == "西");
}

TEST_CASE("a page of one form is read with that form alone") {
    const std::vector<Form> forms = {form_of_city("東", "甲"), form_of_city("西", "乙")};
    const auto documents = read_with_best_form(table_of("乙", "道を直す"), "page.html", forms);
    REQUIRE(documents);
    CHECK(documents->front().sheets.size() == 1);
    CHECK(forms_named(documents->front()) == std::vector<std::string>{"西"});
}
