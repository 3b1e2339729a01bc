// SPDX-License-Identifier: MIT
// What a cell of a Word document says, by what Word and its users write into one.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "read/docx/reader.hpp"
#include "read/package/package.hpp"
#include "support/docx_parts.hpp"

using namespace goalsheet;
using test::RawDocument;

namespace {

Page read(const RawDocument& document) {
    const std::string bytes = test::zip(test::parts_of(document));
    auto package = Package::open(bytes, "test.docx");
    REQUIRE(package);
    Page page;
    REQUIRE(read_docx(*package, "test.docx", page));
    return page;
}

std::string paragraph(std::string_view children) { return test::word_paragraph_of(children); }
std::string run(std::string_view children, std::string_view look = {}) {
    return fmt::format("<w:r><w:rPr>{}</w:rPr>{}</w:r>", look, children);
}
std::string t(std::string_view text) { return fmt::format("<w:t xml:space=\"preserve\">{}</w:t>", text); }

/// The text of the one cell with these blocks.
std::string cell_text(std::string_view blocks, RawDocument document = {}) {
    document.body = test::word_table({test::word_row({test::word_cell(blocks)})});
    const Page page = read(document);
    REQUIRE(page.tables.size() >= 1);
    REQUIRE(page.tables[0].rows.size() == 1);
    REQUIRE(page.tables[0].rows[0].cells.size() == 1);
    return page.tables[0].rows[0].cells[0].text.text;
}

std::string field(std::string_view code, std::string_view result = {}) {
    const std::string shown =
        result.empty() ? "" : "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run(t(result));
    return fmt::format(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>{}"
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        code, shown);
}

std::string level(std::string_view format, std::string_view text, std::string_view more = {}, int index = 0) {
    return fmt::format(
        "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{}\"/><w:lvlText w:val=\"{}\"/>{}</w:lvl>", index,
        format, text, more);
}

RawDocument with_list(std::string_view levels, std::string_view overrides = {}) {
    RawDocument document;
    document.numbering = fmt::format(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
        "w:val=\"0\"/></w:num>"
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/>{}</w:num>",
        levels, overrides);
    return document;
}

}  // namespace

