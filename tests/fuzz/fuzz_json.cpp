// SPDX-License-Identifier: MIT
// Any bytes read as our JSON: what is accepted is written and read again as the same documents.
#include "fuzz_page.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    goalsheet::ReadOptions options;
    options.format = "json";
    const auto documents =
        goalsheet::read_documents(std::string(reinterpret_cast<const char*>(data), size), "fuzz", options);
    if (!documents) return 0;
    const auto again = goalsheet::read_documents(goalsheet::write_json(*documents), "again", options);
    goalsheet::fuzz::require(again && *again == *documents, "JSON that was read is written and read as the same");
    goalsheet::validate(*documents);
    goalsheet::measure_all(*documents);
    return 0;
}
