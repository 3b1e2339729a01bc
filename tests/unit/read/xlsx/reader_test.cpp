// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "goalsheet/read.hpp"
#include "support/xlsx_parts.hpp"

using namespace goalsheet;
using test::Parts;
using test::RawBook;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows form_rows() {
    return {
        {"令和7年度 重点目標管理シート"},
        {"重点目標", "駅前のにぎわいをつくる", "部局名", "商工部", "優先順位", "2位"},
        {"総合計画における位置付け", "第2編 しごと"},
        {"現況・課題", "・空き店舗が増えた。\n・人通りは戻りつつある。"},
        {"", "取組項目及び方法・手段", "期間・期限", "数値目標", "中間報告", "期末報告"},
        {"①", "○ 空き店舗の活用\n(1) 改装費の補助\n(2) 見学会", "(1)～(2) 年度末まで", "(1) 補助 8件\n(2) 4回",
         "(1) 補助 5件\n(2) 2回"},
        {"特記事項", "○ 市民参加・協働の推進、市民満足度の向上を考慮した点\n商店会と進める。"},
    };
}

const std::vector<std::string> kFormMerges = {"A1:F1", "B3:F3", "B4:F4", "B7:F7"};

std::string book_of(const Rows& rows, const std::vector<std::string>& merges = kFormMerges) {
    return test::zip(test::parts_of({{{"商工 2", test::worksheet(rows, merges)}}}));
}

Document read(const std::string& bytes) {
    auto documents = read_documents(bytes, "form.xlsx");
    if (!documents) FAIL(documents.fault().message.ja);
    REQUIRE(documents->size() == 1);
    return documents->front();
}

std::string refusal(const std::string& bytes) {
    const auto documents = read_documents(bytes, "form.xlsx");
    return documents ? "" : documents.fault().message.en;
}

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

/// What 数値目標 reads when its cell is this XML.
SourcedText target_of(const std::string& cell, RawBook book = {}) {
    std::string xml = test::worksheet(form_rows(), kFormMerges);
    const std::size_t begin = xml.find("<c r=\"D6\"");
    xml.replace(begin, xml.find("</c>", begin) + 4 - begin, cell);
    book.sheets = {{"シート", xml}};
    const Document document = read(test::zip(test::parts_of(book)));
    return document.sheets.at(0).items.at(0).as_written->target;
}

std::string part_of(const Parts& parts, std::string_view name) {
    for (const auto& [one, content] : parts)
        if (one == name) return content;
    return {};
}

