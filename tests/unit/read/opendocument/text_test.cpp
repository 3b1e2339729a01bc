// SPDX-License-Identifier: MIT
// OpenDocument texts: what a cell says, and what stands around tables.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/read.hpp"
#include "goalsheet/review_remarks.hpp"
#include "read/office.hpp"
#include "support/odf_parts.hpp"

using namespace goalsheet;
using test::RawOdf;

namespace {

Page read(const RawOdf& file) {
    Page page;
    REQUIRE(read_office(test::zip(test::parts_of(file)), "test.odt", page));
    CHECK(page.format == "odt");
    return page;
}

std::string p(std::string_view inner) { return fmt::format("<text:p>{}</text:p>", inner); }
std::string cell(std::string_view blocks) { return fmt::format("<table:table-cell>{}</table:table-cell>", blocks); }
std::string row(std::string_view cells) { return fmt::format("<table:table-row>{}</table:table-row>", cells); }
std::string table(std::string_view rows) {
    return fmt::format("<table:table table:name=\"表\"><table:table-column/>{}</table:table>", rows);
}

const std::string kStyles =
    "<style:style style:family=\"text\" style:name=\"struck\"><style:text-properties "
    "style:text-line-through-style=\"solid\"/></style:style>"
    "<style:style style:family=\"text\" style:name=\"again\" style:parent-style-name=\"struck\"/>"
    "<style:style style:family=\"text\" style:name=\"hidden\"><style:text-properties "
    "text:display=\"none\"/></style:style>"
    "<style:style style:family=\"text\" style:name=\"symbols\"><style:text-properties "
    "style:font-name=\"Wingdings\"/></style:style>"
    "<text:list-style style:name=\"numbers\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
    "style:num-prefix=\"(\" style:num-suffix=\")\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"ア, イ, ウ, ...\"/></text:list-style>"
    "<text:list-style style:name=\"bullets\"><text:list-level-style-bullet text:level=\"1\" "
    "text:bullet-char=\"•\"/></text:list-style>";

std::string cell_text(std::string_view blocks) {
    RawOdf file;
    file.automatic = kStyles;
    file.body = table(row(cell(blocks)));
    const Page page = read(file);
    REQUIRE(page.tables.size() >= 1);
    return page.tables[0].rows.at(0).cells.at(0).text.text;
}

std::string item(std::string_view inner) { return fmt::format("<text:list-item>{}</text:list-item>", inner); }
std::string list(std::string_view style, std::string_view items, std::string_view more = {}) {
    return fmt::format("<text:list text:style-name=\"{}\" {}>{}</text:list>", style, more, items);
}

}  // namespace

