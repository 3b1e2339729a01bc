// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/validate.hpp"
#include "goalsheet/write_html.hpp"
#include "goalsheet/write_template.hpp"
#include "support/generated_documents.hpp"
#include "support/xlsx_file.hpp"
#include "support/xlsx_parts.hpp"

namespace fs = std::filesystem;
using namespace goalsheet;
using test::XlsxFile;

namespace {

Document read(std::string bytes, const std::string& name = "form.xlsx") {
    auto documents = read_documents(std::move(bytes), name);
    if (!documents) FAIL(name, documents.fault().message.en);
    REQUIRE(documents->size() == 1);
    return documents->front();
}

std::string bytes_of(const Result<std::string>& made) {
    REQUIRE(made);
    return *made;
}

std::string empty_form(std::size_t goals = 1, const std::string& department = {}) {
    TemplateOptions options;
    options.year = 2026;
    options.goals = goals;
    options.department = department;
    return bytes_of(write_template(options));
}

std::string carried_form(const Document& last_year) {
    TemplateOptions options;
    options.year = last_year.fiscal_year ? last_year.fiscal_year->gregorian + 1 : 2026;
    return bytes_of(write_template(last_year, options));
}

std::string after(const std::string& text, char mark) { return text.substr(text.rfind(mark) + 1); }

/// Writes into the cells of these names, as somebody does who fills the form in.
std::string fill_in(const std::string& form, const std::map<std::string, std::string>& values) {
    XlsxFile file = XlsxFile::read(form);
    std::map<std::string, std::string> references;  // by name alone
    for (const auto& [key, reference] : file.defined_names) references[after(key, ' ')] = reference;
    for (const auto& [name, value] : values) {
        CAPTURE(name);
        REQUIRE(references.contains(name));
        std::string cell = after(references[name], '!');
        std::erase(cell, '$');
        const std::string sheet = references[name].substr(1, references[name].rfind('!') - 2);
        for (std::size_t i = 0; i < file.sheets.size(); ++i) {
            if (file.sheets[i].name != sheet) continue;
            std::string& xml = file.parts[fmt::format("xl/worksheets/sheet{}.xml", i + 1)];
            const std::size_t begin = xml.find(fmt::format("<c r=\"{}\" ", cell));
            REQUIRE(begin != std::string::npos);
            const std::size_t close = xml.find('>', begin);
            const bool empty = xml[close - 1] == '/';
            const std::size_t end = empty ? close + 1 : xml.find("</c>", begin) + 4;
            const std::size_t style = xml.find("s=\"", begin);
            xml.replace(
                begin, end - begin,
                fmt::format("<c r=\"{}\" {} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", cell,
                            xml.substr(style, xml.find('"', style + 3) + 1 - style), test::escape_xml(value)));
        }
    }
    return test::zip({file.parts.begin(), file.parts.end()});
}

std::map<std::string, std::string> first_goal() {
    return {{"目標1_重点目標", "古い校舎を学びの広場にする"},
            {"目標1_部局名", "教育部"},
            {"目標1_優先順位", "1位"},
            {"目標1_位置付け1", "第5編 学び\n第1章 生涯学習\n第1節 学びの場"},
            {"目標1_現況課題", "・旧東小学校が3年空いている。"},
            {"目標1_目的効果", "・世代を問わず集まる場にする。"},
            {"目標1_SDGs1", "4 質の高い教育をみんなに"},
            {"目標1_SDGs5", "11 住み続けられるまちづくりを\n17 パートナーシップで目標を達成しよう"},
            {"目標1_取組1_取組項目", "○ 校舎の改修\n(1) 耐震の調査\n(2) 図書室の開放"},
            {"目標1_取組1_期間期限", "(1)～(2) 年度末まで"},
            {"目標1_取組1_数値目標", "(1) 調査 4棟\n(2) 利用者 800人"},
            {"目標1_取組2_取組項目", "○ 住民の参加\n(1) 話し合いの開催"},
            {"目標1_取組2_期間期限", "年度末まで"},
            {"目標1_取組2_数値目標", "(1) 話し合い 5回"}};
}

std::vector<std::string> codes_of(const Document& document, Stage stage) {
    ValidateOptions options;
    Policy policy;
    policy.stage = stage;
    options.policies = {&policy};
    std::vector<std::string> codes;
    for (const Finding& finding : validate({&document, 1}, options).findings) codes.push_back(finding.code);
    return codes;
}

// What a form keeps of an item: white space at the ends of a text is nothing a cell holds.
std::string words_of(const Sheet& sheet) {
    std::string words = std::string(trim(sheet.goal.text));
    for (const Item& item : sheet.items) {
        words += fmt::format("\n{} {}", item.number, trim(item.title.text));
        for (const Measure& measure : item.measures)
            words += fmt::format("\n ({}) {}", measure.number, trim(measure.action.text));
    }
    return words;
}

void check_nothing_of_last_year(const Document& document) {
    for (const Sheet& sheet : document.sheets) {
        CHECK(sheet.unplaced.empty());
        CHECK(sheet.notes.outcomes.empty());
        for (const Item& item : sheet.items)
            for (const Measure& measure : item.measures)
                for (const SourcedText* text : {&measure.deadline, &measure.target, &measure.midterm, &measure.final})
                    CHECK(text->text == "");
    }
}

std::vector<Document> sample_documents() {
    std::vector<Document> documents;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(GOALSHEET_SOURCE_DIR) / "samples")) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".html" && extension != ".htm" && extension != ".txt") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << file.rdbuf();
        documents.push_back(read(bytes.str(), entry.path().string()));
    }
    return documents;
}

}  // namespace

