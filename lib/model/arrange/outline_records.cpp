// SPDX-License-Identifier: MIT
#include "model/arrange/outline_records.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"
#include "model/outside_fields.hpp"

namespace goalsheet {
namespace {

using Kind = OutsideLine::Kind;
using Strength = LabelReading::Strength;

constexpr std::size_t kLongestLabel = 20;  // characters

/// What belongs to a label besides the text in its own line.
enum class Below { definitions, lines, entries };

struct FoundLabel {
    SourcedText label;
    SourcedText text;
    Below below;
};

// 2. … goes on with the list around it.
bool is_list_entry(std::string_view line) {
    const auto number = leading_number(line);
    return line.starts_with("・") || (number && number->kind != LeadingNumber::Kind::plain);
}

SourcedText without_colon(const SourcedText& label) {
    for (const std::string_view colon : {"：", ":"})
        if (label.text.ends_with(colon)) return label.slice(0, label.text.size() - colon.size()).trimmed();
    return label;
}

// (1) 目標, 1 目標.
SourcedText without_number(const SourcedText& label) {
    const auto number = leading_number(label.text);
    if (!number || number->length >= label.text.size()) return label;
    return label.slice(number->length, label.text.size()).trimmed();
}

bool ends_with_number(std::string_view label) {
    const CodePoint last = decode_before(label, label.size());
    return digit_value(last.value) || circled_number(last.value);
}

class Finder {
public:
    Finder(const std::vector<OutsideLine>& lines, LabelReader& labels) : lines_(lines), labels_(labels) {}

    std::vector<OutlineRecord> find() {
        for (std::size_t at = 0; at < lines_.size();) {
            auto label = label_at(at);
            if (!label) {
                close();
                ++at;
                continue;
            }
            if (begins_next_card(*label)) {
                leave_name_of_next(at);
                close();
            }
            at = take(at, *label);
        }
        if (!card_label_.empty() && starts_with(card_label_)) leave_name_of_next(lines_.size());
        close();
        keep_plans_alike();
        mark_cards();
        return std::move(records_);
    }

private:
    const LabelReading& read(const SourcedText& label) { return labels_.read(label.text); }

    bool is_known(const SourcedText& label) {
        if (label.empty() || count_code_points(label.text) > kLongestLabel) return false;
        const LabelReading& reading = read(label);
        if (!reading.field || label.text.find("。") != std::string::npos) return false;
        constexpr std::size_t kShort = 12;  // characters
        if (reading.strength < Strength::whole && is_department_name(label)) return false;
        return reading.strength >= Strength::whole || count_code_points(label.text) <= kShort;
    }

    std::optional<FoundLabel> label_at(std::size_t at) {
        const OutsideLine& line = lines_[at];
        switch (line.kind) {
            case Kind::term:
                return FoundLabel{without_colon(line.text), {}, Below::definitions};
            case Kind::definition:
                return std::nullopt;
            case Kind::heading:
                return in_heading(line.text);
            case Kind::line:
                break;
        }
        if (auto found = bracketed(line.text)) return found;
        if (auto found = before_colon(line.text)) return found;
        return alone(at);
    }

    // 目標, 【目標】…, and not 目標1 ….
    std::optional<FoundLabel> in_heading(const SourcedText& line) {
        const SourcedText label = without_colon(without_number(line));
        if (is_known(label)) return FoundLabel{label, {}, Below::lines};
        auto found = bracketed(line);
        if (!found) found = before_colon(line);
        if (found && ends_with_number(found->label.text)) found.reset();
        return found;
    }

    // 【目標】…, ＜成果＞ with the text in the next line.
    std::optional<FoundLabel> bracketed(const SourcedText& line) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kBrackets = {
            {{"【", "】"}, {"［", "］"}, {"〔", "〕"}, {"＜", "＞"}, {"[", "]"}, {"〈", "〉"}}};
        for (const auto& [open, close] : kBrackets) {
            const std::size_t end = line.text.find(close);
            if (!line.text.starts_with(open) || end == std::string::npos) continue;
            return labelled(line.slice(open.size(), end).trimmed(), line, end + close.size());
        }
        return std::nullopt;
    }

    std::optional<FoundLabel> before_colon(const SourcedText& line) {
        constexpr std::size_t kFarthest = 90;  // bytes
        for (const std::string_view colon : {"：", ":"}) {
            const std::size_t at = line.text.find(colon);
            if (at == std::string::npos || at == 0 || at > kFarthest) continue;
            const std::size_t mark = heading_mark_length(line.text);
            return labelled(without_number(line.slice(std::min(mark, at), at).trimmed()), line, at + colon.size());
        }
        return std::nullopt;
    }

    std::optional<FoundLabel> labelled(const SourcedText& label, const SourcedText& line, std::size_t behind) {
        if (!is_known(label)) return std::nullopt;
        SourcedText text = line.slice(behind, line.text.size()).trimmed();
        const Below below = text.empty() ? Below::lines : Below::entries;
        return FoundLabel{label, std::move(text), below};
    }

    // ■ 目標, and its text in the lines below.
    std::optional<FoundLabel> alone(std::size_t at) {
        const SourcedText& line = lines_[at].text;
        const SourcedText label = line.slice(heading_mark_length(line.text), line.text.size()).trimmed();
        const bool text_below = at + 1 < lines_.size() && lines_[at + 1].kind == Kind::line;
        if (!text_below || !is_known(label) || read(label).strength < Strength::whole) return std::nullopt;
        return FoundLabel{label, {}, Below::lines};
    }

