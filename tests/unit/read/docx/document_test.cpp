// SPDX-License-Identifier: MIT
// Tables of Word documents with what stands around them, and what is remarked.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/read.hpp"
#include "goalsheet/review_remarks.hpp"
#include "goalsheet/validate.hpp"
#include "read/docx/reader.hpp"
#include "read/package/package.hpp"
#include "support/docx_parts.hpp"

using namespace goalsheet;
using test::RawDocument;
using test::word_cell;
using test::word_paragraph;
using test::word_row;
using test::word_table;

namespace {

Page read(const RawDocument& document) {
    const std::string bytes = test::zip(test::parts_of(document));
    auto package = Package::open(bytes, "test.docx");
    REQUIRE(package);
    Page page;
    REQUIRE(read_docx(*package, "test.docx", page));
    return page;
}

Page read_body(const std::string& body) {
    RawDocument document;
    document.body = body;
    return read(document);
}

std::string cell(std::string_view text, std::string_view properties = {}) {
    return word_cell(word_paragraph(text), properties);
}

/// Cells as text, with spans behind them: a|b[2x1]
std::vector<std::string> shape(const Table& table) {
    std::vector<std::string> rows;
    for (const Row& row : table.rows) {
        std::string line;
        for (const Cell& one : row.cells) {
            line += (line.empty() ? "" : "|") + one.text.text;
            if (one.colspan != 1 || one.rowspan != 1) line += fmt::format("[{}x{}]", one.colspan, one.rowspan);
        }
        rows.push_back(line);
    }
    return rows;
}

std::string place_of(const Page& page, const SourcedText& text) {
    const auto at = text.source_of();
    REQUIRE(at);
    return std::string(page.source->line_name(page.source->line_at(at->first)));
}

constexpr const char* kRestart = "<w:vMerge w:val=\"restart\"/>";
constexpr const char* kGoesOn = "<w:vMerge/>";

const std::vector<std::vector<std::string>> kForm = {{"重点目標", "緑を守る", "部局名", "環境部", "優先順位", "1位"},
                                                     {"", "取組項目", "期限", "数値目標", "中間報告", "期末報告"},
                                                     {"①", "○ 植樹", "3月", "(1) 5本", "(1) 2本", ""}};

}  // namespace

TEST_CASE("merged cells have their spans") {
    const Page page = read_body(word_table({word_row({cell("a", "<w:gridSpan w:val=\"2\"/>"), cell("b", kRestart)}),
                                            word_row({cell("c", kRestart), cell("d"), cell("", kGoesOn)}),
                                            word_row({cell("", kGoesOn), cell("e"), cell("f")})}));
    REQUIRE(page.tables.size() == 1);
    CHECK(shape(page.tables[0]) == std::vector<std::string>{"a[2x1]|b[1x2]", "c[1x2]|d", "e|f"});
}

TEST_CASE("merges that nothing stands above, and words under a merged cell") {
    Page page = read_body(
        word_table({word_row({cell("a", kGoesOn), cell("b")}), word_row({cell("c", "<w:gridSpan w:val=\"2\"/>")}),
                    word_row({cell("d", kRestart), cell("e")}), word_row({cell("隠れた語", kGoesOn), cell("f")})}));
    CHECK(shape(page.tables[0]) == std::vector<std::string>{"a|b", "c[2x1]", "d[1x2]|e", "f"});
    REQUIRE(page.tables[0].rows[2].cells[0].hidden.size() == 1);
    CHECK(page.tables[0].rows[2].cells[0].hidden[0].text == "隠れた語");
    page = read_body(
        word_table({word_row({cell("a", "<w:hMerge w:val=\"restart\"/>"), cell("", "<w:hMerge/>"), cell("b")})}));
    CHECK(shape(page.tables[0]) == std::vector<std::string>{"a[2x1]|b"});
}

TEST_CASE("rows that begin and end away from the others, and rows that are not there") {
    const Page page = read_body(
        word_table({word_row({cell("a"), cell("b"), cell("c")}, "<w:tblHeader/>"),
                    word_row({cell("d")}, "<w:gridBefore w:val=\"2\"/>"),
                    word_row({cell("x"), cell("y"), cell("z")}, "<w:hidden/>"),
                    word_row({cell("旧"), cell("旧"), cell("旧")}, "<w:del w:author=\"山田\"/>"),
                    "<w:sdt><w:sdtPr/><w:sdtContent>" +
                        word_row({cell("e"), "<w:sdt><w:sdtContent>" + cell("f") + "</w:sdtContent></w:sdt>"}) +
                        "</w:sdtContent></w:sdt>"}));
    CHECK(shape(page.tables[0]) == std::vector<std::string>{"a|b|c", "[2x1]|d", "e|f"});
    REQUIRE(page.tables[0].hidden_texts.size() == 1);
    CHECK(page.tables[0].hidden_texts[0].text == "x\ny\nz");
    REQUIRE(page.tables[0].remarks.size() == 1);
    CHECK(page.tables[0].remarks[0].kind == remark::kDeletion);
}

