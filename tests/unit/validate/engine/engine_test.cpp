// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "goalsheet/read.hpp"
#include "goalsheet/report.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;
using test::check_example;
using test::codes;

namespace {

const std::string kTwoFaults = "②数値目標: (1)\n②中間報告: (1)";

Policy policy_of(const std::string& json) {
    const auto policy = parse_policy(json, "goalsheet.json");
    REQUIRE_MESSAGE(policy, policy.fault().message.en);
    return *policy;
}

std::string refusal_of(const std::string& json) {
    const auto policy = parse_policy(json, "goalsheet.json");
    REQUIRE_FALSE(policy);
    return policy.fault().message.en;
}

Report check_with(const std::string& example, const Policy& policy, const std::string& today = {}) {
    ValidateOptions options;
    options.policies = {&policy};
    options.today = today;
    return check_example(example, options);
}

std::vector<std::string> fingerprints(const Report& report) {
    std::vector<std::string> list;
    for (const Finding& finding : report.findings) list.push_back(finding.fingerprint);
    return list;
}

}  // namespace

TEST_CASE("a finding names the address in words and points at the text") {
    const Report report = check_example("②中間報告: (1) 啓発イベント 2回（5月");
    const Finding& finding = test::find(report, "GS710");
    CHECK(finding.address_in(Lang::ja) == "シート1「ごみの減量と資源循…」 ②(1) 中間報告");
    CHECK(finding.address_in(Lang::en) == "sheet 1 “ごみの減量と資源循…” ②(1) mid-term report");
    const std::string_view line = finding.source->line(finding.region.begin.line);
    CHECK(line.substr(finding.begin_byte - 1, finding.end_byte - finding.begin_byte) == "（");
    CHECK(finding.region.end.column == finding.region.begin.column + 1);
}

TEST_CASE("a blank line on top changes no fingerprint") {
    test::ExamplePage page;
    page.apply(kTwoFaults + "\n現況・課題: 年3,000m³と300m²と㈱");
    const Report before = test::check_page(page.html());
    const Report after = test::check_page("\n\n" + page.html());
    REQUIRE(before.findings.size() == 5);
    CHECK(fingerprints(before) == fingerprints(after));
    CHECK(before.findings[0].region.begin.line + 2 == after.findings[0].region.begin.line);
}

TEST_CASE("the same fault twice in a file has two fingerprints, and another path others") {
    const std::string twice = "②数値目標: (1) 啓発イベント 4回（5月\nシート2 数値目標: (1) 参加者数 300人（5月";
    const Report here = check_example(twice);
    REQUIRE(here.findings.size() == 2);
    CHECK(here.findings[0].fingerprint != here.findings[1].fingerprint);
    test::ExamplePage page;
    page.apply(twice);
    const Report there = test::check_page(page.html(), "other.html");
    CHECK(here.findings[0].fingerprint != there.findings[0].fingerprint);
}

TEST_CASE("the stage is taken from what most cells say") {
    CHECK(check_example("").stage() == Stage::midterm);
    CHECK(check_example("中間報告:\n②中間報告:\nシート2 中間報告:").stage() == Stage::plan);
    CHECK(check_example("②期末報告: (1) 啓発イベント 2回").stage() == Stage::midterm);
    CHECK(check_example("期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\nシート2 期末報告: (1) 参加者数 320人")
              .stage() == Stage::final);
}

TEST_CASE("severities depend on the stage") {
    Policy policy;
    policy.stage = Stage::plan;
    CHECK_FALSE(codes(check_with("②中間報告: (1)", policy)).contains("GS401"));
    policy.stage = Stage::midterm;
    CHECK(test::find(check_with("②中間報告: (1)", policy), "GS401").severity == Severity::error);
    policy.stage = Stage::final;
    CHECK(codes(check_with("", policy)).contains("GS403"));
}

