// SPDX-License-Identifier: MIT
#include "goalsheet/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/form/form_file.hpp"
#include "model/json_lines.hpp"
#include "model/label.hpp"
#include "text/nearest.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kUedaForm;
}

namespace {

// The forms that others may extend.
const Form* built_in(std::string_view name) { return name == "ueda" ? &Form::standard() : nullptr; }

}  // namespace

Result<Form> Form::parse(std::string_view json, const std::string& path) {
    Form form;
    try {
        FormParts parts = read_form_file(json, built_in);
        form.name_ = std::move(parts.name);
        form.fields_ = std::move(parts.fields);
        form.sheet_ = std::move(parts.sheet);
        form.items_ = std::move(parts.items);
        form.outside_ = std::move(parts.outside);
    } catch (const JsonFault& fault) {
        return Fault{path,
                     {fmt::format("{}行目：{}", fault.line, fault.message.ja),
                      fmt::format("line {}: {}", fault.line, fault.message.en)}};
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

const FormField* Form::match_numbered(std::string_view label) const {
    const std::string_view bare = without_number_behind(label);
    if (bare.empty() || bare.size() == label.size()) return nullptr;
    const FormField* found = match_field(bare);
    return found && (found->field == FieldId::goal || found->field == FieldId::item) ? found : nullptr;
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
