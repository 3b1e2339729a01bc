// SPDX-License-Identifier: MIT
// What is no page is refused with what it is and what to do.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/read.hpp"

using namespace goalsheet;

namespace {

std::string refusal_of(const std::string& bytes, const ReadOptions& options = {}) {
    const auto read = read_documents(bytes, "page.html", options);
    REQUIRE_FALSE(read);
    CHECK(read.fault().path == "page.html");
    CHECK_FALSE(read.fault().message.ja.empty());
    return read.fault().message.en;
}

std::string utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) out.append({c, '\0'});
    return out;
}

const std::string kSheet =
    "<table><tr><td>重点目標</td><td>緑を増やす</td><td>部局名</td><td>環境部</td></tr>"
    "<tr><td>取組項目</td><td>期限</td><td>数値目標</td></tr><tr><td>①植樹</td><td>3月</td><td>5本</td></tr></table>";

}  // namespace

TEST_CASE("files that hold no page are named") {
    CHECK(refusal_of("") == "The file is empty; save the page with the sheets again.");
    CHECK(refusal_of("%PDF-1.7") == "A PDF cannot be read; give the web page (HTML) or the table copied as text.");
    CHECK(refusal_of("\x89PNG\r\n") ==
          "Not a text: an image, an archive or a program; give the page or document with the sheets.");
    CHECK(refusal_of("\x1F\x8B") ==
          "Not a text: an image, an archive or a program; give the page or document with the sheets.");
    CHECK(refusal_of(std::string(100, '\0')) ==
          "Not a text: it is full of NUL bytes; give the page or document with the sheets.");
    const std::string office = "\xD0\xCF\x11\xE0";
    CHECK(refusal_of(office + utf16("Workbook")) ==
          "An old .xls or a file with a password; open it in Excel, remove the password and save it as .xlsx.");
    CHECK(refusal_of(office + utf16("EncryptedPackage")) ==
          "The file has a password; open it in Excel or Word, remove the password and save it again.");
    CHECK(refusal_of(office + utf16("PowerPoint Document")) ==
          "Slides cannot be read; paste the table into Word or Excel and save that.");
    CHECK(refusal_of(office + utf16("DocumentText")) ==
          "An Ichitaro document cannot be read; open it in Ichitaro and save it as .docx.");
    CHECK(refusal_of("\xEF\xBB\xBF%PDF-1.4") ==
          "A PDF cannot be read; give the web page (HTML) or the table copied as text.");
}

TEST_CASE("texts of another kind are named, not blamed for their labels") {
    const std::string declared = "<?xml version=\"1.0\"?>\n";
    CHECK(refusal_of(declared + "<?mso-application progid=\"Excel.Sheet\"?><ss:Workbook xmlns:ss=\"x\"/>") ==
          "An old XML format of Excel; open it in Excel and save it as .xlsx.");
    CHECK(refusal_of(declared + "<!-- a --><w:wordDocument/>") ==
          "An XML format of Word; open it in Word and save it as .docx.");
    CHECK(refusal_of("<pkg:package/>") == "An XML format of Word; open it in Word and save it as .docx.");
    CHECK(refusal_of(declared + "<office:document a='b'/>") ==
          "A flat XML format of LibreOffice; open it there and save it as .odt or .ods.");
    CHECK(refusal_of("<meta HTTP-EQUIV='Refresh' content='3; URL=r7/midori.html'>") ==
          "The page only leads to another one (r7/midori.html); save that page and give it.");
    CHECK(refusal_of("重点目標,緑,部局名,環境部\n取組,期限,目標,報告\n植樹,3月,5本,2本\n") ==
          "CSV is not read; open it in a spreadsheet and save it as .xlsx, or copy the table as text.");
}

TEST_CASE("UTF-16 without its mark and UTF-32 are named; nothing else is taken for them") {
    std::string little;
    std::string big;
    for (const char16_t c : std::u16string_view(u"重点目標\t緑を増やす\t部局名\t環境部\n取組\t植樹\n")) {
        little.append({static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)});
        big.append({static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)});
    }
    CHECK(refusal_of(little) == "The file is UTF-16 without a byte order mark; pass `--encoding utf-16le`.");
    CHECK(refusal_of(big) == "The file is UTF-16 without a byte order mark; pass `--encoding utf-16be`.");
    CHECK(refusal_of(std::string("\xFF\xFE\0\0<\0\0\0", 8)) == "The file is UTF-32; save it as UTF-8.");
    CHECK(refusal_of("plain words, and more") ==
          "No goal-sheet table found; check that it has the form's labels (重点目標, 部局名, 数値目標, …).");
}

