// SPDX-License-Identifier: MIT
// Any text as the body of an OpenDocument text and of a spreadsheet, with its styles behind U+001E.
#include "fuzz_page.hpp"
#include "stored_zip.hpp"

namespace {

void run(std::string_view kind, std::string_view body, std::string_view styles) {
    const std::string element(kind);
    const std::string content = "<document-content><automatic-styles>" + std::string(styles) +
                                "</automatic-styles><body><" + element + ">" + std::string(body) + "</" + element +
                                "></body></document-content>";
    const std::string file = goalsheet::fuzz::zip({{"content.xml", content}});
    goalsheet::fuzz::run_whole(reinterpret_cast<const std::uint8_t*>(file.data()), file.size(), "odt");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(text.find('\x1e'), text.size());
    const std::string_view styles = text.substr(std::min(end + 1, text.size()));
    run("text", text.substr(0, end), styles);
    run("spreadsheet", text.substr(0, end), styles);
    return 0;
}
