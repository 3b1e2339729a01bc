// SPDX-License-Identifier: MIT
// What a form file can say, and how it is refused.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/form_check.hpp"

using namespace goalsheet;
namespace fs = std::filesystem;

namespace {

Form read(const std::string& json) {
    const auto form = Form::parse(json, "city.json");
    if (!form) FAIL(form.fault().message.en);
    return *form;
}

std::string refused(const std::string& json) {
    const auto form = Form::parse(json, "city.json");
    REQUIRE_FALSE(form);
    CHECK(form.fault().path == "city.json");
    CHECK_FALSE(form.fault().message.ja.empty());
    return form.fault().message.en;
}

// A form of its own with these further fields, each on a line from line 5 on.
std::string with_fields(const std::string& fields) {
    return "{\"name\": \"x\",\n\"fields\": [\n{\"field\": \"item\", \"label\": \"やること\"},\n"
           "{\"field\": \"target\", \"label\": \"めあて\"},\n" +
           fields + "]}";
}

}  // namespace

TEST_CASE("a form that extends another knows its labels, less those it gives to other fields") {
    const Form form = read(R"({"name": "市の表", "extends": "ueda", "fields": [
        {"field": "item", "label": "組織目標"}, {"field": "action", "label": "取組内容"},
        {"field": "grade", "label": "自己評価"}, {"field": "priority", "required": false}]})");
    CHECK(form.name() == "市の表");
    CHECK(form.label(FieldId::item) == "組織目標");
    CHECK(form.match("組織目標") == FieldId::item);
    CHECK(form.match("取組項目") == FieldId::item);
    CHECK(form.match("取組内容") == FieldId::action);
    CHECK(form.match("自己評価") == FieldId::grade);
    CHECK(form.match("数値目標") == FieldId::target);
    CHECK(form.find(FieldId::item)->required);
    CHECK(form.find(FieldId::item)->due == Stage::plan);
    CHECK(form.find(FieldId::priority)->label == "優先順位");
    CHECK_FALSE(form.find(FieldId::priority)->required);
}

TEST_CASE("settings of sheets, items and the places around them") {
    const Form form = read(R"({"name": "x", "extends": "ueda",
        "sheet": {"goal": "column:部の目標", "each": "row", "recognise": ["目標", "実績"]},
        "items": {"axis": "left", "years": "columns", "skip_rows": ["時点"], "measure": "row"},
        "outside": ["p", "line"],
        "fields": [{"field": "grade", "label": "評価", "under": "midterm"},
                   {"field": "final", "label": "実績", "match": "ends", "not": ["前年実績"], "unit_from": "label"},
                   {"field": "extra", "label": "人工", "role": "budget", "why": "read by nobody"}]})");
    CHECK(form.sheet().goal == GoalPlace::column);
    CHECK(form.sheet().goal_column == "部の目標");
    CHECK(form.sheet().each == SheetUnit::row);
    CHECK(form.sheet().recognise == std::vector<std::string>{"目標", "実績"});
    CHECK(form.items().axis == LabelAxis::left);
    CHECK(form.items().years_in_columns);
    CHECK(form.items().skip_rows == std::vector<std::string>{"時点"});
    CHECK(form.items().measure == MeasureUnit::row);
    CHECK(form.outside() == std::vector<OutsidePlace>{OutsidePlace::paragraph, OutsidePlace::line});
    CHECK(form.find(FieldId::grade)->under == FieldId::midterm);
    CHECK(form.find(FieldId::final)->match == LabelMatch::ends);
    CHECK(form.find(FieldId::final)->unit_from_label);
    CHECK(form.find(FieldId::extra)->role == ExtraRole::budget);
    CHECK(form.match("本年度の実績") == FieldId::final);
    CHECK_FALSE(form.match("前年実績") == FieldId::final);
}

