// SPDX-License-Identifier: MIT
#include "goalsheet/limits.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "goalsheet/files.hpp"

using namespace goalsheet;

namespace {

std::string source_of(const char* file) {
    const auto bytes = read_file(std::string(GOALSHEET_SOURCE_DIR) + file);
    REQUIRE(bytes);
    return *bytes;
}

bool lists(const std::string& list, const std::string& name) {
    return list.find("limit::" + name + ",") != std::string::npos ||
           list.find("limit::" + name + ".") != std::string::npos;
}

}  // namespace

TEST_CASE("every limit is listed, once, in both languages") {
    const std::string header = source_of("/lib/base/limits.hpp");
    const std::string list = source_of("/lib/base/limits.cpp");
    std::size_t constants = 0;
    for (std::size_t at = header.find(" k"); at != std::string::npos; at = header.find(" k", at + 1)) {
        const std::string name = header.substr(at + 1, header.find_first_of(" {=;", at + 1) - at - 1);
        if (name.empty() || header[at + 1 + name.size()] == ';') continue;
        if (header.rfind("inline constexpr", at) < header.rfind('\n', at)) continue;  // spoken of in a comment
        ++constants;
        CHECK_MESSAGE(lists(list, name), name);
    }
    CHECK(constants > 15);
    std::set<std::string_view> names;
    for (const Limit& limit : all_limits()) {
        CHECK(names.insert(limit.name).second);
        CHECK(limit.value > 0);
        CHECK_FALSE(limit.what.ja.empty());
        CHECK_FALSE(limit.what.en.empty());
    }
}
