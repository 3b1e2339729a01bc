// SPDX-License-Identifier: MIT
#include "write/format/html.hpp"

#include <doctest/doctest.h>

#include "goalsheet/read.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_html.hpp"

using namespace goalsheet;

namespace {

Document document_with(const std::string& text) {
    Sheet sheet;
    sheet.goal = text;
    sheet.situation = text;
    sheet.alignments.push_back({text, text});
    sheet.sdgs.push_back({3, text});
    Item item;
    item.number = 1;
    item.title = text;
    item.measures.push_back({1, text, text, text, text, text});
    sheet.items.push_back(item);
    sheet.notes.outcomes = text;
    sheet.unplaced.push_back({text, text, text});
    Document document;
    document.department = text;
    document.goals.emplace_back(text);
    document.sheets.push_back(sheet);
    return document;
}

void check_read_back(const std::string& bytes, const char* path, const Document& document) {
    const auto read = read_documents(bytes, path);
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK(read->front() == document);
    CHECK(read->front().remarks.empty());
}

}  // namespace

TEST_CASE("a text becomes the markup a person would write") {
    struct Row {
        const char* text;
        const char* html;
    };
    const Row rows[] = {
        {"一行目\n二行目", "一行目<br>二行目"},
        {"前\n\n後", "前<br><br>後"},
        {"・相談\n・支援", "<ul><li>相談</li><li>支援</li></ul>"},
        {"次のとおり\n・相談\n・支援\nほか", "次のとおり<ul><li>相談</li><li>支援</li></ul>ほか"},
        {"・甲\n\n・乙", "<ul><li>甲</li></ul><br><ul><li>乙</li></ul>"},
        {"・○印", "・○印"},
        {"［取消線：10件］20件", "<s>10件</s>20件"},
        {"［取消線：］", "［取消線：］"},
        {"<b>&\"", "&lt;b&gt;&amp;&quot;"},
        {"a  b", "a<data value=\"U+0020 U+0020\">\xC2\xA0\xC2\xA0</data>b"},
        {"a b", "a b"},
        {"　字下げ\n　二行目", "<data value=\"U+3000\">　</data>字下げ<br>　二行目"},
    };
    for (const Row& row : rows) CHECK(html_text(row.text) == row.html);
}

TEST_CASE("whatever a text holds, a page and copied text read back to it") {
    using namespace std::string_literals;
    const std::string texts[] = {
        "重点目標",
        "目標",
        "数値目標：10件",
        "(1) 一つ目\n(2) 二つ目",
        "(2)の続き",
        "①",
        "○○の推進",
        "取組による効果・残された課題\n本文",
        "<ul style=\"x\">残った</ul><table><tr><td>",
        "<script>alert(1)</script>&amp;&#65;",
        "\"引用\"と\"\"",
        "\"",
        "'=1+1",
        "タブ\tと\t\t空白  二つ",
        " 前後の空白 ",
        "\n\n前後の改行\n\n",
        "・甲\n\n\n・乙\n丙\n\n・丁\n",
        "\n・甲",
        " ・甲\n・乙 ",
        "・［取消線：○甲］",
        "［取消線：甲\n乙］",
        "［取消線：［取消線：内］外］",
        "［取消線： 空白 ］［取消線：　］",
        "改頁\f復帰\r\n削除\x7F零\0です"s,
        "\xC2\xA0改行しない\xC2\xA0空白\xC2\xADと\xC2\x85次",
        "非文字\xEF\xBF\xBE\xF0\x9F\xBF\xBF",
        "幅なし\xE2\x80\x8B",
        "⟦U+0041⟧⟦",
        "欄",
        "欄外の記載",
        "-\n-",
        "１\n２",
        "𠮷野家👩‍👩‍👧",
    };
    for (const std::string& text : texts) {
        CAPTURE(text);
        const Document document = document_with(text);
        check_read_back(write_html({&document, 1}), "page.html", document);
        check_read_back(write_text_form(document), "page.txt", document);
    }
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD on a page") {
    const Document document = document_with("壊れた\xED\xA0\x80字\xFF");
    const Document shown = document_with("壊れた\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD字\xEF\xBF\xBD");
    check_read_back(write_html({&document, 1}), "page.html", shown);
    check_read_back(write_text_form(document), "page.txt", shown);
}

TEST_CASE("a page of several documents reads back to all of them") {
    const Document documents[] = {document_with("甲"), document_with("乙"), Document{}};
    const auto page = read_documents(write_html(documents), "page.html");
    REQUIRE(page);
    CHECK(std::equal(page->begin(), page->end(), std::begin(documents), std::end(documents)));
    const auto text = read_documents(write_text_form(documents), "page.txt");
    REQUIRE(text);
    CHECK(std::equal(text->begin(), text->end(), std::begin(documents), std::end(documents)));
}

TEST_CASE("a published table that somebody has changed is read like any other") {
    Document document = document_with("本文");
    std::string page = write_html({&document, 1});
    const std::size_t at = page.find("<td", page.find("部局名"));
    REQUIRE(at != std::string::npos);
    page.insert(at, "<td>余り</td>");
    const auto read = read_documents(page, "page.html");
    REQUIRE(read);
    CHECK(write_json(*read).find("余り") != std::string::npos);
}
