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
    std::optional<double> rate = std::nullopt;         ///< as in ProgressRow
    std::optional<double> improvement = std::nullopt;  ///< likewise
    Message note = {};                                 ///< why there is less than a reader may expect
};

/// How far one indicator is, and what that is called at `pace`. Neither share is ever negative.
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
