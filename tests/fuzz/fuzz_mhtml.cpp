// SPDX-License-Identifier: MIT
// Any bytes as a page saved as one file, behind the line that tells what it is.
#include "fuzz_page.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string page = "MIME-Version: 1.0\n" + std::string(reinterpret_cast<const char*>(data), size);
    return goalsheet::fuzz::run_whole(reinterpret_cast<const std::uint8_t*>(page.data()), page.size(), "");
}
