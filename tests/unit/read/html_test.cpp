// SPDX-License-Identifier: MIT
#include "read/html.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace goalsheet;

namespace {

Page read_page(const std::string& html) {
    Page page;
    page.source = std::make_shared<const SourceText>(html);
    REQUIRE(read_html("test.html", page));
    return page;
}

std::string cell_text(const std::string& inner) {
    const Page page = read_page("<table><tr><td>" + inner + "</td></tr></table>");
    REQUIRE(page.tables.size() >= 1);
    REQUIRE(page.tables[0].rows.size() >= 1);
    REQUIRE(page.tables[0].rows[0].cells.size() >= 1);
    return page.tables[0].rows[0].cells[0].text.text;
}

}  // namespace

TEST_CASE("a cell's text is what a browser shows") {
    struct Row {
        const char* html;
        const char* text;
    };
    const Row rows[] = {
        {"一行目<br>二行目", "一行目\n二行目"},
        {"一行目<br>\n二行目", "一行目\n二行目"},
        {"前<br><br>後", "前\n\n後"},
        {"<p>段落一</p><p>段落二</p>", "段落一\n段落二"},
        {"<div>甲</div>乙<div>丙</div>", "甲\n乙\n丙"},
        {"<ul><li>相談</li><li>支援</li></ul>", "・相談\n・支援"},
        {"<ul>\n<li>・自分の印</li>\n</ul>", "・自分の印"},
        {"<ol><li>一</li><li>二</li></ol>", "1. 一\n2. 二"},
        {"<ol start=3><li>三</li><li value=7>七</li><li>八</li></ol>", "3. 三\n7. 七\n8. 八"},
        {"<ol type=a><li>甲</li><li>乙</li></ol>", "a. 甲\nb. 乙"},
        {"<ul><li>親<ul><li>子</li></ul></li></ul>", "・親\n\u2003・子"},
        {"<ul><li><ul><li>子</li></ul></li></ul>", "・子"},
        {"<ol><li>甲<ol><li>子<ol><li>孫</ol></ol><li>乙</ol>", "1. 甲\n\u20031. 子\n\u2003\u20031. 孫\n2. 乙"},
        {"<img alt='3 すべての人に健康と福祉を'>", "3 すべての人に健康と福祉を"},
        {"<img alt=A><img alt=B>", "A B"},
        {"<img src=x>本文", "本文"},
        {"<ruby>児童<rt>じどう</rt></ruby>相談所", "児童（じどう）相談所"},
        {"<ruby>児童<rp>(</rp><rt>じどう</rt><rp>)</rp></ruby>", "児童（じどう）"},
        {"10件<s>8件</s>", "10件［取消線：8件］"},
        {"<del>旧</del><span style='text-decoration:line-through'>古</span>新", "［取消線：旧］［取消線：古］新"},
        {"<s></s>新", "新"},
        {"<s><p>旧</p><p>古</p></s>新", "［取消線：旧］\n［取消線：古］\n新"},
        {"<s>旧<br>古</s>新", "［取消線：旧］\n［取消線：古］新"},
        {"<s>旧<del>古</del></s>", "［取消線：旧古］"},
        {"a <s> b </s> c", "a ［取消線： b ］ c"},
        {"a <s> </s> c", "a c"},
        {"a<s>b <br> c</s>", "a［取消線：b］\n［取消線：c］"},
        {"<p style='TEXT-DECORATION: underline Line-Through red'>旧</p>新", "［取消線：旧］\n新"},
        {"<ul style='text-decoration-line:line-through'><li>旧</ul>", "・［取消線：旧］"},
        {"<span style='text-decoration:line-through;text-decoration:none'>今</span>", "今"},
        {"<s>3<sup>2</sup></s>", "［取消線：3²］"},
        {"1,300m<sup>3</sup>", "1,300m³"},
        {"1,200<sup>1</sup>人", "1,200¹人"},
        {"1,200<sup><a href=x><b>注1</b></a></sup>人", "1,200［上付き：注1］人"},
        {"CO<sub>2</sub>", "CO2"},
        {"10<span style='vertical-align: super'>3</span>t", "10³t"},
        {"900<font style='vertical-align:30%'>2</font>人", "900²人"},
        {"900<span style='mso-text-raise:3.0pt'>2</span>人", "900²人"},
        {"900<span style='position:relative;top:-4px'>2</span>人", "900²人"},
        {"900<span style='position:relative;top:-1px'>人以上</span>", "900人以上"},
        {"40<span style='vertical-align:-2pt'>7</span>", "40₇"},
        {"40<span style='vertical-align:middle'>7</span>人", "407人"},
        {"<span style='vertical-align:2px'>参加者 40人</span>以上", "参加者 40人以上"},
        {"<math><msup><mn>20</mn> <mn>5</mn></msup></math>t", "20⁵t"},
        {"<math><msub><mn>20</mn><mn>5</mn></msub></math>", "20₅"},
        {"<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "x1²"},
        {"<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math>人", "3/4人"},
        {"<math><semantics><mn>7</mn><annotation>seven</annotation></semantics></math>", "7"},
        {"<ul><li>65歳以上<li>（仮称）条例<li>(1) 相談</ul>", "・65歳以上\n・（仮称）条例\n(1) 相談"},
        {"<ol><li>10件<li>3回</ol>", "1. 10件\n2. 3回"},
        {"<ol reversed><li>一<li>二<li>三</ol>", "3. 一\n2. 二\n1. 三"},
        {"<ol reversed start=10><li>一<li>二</ol>", "10. 一\n9. 二"},
        {"<ol type=I start=3><li>甲<li type=a>乙</ol>", "III. 甲\nd. 乙"},
        {"<svg aria-label='8 働きがい'></svg><svg><title>4 教育</title><path/></svg>", "8 働きがい 4 教育"},
        {"<span role=img aria-label='11 まち'></span>", "11 まち"},
        {"<svg><title>題</title><text>字</text></svg>", "字"},
        {"見<video>動画</video><canvas>絵</canvas><meter>5</meter><progress>3</progress>", "見"},
        {"<ul><li><p>3人</p><p>続き</p><li><div>あ</div><li><p></p><li>い</ul>", "・3人\n続き\n・あ\n・い"},
        {"<ol style='list-style-type:katakana'><li>甲<li>乙</ol>", "ア、甲\nイ、乙"},
        {"<ul style='list-style: decimal inside'><li>甲<li>乙</ul>", "1. 甲\n2. 乙"},
        {"<ol type=a style='list-style-type: upper-roman'><li>甲<li style='list-style:hiragana'>乙</ol>",
         "I. 甲\nい、乙"},
        {"<ol style='list-style:none'><li>甲<ol><li>子</ol></ol>", "・甲\n\u20031. 子"},
        {"<ul style=\"list-style-type:'→ '\"><li>甲</ul>", "→ 甲"},
        {"<select><option>総務部<option selected>産業部</select>", "産業部"},
        {"<select><option value=2 label=福祉部>02</select>", "福祉部"},
        {"<select><option label=''>02</select>", "02"},
        {"<select><option disabled>選ぶ<option>産業部</select>", "産業部"},
        {"<select multiple><option selected>甲<option>乙<option selected>丙</select>", "甲\n丙"},
        {"<input list=l value=甲><datalist id=l><option>乙</datalist>", "甲"},
        {"<input type=checkbox checked>4 <input type=CheckBox>5", "☑4 ☐5"},
        {"<input type=radio>有 <input type=radio checked>無", "☐有 ☑無"},
        {"<input type=number value=12><input type=hidden value=7><input type=password value=x>件", "12件"},
        {"<textarea>一行目\n二行目</textarea>", "一行目\n二行目"},
        {"<pre>一\n二\n\n三</pre>", "一\n二\n\n三"},
        {"<div style='white-space: pre-line'>一\n二</div>三", "一\n二\n三"},
        {"A&amp;B &lt;5% &#9312;", "A&B <5% ①"},
        {"&#4294967361;", "\uFFFD"},
        {"甲&nbsp;&nbsp;乙", "甲 乙"},
        {"&nbsp;", ""},
        {"長&shy;い", "長い"},
        {"全角　空白", "全角　空白"},
        {"原稿の\n改行", "原稿の改行"},
        {"two\nwords", "two words"},
        {"見える<span style='display: none'>見えない</span>", "見える"},
        {"見える<span hidden>見えない</span>", "見える"},
        {"見える<span style='display:/* a */none'>見えない</span>", "見える"},
        {"7<span style='display:none;display:inline'>8</span>", "78"},
        {"7<span style='display:none!important;display:inline'>8</span>", "7"},
        {"7<span style='opacity:0.0'>8</span>", "7"},
        {"7<span style='font-size: 0px'>8</span>9", "79"},
        {"<div style='font-size:0'><b style='font-size:16px'>8</b></div>", "8"},
        {"7<span style='position:absolute; left:-9999px'>8</span>", "7"},
        {"7<span style='position:absolute;left:-9px'>8</span>", "78"},
        {"7<i style='position:absolute;clip:rect(0,0,0,0)'>8</i>", "7"},
        {"7<i style='visibility:collapse'>8</i>", "7"},
        {"7<i style='background:url(a;display:none)'>8</i>", "78"},
        {"前<script>alert('x')</script>後<style>td{}</style>", "前後"},
        {"<!-- 注釈 -->本文", "本文"},
        {"<textarea>入力</textarea>", "入力"},
        {"<p class=MsoNormal><span lang=EN-US>(1) <o:p></o:p></span>相談</p>", "(1) 相談"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        CHECK(cell_text(row.html) == row.text);
    }
}

TEST_CASE("every character of a cell knows where it stood") {
    const std::string html = "<table>\n<tr><td>A&amp;B<br>\n 相談 <b>300</b>件</td></tr></table>";
    const Page page = read_page(html);
    const SourcedText& text = page.tables[0].rows[0].cells[0].text;
    CHECK(text.text == "A&B\n相談 300件");
    for (const std::string_view word : {"相談", "300", "件", "A", "B"}) {
        const std::size_t at = text.text.find(word);
        const auto place = text.source_of(at, at + word.size());
        REQUIRE(place);
        CHECK(std::string_view(html).substr(place->first, place->second - place->first) == word);
    }
    const auto ampersand = text.source_of(1, 2);
    CHECK_FALSE(ampersand);
}

TEST_CASE("tag text typed into a cell is taken out and kept") {
    const Page page = read_page(
        "<table><tr><td>&lt;ul style=\"list-style-type: none\"&gt; 人口が&lt;5%減り、a&lt;bになる</td></tr></table>");
    const Cell& cell = page.tables[0].rows[0].cells[0];
    CHECK(cell.text.text == "人口が<5%減り、a<bになる");
    REQUIRE(cell.residue.size() == 1);
    CHECK(cell.residue[0].text == "<ul style=\"list-style-type: none\">");
}

TEST_CASE("spans are read as browsers read them") {
    struct Row {
        const char* attribute;
        unsigned colspan;
        unsigned rowspan;
    };
    const Row rows[] = {
        {"colspan=2x", 2, 1},  {"colspan=' 3'", 3, 1},      {"colspan='+2'", 2, 1},
        {"colspan=2.9", 2, 1}, {"colspan=0", 1, 1},         {"colspan=-3", 1, 1},
        {"colspan=abc", 1, 1}, {"colspan=2000", 1000, 1},   {"colspan=99999999999", 1000, 1},
        {"rowspan=0", 1, 0},   {"rowspan=99999", 1, 65534}, {"rowspan=", 1, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.attribute);
        const Page page =
            read_page(std::string("<table><tr><td ").append(row.attribute).append(">x</td></tr></table>"));
        CHECK(page.tables[0].rows[0].cells[0].colspan == row.colspan);
        CHECK(page.tables[0].rows[0].cells[0].rowspan == row.rowspan);
    }
}

TEST_CASE("the first thead comes first and the first tfoot last") {
    const Page page = read_page(
        "<table><tfoot><tr><td>足</tr></tfoot><tbody><tr><td>胴</tr></tbody><thead><tr><td>頭</tr></"
        "thead><tbody><tr><td>腹</tr></tbody></table>");
    std::string order;
    for (const Row& row : page.tables[0].rows) order += row.cells[0].text.text;
    CHECK(order == "頭胴腹足");
}

TEST_CASE("a nested table is a table of its own, and its cell names it") {
    const Page page = read_page("<h2>外</h2><table><tr><td>前<table><tr><td>中</td></tr></table>後</td></tr></table>");
    REQUIRE(page.tables.size() == 2);
    CHECK(page.tables[0].rows[0].cells[0].text.text == "前\n後");
    REQUIRE(page.tables[0].rows[0].cells[0].tables.size() == 1);
    CHECK(page.tables[0].rows[0].cells[0].tables[0] == 1);
    CHECK(page.tables[1].nested);
    CHECK(page.tables[1].rows[0].cells[0].text.text == "中");
}

TEST_CASE("hidden rows, cells and tables are kept apart") {
    const Page page = read_page(
        "<table><tr style='display:none'><td>隠し行</td></tr><tr><td>甲</td><td "
        "style='display:none'>隠しセル</td><td>乙</td></tr></table>"
        "<div style='display:none'><table><tr><td>隠し表</td></tr></table></div>");
    REQUIRE(page.tables.size() == 2);
    REQUIRE(page.tables[0].rows.size() == 1);
    CHECK(page.tables[0].rows[0].cells.size() == 2);
    REQUIRE(page.tables[0].hidden_texts.size() == 2);
    CHECK(page.tables[0].hidden_texts[0].text == "隠し行");
    CHECK(page.tables[0].hidden_texts[1].text == "隠しセル");
    CHECK_FALSE(page.tables[0].hidden);
    CHECK(page.tables[1].hidden);
}

TEST_CASE("words around a table come with it") {
    const Page page = read_page(
        "<title>題</title><h2>令和7年度</h2><p>説明</p><table "
        "summary='要約'><caption>表題</caption><tr><td>甲</td></tr></table>※注記<p>※二つ目</p><p>ページの終わり</p>"
        "<ul><li>1 一つ目</li><li>2 二つ目</li></ul>");
    CHECK(page.title.text == "題");
    const Table& table = page.tables[0];
    CHECK(table.heading.text == "令和7年度");
    REQUIRE(table.prose.size() == 1);
    CHECK(table.prose[0].text == "説明");
    CHECK(table.summary.text == "要約");
    CHECK(table.caption.text == "表題");
    REQUIRE(table.following.size() == 5);
    CHECK(table.following[0].text == "※注記");
    CHECK(table.following[1].text == "※二つ目");
    CHECK(table.following[2].text == "ページの終わり");
    REQUIRE(page.lists.size() == 1);
    CHECK(page.lists[0].heading.text == "令和7年度");
    CHECK(page.lists[0].entries[1].text == "2 二つ目");
}

TEST_CASE("an arrow that links away below a table is the page's") {
    const Page page = read_page("<table><tr><td>甲</td></tr></table><p><a href='../'><img alt='戻る'></a><p>※注記");
    CHECK(page.tables[0].following.empty());
}

TEST_CASE("a page that nests too deep is flattened, and says so") {
    std::string html;
    for (int i = 0; i < 3000; ++i) html += "<div>";
    const Page page = read_page(html + "<table><tr><td>底</td></tr></table>");
    REQUIRE_FALSE(page.remarks.empty());
    CHECK(page.remarks[0].kind == remark::kLimit);
}

TEST_CASE("what browsers keep back from view is kept as hidden text, wherever in a table it stands") {
    struct Case {
        const char* html;
        const char* hidden;
    };
    const Case in_cell[] = {
        {"甲<span hidden>乙</span>", "乙"},
        {"甲<span title='乙'>丙</span>", "乙"},
        {"甲<input placeholder='乙'>", "乙"},
        {"甲<textarea placeholder='乙'></textarea>", "乙"},
        {"甲<noscript>乙</noscript>", "乙"},
        {"甲<template><p>乙</p></template>", "乙"},
        {"甲<iframe src=x>乙</iframe>", "乙"},
        {"甲<datalist><option>乙</datalist>", "乙"},
        {"甲<sup>1<span style='display:none'>乙</span></sup>", "乙"},
    };
    for (const Case& one : in_cell) {
        CAPTURE(one.html);
        const Page page = read_page("<table><tr><td>" + std::string(one.html) + "</td></tr></table>");
        REQUIRE(page.tables.size() == 1);
        const Cell& cell = page.tables[0].rows.at(0).cells.at(0);
        CHECK(cell.text.text.find("乙") == std::string::npos);
        REQUIRE(cell.hidden.size() == 1);
        CHECK(cell.hidden[0].text == one.hidden);
    }
    for (const char* part : {"<caption>題<span hidden>乙</span></caption>", "<caption hidden>乙</caption>",
                             "<template><tr><td>乙</td></tr></template>", "<tbody hidden><tr><td>乙</td></tr></tbody>",
                             "<tr><template><td>乙</td></template></tr>"}) {
        CAPTURE(part);
        const Page page = read_page("<table>" + std::string(part) + "<tr><td>甲</td></tr></table>");
        REQUIRE(page.tables.size() == 1);
        REQUIRE(page.tables[0].hidden_texts.size() == 1);
        CHECK(page.tables[0].hidden_texts[0].text == "乙");
    }
}

TEST_CASE("a title that says what the cell says is no text of its own") {
    const Page page = read_page("<table><tr><td><a title='市民 サービス'>市民サービス</a></td></tr></table>");
    CHECK(page.tables[0].rows[0].cells[0].hidden.empty());
}

TEST_CASE("a table in a caption is words of the caption") {
    const Page page = read_page(
        "<table><caption>題<table><tr><td>内</td><td>側</td></tr><tr><td>二</td></tr></table></caption><tr><td>甲</"
        "td></tr>"
        "</table>");
    REQUIRE(page.tables.size() == 1);
    CHECK(page.tables[0].caption.text == "題\n内 側\n二");
}

TEST_CASE("style sheets hide, strike and raise as they do in browsers") {
    struct Row {
        const char* css;
        const char* html;
        const char* text;
    };
    const Row rows[] = {
        {".a{display:none}", "7<b class=a>8</b>9", "79"},
        {"/* x */ .b , .a { color:red; DISPLAY : NONE }", "7<b class='z a'>8</b>9", "79"},
        {"<!-- .a{display:none} -->", "7<b class=a>8</b>9", "79"},
        {".a{display:none} .a{display:inline}", "7<b class=a>8</b>9", "789"},
        {"b.a{display:none} .a{display:inline}", "7<b class=a>8</b>9", "79"},
        {"#i{display:inline} .a{display:none}", "7<b id=i class=a>8</b>9", "789"},
        {".a{display:none!important} #i{display:inline}", "7<b id=i class=a>8</b>9", "79"},
        {".a{display:none}", "7<b class=a style='display:inline'>8</b>9", "789"},
        {".a{display:none !important}", "7<b class=a style='display:inline'>8</b>9", "79"},
        {"td b{display:none}", "7<i><b>8</b></i>9", "79"},
        {"td>b{display:none}", "7<i><b>8</b></i>9", "789"},
        {"i+b{display:none}", "7<i>6</i><b>8</b>9", "769"},
        {"i~b{display:none}", "<i>6</i><u>5</u><b>8</b>9", "659"},
        {"b[hidden=no],b[title]{display:none}", "7<b title=t>8</b>9", "79"},
        {"b:not(.on){display:none}", "<b class=on>7</b><b>8</b>9", "79"},
        {"b:first-child{display:none}", "<b>7</b><b>8</b>9", "89"},
        {"b:nth-child(2){display:none}", "<b>7</b><b>8</b>9", "79"},
        {"b:last-child{display:none}", "<b>7</b><b>8</b>9", "79"},
        {"b:hover,b::before,b:unknown(x){display:none}", "7<b>8</b>9", "789"},
        {"b:hover, .a{display:none}", "7<b class=a>8</b>9", "79"},
        {"@media print{.a{display:none}}", "7<b class=a>8</b>9", "789"},
        {"@media (max-width:600px){.a{display:none}}", "7<b class=a>8</b>9", "789"},
        {"@media screen{.a{display:none}}", "7<b class=a>8</b>9", "79"},
        {"@media print{.a{display:none}} .b{display:none}", "7<b class=a>8</b><b class=b>9</b>", "78"},
        {"@supports (display:grid){.a{display:none}}", "7<b class=a>8</b>9", "79"},
        {"@import url('x.css'); .a{display:none}", "7<b class=a>8</b>9", "79"},
        {"@font-face{font-family:'a}b'} .a{display:none}", "7<b class=a>8</b>9", "79"},
        {".x{background:url(data:a;b{})} .a{display:none}", "7<b class=a>8</b>9", "79"},
        {".x{content:'}'} .a{display:none}", "7<b class=a>8</b>9", "79"},
        {".x{ .a{display:none}", "7<b class=a>8</b>9", "789"},
        {".\\61 {display:none}", "7<b class=a>8</b>9", "789"},
        {".font6{text-decoration:line-through}", "<font class=font6>3</font>500人", "［取消線：3］500人"},
        {".s{vertical-align:super;font-size:70%}", "10<span class=s>3</span>t", "10³t"},
        {"sup{vertical-align:baseline}", "10<sup>3</sup>t", "10³t"},
        {".p{white-space:pre-line}", "<p class=p>一\n二</p>", "一\n二"},
        {".w{font-family:Wingdings}", "<span class=w>ü</span>", "✓"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.css);
        CAPTURE(row.html);
        CHECK(cell_text(std::string("<style>") + row.css + "</style>" + row.html) == row.text);
    }
}

TEST_CASE("style sheets for print, and those that count without scripts alone, hide nothing") {
    CHECK(cell_text("<style media=print>b{display:none}</style>7<b>8</b>") == "78");
    CHECK(cell_text("<style media='screen, print'>b{display:none}</style>7<b>8</b>") == "7");
    CHECK(cell_text("<noscript><style>b{display:none}</style></noscript>7<b>8</b>") == "78");
    CHECK(cell_text("<template><style>b{display:none}</style></template>7<b>8</b>") == "78");
}

TEST_CASE("cells, rows and sheets that a class hides or strikes") {
    const Page page = read_page(
        "<style>body{visibility:hidden}.x{display:none}.s{text-decoration:line-through}</style>"
        "<table><tr><td>甲<td class=x>乙<td>丙</tr><tr class=s><td>丁<br>戊</tr><tr class=x><td>己</tr></table>");
    REQUIRE(page.tables[0].rows.size() == 2);
    REQUIRE(page.tables[0].rows[0].cells.size() == 2);
    CHECK(page.tables[0].rows[0].cells[1].text.text == "丙");
    CHECK(page.tables[0].rows[1].cells[0].text.text == "［取消線：丁］\n［取消線：戊］");
    REQUIRE(page.tables[0].hidden_texts.size() == 2);
    CHECK(page.tables[0].hidden_texts[0].text == "乙");
}

TEST_CASE("what a style sheet may cost is bounded, and said") {
    std::string html = "<style>";
    for (int i = 0; i < 3000; ++i) html += "* * * * * b{display:none}";
    html += "</style>";
    for (int i = 0; i < 300; ++i) html += "<div>";
    for (int i = 0; i < 300; ++i) html += "<i>x</i>";
    const Page page = read_page(html + "<table><tr><td>甲</table>");
    CHECK(page.tables.size() == 1);
    std::string many = "<style>";
    for (int i = 0; i < 30000; ++i) many += ".a{display:none}";
    const Page cut = read_page(many + "</style><table><tr><td>甲</table>");
    REQUIRE(cut.remarks.size() == 1);
    CHECK(cut.remarks[0].kind == remark::kLimit);
}
