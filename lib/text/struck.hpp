// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// Whether anything is struck out: ［取消線：…］.
bool has_struck(std::string_view text);
/// The text with the inside of ［取消線：…］ blanked out by spaces, so that offsets stay.
std::string without_struck(std::string_view text);

/// The same without a copy where nothing is struck, as in nearly all texts. The text must outlive it.
class Unstruck {
public:
    explicit Unstruck(std::string_view text) : text_(text) {
        if (has_struck(text)) blanked_ = without_struck(text);
    }
    std::string_view text() const { return blanked_.empty() ? text_ : blanked_; }

private:
    std::string_view text_;
    std::string blanked_;
};

}  // namespace goalsheet
