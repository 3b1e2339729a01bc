// SPDX-License-Identifier: MIT
#include "goalsheet/exception_removal.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace goalsheet;

namespace {

std::vector<std::size_t> entries_of(const std::string& json) {
    std::vector<std::size_t> offsets;
    for (std::size_t at = json.find("{\"rule\""); at != std::string::npos; at = json.find("{\"rule\"", at + 1))
        offsets.push_back(at);
    return offsets;
}

}  // namespace

TEST_CASE("whichever entries are taken out, the others are left and the text is JSON") {
    const std::string json =
        "{\"ignore\": [\n  {\"rule\": \"GS1\", \"reason\": \"a } , {\"},\n  {\"rule\": \"GS2\"} ,{\"rule\": \"GS3\", "
        "\"reason\": \"say \\\"}\\\"\"}\n], \"fail_on\": \"error\"}\n";
    const std::vector<std::size_t> offsets = entries_of(json);
    REQUIRE(offsets.size() == 3);
    for (unsigned chosen = 0; chosen < 8; ++chosen) {
        CAPTURE(chosen);
        std::vector<Edit> removals;
        std::vector<std::string> left;
        for (unsigned i = 0; i < 3; ++i) {
            if ((chosen >> i) & 1U) {
                const auto removal = removal_of_entry(json, offsets[i]);
                REQUIRE(removal);
                CHECK(json.substr(removal->begin, removal->end - removal->begin) == removal->before);
                removals.push_back(*removal);
            } else {
                left.push_back("GS" + std::to_string(i + 1));
            }
        }
        const auto parsed = nlohmann::json::parse(remove_entries(json, removals));
        std::vector<std::string> rules;
        for (const auto& entry : parsed["ignore"]) rules.push_back(entry["rule"]);
        CHECK(rules == left);
        CHECK(parsed["fail_on"] == "error");
    }
}

TEST_CASE("where no entry stands nothing is taken out") {
    CHECK_FALSE(removal_of_entry("[1, 2]", 1));
    CHECK_FALSE(removal_of_entry("[{\"rule\": \"GS1\"", 1));
    CHECK_FALSE(removal_of_entry("", 0));
}
