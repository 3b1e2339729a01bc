// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "goalsheet/report.hpp"
#include "goalsheet/text.hpp"
#include "support/xlsx_file.hpp"
#include "text/log_safe.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;
using test::check_example;
using Json = nlohmann::json;

namespace {

// What a cell of a hostile sheet may hold; every format must hand it on as text.
const std::string kHostile =
    "現況・課題: 家庭ごみ\n  ::error::x\n  ##[error]y ##vso[task]z ]]> \x1B[31m赤\x1B[0m \x0B =cmd|'/c calc' &lt;b&gt; "
    "\u202E逆 �";
const std::string kHostileList =
    "一覧: 1 ごみの減量と資源循環の推進\n  2 水と緑の保全\n  3 ]]> ::error::x ##[error] \x1B[31m =cmd &lt;b&gt;";

Report hostile_report() { return check_example(kHostile + "\n" + kHostileList); }

ReportOptions japanese() {
    ReportOptions options;
    options.lang = Lang::ja;
    options.version = "0.0.0";
    options.timestamp = "2026-01-02T03:04:05";
    return options;
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

// A workflow command as GitHub's runner reads it.
struct Command {
    std::string name;
    std::map<std::string, std::string> properties;
    std::string data;
};

std::string undo(std::string text, const std::vector<std::pair<std::string, std::string>>& escapes) {
    for (const auto& [from, to] : escapes)
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    return text;
}

Command read_command(const std::string& line) {
    Command command;
    const std::size_t end = line.find("::", 2);
    const std::string head = line.substr(2, end - 2);
    const std::size_t space = head.find(' ');
    command.name = head.substr(0, space);
    command.data = undo(line.substr(end + 2), {{"%0D", "\r"}, {"%0A", "\n"}, {"%25", "%"}});
    std::istringstream list(space == std::string::npos ? "" : head.substr(space + 1));
    for (std::string one; std::getline(list, one, ',');) {
        const std::size_t sign = one.find('=');
        command.properties[one.substr(0, sign)] =
            undo(one.substr(sign + 1), {{"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}});
    }
    return command;
}

std::vector<Command> read_commands(const std::string& output) {
    std::vector<Command> commands;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("::")) commands.push_back(read_command(line));
    return commands;
}

Report many(std::size_t count) {
    Report report;
    report.files.push_back({"a.html", "", 1, 1, Stage::plan, true, {}, {}});
    for (std::size_t i = 0; i < count; ++i) {
        Finding finding;
        finding.code = "GS301";
        finding.name = "target-missing";
        finding.severity = Severity::error;
        finding.message = {fmt::format("{}番", i), fmt::format("no. {}", i)};
        finding.path = "a.html";
        finding.region = {{1, 1}, {1, 2}};
        finding.address.sheet = 1;
        finding.fingerprint = std::to_string(i);
        finding.fails = true;
        report.findings.push_back(finding);
    }
    return report;
}

}  // namespace

TEST_CASE("text shows message, address, the source line with a caret, and the verdict last") {
    const Report report = check_example("②数値目標: (1)");
    REQUIRE(report.findings.size() == 1);
    const std::string text = write_findings_text(report, japanese());
    CHECK(text ==
          "sheets/example.html:23:41: エラー GS301 "
          "取組②(1)の数値目標が空です。数値か、できない場合は「いつまでに何を」を書いてください。 [target-missing]\n"
          "  シート1「ごみの減量と資源循…」 ②(1) 数値目標\n"
          "  23 | …開催</td><td>(1) 年度末まで</td><td>(1)</td><td>(1) 啓発イベント 2回</td><td></td></tr>\n"
          "     |                                       ^^^\n\n"
          "結果: 不合格 — 2シート中1シートにエラー1件・警告0件（中間報告の段階）\n");
}

TEST_CASE("the caret stands below its words whatever their width") {
    const Report report = check_example("現況・課題: 家庭の（ごみ）は年3,000m³である。");
    const std::string text = write_findings_text(report, japanese());
    std::istringstream lines(text);
    std::string line;
    std::string source;
    std::string caret;
    while (std::getline(lines, line)) {
        if (line.find('^') != std::string::npos) caret = line;
        if (line.find("m³") != std::string::npos && line.find(" | ") != std::string::npos) source = line;
    }
    REQUIRE_FALSE(caret.empty());
    CHECK(display_width(source.substr(0, source.find("³"))) == caret.find('^'));
    CHECK(caret.find_last_of('^') == caret.find('^'));
}

TEST_CASE("a long source line is shown around the caret only") {
    std::string words;
    for (int i = 0; i < 400; ++i) words += "排出量が増加している。";
    const Report report = check_example("現況・課題: " + words + "³" + words);
    const std::string text = write_findings_text(report, japanese());
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.find(" | ") != std::string::npos) CHECK(display_width(line) < 120);
    CHECK(text.find("…") != std::string::npos);
}

TEST_CASE("json holds what the finding holds and nothing else stands on stdout") {
    const Report report = check_example("②数値目標: (1)");
    const Json json = Json::parse(write_findings_json(report, japanese()));
    CHECK(json["stage"] == "midterm");
    REQUIRE(json["findings"].size() == 1);
    const Json& finding = json["findings"][0];
    CHECK(finding["code"] == "GS301");
    CHECK(finding["severity"] == "error");
    CHECK(finding["path"] == "sheets/example.html");
    CHECK(finding["line"] == 23);
    CHECK(finding["address"] == "シート1「ごみの減量と資源循…」 ②(1) 数値目標");
    CHECK(finding["fingerprint"].get<std::string>().size() == 64);
    CHECK(json["summary"]["errors"] == 1);
    CHECK(json["summary"]["fails"] == true);
}

TEST_CASE("no format lets a hostile sheet speak for itself") {
    const Report report = hostile_report();
    REQUIRE(report.findings.size() >= 3);
    for (const ReportFormat& format : report_formats()) {
        CAPTURE(format.name);
        if (format.binary) continue;  // cells hold no commands; see the tests of workbooks
        const std::string output = *format.write(report, japanese());
        CHECK_FALSE(has_control(output));
        CHECK(find_invalid_utf8(output) == std::nullopt);
        CHECK(output.find("\u202E") == std::string::npos);
        if (format.name == "github") continue;  // its own lines are commands; see below
        std::istringstream lines(output);
        for (std::string line; std::getline(lines, line);) {
            const std::size_t start = line.find_first_not_of(" \t");
            CHECK_FALSE((start != std::string::npos && line.substr(start).starts_with("::")));
            if (format.name == "text") CHECK(line.find("##[") == std::string::npos);
            if (format.name == "text") CHECK(line.find("##vso[") == std::string::npos);
        }
    }
}

TEST_CASE("github commands give back the message and the place as they were") {
    const Report report = hostile_report();
    const std::vector<Command> commands = read_commands(write_findings_github(report, japanese()));
    REQUIRE(commands.size() == report.findings.size());
    for (const Finding& finding : report.findings) {
        const bool found = std::any_of(commands.begin(), commands.end(), [&](const Command& command) {
            return command.data == finding.message.ja && command.properties.at("file") == finding.path &&
                   command.properties.at("line") == std::to_string(finding.region.begin.line) &&
                   command.properties.at("title") ==
                       finding.code + " " + finding.name + ": " + finding.address_in(Lang::ja);
        });
        CHECK(found);
    }
}

TEST_CASE("github escapes what would end a property and gives no column over several lines") {
    Report report = many(1);
    report.findings[0].path = "a,b:c%\nd.html";
    report.findings[0].message.ja = "100%\r\n::error::x";
    report.findings[0].region = {{3, 4}, {5, 6}};
    const std::vector<Command> commands = read_commands(write_findings_github(report, japanese()));
    REQUIRE(commands.size() == 1);
    CHECK(commands[0].properties.at("file") == "a,b:c%\nd.html");
    CHECK(commands[0].data == "100%\r\n::error::x");
    CHECK(commands[0].properties.at("endLine") == "5");
    CHECK_FALSE(commands[0].properties.contains("col"));
}

TEST_CASE("github shows ten of a type, the tenth says how many more") {
    CHECK(read_commands(write_findings_github(many(10), japanese())).size() == 10);
    const std::vector<Command> commands = read_commands(write_findings_github(many(256), japanese()));
    REQUIRE(commands.size() == 10);
    CHECK(commands.back().data.find("247件") != std::string::npos);
}

TEST_CASE("sarif gives every result one location with four numbers, and rules by index") {
    const Report report = hostile_report();
    const Json run = Json::parse(write_findings_sarif(report, japanese()))["runs"][0];
    CHECK(run["columnKind"] == "unicodeCodePoints");
    REQUIRE(run["results"].size() == report.findings.size());
    for (const Json& result : run["results"]) {
        REQUIRE(result["locations"].size() == 1);
        const Json& region = result["locations"][0]["physicalLocation"]["region"];
        for (const char* key : {"startLine", "startColumn", "endLine", "endColumn"}) CHECK(region[key].get<int>() >= 1);
        const Json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
        CHECK(rule["id"] == result["ruleId"]);
    }
    for (const Json& rule : run["tool"]["driver"]["rules"]) {
        CHECK(count_code_points(rule["fullDescription"]["text"].get<std::string>()) <= 1024);
        CHECK_FALSE(rule["help"]["text"].get<std::string>().empty());
        CHECK(rule["properties"].contains("problem.severity"));
    }
    CHECK(Json::parse(write_findings_sarif(Report{}, japanese()))["runs"][0]["results"].is_array());
}

TEST_CASE("sarif percent-encodes paths") {
    Report report = many(1);
    report.findings[0].path = "令和7/a b#?.html";
    const Json json = Json::parse(write_findings_sarif(report, japanese()));
    CHECK(json["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
          "%E4%BB%A4%E5%92%8C7/a%20b%23%3F.html");
}

TEST_CASE("junit has a suite for each file, a case for each rule, one failure for all its hits where they fail") {
    const Report report = hostile_report();
    pugi::xml_document xml;
    REQUIRE(xml.load_string(write_findings_junit(report, japanese()).c_str()));
    const pugi::xml_node suite = xml.child("testsuites").child("testsuite");
    CHECK(suite.attribute("name").as_string() == std::string("sheets/example.html"));
    CHECK(suite.attribute("timestamp").as_string() == std::string("2026-01-02T03:04:05"));
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::string said;
    for (const pugi::xml_node test : suite.children("testcase")) {
        ++tests;
        const auto list = test.children("failure");
        const auto count = std::distance(list.begin(), list.end());
        CHECK(count <= 1);
        failures += static_cast<std::size_t>(count);
        said += test.child("failure").text().as_string();
    }
    CHECK(suite.attribute("tests").as_uint() == tests);
    CHECK(suite.attribute("failures").as_uint() == failures);
    // What does not fail is no failure of the build: the suite tells it beside.
    const std::string beside = suite.child("system-out").text().as_string();
    const auto fails = [&](const Finding& one) {
        return std::any_of(report.findings.begin(), report.findings.end(),
                           [&](const Finding& other) { return other.code == one.code && other.fails; });
    };
    for (const Finding& finding : report.findings)
        CHECK((fails(finding) ? said : beside).find(xml_safe(finding.message.ja)) != std::string::npos);
    CHECK((said + beside).find("]]>") != std::string::npos);
}

namespace {

Report report_unreadable(const std::string& path) {
    Report report;
    CheckedFile file;
    file.path = path;
    file.readable = false;
    file.problem = {"ありません", "no such file"};
    report.files.push_back(file);
    return report;
}

}  // namespace

TEST_CASE("sarif and json say of an unreadable file that it is one, and name no stage") {
    const Report report = report_unreadable("r7/weg 1.html");
    const Json run = Json::parse(write_findings_sarif(report, japanese()))["runs"][0];
    CHECK(run["results"].empty());
    const Json invocation = run["invocations"][0];
    CHECK(invocation["executionSuccessful"] == false);
    const Json notification = invocation["toolExecutionNotifications"][0];
    CHECK(notification["level"] == "error");
    CHECK(notification["message"]["text"] == "ありません");
    CHECK(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "r7/weg%201.html");
    const Json json = Json::parse(write_findings_json(report, japanese()));
    CHECK(json["stage"].is_null());
    CHECK(json["summary"]["unreadable"] == 1);
}

TEST_CASE("junit says of an unreadable file that it is one") {
    const Report report = report_unreadable("weg.html");
    pugi::xml_document xml;
    REQUIRE(xml.load_string(write_findings_junit(report, japanese()).c_str()));
    const pugi::xml_node suite = xml.child("testsuites").child("testsuite");
    CHECK(suite.attribute("errors").as_int() == 1);
    CHECK(suite.child("testcase").child("error").attribute("message").as_string() == std::string("ありません"));
}

TEST_CASE("gitlab's array has a fingerprint of its own for each finding") {
    const Report report = hostile_report();
    const Json issues = Json::parse(write_findings_gitlab(report, japanese()));
    REQUIRE(issues.size() == report.findings.size());
    std::set<std::string> fingerprints;
    for (const Json& issue : issues) {
        CHECK(fingerprints.insert(issue["fingerprint"].get<std::string>()).second);
        const auto severity = issue["severity"].get<std::string>();
        CHECK((severity == "info" || severity == "minor" || severity == "major" || severity == "critical"));
        CHECK(issue["location"]["lines"]["begin"].get<int>() >= 1);
    }
}

TEST_CASE("rdjson's byte columns cut out the offending text") {
    test::ExamplePage page;
    page.apply("現況・課題: 取組①𠮷野(1)は㈱山手が担う。");
    const std::string html = page.html();
    const Report report = test::check_page(html);
    const Json json = Json::parse(write_findings_rdjson(report, japanese()));
    REQUIRE(json["diagnostics"].size() == 2);
    std::vector<std::string> cut;
    for (const Json& one : json["diagnostics"]) {
        const Json& range = one["location"]["range"];
        CHECK(one["location"]["path"] == "sheets/example.html");
        REQUIRE(range["start"]["line"] == range["end"]["line"]);
        const SourceText source(html);
        const auto begin = range["start"]["column"].get<std::size_t>();
        const auto end = range["end"]["column"].get<std::size_t>();
        REQUIRE(begin <= end);
        cut.emplace_back(source.line(range["start"]["line"].get<std::uint32_t>()).substr(begin - 1, end - begin));
    }
    CHECK(cut == std::vector<std::string>{"𠮷", "㈱"});
}

TEST_CASE("the workbook lists every finding with its place and whether it can be mended") {
    const Report report = hostile_report();
    const auto bytes = write_findings_xlsx(report, japanese());
    REQUIRE(bytes);
    const test::XlsxFile book = test::XlsxFile::read(*bytes);
    const test::XlsxSheet& sheet = book.sheet("点検結果");
    CHECK(sheet.text("A1") == "番号");
    std::size_t row = 1;
    for (const Finding& finding : report.findings) {
        const std::string at = std::to_string(++row);
        CHECK(sheet.text("C" + at) == finding.code);
        CHECK_FALSE(has_control(sheet.text("G" + at)));
    }
}

TEST_CASE("every format carries the same findings, in English too") {
    ReportOptions english = japanese();
    english.lang = Lang::en;
    const Report report = hostile_report();
    for (const ReportFormat& format : report_formats()) {
        CAPTURE(format.name);
        if (format.binary) continue;
        const std::string output = *format.write(report, english);
        for (const Finding& finding : report.findings) CHECK(output.find(finding.code) != std::string::npos);
    }
}
