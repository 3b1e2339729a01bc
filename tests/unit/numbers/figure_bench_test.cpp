// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>

#include "figures/bench_rows.hpp"

TEST_CASE("no figure of the bench of truth is wrong, and few are left empty") {
    using namespace goalsheet::bench;
    Score score;
    for (const auto& entry : std::filesystem::directory_iterator(GOALSHEET_SOURCE_DIR "/tests/data/figures")) {
        for (const Row& row : read_rows(entry.path().string())) {
            const Outcome outcome = hold(row);
            CAPTURE(row.kind);
            CAPTURE(row.target);
            CAPTURE(row.report);
            CAPTURE(outcome.got);
            CHECK(outcome.wrong == 0);
            score.add(outcome);
        }
    }
    CHECK(score.rows >= 400);
    CHECK(score.targets * 100 >= score.rows * 98);
    CHECK(score.right * 100 >= score.results * 97);
}
