// SPDX-License-Identifier: MIT
// usage: write_year_pages FOLDER PAGES     writes made-up pages, for tests/support/same_outputs
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bench/year_pages.hpp"

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    const std::size_t pages = std::strtoull(argv[2], nullptr, 10);
    for (std::size_t i = 0; i < pages; ++i) {
        std::ofstream file(folder / fmt::format("{:05}.html", i), std::ios::binary);
        file << goalsheet::make_year_page(i);
        if (!file) return 2;
    }
}
