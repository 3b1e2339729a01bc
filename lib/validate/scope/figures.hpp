// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validate/scope/indicators.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// In the unit that others of its kind are counted in: 21,000千円 → 21,000,000.
double canonical_value(const Quantity& quantity);
bool has_same_unit(std::string_view a, std::string_view b);
/// Units that sheets use for one another without anybody asking: 施設 and か所, 基 and 台.
bool stand_for_each_other(std::string_view a, std::string_view b);
/// One unit of the last digit as it is written: 0.1 of 51.8.
double last_place(const Decimal& value);

/// The bytes between two figures of a text; empty where they overlap.
std::string_view between(std::string_view text, const Quantity& first, const Quantity& second);
/// A figure as the text has it: 6万枚.
std::string as_written(std::string_view text, const Quantity& quantity);
/// The figure of that value in a text as it is written there, else as messages print figures.
std::string as_written(const DocumentScope& page, const SourcedText& text, const Decimal& value, std::string_view unit);

/// The same with the sign and the word of a change: 3％削減, ▲2.1％.
std::string as_told(const DocumentScope& page, const SourcedText& text, const Decimal& value, std::string_view unit);

/// What a row's figures leave no doubt about: one figure was taken, in the unit of the target, as a fact, and the
/// reader is confident that it is this target's.
bool is_sure(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row);
/// 毎週2回, 各校3回, 1校につき2回: the target is for each of something and the report, a total, is not. Neither can be
/// held against the other.
bool is_total_of_each(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row);
/// Less is better, as the target or its name says.
bool wants_less(const MeasuredMeasure& measured, const ProgressRow& row);
/// Whether the result reaches its target; only asked of rows that have both.
bool is_reached(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row);
/// Likewise of a result that is no plan any more; a row that lacks either has not.
bool has_reached(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row);
/// A row without a result whose report has one figure in its unit: 4,862千円（達成率 110.3％）. The reader takes no
/// result that its own rate denies.
std::optional<ProgressRow> answer_by_only_figure(const SheetScope& sheet, const MeasuredMeasure& measured,
                                                 const ProgressRow& row);
/// A row without a result whose target is a change (5％削減) while the report tells one change in its unit: 2.8％増加.
/// The reader takes no change the other way for the result; here that is what is asked about.
std::optional<ProgressRow> answer_by_change(const SheetScope& sheet, const MeasuredMeasure& measured,
                                            const ProgressRow& row);
/// The target and the report of a row each tell a change, as 3％削減 and ▲2.1％ do: whether the second comes up to the
/// first. An increase never does where less was meant.
std::optional<bool> is_change_reached(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row);

/// The only figure of a report that shares a word with its target and has a unit that nothing fits; else null.
const Quantity* find_other_unit(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                                FieldId field);
/// Whether two texts have two characters of kanji or katakana in a row in common.
bool shares_word(std::string_view a, std::string_view b);

/// What a clause calls a measure or its indicator: the whole name, or an end of it in front of は (遊具の更新は of
/// 公園遊具の更新). Empty where it does not name it.
std::string_view name_in(std::string_view clause, std::string_view name);

/// A name of a share of a whole (受診率), and of one that may well be above 100 % (達成率, 利用率).
bool is_bounded_rate(std::string_view words);
bool is_unbounded_rate(std::string_view words);

/// Words that give a reason: ため, により, 影響, 中止 …
bool gives_reason(std::string_view text);
/// A reason, or any clause of its own beside the figure, the verdict and comparisons: 申請が伸びなかった.
bool explains_miss(std::string_view text);

}  // namespace goalsheet::rules
