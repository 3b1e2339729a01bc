// SPDX-License-Identifier: MIT
#include "figures/bench_rows.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "goalsheet/indicator.hpp"
#include "numbers/match_report.hpp"

namespace goalsheet::bench {
namespace {

std::vector<std::string> split(const std::string& line, const std::string& mark) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, begin)) {
        parts.push_back(line.substr(begin, at - begin));
        begin = at + mark.size();
    }
    parts.push_back(line.substr(begin));
    return parts;
}

std::string with_line_breaks(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
        text.replace(at, 2, "\n");
    return text;
}

struct Wanted {
    std::string target;
    std::string result;
};

std::vector<Wanted> wanted_of(const Row& row) {
    std::vector<Wanted> wanted;
    if (row.right.empty()) return wanted;
    for (const std::string& piece : split(row.right, "; ")) {
        const auto sides = split(piece, " = ");
        if (sides.size() != 2) throw std::runtime_error(row.right + ": no TARGET = RESULT");
        wanted.push_back({sides[0], sides[1]});
    }
    return wanted;
}

}  // namespace

std::vector<Row> read_rows(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error(path + ": cannot be read");
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto cells = split(line, "\t");
        if (cells.size() != 6) throw std::runtime_error(line + ": six cells are wanted");
        rows.push_back({cells[0], cells[1], with_line_breaks(cells[2]), with_line_breaks(cells[3]), cells[4],
                        cells[5].empty() ? std::vector<std::string>() : split(cells[5], ",")});
    }
    return rows;
}

Outcome hold(const Row& row) {
    constexpr int kYear = 2025;
    Outcome outcome;
    const auto wanted = wanted_of(row);
    const auto indicators = find_indicators(row.target, kYear);
    const auto matches = match::match_report(indicators, row.report, {row.action, "", kYear, true, row.target});
    outcome.targets = indicators.size() == wanted.size();
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        const match::Match& m = matches[i];
        const std::string result = m.result ? m.result->to_text() : "-";
        const std::string target = indicators[i].target.value.to_text() + indicators[i].target.unit;
        outcome.got += (i ? "; " : "") + target + " = " + result;
        outcome.note += m.note.ja + " ";
        const std::string right = i < wanted.size() ? wanted[i].result : "-";
        outcome.targets = outcome.targets && wanted[i].target == target;
        if (row.report.empty()) continue;
        ++outcome.results;
        const bool forbidden = std::find(row.wrong.begin(), row.wrong.end(), result) != row.wrong.end();
        if (result == right)
            ++outcome.right_results;
        else if (result == "-")
            ++outcome.empty;
        if (result != "-" && (forbidden || result != right)) ++outcome.wrong;
        for (const auto& reading : m.readings)
            outcome.readings.push_back(reading.value.to_text() + "\t" + (reading.value.to_text() == right ? "1" : "0") +
                                       "\t" + reading.features + "\t" + row.kind);
    }
    return outcome;
}

void Score::add(const Outcome& outcome) {
    ++rows;
    targets += outcome.targets ? 1 : 0;
    results += outcome.results;
    right += outcome.right_results;
    empty += outcome.empty;
    wrong += outcome.wrong;
}

}  // namespace goalsheet::bench
