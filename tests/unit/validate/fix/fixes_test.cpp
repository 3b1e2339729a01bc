// SPDX-License-Identifier: MIT
// Faults that can be mended for sure, strewn over the clean page at random, in every form it comes in: what was mended
// is gone, nothing new came, no other byte changed, and a second run finds nothing to do.
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "goalsheet/fix.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/rule.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "read/package/package.hpp"
#include "support/docx_parts.hpp"
#include "support/xlsx_parts.hpp"
#include "text/decode.hpp"
#include "text/encode_cp932.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;

namespace {

struct Slip {
    std::string from;
    std::string to;
    bool in_cp932 = true;
};

// Each is a slip that a rule with a safe repair finds; <…> is the text of a tag, however the form writes it.
const std::vector<Slip> kSlips = {
    {"イベント", "ｲﾍﾞﾝﾄ"},
    {"ごみ", "ご\u200Bみ", false},
    {"が", "か\u3099", false},
    {"資源", "資源<span lang=ja>"},
    {"資源", "<ul class=\"a\">資源"},
    {"～", "〜"},
    {"○", "〇"},
    {"(2) ", "2) "},
    {"回収", "回\x0B収", false},
};

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// A form the page comes in: how its text is written and packed.
struct PageForm {
    std::string name;
    std::string path;
    bool is_html;
    bool is_cp932;
    std::string (*write)(const std::string& text);
};

std::string as_it_is(const std::string& text) { return text; }
std::string with_crlf(const std::string& text) { return replace_all(text, "\n", "\r\n"); }
std::string with_bom(const std::string& text) { return "\xEF\xBB\xBF" + text; }
std::string in_cp932(const std::string& text) {
    return encode_cp932(replace_all(text, "charset=\"utf-8\"", "charset=\"windows-31j\"")).bytes;
}
std::string with_entities(const std::string& text) {
    return replace_all(replace_all(text, "ｲﾍﾞﾝﾄ", "&#xFF72;ﾍﾞﾝﾄ"), "〇", "&#12295;");
}
std::string with_tags_in_words(const std::string& text) { return replace_all(text, "ｲﾍﾞﾝﾄ", "ｲ<b>ﾍﾞﾝ</b>ﾄ"); }

std::string in_inline_strings(const std::string& text) {
    return test::zip(test::parts_of({.sheets = {{"様式", test::worksheet(test::rows_of(text))}}}));
}

// The same with a table of strings, in which equal texts share an entry.
std::string in_shared_strings(const std::string& text) {
    std::string xml = test::worksheet(test::rows_of(text));
    std::string strings;
    std::map<std::string, std::size_t> numbers;
    constexpr std::string_view kOpen = "<is>";
    constexpr std::string_view kClose = "</is>";
    for (std::size_t at = xml.find(kOpen); at != std::string::npos; at = xml.find(kOpen, at)) {
        const std::size_t end = xml.find(kClose, at);
        const std::string inner = xml.substr(at + kOpen.size(), end - at - kOpen.size());
        const auto [entry, added] = numbers.try_emplace(inner, numbers.size());
        if (added) strings += "<si>" + inner + "</si>";
        xml.replace(at, end + kClose.size() - at, "<v>" + std::to_string(entry->second) + "</v>");
    }
    xml = replace_all(xml, "t=\"inlineStr\"", "t=\"s\"");
    return test::zip(test::parts_of({.sheets = {{"様式", xml}}, .strings = strings}));
}

std::string in_a_document(const std::string& text) {
    return test::zip(test::parts_of(test::RawDocument{.body = test::word_blocks_of(text)}));
}
std::string in_short_runs(const std::string& text) {
    return test::zip(test::parts_of(test::RawDocument{.body = test::word_blocks_of(text, 2)}));
}

const std::vector<PageForm> kForms = {
    {"HTML", "page.html", true, false, as_it_is},
    {"HTML with CR LF", "page.html", true, false, with_crlf},
    {"HTML with a BOM", "page.html", true, false, with_bom},
    {"HTML in CP932", "page.html", true, true, in_cp932},
    {"HTML with entities", "page.html", true, false, with_entities},
    {"HTML with tags in words", "page.html", true, false, with_tags_in_words},
    {"copied text", "page.txt", false, false, as_it_is},
    {"copied text with CR LF", "page.txt", false, false, with_crlf},
    {"copied text in CP932", "page.txt", false, true, in_cp932},
    {"a workbook of inline strings", "page.xlsx", false, false, in_inline_strings},
    {"a workbook of shared strings", "page.xlsx", false, false, in_shared_strings},
    {"a Word document", "page.docx", false, false, in_a_document},
    {"a Word document of short runs", "page.docx", false, false, in_short_runs},
};

struct Checked {
    std::vector<Document> documents;
    std::vector<Finding> findings;