    bool belongs(std::size_t at, Below below) {
        const Kind kind = lines_[at].kind;
        if (below == Below::definitions) return kind == Kind::definition;
        if (kind != Kind::line || label_at(at)) return false;
        return below == Below::lines || is_list_entry(lines_[at].text.text);
    }

    std::size_t take(std::size_t at, FoundLabel& found) {
        std::size_t end = at + 1;
        while (end < lines_.size() && belongs(end, found.below)) {
            if (!found.text.empty()) found.text.append("\n");
            found.text.append(lines_[end++].text);
        }
        if (found.text.empty()) {
            close();
            return end;
        }
        if (record_.parts.empty()) record_.first = at;
        record_.last = end;
        record_.parts.push_back({std::move(found.label), std::move(found.text)});
        return end;
    }

    // 所管課⏎総務課⏎目標⏎…⏎施設の包括管理⏎所管課⏎…: the same label again, and a line too many behind the last one.
    bool begins_next_card(const FoundLabel& label) const {
        constexpr std::size_t kFewest = 3;
        return record_.parts.size() >= kFewest && label.below == Below::lines && starts_with(label.label.text) &&
               record_.last - record_.first > 2 * record_.parts.size() && each_has_one_line_but_last();
    }

    bool starts_with(const std::string& label) const {
        return !record_.parts.empty() && record_.parts.front().label.text == label;
    }

    bool each_has_one_line_but_last() const {
        return std::all_of(record_.parts.begin(), record_.parts.end() - 1,
                           [](const OutlinePart& part) { return part.text.text.find('\n') == std::string::npos; });
    }

    // The lines behind the last text, up to `end`, stand in front of the next card.
    void leave_name_of_next(std::size_t end) {
        if (!each_has_one_line_but_last()) return;
        card_label_ = record_.parts.front().label.text;
        SourcedText& last = record_.parts.back().text;
        last = last.slice(0, std::min(last.text.find('\n'), last.text.size())).trimmed();
        record_.last = std::min(end, record_.first + 2 * record_.parts.size());
    }

    void mark_cards() {
        for (std::size_t i = 0; i < records_.size() && !card_label_.empty(); ++i) {
            OutlineRecord& record = records_[i];
            const std::size_t behind = i == 0 ? 0 : records_[i - 1].last;
            record.is_card = record.parts.front().label.text == card_label_ && record.first > behind &&
                             lines_[record.first - 1].kind == Kind::line;
        }
    }

    struct Signs {
        std::set<FieldId> fields;
        std::size_t known = 0;
        bool foreign = false;

        bool has(FieldId field) const { return fields.contains(field); }
    };

    Signs signs_of(const OutlineRecord& record) {
        Signs signs;
        for (const OutlinePart& part : record.parts) {
            const LabelReading& reading = read(part.label);
            signs.foreign = signs.foreign || reading.foreign || has_contact_word(fold(part.label.text));
            signs.known += reading.field ? 1 : 0;
            if (reading.field) signs.fields.insert(*reading.field);
        }
        return signs;
    }

    void close() {
        OutlineRecord record = std::exchange(record_, {});
        const Signs signs = signs_of(record);
        if (signs.foreign || signs.known * 2 < record.parts.size() || !signs.has(FieldId::target)) return;
        record.names_item = signs.has(FieldId::item);
        record.names_something =
            signs.has(FieldId::item) || signs.has(FieldId::action) || signs.has(FieldId::indicator);
        const bool reports = signs.has(FieldId::midterm) || signs.has(FieldId::final);
        constexpr std::size_t kFieldsOfPlan = 4;
        const bool plans = record.names_something && signs.fields.size() >= kFieldsOfPlan;
        if (!reports && !plans) return;
        only_plans_.push_back(!reports);
        records_.push_back(std::move(record));
    }

    // A list with 目標 and 期間 and no result may be of anything; one with the same labels again and again is a plan.
    void keep_plans_alike() {
        std::vector<OutlineRecord> kept;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            const auto alike = [&](const OutlineRecord& other) {
                return &other != &records_[i] && other.parts.front().label == records_[i].parts.front().label;
            };
            if (!only_plans_[i] || std::any_of(records_.begin(), records_.end(), alike)) kept.push_back(records_[i]);
        }
        records_ = std::move(kept);
    }

    const std::vector<OutsideLine>& lines_;
    LabelReader& labels_;
    OutlineRecord record_;
    std::vector<OutlineRecord> records_;
    std::string card_label_;        ///< the first of each card; empty where there are none
    std::vector<bool> only_plans_;  ///< of each record, whether it tells no result
};

// Most lines in front of a table are no labels: look at them only where some could be.
bool may_hold_records(const std::vector<OutsideLine>& lines) {
    constexpr std::size_t kFewest = 3;
    std::size_t labels = 0;
    for (const OutsideLine& line : lines) {
        const bool marked = line.kind == Kind::term || line.kind == Kind::heading;
        constexpr std::size_t kLongest = 60;  // bytes
        if (marked || line.text.text.size() <= kLongest || line.text.text.find("：") != std::string::npos ||
            line.text.text.starts_with("【"))
            ++labels;
    }
    return labels >= kFewest;
}

}  // namespace

std::vector<OutlineRecord> find_outline_records(const std::vector<OutsideLine>& lines, LabelReader& labels) {
    if (!may_hold_records(lines)) return {};
    return Finder(lines, labels).find();
}

}  // namespace goalsheet
