// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace goalsheet::bench {

/// A row of tests/data/figures/*.tsv: kind, action, target, report, what is right and what would be wrong. `right` has
/// a piece for each indicator, parted by "; ": 「20人 = 18」, with "-" where the report gives none; empty where the
/// target has no number. `wrong` are figures that must never be the result.
struct Row {
    std::string kind;
    std::string action;
    std::string target;
    std::string report;
    std::string right;
    std::vector<std::string> wrong;
};
std::vector<Row> read_rows(const std::string& path);

struct Outcome {
    std::string got;  ///< as Row::right
    std::string note;
    bool targets = false;  ///< as many indicators with the values that are right
    std::size_t results = 0;
    std::size_t right_results = 0;
    std::size_t empty = 0;
    std::size_t wrong = 0;
    std::vector<std::string> readings;  ///< value, whether it is right, features

    bool right() const { return targets && right_results == results; }
};
Outcome hold(const Row& row);

struct Score {
    std::size_t rows = 0;
    std::size_t targets = 0;
    std::size_t results = 0;
    std::size_t right = 0;
    std::size_t empty = 0;
    std::size_t wrong = 0;

    void add(const Outcome& outcome);
};

}  // namespace goalsheet::bench