TEST_CASE("the words of a cell in Word, as they are shown") {
    struct Case {
        const char* what;
        std::string blocks;
        const char* shown;
    };
    const Case cases[] = {
        {"paragraphs", test::word_paragraph("一") + test::word_paragraph("二"), "一\n二"},
        {"an empty paragraph in between", test::word_paragraph("一") + paragraph("") + test::word_paragraph("二"),
         "一\n二"},
        {"a tab", paragraph(run(t("(1)") + "<w:tab/>" + t("交付"))), "(1) 交付"},
        {"a line break", paragraph(run(t("一") + "<w:br/>" + t("二"))), "一\n二"},
        {"a carriage return", paragraph(run(t("一") + "<w:cr/>" + t("二"))), "一\n二"},
        {"a page break and where the last page ended", paragraph(run(t("一") + "<w:lastRenderedPageBreak/>" + t("二"))),
         "一二"},
        {"words cut into runs by the spelling checker",
         paragraph(run(t("令和")) + "<w:proofErr w:type=\"spellStart\"/>" + run(t("7")) + run(t("年度"))), "令和7年度"},
        {"a hyphen that does not break, a soft one",
         paragraph(run(t("A") + "<w:noBreakHyphen/>" + t("B") + "<w:softHyphen/>" + t("C"))), "A-BC"},
        {"a smart tag",
         paragraph("<w:smartTag w:uri=\"urn:x\" w:element=\"date\"><w:smartTagPr><w:attr w:name=\"Year\" "
                   "w:val=\"2025\"/></w:smartTagPr>" +
                   run(t("4月1日")) + "</w:smartTag>"),
         "4月1日"},
        {"a link", paragraph("<w:hyperlink r:id=\"rId9\">" + run(t("計画書")) + "</w:hyperlink>"), "計画書"},
        {"custom XML",
         "<w:customXml w:element=\"goal\"><w:customXmlPr/>" + test::word_paragraph("目標") + "</w:customXml>", "目標"},
        {"right to left", paragraph("<w:bdo w:val=\"rtl\">" + run(t("abc"), "<w:rtl/>") + "</w:bdo>"), "abc"},
        {"struck-out words", paragraph(run(t("10"), "<w:strike/>") + run(t("件"), "<w:dstrike/>") + run(t("12件"))),
         "［取消線：10件］12件"},
        {"a strike that is switched off", paragraph(run(t("10件"), "<w:strike w:val=\"0\"/>")), "10件"},
        {"a note that is set higher",
         paragraph(run(t("900")) + run(t("2"), "<w:position w:val=\"6\"/>") + run(t("人"))), "900²人"},
        {"a whole line that is set higher", paragraph(run(t("900人"), "<w:position w:val=\"6\"/>")), "900人"},
        {"words set higher than their number",
         paragraph(run(t("(1) ")) + run(t("参加者40人"), "<w:position w:val=\"6\"/>")), "(1) 参加者40人"},
        {"words set straight", paragraph(run(t("900")) + run(t("2"), "<w:position w:val=\"-2\"/>")), "9002"},
        {"hidden words", paragraph(run(t("見える")) + run(t("見えない"), "<w:vanish/>")), "見える"},
        {"furigana",
         paragraph(run("<w:ruby><w:rubyPr/><w:rt>" + run(t("うえだ")) + "</w:rt><w:rubyBase>" + run(t("上田")) +
                       "</w:rubyBase></w:ruby>")),
         "上田（うえだ）"},
        {"furigana of an old document", paragraph(field(" EQ \\* jc2 \\o\\ad(\\s\\up 9(うえだ),上田)")),
         "上田（うえだ）"},
        {"a number in a circle", paragraph(field("eq \\o\\ac(○,12)")), "⑫"},
        {"a symbol of Wingdings", paragraph(run("<w:sym w:font=\"Wingdings\" w:char=\"F06C\"/>" + t("済"))), "●済"},
        {"a letter in Wingdings",
         paragraph(run(t("l"), "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>") + run(t("済"))), "●済"},
        {"Japanese in Wingdings", paragraph(run(t("済"), "<w:rFonts w:ascii=\"Wingdings\"/>")), "済"},
        {"a symbol field", paragraph(field("SYMBOL 110 \\f \"Wingdings\" \\s 10")), "■"},
        {"a field with its saved result", paragraph(field(" =SUM(ABOVE) ", "85")), "85"},
        {"a field in a field's code",
         paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>" +
                   field("PAGE", "1") + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run(t("はい")) +
                   "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
         "はい"},
        {"a field that never ends",
         paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + run(t("中"))) + test::word_paragraph("次"),
         "次"},
        {"a simple field", paragraph("<w:fldSimple w:instr=\"DATE\">" + run(t("4月1日")) + "</w:fldSimple>"), "4月1日"},
        {"a check box of a form",
         paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default "
                   "w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
                   "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" +
                   run(t("4"))),
         "☑4"},
        {"a choice of a form",
         paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry "
                   "w:val=\"1位\"/><w:listEntry w:val=\"2位\"/></w:ddList></w:ffData></w:fldChar></w:r>"
                   "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
         "2位"},
        {"a content control in a line",
         paragraph(run(t("優先順位 ")) + "<w:sdt><w:sdtPr/><w:sdtContent>" + run(t("2位")) + "</w:sdtContent></w:sdt>"),
         "優先順位 2位"},
        {"a content control around paragraphs",
         "<w:sdt><w:sdtPr/><w:sdtContent>" + test::word_paragraph("中身") + "</w:sdtContent></w:sdt>", "中身"},
        {"a content control that nobody filled in",
         "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + test::word_paragraph("ここをクリック") +
             "</w:sdtContent></w:sdt>",
         ""},
        {"insertions", paragraph(run(t("10")) + "<w:ins w:author=\"山田\">" + run(t("件")) + "</w:ins>"), "10件"},
        {"deletions",
         paragraph("<w:del w:author=\"山田\"><w:r><w:delText>12</w:delText></w:r></w:del>" + run(t("10件"))), "10件"},
        {"moved words",
         paragraph("<w:moveFrom w:author=\"山田\">" + run(t("前")) + "</w:moveFrom>" + run(t("中")) +
                   "<w:moveTo w:author=\"山田\">" + run(t("前")) + "</w:moveTo>"),
         "中前"},
        {"paragraphs joined by a deletion",
         "<w:p><w:pPr><w:rPr><w:del w:author=\"山田\"/></w:rPr></w:pPr>" + run(t("前半")) + "</w:p>" +
             test::word_paragraph("後半"),
         "前半後半"},
        {"an icon",
         paragraph(run("<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"図 1\" descr=\"8 "
                       "働きがいも経済成長も\"/></wp:inline></w:drawing>")),
         "8 働きがいも経済成長も"},
        {"icons side by side",
         paragraph(run("<w:drawing><wp:docPr descr=\"4\"/></w:drawing>") +
                   run("<w:drawing><wp:docPr descr=\"8\"/></w:drawing>")),
         "4 8"},
        {"what Word believes to see in a picture",
         paragraph(run("<w:drawing><wp:docPr descr=\"図形&#10;&#10;自動的に生成された説明\"/></w:drawing>")), ""},
        {"an icon of an old document",
         paragraph(run("<w:pict><v:shape alt=\"4 質の高い教育\"><v:imagedata/></v:shape></w:pict>")), "4 質の高い教育"},
        {"a text box, once for each program",
         paragraph(
             run("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
                 test::word_paragraph("追記") +
                 "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
                 test::word_paragraph("追記") +
                 "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>") +
             run(t("本文"))),
         "本文\n追記"},
        {"an alternative nobody knows",
         paragraph("<mc:AlternateContent><mc:Choice Requires=\"x99\">" + run(t("新")) + "</mc:Choice><mc:Fallback>" +
                   run(t("旧")) + "</mc:Fallback></mc:AlternateContent>"),
         "旧"},
        {"a formula",
         paragraph("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></"
                   "m:oMath>"),
         "1/2"},
        {"properties with words in them",
         paragraph("<w:pPr><w:rPr><w:rPrChange><w:rPr><w:rFonts w:ascii=\"x\"/></w:rPr></w:rPrChange></w:rPr></w:pPr>" +
                   run(t("語"))),
         "語"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.what);
        CHECK(cell_text(one.blocks) == one.shown);
    }
}

