// SPDX-License-Identifier: MIT
#include "cmd/run_time.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <charconv>
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
    // The year 9999 is the last that calendars and spreadsheets agree on.
    constexpr std::int64_t kLast = 253'402'300'799;
    std::int64_t seconds = 0;
    const std::string_view digits = value;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    const bool number = error == std::errc() && end == digits.data() + digits.size();
    return number && seconds >= 0 && seconds <= kLast ? std::optional(seconds) : std::nullopt;
}

std::int64_t workbook_time() {
    constexpr std::int64_t kDay = 24 * 60 * 60;
    const auto fixed = source_date_epoch();
    return fixed ? *fixed : static_cast<std::int64_t>(std::time(nullptr)) / kDay * kDay;
}

std::string timestamp() { return fmt::format("{:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(now())); }

std::string today() { return fmt::format("{:%Y-%m-%d}", fmt::localtime(now())); }

bool is_on_github() {
    const char* value = std::getenv("GITHUB_ACTIONS");
    return value && std::string_view(value) == "true";
}

}  // namespace goalsheet::cmd