TEST_CASE("the words of a cell in an OpenDocument text, as they are shown") {
    struct Case {
        const char* what;
        std::string blocks;
        const char* shown;
    };
    const Case cases[] = {
        {"paragraphs, one of them empty", p("一") + p("") + p("二"), "一\n二"},
        {"blanks, tabs and line breaks", p("a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d"), "a b c\nd"},
        {"a link and a bookmark", p("<text:bookmark text:name=\"x\"/><text:a>計画</text:a>書"), "計画書"},
        {"struck words", p("<text:span text:style-name=\"again\">10件</text:span>12件"), "［取消線：10件］12件"},
        {"hidden words", p("見<text:span text:style-name=\"hidden\">隠</text:span>える"), "見える"},
        {"a letter in Wingdings", p("<text:span text:style-name=\"symbols\">l</text:span>済"), "●済"},
        {"furigana",
         p("<text:ruby><text:ruby-base>上田</text:ruby-base><text:ruby-text>うえだ</text:ruby-text></text:ruby>"),
         "上田（うえだ）"},
        {"an icon", p("<draw:frame><draw:image/><svg:title>8 働きがい</svg:title></draw:frame>"), "8 働きがい"},
        {"a description counts more than a title",
         p("<draw:frame><draw:image/><svg:title>図</svg:title><svg:desc>4 教育</svg:desc></draw:frame>"), "4 教育"},
        {"a text box", p("前<draw:frame><draw:text-box>" + p("箱") + "</draw:text-box></draw:frame>後"), "前後\n箱"},
        {"a shape with words", p("前<draw:custom-shape>" + p("形") + "</draw:custom-shape>"), "前\n形"},
        {"a field", p("第<text:page-number>3</text:page-number>頁"), "第3頁"},
        {"numbers", list("numbers", item(p("甲")) + item(p("乙") + p("続き")) + item(p("丙"))),
         "(1) 甲\n(2) 乙\n続き\n(3) 丙"},
        {"numbers in numbers",
         list("numbers",
              item(p("甲") + list("", item(p("子")) + item(p("丑")))) + item(p("乙") + list("", item(p("寅"))))),
         "(1) 甲\n\u2003ア 子\n\u2003イ 丑\n(2) 乙\n\u2003ア 寅"},
        {"a number that is set",
         list("numbers", "<text:list-item text:start-value=\"4\">" + p("丁") + "</text:list-item>"), "(4) 丁"},
        {"a list that goes on",
         list("numbers", item(p("甲"))) + p("間") + list("numbers", item(p("乙")), "text:continue-numbering=\"true\""),
         "(1) 甲\n間\n(2) 乙"},
        {"a list that begins anew", list("numbers", item(p("甲"))) + p("間") + list("numbers", item(p("乙"))),
         "(1) 甲\n間\n(1) 乙"},
        {"bullets", list("bullets", item(p("甲")) + item(p("・乙"))), "・甲\n・乙"},
        {"a list whose style is lost", list("gone", item(p("甲"))), "甲"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.what);
        CHECK(cell_text(one.blocks) == one.shown);
    }
}

TEST_CASE("headings have the numbers of the outline, lists the style of their paragraphs") {
    RawOdf file;
    file.styles =
        "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" "
        "style:num-format=\"1\" style:num-prefix=\"第\" style:num-suffix=\"章\"/><text:outline-level-style "
        "text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\" style:num-suffix=\".\"/>"
        "<text:outline-level-style text:level=\"3\" style:num-format=\"\"/></text:outline-style>"
        "<style:style style:family=\"paragraph\" style:name=\"listed\" style:list-style-name=\"numbers\"/>"
        "<style:style style:family=\"paragraph\" style:name=\"mine\" style:parent-style-name=\"listed\"/>";
    file.automatic = kStyles;
    const auto h = [](int level, std::string_view inner, std::string_view more = {}) {
        return fmt::format("<text:h text:outline-level=\"{}\" {}>{}</text:h>", level, more, inner);
    };
    file.body = h(1, "基本") + h(2, "緑") + h(2, "水") + h(3, "細目") + h(1, "") +
                h(1, "表紙", "text:is-list-header=\"true\"") + h(1, "部局") + h(2, "環境部") +
                h(2, "水道部", "text:restart-numbering=\"true\" text:start-value=\"7\"") +
                table(row(cell(list("", item("<text:p text:style-name=\"mine\">甲</text:p>") + item(p("乙"))) +
                               h(2, "表の中"))));
    const Page page = read(file);
    std::vector<std::string> headings;
    for (const SourcedText& heading : page.headings) headings.push_back(heading.text);
    CHECK(headings == std::vector<std::string>{"第1章 基本", "1.1. 緑", "1.2. 水", "細目", "表紙", "第3章 部局",
                                               "3.1. 環境部", "3.7. 水道部"});
    CHECK(page.tables.at(0).rows.at(0).cells.at(0).text.text == "(1) 甲\n(2) 乙\n3.8. 表の中");
}

