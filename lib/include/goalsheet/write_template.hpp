// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

inline constexpr int kTemplateVersion = 1;  ///< of the forms that write_template makes, shown in each
inline constexpr std::size_t kMostTemplateGoals = 20;
inline constexpr std::size_t kMostTemplateItems = 50;
inline constexpr std::size_t kTemplateItems = 5;  ///< rows of a sheet that nothing is known of

struct TemplateOptions {
    const Form* form = &Form::standard();
    int year = 0;            ///< the fiscal year the form is for, 2026 for 令和8年度
    std::string department;  ///< written into every sheet; empty: last year's, or left to be filled in
    std::size_t goals = 1;   ///< at least so many sheets; at most kMostTemplateGoals
    std::size_t items = 0;   ///< at least so many rows for items on a sheet; at most kMostTemplateItems
    /// Seconds since 1970 (SOURCE_DATE_EPOCH) for the file's creation date; nothing: always the same day.
    std::optional<std::int64_t> created;
};

/// `template`: the bytes of a workbook to be filled in: one protected sheet for every goal with unlocked cells, each
/// with a defined name (目標1_取組2_数値目標), and 様式の記録, which says what in the sheets is the form's own. What
/// read_documents() makes of it is what somebody has filled in: nothing of the form, no row and no goal left empty
/// (but the first of each). The same options and document give the same bytes.
Result<std::string> write_template(const TemplateOptions& options);
/// The same with what goes on from last year: goals, where they stand in plans, situation, purpose, SDGs, items and
/// measures. Last year's targets and deadlines stand beside the cells for this year's; reports are empty. At least one
/// more row for items than there were.
Result<std::string> write_template(const Document& last_year, const TemplateOptions& options);

}  // namespace goalsheet