TEST_CASE("a table in a cell, and one in a text box") {
    const Page nested = read_body(
        word_table({word_row({word_cell(word_paragraph("外") + test::word_table_of({{"内"}}) + word_paragraph(""))})}));
    REQUIRE(nested.tables.size() == 2);
    CHECK(nested.tables[1].nested);
    CHECK(nested.tables[1].rows[0].cells[0].text.text == "内");
    CHECK(nested.tables[0].rows[0].cells[0].tables == std::vector<std::size_t>{1});
    const Page box =
        read_body(test::word_paragraph_of("<w:r><w:pict><v:textbox><w:txbxContent>" + test::word_table_of({{"箱"}}) +
                                          word_paragraph("") + "</w:txbxContent></v:textbox></w:pict></w:r>"));
    REQUIRE(box.tables.size() == 1);
    CHECK_FALSE(box.tables[0].nested);
    CHECK(box.tables[0].rows[0].cells[0].text.text == "箱");
}

TEST_CASE("places are tables, rows and columns as Word counts them") {
    const Page page =
        read_body(word_paragraph("前書き") + test::word_table_of({{"a"}}) + word_paragraph("間") +
                  word_table({word_row({cell("b", kRestart), cell("c")}), word_row({cell("", kGoesOn), cell("d")}),
                              word_row({cell(""), cell("e")})}));
    REQUIRE(page.tables.size() == 2);
    CHECK(place_of(page, page.tables[0].rows[0].cells[0].text) == "表1 1行目 1列目");
    CHECK(place_of(page, page.tables[1].rows[1].cells[0].text) == "表2 2行目 2列目");
    CHECK(page.source->line_name(page.source->line_at(page.tables[1].rows[2].cells[0].source)) == "表2 3行目 1列目");
    CHECK(place_of(page, page.tables[1].prose.back()) == "本文 2段落目");
}

TEST_CASE("headings, lists and lines around a table") {
    RawDocument document;
    document.styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"mine\"><w:name w:val=\"部局\"/><w:pPr><w:outlineLvl "
        "w:val=\"1\"/></w:pPr></w:style>";
    document.numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    document.body =
        "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>環境部の重点目標</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:pStyle w:val=\"mine\"/></w:pPr><w:r><w:t>令和7年度 重点目標</w:t></w:r></w:p>" +
        test::word_item("緑を守る") + test::word_item("水を守る") + word_paragraph("令和7年度 重点目標管理シート") +
        test::word_table_of({{"a"}});
    const Page page = read(document);
    REQUIRE(page.headings.size() == 2);
    CHECK(page.headings[1].text == "令和7年度 重点目標");
    REQUIRE(page.lists.size() == 1);
    CHECK(page.lists[0].heading.text == "令和7年度 重点目標");
    REQUIRE(page.lists[0].entries.size() == 2);
    CHECK(page.lists[0].entries[1].text == "水を守る");
    CHECK(page.tables[0].prose.back().text == "令和7年度 重点目標管理シート");
}

TEST_CASE("notes stand behind their table, headers and footers around everything") {
    RawDocument document;
    document.footnotes =
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> "
        "速報値</w:t></w:r></w:p></w:footnote>";
    document.more = {{"header1.xml", "<w:hdr>" + word_paragraph("令和7年度") + "</w:hdr>"},
                     {"header2.xml", "<w:hdr>" + word_paragraph("表紙だけ") + "</w:hdr>"}};
    document.related = {{"header", "header1.xml"}, {"header", "header2.xml"}};
    document.body = test::word_table({word_row({word_cell(test::word_paragraph_of(
                        "<w:r><w:t>10件</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"))})}) +
                    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:headerReference "
                    "w:type=\"first\" r:id=\"rId2\"/></w:sectPr>";
    const Page page = read(document);
    REQUIRE(page.tables.size() == 1);
    CHECK(page.tables[0].rows[0].cells[0].text.text.starts_with("10件"));
    CHECK(page.tables[0].rows[0].cells[0].text.text.find("速報値") == std::string::npos);
    REQUIRE(page.tables[0].following.size() == 1);
    CHECK(page.tables[0].following[0].text.find("速報値") != std::string::npos);
    CHECK(place_of(page, page.tables[0].following[0]) == "脚注1");
    REQUIRE(page.tables[0].prose.size() == 1);
    CHECK(page.tables[0].prose[0].text == "令和7年度");
}

