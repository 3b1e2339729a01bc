// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goalsheet {

/// What stands around a text that is struck out.
inline constexpr std::string_view kStruckOpen = "［取消線：";
inline constexpr std::string_view kStruckClose = "］";

/// Whether anything is struck out: ［取消線：…］.
bool has_struck(std::string_view text);
/// Where ［取消線：…］ stand, from the first bracket to behind the last one.
std::vector<std::pair<std::size_t, std::size_t>> struck_ranges(std::string_view text);
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
