// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goalsheet::test {

/// A word on a printed page: points from the left and the top.
struct PrintedWord {
    std::size_t page = 0;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    std::string text;
};

struct PrintedPage {
    double width = 0;
    double height = 0;
};

/// What LibreOffice prints of a workbook.
struct Printout {
    std::vector<PrintedPage> pages;
    std::vector<PrintedWord> words;
};

/// soffice and pdftotext are installed.
bool can_print();
/// Empty when LibreOffice could not open the workbook.
Printout print_workbook(std::string_view xlsx);

}  // namespace goalsheet::test
