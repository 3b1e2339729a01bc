// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <new>
#include <vector>

using namespace goalsheet;

TEST_CASE("every index is worked on once, on any number of threads") {
    for (const unsigned jobs : {1U, 2U, 7U}) {
        std::vector<std::atomic<int>> done(100);
        for_each_index(done.size(), jobs, [&](std::size_t i) { ++done[i]; });
        for (const auto& times : done) CHECK(times == 1);
    }
}

TEST_CASE("what a thread throws arrives where the work was asked for") {
    for (const unsigned jobs : {1U, 2U, 7U})
        CHECK_THROWS_AS(for_each_index(100, jobs,
                                       [](std::size_t i) {
                                           if (i == 60) throw std::bad_alloc();
                                       }),
                        std::bad_alloc);
}
