// SPDX-License-Identifier: MIT
#include "model/outside_fields.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

bool may_stand_outside(FieldId field) {
    return (is_header_field(field) || field >= FieldId::grade) && field != FieldId::sdgs;
}

// Without a colon or a bracket, only these are labels: other words begin sentences.
bool may_stand_bare(FieldId field) {
    return field == FieldId::goal || field == FieldId::department || field == FieldId::priority;
}

bool is_blank_between(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0' || c == U'\t'; }

std::optional<OutsideField> field_of(const Form& form, const SourcedText& line, std::size_t label_begin,
                                     std::size_t label_end, std::size_t text_begin) {
    const SourcedText label = line.slice(label_begin, label_end).trimmed();
    const auto field = form.match(label.text);
    if (!field || !may_stand_outside(*field)) return std::nullopt;
    return OutsideField{*field, label, line.slice(text_begin, line.text.size()).trimmed()};
}

std::optional<OutsideField> bracketed_field(const Form& form, const SourcedText& line) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrackets = {
        {{"【", "】"}, {"［", "］"}, {"〔", "〕"}, {"＜", "＞"}, {"[", "]"}}};
    for (const auto& [open, close] : kBrackets) {
        const std::size_t end = line.text.find(close);
        if (!line.text.starts_with(open) || end == std::string::npos) continue;
        std::size_t text = end + close.size();
        for (const std::string_view colon : {"：", ":"})
            if (std::string_view(line.text).substr(text).starts_with(colon)) text += colon.size();
        return field_of(form, line, open.size(), end, text);
    }
    return std::nullopt;
}

std::optional<OutsideField> field_with_colon(const Form& form, const SourcedText& line) {
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = line.text.find(colon);
        if (at == std::string::npos || at == 0) continue;
        std::size_t end = at;
        while (end > 0 && line.text[end - 1] >= '0' && line.text[end - 1] <= '9') --end;
        if (auto field = field_of(form, line, 0, at, at + colon.size())) return field;
        if (auto field = end < at ? field_of(form, line, 0, end, at + colon.size()) : std::nullopt;
            field && field->field == FieldId::goal)
            return field;
    }
    return std::nullopt;
}

// 部名　資源循環部, 重点目標1　市税を…, 重点目標① 市税を….
std::optional<OutsideField> bare_field(const Form& form, const SourcedText& line) {
    constexpr std::size_t kLongest = 60;
    for (std::size_t at = 0; at < line.text.size() && at < kLongest;) {
        const CodePoint point = decode_at(line.text, at);
        const bool blank = is_blank_between(point.value);
        const bool number = digit_value(point.value) || circled_number(point.value);
        if (at > 0 && (blank || number)) {
            std::size_t text = at;
            while (digit_value(decode_at(line.text, text).value) || circled_number(decode_at(line.text, text).value))
                text += decode_at(line.text, text).length;
            const bool parted = is_blank_between(decode_at(line.text, text).value) ||
                                (text > at && decode_at(line.text, text).value == U'．');
            if (!parted) return std::nullopt;
            text += decode_at(line.text, text).length;
            auto field = field_of(form, line, 0, at, text);
            if (field && may_stand_bare(field->field) && !field->text.empty()) return field;
            return std::nullopt;
        }
        at += point.length;
    }
    return std::nullopt;
}

std::optional<OutsideField> read_line(const Form& form, const SourcedText& line) {
    if (line.text.size() > 2400) return std::nullopt;
    const std::size_t mark = heading_mark_length(line.text);
    const SourcedText text = line.slice(mark, line.text.size()).trimmed();
    if (auto field = bracketed_field(form, text)) return field;
    if (auto field = field_with_colon(form, text)) return field;
    return bare_field(form, text);
}

// Where the next label stands in a line with several: 部局名：総務部　優先順位：1位.
std::size_t next_label(const Form& form, const SourcedText& text) {
    for (std::size_t at = 0; at < text.text.size();) {
        const CodePoint point = decode_at(text.text, at);
        at += point.length;
        if (!is_blank_between(point.value)) continue;
        const SourcedText rest = text.slice(at, text.text.size()).trimmed();
        if (bracketed_field(form, rest) || field_with_colon(form, rest)) return at;
    }
    return text.text.size();
}

}  // namespace

bool is_department_name(const SourcedText& text) {
    constexpr std::size_t kLongest = 16;
    std::string name = fold(text.text);
    if (name.starts_with("(") && name.ends_with(")")) name = name.substr(1, name.size() - 2);
    const std::size_t length = count_code_points(name);
    if (length < 2 || length > kLongest) return false;
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint point = decode_at(name, at);
        const bool letter = is_kanji(point.value) || is_katakana(point.value) || is_hiragana(point.value) ||
                            point.value == U'・' || point.value == U'ー';
        if (!letter) return false;
        at += point.length;
    }
    for (const std::string_view word : {"部", "局", "課", "室", "署", "事務所", "委員会事務局"})
        if (name.ends_with(word)) return name != "本部" && name != "全部" && name != "一部";
    return false;
}

bool says_continued(std::string_view text) {
    const std::string folded = fold(text);
    return folded.find("続き") != std::string::npos || folded.find("つづき") != std::string::npos ||
           folded.find("前頁") != std::string::npos || folded.find("前ページ") != std::string::npos;
}

OutsideWords read_outside(const std::vector<OutsideLine>& lines, const Form& form) {
    OutsideWords words;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const OutsideLine& line = lines[i];
        const auto term = line.kind == OutsideLine::Kind::term ? form.match(line.text.text) : std::nullopt;
        if (term && may_stand_outside(*term)) {
            OutsideField field{*term, line.text, {}};
            while (i + 1 < lines.size() && lines[i + 1].kind == OutsideLine::Kind::definition) {
                if (!field.text.empty()) field.text.append("\n");
                field.text.append(lines[++i].text);
            }
            words.fields.push_back(std::move(field));
            continue;
        }
        auto field = form.match(line.text.text) == FieldId::title ? std::nullopt : read_line(form, line.text);
        if (!field) {
            if (is_department_name(line.text))
                words.department = line.text;
            else
                words.rest.push_back(line);
        }
        while (field) {
            const std::size_t next = next_label(form, field->text);
            const SourcedText behind = field->text.slice(next, field->text.text.size()).trimmed();
            field->text = field->text.slice(0, next).trimmed();
            if (!field->text.empty()) words.fields.push_back(*field);
            field = behind.empty() ? std::nullopt : read_line(form, behind);
        }
    }
    return words;
}

}  // namespace goalsheet
