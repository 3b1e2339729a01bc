// SPDX-License-Identifier: MIT
#include "goalsheet/document.hpp"

#include <array>

namespace goalsheet {
namespace {

constexpr std::array<std::string_view, 8> kExtraRoles = {"grade", "progress", "section", "budget",
                                                         "code",  "period",   "note",    "other"};
constexpr std::array<std::string_view, 4> kSeriesKinds = {"target", "result", "baseline", "plan"};

template <class Value, std::size_t N>
std::optional<Value> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name) return static_cast<Value>(i);
    return std::nullopt;
}

}  // namespace

std::string_view extra_role_name(ExtraRole role) { return kExtraRoles[static_cast<std::size_t>(role)]; }
std::optional<ExtraRole> find_extra_role(std::string_view name) { return find_name<ExtraRole>(kExtraRoles, name); }

std::string_view series_kind_name(SeriesKind kind) { return kSeriesKinds[static_cast<std::size_t>(kind)]; }
std::optional<SeriesKind> find_series_kind(std::string_view name) { return find_name<SeriesKind>(kSeriesKinds, name); }

}  // namespace goalsheet
