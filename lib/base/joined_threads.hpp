// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace goalsheet {

/// Threads that are all joined before this goes. std::jthread would do, but not every standard library has it yet.
class JoinedThreads {
public:
    JoinedThreads() = default;
    ~JoinedThreads() { join(); }
    JoinedThreads(const JoinedThreads&) = delete;
    JoinedThreads& operator=(const JoinedThreads&) = delete;

    /// False when no more threads are to be had: where there are none (WebAssembly), the caller does the work itself.
    template <class Work>
    bool start(Work&& work) {
        try {
            threads_.emplace_back(std::forward<Work>(work));
            return true;
        } catch (const std::system_error&) {
            return false;
        }
    }
    std::size_t size() const { return threads_.size(); }
    void join() {
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

private:
    std::vector<std::thread> threads_;
};

}  // namespace goalsheet
