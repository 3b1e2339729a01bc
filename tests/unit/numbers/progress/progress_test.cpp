// SPDX-License-Identifier: MIT
#include "goalsheet/progress.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

namespace {

using namespace goalsheet;

Measure make_measure(const std::string& target, const std::string& report, const std::string& deadline = "年度末まで") {
    Measure measure;
    measure.action = "窓口の運営";
    measure.deadline = deadline;
    measure.target = target;
    measure.midterm = report;
    return measure;
}

Document make_document(std::vector<Measure> measures, std::optional<int> year = 2025) {
    Document document;
    document.source.path = "page.html";
    Sheet sheet;
    sheet.goal = "暮らしの相談";
    sheet.department = "市民部";
    sheet.priority = 2;
    if (year) sheet.fiscal_year = FiscalYear{"", *year};
    Item item;
    item.number = 1;
    item.title = "相談の充実";
    int number = 0;
    for (Measure& measure : measures) {
        measure.number = ++number;
        item.measures.push_back(std::move(measure));
    }
    sheet.items.push_back(std::move(item));
    document.sheets.push_back(std::move(sheet));
    return document;
}

ProgressRow measure_one(const std::string& target, const std::string& report, Against against = Against::midterm,
                        const std::string& deadline = "年度末まで") {
    Measure measure = make_measure(target, report, deadline);
    measure.final = report;
    const auto rows = measure_progress(make_document({measure}), {against, std::nullopt});
    REQUIRE(rows.size() == 1);
    return rows.front();
}

double rounded(std::optional<double> value) { return value ? std::round(*value * 10000) / 10000 : -99; }
constexpr double kNone = -99;

}  // namespace

