// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dates/calendar.hpp"
#include "goalsheet/progress.hpp"

namespace goalsheet {
namespace {

struct StatusName {
    ProgressStatus status;
    std::string_view name;
    Message words;
};

// In the order of ProgressStatus.
const std::array<StatusName, kProgressStatusCount>& status_names() {
    static const std::array<StatusName, kProgressStatusCount> names = {{
        {ProgressStatus::achieved, "achieved", {"達成", "achieved"}},
        {ProgressStatus::within, "within", {"範囲内", "within"}},
        {ProgressStatus::over, "over", {"超過", "over"}},
        {ProgressStatus::unclear, "unclear", {"判定保留", "unclear"}},
        {ProgressStatus::on_track, "on-track", {"順調", "on track"}},
        {ProgressStatus::behind, "behind", {"遅れ", "behind"}},
        {ProgressStatus::planned, "planned", {"予定のみ", "planned"}},
        {ProgressStatus::no_figure, "no-figure", {"数値なし", "no figure"}},
        {ProgressStatus::not_reported, "not-reported", {"未報告", "not reported"}},
        {ProgressStatus::done, "done", {"完了", "done"}},
        {ProgressStatus::in_progress, "in-progress", {"実施中", "in progress"}},
        {ProgressStatus::preparing, "preparing", {"準備中", "preparing"}},
        {ProgressStatus::stated, "stated", {"記載あり", "stated"}},
    }};
    return names;
}

}  // namespace

std::string_view status_name(ProgressStatus status) { return status_names()[static_cast<std::size_t>(status)].name; }

const Message& status_words(ProgressStatus status) { return status_names()[static_cast<std::size_t>(status)].words; }

std::optional<ProgressStatus> find_status(std::string_view name) {
    const auto& names = status_names();
    const auto found = std::find_if(names.begin(), names.end(), [&](const StatusName& s) { return s.name == name; });
    return found == names.end() ? std::nullopt : std::optional(found->status);
}

std::string_view direction_name(Direction direction) {
    return direction == Direction::up ? "up" : direction == Direction::down ? "down" : "unknown";
}

std::string_view against_name(Against against) {
    return against == Against::midterm ? "midterm" : against == Against::final ? "final" : "auto";
}

Message against_words(Against against) {
    if (against == Against::automatic) return {"報告", "report"};
    return against == Against::final ? Message{"期末報告", "final report"} : Message{"中間報告", "midterm report"};
}

Message direction_words(Direction direction) {
    if (direction == Direction::unknown) return {"不明", "unknown"};
    return direction == Direction::up ? Message{"増", "up"} : Message{"減", "down"};
}

}  // namespace goalsheet
