// SPDX-License-Identifier: MIT
// Any text as a target and as its report: figures stand in the text, in order, and only figures of the report answer.
#include <algorithm>

#include "fuzz_page.hpp"
#include "goalsheet/indicator.hpp"
#include "goalsheet/quantity.hpp"
#include "numbers/match_report.hpp"

namespace {

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_places(std::string_view text) {
    std::size_t before = 0;
    for (const goalsheet::Quantity& one : goalsheet::find_quantities(text)) {
        goalsheet::fuzz::require(one.begin < one.end && one.end <= text.size(), "a figure stands in the text");
        goalsheet::fuzz::require(one.begin >= before, "figures come in order");
        goalsheet::fuzz::require(is_boundary(text, one.begin) && is_boundary(text, one.end), "no sign is cut");
        before = one.begin;
    }
}

}  // namespace

// The first line is the target, the rest its report.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(data), size);
    if (goalsheet::find_invalid_utf8(text)) return 0;
    check_places(text);
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string target = text.substr(0, end);
    const std::string report = text.substr(std::min(end + 1, text.size()));
    const auto indicators = goalsheet::find_indicators(target, 2025);
    goalsheet::fuzz::require(indicators.size() <= goalsheet::kMaxIndicators, "indicators are capped");
    const auto matches = goalsheet::match::match_report(indicators, report, {target, "", 2025});
    goalsheet::fuzz::require(matches.size() == indicators.size(), "one match for each indicator");
    for (const auto& match : matches)
        goalsheet::fuzz::require(!match.result || std::any_of(match.evidence.begin(), match.evidence.end(),
                                                              [](const auto& one) { return one.taken; }),
                                 "a result names the figure it was taken from");
    return 0;
}