TEST_CASE("rules are selected by code, name and beginning of codes") {
    Policy policy;
    policy.select = {"GS3"};
    CHECK(codes(check_with(kTwoFaults, policy)) == std::multiset<std::string>{"GS301"});
    policy.select = {"midterm-missing"};
    CHECK(codes(check_with(kTwoFaults, policy)) == std::multiset<std::string>{"GS401"});
    policy.select.clear();
    policy.ignore_rules = {"GS3", "GS401"};
    CHECK(check_with(kTwoFaults, policy).findings.empty());
    CHECK(names_rules("GS30"));
    CHECK_FALSE(names_rules("GS999"));
    CHECK_FALSE(names_rules(""));
}

TEST_CASE("a severity can be changed, and decides what fails") {
    Policy policy;
    policy.select = {"GS301"};
    CHECK(check_with(kTwoFaults, policy).fails());
    policy.severity = {{"GS3", Severity::warning}};
    CHECK_FALSE(check_with(kTwoFaults, policy).fails());
    policy.fail_on = Severity::warning;
    CHECK(check_with(kTwoFaults, policy).fails());
    policy.fail_on = Severity::off;
    CHECK_FALSE(check_with(kTwoFaults, policy).fails());
    policy.max_warnings = 0;
    CHECK(check_with(kTwoFaults, policy).fails());
    policy.severity = {{"GS301", Severity::off}};
    CHECK(check_with(kTwoFaults, policy).findings.empty());
}

