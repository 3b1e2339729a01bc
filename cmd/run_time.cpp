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
    const auto fixed = source_date_epoch();
    return fixed ? static_cast<std::time_t>(*fixed) : std::time(nullptr);
}

}  // namespace

std::optional<std::int64_t> source_date_epoch() {
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (!value || !*value) return std::nullopt;
    char* end = nullptr;
    const long long seconds = std::strtoll(value, &end, 10);
    return *end == '\0' ? std::optional<std::int64_t>(seconds) : std::nullopt;
}

std::string timestamp() { return fmt::format("{:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(now())); }

std::string today() { return fmt::format("{:%Y-%m-%d}", fmt::localtime(now())); }

bool is_on_github() {
    const char* value = std::getenv("GITHUB_ACTIONS");
    return value && std::string_view(value) == "true";
}

}  // namespace goalsheet::cmd
