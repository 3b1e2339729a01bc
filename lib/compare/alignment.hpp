// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// Whether two editions are of one year (the plan and what came of it), so that ranks and numbers name the same things,
/// or perhaps of two, where only words do.
enum class Years { same, any };

/// A sheet of an edition. The department is its own, else its page's; the year likewise.
struct EditionSheet {
    std::string_view goal;
    std::optional<int> priority;
    std::string department;
    std::optional<int> year;
};

/// A sheet found again: indices in the two editions.
struct SheetPair {
    std::size_t before = 0;
    std::size_t after = 0;
    double share = 0;  ///< 1: the same wording of the goal
    bool same_department = false;
};

/// Which sheet of the later edition goes on from which of the earlier: by the wording of the goal in the same
/// department, by likeness, and within a year by rank. Each goes on in at most one. What is not certain is no pair.
std::vector<SheetPair> match_sheets(std::span<const EditionSheet> before, std::span<const EditionSheet> after,
                                    Years years);

/// An item or measure found again: indices in the lists of the two editions.
struct PartPair {
    std::size_t before = 0;
    std::size_t after = 0;
};

/// Likewise the items of a sheet and the measures of an item, by wording, then by number (within a year; else only
/// where the words have something in common). In the order of the later edition.
std::vector<PartPair> match_items(const Sheet& before, const Sheet& after, Years years);
std::vector<PartPair> match_measures(const Item& before, const Item& after, Years years);

}  // namespace goalsheet
