// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/message.hpp"
#include "goalsheet/progress.hpp"
#include "numbers/match_figures.hpp"

namespace goalsheet::match {

/// Why a figure of a report answers an indicator, or why not.
enum class Reason {
    fits,
    unit,
    past,
    target,
    comparison,
    change,
    share,
    achievement,
    undone,
    bound,
    part,
    cumulative,
    increment,
    activity,
    subject,
    other_indicator,
    several,
    whole,
    level,
    not_taken,
    order,
    other
};

/// In words, for people who ask why.
Message describe(Reason reason);
/// What others than the reader need to know of it.
EvidenceKind kind_of(Reason reason);
Reason reason_of(Use use);
/// How near to a match a figure came: the nearest is the one to tell of.
int nearness(Reason reason);

}  // namespace goalsheet::match