TEST_CASE("an empty form says what it is and holds nothing else") {
    const Document document = read(empty_form());
    REQUIRE(document.sheets.size() == 1);
    const Sheet& sheet = document.sheets.front();
    CHECK(sheet.fiscal_year == FiscalYear{"令和8年度", 2026});
    CHECK(sheet.goal.empty());
    CHECK(sheet.unplaced.empty());
    CHECK(sheet.remarks.empty());
    CHECK(sheet.items.size() == 1);
    REQUIRE(sheet.alignments.size() == 1);
    CHECK(sheet.alignments[0].plan.text == "総合計画における位置付け");
    CHECK(sheet.alignments[0].text.empty());
    CHECK(empty_form() == empty_form());
    CHECK(read(empty_form(3)).sheets.size() == 3);
}

TEST_CASE("what was filled in is read, and nothing of the form") {
    const Document document = read(fill_in(empty_form(3, "教育部"), first_goal()));
    REQUIRE(document.sheets.size() == 1);
    CHECK(document.department.text == "教育部");
    const Sheet& sheet = document.sheets.front();
    CHECK(sheet.priority == 1);
    CHECK(sheet.alignments[0].text.text == "第5編 学び\n第1章 生涯学習\n第1節 学びの場");
    REQUIRE(sheet.sdgs.size() == 3);
    CHECK(sheet.sdgs[2].number == 17);
    CHECK(words_of(sheet) ==
          "古い校舎を学びの広場にする\n1 校舎の改修\n (1) 耐震の調査\n (2) 図書室の開放\n2 "
          "住民の参加\n (1) 話し合いの開催");
    CHECK(sheet.items[0].measures[1].deadline.text == "年度末まで");
    CHECK(sheet.items[0].measures[1].target.text == "利用者 800人");
    CHECK(sheet.unplaced.empty());
    CHECK(codes_of(document, Stage::plan).empty());
    const Document published = read(write_html({&document, 1}), "page.html");
    CHECK(published == document);
}

TEST_CASE("reports go into the same form later") {
    auto values = first_goal();
    values["目標1_取組1_中間報告"] = "(1) 調査 2棟（9月末現在）\n(2) 利用者 431人（9月末現在）";
    values["目標1_取組2_中間報告"] = "(1) 話し合い 3回（9月末現在）";
    const Document midterm = read(fill_in(empty_form(), values));
    CHECK(codes_of(midterm, Stage::midterm).empty());
    values["目標1_取組1_期末報告"] = "(1) 調査 4棟\n(2) 利用者 912人";
    values["目標1_取組2_期末報告"] = "(1) 話し合い 6回";
    values["目標1_効果課題"] = "・成果：広場の案がまとまった。\n・課題：改修の費用が足りない。";
    const Document final = read(fill_in(empty_form(), values));
    CHECK(codes_of(final, Stage::final).empty());
    CHECK(final.sheets[0].notes.outcomes.text == "・成果：広場の案がまとまった。\n・課題：改修の費用が足りない。");
}

TEST_CASE("a row left empty among others stays, those behind the last one go") {
    auto values = first_goal();
    values["目標1_取組4_取組項目"] = "○ 広報\n(1) 便りの発行";
    const Document document = read(fill_in(empty_form(), values));
    REQUIRE(document.sheets[0].items.size() == 4);
    CHECK(document.sheets[0].items[2].number == 3);
    CHECK(document.sheets[0].items[3].title.text == "広報");
}