TEST_CASE("each status follows from the figures") {
    struct Row {
        const char* target;
        const char* report;
        Against against;
        double rate;
        double improvement;
        const char* status;
    };
    const Row rows[] = {
        // achieved: reached and done; a ceiling that was kept at year end
        {"相談 200件", "相談 200件", Against::midterm, 1, kNone, "achieved"},
        {"相談 200件", "相談 260件（9月末現在）", Against::midterm, 1.3, kNone, "achieved"},
        {"普及率 51%→53%", "53.0%", Against::midterm, 1, 1, "achieved"},
        {"苦情 24件→20件", "苦情 19件", Against::final, kNone, 1.25, "achieved"},
        {"残食率 6.5%→5%", "5.0%", Against::midterm, kNone, 1, "achieved"},
        {"待機者数 0人", "0人", Against::final, kNone, kNone, "achieved"},
        {"火災 50件以下", "火災 50件", Against::final, kNone, kNone, "achieved"},
        // within: a ceiling not exceeded so far, and a falling count that may still grow
        {"火災 50件以下", "火災 31件", Against::midterm, kNone, kNone, "within"},
        {"待機者数 0人", "0人", Against::midterm, kNone, kNone, "within"},
        {"残食率 4.5％未満", "4.4％", Against::midterm, kNone, kNone, "within"},
        {"苦情 24件→20件", "苦情 9件", Against::midterm, kNone, kNone, "within"},
        // over: a ceiling exceeded
        {"火災 50件以下", "火災 51件", Against::midterm, kNone, kNone, "over"},
        {"残食率 4.5％未満", "4.5％", Against::midterm, kNone, kNone, "over"},
        {"待機者数 0人", "3人", Against::final, kNone, kNone, "over"},
        // unclear: a mid-term figure on the wrong side of the baseline
        {"特定健診受診率 42.6%→46%", "28.9%", Against::midterm, 0.6283, kNone, "unclear"},
        {"利用者 266人→280人", "利用者 150人", Against::midterm, 0.5357, kNone, "unclear"},
        {"苦情 24件→20件", "苦情 25件", Against::midterm, kNone, kNone, "unclear"},
        {"収納率 99%→99%", "98.9%", Against::midterm, 0.999, kNone, "unclear"},
        // on-track: improvement, else rate, >= pace
        {"相談 200件", "相談 100件", Against::midterm, 0.5, kNone, "on-track"},
        {"普及率 50%→54%", "52%", Against::midterm, 0.963, 0.5, "on-track"},
        {"残食率 6.5%→5%", "5.5%", Against::midterm, kNone, 0.6667, "on-track"},
        {"間伐 10ha", "間伐 10ha 実施中", Against::midterm, 1, kNone, "on-track"},
        {"延長 0.3km", "延長 0.15km", Against::midterm, 0.5, kNone, "on-track"},
        // behind: the same, < pace
        {"相談 200件", "相談 99件", Against::midterm, 0.495, kNone, "behind"},
        {"相談 200件", "相談 199件", Against::final, 0.995, kNone, "behind"},
        {"普及率 51%→53%", "51%", Against::midterm, 0.9623, 0, "behind"},
        {"普及率 51%→53%", "51.4%", Against::midterm, 0.9698, 0.2, "behind"},
        // behind at year end: worse than the baseline
        {"普及率 51%→53%", "50%", Against::final, 0.9434, kNone, "behind"},
        {"苦情 24件→20件", "苦情 25件", Against::final, kNone, kNone, "behind"},
        {"収納率 99%→99%", "98.9%", Against::final, 0.999, kNone, "behind"},
        // planned: only a planned figure
        {"間伐 10ha", "間伐 6.5ha（申請見込）", Against::midterm, kNone, kNone, "planned"},
        {"説明会 2回", "説明会を11月に2回開催予定", Against::midterm, kNone, kNone, "planned"},
        {"火災 50件以下", "年度末見込 62件", Against::midterm, kNone, kNone, "planned"},
        // no-figure: something is said, nothing to compare
        {"相談 200件", "窓口を改装し、周知に努めた", Against::midterm, kNone, kNone, "no-figure"},
        {"創業者数 10人", "創業塾を4回開催し、85人参加", Against::midterm, kNone, kNone, "no-figure"},
        {"相談 200件", "広報に3ページ掲載", Against::midterm, kNone, kNone, "no-figure"},
        // not-reported
        {"相談 200件", "", Against::midterm, kNone, kNone, "not-reported"},
        {"相談 200件", " \n ", Against::final, kNone, kNone, "not-reported"},
        {"窓口の開設", "", Against::midterm, kNone, kNone, "not-reported"},
        // targets without a number
        {"計画の策定", "計画策定完了", Against::midterm, kNone, kNone, "done"},
        {"計画の策定", "アンケート実施済", Against::midterm, kNone, kNone, "done"},
        {"計画の策定", "アンケート実施中", Against::midterm, kNone, kNone, "in-progress"},
        {"計画の策定", "設計完了、工事実施中", Against::midterm, kNone, kNone, "in-progress"},
        {"計画の策定", "委員会の設置に向け準備中", Against::midterm, kNone, kNone, "preparing"},
        {"計画の策定", "1月に公表予定", Against::midterm, kNone, kNone, "preparing"},
        {"計画の策定", "関係団体と意見を交わした", Against::midterm, kNone, kNone, "stated"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.target);
        CAPTURE(row.report);
        const ProgressRow measured = measure_one(row.target, row.report, row.against);
        CHECK(std::string(status_name(measured.status)) == row.status);
        CHECK(rounded(measured.rate) == doctest::Approx(row.rate));
        CHECK(rounded(measured.improvement) == doctest::Approx(row.improvement));
        CHECK(measured.confidence.has_value() == measured.result.has_value());
    }
}

TEST_CASE("a figure on the wrong side of the baseline says so") {
    const auto note = [](const char* target, const char* report, Against against) {
        return measure_one(target, report, against).note.en;
    };
    CHECK(note("受診率 42.6%→46%", "28.9%", Against::midterm) == "baseline of a year, result of part of one");
    CHECK(note("普及率 51%→53%", "50%", Against::final) == "below the baseline");
    CHECK(note("苦情 24件→20件", "苦情 25件", Against::final) == "above the baseline");
    CHECK(note("普及率 51%→53%", "52%", Against::final).empty());
}

TEST_CASE("neither share is ever negative, whatever the figures") {
    for (const char* target : {"受診率 40%→46%", "苦情 24件→20件", "件数 20件", "収支 ▲5%→3%", "増減率 ▲3%",
                               "赤字額 0円", "来場者 1,000人（前年度 1,200人）"})
        for (const char* report : {"▲12%", "0件", "3%", "19件", "21件", "900人", "45%", "-4円", "100件"})
            for (const Against against : {Against::midterm, Against::final}) {
                CAPTURE(target);
                CAPTURE(report);
                const ProgressRow row = measure_one(target, report, against);
                CHECK(row.rate.value_or(0) >= 0);
                CHECK(row.improvement.value_or(0) >= 0);
                if (row.direction != Direction::up) CHECK_FALSE(row.rate);
                if (!row.baseline) CHECK_FALSE(row.improvement);
            }
}

