// SPDX-License-Identifier: MIT
#include "model/form/form_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "goalsheet/form_check.hpp"
#include "model/json_values.hpp"
#include "model/label.hpp"

namespace goalsheet {
namespace {

using Kind = JsonNode::Kind;
using Extended = const Form* (*)(std::string_view);

/// A field of the file, and what it leaves to the form it extends.
struct FieldEntry {
    FormField field;
    int line = 1;
    bool has_label = false;
    bool has_patterns = false;
    bool has_required = false;
};

FieldId field_named(const std::string& name, int line) {
    if (const auto field = field_from_name(name)) return *field;
    if (name == "?")
        refuse(line, "「field」が「?」のままです。どの欄か決めるか、この行を消してください。",
               "“field” is still “?”; decide which field it is, or take the line out.");
    refuse(line, fmt::format("「{}」という欄の種類はありません。", name),
           fmt::format("There is no field called “{}”.", name));
}

FieldEntry read_field(const JsonNode& object) {
    constexpr std::string_view kKnown[] = {"field", "label", "guide",     "synonyms", "patterns", "required", "due",
                                           "under", "match", "unit_from", "not",      "role",     "why"};
    constexpr std::string_view kMatches[] = {"exact", "ends", "contains"};
    constexpr std::string_view kStages[] = {"plan", "midterm", "final"};
    constexpr std::string_view kUnitPlaces[] = {"label"};
    require_object(object, "fields");
    refuse_unknown_keys(object, kKnown);
    FieldEntry entry;
    entry.line = object.line;
    FormField& field = entry.field;
    const JsonNode* name = object.find("field");
    field.field = field_named(text_of(object, "field"), name ? name->line : object.line);
    field.label = text_of(object, "label");
    entry.has_label = !field.label.empty();
    field.guide = text_of(object, "guide");
    field.synonyms = texts_of(object, "synonyms");
    entry.has_patterns = object.find("patterns") != nullptr;
    field.patterns = texts_of(object, "patterns");
    entry.has_required = object.find("required") != nullptr;
    field.required = truth_of(object, "required", false);
    if (const auto due = choice_of(object, "due", kStages)) field.due = static_cast<Stage>(*due);
    if (const auto match = choice_of(object, "match", kMatches)) field.match = static_cast<LabelMatch>(*match);
    field.not_labels = texts_of(object, "not");
    if (const std::string* under = find_text(object, "under"))
        field.under = field_named(*under, object.find("under")->line);
    find_text(object, "why");  // for people
    field.unit_from_label = choice_of(object, "unit_from", kUnitPlaces).has_value();
    if (const std::string* role = find_text(object, "role")) {
        const auto found = find_extra_role(*role);
        if (!found || field.field != FieldId::extra)
            refuse(object.find("role")->line,
                   "「role」は field が extra のときだけ、grade・progress・section・budget・code・period・note・other "
                   "のどれかを書けます。",
                   "“role” goes with the field extra and is one of grade, progress, section, budget, code, period, "
                   "note, other.");
        field.role = *found;
    }
    return entry;
}

std::vector<FieldEntry> read_fields(const JsonNode& root) {
    const JsonNode* fields = root.find("fields");
    if (!fields || fields->kind != Kind::list)
        refuse(fields ? fields->line : root.line,
               "「fields」がありません。schemas/form.schema.json の形のJSONで書いてください。",
               "“fields” is missing; write JSON as schemas/form.schema.json says.");
    std::vector<FieldEntry> entries;
    for (const JsonNode& entry : fields->list) entries.push_back(read_field(entry));
    return entries;
}

std::vector<std::string*> labels_of(FormField& field) {
    std::vector<std::string*> labels = {&field.label};
    for (std::string& synonym : field.synonyms) labels.push_back(&synonym);
    return labels;
}

/// Whose label it is: labels that read the same are the same, below the same heading.
class Claims {
public:
    void add(FieldEntry& entry) {
        for (const std::string* label : labels_of(entry.field)) {
            if (label->empty()) continue;
            const std::vector<std::string> keys = label_keys(*label);
            if (keys.empty()) continue;
            const auto [claim, fresh] = claims_.emplace(std::pair(keys.front(), under(entry.field)), &entry);
            if (!fresh && claim->second->field.field != entry.field.field) refuse_two(*label, *claim->second, entry);
        }
    }

