// SPDX-License-Identifier: MIT
#include "text/escape.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;

namespace {

struct Row {
    std::string text;
    std::string escaped;
};

}  // namespace

TEST_CASE("Markdown shows the text as it is") {
    const Row rows[] = {
        {"目標は**95％（全体）**です。", "目標は\\*\\*95％（全体）\\*\\*です。"},
        {"4月~6月、10月~12月", "4月\\~6月、10月\\~12月"},
        {"(1) 相談会", "\\(1\\) 相談会"},
        {"1. 相談会", "1\\. 相談会"},
        {"12) 相談会", "12\\) 相談会"},
        {"a) 相談会", "a\\) 相談会"},
        {"(1)相談会", "(1)相談会"},
        {"109.2%", "109.2%"},
        {"(1)", "\\(1\\)"},
        {"本文中の(1)はそのまま", "本文中の(1)はそのまま"},
        {"2026-04-01\n---", "2026-04-01\n\\---"},
        {"===", "\\==="},
        {"- 項目", "\\- 項目"},
        {"+ 項目", "\\+ 項目"},
        {"> 引用", "\\> 引用"},
        {"# 見出し", "\\# 見出し"},
        {"<5%", "\\<5%"},
        {"a|b", "a\\|b"},
        {"R&D &amp;", "R\\&D \\&amp;"},
        {"[x](y)", "\\[x\\](y)"},
        {"    字下げ", "&#32;&#32;&#32;&#32;字下げ"},
        {"行末  \n次", "行末&#32;&#32;\n次"},
        {"C:\\DATA", "C:\\\\DATA"},
        {"https://example.jp/plan.pdfを参照（要約）", "<https://example.jp/plan.pdf>を参照（要約）"},
        {"(https://example.jp/a_b).", "(<https://example.jp/a_b>)."},
        {"www.example.jpを参照", "www\\.example.jpを参照"},
        {"https://", "https://"},
        {"一\r\n二", "一\n二"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(escape_markdown(row.text) == row.escaped);
    }
}

TEST_CASE("a heading or list item is one line") {
    CHECK(escape_markdown_line("窓口の\n改善 #") == "窓口の 改善 \\#");
    CHECK(escape_markdown_line("(2) 図書館") == "\\(2\\) 図書館");
}

TEST_CASE("a table cell has no line end and no bar of its own") {
    CHECK(escape_markdown_cell("一行目\n二|行目") == "一行目 ／ 二\\|行目");
    CHECK(escape_markdown_cell("(1) 109.2%") == "(1) 109.2%");
}

TEST_CASE("a CSV field is quoted, is one line and is no formula") {
    const Row rows[] = {
        {"", "\"\""},
        {"相談件数 300件", "\"相談件数 300件\""},
        {"「A」,\"B\"", "\"「A」,\"\"B\"\"\""},
        {"一\n二\r\n三\r四", "\"一 / 二 / 三 / 四\""},
        {"=1+1", "\"'=1+1\""},
        {"+5", "\"'+5\""},
        {"-5", "\"'-5\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"' / =1\""},
        {"5-3", "\"5-3\""},
        {"＝1＋1", "\"'＝1＋1\""},
        {"＋5", "\"'＋5\""},
        {"－5件", "\"'－5件\""},
        {"＠部", "\"'＠部\""},
        {"−1＋2", "\"'−1＋2\""},
        {"﹣1", "\"'﹣1\""},
        {"﹦1", "\"'﹦1\""},
        {"－", "\"－\""},
        {"−", "\"−\""},
        {"-", "\"-\""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(quote_csv(row.text) == row.escaped);
    }
}

TEST_CASE("a number of our own keeps its minus") { CHECK(quote_csv_number("-12.5") == "\"-12.5\""); }

TEST_CASE("XML text holds no markup and no forbidden character") {
    CHECK(escape_xml("a<b>&\"c\"") == "a&lt;b&gt;&amp;\"c\"");
    CHECK(escape_xml("縦\x0Bタブ\x01") == "縦\xEF\xBF\xBDタブ\xEF\xBF\xBD");
    CHECK(escape_xml("改\n行\t𠮷") == "改\n行\t𠮷");
    CHECK(escape_xml_attribute("\"a\"\n<b>\t") == "&quot;a&quot;&#10;&lt;b&gt;&#9;");
}

TEST_CASE("a sheet cannot paint the terminal or forge a line") {
    CHECK(escape_terminal("\x1b[31m赤") == "\\x1b[31m赤");
    CHECK(escape_terminal("一\n::error::二\r") == "一\\n::error::二\\x0d");
    CHECK(escape_terminal("\xC2\x9B"
                          "2J") == "\\x9b2J");
    CHECK(escape_terminal("a\xE2\x80\xAE"
                          "b") == "a\\u202eb");
    CHECK(escape_terminal("壊\xFFれ") == "壊\\xffれ");
    CHECK(escape_terminal("ふつうの文（①～%）") == "ふつうの文（①～%）");
    CHECK(escape_terminal("a\u061Cb") == "a\\u061cb");
    CHECK(escape_terminal("a\U000E0001\U000E0041") == "a\\U000e0001\\U000e0041");
    CHECK(escape_terminal("葛\U000E0100城") == "葛\U000E0100城");
}

TEST_CASE("what a terminal or a runner would obey in JSON is written as its code points") {
    CHECK(escape_in_json(R"({"a":"##[error]x ##vso[y","b":[1]})") == R"({"a":"##\u005berror]x ##vso\u005by","b":[1]})");
    CHECK(escape_in_json("\"\x7F\u009B\u202E\u061C\u2028\"") == R"("\u007f\u009b\u202e\u061c\u2028")");
    CHECK(escape_in_json("\"\U000E0001\"") == R"("\udb40\udc01")");
    CHECK(escape_in_json("\"①※é葛\U000E0100城[a]\"") == "\"①※é葛\U000E0100城[a]\"");
}

TEST_CASE("no format has a bracket that a runner would take for a command") {
    CHECK(escape_xml("##[a] #[b] ##vso[c]") == "##&#91;a] #[b] ##vso&#91;c]");
    CHECK(quote_csv("##[a] #[b]") == "\"##\\[a] #[b]\"");
}

TEST_CASE("no line that leaves the program is a command to a runner of CI") {
    const Row rows[] = {
        {"::stop-commands::x", "\\::stop-commands::x"},
        {"  ::error::x", "  \\::error::x"},
        {"\t::add-mask::x", "\t\\::add-mask::x"},
        {"\u3000\u00A0::set-env name=a::b", "\u3000\u00A0\\::set-env name=a::b"},
        {"一行目\n::debug::x\n二", "一行目\n\\::debug::x\n二"},
        {"一\r::debug::x", "一\r\\::debug::x"},
        {"##[error]x", "##\\[error]x"},
        {"文の中の ##[group]x", "文の中の ##\\[group]x"},
        {"##vso[task.setvariable]x", "##vso\\[task.setvariable]x"},
        {"::a ##[b] ##vso[c]", "\\::a ##\\[b] ##vso\\[c]"},
        {"std::string は命令ではない", "std::string は命令ではない"},
        {"## [見出し]", "## [見出し]"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const std::string guarded = guard_commands(row.text);
        CHECK(guarded == row.escaped);
        CHECK(guard_commands(guarded) == guarded);
        CHECK(find_command(guarded.substr(0, guarded.find('\n'))) == std::nullopt);
    }
}

TEST_CASE("a guard against formulas comes off as it was put on") {
    for (const char* sign :
         {"=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "﹫", "\t", "相談", "", "'", "''", "-5", "－"})
        for (const char* before : {"", "'", "''"})
            for (const char* behind : {"", "1", "HYPERLINK()", "'"}) {
                const std::string cell = std::string(before) + sign + behind;
                CAPTURE(cell);
                const std::string guarded = guard_formula(cell);
                CHECK_FALSE(begins_formula(guarded));
                CHECK(guarded.substr(formula_guard_length(guarded)) == cell);
            }
}
