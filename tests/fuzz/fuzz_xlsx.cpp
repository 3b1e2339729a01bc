// SPDX-License-Identifier: MIT
// Any bytes read as a workbook, written in every text format, validated and measured.
#include "fuzz_page.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return goalsheet::fuzz::run_whole(data, size, "xlsx");
}
