// SPDX-License-Identifier: MIT
// Any text as a page: what stands in a sheet's tables is in a field, in `unplaced`, or was said to be cut.
#include <memory>

#include "fuzz_page.hpp"
#include "goalsheet/form.hpp"
#include "model/interpret.hpp"
#include "read/html.hpp"
#include "read/text_table.hpp"
#include "support/lossless.hpp"

namespace {

bool read(goalsheet::Page& page, bool html) {
    if (html) return static_cast<bool>(goalsheet::read_html("fuzz", page));
    goalsheet::read_text(page);
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(data), size);
    if (goalsheet::find_invalid_utf8(text)) return 0;
    goalsheet::Page page;
    const bool html = text.find('<') != std::string::npos;
    page.source = std::make_shared<const goalsheet::SourceText>(std::move(text));
    if (!read(page, html)) return 0;
    const std::vector<goalsheet::Document> documents = goalsheet::interpret(page, goalsheet::Form::standard());
    for (const std::string& words : goalsheet::find_lost_text(page, documents)) {
        std::fprintf(stderr, "lost: %s\n", words.c_str());
        std::abort();
    }
    return 0;
}
