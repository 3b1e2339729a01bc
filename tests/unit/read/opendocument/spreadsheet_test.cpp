// SPDX-License-Identifier: MIT
// OpenDocument spreadsheets are read as workbooks are.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/read.hpp"
#include "goalsheet/review_remarks.hpp"
#include "read/office.hpp"
#include "support/odf_parts.hpp"

using namespace goalsheet;
using test::RawOdf;

namespace {

std::string cell(std::string_view text, std::string_view attributes = {}) {
    return fmt::format("<table:table-cell {}>{}</table:table-cell>", attributes,
                       text.empty() ? "" : fmt::format("<text:p>{}</text:p>", text));
}
std::string row(std::string_view cells, std::string_view attributes = {}) {
    return fmt::format("<table:table-row {}>{}</table:table-row>", attributes, cells);
}
std::string sheet(std::string_view name, std::string_view rows, std::string_view style = {}) {
    return fmt::format("<table:table table:name=\"{}\" table:style-name=\"{}\">{}</table:table>", name, style, rows);
}

std::string form(std::string_view target) {
    return row(cell("重点目標") + cell("緑を守る") + cell("部局名") + cell("環境部") + cell("優先順位") + cell("1位")) +
           row(cell("") + cell("取組項目") + cell("期限") + cell("数値目標") + cell("中間報告") + cell("期末報告")) +
           row(cell("①") + cell("○ 植樹") + cell("3月") + std::string(target) + cell("2本") + cell("")) +
           row("<table:table-cell table:number-columns-repeated=\"16384\"/>", "table:number-rows-repeated=\"1048573\"");
}

RawOdf book(std::string body) {
    RawOdf file;
    file.spreadsheet = true;
    file.automatic =
        "<style:style style:family=\"table\" style:name=\"away\"><style:table-properties "
        "table:display=\"false\"/></style:style>"
        "<style:style style:family=\"table-cell\" style:name=\"gone\"><style:text-properties "
        "style:text-line-through-style=\"solid\"/></style:style>"
        "<style:style style:family=\"text\" style:name=\"raised\"><style:text-properties "
        "style:text-position=\"super 58%\"/></style:style>"
        "<style:style style:family=\"text\" style:name=\"gone-raised\"><style:text-properties "
        "style:text-position=\"33% 58%\" style:text-line-through-style=\"solid\"/></style:style>";
    file.body = std::move(body);
    return file;
}

Document read(const RawOdf& file) {
    const auto documents = read_documents(test::zip(test::parts_of(file)), "test.ods");
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    return documents->front();
}

Page read_page(const RawOdf& file) {
    Page page;
    REQUIRE(read_office(test::zip(test::parts_of(file)), "test.ods", page));
    return page;
}

}  // namespace

TEST_CASE("a form in a spreadsheet, with what follows it blank down to the last row") {
    const Document document = read(book(sheet("緑", form(cell("5本")))));
    CHECK(document.source.format == "ods");
    REQUIRE(document.sheets.size() == 1);
    const SourcedText& target = document.sheets[0].items[0].measures[0].target;
    CHECK(target.text == "5本");
    const auto at = target.source_of();
    REQUIRE(at);
    CHECK(document.source.text->line_name(document.source.text->line_at(at->first)) == "緑!D3");
}

TEST_CASE("cells say what they show, and what is only a value its value") {
    struct Case {
        const char* what;
        std::string cell;
        const char* shown;
    };
    const Case cases[] = {
        {"a number as it is shown", cell("85.0%", "office:value-type=\"percentage\" office:value=\"0.85\""), "85.0%"},
        {"a number that is not shown", cell("", "office:value-type=\"float\" office:value=\"5\""), "5"},
        {"two paragraphs", "<table:table-cell><text:p>一</text:p><text:p>二</text:p></table:table-cell>", "一\n二"},
        {"blanks", cell("a<text:s text:c=\"2\"/>b"), "a  b"},
        {"a struck cell", cell("5本", "table:style-name=\"gone\""), "［取消線：5本］"},
        {"a raised note", cell("900<text:span text:style-name=\"raised\">2</text:span>本"), "900²本"},
        {"a raised note that is struck", cell("<text:span text:style-name=\"gone-raised\">2</text:span>"),
         "［取消線：²］"},
        {"furigana",
         cell("<text:ruby><text:ruby-base>苗</text:ruby-base><text:ruby-text>なえ</text:ruby-text></text:ruby>木"),
         "苗（なえ）木"},
        {"a link", cell("<text:a>計画</text:a>"), "計画"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.what);
        CHECK(read(book(sheet("緑", form(one.cell)))).sheets[0].items[0].measures[0].target.text == one.shown);
    }
}

