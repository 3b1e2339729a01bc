// SPDX-License-Identifier: MIT
#include "base/in_order.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <vector>

#include "cmd/run_progress.hpp"
#include "goalsheet/text.hpp"

using goalsheet::Lang;
using goalsheet::run_in_order;
using goalsheet::cmd::progress_bar;

TEST_CASE("products are taken in order whatever the number of threads") {
    for (const unsigned threads : {1U, 2U, 7U}) {
        std::vector<std::size_t> taken;
        run_in_order(
            200, threads,
            [](std::size_t i) {
                if (i % 5 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
                return i * i;
            },
            [&](std::size_t i, std::size_t square) {
                CHECK(square == i * i);
                taken.push_back(i);
                return true;
            });
        REQUIRE(taken.size() == 200);
        for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == i);
    }
}

TEST_CASE("only a few products wait behind a slow one") {
    std::atomic<std::size_t> made{0};
    std::size_t most = 0;
    run_in_order(
        500, 2, [&](std::size_t i) { return ++made, i; },
        [&](std::size_t i, std::size_t) {
            std::this_thread::sleep_for(std::chrono::microseconds(20));
            most = std::max(most, made.load() - i);
            return true;
        });
    CHECK(most <= 9);
}

TEST_CASE("the taker ends the run, and what is thrown arrives") {
    std::size_t taken = 0;
    run_in_order(
        100, 3, [](std::size_t i) { return i; }, [&](std::size_t i, std::size_t) { return ++taken, i < 10; });
    CHECK(taken == 11);
    const auto count = [](std::size_t, int) { return true; };
    const auto fail = [](std::size_t i) { return i == 40 ? throw std::runtime_error("forty") : 0; };
    CHECK_THROWS_WITH(run_in_order(100, 3, fail, count), "forty");
    CHECK_THROWS_WITH(run_in_order(100, 1, fail, count), "forty");
}

TEST_CASE("the progress bar fits the terminal, wide characters counted twice") {
    using std::chrono::seconds;
    CHECK(progress_bar(Lang::ja, 5, 20, seconds(75), "市民部.html", 80) ==
          "[#####---------------] 5/20 25% 残り1分15秒 市民部.html");
    CHECK(progress_bar(Lang::en, 5, 20, seconds(9), "a.html", 80) == "[#####---------------] 5/20 25% 9 s left a.html");
    for (std::size_t columns = 30; columns < 70; ++columns)
        CHECK(goalsheet::display_width(progress_bar(Lang::ja, 1, 2, seconds(5), "重点目標管理シート.html", columns)) <=
              columns);
}
