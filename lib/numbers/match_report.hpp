// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/indicator.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/progress.hpp"

namespace goalsheet::match {

class ReportReading;

/// What a report says of one indicator. `result` is empty unless a figure of the report can be told to be the
/// indicator's.
struct Match {
    std::optional<Decimal> result;
    std::string unit;  ///< of the result, as printed
    ReportState state = ReportState::none;
    std::optional<Decimal> projected;
    std::optional<Date> as_of;  ///< the day the report says its figures are of
    double confidence = 0;      ///< that the result is the indicator's, 0 to 1
    Message frame;              ///< the shape the words were read in
    struct Second {
        std::string words;
        double confidence = 0;
    } second;                ///< the reading that came next, where there was one
    bool mentioned = false;  ///< the report speaks of it, with or without a figure
    Message note;
    std::vector<Evidence> evidence;
    /// Every reading that was weighed, where ReportContext::trace asks for them.
    struct Reading {
        Decimal value;
        std::string features;  ///< names with a space between
    };
    std::vector<Reading> readings;
};

struct ReportContext {
    std::string_view action;  ///< 方法・手段 of the measure: words that may stand in the report instead of the target's
    std::string_view item_title;   ///< of its 取組項目
    int fiscal_year = 0;           ///< 0: unknown
    bool trace = false;            ///< for fitting the weights
    std::string_view target = {};  ///< the indicators' text
};

/// Why a figure that is not written right was not read.
Message describe_unreadable(std::string_view unreadable);

/// One match for each indicator (numbers.md §3).
std::vector<Match> match_report(const std::vector<Indicator>& indicators, const ReportReading& report,
                                const ReportContext& context);
/// The same for a report that nobody has read yet.
std::vector<Match> match_report(const std::vector<Indicator>& indicators, std::string_view report,
                                const ReportContext& context);

}  // namespace goalsheet::match