TEST_CASE("an indicator whose others have figures is not reported, one that is spoken of has no figure") {
    const auto rows =
        measure_progress(make_document({make_measure("見学会:70人 職場体験:20人", "見学会:59人"),
                                        make_measure("会議 3回、試作 2点", "会議2回、試作に向け準備中")}));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].status == ProgressStatus::on_track);
    CHECK(rows[1].status == ProgressStatus::not_reported);
    CHECK(rows[1].note.ja.empty());
    CHECK(rows[2].status == ProgressStatus::on_track);
    CHECK(rows[3].status == ProgressStatus::no_figure);
    CHECK_FALSE(rows[3].note.ja.empty());
    CHECK_FALSE(rows[3].note.en.empty());
}

TEST_CASE("the pace is that of the day the report names, and of the measure's own deadline") {
    struct Row {
        const char* report;
        const char* deadline;
        Against against;
        double pace;
        const char* day;
    };
    const Row rows[] = {
        {"相談 10件", "年度末まで", Against::midterm, 0.5, "2025-09-30"},
        {"相談 10件", "通年", Against::final, 1, "2026-03-31"},
        {"相談 10件（10月末現在）", "年度末まで", Against::midterm, 7 / 12.0, "2025-10-31"},
        {"相談 10件（10月末）", "年度末まで", Against::midterm, 7 / 12.0, "2025-10-31"},
        {"相談 10件（令和7年10月15日時点）", "", Against::midterm, (6 + 15 / 31.0) / 12, "2025-10-15"},
        {"10/31現在 相談 10件", "", Against::midterm, 7 / 12.0, "2025-10-31"},
        {"相談 10件（4～9月）", "", Against::midterm, 0.5, "2025-09-30"},
        {"相談 10件（R8.2月末現在）", "", Against::final, 11 / 12.0, "2026-02-28"},
        {"相談 10件、9/11に説明", "", Against::midterm, 0.5, "2025-09-30"},
        {"相談 10件", "10月まで", Against::midterm, 6 / 7.0, "2025-09-30"},
        {"相談 10件", "9月末まで", Against::midterm, 1, "2025-09-30"},
        {"相談 10件", "7月～9月", Against::midterm, 1, "2025-09-30"},
        {"相談 10件", "令和7年12月", Against::midterm, 6 / 9.0, "2025-09-30"},
        {"相談 10件", "令和8年度末", Against::midterm, 0.5, "2025-09-30"},
        {"相談 10件", "随時", Against::midterm, 0.5, "2025-09-30"},
        {"相談 10件（10月上旬現在）", "", Against::midterm, (6 + 10 / 31.0) / 12, "2025-10-10"},
        {"相談 10件（10月末日現在）", "", Against::midterm, 7 / 12.0, "2025-10-31"},
        {"相談 10件（10月中旬現在）", "", Against::midterm, (6 + 20 / 31.0) / 12, "2025-10-20"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.report);
        CAPTURE(row.deadline);
        const ProgressRow measured = measure_one("相談 20件", row.report, row.against, row.deadline);
        CHECK(rounded(measured.pace) == doctest::Approx(std::round(row.pace * 10000) / 10000));
        REQUIRE(measured.as_of);
        CHECK(format_date(*measured.as_of) == row.day);
    }
}

TEST_CASE("--as-of stands for reports that name no day") {
    const Document document =
        make_document({make_measure("相談 20件", "相談 10件"), make_measure("相談 20件", "相談 10件（9月末現在）")});
    const auto rows = measure_progress(document, {Against::midterm, Date{2025, 12, 31}});
    CHECK(rows[0].pace == doctest::Approx(0.75));
    CHECK(rows[0].status == ProgressStatus::behind);
    CHECK(rows[1].pace == doctest::Approx(0.5));
    CHECK(rows[1].status == ProgressStatus::on_track);
}

TEST_CASE("without a fiscal year the pace is the stage's") {
    const auto rows =
        measure_progress(make_document({make_measure("相談 20件", "相談 10件（9月末現在）")}, std::nullopt));
    CHECK(rows[0].pace == doctest::Approx(0.5));
    CHECK_FALSE(rows[0].as_of);
    CHECK_FALSE(rows[0].fiscal_year);
}

