// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "dates/report_dates.hpp"
#include "goalsheet/indicator.hpp"
#include "goalsheet/progress.hpp"
#include "numbers/match_report.hpp"

namespace goalsheet::match {

struct Verdict {
    ProgressStatus status = ProgressStatus::not_reported;
    std::optional<double> rate;
};

/// numbers.md §3–§4 for one indicator: the share of the way that is gone, and what that is called at `pace`.
/// `others`: another indicator of the measure has a figure.
Verdict judge(const Indicator& indicator, const Match& match, const Fraction& pace, Against against, bool report_empty,
              bool others);

/// A target without a number: done, in-progress, preparing or stated by the words of its report.
struct ProseVerdict {
    ProgressStatus status = ProgressStatus::not_reported;
    ReportState state = ReportState::none;
};
ProseVerdict judge_prose(std::string_view report);

}  // namespace goalsheet::match
