// SPDX-License-Identifier: MIT
#include "model/outside_fields.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

bool may_stand_outside(FieldId field) {
    return (is_header_field(field) || field >= FieldId::grade) && field != FieldId::sdgs;
}

// 目標, 今年度の目標, 課の目標: in words, and not 数値目標.
bool is_bare_goal(std::string_view label) {
    const std::string folded = fold(label);
    constexpr std::array<std::string_view, 6> kFronts = {"", "今年度の", "本年度の", "年度", "年度の", "当年度の"};
    return std::any_of(kFronts.begin(), kFronts.end(),
                       [&](std::string_view front) { return folded == std::string(front).append("目標"); });
}

// The form's labels, and what the words of others say.
class Labels {
public:
    /// `bare_goals`: nothing else is called the goal, so that a bare 目標 is.
    Labels(const Form& form, LabelReader* readings, bool bare_goals)
        : form_(form), readings_(readings), bare_goals_(bare_goals) {}

    std::optional<FieldId> find(const std::string& label) const {
        if (bare_goals_ && is_bare_goal(label)) return FieldId::goal;
        if (const auto field = form_.match(label)) return may_stand_outside(*field) ? field : std::nullopt;
        constexpr std::size_t kLongest = 60;
        if (!readings_ || label.size() > kLongest) return std::nullopt;
        const LabelReading& reading = readings_->read(label);
        if (!reading.field || reading.strength < LabelReading::Strength::whole) return std::nullopt;
        if (reading.field == FieldId::section) return FieldId::department;
        const bool header =
            reading.field == FieldId::goal || reading.field == FieldId::situation || reading.field == FieldId::purpose;
        return header ? reading.field : std::nullopt;
    }

private:
    const Form& form_;
    LabelReader* readings_;
    bool bare_goals_;
};

// Without a colon or a bracket, only these are labels: other words begin sentences, unless a wide blank parts them.
bool may_stand_bare(FieldId field, bool wide) {
    const bool said_of_sheet = field == FieldId::situation || field == FieldId::purpose;
    return field == FieldId::goal || field == FieldId::department || field == FieldId::priority ||
           (wide && said_of_sheet);
}

bool is_blank_between(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0' || c == U'\t'; }

std::optional<OutsideField> field_of(const Labels& labels, const SourcedText& line, std::size_t label_begin,
                                     std::size_t label_end, std::size_t text_begin) {
    const SourcedText label = line.slice(label_begin, label_end).trimmed();
    const auto field = labels.find(label.text);
    if (!field) return std::nullopt;
    return OutsideField{*field, label, line.slice(text_begin, line.text.size()).trimmed()};
}

std::optional<OutsideField> bracketed_field(const Labels& labels, const SourcedText& line) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrackets = {
        {{"【", "】"}, {"［", "］"}, {"〔", "〕"}, {"＜", "＞"}, {"[", "]"}}};
    for (const auto& [open, close] : kBrackets) {
        const std::size_t end = line.text.find(close);
        if (!line.text.starts_with(open) || end == std::string::npos) continue;
        std::size_t text = end + close.size();
        for (const std::string_view colon : {"：", ":"})
            if (std::string_view(line.text).substr(text).starts_with(colon)) text += colon.size();
        return field_of(labels, line, open.size(), end, text);
    }
    return std::nullopt;
}

std::optional<OutsideField> field_with_colon(const Labels& labels, const SourcedText& line) {
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = line.text.find(colon);
        if (at == std::string::npos || at == 0) continue;
        std::size_t end = at;
        while (end > 0 && line.text[end - 1] >= '0' && line.text[end - 1] <= '9') --end;
        if (auto field = field_of(labels, line, 0, at, at + colon.size())) return field;
        if (auto field = end < at ? field_of(labels, line, 0, end, at + colon.size()) : std::nullopt;
            field && field->field == FieldId::goal)
            return field;
    }
    return std::nullopt;
}