Parts with_part(Parts parts, const std::string& name, const std::string& content) {
    for (auto& [one, old] : parts)
        if (one == name) old = content;
    return parts;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace

TEST_CASE("a form in a worksheet becomes a sheet with every text's cell") {
    const Document document = read(book_of(form_rows()));
    REQUIRE(document.sheets.size() == 1);
    CHECK(document.source.format == "xlsx");
    const Sheet& sheet = document.sheets.front();
    CHECK(sheet.goal.text == "駅前のにぎわいをつくる");
    CHECK(sheet.priority == 2);
    CHECK(sheet.fiscal_year->gregorian == 2025);
    CHECK(sheet.situation.text == "・空き店舗が増えた。\n・人通りは戻りつつある。");
    REQUIRE(sheet.items.size() == 1);
    REQUIRE(sheet.items[0].measures.size() == 2);
    CHECK(sheet.items[0].measures[1].target.text == "4回");
    CHECK(sheet.items[0].measures[1].deadline.text == "年度末まで");
    CHECK(sheet.notes.participation.text == "商店会と進める。");
    CHECK(sheet.unplaced.empty());
    CHECK(sheet.remarks.empty());
    const auto cell_of = [&](const SourcedText& text) {
        const auto place = text.source_of();
        return place ? std::string(document.source.text->line_name(document.source.text->line_at(place->first))) : "";
    };
    CHECK(cell_of(sheet.goal) == "商工 2!B2");
    CHECK(cell_of(sheet.items[0].measures[1].target) == "商工 2!D6");
    CHECK(cell_of(sheet.items[0].measures[1].final) == "商工 2!F6");
    CHECK(cell_of(sheet.items[0].as_written->target) == "商工 2!D6");
    CHECK(cell_of(sheet.notes.participation) == "商工 2!B7");
}

TEST_CASE("an empty cell of the form is where its text is missing") {
    Rows rows = form_rows();
    rows[1][5].clear();
    rows[5].resize(6);
    const Document document = read(book_of(rows));
    const Sheet& sheet = document.sheets.front();
    const auto line = [&](const SourcedText& text) {
        const auto place = text.source_of();
        REQUIRE(place);
        return std::string(document.source.text->line_name(document.source.text->line_at(place->first)));
    };
    CHECK(line(sheet.priority_text) == "商工 2!F2");
    CHECK(line(sheet.items[0].as_written->final) == "商工 2!F6");
    CHECK(line(sheet.items[0].measures[0].final) == "商工 2!F6");
    CHECK(sheet.items[0].measures[0].final.empty());
}

TEST_CASE("margins, blank rows and far-away remarks change nothing") {
    Rows rows = form_rows();
    for (auto& row : rows) row.insert(row.begin(), 2, "");
    rows.insert(rows.begin() + 4, {{}, {}, {}});
    rows.insert(rows.begin(), 5, {});
    const Document moved = read(book_of(rows, {"C6:H6", "D8:H8", "D9:H9", "D15:H15"}));
    CHECK(moved.sheets == read(book_of(form_rows())).sheets);
    std::string xml = test::worksheet(form_rows(), kFormMerges);
    xml = replaced(xml, "</sheetData>",
                   "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>終わり</v></c></row></sheetData>");
    const Document far = read(test::zip(test::parts_of({{{"s", xml}}})));
    REQUIRE(far.sheets.size() == 1);
    CHECK(far.sheets[0].items == read(book_of(form_rows())).sheets[0].items);
    REQUIRE(far.sheets[0].unplaced.size() == 1);
    CHECK(far.sheets[0].unplaced[0].text.text == "終わり");
}

TEST_CASE("what a cell shows is its text") {
    CHECK(target_of("<c r=\"D6\" t=\"inlineStr\"><is><r><t>補助</t></r><r><rPr><strike/></rPr><t>8</t></r>"
                    "<r><rPr><strike/></rPr><t>件</t></r><r><rPr><strike val=\"0\"/></rPr><t>9件</t></r>"
                    "<rPh sb=\"0\" eb=\"2\"><t>ホジョ</t></rPh><phoneticPr fontId=\"1\"/></is></c>")
              .text == "補助［取消線：8件］9件");
    CHECK(target_of("<c r=\"D6\" t=\"s\"><v> 1 </v></c>",
                    {.sheets = {}, .strings = "<si><t>0</t></si><si><t>8_x4EF6__x000D_\n_x005F_x0041_</t></si>"})
              .text == "8件\n_x0041_");
    CHECK(target_of("<c r=\"D6\" t=\"inlineStr\"><is><t>_xD867__xDE3D_ _xD867_ _x00zz_</t></is></c>").text ==
          "𩸽 \xEF\xBF\xBD _x00zz_");
    CHECK(target_of("<c r=\"D6\" t=\"b\"><v>1</v></c>").text == "TRUE");
    CHECK(target_of("<c r=\"D6\"><v>8</v></c>").text == "8");
    CHECK(target_of("<c r=\"D6\" t=\"inlineStr\"><is><t><![CDATA[8件 <以上>]]></t></is></c>").text == "8件 <以上>");
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0&quot;件&quot;\"/></numFmts>"
        "<fonts><font/><font><strike/></font></fonts>"
        "<cellXfs><xf/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"58\"/><xf fontId=\"1\"/></cellXfs>";
    const RawBook book{.sheets = {}, .styles = styles};
    CHECK(target_of("<c r=\"D6\" s=\"1\"><v>0.85</v></c>", book).text == "85%");
    CHECK(target_of("<c r=\"D6\" s=\"2\"><v>300</v></c>", book).text == "300件");
    CHECK(target_of("<c r=\"D6\" s=\"3\"><v>45961</v></c>", book).text == "令和7年10月31日");
    CHECK(target_of("<c r=\"D6\" s=\"3\" t=\"d\"><v>2025-10-31T00:00:00</v></c>", book).text == "令和7年10月31日");
    CHECK(target_of("<c r=\"D6\" s=\"4\" t=\"inlineStr\"><is><t>8件</t></is></c>", book).text == "［取消線：8件］");
    CHECK(target_of("<c r=\"D6\" s=\"77\"><v>5</v></c>", book).text == "5");
    RawBook mac = book;
    mac.properties = "date1904=\"1\"";
    CHECK(target_of("<c r=\"D6\" s=\"3\"><v>44499</v></c>", mac).text == "令和7年10月31日");
}

TEST_CASE("a formula is never computed, its saved value is taken and said") {
    std::string xml = test::worksheet(form_rows(), kFormMerges);
    const auto with_cell = [&](const std::string& cell) {
        std::string changed = xml;
        const std::size_t begin = changed.find("<c r=\"D6\"");
        changed.replace(begin, changed.find("</c>", begin) + 4 - begin, cell);
        return read(test::zip(test::parts_of({{{"s", changed}}}))).sheets.at(0);
    };
    const Sheet sheet =
        with_cell("<c r=\"D6\" t=\"str\"><f t=\"shared\" ref=\"D6:D9\" si=\"0\">A1&amp;\"件\"</f><v>8件</v></c>");
    CHECK(sheet.items[0].as_written->target.text == "8件");
    REQUIRE(sheet.remarks.size() == 1);
    CHECK(sheet.remarks[0].kind == remark::kFormula);
    CHECK(sheet.remarks[0].text.text == "8件");
    CHECK(sheet.remarks[0].detail == "=A1&\"件\"");
    const Sheet unsaved = with_cell("<c r=\"D6\"><f>SUM(A1:A3)</f></c>");
    REQUIRE(unsaved.remarks.size() == 1);
    CHECK(unsaved.remarks[0].text.empty());
    CHECK(unsaved.remarks[0].text.source_of());
    const Sheet error = with_cell("<c r=\"D6\" t=\"e\"><v>#REF!</v></c>");
    REQUIRE(error.remarks.size() == 1);
    CHECK(error.remarks[0].kind == remark::kCellError);
    CHECK(error.items[0].as_written->target.text == "#REF!");
}

TEST_CASE("cells and rows need no address, elements may have a prefix, targets may be absolute") {
    const Sheet expected = read(book_of(form_rows())).sheets[0];
    std::string bare = test::worksheet({form_rows()[1], form_rows()[2], form_rows()[4], form_rows()[5]});
    const Sheet with_addresses = read(test::zip(test::parts_of({{{"s", bare}}}))).sheets[0];
    for (const char* column : {"A", "B", "C", "D", "E", "F"})
        for (int row = 1; row <= 4; ++row) bare = replaced(bare, fmt::format(" r=\"{}{}\"", column, row), "");
    for (int row = 1; row <= 4; ++row) bare = replaced(bare, fmt::format(" r=\"{}\"", row), "");
    // The heading's first cell is empty: without addresses it has to be there.
    bare = replaced(bare, "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">取組項目",
                    "<c/><c t=\"inlineStr\"><is><t>取組項目");
    CHECK(read(test::zip(test::parts_of({{{"s", bare}}}))).sheets[0] == with_addresses);

    Parts parts = test::parts_of({{{"s", test::worksheet(form_rows(), kFormMerges)}}});
    for (auto& [name, content] : parts) {
        if (name.ends_with(".rels")) continue;
        content = replaced(replaced(content, "</", "</x:"), "<", "<x:");
        content = replaced(replaced(content, "<x:/x:", "</x:"), "<x:?", "<?");
        content = replaced(content, " xmlns=", " xmlns:x=");
    }
    CHECK(read(test::zip(parts)).sheets[0] == expected);

    parts = test::parts_of({{{"s", test::worksheet(form_rows(), kFormMerges)}}});
    for (auto& [name, content] : parts) {
        content = replaced(content, "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                           "http://purl.oclc.org/ooxml/officeDocument/relationships");
        content = replaced(content, "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                           "http://purl.oclc.org/ooxml/spreadsheetml/main");
        content = replaced(content, "Target=\"worksheets/", "Target=\"/xl/worksheets/");
        content = replaced(content, "Target=\"styles", "Target=\"./../xl/styles");
    }
    CHECK(read(test::zip(parts)).sheets[0] == expected);
}

TEST_CASE("XML that is laid out for people reads the same") {
    std::string xml = test::worksheet(form_rows(), kFormMerges);
    xml = replaced(xml, "<row", "\n  <row");
    xml = replaced(xml, "<c r", "\n    <c r");
    xml = replaced(xml, "<is>", "\n      <is>\n        ");
    xml = replaced(xml, "</is>", "\n      </is>\n    ");
    CHECK(read(test::zip(test::parts_of({{{"s", xml}}}))).sheets == read(book_of(form_rows())).sheets);
}

TEST_CASE("hidden worksheets are not read but said, hidden rows and columns go to unplaced") {
    const std::string form = test::worksheet(form_rows(), kFormMerges);
    const Document document =
        read(test::zip(test::parts_of({{{"今年", form}, {"去年", form, "hidden"}, {"一昨年", form, "veryHidden"}}})));
    CHECK(document.sheets.size() == 1);
    REQUIRE(document.remarks.size() == 2);
    CHECK(document.remarks[0].kind == remark::kHiddenTable);
    CHECK(document.remarks[0].text.text == "去年");
    CHECK(contains(refusal(test::zip(test::parts_of({{{"去年", form, "hidden"}}}))), "hidden"));

    std::string xml = replaced(form, "<sheetData>", "<cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols><sheetData>");
    xml = replaced(xml, "<row r=\"4\">", "<row r=\"4\" hidden=\"1\">");
    const Sheet sheet = read(test::zip(test::parts_of({{{"s", xml}}}))).sheets.at(0);
    CHECK(sheet.situation.empty());
    CHECK(sheet.items[0].measures[0].midterm.empty());
    CHECK(sheet.items[0].measures[0].target.text == "補助 8件");
    std::vector<std::string> hidden;
    for (const Unplaced& one : sheet.unplaced)
        if (one.label == "（非表示）") hidden.push_back(one.text.text);
    CHECK(std::find(hidden.begin(), hidden.end(), "(1) 補助 5件\n(2) 2回") != hidden.end());
    CHECK(std::find(hidden.begin(), hidden.end(), "・空き店舗が増えた。\n・人通りは戻りつつある。") != hidden.end());
}

TEST_CASE("text under a merged cell is not lost") {
    Rows rows = form_rows();
    rows[2] = {"総合計画における位置付け", "第2編 しごと", "下に隠れた文章"};
    const Sheet sheet = read(book_of(rows)).sheets[0];
    CHECK(sheet.alignments[0].text.text == "第2編 しごと");
    REQUIRE(sheet.unplaced.size() == 1);
    CHECK(sheet.unplaced[0].text.text == "下に隠れた文章");
}

TEST_CASE("cells that come out of order, twice, or in ranges that lie over each other") {
    const std::string xml = test::worksheet(form_rows(), kFormMerges);
    const std::size_t data = xml.find("<sheetData>") + 11;
    const std::size_t split = xml.find("<row r=\"5\">");
    const std::size_t end = xml.find("</sheetData>");
    const std::string turned =
        xml.substr(0, data) + xml.substr(split, end - split) + xml.substr(data, split - data) + xml.substr(end);
    CHECK(read(test::zip(test::parts_of({{{"s", turned}}}))).sheets == read(book_of(form_rows())).sheets);

    const std::string twice =
        replaced(xml, "</sheetData>", "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>別の目標</v></c></row></sheetData>");
    const Sheet sheet = read(test::zip(test::parts_of({{{"s", twice}}}))).sheets.at(0);
    CHECK(sheet.goal.text == "駅前のにぎわいをつくる");
    REQUIRE(sheet.unplaced.size() == 1);
    CHECK(sheet.unplaced[0].text.text == "別の目標");

    std::vector<std::string> merges = kFormMerges;
    merges.insert(merges.end(), {"A1:C4", "B3:C9", "F1:F1", "C9", "Z9:A0", "A1:XFD1048576", ""});
    CHECK(read(book_of(form_rows(), merges)).sheets == read(book_of(form_rows())).sheets);
}

TEST_CASE("data sheets of an export and a workbook without styles or strings") {
    Parts parts = test::parts_of({{{"s", test::worksheet(form_rows(), kFormMerges)}}});
    std::erase_if(
        parts, [](const auto& part) { return part.first == "xl/styles.xml" || part.first == "xl/sharedStrings.xml"; });
    CHECK(read(test::zip(parts)).sheets == read(book_of(form_rows())).sheets);
}

// ---- what is refused

TEST_CASE("a workbook that is cut off, damaged or none at all is refused with the reason") {
    const std::string good = book_of(form_rows());
    for (const std::size_t kept : {std::size_t{5}, std::size_t{100}, good.size() / 2, good.size() - 10}) {
        CAPTURE(kept);
        CHECK(contains(refusal(good.substr(0, kept)), "damaged or cut off"));
    }
    CHECK(contains(refusal("PK\x03\x04 no zip behind it"), "damaged or cut off"));
    CHECK(contains(refusal(test::zip({{"word/document.xml", "<document/>"}})), "Not a Word document"));
    CHECK(contains(refusal(test::zip({{"xl/workbook.xml", "<document/>"}})), "Not a workbook"));
    const Parts parts = test::parts_of({{{"s", test::worksheet(form_rows())}}});
    for (const char* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"}) {
        CAPTURE(part);
        const std::string content = part_of(parts, part);
        CHECK(contains(refusal(test::zip(with_part(parts, part, content.substr(0, content.size() / 2)))), "damaged"));
    }
    CHECK(contains(
        refusal(test::zip(with_part(parts, "xl/worksheets/sheet1.xml",
                                    test::worksheet_of("<sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData>")))),
        "damaged"));
}

TEST_CASE("a wrong checksum is damage") {
    std::string bytes = test::zip(test::parts_of({{{"s", test::worksheet(form_rows(), kFormMerges)}}}));
    for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos; at = bytes.find("PK\x01\x02", at + 1))
        bytes[at + 16] = static_cast<char>(bytes[at + 16] ^ 1);
    CHECK(contains(refusal(bytes), "damaged"));
}

TEST_CASE("parts outside of the package, two of one name, and document types are refused") {
    Parts parts = test::parts_of({{{"s", test::worksheet(form_rows())}}});
    for (const char* name : {"../evil.xml", "xl/../../evil.xml", "xl\\..\\..\\evil.xml", "C:/evil.xml"}) {
        CAPTURE(name);
        Parts more = parts;
        more.emplace_back(name, "<x/>");
        CHECK(contains(refusal(test::zip(more)), "leads out of it"));
    }
    Parts twice = parts;
    twice.emplace_back("XL/Worksheets/sheet1.xml", "<worksheet/>");
    CHECK(contains(refusal(test::zip(twice)), "two parts named"));
    const std::string rels = part_of(parts, "xl/_rels/workbook.xml.rels");
    CHECK(contains(refusal(test::zip(with_part(parts, "xl/_rels/workbook.xml.rels",
                                               replaced(rels, "worksheets/", "../../worksheets/")))),
                   "damaged"));
    const std::string entities =
        "<!DOCTYPE sst [<!ENTITY a \"ハハハハハハハハ\"><!ENTITY b "
        "\"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    CHECK(contains(refusal(test::zip(with_part(parts, "xl/sharedStrings.xml", entities))), "document type"));
}

TEST_CASE("bombs are refused within a second") {
    const auto begin = std::chrono::steady_clock::now();
    const Parts parts = test::parts_of({{{"s", test::worksheet(form_rows())}}});
    const auto with_sheet = [&](const std::string& xml) {
        return refusal(test::zip(with_part(parts, "xl/worksheets/sheet1.xml", xml)));
    };
    CHECK(contains(with_sheet(std::string(20'000'000, ' ')), "package-part-bytes"));
    std::string many;
    for (int i = 0; i < 700'000; ++i) many += "<c/>";
    CHECK(contains(with_sheet(test::worksheet_of("<sheetData><row>" + many + "</row></sheetData>")), "xml-tags"));
    std::string merges;
    for (int i = 0; i < 30'000; ++i) merges += "<mergeCell ref=\"A1:B2\"/>";
    CHECK(contains(with_sheet(test::worksheet_of("<mergeCells>" + merges + "</mergeCells>")), "xlsx-merges"));
    std::string attributes;
    for (int i = 0; i < 1'000'000; ++i) attributes += "a=\"\" ";
    CHECK(contains(with_sheet("<worksheet " + attributes + "/>"), "xml-attributes"));
    std::string repeated;
    for (int i = 0; i < 2'000; ++i) repeated += fmt::format("<row r=\"{}\"><c t=\"s\"><v>0</v></c></row>", i + 1);
    Parts long_string =
        with_part(parts, "xl/worksheets/sheet1.xml", test::worksheet_of("<sheetData>" + repeated + "</sheetData>"));
    long_string =
        with_part(long_string, "xl/sharedStrings.xml", "<sst><si><t>" + std::string(32'000, 'x') + "</t></si></sst>");
    CHECK(contains(refusal(test::zip(long_string)), "xlsx-text-bytes"));
    Parts crowd = parts;
    for (int i = 0; i < 5'001; ++i) crowd.emplace_back(fmt::format("xl/media/{}.png", i), "");
    CHECK(contains(refusal(test::zip(crowd)), "package-parts"));
    // Elements in elements: nothing walks them, and freeing them must not recurse.
    std::string deep;
    for (int i = 0; i < 250'000; ++i) deep += "<a>";
    for (int i = 0; i < 250'000; ++i) deep += "</a>";
    CHECK(contains(with_sheet(test::worksheet_of(deep)), "No goal-sheet table"));
    const auto took = std::chrono::steady_clock::now() - begin;
    CHECK(took < std::chrono::seconds(20));  // all of them, with their making, also under a sanitizer
}

TEST_CASE("a worksheet that is a long list is left out and said") {
    Rows list;
    for (int i = 0; i < 1'000; ++i) {
        list.emplace_back(90);
        list.back().front() = list.back().back() = "あ";
    }
    const Document document = read(test::zip(
        test::parts_of({{{"名簿", test::worksheet(list)}, {"s", test::worksheet(form_rows(), kFormMerges)}}})));
    CHECK(document.sheets.size() == 1);
    REQUIRE(document.remarks.size() == 1);
    CHECK(document.remarks[0].kind == remark::kLimit);
    CHECK(contains(document.remarks[0].detail, "名簿"));
}

TEST_CASE("what stands beside the cells of a worksheet is kept") {
    const std::string drawing =
        "<d:wsDr xmlns:d=\"d\" xmlns:a=\"a\">"
        "<d:twoCellAnchor><d:from><d:col>1</d:col><d:row>2</d:row></"
        "d:from><d:sp><d:txBody><a:p><a:r><a:t>追加：10月に3件</a:t></a:r>"
        "</a:p><a:p><a:r><a:t>二行目</a:t></a:r></a:p></d:txBody></d:sp></d:twoCellAnchor>"
        "<d:oneCellAnchor><d:from><d:col>1</d:col><d:row>1</d:row></d:from><d:grpSp><d:pic><d:nvPicPr><d:cNvPr "
        "descr=\"にぎわいの印\"/></d:nvPicPr></d:pic></d:grpSp></d:oneCellAnchor></d:wsDr>";
    const std::string comments =
        "<comments><commentList><comment ref=\"B2\"><text><r><t>目標の根拠は？</t></r></text></comment>"
        "<comment ref=\"D6\"><text><t>[Threaded comment]</t></text></comment></commentList></comments>";
    const std::string threaded =
        "<ThreadedComments><threadedComment ref=\"D6\"><text>件数は速報値</text></threadedComment></ThreadedComments>";
    std::string sheet = test::worksheet(form_rows(), kFormMerges);
    const std::string behind =
        "<dataValidations><dataValidation sqref=\"D6 D7\" promptTitle=\"書き方\" "
        "prompt=\"数で書く\"/></dataValidations>"
        "<hyperlinks><hyperlink ref=\"B2\" tooltip=\"計画を開く\"/></hyperlinks>"
        "<headerFooter><oddHeader>&amp;L&amp;9第2号様式&amp;C&amp;P / &amp;N</oddHeader></headerFooter>";
    sheet.insert(sheet.rfind("</"), behind);
    Parts parts = test::parts_of({{{"商工 2", sheet}}});
    std::string sheet_part;
    for (const auto& [name, content] : parts)
        if (content == sheet) sheet_part = name.substr(name.rfind('/') + 1);
    parts.emplace_back("xl/worksheets/_rels/" + sheet_part + ".rels",
                       "<Relationships><Relationship Id=\"a\" Type=\"x/drawing\" Target=\"../drawings/d.xml\"/>"
                       "<Relationship Id=\"b\" Type=\"x/comments\" Target=\"../comments1.xml\"/>"
                       "<Relationship Id=\"c\" Type=\"x/threadedComment\" Target=\"../t.xml\"/></Relationships>");
    parts.emplace_back("xl/drawings/d.xml", drawing);
    parts.emplace_back("xl/comments1.xml", comments);
    parts.emplace_back("xl/t.xml", threaded);
    const Document document = read(test::zip(parts));
    std::string unplaced;
    for (const Unplaced& one : document.sheets.at(0).unplaced) unplaced += one.text.text + "|";
    for (const char* words :
         {"追加：10月に3件\n二行目", "目標の根拠は？", "件数は速報値", "書き方\n数で書く", "計画を開く", "第2号様式"}) {
        CAPTURE(words);
        CHECK(contains(unplaced, words));
    }
    CHECK_FALSE(contains(unplaced, "Threaded"));
    std::string said;
    for (const Remark& one : document.sheets.at(0).remarks)
        if (one.kind == "comment") said += one.detail + "|";
    CHECK(contains(said, "目標の根拠は？|"));
    CHECK(contains(said, "件数は速報値|"));
    CHECK(contains(document.sheets.at(0).goal.text, "にぎわいの印"));
}

TEST_CASE("charts, diagrams and controls on a worksheet say their words") {
    const std::string sheet = test::worksheet(form_rows(), kFormMerges);
    Parts parts = test::parts_of({{{"商工 2", sheet}}});
    std::string sheet_part;
    for (const auto& [name, content] : parts)
        if (content == sheet) sheet_part = name.substr(name.rfind('/') + 1);
    parts.emplace_back("xl/worksheets/_rels/" + sheet_part + ".rels",
                       "<Relationships><Relationship Id=\"a\" Type=\"x/drawing\" Target=\"../drawings/d.xml\"/>"
                       "<Relationship Id=\"b\" Type=\"x/vmlDrawing\" Target=\"../drawings/v.vml\"/></Relationships>");
    const std::string frame =
        "<d:oneCellAnchor><d:from><d:col>1</d:col><d:row>9</d:row></d:from><d:graphicFrame><a:graphic><a:graphicData>"
        "{}</a:graphicData></a:graphic></d:graphicFrame></d:oneCellAnchor>";
    parts.emplace_back("xl/drawings/d.xml",
                       "<d:wsDr xmlns:d=\"d\" xmlns:a=\"a\" xmlns:r=\"r\" xmlns:c=\"c\" xmlns:g=\"g\">" +
                           fmt::format(fmt::runtime(frame), "<c:chart r:id=\"r1\"/>") +
                           fmt::format(fmt::runtime(frame), "<g:relIds r:dm=\"r2\"/>") + "</d:wsDr>");
    parts.emplace_back("xl/drawings/_rels/d.xml.rels",
                       "<Relationships><Relationship Id=\"r1\" Type=\"x/chart\" Target=\"../charts/c.xml\"/>"
                       "<Relationship Id=\"r2\" Type=\"x/diagramData\" Target=\"../diagrams/g.xml\"/></Relationships>");
    parts.emplace_back("xl/charts/c.xml",
                       "<c:chartSpace xmlns:c=\"c\" xmlns:a=\"a\"><c:title><a:p><a:r><a:t>来館者の</a:t></a:r><a:r>"
                       "<a:t>推移</a:t></a:r></a:p></c:title><c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>分館</c:v>"
                       "</c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:numCache><c:pt><c:v>33</c:v></c:pt>"
                       "</c:numCache></c:numRef></c:val></c:ser></c:chartSpace>");
    parts.emplace_back(
        "xl/diagrams/g.xml",
        "<g:dataModel xmlns:g=\"g\" xmlns:a=\"a\"><g:pt><g:t><a:p><a:r><a:t>調べる</a:t></a:r></a:p></g:t>"
        "</g:pt><g:pt><g:t><a:p><a:r><a:t>決める</a:t></a:r></a:p></g:t></g:pt></g:dataModel>");
    parts.emplace_back(
        "xl/drawings/v.vml",
        "<xml xmlns:v=\"v\" xmlns:x=\"x\"><v:shape><v:textbox><div>市民参加</div></v:textbox>"
        "<x:ClientData ObjectType=\"Checkbox\"><x:Anchor>1, 0, 8, 2, 3, 0, 9, 0</x:Anchor>"
        "<x:Checked>1</x:Checked></x:ClientData></v:shape><v:shape><v:textbox><div>付箋</div></v:textbox>"
        "<x:ClientData ObjectType=\"Note\"/></v:shape><v:shape><v:textbox>消す</v:textbox>"
        "<x:ClientData ObjectType=\"Button\"/></v:shape></xml>");
    const Document document = read(test::zip(parts));
    std::string unplaced;
    for (const Unplaced& one : document.sheets.at(0).unplaced) unplaced += one.text.text + "|";
    for (const char* words : {"来館者の推移\n分館|", "調べる\n決める|", "☑ 市民参加|", "消す|"}) {
        CAPTURE(words);
        CHECK(contains(unplaced, words));
    }
    CHECK_FALSE(contains(unplaced, "33"));
    CHECK_FALSE(contains(unplaced, "付箋"));
}

TEST_CASE("a superscript in a cell is marked as one") {
    CHECK(target_of("<c r=\"D6\" t=\"inlineStr\"><is><r><t>参加者 1,200</t></r><r><rPr><vertAlign "
                    "val=\"superscript\"/></rPr><t>1</t></r><r><t>人</t></r></is></c>")
              .text == "参加者 1,200¹人");
}