TEST_CASE("a list's items have the numbers that Word shows") {
    const std::string two = test::word_item("甲") + test::word_item("乙");
    struct Case {
        const char* format;
        const char* text;
        const char* shown;
    };
    const Case cases[] = {
        {"decimal", "(%1)", "(1) 甲\n(2) 乙"},
        {"decimal", "第%1", "第1 甲\n第2 乙"},
        {"decimalFullWidth", "（%1）", "（１） 甲\n（２） 乙"},
        {"decimalEnclosedCircle", "%1", "① 甲\n② 乙"},
        {"aiueoFullWidth", "%1", "ア 甲\nイ 乙"},
        {"aiueo", "(%1)", "(ｱ) 甲\n(ｲ) 乙"},
        {"irohaFullWidth", "%1．", "イ． 甲\nロ． 乙"},
        {"iroha", "%1", "ｲ 甲\nﾛ 乙"},
        {"japaneseCounting", "%1、", "一、 甲\n二、 乙"},
        {"ideographTraditional", "%1", "甲 甲\n乙 乙"},
        {"lowerRoman", "%1.", "i. 甲\nii. 乙"},
        {"upperLetter", "%1.", "A. 甲\nB. 乙"},
        {"decimalZero", "%1", "01 甲\n02 乙"},
        {"unheard-of", "%1)", "1) 甲\n2) 乙"},
        {"none", "", "甲\n乙"},
        {"bullet", "•", "・甲\n・乙"},
        {"bullet", "※", "※ 甲\n※ 乙"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.format);
        CHECK(cell_text(two, with_list(level(one.format, one.text))) == one.shown);
    }
    CHECK(cell_text(two, with_list(level("bullet", "\xEF\x81\xAC",
                                         "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>"))) == "● 甲\n● 乙");
    CHECK(cell_text(two, with_list(level("decimal", "%1", "<w:suff w:val=\"nothing\"/>"))) == "1甲\n2乙");
}

