// SPDX-License-Identifier: MIT
#include "write/format/extensions.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "goalsheet/export_formats.hpp"
#include "goalsheet/report.hpp"
#include "goalsheet/write_comparison.hpp"
#include "goalsheet/write_progress.hpp"
#include "goalsheet/write_summary.hpp"

using namespace goalsheet;

namespace {

template <class Formats>
std::vector<std::string> names_of(const Formats& formats) {
    std::vector<std::string> names;
    for (const auto& format : formats) names.emplace_back(format.name);
    return names;
}

const std::vector<std::vector<std::string>>& all_lists() {
    static const std::vector<std::vector<std::string>> lists = {
        names_of(export_formats()), names_of(progress_formats()), names_of(comparison_formats()),
        names_of(summary_formats()), names_of(report_formats())};
    return lists;
}

}  // namespace

TEST_CASE("an ending says a format of the command or none") {
    const std::vector<std::string> formats = {"text", "json", "ndjson"};
    CHECK(format_said_by("txt", formats) == "text");
    CHECK(format_said_by("jsonl", formats) == "ndjson");
    CHECK(format_said_by("html", formats).empty());
    CHECK(format_said_by("xlsm", std::vector<std::string>{"xlsx"}).empty());
}

TEST_CASE("no file is called what it is not") {
    CHECK(may_end_in("ndjson", "json"));
    CHECK(may_end_in("csv", "txt"));
    CHECK(may_end_in("md", "of-my-own"));
    CHECK_FALSE(may_end_in("json", "ndjson"));
    CHECK_FALSE(may_end_in("xlsx", "xlsm"));
    CHECK_FALSE(may_end_in("html", "pdf"));
}

TEST_CASE("what an ending says may be called so, and every ending a command names says one of its formats") {
    for (const std::vector<std::string>& formats : all_lists())
        for (const std::string_view extension : extensions_of(formats)) {
            CAPTURE(extension);
            const std::string said = format_said_by(extension, formats);
            CHECK_FALSE(said.empty());
            CHECK(may_end_in(said, extension));
        }
}
