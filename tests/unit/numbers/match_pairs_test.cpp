// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "numbers/match_report.hpp"

namespace {

using namespace goalsheet;

std::vector<std::string> split(const std::string& line, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == mark)
            parts.emplace_back();
        else
            parts.back().push_back(c);
    }
    return parts;
}

std::string with_line_breaks(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
        text.replace(at, 2, "\n");
    return text;
}

std::string show(const Indicator& indicator, const match::Match& m) {
    std::string out = indicator.baseline ? indicator.baseline->value.to_text() + "→" : "";
    out += indicator.target.value.to_text() + indicator.target.unit + " = ";
    if (!m.result) return out + "-";
    return out + m.result->to_text() + m.unit + " " + std::string(report_state_name(m.state));
}

std::string match_pair(const std::string& action, const std::string& target, const std::string& report) {
    const auto indicators = find_indicators(target, 2025);
    const auto matches = match::match_report(indicators, report, {action, "", 2025});
    std::string out;
    for (std::size_t i = 0; i < indicators.size(); ++i) out += (i ? " | " : "") + show(indicators[i], matches[i]);
    return indicators.empty() ? "none" : out;
}

}  // namespace

TEST_CASE("reports of every department are held against their targets") {
    std::ifstream file(GOALSHEET_SOURCE_DIR "/tests/data/progress/pairs.tsv");
    REQUIRE(file);
    std::string line;
    std::size_t pairs = 0;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        const auto cells = split(line, '\t');
        REQUIRE_MESSAGE(cells.size() == 5, line);
        CAPTURE(cells[2]);
        CAPTURE(cells[3]);
        CHECK(match_pair(cells[1], with_line_breaks(cells[2]), with_line_breaks(cells[3])) == cells[4]);
        ++pairs;
    }
    CHECK(pairs > 100);
}
