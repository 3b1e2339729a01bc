// SPDX-License-Identifier: MIT
#include "validate/scope/plan_headings.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "goalsheet/text.hpp"
#include "text/small_numeral.hpp"

namespace goalsheet {
namespace {

constexpr std::array<std::string_view, 3> kSigns = {"編", "章", "節"};
constexpr std::string_view kOrdinal = "第";

// 第3編 at an offset; `end` is behind 編.
std::optional<PlanHeading> read_heading_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with(kOrdinal)) return std::nullopt;
    const auto number = read_small_numeral(text, at + kOrdinal.size());
    if (!number) return std::nullopt;
    for (std::size_t i = 0; i < kSigns.size(); ++i)
        if (text.substr(number->end).starts_with(kSigns[i]))
            return PlanHeading{
                static_cast<PlanHeading::Level>(i), number->value, {}, at, number->end + kSigns[i].size()};
    return std::nullopt;
}

}  // namespace

std::string_view level_sign(PlanHeading::Level level) { return kSigns[level]; }

std::vector<PlanHeading> find_plan_headings(std::string_view text) {
    std::vector<PlanHeading> headings;
    std::size_t at = text.find(kOrdinal);
    while (at != std::string_view::npos) {
        auto heading = read_heading_at(text, at);
        const std::size_t from = heading ? heading->end : at + kOrdinal.size();
        std::size_t next = text.find(kOrdinal, from);
        while (next != std::string_view::npos && !read_heading_at(text, next)) next = text.find(kOrdinal, next + 1);
        if (heading) {
            const std::size_t end = std::min(next, text.size());
            const std::size_t stop = from + std::min(text.substr(from, end - from).find('\n'), end - from);
            const std::string_view name = trim(text.substr(from, stop - from));
            heading->name = std::string(name);
            if (!name.empty()) heading->end = static_cast<std::size_t>(name.data() - text.data()) + name.size();
            headings.push_back(std::move(*heading));
        }
        at = next;
    }
    return headings;
}

}  // namespace goalsheet
