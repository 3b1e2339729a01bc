// SPDX-License-Identifier: MIT
#include "goalsheet/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "goalsheet/text.hpp"
#include "model/label.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kUedaForm;
}

namespace {

using Json = nlohmann::json;

std::optional<Stage> stage_from_name(std::string_view name) {
    for (const Stage stage : {Stage::plan, Stage::midterm, Stage::final})
        if (stage_name(stage) == name) return stage;
    return std::nullopt;
}

// Thrown inside this file only; parse() turns it into a fault.
struct BadForm {
    Message message;
};

std::string text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    if (!found->is_string())
        throw BadForm{
            {fmt::format("「{}」は文字列で書いてください。", key), fmt::format("“{}” must be a string.", key)}};
    return found->get<std::string>();
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
    std::vector<std::string> texts;
    const auto found = object.find(key);
    if (found == object.end()) return texts;
    const bool strings =
        found->is_array() && std::all_of(found->begin(), found->end(), [](const Json& x) { return x.is_string(); });
    if (!strings)
        throw BadForm{{fmt::format("「{}」は文字列の配列で書いてください。", key),
                       fmt::format("“{}” must be a list of strings.", key)}};
    for (const Json& text : *found) texts.push_back(text.get<std::string>());
    return texts;
}

void refuse_unknown_keys(const Json& object) {
    constexpr std::string_view kKnown[] = {"field", "label", "guide", "synonyms", "patterns", "required", "due"};
    for (const auto& [key, value] : object.items())
        if (std::find(std::begin(kKnown), std::end(kKnown), key) == std::end(kKnown))
            throw BadForm{{fmt::format("項目「{}」は様式ファイルにありません。", key),
                           fmt::format("Unknown key “{}” in the form.", key)}};
}

FormField read_field(const Json& object) {
    if (!object.is_object())
        throw BadForm{{"fields の要素はオブジェクトで書いてください。", "Each entry of “fields” must be an object."}};
    refuse_unknown_keys(object);
    FormField field;
    const std::string name = text_of(object, "field");
    const auto id = field_from_name(name);
    if (!id)
        throw BadForm{{fmt::format("「{}」という欄の種類はありません。", name),
                       fmt::format("There is no field called “{}”.", name)}};
    field.field = *id;
    field.label = text_of(object, "label");
    if (field.label.empty())
        throw BadForm{
            {fmt::format("欄「{}」に label がありません。", name), fmt::format("Field “{}” has no label.", name)}};
    field.guide = text_of(object, "guide");
    field.synonyms = texts_of(object, "synonyms");
    field.patterns = texts_of(object, "patterns");
    const auto required = object.find("required");
    if (required != object.end() && !required->is_boolean())
        throw BadForm{{"「required」は true か false で書いてください。", "“required” must be true or false."}};
    field.required = required != object.end() && required->get<bool>();
    const std::string due = text_of(object, "due");
    if (!due.empty()) {
        field.due = stage_from_name(due);
        if (!field.due)
            throw BadForm{{fmt::format("「due」は plan・midterm・final のどれかです（今は「{}」）。", due),
                           fmt::format("“due” is plan, midterm or final, not “{}”.", due)}};
    }
    return field;
}

// Levenshtein distance over code points, given up beyond `limit`.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit) return limit + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::u32string code_points(std::string_view utf8) {
    std::u32string points;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        points.push_back(point.value);
        at += point.length;
    }
    return points;
}

}  // namespace

Result<Form> Form::parse(std::string_view json, const std::string& path) {
    const Json root = Json::parse(json, nullptr, false);
    if (root.is_discarded() || !root.is_object() || !root.contains("fields") || !root["fields"].is_array())
        return Fault{path,
                     {"様式ファイルを読めません。schemas/form.schema.json の形のJSONで書いてください。",
                      "Cannot read the form file; write JSON as schemas/form.schema.json says."}};
    Form form;
    try {
        form.name_ = text_of(root, "name");
        for (const Json& entry : root["fields"]) form.fields_.push_back(read_field(entry));
    } catch (const BadForm& bad) {
        return Fault{path, bad.message};
    }
    form.index();
    return form;
}

