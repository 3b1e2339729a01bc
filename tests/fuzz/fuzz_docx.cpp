// SPDX-License-Identifier: MIT
// Any text as the parts of a Word document: the children of its body, of numbering, styles, footnotes and comments,
// with U+001E between them. A packed document hides them from the fuzzer.
#include "fuzz_page.hpp"
#include "stored_zip.hpp"

namespace {

constexpr std::string_view kRelations =
    R"(<Relationships><Relationship Id="a" Type="t/numbering" Target="numbering.xml"/>)"
    R"(<Relationship Id="b" Type="t/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="c" Type="t/footnotes" Target="footnotes.xml"/>)"
    R"(<Relationship Id="d" Type="t/comments" Target="comments.xml"/>)"
    R"(<Relationship Id="e" Type="t/header" Target="document.xml"/></Relationships>)";

std::string take_part(std::string_view& rest, std::string_view root) {
    const std::size_t end = std::min(rest.find('\x1e'), rest.size());
    std::string part =
        "<" + std::string(root) + ">" + std::string(rest.substr(0, end)) + "</" + std::string(root) + ">";
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const std::string document = "<document>" + take_part(rest, "body") + "</document>";
    const std::string numbering = take_part(rest, "numbering");
    const std::string styles = take_part(rest, "styles");
    const std::string footnotes = take_part(rest, "footnotes");
    const std::string comments = take_part(rest, "comments");
    const std::string file = goalsheet::fuzz::zip({{"word/document.xml", document},
                                                   {"word/_rels/document.xml.rels", kRelations},
                                                   {"word/numbering.xml", numbering},
                                                   {"word/styles.xml", styles},
                                                   {"word/footnotes.xml", footnotes},
                                                   {"word/comments.xml", comments}});
    return goalsheet::fuzz::run_whole(reinterpret_cast<const std::uint8_t*>(file.data()), file.size(), "docx");
}
