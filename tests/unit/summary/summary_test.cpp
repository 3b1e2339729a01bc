// SPDX-License-Identifier: MIT
#include "goalsheet/summary.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "goalsheet/write_summary.hpp"
#include "summary/department_name.hpp"

using goalsheet::Document;
using goalsheet::FigureKind;
using goalsheet::FiscalYear;
using goalsheet::Item;
using goalsheet::Measure;
using goalsheet::ProgressStatus;
using goalsheet::Sheet;
using goalsheet::Standing;
using goalsheet::summarise;
using goalsheet::Summary;
using goalsheet::SummaryOptions;
using goalsheet::TrendLink;

namespace {

struct Line {
    std::string target;
    std::string midterm;
    std::string final;
};

Sheet make_sheet(int year, const std::string& department, const std::string& goal, const std::vector<Line>& lines) {
    Sheet sheet;
    sheet.goal = goal;
    sheet.department = department;
    sheet.fiscal_year = FiscalYear{"", year};
    Item item;
    item.number = 1;
    item.title = "取組";
    for (const Line& line : lines) {
        Measure measure;
        measure.number = static_cast<int>(item.measures.size()) + 1;
        measure.action = "実施";
        measure.target = line.target;
        measure.midterm = line.midterm;
        measure.final = line.final;
        item.measures.push_back(measure);
    }
    sheet.items = {item};
    return sheet;
}

Document make_document(std::vector<Sheet> sheets) {
    Document document;
    document.source.path = "page.html";
    document.sheets = std::move(sheets);
    return document;
}

Summary sum(const std::vector<Document>& documents, const SummaryOptions& options = {}) {
    return summarise({documents, {}, {}}, options);
}

const std::vector<Line> kMixed = {{"相談件数 100件", "相談件数60件（9月末現在）", ""},
                                  {"講座 10回", "講座2回開催", ""},
                                  {"見学者 40人", "", ""},
                                  {"計画の策定", "策定作業を実施中", ""}};

}  // namespace

TEST_CASE("a department's name is told from its section's only where the words say so") {
    const std::pair<const char*, goalsheet::DepartmentName> cases[] = {
        {"産業振興部", {"産業振興部", ""}},
        {"健康福祉部　健康推進課", {"健康福祉部", "健康推進課"}},
        {"健康福祉部\n健康推進課", {"健康福祉部", "健康推進課"}},
        {"健康福祉部健康推進課", {"健康福祉部", "健康推進課"}},
        {"消防本部警防課", {"消防本部", "警防課"}},
        {"教育委員会 学校教育課", {"教育委員会", "学校教育課"}},
        {"教育委員会事務局", {"教育委員会事務局", ""}},
        {"議会事務局", {"議会事務局", ""}},
        {"会計課", {"会計課", ""}},
        {"こども未来部 子育て支援", {"こども未来部 子育て支援", ""}},
        {"", {"", ""}},
    };
    for (const auto& [name, expected] : cases) {
        CAPTURE(name);
        const goalsheet::DepartmentName split = goalsheet::split_department(name);
        CHECK(split.department == expected.department);
        CHECK(split.section == expected.section);
    }
}

TEST_CASE("statuses are counted and their groups add up") {
    const std::vector<Document> documents = {make_document({make_sheet(2025, "産業部", "目標", kMixed)})};
    const Summary summary = sum(documents);
    REQUIRE(summary.years.size() == 1);
    const auto& total = summary.years[0].total;
    CHECK(total.goals == 1);
    CHECK(total.measures == 4);
    CHECK(total.indicators == 4);
    CHECK(total.count(ProgressStatus::on_track) == 1);
    CHECK(total.count(ProgressStatus::behind) == 1);
    CHECK(total.count(ProgressStatus::not_reported) == 1);
    CHECK(total.count(ProgressStatus::in_progress) == 1);
    CHECK(total.reported() == 3);
    std::size_t sum_of_groups = 0;
    for (const Standing standing : goalsheet::kStandings) sum_of_groups += total.count(standing);
    CHECK(sum_of_groups == total.indicators);
    CHECK(total.midterm.n == 2);
    CHECK(total.midterm.mean == doctest::Approx(0.4));
    CHECK(total.final.n == 0);
}

TEST_CASE("an average leaves out targets that fall and those without a number") {
    const std::vector<Document> documents = {make_document({make_sheet(
        2025, "産業部", "目標", {{"相談件数 100件", "相談件数50件", ""}, {"苦情 24件→20件以下", "苦情 22件", ""}})})};
    const Summary summary = sum(documents);
    REQUIRE(summary.count_indicators() == 2);
    CHECK(summary.sheets[0].indicators()[1].kind == FigureKind::falling);
    CHECK(summary.years[0].total.midterm.n == 1);
    CHECK(summary.years[0].total.midterm.mean == doctest::Approx(0.5));
}

