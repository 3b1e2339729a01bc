// SPDX-License-Identifier: MIT
// Holds the rows of a bench of truth (tests/data/figures/*.tsv) against what is read of them.
// usage: hold_rows FILE.tsv...            what is not right, a line each, and how many are
//        hold_rows --readings FILE.tsv... every reading with its features, for fit_weights.py
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "figures/bench_rows.hpp"

int main(int argc, char** argv) {
    using namespace goalsheet::bench;
    const bool readings = argc > 1 && std::string_view(argv[1]) == "--readings";
    Score score;
    for (int i = readings ? 2 : 1; i < argc; ++i) {
        for (const Row& row : read_rows(argv[i])) {
            const Outcome outcome = hold(row);
            if (readings)
                for (const std::string& line : outcome.readings) fmt::print("{}\n", line);
            else if (!outcome.right())
                fmt::print("{} {}: {} / {} want {} got {} {}\n", outcome.wrong ? "WRONG" : "miss", row.kind, row.target,
                           row.report, row.right, outcome.got, outcome.note);
            score.add(outcome);
        }
    }
    if (!readings)
        fmt::print("{} results: right {}, empty {}, WRONG {}; targets right {} of {} rows\n", score.results,
                   score.right, score.empty, score.wrong, score.targets, score.rows);
    return 0;
}
