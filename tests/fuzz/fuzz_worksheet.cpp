// SPDX-License-Identifier: MIT
// Any text as the parts of a workbook: worksheet, shared strings and styles, with U+001E between them. A packed
// workbook hides them from the fuzzer.
#include "fuzz_page.hpp"
#include "stored_zip.hpp"

namespace {

constexpr std::string_view kRootRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" )"
    R"(Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view kWorkbook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
    R"(<sheets><sheet name="シート" sheetId="1" r:id="r1"/></sheets></workbook>)";
constexpr std::string_view kRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" )"
    R"(Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" )"
    R"(Target="sharedStrings.xml"/>)"
    R"(<Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" )"
    R"(Target="styles.xml"/></Relationships>)";

std::string_view take_part(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\x1e'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const std::string_view worksheet = take_part(rest);
    const std::string_view strings = take_part(rest);
    const std::string book = goalsheet::fuzz::zip({{"_rels/.rels", kRootRelations},
                                                   {"xl/workbook.xml", kWorkbook},
                                                   {"xl/_rels/workbook.xml.rels", kRelations},
                                                   {"xl/worksheets/sheet1.xml", worksheet},
                                                   {"xl/sharedStrings.xml", strings},
                                                   {"xl/styles.xml", rest}});
    return goalsheet::fuzz::run_whole(reinterpret_cast<const std::uint8_t*>(book.data()), book.size(), "xlsx");
}
