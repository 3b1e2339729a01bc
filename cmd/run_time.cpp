// SPDX-License-Identifier: MIT
#include "cmd/run_time.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <string_view>

namespace goalsheet::cmd {
namespace {

std::time_t now() {
    const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
    if (!fixed || !*fixed) return std::time(nullptr);
    char* end = nullptr;
    const long long seconds = std::strtoll(fixed, &end, 10);
    return *end == '\0' ? static_cast<std::time_t>(seconds) : std::time(nullptr);
}

}  // namespace

std::string timestamp() { return fmt::format("{:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(now())); }

std::string today() { return fmt::format("{:%Y-%m-%d}", fmt::localtime(now())); }

bool is_on_github() {
    const char* value = std::getenv("GITHUB_ACTIONS");
    return value && std::string_view(value) == "true";
}

}  // namespace goalsheet::cmd