std::string not_in(const std::string& fitting) {
    return "Cannot be read as “utf-8”, which --encoding names; it looks like " + fitting +
           ". Leave --encoding out or pass `--encoding " + fitting + "`.";
}

TEST_CASE("a page without a sheet, and one whose characters cannot be told") {
    CHECK(refusal_of("<p>お知らせ</p>") ==
          "No goal-sheet table found; check that it has the form's labels (重点目標, 部局名, 数値目標, …).");
    ReadOptions options;
    options.encoding = "utf-8";
    CHECK(refusal_of("<p>\x82\xa0\x82\xa2</p>", options) == not_in("cp932"));
    CHECK(refusal_of("<p>\xA4\xA2\xA4\xA4</p>", options) == not_in("euc-jp"));
    CHECK(refusal_of("<p>\x1B$B$\"$$\x1B(B</p>", options) == not_in("iso-2022-jp"));
    options.encoding = "koi8-r";
    CHECK(refusal_of(kSheet, options) == "Unknown encoding “koi8-r”; use utf-8, cp932, euc-jp, iso-2022-jp or utf-16.");
}

TEST_CASE("an encoding that is forced decodes; one that cannot hold Japanese is not believed") {
    ReadOptions options;
    options.encoding = "ISO-8859-1";
    const auto forced = read_documents(kSheet, "page.html", options);
    CHECK_FALSE(forced);  // UTF-8 read as Latin-1 has none of the labels
    const auto declared = read_documents("<meta charset=iso-8859-1>" + kSheet, "page.html");
    REQUIRE(declared);
    CHECK(declared->at(0).sheets.at(0).goal.text == "緑を増やす");
    REQUIRE(declared->at(0).remarks.size() == 1);
    CHECK(declared->at(0).remarks[0].kind == remark::kCharsetMismatch);
    CHECK(declared->at(0).remarks[0].detail == "iso-8859-1 utf-8");
}

TEST_CASE("a page that makes a browser's parser fill the machine is given up") {
    std::string fonts;
    for (int i = 0; i < 10'000; ++i) fonts += fmt::format("<p><font color={}>", i);
    CHECK(refusal_of(fonts) == "The HTML is malformed: parsing it needs more than 76 MiB. Save the page again.");
}

TEST_CASE("more undecodable bytes than are listed are counted") {
    ReadOptions options;
    options.encoding = "utf-8";
    const auto read = read_documents(kSheet + "<p>" + std::string(5'000, '\x80') + "</p>", "page.html", options);
    REQUIRE(read);
    const auto& remarks = read->at(0).remarks;
    REQUIRE_FALSE(remarks.empty());
    CHECK(remarks.back().kind == remark::kLimit);
    CHECK(remarks.back().detail == "undecodable-bytes 5000");
}

TEST_CASE("content says whether it is JSON, by more than its first character") {
    for (const char* words :
         {"[2025年6月2日更新]", "[[ page ]]", "{% include head.html %}", "{{ title }}", "[\"注\"]", "{}"}) {
        CAPTURE(words);
        CHECK(read_documents(words + ("\n" + kSheet), "page.html"));
    }
    for (const char* json : {"{\"documents\": 1}", "{ \"a\\\"b\" : <table>", "[{\"a\":1}]", "[]", "{}"}) {
        CAPTURE(json);
        CHECK(refusal_of(json).find("JSON") != std::string::npos);
    }
    CHECK(read_documents("[draft", "x.JSON").fault().message.en.find("JSON") != std::string::npos);
}

TEST_CASE("an item without measures is against the schema and loses no title") {
    CHECK(
        refusal_of("{\"sheets\":[{\"items\":[{\"number\":1,\"title\":\"植樹\",\"measures\":[]}]}]}").find("measures") !=
        std::string::npos);
}

TEST_CASE("sheets that are not displayed are the reason when there are no others") {
    CHECK(refusal_of("<div style='display:none'>" + kSheet + "</div>").find("not displayed") != std::string::npos);
}