    bool is_of_another(const std::string& label, FieldId field) const {
        const std::vector<std::string> keys = label_keys(label);
        const auto claim = keys.empty() ? claims_.end() : claims_.find({keys.front(), -1});
        return claim != claims_.end() && claim->second->field.field != field;
    }

private:
    static int under(const FormField& field) { return field.under ? static_cast<int>(*field.under) : -1; }

    [[noreturn]] static void refuse_two(const std::string& label, const FieldEntry& first, const FieldEntry& second) {
        const std::string_view one = field_name(first.field.field);
        const std::string_view other = field_name(second.field.field);
        refuse(second.line,
               fmt::format("「{}」は{}行目の {} の見出しでもあります。{} と {} のどちらか一方にしてください。", label,
                           first.line, one, one, other),
               fmt::format("“{}” is a label of {} in line {}, too; it can be that of {} or of {} only.", label, one,
                           first.line, one, other));
    }

    std::map<std::pair<std::string, int>, const FieldEntry*> claims_;
};

/// A label that a file written before forms had fields for columns of other cities had to give to a field which it is
/// not.
struct LateField {
    std::string_view label;
    FieldId field;
};
constexpr LateField kLateFields[] = {
    {"単位", FieldId::unit},       {"コード", FieldId::code},     {"事業コード", FieldId::code},
    {"基準値", FieldId::baseline}, {"現状値", FieldId::baseline},
};

const LateField* late_field(const std::string& label) {
    const auto found = std::find_if(std::begin(kLateFields), std::end(kLateFields),
                                    [&](const LateField& one) { return one.label == label; });
    return found == std::end(kLateFields) ? nullptr : found;
}

bool names_late_fields(const std::vector<FieldEntry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [](const FieldEntry& entry) {
        return static_cast<int>(entry.field.field) >= static_cast<int>(FieldId::indicator);
    });
}

// Labels of the entry that have a field of their own now; the next label takes the place of the first.
std::vector<FieldEntry> take_late_fields(FieldEntry& entry) {
    std::vector<FieldEntry> late;
    std::vector<std::string> kept;
    for (const std::string* label : labels_of(entry.field)) {
        const LateField* known = late_field(*label);
        if (!known) {
            kept.push_back(*label);
            continue;
        }
        FieldEntry& made = late.emplace_back();
        made.field.field = known->field;
        made.field.label = *label;
        made.line = entry.line;
        made.has_label = true;
    }
    if (kept.empty()) return {};
    entry.field.label = kept.front();
    entry.field.synonyms.assign(kept.begin() + 1, kept.end());
    return late;
}

void give_late_fields(std::vector<FieldEntry>& entries) {
    if (names_late_fields(entries)) return;
    std::vector<FieldEntry> late;
    for (FieldEntry& entry : entries) {
        if (entry.field.field != FieldId::target && entry.field.field != FieldId::item_number) continue;
        std::vector<FieldEntry> taken = take_late_fields(entry);
        std::move(taken.begin(), taken.end(), std::back_inserter(late));
    }
    std::move(late.begin(), late.end(), std::back_inserter(entries));
}

// Its labels stay known, unless the file has given them to another field.
std::optional<FormField> inherit(FormField base, const Claims& claims) {
    std::erase_if(base.synonyms, [&](const std::string& label) { return claims.is_of_another(label, base.field); });
    if (!claims.is_of_another(base.label, base.field)) return base;
    if (base.synonyms.empty()) return std::nullopt;
    base.label = base.synonyms.front();
    base.guide.clear();
    base.synonyms.erase(base.synonyms.begin());
    return base;
}

FormField merge(const FieldEntry& entry, const FormField& base) {
    FormField field = entry.field;
    if (entry.has_label) {
        field.synonyms.push_back(base.label);
    } else {
        field.label = base.label;
        if (field.guide.empty()) field.guide = base.guide;
    }
    field.synonyms.insert(field.synonyms.end(), base.synonyms.begin(), base.synonyms.end());
    if (!entry.has_patterns) field.patterns = base.patterns;
    if (!entry.has_required) field.required = base.required;
    if (!field.due) field.due = base.due;
    return field;
}

// The file's fields go before those of the form it extends; the first of a kind takes over that form's.
std::vector<FormField> extend(const std::vector<FieldEntry>& entries, const Form& base, const Claims& claims) {
    std::vector<FormField> fields;
    std::vector<FieldId> taken;
    const auto is_taken = [&](FieldId field) { return std::find(taken.begin(), taken.end(), field) != taken.end(); };
    for (const FieldEntry& entry : entries) {
        const FormField* known = base.find(entry.field.field);
        const bool takes_over = known && !entry.field.under && !is_taken(entry.field.field);
        const auto inherited = takes_over ? inherit(*known, claims) : std::nullopt;
        fields.push_back(inherited ? merge(entry, *inherited) : entry.field);
        if (takes_over) taken.push_back(entry.field.field);
    }
    for (const FormField& field : base.fields())
        if (!is_taken(field.field) || field.under)
            if (auto inherited = inherit(field, claims)) fields.push_back(std::move(*inherited));
    return fields;
}

void require_labels(const std::vector<FieldEntry>& entries, const Form* base) {
    for (const FieldEntry& entry : entries)
        if (!entry.has_label && !(base && base->find(entry.field.field)))
            refuse(entry.line, fmt::format("欄「{}」に label がありません。", field_name(entry.field.field)),
                   fmt::format("Field “{}” has no label.", field_name(entry.field.field)));
}

// A sheet names in words what is done or measured, and has a target or a report for it.
void require_item_columns(const std::vector<FormField>& fields, int line) {
    const auto has_any = [&](std::initializer_list<FieldId> wanted) {
        return std::any_of(fields.begin(), fields.end(), [&](const FormField& field) {
            return std::find(wanted.begin(), wanted.end(), field.field) != wanted.end();
        });
    };
    if (!has_any({FieldId::item, FieldId::action, FieldId::indicator}))
        refuse(line, "取組の欄（item、action、indicator のどれか）がありません。これでは目標シートを見分けられません。",
               "There is no field item, action or indicator; no table could be told to be a goal sheet.");
    if (!has_any({FieldId::target, FieldId::midterm, FieldId::final}))
        refuse(line,
               "目標か報告の欄（target、midterm、final のどれか）がありません。これでは目標シートを見分けられません。",
               "There is no field target, midterm or final; no table could be told to be a goal sheet.");
}

SheetSettings read_sheet(const JsonNode& root) {
    constexpr std::string_view kKnown[] = {"goal", "each", "recognise"};
    constexpr std::string_view kGoals[] = {"heading", "caption", "row", "cell"};
    constexpr std::string_view kEach[] = {"table", "row", "heading"};
    constexpr std::string_view kColumn = "column:";
    SheetSettings settings;
    const JsonNode* sheet = root.find("sheet");
    if (!sheet) return settings;
    require_object(*sheet, "sheet");
    refuse_unknown_keys(*sheet, kKnown);
    const std::string goal = text_of(*sheet, "goal");
    if (goal.starts_with(kColumn) && goal.size() > kColumn.size()) {
        settings.goal = GoalPlace::column;
        settings.goal_column = goal.substr(kColumn.size());
    } else if (const auto place = choice_of(*sheet, "goal", kGoals)) {
        settings.goal = std::array{GoalPlace::heading, GoalPlace::caption, GoalPlace::row, GoalPlace::cell}[*place];
    }
    if (const auto each = choice_of(*sheet, "each", kEach))
        settings.each = std::array{SheetUnit::table, SheetUnit::row, SheetUnit::heading}[*each];
    settings.recognise = texts_of(*sheet, "recognise");
    return settings;
}

ItemSettings read_items(const JsonNode& root) {
    constexpr std::string_view kKnown[] = {"axis", "years", "skip_rows", "measure"};
    constexpr std::string_view kAxes[] = {"top", "left"};
    constexpr std::string_view kYears[] = {"columns"};
    constexpr std::string_view kMeasures[] = {"row", "cell"};
    ItemSettings settings;
    const JsonNode* items = root.find("items");
    if (!items) return settings;
    require_object(*items, "items");
    refuse_unknown_keys(*items, kKnown);
    if (const auto axis = choice_of(*items, "axis", kAxes))
        settings.axis = std::array{LabelAxis::top, LabelAxis::left}[*axis];
    settings.years_in_columns = choice_of(*items, "years", kYears).has_value();
    settings.skip_rows = texts_of(*items, "skip_rows");
    if (const auto measure = choice_of(*items, "measure", kMeasures))
        settings.measure = std::array{MeasureUnit::row, MeasureUnit::cell}[*measure];
    return settings;
}

std::vector<OutsidePlace> read_outside(const JsonNode& root) {
    constexpr std::string_view kPlaces[] = {"p", "dl", "caption", "heading", "summary", "line"};
    constexpr std::array kMeant = {OutsidePlace::paragraph, OutsidePlace::definition, OutsidePlace::caption,
                                   OutsidePlace::heading,   OutsidePlace::summary,    OutsidePlace::line};
    std::vector<OutsidePlace> places;
    for (const std::string& text : texts_of(root, "outside")) {
        const auto found = std::find(std::begin(kPlaces), std::end(kPlaces), text);
        if (found == std::end(kPlaces))
            refuse(root.find("outside")->line,
                   fmt::format("「outside」に書けるのは {} です（今は「{}」）。", listed(kPlaces), text),
                   fmt::format("“outside” lists places among {}, not “{}”.", listed(kPlaces), text));
        places.push_back(kMeant[static_cast<std::size_t>(found - std::begin(kPlaces))]);
    }
    return places;
}

// A goal that stands without a label, or in a column with one of its own, is a goal all the same.
void know_goal(FormParts& parts) {
    if (parts.sheet.goal == GoalPlace::anywhere) return;
    const auto goal = std::find_if(parts.fields.begin(), parts.fields.end(),
                                   [](const FormField& field) { return field.field == FieldId::goal; });
    const std::string label = parts.sheet.goal == GoalPlace::column ? parts.sheet.goal_column : "重点目標";
    if (goal == parts.fields.end()) {
        FormField made{};
        made.field = FieldId::goal;
        made.label = label;
        parts.fields.push_back(std::move(made));
    } else if (goal->label != label && parts.sheet.goal == GoalPlace::column) {
        goal->synonyms.push_back(label);
    }
}

const Form* read_base(const JsonNode& root, Extended extended) {
    const std::string* name = find_text(root, "extends");
    if (!name) return nullptr;
    const Form* base = extended(*name);
    if (!base)
        refuse(root.find("extends")->line,
               fmt::format("「{}」という様式は組み込まれていません。extends に書けるのは ueda です。", *name),
               fmt::format("No form “{}” is built in; “extends” may name ueda.", *name));
    return base;
}

}  // namespace

