// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

#include "base/joined_threads.hpp"

namespace goalsheet {
namespace {

/// Work that several threads take up together, until all is done or something is thrown.
class SharedWork {
public:
    SharedWork(std::size_t count, const std::function<void(std::size_t)>& work) : count_(count), work_(work) {}

    void run() {
        try {
            for (std::size_t i = next_++; i < count_; i = next_++) work_(i);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!thrown_) thrown_ = std::current_exception();
            next_ = count_;
        }
    }
    void rethrow() const {
        if (thrown_) std::rethrow_exception(thrown_);
    }

private:
    std::size_t count_;
    const std::function<void(std::size_t)>& work_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::exception_ptr thrown_;
};

}  // namespace

void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    SharedWork shared(count, work);
    JoinedThreads threads;
    const std::size_t wanted = std::min<std::size_t>(jobs, count);
    for (std::size_t i = 1; i < wanted && threads.start([&shared] { shared.run(); }); ++i) {
    }
    shared.run();
    threads.join();
    shared.rethrow();
}

}  // namespace goalsheet
