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

/// One labelled place of a form.
struct FormField {
    FieldId field;
    std::string label;                  ///< as the form prints it: 数値目標
    std::string guide;                  ///< the explanation it prints behind it: （どの水準まで）
    std::vector<std::string> synonyms;  ///< other wordings met in real sheets
    std::vector<std::string> patterns;  ///< a label that ends with one of these is this field too: における位置付け
    bool required = false;              ///< a sheet without this label is incomplete
    std::optional<Stage> due;           ///< from which stage on it must be filled in
};

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

    /// The field a label stands for. Widths, spaces, line breaks, marks in front (○ ■ 【】), colons behind and
    /// explanations in brackets do not matter; nothing else is forgiven.
    std::optional<FieldId> match(std::string_view label) const;
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
    bool may_match(std::string_view label) const;

    std::string name_;
    std::vector<FormField> fields_;
    std::unordered_map<std::string, FieldId> by_key_;
    std::vector<std::pair<std::string, FieldId>> endings_;
    // What labels begin and end with, sorted: tells most cells from labels without folding them.
    std::vector<std::string> starts_;
    std::vector<std::string> ends_;
    std::vector<std::string> notes_starts_;
};

}  // namespace goalsheet
