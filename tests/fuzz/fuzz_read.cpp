// SPDX-License-Identifier: MIT
// Any bytes: read them as a page, and write whatever came out in every text format.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_csv.hpp"
#include "goalsheet/write_markdown.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto documents = goalsheet::read_documents(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    if (!documents) return 0;
    // Whatever came in, what goes out is UTF-8.
    const bool json_broken = goalsheet::find_invalid_utf8(goalsheet::write_json(*documents)).has_value();
    const bool markdown_broken = goalsheet::find_invalid_utf8(goalsheet::write_markdown(*documents)).has_value();
    if (json_broken || markdown_broken) std::abort();
    goalsheet::write_csv_set(*documents);
    return 0;
}
