// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "goalsheet/field.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

/// How much of a label a form's label has to be.
enum class LabelMatch { exact, ends, contains };

/// One labelled place of a form.
struct FormField {
    FieldId field;
    std::string label;                  ///< as the form prints it: 数値目標
    std::string guide;                  ///< the explanation it prints behind it: （どの水準まで）
    std::vector<std::string> synonyms;  ///< other wordings met in real sheets
    std::vector<std::string> patterns;  ///< a label that ends with one of these is this field too: における位置付け
    bool required = false;              ///< a sheet without this label is incomplete
    std::optional<Stage> due;           ///< from which stage on it must be filled in
    LabelMatch match = LabelMatch::exact;
    std::vector<std::string> not_labels;  ///< labels that are not this field, whatever they end with or contain
    std::optional<FieldId> under;         ///< only below a heading of this field: 評価 under 中間報告
    bool unit_from_label = false;         ///< the unit in the label's brackets is that of its values
    ExtraRole role = ExtraRole::other;    ///< of a field `extra`
};

/// Where a form has its goals, and what makes a sheet.
enum class GoalPlace { anywhere, heading, caption, row, cell, column };
enum class SheetUnit { any, table, row, heading };
struct SheetSettings {
    GoalPlace goal = GoalPlace::anywhere;
    std::string goal_column;  ///< the label, where `goal` is a column
    SheetUnit each = SheetUnit::any;
    std::vector<std::string> recognise;  ///< labels that make a table a sheet; empty: as the program finds it
};

enum class LabelAxis { any, top, left };
enum class MeasureUnit { any, row, cell };
struct ItemSettings {
    LabelAxis axis = LabelAxis::any;
    bool years_in_columns = false;
    std::vector<std::string> skip_rows;  ///< labels of rows that say nothing about items
    MeasureUnit measure = MeasureUnit::any;
};

/// What around a table belongs to its sheet.
enum class OutsidePlace { paragraph, definition, caption, heading, summary, line };

/// A city's form: its labels and their synonyms. Data, not code: schemas/forms/*.json, schema schemas/form.schema.json.
class Form {
public:
    /// `json` is the text of a form file, `path` only names it in faults.
    static Result<Form> parse(std::string_view json, const std::string& path);
    /// The form that is compiled into the program (schemas/forms/ueda.json).
    static const Form& standard();

    const std::string& name() const { return name_; }
    const std::vector<FormField>& fields() const { return fields_; }
    const FormField* find(FieldId field) const;
    /// The label as the form prints it, without the guide.
    std::string_view label(FieldId field) const;

    const SheetSettings& sheet() const { return sheet_; }
    const ItemSettings& items() const { return items_; }
    /// Empty: every place.
    const std::vector<OutsidePlace>& outside() const { return outside_; }

    /// The field a label stands for. Widths, spaces, line breaks, marks in front (○ ■ 【】), colons behind and
    /// explanations in brackets do not matter; nothing else is forgiven.
    std::optional<FieldId> match(std::string_view label) const;
    /// Likewise, as the form has it. A field with `under` is met only below a heading of that field, where it goes
    /// before others.
    const FormField* match_field(std::string_view label, std::optional<FieldId> under = std::nullopt) const;
    /// 重点目標1, 取組②: the label of a goal or an item with its number behind.
    const FormField* match_numbered(std::string_view label) const;
    /// The field whose label the text starts with, when a line break, a colon or an end of bracket ends the label; and
    /// where the rest begins (byte offset). For cells that hold label and text together:
    /// ○取組による効果・残された課題⏎….
    std::optional<std::pair<FieldId, std::size_t>> match_start(std::string_view text) const;
    /// Where the text behind a heading of 特記事項 (participation, outcomes) begins, when the text starts with one.
    /// Copied text has only a space between the two.
    std::optional<std::pair<FieldId, std::size_t>> match_notes_heading(std::string_view text) const;
    /// The known label nearest to this one by edit distance, for „did you mean“; empty when none is near.
    std::string nearest(std::string_view label) const;

private:
    void index();
    void index_part(std::size_t at);
    bool may_match(std::string_view label) const;
    bool is_excluded(const FormField& field, const std::vector<std::string>& keys) const;
    const FormField* find_among(const std::vector<std::string>& keys, std::optional<FieldId> under) const;

    std::string name_;
    std::vector<FormField> fields_;
    SheetSettings sheet_;
    ItemSettings items_;
    std::vector<OutsidePlace> outside_;
    std::unordered_multimap<std::string, std::size_t> by_key_;  ///< indexes of fields_
    std::vector<std::pair<std::string, std::size_t>> endings_;  ///< likewise
    std::vector<std::pair<std::string, std::size_t>> inner_;    ///< likewise, of labels that others contain
    // What labels begin and end with, sorted: tells most cells from labels without folding them.
    std::vector<std::string> starts_;
    std::vector<std::string> ends_;
    std::vector<std::string> notes_starts_;
};

}  // namespace goalsheet