// 部名　資源循環部, 重点目標1　市税を…, 重点目標① 市税を….
std::optional<OutsideField> bare_field(const Labels& labels, const SourcedText& line) {
    constexpr std::size_t kLongest = 60;
    for (std::size_t at = 0; at < line.text.size() && at < kLongest;) {
        const CodePoint point = decode_at(line.text, at);
        const bool blank = is_blank_between(point.value);
        const bool number = digit_value(point.value) || circled_number(point.value);
        if (at > 0 && (blank || number)) {
            std::size_t text = at;
            while (digit_value(decode_at(line.text, text).value) || circled_number(decode_at(line.text, text).value))
                text += decode_at(line.text, text).length;
            const CodePoint mark = decode_at(line.text, text);
            const bool parted = is_blank_between(mark.value) || (text > at && mark.value == U'．');
            if (!parted) return std::nullopt;
            text += mark.length;
            auto field = field_of(labels, line, 0, at, text);
            if (field && may_stand_bare(field->field, mark.value == U'\u3000') && !field->text.empty()) return field;
            // 現　　状　…: its letters stand apart.
            if (!blank) return std::nullopt;
        }
        at += point.length;
    }
    return std::nullopt;
}

std::optional<OutsideField> read_line(const Labels& labels, const SourcedText& line) {
    if (line.text.size() > 2400) return std::nullopt;
    const std::size_t mark = heading_mark_length(line.text);
    const SourcedText text = line.slice(mark, line.text.size()).trimmed();
    if (auto field = bracketed_field(labels, text)) return field;
    if (auto field = field_with_colon(labels, text)) return field;
    return bare_field(labels, text);
}

// Where the next label stands in a line with several: 部局名：総務部　優先順位：1位.
std::size_t next_label(const Labels& labels, const SourcedText& text) {
    for (std::size_t at = 0; at < text.text.size();) {
        const CodePoint point = decode_at(text.text, at);
        at += point.length;
        if (!is_blank_between(point.value)) continue;
        const SourcedText rest = text.slice(at, text.text.size()).trimmed();
        if (bracketed_field(labels, rest) || field_with_colon(labels, rest) || labelled_line(rest)) return at;
    }
    return text.text.size();
}

// 部局名：総務部⏎作成日：…: a line each, where the first of them is a field.
std::vector<OutsideLine> part_lines(const std::vector<OutsideLine>& lines, const Labels& labels) {
    std::vector<OutsideLine> parted;
    for (const OutsideLine& line : lines) {
        const std::size_t end = line.text.text.find('\n');
        if (end == std::string::npos || !read_line(labels, line.text.slice(0, end).trimmed())) {
            parted.push_back(line);
            continue;
        }
        for (const std::string_view one : split_lines(line.text.text)) {
            const auto begin = static_cast<std::size_t>(one.data() - line.text.text.data());
            OutsideLine part = line;
            part.text = line.text.slice(begin, begin + one.size()).trimmed();
            if (!part.text.empty()) parted.push_back(std::move(part));
        }
    }
    return parted;
}

}  // namespace

bool tells_of_page(std::string_view label) {
    constexpr std::array<std::string_view, 6> kEnds = {"日", "番号", "電話", "課", "係", "先"};
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view word) { return label.ends_with(word); });
}

std::optional<std::pair<SourcedText, SourcedText>> labelled_line(const SourcedText& line) {
    constexpr std::size_t kMostCharacters = 12;  // characters
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = line.text.find(colon);
        if (at == std::string::npos || at == 0) continue;
        const SourcedText label = line.slice(0, at).trimmed();
        const SourcedText text = line.slice(at + colon.size(), line.text.size()).trimmed();
        if (text.empty() || count_code_points(label.text) > kMostCharacters) return std::nullopt;
        for (std::size_t i = 0; i < label.text.size(); i += decode_at(label.text, i).length) {
            const char32_t c = decode_at(label.text, i).value;
            if (!is_kanji(c) && !is_katakana(c) && !is_hiragana(c) && c != U'ー' && c != U'・') return std::nullopt;
        }
        if (tells_of_page(label.text)) return std::nullopt;
        return std::pair(label, text);
    }
    return std::nullopt;
}

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

