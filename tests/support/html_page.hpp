// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "goalsheet/table.hpp"
#include "read/html.hpp"

namespace goalsheet::test {

/// The tables of a page, before anything is made of them.
inline Page page_of(const std::string& html) {
    Page page;
    page.format = "html";
    page.source = std::make_shared<const SourceText>(html);
    REQUIRE(read_html("page.html", page));
    return page;
}

}  // namespace goalsheet::test
