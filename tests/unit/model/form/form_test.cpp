// SPDX-License-Identifier: MIT
#include "goalsheet/form.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;

TEST_CASE("labels are matched whatever their width, spaces, marks and explanations") {
    struct Row {
        const char* text;
        FieldId field;
    };
    const Row rows[] = {
        {"重点目標", FieldId::goal},
        {"重 点 目 標", FieldId::goal},
        {"【重点目標】", FieldId::goal},
        {"部局名：", FieldId::department},
        {"担当\n部署", FieldId::department},
        {"優先順位", FieldId::priority},
        {"第五次総合計画における位置付け", FieldId::alignment},
        {"総合戦略における位置づけ", FieldId::alignment},
        {"現況･課題", FieldId::situation},
        {"現状と課題", FieldId::situation},
        {"めざす姿", FieldId::purpose},
        {"該当するＳＤＧｓの目標", FieldId::sdgs},
        {"取組項目及び方法・手段（何をどのように）", FieldId::item},
        {"主な取組", FieldId::item},
        {"期間・期限\n（いつ・いつまでに）", FieldId::deadline},
        {"達成時期", FieldId::deadline},
        {"数値目標 (どの水準まで)", FieldId::target},
        {"令和7年度 目標値", FieldId::target},
        {"R7目標", FieldId::target},
        {"中間報告（進捗状況）及び（見直し）", FieldId::midterm},
        {"上半期の取組", FieldId::midterm},
        {"中間実績（9月末）", FieldId::midterm},
        {"期末報告（達成状況", FieldId::final},
        {"実績", FieldId::final},
        {"特記事項", FieldId::notes},
        {"○取組による効果・残された課題", FieldId::outcomes},
        {"〇市民参加・協働の推進、市民満足度の向上を考慮した点", FieldId::participation},
        {"令和7年度 重点目標管理シート", FieldId::title},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(Form::standard().match(row.text) == row.field);
    }
}

TEST_CASE("values and unknown words are no labels") {
    for (const char* text : {"", "産業振興部", "(1) 目標", "相談件数 300件", "①", "備考", "目標を達成した", "実績なし",
                             "数値目票", "部局名称一覧"}) {
        CAPTURE(text);
        CHECK_FALSE(Form::standard().match(text));
    }
}

TEST_CASE("a misspelt label has a nearest one") {
    CHECK(Form::standard().nearest("数値目票") == "数値目標");
    CHECK(Form::standard().nearest("優先順立") == "優先順位");
    CHECK(Form::standard().nearest("まったく別の言葉").empty());
}

TEST_CASE("label and text in one cell") {
    const auto colon = Form::standard().match_start("部局名：総務部");
    REQUIRE(colon);
    CHECK(colon->first == FieldId::department);
    CHECK(std::string("部局名：総務部").substr(colon->second) == "総務部");
    const std::string copied = "○ 市民参加・協働の推進、市民満足度の向上を考慮した点 住民説明会を開く。";
    const auto notes = Form::standard().match_notes_heading(copied);
    REQUIRE(notes);
    CHECK(notes->first == FieldId::participation);
    CHECK(copied.substr(notes->second) == "住民説明会を開く。");
    CHECK_FALSE(Form::standard().match_notes_heading("市民参加の機会を増やす"));
}

TEST_CASE("a form file that is not as the schema says is refused with a reason") {
    for (const char* json : {"", "[]", "{\"name\":\"x\"}", R"({"name":"x","fields":[{"field":"goal"}]})",
                             R"({"name":"x","fields":[{"field":"gaol","label":"x"}]})",
                             R"({"name":"x","fields":[{"field":"goal","label":"x","due":"soon"}]})",
                             R"({"name":"x","fields":[{"field":"goal","label":"x","sinonyms":[]}]})"}) {
        CAPTURE(json);
        const auto form = Form::parse(json, "form.json");
        REQUIRE_FALSE(form);
        CHECK(form.fault().path == "form.json");
        CHECK_FALSE(form.fault().message.ja.empty());
        CHECK_FALSE(form.fault().message.en.empty());
    }
}
