// SPDX-License-Identifier: MIT
#include "support/odf_parts.hpp"

#include <fmt/format.h>

namespace goalsheet::test {
namespace {

constexpr std::string_view kOasis = "urn:oasis:names:tc:opendocument:xmlns";

std::string root(std::string_view name, std::string_view inner) {
    std::string spaces;
    for (const std::string_view space : {"office", "style", "text", "table", "manifest"})
        spaces += fmt::format(" xmlns:{0}=\"{1}:{0}:1.0\"", space, kOasis);
    spaces += fmt::format(
        " xmlns:draw=\"{0}:drawing:1.0\" xmlns:fo=\"{0}:xsl-fo-compatible:1.0\" "
        "xmlns:svg=\"{0}:svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
        kOasis);
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?><{0}{1}>{2}</{0}>", name, spaces, inner);
}

}  // namespace

Parts parts_of(const RawOdf& file) {
    const std::string_view kind = file.spreadsheet ? "spreadsheet" : "text";
    return {{"mimetype", fmt::format("application/vnd.oasis.opendocument.{}", kind)},
            {"content.xml", root("office:document-content",
                                 fmt::format("<office:automatic-styles>{0}</office:automatic-styles><office:body>"
                                             "<office:{1}>{2}</office:{1}></office:body>",
                                             file.automatic, kind, file.body))},
            {"styles.xml",
             root("office:document-styles",
                  fmt::format("<office:styles>{}</office:styles><office:master-styles>{}</office:master-styles>",
                              file.styles, file.master))},
            {"META-INF/manifest.xml", root("manifest:manifest", file.manifest)}};
}

}  // namespace goalsheet::test
