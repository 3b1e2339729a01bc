// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "cmd/session.hpp"

namespace goalsheet::cmd {

/// How far a run over many inputs is: on a terminal a bar that is painted over, elsewhere a plain line every ten
/// seconds. Nothing with --quiet, nor within the first half second.
class RunProgress {
public:
    RunProgress(const Session& session, std::size_t total);
    ~RunProgress();
    RunProgress(const RunProgress&) = delete;
    RunProgress& operator=(const RunProgress&) = delete;

    /// `done` inputs are through; `path` is the last of them.
    void show(std::size_t done, std::string_view path);

private:
    using Clock = std::chrono::steady_clock;

    const Session& session_;
    std::size_t total_;
    bool terminal_;
    Clock::time_point start_;
    Clock::time_point next_;
};

/// The bar as one line of at most `columns` columns: count, share, time left, the input at work.
std::string progress_bar(Lang lang, std::size_t done, std::size_t total, std::chrono::seconds left,
                         std::string_view path, std::size_t columns);

}  // namespace goalsheet::cmd
