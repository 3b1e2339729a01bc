// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "goalsheet/message.hpp"

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
    // Columns and rows that other cities' forms have.
    indicator,  ///< 指標名
    unit,       ///< 単位
    baseline,   ///< 基準値, 現状値
    grade,      ///< 評価
    progress,   ///< 進捗度, 達成度 beside a report
    section,    ///< 担当課, as a column of the items
    budget,     ///< 予算額
    code,       ///< 事業コード
    period,     ///< 事業期間
    note,       ///< 備考
    extra,      ///< any other label of a form
};

/// The field's name in JSON and in form files (design.md, words).
std::string_view field_name(FieldId field);
std::optional<FieldId> field_from_name(std::string_view name);
/// The field in words, for people: 数値目標 / target.
const Message& field_word(FieldId field);

/// What an extra's label is about; `other` where only the label itself can say (備考 of an unknown kind).
enum class ExtraRole { grade, progress, section, budget, code, period, note, other };
std::string_view extra_role_name(ExtraRole role);  ///< grade, progress, section, …
std::optional<ExtraRole> find_extra_role(std::string_view name);

/// 計画, 中間報告, 期末報告: when a field has to be filled in.
enum class Stage { plan, midterm, final };

std::string_view stage_name(Stage stage);

}  // namespace goalsheet