void Form::index() {
    for (std::size_t at = 0; at < fields_.size(); ++at) {
        const FormField& field = fields_[at];
        const auto add = [&](std::string_view label) {
            for (std::string& key : label_keys(label)) {
                starts_.push_back(label_start(key));
                if (field.field == FieldId::participation || field.field == FieldId::outcomes)
                    notes_starts_.push_back(starts_.back());
                by_key_.emplace(std::move(key), at);
            }
        };
        add(field.label);
        for (const std::string& synonym : field.synonyms) add(synonym);
        for (const std::string& pattern : field.patterns) {
            endings_.emplace_back(fold(pattern), at);
            ends_.push_back(label_end(pattern));
        }
        if (field.match != LabelMatch::exact) index_part(at);
    }
    for (auto* list : {&starts_, &ends_, &notes_starts_}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
}

// A label that may be a part of others.
void Form::index_part(std::size_t at) {
    const auto add = [&](std::string_view label) {
        if (fields_[at].match == LabelMatch::contains) {
            inner_.emplace_back(fold(label), at);
            return;
        }
        endings_.emplace_back(fold(label), at);
        ends_.push_back(label_end(label));
    };
    add(fields_[at].label);
    for (const std::string& synonym : fields_[at].synonyms) add(synonym);
}

bool Form::may_match(std::string_view label) const {
    if (!inner_.empty()) return true;
    const std::string start = label_start(label);
    if (start.empty() || std::binary_search(starts_.begin(), starts_.end(), start)) return true;
    const std::string end = label_end(label);
    return end.empty() || std::binary_search(ends_.begin(), ends_.end(), end);
}

const Form& Form::standard() {
    static const Form form = [] {
        Result<Form> parsed = parse(embedded::kUedaForm, "schemas/forms/ueda.json");
        assert(parsed);
        return *parsed;
    }();
    return form;
}

const FormField* Form::find(FieldId field) const {
    const auto found =
        std::find_if(fields_.begin(), fields_.end(), [field](const FormField& f) { return f.field == field; });
    return found == fields_.end() ? nullptr : &*found;
}

std::string_view Form::label(FieldId field) const {
    const FormField* found = find(field);
    return found ? std::string_view(found->label) : std::string_view{};
}

bool Form::is_excluded(const FormField& field, const std::vector<std::string>& keys) const {
    return std::any_of(field.not_labels.begin(), field.not_labels.end(), [&](const std::string& label) {
        return std::find(keys.begin(), keys.end(), fold(label)) != keys.end();
    });
}

const FormField* Form::find_among(const std::vector<std::string>& keys, std::optional<FieldId> under) const {
    const auto fits = [&](std::size_t at) {
        return fields_[at].under == under && !is_excluded(fields_[at], keys) ? &fields_[at] : nullptr;
    };
    for (const std::string& key : keys) {
        // Of two fields with one label, the first of the form.
        const auto [first, last] = by_key_.equal_range(key);
        const FormField* found = nullptr;
        for (auto one = first; one != last; ++one)
            if (const FormField* field = fits(one->second); field && (!found || field < found)) found = field;
        if (found) return found;
    }
    for (const std::string& key : keys)
        for (const auto& [ending, at] : endings_)
            if (key.size() > ending.size() && key.ends_with(ending) && fits(at)) return fits(at);
    for (const std::string& key : keys)
        for (const auto& [part, at] : inner_)
            if (key.find(part) != std::string::npos && fits(at)) return fits(at);
    return nullptr;
}

const FormField* Form::match_field(std::string_view label, std::optional<FieldId> under) const {
    if (!may_match(label)) return nullptr;
    const std::vector<std::string> keys = label_keys(label);
    if (under)
        if (const FormField* found = find_among(keys, under)) return found;
    return find_among(keys, std::nullopt);
}

std::optional<FieldId> Form::match(std::string_view label) const {
    const FormField* found = match_field(label);
    return found ? std::optional(found->field) : std::nullopt;
}

std::optional<std::pair<FieldId, std::size_t>> Form::match_start(std::string_view text) const {
    // The label ends at the first line break or colon; both are tried, the longer first.
    const std::size_t line_end = text.find('\n');
    const std::string_view line = text.substr(0, line_end);
    if (line.size() <= kLongestLabel)
        if (const auto field = match(line))
            return {{*field, line_end == std::string_view::npos ? text.size() : line_end + 1}};
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = line.find(colon);
        if (at == std::string_view::npos || at > kLongestLabel) continue;
        if (const auto field = match(line.substr(0, at))) return {{*field, at + colon.size()}};
    }
    return std::nullopt;
}

std::optional<std::pair<FieldId, std::size_t>> Form::match_notes_heading(std::string_view text) const {
    constexpr std::size_t kTries = 6;
    const std::string start = label_start(text);
    if (!start.empty() && !std::binary_search(notes_starts_.begin(), notes_starts_.end(), start)) return std::nullopt;
    std::optional<std::pair<FieldId, std::size_t>> found;
    std::size_t tries = 0;
    for (std::size_t at = 0; at <= text.size() && at <= kLongestLabel && tries < kTries;) {
        const CodePoint point = decode_at(text, at);
        const bool ends_label =
            point.length == 0 || is_space(point.value) || point.value == U'：' || point.value == ':';
        if (ends_label && at > 0) {
            ++tries;
            const auto field = match(text.substr(0, at));
            if (field == FieldId::participation || field == FieldId::outcomes) found = {{*field, at + point.length}};
        }
        if (point.length == 0 || (point.value == '\n' && found)) break;
        at += point.length;
    }
    return found;
}

std::string Form::nearest(std::string_view label) const {
    const std::vector<std::string> keys = label_keys(label);
    if (keys.empty()) return {};
    const std::u32string wanted = code_points(keys.back());
    if (wanted.size() < 2 || wanted.size() > 40) return {};
    // One wrong character in two to five, two in more.
    const std::size_t limit = wanted.size() <= 5 ? 1 : 2;
    std::size_t best = limit + 1;
    std::string nearest;
    const auto consider = [&](const std::string& known) {
        const std::size_t distance = edit_distance(wanted, code_points(fold(known)), limit);
        if (distance < best) {
            best = distance;
            nearest = known;
        }
    };
    for (const FormField& field : fields_) {
        consider(field.label);
        for (const std::string& synonym : field.synonyms) consider(synonym);
    }
    return nearest;
}

}  // namespace goalsheet
