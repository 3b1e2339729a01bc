// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "base/joined_threads.hpp"

namespace goalsheet {

/// Runs `make(i)` for 0 ≤ i < count on `threads` threads and hands every product to `take(i, product)` on the calling
/// thread, in order of i, until `take` gives false. At most a few products for each thread wait at any time, so that
/// memory does not grow with `count`. What `make` or `take` throws ends the work and is thrown again here.
template <class Make, class Take>
void run_in_order(std::size_t count, unsigned threads, Make make, Take take) {
    using Product = decltype(make(std::size_t{0}));
    if (threads <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count && take(i, make(i)); ++i) {
        }
        return;
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::size_t, Product> ready;
    std::size_t next = 0;   // to be made
    std::size_t taken = 0;  // handed over
    std::exception_ptr thrown;
    const std::size_t window = std::size_t{4} * threads;

    const auto stop = [&](std::exception_ptr why) {
        const std::lock_guard lock(mutex);
        if (why && !thrown) thrown = std::move(why);
        next = count;
        changed.notify_all();
    };
    const auto claim = [&]() -> std::optional<std::size_t> {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return next >= count || next < taken + window; });
        return next < count ? std::optional(next++) : std::nullopt;
    };
    const auto work = [&] {
        while (const auto i = claim()) {
            try {
                Product product = make(*i);
                const std::lock_guard lock(mutex);
                ready.emplace(*i, std::move(product));
                changed.notify_all();
            } catch (...) {
                stop(std::current_exception());
            }
        }
    };
    const auto hand_over = [&] {
        while (taken < count) {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return thrown || ready.contains(taken); });
            if (thrown) return;
            auto product = ready.extract(taken);
            lock.unlock();
            if (!take(product.key(), std::move(product.mapped()))) return;
            lock.lock();
            ++taken;
            changed.notify_all();
        }
    };

    // Fewer threads do as well; without any, what they would do is done here.
    JoinedThreads workers;
    const auto make_here = [&] {
        while (taken < count && take(taken, make(taken))) ++taken;
    };
    try {
        while (workers.size() < std::min<std::size_t>(threads, count) && workers.start(work)) {
        }
        workers.size() == 0 ? make_here() : hand_over();
        stop(nullptr);
    } catch (...) {
        stop(std::current_exception());
    }
    workers.join();
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace goalsheet
