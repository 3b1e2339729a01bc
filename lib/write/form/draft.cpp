// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "goalsheet/form_draft.hpp"
#include "goalsheet/text.hpp"
#include "text/json_text.hpp"

namespace goalsheet {
namespace {

std::string pair(std::string_view key, std::string_view value) {
    return fmt::format("{}: {}", quote_json(key), quote_json(value));
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

std::string field_line(const DraftField& field) {
    std::vector<std::string> parts = {pair("field", field.field ? field_name(*field.field) : "?"),
                                      pair("label", field.label)};
    if (field.under) parts.push_back(pair("under", field_name(*field.under)));
    if (field.field == FieldId::extra) parts.push_back(pair("role", extra_role_name(field.role)));
    if (!field.why.empty()) parts.push_back(pair("why", field.why));
    return fmt::format("    {{{}}}", joined(parts));
}

std::string sheet_line(const FormDraft& draft) {
    std::vector<std::string> parts;
    if (draft.goal == GoalPlace::heading) parts.push_back(pair("goal", "heading"));
    if (draft.goal == GoalPlace::caption) parts.push_back(pair("goal", "caption"));
    std::vector<std::string> labels;
    for (const std::string& label : draft.recognise) labels.push_back(quote_json(label));
    if (!labels.empty()) parts.push_back(fmt::format("{}: [{}]", quote_json("recognise"), joined(labels)));
    return parts.empty() ? "" : fmt::format("  \"sheet\": {{{}}},\n", joined(parts));
}

std::string items_line(const FormDraft& draft) {
    std::vector<std::string> parts;
    if (draft.axis == LabelAxis::left) parts.push_back(pair("axis", "left"));
    if (draft.years_in_columns) parts.push_back(pair("years", "columns"));
    return parts.empty() ? "" : fmt::format("  \"items\": {{{}}},\n", joined(parts));
}

void add_line(std::string& out, std::string_view name, std::string_view text) {
    if (!text.empty()) out += fmt::format("  {}: {}\n", name, text);
}

std::string item_lines(const Item& item) {
    std::string out;
    add_line(out, field_word(FieldId::item).ja, item.title.text);
    if (item.measures.empty()) return out;
    const Measure& measure = item.measures.front();
    add_line(out, field_word(FieldId::action).ja, measure.action.text);
    add_line(out, field_word(FieldId::deadline).ja, measure.deadline.text);
    add_line(out, field_word(FieldId::target).ja, measure.target.text);
    add_line(out, field_word(FieldId::midterm).ja, measure.midterm.text);
    add_line(out, field_word(FieldId::final).ja, measure.final.text);
    for (const Extra& extra : measure.extras) add_line(out, extra.label.text, extra.text.text);
    for (const SeriesValue& value : measure.series) add_line(out, value.label.text, value.text.text);
    return out;
}

}  // namespace

std::string write_form_draft(const FormDraft& draft) {
    std::string out = fmt::format("{{\n  {},\n  \"extends\": \"ueda\",\n", pair("name", draft.name));
    out += sheet_line(draft) + items_line(draft) + "  \"fields\": [\n";
    std::vector<std::string> lines;
    for (const DraftField& field : draft.fields) lines.push_back(field_line(field));
    for (const FieldId field : draft.absent)
        lines.push_back(fmt::format("    {{{}, \"required\": false}}", pair("field", field_name(field))));
    for (std::size_t i = 0; i < lines.size(); ++i) out += lines[i] + (i + 1 < lines.size() ? ",\n" : "\n");
    return out + "  ]\n}\n";
}

Message describe_form_draft(const FormDraft& draft) {
    Message words{"下書きした様式を確かめてください。\n", "Please confirm the drafted form.\n"};
    for (const DraftField& field : draft.fields) {
        if (field.field) continue;
        words.ja += fmt::format("「{}」がどの欄か分かりません（{}）。field の「?」を書き換えてください。\n",
                                field.label, field.why);
        words.en +=
            fmt::format("It is not clear what “{}” is ({}); replace the “?” of its field.\n", field.label, field.why);
    }
    if (draft.first_item) {
        words.ja += "この様式で読んだ最初の取組項目：\n" + item_lines(*draft.first_item);
        words.en += "The first item as this form reads it:\n" + item_lines(*draft.first_item);
    } else {
        words.ja += "この様式では、まだ取組項目を読めません。\n";
        words.en += "With this form no item is read yet.\n";
    }
    return {std::string(trim(words.ja)), std::string(trim(words.en))};
}

}  // namespace goalsheet
