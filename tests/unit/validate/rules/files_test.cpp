// SPDX-License-Identifier: MIT
// What no line of an example can show stands in files: tests/rules/GS001/wrong.html breaks GS001, right.html nothing.
// A plan.html beside them is the edition that --against names.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "goalsheet/read.hpp"
#include "goalsheet/report.hpp"
#include "unit/validate/example_sheet.hpp"

namespace fs = std::filesystem;
using namespace goalsheet;

namespace {

const fs::path kRules = GOALSHEET_SOURCE_DIR "/tests/rules";

std::vector<fs::path> list_sorted(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string read_bytes(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::vector<Document> read_plan(const fs::path& folder) {
    if (!fs::exists(folder / "plan.html")) return {};
    auto documents = read_documents(read_bytes(folder / "plan.html"), "plan.html");
    REQUIRE(documents);
    return std::move(*documents);
}

Report check_file(const fs::path& path, const std::vector<Document>& plan) {
    ValidateOptions options;
    options.against = plan;
    return test::check_page(read_bytes(path), path.filename().string(), options);
}

}  // namespace

TEST_CASE("every wrong file breaks the rule of its folder, every right one nothing") {
    std::size_t files = 0;
    for (const fs::path& folder : list_sorted(kRules)) {
        const std::string code = folder.filename().string();
        CAPTURE(code);
        REQUIRE(find_rule(code));
        const std::vector<Document> plan = read_plan(folder);
        for (const fs::path& path : list_sorted(folder)) {
            const std::string name = path.filename().string();
            CAPTURE(name);
            if (name.starts_with("plan.")) continue;
            const auto found = test::codes(check_file(path, plan));
            if (name.starts_with("wrong"))
                CHECK(found.count(code) == 1);
            else
                CHECK(found.empty());
            ++files;
        }
    }
    CHECK(files >= 14);
}

TEST_CASE("a rule whose example is only described has files that show it, or tests of its own") {
    // They need a configuration: engine_test.cpp, cases/validate/house-terms.case.
    const std::set<std::string_view> tested_elsewhere = {"GS718", "GS901", "GS902"};
    for (const RuleInfo& rule : all_rules()) {
        CAPTURE(rule.code);
        if (!rule.texts->wrong.starts_with("#") || tested_elsewhere.contains(rule.code)) continue;
        CHECK(fs::exists(kRules / rule.code));
    }
}
