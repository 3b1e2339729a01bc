// SPDX-License-Identifier: MIT
#include "text/struck.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kStruckOpen = "［取消線：";
constexpr std::string_view kStruckClose = "］";

}  // namespace

bool has_struck(std::string_view text) { return text.find(kStruckOpen) != std::string_view::npos; }

std::string without_struck(std::string_view text) {
    std::string out(text);
    std::size_t open = out.find(kStruckOpen);
    while (open != std::string::npos) {
        const std::size_t close = out.find(kStruckClose, open);
        const std::size_t end = close == std::string::npos ? out.size() : close + kStruckClose.size();
        out.replace(open, end - open, end - open, ' ');
        open = out.find(kStruckOpen, end);
    }
    return out;
}

}  // namespace goalsheet