TEST_CASE("a list counts as Word does") {
    const std::string levels = level("decimal", "%1.") + level("decimal", "%1.%2", {}, 1);
    const std::string items = test::word_item("一") + test::word_item("子", 1, 1) + test::word_item("丑", 1, 1) +
                              test::word_item("二") + test::word_item("寅", 1, 1);
    CHECK(cell_text(items, with_list(levels)) == "1. 一\n\u20031.1 子\n\u20031.2 丑\n2. 二\n\u20032.1 寅");
    // Words and empty paragraphs in between do not matter; an item without words counts and leaves no line.
    CHECK(cell_text(test::word_item("一") + paragraph("") + test::word_paragraph("間") + test::word_item("") +
                        test::word_item("三"),
                    with_list(levels)) == "1. 一\n間\n3. 三");
    // Lists of one definition count on, unless one says where it starts.
    CHECK(cell_text(test::word_item("一") + test::word_item("二", 2), with_list(levels)) == "1. 一\n2. 二");
    CHECK(cell_text(test::word_item("一") + test::word_item("五", 2) + test::word_item("六", 2),
                    with_list(levels, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>")) ==
          "1. 一\n5. 五\n6. 六");
    // The document says that it is a list, but its numbering part was lost.
    CHECK(cell_text(items) == "一\n子\n丑\n二\n寅");
    // A style may make a paragraph an item.
    RawDocument styled = with_list(levels);
    styled.styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:pPr><w:numPr><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:basedOn w:val=\"c\"/></w:style>";
    CHECK(cell_text("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr>" + run(t("一")) +
                        "</w:p><w:p><w:pPr><w:pStyle w:val=\"c\"/></w:pPr>" + run(t("二")) + "</w:p>",
                    styled) == "1. 一\n二");
}

TEST_CASE("looks that come from styles") {
    RawDocument document;
    document.styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:strike w:val=\"0\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        "<w:style w:type=\"character\" w:styleId=\"gone\"><w:rPr><w:strike/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"note\"><w:rPr><w:vanish/></w:rPr></w:style>";
    CHECK(cell_text(paragraph(run(t("旧"), "<w:rStyle w:val=\"gone\"/>") + run(t("新"))), document) ==
          "［取消線：旧］新");
    CHECK(cell_text("<w:p><w:pPr><w:pStyle w:val=\"note\"/></w:pPr>" + run(t("隠")) +
                        run(t("見"), "<w:vanish w:val=\"0\"/>") + "</w:p>",
                    document) == "見");
}

TEST_CASE("charts and diagrams say their words below the paragraph they stand in") {
    RawDocument document;
    document.more = {
        {"charts/chart1.xml",
         "<c:chartSpace xmlns:c=\"c\" xmlns:a=\"a\"><c:title><a:p><a:r><a:t>来館者</a:t></a:r><a:r><a:t>の推移"
         "</a:t></a:r></a:p></c:title><c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>分館</c:v></c:pt>"
         "</c:strCache></c:strRef></c:tx></c:ser></c:chartSpace>"},
        {"diagrams/data1.xml",
         "<d:dataModel xmlns:d=\"d\" xmlns:a=\"a\"><d:pt><d:t><a:p><a:r><a:t>調べる</a:t></a:r></a:p></d:t>"
         "</d:pt></d:dataModel>"}};
    document.related = {{"chart", "charts/chart1.xml"}, {"diagramData", "diagrams/data1.xml"}};
    const std::string chart =
        "<w:drawing><a:graphic xmlns:a=\"a\"><c:chart xmlns:c=\"c\" r:id=\"rId1\"/></a:graphic></w:drawing>";
    const std::string diagram = "<w:drawing><g:relIds xmlns:g=\"g\" r:dm=\"rId2\"/></w:drawing>";
    CHECK(cell_text(paragraph(run(t("図のとおり") + chart + t("。"))) + paragraph(run(diagram)), document) ==
          "図のとおり。\n来館者の推移\n分館\n調べる");
    CHECK(cell_text(paragraph(run(t("図") + "<w:drawing><c:chart xmlns:c=\"c\" r:id=\"rId9\"/></w:drawing>")),
                    document) == "図");
}