TEST_CASE("merged and repeated cells, hidden rows and sheets") {
    const Page page = read_page(
        book(sheet("一", row("<table:table-cell table:number-columns-spanned=\"2\" "
                             "table:number-rows-spanned=\"2\"><text:p>a</text:p></table:table-cell>"
                             "<table:covered-table-cell><text:p>下</text:p></table:covered-table-cell>" +
                             cell("b")) +
                             row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + cell("c")) +
                             row(cell("d", "table:number-columns-repeated=\"3\""), "table:number-rows-repeated=\"2\"") +
                             "<table:table-row-group>" + row(cell("隠"), "table:visibility=\"collapse\"") +
                             "</table:table-row-group>") +
             sheet("二", row(cell("x") + cell("y")), "away")));
    REQUIRE(page.tables.size() == 2);
    const Table& shown = page.tables[0];
    REQUIRE(shown.rows.size() == 4);
    CHECK(shown.rows[0].cells[0].colspan == 2);
    CHECK(shown.rows[0].cells[0].rowspan == 2);
    REQUIRE(shown.rows[0].cells[0].hidden.size() == 1);
    CHECK(shown.rows[0].cells[0].hidden[0].text == "下");
    CHECK(shown.rows[3].cells.size() == 3);
    REQUIRE(shown.hidden_texts.size() == 1);
    CHECK(shown.hidden_texts[0].text == "隠");
    CHECK(page.tables[1].hidden);
}

TEST_CASE("formulas, errors and comments are remarked") {
    const Document document =
        read(book(sheet("緑", form("<table:table-cell "
                                   "table:formula=\"of:=[.B1]&amp;&quot;本&quot;\"><office:annotation><dc:creator>佐藤<"
                                   "/dc:creator><text:p>根拠は？</text:p></office:annotation>"
                                   "<text:p>5本</text:p></table:table-cell>"))));
    std::vector<std::string> said;
    for (const Remark& one : document.sheets[0].remarks)
        said.push_back(one.kind + ":" + one.text.text + ":" + one.detail);
    CHECK(said == std::vector<std::string>{"formula:5本:=[.B1]&\"本\"", "comment:5本:佐藤：根拠は？"});
}

TEST_CASE("what lies on a sheet beside its cells is kept") {
    const std::string shapes =
        "<table:shapes><draw:custom-shape><text:p>図形の文</text:p></"
        "draw:custom-shape><draw:g><draw:frame><draw:text-box>"
        "<text:p>箱の一</text:p><text:p>箱の二</text:p></draw:text-box></draw:frame></draw:g><draw:frame><draw:image/>"
        "<svg:title>題</svg:title><svg:desc>水路の写真</svg:desc></draw:frame></table:shapes>";
    const std::string controls =
        "<office:forms><form:form xmlns:form=\"f\"><form:checkbox form:label=\"済\" form:current-state=\"checked\"/>"
        "<form:radio form:label=\"未\"/><form:text form:current-value=\"記入した文\"/></form:form></office:forms>";
    const Document document =
        read(book(sheet("緑", shapes + controls + form(cell("5本"))) + sheet("メモ", row(cell("一つだけの文")))));
    std::string all;
    for (const Unplaced& one : document.sheets[0].unplaced) all += one.text.text + "\n";
    for (const char* words : {"図形の文", "箱の一\n箱の二", "水路の写真", "☑済", "☐未", "記入した文", "一つだけの文"}) {
        CAPTURE(words);
        CHECK(all.find(words) != std::string::npos);
    }
}

TEST_CASE("an icon's words stand in its cell") {
    const std::string icon =
        "<table:table-cell><draw:frame><draw:image/><svg:desc>3本</svg:desc></draw:frame></table:table-cell>";
    CHECK(read(book(sheet("緑", form(icon)))).sheets[0].items[0].measures[0].target.text == "3本");
}

TEST_CASE("hostile spreadsheets are refused soon, with the limit's name") {
    const auto refusal = [](const std::string& rows) {
        Page page;
        const auto read = read_office(test::zip(test::parts_of(book(sheet("s", rows)))), "x.ods", page);
        return read ? std::string() : read.fault().message.en;
    };
    CHECK(refusal(row(cell("x"), "table:number-rows-repeated=\"1048576\"")).find("repeated-cells") !=
          std::string::npos);
    CHECK(refusal(row(cell("x", "table:number-columns-repeated=\"4294967295\""))).find("repeated-cells") !=
          std::string::npos);
    CHECK(refusal(row(cell("", "table:number-columns-repeated=\"4294967295\""),
                      "table:number-rows-repeated=\"4294967295\""))
              .empty());
    CHECK(refusal(row(cell("x<text:s text:c=\"4294967295\"/>y"))).empty());
}
