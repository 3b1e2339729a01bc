// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace goalsheet {

/// What a label of a form can stand for.
enum class FieldId {
    title,  ///< 重点目標管理シート, the name of the form itself
    fiscal_year,
    goal,
    department,
    priority,
    alignment,
    situation,
    purpose,
    sdgs,
    item_number,
    item,
    action,
    deadline,
    target,
    midterm,
    final,
    notes,
    participation,
    outcomes,
};

/// The field's name in JSON and in form files (design.md, words).
std::string_view field_name(FieldId field);
std::optional<FieldId> field_from_name(std::string_view name);

/// 計画, 中間報告, 期末報告: when a field has to be filled in.
enum class Stage { plan, midterm, final };

std::string_view stage_name(Stage stage);

}  // namespace goalsheet