TEST_CASE("a year is held against its final reports as soon as one sheet has one") {
    const std::vector<Document> documents = {
        make_document({make_sheet(2024, "産業部", "去年", {{"講座 10回", "講座4回開催", "講座10回開催"}})}),
        make_document({make_sheet(2025, "産業部", "今年", {{"講座 10回", "講座6回開催", ""}})})};
    const Summary summary = sum(documents);
    REQUIRE(summary.years.size() == 2);
    CHECK(summary.years[0].year == 2025);
    CHECK(summary.years[0].against == goalsheet::Against::midterm);
    CHECK(summary.years[0].total.count(ProgressStatus::on_track) == 1);
    CHECK(summary.years[1].against == goalsheet::Against::final);
    CHECK(summary.years[1].total.count(ProgressStatus::achieved) == 1);
    SummaryOptions midterm;
    midterm.against = goalsheet::Against::midterm;
    CHECK(sum(documents, midterm).years[1].total.count(ProgressStatus::behind) == 1);
}

TEST_CASE("departments are one whatever the width of their names, and sections stand beside them") {
    const std::vector<Document> documents = {
        make_document({make_sheet(2025, "ＤＸ推進部　企画課", "甲", kMixed),
                       make_sheet(2025, "DX推進部 運用課", "乙", kMixed), make_sheet(2025, "産業部", "丙", kMixed)})};
    const Summary summary = sum(documents);
    REQUIRE(summary.years[0].departments.size() == 2);
    CHECK(summary.years[0].departments[0].name == "ＤＸ推進部");
    CHECK(summary.years[0].departments[0].counts.goals == 2);
    CHECK(summary.sheets[1].section == "運用課");
}

TEST_CASE("a goal that names an SDG twice counts once, and one that names none is counted too") {
    Sheet sheet = make_sheet(2025, "産業部", "甲", kMixed);
    sheet.sdgs = {{8, "働きがい"}, {8, "働きがい"}, {17, ""}, {99, "ない"}};
    const std::vector<Document> documents = {make_document({sheet, make_sheet(2025, "産業部", "乙", kMixed)})};
    const Summary summary = sum(documents);
    CHECK(summary.years[0].sdgs[7] == 1);
    CHECK(summary.years[0].sdgs[16] == 1);
    CHECK(summary.years[0].without_sdgs == 1);
}

TEST_CASE("goals are followed by their wording, and a renamed department by its goals") {
    const std::vector<Document> documents = {
        make_document({make_sheet(2024, "商工部", "創業を志す人を支える", kMixed),
                       make_sheet(2024, "商工部", "商店街のにぎわいを取り戻す", kMixed),
                       make_sheet(2024, "福祉部", "健康づくりの推進", kMixed)}),
        make_document({make_sheet(2025, "産業経済部", "創業を志す人を支える", kMixed),
                       make_sheet(2025, "産業経済部", "商店街のにぎわいを取り戻す。", kMixed),
                       make_sheet(2025, "福祉部", "地域づくりの推進", kMixed)})};
    const Summary summary = sum(documents);
    REQUIRE(summary.departments.size() == 2);
    REQUIRE(summary.departments[0].size() == 2);
    CHECK(summary.departments[0][1].link == TrendLink::renamed);
    CHECK(summary.departments[0][1].how.ja == "名称変更：前は商工部（重点目標2件中2件が一致）");
    CHECK(summary.departments[1][1].link == TrendLink::same_name);
    REQUIRE(summary.goals.size() == 4);
    REQUIRE(summary.goals[0].size() == 2);
    CHECK(summary.goals[0][1].link == TrendLink::same_wording);
    CHECK(summary.goals[0][1].how.ja == "目標の文言が同じ。前は商工部");
    CHECK(summary.goals[1].size() == 2);
    CHECK_MESSAGE(summary.goals[2].size() == 1, "健康 and 地域 are two goals");
}

TEST_CASE("a goal whose words were changed a little goes on, and says how alike it is") {
    const std::vector<Document> documents = {
        make_document({make_sheet(2024, "福祉部", "高齢者が安心して暮らせる地域をつくる", kMixed)}),
        make_document({make_sheet(2025, "福祉部", "高齢者が安心して暮らし続ける地域をつくる", kMixed)})};
    const Summary summary = sum(documents);
    REQUIRE(summary.goals.size() == 1);
    REQUIRE(summary.goals[0].size() == 2);
    CHECK(summary.goals[0][1].link == TrendLink::similar_wording);
    CHECK(summary.goals[0][1].how.ja.find("類似度0.") != std::string::npos);
}

