// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/summary.hpp"

namespace goalsheet {
namespace {

struct Name {
    std::string_view name;
    Message words;
};

const std::array<Name, kStandingCount>& standing_names() {
    static const std::array<Name, kStandingCount> names = {{
        {"on-course", {"順調", "on course"}},
        {"under-way", {"概ね順調", "under way"}},
        {"behind", {"遅れ", "behind"}},
        {"open", {"判定なし", "open"}},
        {"not-reported", {"未報告", "not reported"}},
    }};
    return names;
}

const std::array<Name, kFigureKindCount>& kind_names() {
    static const std::array<Name, kFigureKindCount> names = {{
        {"computed", {"算定", "computed"}},
        {"falling", {"減少目標", "falling target"}},
        {"prose", {"定性", "no number"}},
        {"not-reported", {"未報告", "not reported"}},
        {"not-computable", {"算定不可", "not computable"}},
    }};
    return names;
}

constexpr double kBandWidth = 0.25;

}  // namespace

std::size_t rate_band(double rate) {
    return std::min(static_cast<std::size_t>(std::max(rate, 0.0) / kBandWidth), kRateBandCount - 1);
}

Message rate_band_words(std::size_t band) {
    const std::size_t from = band * 25;
    if (band == 0) return {"25%未満", "under 25%"};
    if (band + 1 == kRateBandCount) return {"100%以上", "100% and more"};
    return {fmt::format("{}%以上{}%未満", from, from + 25), fmt::format("{}% to under {}%", from, from + 25)};
}

Standing standing_of(ProgressStatus status) {
    switch (status) {
        case ProgressStatus::achieved:
        case ProgressStatus::within:
        case ProgressStatus::on_track:
        case ProgressStatus::done:
            return Standing::on_course;
        case ProgressStatus::in_progress:
            return Standing::under_way;
        case ProgressStatus::behind:
        case ProgressStatus::over:
            return Standing::behind;
        case ProgressStatus::unclear:
        case ProgressStatus::planned:
        case ProgressStatus::no_figure:
        case ProgressStatus::preparing:
        case ProgressStatus::stated:
            return Standing::open;
        case ProgressStatus::not_reported:
            return Standing::not_reported;
    }
    return Standing::open;
}

std::string_view standing_name(Standing standing) { return standing_names()[static_cast<std::size_t>(standing)].name; }

const Message& standing_words(Standing standing) { return standing_names()[static_cast<std::size_t>(standing)].words; }

std::string_view figure_kind_name(FigureKind kind) { return kind_names()[static_cast<std::size_t>(kind)].name; }

const Message& figure_kind_words(FigureKind kind) { return kind_names()[static_cast<std::size_t>(kind)].words; }

}  // namespace goalsheet
