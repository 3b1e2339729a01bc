// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "goalsheet/form.hpp"
#include "goalsheet/sourced_text.hpp"
#include "model/heading_words.hpp"

namespace goalsheet {

/// What the words of a heading say, from the form where it has them and else from the words they are made of.
struct LabelReading {
    enum class Period { none, middle, end, other };
    /// How much a reading is worth: the form's own label, a whole label of the language, only its last word.
    enum class Strength { none, ending, whole, form };

    std::optional<FieldId> field;
    Strength strength = Strength::none;
    std::optional<FieldId> other;  ///< what the words alone would say where the form says something else
    ExtraRole role = ExtraRole::other;
    Period period = Period::none;
    int year = 0;               ///< the fiscal year it names
    std::string unit;           ///< as written: 千円 of 目標値（千円）
    bool generic = false;       ///< 値, 内容: says nothing by itself
    bool plan = false;          ///< 計画 over columns
    bool foreign = false;       ///< a word of other tables: 要望, 議題
    bool only_year = false;     ///< 2024年度, and nothing else
    bool timed = false;         ///< a report by its time alone: 上期, 9月末, 中間値
    bool interim = false;       ///< 中間値: what was reached half-way
    bool below_report = false;  ///< divides a report: 第2四半期 under 進捗状況
    bool part_in_time = false;  ///< divides a time: 目標 under 上半期
    bool start = false;         ///< where things stood before: 現状, 策定時
    bool later = false;         ///< of a time to come: 今後の…, 次年度…

    bool is_report() const { return field == FieldId::midterm || field == FieldId::final; }
    /// Anything at all was understood.
    bool known() const { return field || period != Period::none || year != 0 || generic || plan; }
};

/// Reads the labels of one page and remembers them.
class LabelReader {
public:
    /// `strict`: only what the form has.
    explicit LabelReader(const Form& form, bool strict = false) : form_(&form), strict_(strict) {}

    const LabelReading& read(const std::string& label, std::optional<FieldId> under = std::nullopt);
    const Form& form() const { return *form_; }
    bool strict() const { return strict_; }

private:
    LabelReading read_bare_words(const std::string& label) const;
    LabelReading work_out(const std::string& label, std::optional<FieldId> under) const;

    const Form* form_;
    bool strict_;
    std::unordered_map<std::string, LabelReading> known_;
};

/// 今年度の目標, beside a text in words: no figure that something is to reach.
bool says_goal(const LabelReading& reading, std::string_view label, std::string_view text);

/// The role of an extra that a field stands for: grade of `grade`, other of everything that is no role itself.
ExtraRole extra_role_of(FieldId field);
/// 件, 千円, ％: what a bracket behind a label may say its values are counted in.
bool is_unit_word(std::string_view text);
/// いつまでに, 具体的に: tells who fills the sheet in what to write.
bool is_guide(std::string_view text);
/// 基本目標, 経営課題 before a number: what a heading calls a goal; 取組: an item.
HeadingWords::Kind heading_kind(std::string_view label);
/// Whether a text has one of the words that tables of other kinds, titles of goal sheets or a page's contact lines
/// have.
bool has_foreign_word(std::string_view folded);
bool has_title_word(std::string_view folded);
bool has_contact_word(std::string_view folded);

}  // namespace goalsheet
