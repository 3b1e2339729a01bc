// SPDX-License-Identifier: MIT
// What of a Word document is mended, what is left, and which runs the characters go into.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/fix.hpp"
#include "goalsheet/read.hpp"
#include "read/docx/edit_text.hpp"
#include "read/package/package.hpp"
#include "support/docx_parts.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;
using test::RawDocument;

namespace {

std::string document_with_slip() {
    std::string text = test::ExamplePage().tab_separated();
    text.replace(text.rfind("イベント"), std::string_view("イベント").size(), "ｲﾍﾞﾝﾄ");
    return test::word_blocks_of(text);
}

// Each run inside of what stands in front of it and behind it.
std::string in_wrappers(std::string body, std::string_view front, std::string_view behind) {
    for (std::size_t at = body.find("<w:r>"); at != std::string::npos; at = body.find("<w:r>", at)) {
        body.insert(at, front);
        at = body.find("</w:r>", at + front.size()) + std::string_view("</w:r>").size();
        body.insert(at, behind);
        at += behind.size();
    }
    return body;
}

FixOutcome fix_document(const test::Parts& parts) {
    const std::string bytes = test::zip(parts);
    const auto findings_of = [](const std::string& file) {
        return validate(*read_documents(file, "page.docx"), ValidateOptions{}).findings;
    };
    const auto documents = read_documents(bytes, "page.docx");
    REQUIRE(documents);
    const DocumentSource& source = documents->front().source;
    const auto findings = findings_of(bytes);
    FixOutcome outcome =
        apply_fixes({bytes, source.text->text(), source.format, source.encoding, findings, source.text.get(), false},
                    [&](const std::string& fixed) { return std::optional(findings_of(fixed)); });
    if (outcome.applied.empty()) CHECK(outcome.bytes == bytes);
    return outcome;
}

void expect_slip_left(const test::Parts& parts) {
    const FixOutcome outcome = fix_document(parts);
    CHECK(outcome.applied.empty());
    CHECK_FALSE(outcome.left.empty());
    CHECK(outcome.reason.ja.find("Word") != std::string::npos);
}

/// The paragraph's children after one edit of the text it shows; empty where the edit is refused.
std::string edited(const std::string& children, const DocxTextEdit& edit) {
    const test::Parts parts = test::parts_of(RawDocument{.body = test::word_paragraph_of(children)});
    const auto bytes = edit_docx_text(test::zip(parts), "page.docx", std::span(&edit, 1));
    if (!bytes) return {};
    auto package = Package::open(*bytes, "page.docx");
    REQUIRE(package);
    const std::string xml = *package->read("word/document.xml");
    const std::size_t begin = xml.find("<w:p>") + 5;
    return xml.substr(begin, xml.find("</w:p>") - begin);
}

std::string run_of(std::string_view xml) { return fmt::format("<w:r><w:t>{}</w:t></w:r>", xml); }

}  // namespace

TEST_CASE("a slip in a run of its own is mended") {
    const FixOutcome outcome = fix_document(test::parts_of(RawDocument{.body = document_with_slip()}));
    CHECK(outcome.applied.size() == 1);
    CHECK(outcome.left.empty());
}

TEST_CASE("fields, tracked changes, locked controls, and texts that stand there twice are left and said") {
    const std::pair<std::string, std::string> wrappers[] = {
        {"<w:ins w:id=\"1\" w:author=\"係\">", "</w:ins>"},
        {"<w:moveTo w:id=\"1\" w:author=\"係\">", "</w:moveTo>"},
        {"<w:fldSimple w:instr=\"DOCPROPERTY a\">", "</w:fldSimple>"},
        {"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>"
         "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"},
        {"<w:sdt><w:sdtPr><w:lock w:val=\"sdtContentLocked\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"},
        {"<w:sdt><w:sdtPr><w:lock w:val=\"contentLocked\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"},
        {"<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"},
        {"<mc:AlternateContent><mc:Choice Requires=\"wps\">", "</mc:Choice></mc:AlternateContent>"},
    };
    for (const auto& [front, behind] : wrappers) {
        CAPTURE(front);
        expect_slip_left(test::parts_of(RawDocument{.body = in_wrappers(document_with_slip(), front, behind)}));
    }
}

TEST_CASE("a control that is not locked and a link are mended") {
    const std::pair<std::string, std::string> wrappers[] = {
        {"<w:sdt><w:sdtPr><w:lock w:val=\"sdtLocked\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"},
        {"<w:hyperlink w:anchor=\"a\">", "</w:hyperlink>"},
    };
    for (const auto& [front, behind] : wrappers) {
        CAPTURE(front);
        const std::string body = in_wrappers(document_with_slip(), front, behind);
        CHECK(fix_document(test::parts_of(RawDocument{.body = body})).applied.size() == 1);
    }
}

TEST_CASE("a document that is protected, signed or keeps a record of changes is left and said") {
    for (const std::string settings :
         {"<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>",
          "<w:documentProtection w:edit=\"forms\" w:enforcement=\"true\"/>", "<w:trackRevisions/>"}) {
        CAPTURE(settings);
        expect_slip_left(test::parts_of(RawDocument{.body = document_with_slip(), .settings = settings}));
    }
    const RawDocument open{.body = document_with_slip(),
                           .settings = "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"0\"/>"};
    CHECK(fix_document(test::parts_of(open)).applied.size() == 1);
    test::Parts parts = test::parts_of(RawDocument{.body = document_with_slip()});
    parts.emplace_back("_xmlsignatures/origin.sigs", "");
    expect_slip_left(parts);
}

TEST_CASE("what is put in place of a word that several runs hold goes into those runs") {
    CHECK(edited(run_of("案内ｾﾝ") + run_of("ﾀｰの"), {6, 18, "ｾﾝﾀｰ", "センター"}) ==
          run_of("案内セン") + run_of("ターの"));
    // Fewer characters come than go.
    CHECK(edited(run_of("ｲ") + run_of("ﾍ") + run_of("ﾞﾝﾄ"), {0, 15, "ｲﾍﾞﾝﾄ", "イベント"}) ==
          run_of("イベント") + run_of("") + run_of(""));
    CHECK(edited(run_of("約") + run_of("3件"), {3, 3, "", "の"}) == run_of("約の") + run_of("3件"));
    // Between the runs stands what is no text of a run.
    CHECK(edited(run_of("ｾﾝ") + "<w:r><w:noBreakHyphen/></w:r>" + run_of("ﾀ"), {0, 10, "ｾﾝ-ﾀ", "センタ"}).empty());
}

TEST_CASE("the rest of a run's XML stays as it was written") {
    CHECK(edited(run_of("&#x41;&amp;ｶ&lt;\r\n&gt;"), {2, 5, "ｶ", "カ"}) == run_of("&#x41;&amp;カ&lt;\r\n&gt;"));
    CHECK(edited(run_of("&#xFF76;長"), {0, 3, "ｶ", "<&"}) == run_of("&lt;&amp;長"));
    CHECK(edited(run_of("(1) 長"), {0, 3, "(1)", ""}) == "<w:r><w:t xml:space=\"preserve\"> 長</w:t></w:r>");
    CHECK(edited(run_of("<![CDATA[ｶ]]>"), {0, 3, "ｶ", "カ"}).empty());
    CHECK(edited(run_of("ｷ"), {0, 3, "ｶ", "カ"}).empty());
}