TEST_CASE("changes and comments are remarked where they are") {
    RawDocument document;
    document.comments = "<w:comment w:id=\"3\" w:author=\"佐藤\"><w:p><w:r><w:t>根拠は？</w:t></w:r></w:p></w:comment>";
    document.body = test::word_table({word_row({word_cell(
        test::word_paragraph_of("<w:commentRangeStart w:id=\"3\"/><w:r><w:t>10件</w:t></w:r><w:commentRangeEnd "
                                "w:id=\"3\"/><w:r><w:commentReference w:id=\"3\"/></w:r>"
                                "<w:ins w:author=\"山田\"><w:r><w:t>（見</w:t></w:r></w:ins><w:ins "
                                "w:author=\"山田\"><w:r><w:t>込み）</w:t></w:r></w:ins>"
                                "<w:del w:author=\"山田\"><w:r><w:delText>の予定</w:delText></w:r></w:del>"))})});
    const Page page = read(document);
    std::vector<std::string> said;
    for (const Remark& one : page.tables[0].remarks) said.push_back(one.kind + ":" + one.text.text + ":" + one.detail);
    std::sort(said.begin(), said.end());
    CHECK(said == std::vector<std::string>{"comment:10件:佐藤：根拠は？", "tracked-deletion::の予定",
                                           "tracked-insertion:（見込み）:山田"});
    for (const Remark& one : page.tables[0].remarks) CHECK(place_of(page, one.text) == "表1 1行目 1列目");
}

TEST_CASE("files that were put into the document") {
    RawDocument document;
    RawDocument inner;
    inner.body = test::word_table_of({{"中の文書"}});
    document.more = {{"chunk.html", "<html><body>\r\n<table><tr><td>中の&amp;ページ</td></tr></table></body></html>"},
                     {"chunk.docx", test::zip(test::parts_of(inner))},
                     {"chunk.rtf", "{\\rtf1 x}"}};
    document.related = {{"aFChunk", "chunk.html"}, {"aFChunk", "chunk.docx"}, {"aFChunk", "chunk.rtf"}};
    document.body = "<w:altChunk r:id=\"rId1\"/><w:altChunk r:id=\"rId2\"/><w:altChunk r:id=\"rId3\"/>" +
                    test::word_table_of({{"本体"}});
    const Page page = read(document);
    REQUIRE(page.tables.size() == 3);
    CHECK(page.tables[0].rows[0].cells[0].text.text == "中の&ページ");
    CHECK(page.tables[1].rows[0].cells[0].text.text == "中の文書");
    REQUIRE(page.remarks.size() == 1);
    CHECK(page.remarks[0].kind == remark::kNotRead);
}

TEST_CASE("a form in Word reads as the same form elsewhere, in both kinds of namespaces") {
    RawDocument document;
    document.body = word_paragraph("令和7年度 重点目標管理シート") + test::word_table_of(kForm);
    for (const bool strict : {false, true}) {
        CAPTURE(strict);
        document.strict = strict;
        const auto documents = read_documents(test::zip(test::parts_of(document)), "form.docx");
        REQUIRE(documents);
        REQUIRE(documents->size() == 1);
        const Document& read = documents->front();
        CHECK(read.source.format == "docx");
        REQUIRE(read.sheets.size() == 1);
        CHECK(read.sheets[0].goal.text == "緑を守る");
        CHECK(read.sheets[0].department.text == "環境部");
        CHECK(read.fiscal_year->gregorian == 2025);
        CHECK(read.sheets[0].items[0].measures[0].target.text == "5本");
    }
}

TEST_CASE("hostile documents end soon") {
    const auto text_of = [](const std::string& body) { return read_body(body).source->text().size(); };
    std::string spans;
    for (int i = 0; i < 100'000; ++i) spans += "<w:tc><w:tcPr><w:gridSpan w:val=\"1000000\"/></w:tcPr></w:tc>";
    CHECK(text_of("<w:tbl><w:tr>" + spans + "</w:tr></w:tbl>") > 0);
    std::string deep = test::word_paragraph("底");
    for (int i = 0; i < 2'000; ++i) deep = "<w:tbl><w:tr><w:tc>" + deep + "</w:tc></w:tr></w:tbl>";
    CHECK(text_of(deep) > 0);
    std::string fields;
    for (int i = 0; i < 100'000; ++i) fields += "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    CHECK(text_of("<w:p>" + fields + "</w:p>" + test::word_paragraph("後")) > 0);
    std::string boxes = "底";
    for (int i = 0; i < 1'000; ++i)
        boxes = "<w:p><w:r><w:pict><w:txbxContent>" + boxes + "</w:txbxContent></w:pict></w:r></w:p>";
    CHECK(text_of(boxes) == 0);
    RawDocument notes;
    notes.footnotes =
        "<w:footnote w:id=\"1\"><w:p><w:r><w:t>注</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:footnote>";
    for (int i = 0; i < 10'000; ++i) notes.body += "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
    CHECK(read(notes).source->text().size() < 200'000);
}