    const DocumentSource& source() const { return documents.front().source; }
};

Checked check(const std::string& bytes, const std::string& path) {
    auto documents = read_documents(bytes, path);
    REQUIRE(documents);
    ValidateOptions options;
    Checked checked;
    checked.findings = validate(*documents, options).findings;
    checked.documents = std::move(*documents);
    return checked;
}

FixOutcome fix(const std::string& bytes, const std::string& path, const Checked& before) {
    const DocumentSource& source = before.source();
    return apply_fixes(
        {bytes, source.text->text(), source.format, source.encoding, before.findings, source.text.get(), false},
        [&](const std::string& fixed) { return std::optional(check(fixed, path).findings); });
}

using Counts = std::map<std::pair<std::string, std::string>, int>;

Counts count(const std::vector<Finding>& findings) {
    Counts counts;
    for (const Finding& finding : findings) ++counts[{finding.code, finding.address_in(Lang::ja)}];
    return counts;
}

std::string splice(std::string_view text, const std::vector<Edit>& edits) {
    std::string out;
    std::size_t done = 0;
    for (const Edit& edit : edits) {
        CHECK(text.substr(edit.begin, edit.end - edit.begin) == edit.before);
        out.append(text.substr(done, edit.begin - done)).append(edit.after);
        done = edit.end;
    }
    return out.append(text.substr(done));
}

std::string strew(std::string text, const PageForm& form, std::mt19937& random) {
    for (int i = 0; i < 3; ++i) {
        const Slip& slip = kSlips[random() % kSlips.size()];
        if (form.is_cp932 && !slip.in_cp932) continue;
        if (form.path != "page.txt" && slip.to.find('\x0B') != std::string::npos) continue;
        std::vector<std::size_t> places;
        // What stands in the list of sheets or in a tag is no text of a sheet.
        const std::size_t first = text.find("現況");
        for (std::size_t at = text.find(slip.from, first); at != std::string::npos; at = text.find(slip.from, at + 1))
            places.push_back(at);
        if (places.empty()) continue;
        const std::string to = form.is_html ? replace_all(replace_all(slip.to, "<", "&lt;"), ">", "&gt;") : slip.to;
        text.replace(places[random() % places.size()], slip.from.size(), to);
    }
    return text;
}

void check_other_parts(const std::string& before, const std::string& after) {
    auto old = Package::open(before, "before");
    auto now = Package::open(after, "after");
    REQUIRE(old);
    REQUIRE(now);
    for (const std::string part : {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml",
                                   "xl/_rels/workbook.xml.rels", "word/_rels/document.xml.rels"}) {
        CAPTURE(part);
        CHECK(old->has(part) == now->has(part));
        CHECK(*old->read(part) == *now->read(part));
    }
}

// A document's XML without the characters of its runs.
std::string without_texts(const std::string& bytes) {
    auto package = Package::open(bytes, "page.docx");
    REQUIRE(package);
    std::string xml = *package->read("word/document.xml");
    constexpr std::string_view kOpen = "<w:t xml:space=\"preserve\">";
    for (std::size_t at = xml.find(kOpen); at != std::string::npos; at = xml.find(kOpen, at + kOpen.size()))
        xml.erase(at + kOpen.size(), xml.find("</w:t>", at) - at - kOpen.size());
    return xml;
}

}  // namespace

