// SPDX-License-Identifier: MIT
#include "text/struck.hpp"

namespace goalsheet {
bool has_struck(std::string_view text) { return text.find(kStruckOpen) != std::string_view::npos; }

std::vector<std::pair<std::size_t, std::size_t>> struck_ranges(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    for (std::size_t open = text.find(kStruckOpen); open != std::string_view::npos;) {
        const std::size_t close = text.find(kStruckClose, open);
        const std::size_t end = close == std::string_view::npos ? text.size() : close + kStruckClose.size();
        ranges.emplace_back(open, end);
        open = text.find(kStruckOpen, end);
    }
    return ranges;
}

std::string without_struck(std::string_view text) {
    std::string out(text);
    for (const auto& [begin, end] : struck_ranges(text)) out.replace(begin, end - begin, end - begin, ' ');
    return out;
}

}  // namespace goalsheet