TEST_CASE("an exception needs a reason and covers what it names") {
    CHECK(refusal_of(R"({"ignore": [{"rule": "GS301"}]})").find("reason") != std::string::npos);
    const Policy covers = policy_of(R"json({"ignore": [{"rule": "GS301", "goal": "ごみの減量", "item": "②(1)",
                                       "path": "sheets/*.html", "reason": "調整中"}]})json");
    const Report report = check_with(kTwoFaults, covers);
    CHECK(codes(report) == std::multiset<std::string>{"GS401"});
    CHECK(report.ignored == 1);
    const Policy elsewhere = policy_of(R"({"ignore": [{"rule": "GS301", "item": "①", "reason": "調整中"}]})");
    CHECK(codes(check_with(kTwoFaults, elsewhere)) == std::multiset<std::string>{"GS301", "GS401", "GS901"});
    const Policy other_file =
        policy_of(R"({"ignore": [{"rule": "GS301", "path": "andere/*.html", "reason": "調整中"}]})");
    CHECK(codes(check_with(kTwoFaults, other_file)) == std::multiset<std::string>{"GS301", "GS401"});
}

TEST_CASE("an exception expires the day after its last") {
    const Policy policy = policy_of(
        "{\n\"ignore\": [\n  {\"rule\": \"target-missing\", \"reason\": \"調整中\", \"until\": \"2026-03-31\"}]}");
    CHECK_FALSE(codes(check_with(kTwoFaults, policy, "2026-03-31")).contains("GS301"));
    const Report late = check_with(kTwoFaults, policy, "2026-04-01");
    CHECK(codes(late) == std::multiset<std::string>{"GS301", "GS401", "GS901"});
    const Finding& expired = test::find(late, "GS901");
    CHECK(expired.path == "goalsheet.json");
    CHECK(expired.region.begin.line == 3);
    CHECK(expired.message.en.find("2026-03-31") != std::string::npos);
}

TEST_CASE("a value of the wrong kind in goalsheet.json is refused with what is expected") {
    const std::pair<const char*, const char*> rows[] = {
        {R"({"select": "GS301"})", "line 1: The value of “select” is wrong: write a list of rules in [ ]."},
        {R"({"select": [301]})", "line 1: The value of “select” is wrong: write codes or names of rules as strings."},
        {R"({"severity": ["GS301"]})", "line 1: The value of “severity” is wrong: write it like {\"GS503\": \"off\"}."},
        {R"({"severity": {"GS301": 2}})",
         "line 1: The value of “GS301” is wrong: it is one of off, info, warning, error."},
        {R"({"stage": "autumn"})", "line 1: The value of “stage” is wrong: it is one of auto, plan, midterm, final."},
        {R"({"stage": 1})", "line 1: The value of “stage” is wrong: it is one of auto, plan, midterm, final."},
        {R"({"allowed_characters": 7})", "line 1: The value of “allowed_characters” is wrong: write a string."},
        {R"({"low_progress": 1.5})", "line 1: The value of “low_progress” is wrong: write a number from 0 to 1."},
        {R"({"max_warnings": 2.5})", "line 1: The value of “max_warnings” is wrong: write a whole number from 0."},
        {R"({"ignore": {"rule": "GS301"}})", "line 1: The value of “ignore” is wrong: write a list of objects."},
        {R"({"ignore": ["GS301"]})", "line 1: The value of “ignore” is wrong: write a list of objects."},
        {R"({"ignore": [{"reason": "x"}]})", "line 1: Every entry of ignore needs a rule."},
        {R"({"ignore": [{"rule": "GS301", "reason": 5}]})", "line 1: The value of “reason” is wrong: write a string."},
    };
    for (const auto& [json, refusal] : rows) {
        CAPTURE(json);
        CHECK(refusal_of(json) == refusal);
    }
}

TEST_CASE("goalsheet.json sets stage, rules, limits and characters") {
    const Policy policy = policy_of(R"({"$schema": "config.schema.json", "stage": "final", "ignore_rules": ["GS5"],
        "severity": {"GS301": "warning"}, "max_warnings": 3, "low_progress": 0.25, "allowed_characters": "髙"})");
    CHECK(policy.stage == Stage::final);
    CHECK(policy.ignore_rules == std::vector<std::string>{"GS5"});
    CHECK(policy.severity == std::vector<std::pair<std::string, Severity>>{{"GS301", Severity::warning}});
    CHECK(policy.max_warnings == 3U);
    CHECK(policy.low_progress == 0.25);
    CHECK(policy.allowed_characters == "髙");
    CHECK_FALSE(policy_of(R"({"stage": "auto"})").stage);
}

TEST_CASE("what goalsheet.json does not know is refused by name") {
    CHECK(refusal_of(R"({"selct": []})").find("selct") != std::string::npos);
    CHECK(refusal_of(R"({"select": ["GS999"]})").find("GS999") != std::string::npos);
    CHECK(refusal_of(R"({"severity": {"GS301": "loud"}})").find("GS301") != std::string::npos);
    CHECK(refusal_of(R"({"fail_on": "off"})").find("fail_on") != std::string::npos);
    CHECK(refusal_of(R"({"max_warnings": -1})").find("max_warnings") != std::string::npos);
    CHECK(refusal_of(R"({"ignore": [{"rule": "GS301", "reason": "x", "untill": "2026-01-01"}]})").find("untill") !=
          std::string::npos);
    CHECK(refusal_of(R"({"ignore": [{"rule": "GS301", "reason": "x", "until": "2026-02-30"}]})").find("until") !=
          std::string::npos);
    CHECK(refusal_of(R"({"ignore": [{"rule": "GS301", "reason": "x", "item": "三番"}]})").find("item") !=
          std::string::npos);
    CHECK(refusal_of("[]") == "line 1: A configuration file is an object: { … }.");
    CHECK(refusal_of("{").starts_with("line 1: Not JSON;"));
}

TEST_CASE("what is wrong in goalsheet.json is told with its line") {
    CHECK(refusal_of("{\n  \"stage\": \"final\",\n}\n").starts_with("line 3: Not JSON;"));
    CHECK(refusal_of("{\n  \"stage\": \"final\",\n  \"selct\": []\n}\n") ==
          "line 3: There is no key “selct”. Did you mean “select”?");
    CHECK(refusal_of("{\n  \"max_warnings\": -1\n}\n") ==
          "line 2: The value of “max_warnings” is wrong: write a whole number from 0.");
    CHECK(refusal_of("{\"ignore\": [\n  {\"rule\": \"GS301\", \"reason\": \"x\"},\n"
                     "  {\"rule\": \"GS999\", \"reason\": \"x\"}\n]}\n") ==
          "line 3: There is no rule “GS999”; see `goalsheet rules`.");
}

TEST_CASE("a baseline hides what it knows and says what is gone") {
    const Report before = check_example(kTwoFaults);
    const auto baseline = parse_baseline(write_baseline(make_baseline(before.findings, "known.json")), "known.json");
    REQUIRE(baseline);
    ValidateOptions options;
    options.baseline = &*baseline;
    const Report same = check_example(kTwoFaults, options);
    CHECK(same.findings.empty());
    CHECK(same.hidden == 2);
    const Report other = check_example("②数値目標: (1)\n②期間・期限: (1)", options);
    CHECK(codes(other) == std::multiset<std::string>{"GS303", "GS902"});
    CHECK(other.stale.size() == 1);
    options.report_stale = false;
    CHECK(codes(check_example("", options)).empty());
    CHECK_FALSE(parse_baseline("{}", "x"));
    CHECK_FALSE(parse_baseline("[", "x"));
}

TEST_CASE("files that this run did not look at keep their baseline entries") {
    const Report before = check_example(kTwoFaults);
    const Baseline baseline = make_baseline(before.findings, "known.json");
    ValidateOptions options;
    options.baseline = &baseline;
    test::ExamplePage page;
    CHECK(test::check_page(page.html(), "sheets/other.html", options).findings.empty());
}

TEST_CASE("an input without a sheet is GS003, and nothing was checked") {
    const Report report = test::check_page("<p>会議録</p><table><tr><td>議題</td><td>予算</td></tr></table>");
    CHECK(codes(report) == std::multiset<std::string>{"GS003"});
    CHECK_FALSE(report.files[0].readable);
    CHECK(verdict(report, Lang::ja).starts_with("結果: 点検できません"));
}

TEST_CASE("documents built by hand, without source or labels, do not crash any rule") {
    Document document;
    document.sheets.resize(3);
    document.sheets[1].items.resize(2);
    document.sheets[1].items[0].measures.resize(3);
    document.sheets[2].goal = "目標";
    document.sheets[2].sdgs = {{99, "x"}, {-1, ""}};
    document.sheets[2].priority = -5;
    document.sheets[2].items.resize(1);
    document.sheets[2].items[0].number = -3;
    document.sheets[2].items[0].measures.push_back({7, "\xFF\xFE", "(9)～(1)", "\xE3\x81", "計", "（"});
    document.sheets[2].unplaced.push_back({"x", "優先順位", ""});
    for (const Stage stage : {Stage::plan, Stage::midterm, Stage::final}) {
        Policy policy;
        policy.stage = stage;
        ValidateOptions options;
        options.policies = {&policy};
        const Report report = validate(std::span(&document, 1), options);
        CHECK_FALSE(report.findings.empty());
        for (const Finding& finding : report.findings) CHECK(finding.region.known());
        for (const ReportFormat& format : report_formats()) CHECK_FALSE(format.write(report, {})->empty());
    }
}

TEST_CASE("paths are shown below the root, normal and with slashes") {
    test::ExamplePage page;
    page.apply("②数値目標: (1)");
    ValidateOptions options;
    options.root = "/home/user";
    CHECK(test::check_page(page.html(), "./r7/../r7/a.html", options).findings[0].path == "r7/a.html");
    CHECK(test::check_page(page.html(), "/home/user/r7/a.html", options).findings[0].path == "r7/a.html");
    CHECK(test::check_page(page.html(), "/tmp/a.html", options).findings[0].path == "/tmp/a.html");
}

TEST_CASE("the verdict names sheets, counts and stage in both languages") {
    const Report bad = check_example(kTwoFaults);
    CHECK(verdict(bad, Lang::ja) == "結果: 不合格 — 2シート中1シートにエラー2件・警告0件（中間報告の段階）");
    CHECK(verdict(bad, Lang::en) == "Result: not accepted — 1 of 2 sheets: 2 errors, 0 warnings (mid-term stage)");
    CHECK(verdict(check_example(""), Lang::ja) == "結果: 合格 — 2シートに指摘なし（中間報告の段階）");
}