TEST_CASE("rates are null where there is no way to measure") {
    CHECK_FALSE(measure_one("収納率 99%→99%", "99%").improvement);
    CHECK(measure_one("収納率 99%→99%", "99%").status == ProgressStatus::achieved);
    CHECK_FALSE(measure_one("火災 50件以下", "火災 20件").rate);
    // The past was better than what is wanted: no way leads from there.
    const ProgressRow row = measure_one("来場者 1,000人（前年度 1,200人）", "来場者 900人");
    CHECK(rounded(row.rate) == doctest::Approx(0.9));
    CHECK_FALSE(row.improvement);
    CHECK(row.status == ProgressStatus::on_track);
}

TEST_CASE("rates compare units of one measure") {
    CHECK(rounded(measure_one("荒廃農地の解消 3ha", "21,000㎡").rate) == doctest::Approx(0.7));
    CHECK(rounded(measure_one("売上 450万円", "売上 3,150千円").rate) == doctest::Approx(0.7));
    CHECK(rounded(measure_one("延長 5.2km", "延長 2,600m").rate) == doctest::Approx(0.5));
}

TEST_CASE("decimals are compared as decimals") {
    // 0.1 + 0.2 is 0.3 here, and 0.3 of 0.3 is all of it.
    CHECK(measure_one("整備 0.3ha", "7月 0.1ha、9月 0.2ha").status == ProgressStatus::achieved);
    CHECK(measure_one("整備 0.7ha", "整備 0.35ha").status == ProgressStatus::on_track);
    CHECK(measure_one("伸び率 1.1%→1.3%", "1.2%").status == ProgressStatus::on_track);
}

TEST_CASE("rows carry what a table needs") {
    const Document document =
        make_document({make_measure("・ 相談 20件\n・ 訪問 5回", "・ 相談 12件\n・ 訪問 1回、今後2回予定")});
    const auto rows = measure_progress(document);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].source == "page.html");
    CHECK(rows[0].fiscal_year == 2025);
    CHECK(rows[0].department == "市民部");
    CHECK(rows[0].priority == 2);
    CHECK(rows[0].goal == "暮らしの相談");
    CHECK(rows[0].item_title == "相談の充実");
    CHECK(rows[0].indicator == "相談");
    CHECK(rows[1].indicator == "窓口の運営（訪問）");  // a short noun takes that of the action
    CHECK(rows[1].result->to_text() == "1");
    CHECK(rows[1].projected->to_text() == "3");
    CHECK(rows[1].target_text == "・ 相談 20件\n・ 訪問 5回");
    REQUIRE_FALSE(rows[0].evidence.empty());
}

TEST_CASE("a measured document has the rows of either report, and the figures they were read from") {
    Measure both = make_measure("・ 講座 4回\n・ 受講 80人", "・ 講座 3回\n・ 受講 61人");
    both.final = "講座 4回";
    const Document document = make_document({make_measure("相談 20件", "相談 12件"), both});
    const MeasuredDocument measured = measure_document(document);
    CHECK(measured.ids == std::vector<std::string>{"2025-市民部-02"});
    REQUIRE(measured.midterm.size() == 3);
    for (const Against against : {Against::midterm, Against::final}) {
        const auto alone = measure_progress(document, {against, std::nullopt});
        REQUIRE(alone.size() == measured.rows(against).size());
        for (std::size_t i = 0; i < alone.size(); ++i) {
            const ProgressRow& row = measured.rows(against)[i];
            CHECK(row.indicator == alone[i].indicator);
            CHECK(row.status == alone[i].status);
            CHECK(row.result.has_value() == alone[i].result.has_value());
            CHECK(row.against == against);
            CHECK(row.goal.empty());
        }
    }
    const SourcedText& target = document.sheets[0].items[0].measures[1].target;
    REQUIRE(measured.quantities.contains(&target));
    CHECK(measured.quantities.at(&target).size() == 2);
}

TEST_CASE("a target without a number has one row, and so has an empty one") {
    const auto rows =
        measure_progress(make_document({make_measure("計画の策定\n周知", "策定中"), make_measure("", "")}));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].indicator == "計画の策定");
    CHECK_FALSE(rows[0].target);
    CHECK(rows[1].indicator == "窓口の運営");
    CHECK(rows[1].status == ProgressStatus::not_reported);
}