TEST_CASE("a text of the form that somebody changed is somebody's text") {
    auto values = first_goal();
    values["様式_目標1_案内"] = "締切は5月10日です。";
    const Document document = read(fill_in(empty_form(), values));
    REQUIRE(document.sheets[0].unplaced.size() == 1);
    CHECK(document.sheets[0].unplaced[0].text.text == "締切は5月10日です。");
}

TEST_CASE("a goal nobody wrote in is no goal, but a word in it makes it one") {
    auto values = first_goal();
    CHECK(read(fill_in(empty_form(4, "教育部"), values)).sheets.size() == 1);
    values["目標3_取組1_取組項目"] = "まだ検討中";
    const Document document = read(fill_in(empty_form(4, "教育部"), values));
    REQUIRE(document.sheets.size() == 2);
    CHECK(document.sheets[1].department.text == "教育部");
}

TEST_CASE("the samples carry over goals, items and measures and nothing that is to be decided anew") {
    for (const Document& last_year : sample_documents()) {
        CAPTURE(last_year.source.path);
        const Document form = read(carried_form(last_year));
        CHECK(form.fiscal_year->gregorian == last_year.fiscal_year->gregorian + 1);
        CHECK(form.department == last_year.department);
        REQUIRE(form.sheets.size() == last_year.sheets.size());
        for (std::size_t i = 0; i < form.sheets.size(); ++i) {
            CHECK(words_of(form.sheets[i]) == words_of(last_year.sheets[i]));
            CHECK(form.sheets[i].sdgs == last_year.sheets[i].sdgs);
            CHECK(form.sheets[i].alignments == last_year.sheets[i].alignments);
            CHECK(form.sheets[i].remarks.empty());
        }
        check_nothing_of_last_year(form);
    }
}

TEST_CASE("forms carry over from any document that a form can say") {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const Document last_year = tests::generate_form_document(seed);
        if (last_year.sheets.empty()) continue;
        const Document form = read(carried_form(last_year));
        REQUIRE(form.sheets.size() == last_year.sheets.size());
        for (std::size_t i = 0; i < form.sheets.size(); ++i)
            CHECK(words_of(form.sheets[i]) == words_of(last_year.sheets[i]));
        check_nothing_of_last_year(form);
    }
}

TEST_CASE("labels of last year name the new one") {
    Document last_year = sample_documents().front();
    Sheet& sheet = last_year.sheets.front();
    sheet.fiscal_year = last_year.fiscal_year = FiscalYear{"令和7年度", 2025};
    sheet.labels = {{FieldId::title, {"令和7年度 重点目標管理シート"}},
                    {FieldId::target, {"令和7年度数値目標"}},
                    {FieldId::midterm, {"中間報告（令和7年9月末現在）"}}};
    const XlsxFile file = XlsxFile::read(carried_form(last_year));
    std::string texts;
    for (const auto& [address, cell] : file.sheets.front().cells) texts += cell.text + "\n";
    CHECK(texts.find("令和8年度 重点目標管理シート\n") != std::string::npos);
    CHECK(texts.find("令和8年度数値目標\n") != std::string::npos);
    CHECK(texts.find("令和7年9月末") == std::string::npos);
}

TEST_CASE("fiscal years are written as eras count them") {
    CHECK(fiscal_year_label(2026) == "令和8年度");
    CHECK(fiscal_year_label(2019) == "令和元年度");
    CHECK(fiscal_year_label(2018) == "平成30年度");
    CHECK(fiscal_year_label(1900) == "1900年度");
}

TEST_CASE("a form without some fields leaves their cells out") {
    const auto form = Form::parse(R"({"name": "業務目標シート", "fields": [
        {"field": "title", "label": "業務目標シート"}, {"field": "goal", "label": "めあて"},
        {"field": "department", "label": "担当課"}, {"field": "item", "label": "すること"},
        {"field": "deadline", "label": "いつまで"}, {"field": "target", "label": "めやす"},
        {"field": "final", "label": "できばえ"}]})",
                                  "form.json");
    REQUIRE(form);
    TemplateOptions options;
    options.form = &*form;
    options.year = 2026;
    const XlsxFile file = XlsxFile::read(bytes_of(write_template(options)));
    std::vector<std::string> names;
    for (const auto& [name, reference] : file.defined_names)
        if (after(name, ' ').starts_with("目標1_取組1") || after(name, ' ').find("優先") != std::string::npos)
            names.push_back(after(name, ' ') + after(reference, '!'));
    CHECK(names == std::vector<std::string>{"目標1_取組1_取組項目$B$5", "目標1_取組1_数値目標$E$5",
                                            "目標1_取組1_期末報告$H$5", "目標1_取組1_期間期限$D$5"});
    for (const auto& [address, cell] : file.sheets.front().cells) CHECK(cell.text != "優先順位");
}
