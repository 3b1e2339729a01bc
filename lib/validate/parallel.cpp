// SPDX-License-Identifier: MIT
#include "validate/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace goalsheet {

void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::thread> threads;
    const std::size_t wanted = std::min<std::size_t>(jobs, count);
    for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(run);
    run();
    for (std::thread& thread : threads) thread.join();
}

}  // namespace goalsheet