TEST_CASE("auto takes of each document the latest report that it has") {
    const Document early = make_document({make_measure("相談 20件", "相談 12件")});
    Document late = early;
    late.sheets[0].items[0].measures[0].final = "相談 22件";
    CHECK(choose_against(early, Against::automatic) == Against::midterm);
    CHECK(choose_against(late, Against::automatic) == Against::final);
    CHECK(choose_against(late, Against::midterm) == Against::midterm);
    const Progress all = measure_all(std::vector{early, late});
    CHECK(all.against == Against::automatic);
    CHECK_FALSE(all.as_of);
    CHECK(all.rows[0].status == ProgressStatus::on_track);
    CHECK(all.rows[0].against == Against::midterm);
    CHECK(all.rows[1].status == ProgressStatus::achieved);
    CHECK(all.rows[1].against == Against::final);
    CHECK(measure_all(std::vector{late}).as_of == Date{2026, 3, 31});
}

TEST_CASE("one year-end cell among many mid-term ones makes no year end") {
    std::vector<Measure> measures(6, make_measure("相談 20件", "相談 12件"));
    measures[2].final = "相談 22件";
    CHECK(choose_against(make_document(measures), Against::automatic) == Against::midterm);
    for (Measure& measure : measures) measure.final = "相談 22件";
    measures[4].final = "";
    CHECK(choose_against(make_document(measures), Against::automatic) == Against::final);
}

TEST_CASE("the day of a run is left open where documents have several years") {
    const Progress all = measure_all(std::vector{make_document({make_measure("相談 20件", "")}, 2024),
                                                 make_document({make_measure("相談 20件", "")}, 2025)},
                                     {Against::midterm, std::nullopt});
    CHECK_FALSE(all.as_of);
}

TEST_CASE("of more indicators than a measure may have, the first are measured and the rows say so") {
    std::string target;
    for (int i = 1; i <= 70; ++i) target += "地区" + std::to_string(i) + "の講座 " + std::to_string(i) + "回\n";
    const auto rows = measure_progress(make_document({make_measure(target, "")}), {Against::midterm, std::nullopt});
    CHECK(rows.size() == 64);
    CHECK(rows.back().note.ja.find("指標が多すぎるため64個目までを読んだ") != std::string::npos);
}

TEST_CASE("a document without a year is of the year that the day of the run lies in") {
    const auto rows = measure_progress(make_document({make_measure("相談 20件", "相談 10件")}, std::nullopt),
                                       {Against::midterm, Date{2026, 1, 31}});
    REQUIRE(rows.size() == 1);
    CHECK(rounded(rows[0].pace) == doctest::Approx(0.8333));
}

TEST_CASE("a text over the limit is read up to it and the row says so") {
    std::string report = "相談 12件。";
    while (report.size() <= kMaxMeasureText) report += "窓口の様子を伝える文章。";
    const ProgressRow row = measure_one("相談 20件", report);
    CHECK(row.result->to_text() == "12");
    CHECK(row.note.en.find("256 KiB") != std::string::npos);
}

TEST_CASE("days are read and written as ISO dates") {
    CHECK(parse_date("2025-09-30") == Date{2025, 9, 30});
    CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
    CHECK(format_date({2025, 4, 1}) == "2025-04-01");
    for (const char* wrong :
         {"2025-02-29", "2025-13-01", "2025-9-30", "20250930", "2025-09-31", "", "2025/09/30", "abcd-ef-gh"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
}

TEST_CASE("every status has a name of its own and words in both languages") {
    for (std::size_t s = 0; s < kProgressStatusCount; ++s) {
        const auto status = static_cast<ProgressStatus>(s);
        CHECK(find_status(status_name(status)) == status);
        CHECK_FALSE(status_words(status).ja.empty());
        CHECK_FALSE(status_words(status).en.empty());
    }
    CHECK_FALSE(find_status("good"));
}

TEST_CASE("the heading of the reports may say which day their figures are of") {
    Document document =
        make_document({make_measure("相談 80件", "相談 30件"), make_measure("訪問 9回", "4回（8月末現在）")});
    document.sheets[0].remarks.push_back({"label-note", "11月末現在", "midterm"});
    const auto rows = measure_progress(document, {Against::midterm, Date{2025, 9, 30}});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].as_of == Date{2025, 11, 30});
    CHECK(rows[1].as_of == Date{2025, 8, 31});
    CHECK(measure_all(std::vector{document}, {Against::midterm, std::nullopt}).as_of == Date{2025, 11, 30});
}