TEST_CASE("a form that cannot be is refused with the line that is wrong") {
    struct Row {
        std::string json;
        const char* starts;
        const char* says;
    };
    const Row rows[] = {
        {with_fields(R"({"field": "final", "label": "めあて"})"), "line 5: ", "label of target in line 4"},
        {with_fields("{\"field\": \"final\", \"label\": \"結果\",\n\"synonyms\": [\"や り こ と\", \"やること：\"]}"),
         "line 5: ", "label of item in line 3"},
        {with_fields(R"({"field": "gaol", "label": "x"})"), "line 5: ", "no field called “gaol”"},
        {with_fields(R"({"field": "?", "label": "x"})"), "line 5: ", "still “?”"},
        {with_fields(R"({"label": "x"})"), "line 5: ", "no field called “”"},
        {with_fields(R"({"field": "final"})"), "line 5: ", "has no label"},
        {with_fields("{\"field\": \"final\", \"label\": \"x\",\n\"sinonyms\": []}"), "line 6: ", "“sinonyms”"},
        {with_fields(R"({"field": "final", "label": "x", "match": "regex"})"), "line 5: ", "exact, ends, contains"},
        {with_fields(R"({"field": "final", "label": "x", "under": "nothing"})"), "line 5: ", "no field called"},
        {with_fields(R"({"field": "final", "label": "x", "role": "grade"})"), "line 5: ", "field extra"},
        {with_fields(R"({"field": "final", "label": "x", "required": "yes"})"), "line 5: ", "true or false"},
        {with_fields(R"({"field": "final", "label": 3})"), "line 5: ", "must be a string"},
        {with_fields(R"({"field": "final", "label": "x", "synonyms": ["y", 3]})"), "line 5: ", "list of strings"},
        {"{\"name\": \"x\",\n\"extends\": \"nagoya\", \"fields\": []}", "line 2: ", "No form “nagoya”"},
        {"{\"name\": \"x\",\n\"fields\": []}", "line 2: ", "item, action or indicator"},
        {"{\"name\": \"x\",\n\"fields\": [{\"field\": \"item\", \"label\": \"y\"}]}",
         "line 2: ", "target, midterm or final"},
        {"{\"name\": \"x\",\n\"sheet\": {\"each\": \"page\"},\n\"extends\": \"ueda\", \"fields\": []}",
         "line 2: ", "table, row"},
        {"{\"name\": \"x\",\n\"sheet\": {\"goal\": \"column:\"},\n\"extends\": \"ueda\", \"fields\": []}",
         "line 2: ", "heading"},
        {"{\"name\": \"x\",\n\"items\": [],\n\"extends\": \"ueda\", \"fields\": []}", "line 2: ", "an object"},
        {"{\"name\": \"x\",\n\"outside\": [\"div\"],\n\"extends\": \"ueda\", \"fields\": []}", "line 2: ", "dl"},
        {"{\"name\": \"x\",\n\n\"fields\": [}", "line 3: ", "Not JSON"},
        {"{\"name\": \"x\"}", "line 1: ", "“fields” is missing"},
        {"", "line 1: ", "Not JSON"},
        {std::string(100'000, '['), "line 1: ", "nested too deeply"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json.substr(0, 200));
        const std::string message = refused(row.json);
        CAPTURE(message);
        CHECK(message.starts_with(row.starts));
        CHECK(message.find(row.says) != std::string::npos);
    }
}

TEST_CASE("a label may stand for another field below another heading") {
    const Form form = read(with_fields(R"({"field": "final", "label": "結果"},
        {"field": "grade", "label": "判定", "under": "final"}, {"field": "progress", "label": "判定", "under": "target"})"));
    REQUIRE(form.match_field("判定", FieldId::final));
    CHECK(form.match_field("判定", FieldId::final)->field == FieldId::grade);
    REQUIRE(form.match_field("判定", FieldId::target));
    CHECK(form.match_field("判定", FieldId::target)->field == FieldId::progress);
}

TEST_CASE("every form of the project is read, and names its own fields") {
    std::size_t forms = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(GOALSHEET_SOURCE_DIR) / "schemas/forms")) {
        if (entry.path().extension() != ".json") continue;
        CAPTURE(entry.path().string());
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string json{std::istreambuf_iterator<char>(file), {}};
        const Form form = read(json);
        CHECK_FALSE(form.name().empty());
        CHECK_FALSE(own_form_fields(json).empty());
        CHECK(own_form_fields(json).size() <= form.fields().size());
        ++forms;
    }
    CHECK(forms >= 4);
}

TEST_CASE("a file written before there were fields for units and codes gains them") {
    const Form old = read(R"({"name": "x", "fields": [{"field": "item_number", "label": "コード", "synonyms": ["番号"]},
        {"field": "item", "label": "取組"}, {"field": "target", "label": "指標名", "synonyms": ["目標値", "単位", "基準値"]}]})");
    CHECK(old.match("単位") == FieldId::unit);
    CHECK(old.match("基準値") == FieldId::baseline);
    CHECK(old.match("コード") == FieldId::code);
    CHECK(old.match("番号") == FieldId::item_number);
    CHECK(old.label(FieldId::item_number) == "番号");
    CHECK(old.match("指標名") == FieldId::target);
    const Form made =
        read(R"({"name": "x", "fields": [{"field": "grade", "label": "評価"}, {"field": "item", "label": "取組"},
        {"field": "target", "label": "目標値", "synonyms": ["単位"]}]})");
    CHECK(made.match("単位") == FieldId::target);
}

TEST_CASE("the schema of form files names the fields that there are") {
    std::ifstream file(fs::path(GOALSHEET_SOURCE_DIR) / "schemas/form.schema.json");
    const nlohmann::json schema = nlohmann::json::parse(file);
    std::vector<std::string> named = schema["$defs"]["field"]["enum"];
    std::vector<std::string> known;
    for (int id = 0; id <= static_cast<int>(FieldId::extra); ++id)
        known.emplace_back(field_name(static_cast<FieldId>(id)));
    std::sort(named.begin(), named.end());
    std::sort(known.begin(), known.end());
    CHECK(named == known);
}