TEST_CASE("merged, covered and repeated cells of an OpenDocument text") {
    RawOdf file;
    file.body = table(row("<table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\">" +
                          p("a") + "</table:table-cell><table:covered-table-cell>" + p("下") +
                          "</table:covered-table-cell>" + cell(p("b"))) +
                      "<table:table-header-rows>" +
                      row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + cell(p("c"))) +
                      "</table:table-header-rows><table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
                      "table:number-columns-repeated=\"3\">" +
                      p("d") + "</table:table-cell></table:table-row>");
    const Page page = read(file);
    const Table& read_table = page.tables.at(0);
    REQUIRE(read_table.rows.size() == 4);
    CHECK(read_table.rows[0].cells.size() == 2);
    CHECK(read_table.rows[0].cells[0].colspan == 2);
    CHECK(read_table.rows[0].cells[0].rowspan == 2);
    REQUIRE(read_table.rows[0].cells[0].hidden.size() == 1);
    CHECK(read_table.rows[0].cells[0].hidden[0].text == "下");
    CHECK(read_table.rows[3].cells.size() == 3);
    const auto at = read_table.rows[1].cells[0].text.source_of();
    REQUIRE(at);
    CHECK(page.source->line_name(page.source->line_at(at->first)) == "表1 2行目 3列目");
}

TEST_CASE("changes, comments, notes and headings of an OpenDocument text") {
    RawOdf file;
    file.styles =
        "<style:style style:family=\"paragraph\" style:name=\"Heading_20_2\"/>"
        "<style:style style:family=\"paragraph\" style:name=\"mine\" style:parent-style-name=\"Heading_20_2\"/>";
    file.master = "<style:master-page><style:header>" + p("令和7年度") + "</style:header></style:master-page>";
    file.body =
        "<text:tracked-changes><text:changed-region "
        "text:id=\"c1\"><text:insertion><office:change-info><dc:creator>山田</dc:creator></office:change-info></"
        "text:insertion></text:changed-region>"
        "<text:changed-region "
        "text:id=\"c2\"><text:deletion><office:change-info><dc:creator>山田</dc:creator></office:change-info>" +
        p("12件") +
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p text:style-name=\"mine\">重点目標</text:p>" +
        table(row(cell(
            p("<text:change text:change-id=\"c2\"/><text:change-start text:change-id=\"c1\"/>10件<text:change-end "
              "text:change-id=\"c1\"/>"
              "<office:annotation office:name=\"n\"><dc:creator>佐藤</dc:creator><dc:date>2025-04-01</dc:date>" +
              p("根拠は？") +
              "</office:annotation>見込み<office:annotation-end office:name=\"n\"/>"
              "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>" +
              p("速報値") + "</text:note-body></text:note>"))));
    const Page page = read(file);
    REQUIRE(page.tables.size() == 1);
    const Table& read_table = page.tables[0];
    CHECK(read_table.heading.text == "重点目標");
    CHECK(read_table.rows[0].cells[0].text.text.starts_with("10件見込み"));
    // The footnote comes behind the table, its number in a line of its own or before its words.
    std::string behind;
    for (const SourcedText& line : read_table.following) behind += line.text + "|";
    CAPTURE(behind);
    CHECK(behind.ends_with("速報値|"));
    std::vector<std::string> said;
    for (const Remark& one : read_table.remarks) said.push_back(one.kind + ":" + one.text.text + ":" + one.detail);
    std::sort(said.begin(), said.end());
    CHECK(said == std::vector<std::string>{"comment:見込み:佐藤：根拠は？", "tracked-deletion::12件",
                                           "tracked-insertion:10件:山田"});
    CHECK(page.source->text().starts_with("令和7年度\n"));
}

TEST_CASE("a password, slides and archives are said to be what they are") {
    const auto refusal = [](const test::Parts& parts) {
        Page page;
        const auto read = read_office(test::zip(parts), "x", page);
        REQUIRE_FALSE(read);
        return read.fault().message.en;
    };
    RawOdf locked;
    locked.manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    CHECK(refusal(test::parts_of(locked)).starts_with("The file has a password"));
    CHECK(refusal({{"mimetype", "application/vnd.oasis.opendocument.presentation"}}).starts_with("Slides"));
    CHECK(refusal({{"sheet.html", "<table>"}}).starts_with("Files in a zip"));
    CHECK(refusal({{"content.xml",
                    "<office:document-content "
                    "xmlns:office=\"x\"><office:body><office:drawing/></office:body></office:document-content>"}})
              .starts_with("An OpenDocument file that is neither"));
}
