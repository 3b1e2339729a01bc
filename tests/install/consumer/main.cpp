// SPDX-License-Identifier: MIT
// Prints the goals of a page, one a line.
#include <goalsheet/files.hpp>
#include <goalsheet/read.hpp>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    auto bytes = goalsheet::read_file(argv[1]);
    if (!bytes) return 2;
    const auto documents = goalsheet::read_documents(*bytes, argv[1]);
    if (!documents) {
        std::cerr << documents.fault().message.en << '\n';
        return 2;
    }
    for (const goalsheet::Document& document : *documents)
        for (const goalsheet::Sheet& sheet : document.sheets) std::cout << sheet.goal.text << '\n';
    return 0;
}