TEST_CASE("safe repairs mend what was found, bring nothing new, touch nothing else and are done after one run") {
    const test::ExamplePage page;
    std::mt19937 random(20250930);
    std::map<std::string, std::size_t> fixed_in;
    for (int round = 0; round < 12; ++round) {
        for (const PageForm& form : kForms) {
            CAPTURE(form.name);
            CAPTURE(round);
            const std::string bytes =
                form.write(strew(form.is_html ? page.html() : page.tab_separated(), form, random));
            const Checked before = check(bytes, form.path);
            const FixOutcome outcome = fix(bytes, form.path, before);
            const Checked after = check(outcome.bytes, form.path);
            const Counts was = count(before.findings);
            Counts is = count(after.findings);
            for (const auto& [key, number] : is)
                CHECK_MESSAGE(number <= (was.contains(key) ? was.at(key) : 0), key.first);
            for (const std::size_t i : outcome.fixed) {
                const std::pair key{before.findings[i].code, before.findings[i].address_in(Lang::ja)};
                CHECK(is[key] < was.at(key));
                CHECK(find_rule(before.findings[i].code)->fix == Fix::safe);
            }
            CHECK(after.source().text->text() == splice(before.source().text->text(), outcome.applied));
            if (form.path == "page.xlsx" || form.path == "page.docx") check_other_parts(bytes, outcome.bytes);
            if (form.path == "page.docx") CHECK(without_texts(outcome.bytes) == without_texts(bytes));
            const FixOutcome again = fix(outcome.bytes, form.path, after);
            CHECK(again.applied.empty());
            CHECK(again.bytes == outcome.bytes);
            fixed_in[form.name] += outcome.fixed.size();
        }
    }
    for (const PageForm& form : kForms) CHECK_MESSAGE(fixed_in[form.name] > 0, form.name);
}

TEST_CASE("a formula, runs with fonts of their own, a protected cell and a signed book are left and said") {
    const test::ExamplePage page;
    const std::string text = replace_all(page.tab_separated(), "イベント", "ｲﾍﾞﾝﾄ");
    test::RawBook book{.sheets = {{"様式", test::worksheet(test::rows_of(text))}}};
    const auto expect_left = [](const std::string& bytes) {
        const Checked before = check(bytes, "page.xlsx");
        const FixOutcome outcome = fix(bytes, "page.xlsx", before);
        CHECK(outcome.applied.empty());
        CHECK(outcome.bytes == bytes);
        CHECK_FALSE(outcome.left.empty());
        CHECK(outcome.reason.ja.find("Excel") != std::string::npos);
    };
    test::Parts parts = test::parts_of(book);
    parts.emplace_back("_xmlsignatures/origin.sigs", "");
    expect_left(test::zip(parts));
    const std::string plain = book.sheets[0].xml;
    book.sheets[0].xml = replace_all(plain, "</sheetData>", "</sheetData><sheetProtection sheet=\"1\"/>");
    expect_left(test::zip(test::parts_of(book)));
    // Two runs in every cell.
    book.sheets[0].xml = replace_all(replace_all(plain, "<is>", "<is><r>"), "</is>", "</r><r><t></t></r></is>");
    expect_left(test::zip(test::parts_of(book)));
}

TEST_CASE("a form that is protected but for the cells to write in can be mended") {
    test::ExamplePage page;
    page.apply("現況・課題: ごみの排出量が増加している。案内ｾﾝﾀｰが遠い。");
    const Checked html = check(page.html(), "page.html");
    const auto bytes = write_workbook(html.documents.front());
    REQUIRE(bytes);
    const Checked before = check(*bytes, "page.xlsx");
    const FixOutcome outcome = fix(*bytes, "page.xlsx", before);
    CHECK(outcome.applied.size() == 1);
    const Checked after = check(outcome.bytes, "page.xlsx");
    CHECK(after.source().text->text() == splice(before.source().text->text(), outcome.applied));
    CHECK(after.findings.empty());
    CHECK(fix(outcome.bytes, "page.xlsx", after).bytes == outcome.bytes);
}

TEST_CASE("a workbook whose strings are shared keeps the other cells that say the same") {
    const test::ExamplePage page;
    std::string text = page.tab_separated();
    text.replace(text.rfind("イベント"), std::string_view("イベント").size(), "ｲﾍﾞﾝﾄ");
    const std::string bytes = in_shared_strings(text + "ｲﾍﾞﾝﾄ\n");
    const Checked before = check(bytes, "page.xlsx");
    const FixOutcome outcome = fix(bytes, "page.xlsx", before);
    CHECK_FALSE(outcome.applied.empty());
    const Checked after = check(outcome.bytes, "page.xlsx");
    CHECK(after.source().text->text() == splice(before.source().text->text(), outcome.applied));
}
