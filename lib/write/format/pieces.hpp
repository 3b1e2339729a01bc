// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "goalsheet/text_sink.hpp"

namespace goalsheet {

/// A text of which a run of ten thousand sheets has more than should be in memory: it goes out while it grows.
class Pieces {
public:
    explicit Pieces(const TextSink& sink) : sink_(sink) {}

    /// What is to go out next; it is added to.
    std::string text;
    /// Called between rows: gives away what has become long.
    void hand_over() {
        constexpr std::size_t kPiece = std::size_t{1} << 16U;
        if (text.size() >= kPiece) give();
    }
    /// False when a piece was refused.
    bool finish() {
        give();
        return taken_;
    }

private:
    void give() {
        taken_ = taken_ && sink_(text);
        text.clear();
    }

    const TextSink& sink_;
    bool taken_ = true;
};

}  // namespace goalsheet
