// SPDX-License-Identifier: MIT
// Any bytes as a page: its documents come back from JSON as they were.
#include "fuzz_page.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto documents = goalsheet::read_documents(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    if (!documents) return 0;
    const auto again = goalsheet::read_documents(goalsheet::write_json(*documents), "fuzz.json");
    goalsheet::fuzz::require(again && *again == *documents, "a document comes back from JSON as it was");
    for (std::size_t i = 0; i < documents->size(); ++i) {
        const auto& sheets = (*documents)[i].sheets;
        for (std::size_t k = 0; k < sheets.size(); ++k)
            goalsheet::fuzz::require((*again)[i].sheets[k].remarks == sheets[k].remarks, "so do its remarks");
    }
    return 0;
}