TEST_CASE("one year has no trends") {
    const std::vector<Document> documents = {make_document({make_sheet(2025, "産業部", "目標", kMixed)})};
    CHECK(sum(documents).goals.empty());
    CHECK(sum(documents).departments.empty());
}

TEST_CASE("any number of threads adds up to the same") {
    std::vector<Document> documents;
    for (int i = 0; i < 12; ++i)
        documents.push_back(
            make_document({make_sheet(2025 - i % 3, "第" + std::string(1, char('1' + i % 4)) + "部", "目標", kMixed)}));
    SummaryOptions many;
    many.jobs = 4;
    const Summary one = sum(documents);
    const Summary other = sum(documents, many);
    REQUIRE(one.count_indicators() == other.count_indicators());
    REQUIRE(one.sheets.size() == other.sheets.size());
    for (std::size_t i = 0; i < one.sheets.size(); ++i) {
        CHECK(one.sheets[i].id == other.sheets[i].id);
        CHECK(one.sheets[i].packed_texts == other.sheets[i].packed_texts);
        CHECK(one.sheets[i].packed_figures == other.sheets[i].packed_figures);
    }
    CHECK(goalsheet::write_summary_json(one, goalsheet::Lang::ja) ==
          goalsheet::write_summary_json(other, goalsheet::Lang::ja));
    CHECK(*goalsheet::write_summary_workbook(one) == *goalsheet::write_summary_workbook(other));
}

TEST_CASE(
    "a finding belongs to the sheet that it is about, and is counted in "
    "that sheet's year") {
    const std::vector<Document> documents = {
        make_document({make_sheet(2024, "産業部", "甲", {}), make_sheet(2025, "産業部", "乙", {})}),
        make_document({make_sheet(2025, "市民部", "丙", {})})};
    std::vector<goalsheet::Finding> findings(4);
    findings[1].address.sheet = 2;
    findings[2].document = 1;
    findings[2].address.sheet = 1;
    findings[3].address.sheet = 1;
    for (auto& finding : findings) finding.severity = goalsheet::Severity::warning;
    const Summary summary = summarise({documents, findings, {}});
    CHECK_FALSE(summary.finding(0).sheet);
    const auto goal = [&](std::size_t i) { return summary.sheets[*summary.finding(i).sheet].goal; };
    CHECK(goal(1) == "乙");
    CHECK(goal(2) == "丙");
    CHECK(goal(3) == "甲");
    const auto warning = static_cast<std::size_t>(goalsheet::Severity::warning);
    CHECK(summary.years[0].findings[warning] == 2);
    CHECK(summary.years[1].findings[warning] == 1);
    CHECK(summary.years[0].inputs == 2);
    CHECK(summary.years[1].inputs == 1);
}

TEST_CASE(
    "pages that were measured one by one and are gone come to the same "
    "summary") {
    std::vector<Document> documents;
    for (int i = 0; i < 5; ++i)
        documents.push_back(make_document({make_sheet(2025 - i % 2, "第" + std::to_string(i) + "部", "目標", kMixed)}));
    const Summary whole = sum(documents);
    std::vector<goalsheet::SummaryPage> pages;
    for (const Document& document : documents)
        pages.push_back(goalsheet::summarise_page(goalsheet::measure_document(document)));
    documents.clear();
    const Summary streamed = summarise({{}, {}, {}, std::move(pages)});
    CHECK(goalsheet::write_summary_json(whole, goalsheet::Lang::ja) ==
          goalsheet::write_summary_json(streamed, goalsheet::Lang::ja));
}

TEST_CASE("rates are counted in bands of a quarter, by the report of the year") {
    const std::pair<double, std::size_t> bands[] = {{0, 0}, {0.2499, 0}, {0.25, 1}, {0.999, 3}, {1, 4}, {7.5, 4}};
    for (const auto& [rate, band] : bands) CHECK(goalsheet::rate_band(rate) == band);
    const Summary summary = sum({make_document({make_sheet(2025, "産業部", "甲", kMixed)})});
    std::size_t sum_of_bands = 0;
    for (const std::size_t count : summary.years[0].rate_bands) sum_of_bands += count;
    CHECK(sum_of_bands == summary.years[0].total.midterm.n);
}
