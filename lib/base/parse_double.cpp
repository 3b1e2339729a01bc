// SPDX-License-Identifier: MIT
#include "base/parse_double.hpp"

#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

namespace goalsheet {
namespace {

// What strtod would also take: blanks, a plus in front, hexadecimal, words. from_chars takes "inf" and "nan".
bool is_decimal(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789";
    const bool known = text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
    return known && text.find_first_of(kDigits) != std::string_view::npos && text.front() != '+';
}

#ifdef __cpp_lib_to_chars
std::optional<double> parse_whole(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}
#else
// A standard library without from_chars for doubles (emscripten's), whose only locale is "C".
std::optional<double> parse_whole(std::string_view text) {
    const std::string terminated(text);
    char* end = nullptr;
    errno = 0;
    const double value = std::strtod(terminated.c_str(), &end);
    const bool out_of_range = errno == ERANGE && (value == 0 || std::isinf(value));
    if (out_of_range || end != terminated.c_str() + terminated.size()) return std::nullopt;
    return value;
}
#endif

}  // namespace

std::optional<double> parse_double(std::string_view text) {
    if (text.empty() || !is_decimal(text)) return std::nullopt;
    const std::optional<double> value = parse_whole(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

}  // namespace goalsheet
