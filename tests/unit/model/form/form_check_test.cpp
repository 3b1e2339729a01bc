// SPDX-License-Identifier: MIT
#include "goalsheet/form_check.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "goalsheet/form_draft.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/table.hpp"

using namespace goalsheet;

namespace {

constexpr const char* kForm =
    R"({"name": "x", "extends": "ueda", "fields": [{"field": "item", "label": "行い"}, {"field": "code", "label": "札"}]})";

Form form_of_city() {
    const auto form = Form::parse(kForm, "city.json");
    REQUIRE(form);
    return *form;
}

Document document_with(std::vector<Unplaced> unplaced, bool items = true) {
    Sheet sheet;
    sheet.goal = "港を開く";
    sheet.labels = {{FieldId::item, "行い"}, {FieldId::target, "数値目標"}, {FieldId::final, "出来ばえ"}};
    if (items) {
        Item item;
        item.title = "朝市";
        Measure measure;
        measure.target = "12基";
        measure.extras = {{"受け持ち", ExtraRole::section, "港湾課"}};
        item.measures = {measure};
        sheet.items = {item};
    }
    sheet.unplaced = std::move(unplaced);
    Document document;
    document.sheets = {sheet};
    return document;
}

FormCheck check(const Document& document, const Form& form) {
    static const std::vector<FormField> own = own_form_fields(kForm);
    FormChecker checker(form, own);
    checker.add_page("page.html", {&document, 1});
    return std::move(checker).finish();
}

Page page_of(const std::string& html) {
    Page page;
    ReadOptions options;
    options.page = &page;
    static_cast<void>(read_documents(html, "page.html", options));
    REQUIRE_FALSE(page.tables.empty());
    return page;
}

}  // namespace

TEST_CASE("a check counts texts and names labels that one side alone knows") {
    const Form form = form_of_city();
    const FormCheck made = check(document_with({{"晴れ", "天気", ""}}), form);
    REQUIRE(made.pages.size() == 1);
    CHECK(made.pages[0].in_fields == 3);
    CHECK(made.pages[0].in_extras == 1);
    CHECK(made.pages[0].unplaced == 1);
    REQUIRE(made.never_met.size() == 1);
    CHECK(made.never_met[0]->label == "札");
    REQUIRE(made.unknown.size() == 3);
    CHECK(made.unknown[0].label == "天気");
    CHECK(made.unknown[0].example == "晴れ");
    CHECK(made.unknown[1].label == "出来ばえ");
    CHECK(made.unknown[1].reasoned_as == "final");
    CHECK(made.unknown[2].reasoned_as == "section");
    for (const Lang lang : {Lang::ja, Lang::en}) {
        const std::string words = describe_form_check(made, lang);
        for (const char* word : {"天気", "晴れ", "札", "出来ばえ", "page.html"})
            CHECK(words.find(word) != std::string::npos);
    }
}

TEST_CASE("a check passes with a sheet, its items and no more than a tenth unplaced") {
    const Form form = form_of_city();
    CHECK(check(document_with({}), form).passes());
    CHECK_FALSE(check(document_with({{"晴れ", "天気", ""}}), form).passes());
    CHECK_FALSE(check(document_with({}, false), form).passes());
    CHECK_FALSE(check(Document{}, form).passes());
    PageCheck page;
    page.sheets = 1;
    page.in_fields = 9;
    page.unplaced = 1;
    CHECK(page.passes());
    page.in_fields = 8;
    CHECK_FALSE(page.passes());
}

TEST_CASE("a form drafted from a page whose labels nobody knows reads that page") {
    const Page page = page_of(
        "<h1>令和7年度 港の手帳</h1><table><tr><th>行い<th>めあて<th>ふりかえり<th>まるつけ"
        "<tr><td>朝市の通りに案内板を立てる<td>12基<td>案内板を12基立てた。<td>○"
        "<tr><td>桟橋の手すりを取り替える<td>340m<td>手すりを280m取り替えた。<td>△</table>");
    const FormDraft draft = learn_form({&page, 1});
    CHECK(draft.name == "港の手帳");
    REQUIRE(draft.fields.size() == 4);
    CHECK(draft.fields[0].field == FieldId::item);
    CHECK(draft.fields[1].field == FieldId::target);
    CHECK(draft.fields[2].field == FieldId::final);
    CHECK(draft.fields[3].field == FieldId::grade);
    CHECK(draft.fields[1].why.find("2 of 2 cells are figures") != std::string::npos);
    REQUIRE(draft.first_item);
    CHECK(draft.first_item->title == "朝市の通りに案内板を立てる");
    const auto form = Form::parse(write_form_draft(draft), "draft.json");
    REQUIRE(form);
    CHECK(form->match("めあて") == FieldId::target);
    CHECK_FALSE(form->find(FieldId::priority)->required);
}

TEST_CASE("an unsure label is left to a person, and its draft is refused until then") {
    const Page page = page_of(
        "<table><tr><th>行い<th>めあて<th>ふりかえり<th>ことば"
        "<tr><td>案内板を立てる<td>12基<td>立てた。とても良い。<td>春の海<tr><td>手すりを替える<td>340m<td>替えた。<td>"
        "夏の空</table>");
    const FormDraft draft = learn_form({&page, 1});
    REQUIRE(draft.fields.size() == 4);
    CHECK_FALSE(draft.fields[3].field);
    const std::string json = write_form_draft(draft);
    CHECK(json.find("\"field\": \"?\", \"label\": \"ことば\"") != std::string::npos);
    CHECK_FALSE(Form::parse(json, "draft.json"));
    CHECK(describe_form_draft(draft).en.find("ことば") != std::string::npos);
}