std::vector<FormField> own_form_fields(std::string_view json) {
    std::vector<FormField> fields;
    try {
        for (FieldEntry& entry : read_fields(read_json_lines(json))) fields.push_back(std::move(entry.field));
    } catch (const JsonFault&) {
        fields.clear();
    }
    return fields;
}

FormParts read_form_file(std::string_view json, Extended extended) {
    constexpr std::string_view kKnown[] = {"$schema", "name", "extends", "sheet", "items", "outside", "fields"};
    const JsonNode root = read_json_lines(json);
    require_object(root, "様式 / form");
    refuse_unknown_keys(root, kKnown);
    FormParts parts;
    const Form* base = read_base(root, extended);
    std::vector<FieldEntry> entries = read_fields(root);
    require_labels(entries, base);
    if (!base) give_late_fields(entries);
    Claims claims;
    for (FieldEntry& entry : entries) claims.add(entry);
    if (base) {
        parts.fields = extend(entries, *base, claims);
    } else {
        for (const FieldEntry& entry : entries) parts.fields.push_back(entry.field);
    }
    require_item_columns(parts.fields, root.find("fields")->line);
    parts.name = text_of(root, "name");
    if (parts.name.empty() && base) parts.name = base->name();
    parts.sheet = read_sheet(root);
    parts.items = read_items(root);
    parts.outside = read_outside(root);
    know_goal(parts);
    return parts;
}

}  // namespace goalsheet