namespace {

// 部局名⏎都市部⏎重点目標⏎駅前を…: a list of terms that was copied. A colon, or a second pair, says that it is one.
std::vector<OutsideLine> pair_copied_terms(std::vector<OutsideLine> lines, const Labels& labels) {
    const auto is_label = [&](std::size_t i) {
        return i < lines.size() && lines[i].kind == OutsideLine::Kind::line &&
               labels.find(lines[i].text.text).has_value();
    };
    const auto is_pair = [&](std::size_t i) {
        return is_label(i) && i + 1 < lines.size() && lines[i + 1].kind == OutsideLine::Kind::line && !is_label(i + 1);
    };
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i;
        while (is_pair(end)) end += 2;
        const std::string& label = lines[i].text.text;
        const bool colon = label.ends_with("：") || label.ends_with(":");
        if (end == i || (end == i + 2 && !colon)) {
            ++i;
            continue;
        }
        for (; i < end; ++i)
            lines[i].kind = (end - i) % 2 == 0 ? OutsideLine::Kind::term : OutsideLine::Kind::definition;
    }
    return lines;
}

// 1 総務課 as a heading.
SourcedText without_heading_number(const OutsideLine& line) {
    if (line.kind != OutsideLine::Kind::heading) return line.text;
    const std::size_t mark = heading_mark_length(line.text.text);
    const SourcedText text = line.text.slice(mark, line.text.text.size()).trimmed();
    const auto number = leading_number(text.text);
    return text.slice(number ? number->length : 0, text.text.size()).trimmed();
}

bool names_goal(const OutsideWords& words) {
    return std::any_of(words.fields.begin(), words.fields.end(),
                       [](const OutsideField& field) { return field.field == FieldId::goal; });
}

bool may_name_bare_goal(const std::vector<OutsideLine>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const OutsideLine& line) {
        return line.kind != OutsideLine::Kind::heading && line.text.text.find("目標") != std::string::npos;
    });
}

OutsideWords read_lines(const std::vector<OutsideLine>& given, const Form& form, const Labels& labels) {
    const std::vector<OutsideLine> lines = pair_copied_terms(part_lines(given, labels), labels);
    OutsideWords words;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const OutsideLine& line = lines[i];
        const auto term = line.kind == OutsideLine::Kind::term ? labels.find(line.text.text) : std::nullopt;
        if (term) {
            OutsideField field{*term, line.text, {}};
            while (i + 1 < lines.size() && lines[i + 1].kind == OutsideLine::Kind::definition) {
                if (!field.text.empty()) field.text.append("\n");
                field.text.append(lines[++i].text);
            }
            words.fields.push_back(std::move(field));
            continue;
        }
        auto field = form.match(line.text.text) == FieldId::title ? std::nullopt : read_line(labels, line.text);
        if (!field) {
            if (const SourcedText name = without_heading_number(line); is_department_name(name))
                words.department = name;
            else
                words.rest.push_back(line);
        }
        while (field) {
            const std::size_t next = next_label(labels, field->text);
            const SourcedText behind = field->text.slice(next, field->text.text.size()).trimmed();
            field->text = field->text.slice(0, next).trimmed();
            if (!field->text.empty()) words.fields.push_back(*field);
            field = behind.empty() ? std::nullopt : read_line(labels, behind);
            if (!field && !behind.empty()) words.rest.push_back({behind, line.kind, line.level});
        }
    }
    return words;
}

// A figure is none: 目標：500人.
bool says_goal(const OutsideWords& words) {
    return std::any_of(words.fields.begin(), words.fields.end(), [](const OutsideField& field) {
        const TextKind kind = text_kind(field.text.text);
        return field.field == FieldId::goal && (kind == TextKind::words || kind == TextKind::sentence);
    });
}

}  // namespace

OutsideWords read_outside(const std::vector<OutsideLine>& lines, const Form& form, LabelReader* readings) {
    OutsideWords words = read_lines(lines, form, Labels(form, readings, false));
    if (!readings || names_goal(words) || !may_name_bare_goal(lines)) return words;
    OutsideWords bare = read_lines(lines, form, Labels(form, readings, true));
    return says_goal(bare) ? bare : words;
}

}  // namespace goalsheet
