// SPDX-License-Identifier: MIT
#include <optional>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/heading_words.hpp"
#include "model/sheet/sheet_builder.hpp"

namespace goalsheet {
namespace {

// "1位", "第２位", "1": the number, and whether nothing else stands there.
struct Priority {
    int number = 0;
    bool whole = false;
};

std::optional<Priority> read_priority(std::string_view text) {
    const std::string folded = fold(text);
    std::string_view rest = folded;
    for (const std::string_view word : {"第", "no.", "no"})
        if (rest.starts_with(word)) rest.remove_prefix(word.size());
    int number = 0;
    std::size_t digits = 0;
    while (digits < rest.size() && digits < 4 && rest[digits] >= '0' && rest[digits] <= '9')
        number = number * 10 + (rest[digits++] - '0');
    if (digits == 0 || digits > 3 || number == 0) return std::nullopt;
    rest.remove_prefix(digits);
    // 1.5, 1位・2位, 2/5: which of them is meant nobody can tell.
    if (rest.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
    return Priority{number, rest.empty() || rest == "位" || rest == "番" || rest == "番目" || rest == "位."};
}

// ☐1位☑2位: the one that is ticked, where just one is; else nothing.
SourcedText ticked_choice(const SourcedText& text) {
    constexpr std::u32string_view kTicked = U"☑☒✓✔✅■◉●";
    constexpr std::u32string_view kBoxes = U"☑☒✓✔✅■◉●☐□◯○";
    SourcedText chosen;
    std::size_t ticked = std::string::npos;
    const auto close = [&](std::size_t end) {
        if (ticked != std::string::npos) chosen = text.slice(ticked, end).trimmed();
        ticked = std::string::npos;
    };
    std::size_t boxes = 0;
    std::size_t ticks = 0;
    for (std::size_t at = 0; at < text.text.size();) {
        const CodePoint point = decode_at(text.text, at);
        if (kBoxes.find(point.value) != std::u32string_view::npos) {
            close(at);
            ++boxes;
            if (kTicked.find(point.value) != std::u32string_view::npos) ++ticks, ticked = at + point.length;
        } else if (boxes == 0 && !is_space(point.value)) {
            return {};
        }
        at += point.length;
    }
    close(text.text.size());
    return boxes > 1 && ticks == 1 ? chosen : SourcedText{};
}

// 令和3年度　部局別重点目標（年度末報告）.
bool begins_as_title(std::string_view text, std::size_t year_at) {
    constexpr std::size_t kLongest = 40;  // characters
    return year_at == 0 && count_code_points(text) <= kLongest && text.find("。") == std::string_view::npos;
}

}  // namespace

void SheetBuilder::append_lines(SourcedText& to, const SourcedText& text) {
    if (!to.empty() && !text.empty()) to.append("\n");
    to.append(text);
}

SourcedText* SheetBuilder::text_of_field(FieldId field) {
    switch (field) {
        case FieldId::goal:
            return &sheet_.goal;
        case FieldId::department:
            return &sheet_.department;
        case FieldId::priority:
            return &sheet_.priority_text;
        case FieldId::alignment:
            return &sheet_.alignments.back().text;
        case FieldId::situation:
            return &sheet_.situation;
        case FieldId::purpose:
            return &sheet_.purpose;
        case FieldId::sdgs:
            return &sheet_.sdgs_text;
        case FieldId::participation:
            return &sheet_.notes.participation;
        case FieldId::outcomes:
            return &sheet_.notes.outcomes;
        default:
            return nullptr;
    }
}

// An empty cell behind a label is where the field is missing.
void SheetBuilder::mark_missing(const SourcedText& text, Current& current) {
    if (!current.field || current.has_value || text.runs.empty()) return;
    SourcedText* to = text_of_field(*current.field);
    if (to && to->empty() && to->runs.empty()) *to = text;
}

// A second text behind a label that has its value is most likely a label this form does not know.
void SheetBuilder::assign_single(SourcedText& to, Current& current, const SourcedText& text,
                                 const std::string& address) {
    if (to.empty() && !current.has_value)
        to = text;
    else
        unplace(text, current.label, address);
}

void SheetBuilder::assign_department(Current& current, const SourcedText& text, const std::string& address) {
    const SourcedText ticked = ticked_choice(text);
    if (!ticked.empty()) unplace(text, current.label, address);
    assign_single(sheet_.department, current, ticked.empty() ? text : ticked, address);
}

void SheetBuilder::assign_priority(Current& current, const SourcedText& text, const std::string& address) {
    if (!sheet_.priority_text.empty()) {
        unplace(text, current.label, address);
        return;
    }
    sheet_.priority_text = text;
    const SourcedText ticked = ticked_choice(text);
    const auto priority = read_priority(ticked.empty() ? text.text : ticked.text);
    if (priority) sheet_.priority = priority->number;
    if (!priority || !priority->whole || !ticked.empty()) unplace(text, current.label, address);
}

void SheetBuilder::set_fiscal_year(const SourcedText& words) {
    if (sheet_.fiscal_year) return;
    const auto year = find_fiscal_year(words.text);
    if (!year) return;
    sheet_.fiscal_year = FiscalYear{year->label, year->gregorian};
    sheet_.fiscal_year_text = words.slice(year->begin, year->end);
}

void SheetBuilder::assign(Current& current, const SourcedText& text, const std::string& address) {
    current.unknown = {};
    if (current.extra) {
        Extra extra = *current.extra;
        extra.text = text;
        sheet_.extras.push_back(std::move(extra));
        current.has_value = true;
        return;
    }
    if (!current.field) {
        const auto year = current.label.empty() ? find_fiscal_year(text.text) : std::nullopt;
        const bool alone = year && year->label == trim(text.text) && !sheet_.fiscal_year;
        const bool title = year && (names_sheet(text.text) || begins_as_title(text.text, year->begin));
        if (alone || (title && !headings_->strict())) set_fiscal_year(text);
        if (!alone) unplace(text, current.label, address);
        current.has_value = true;
        return;
    }
    assign_field(current, text, address);
    current.has_value = true;
}

void SheetBuilder::assign_field(Current& current, const SourcedText& text, const std::string& address) {
    switch (*current.field) {
        case FieldId::goal:
            assign_single(sheet_.goal, current, text, address);
            break;
        case FieldId::department:
            assign_department(current, text, address);
            break;
        case FieldId::priority:
            assign_priority(current, text, address);
            break;
        case FieldId::fiscal_year:
            set_fiscal_year(text);
            if (!find_fiscal_year(text.text) || trim(text.text) != sheet_.fiscal_year->label)
                unplace(text, current.label, address);
            break;
        case FieldId::alignment:
            append_lines(sheet_.alignments.back().text, text);
            break;
        case FieldId::participation:
            append_lines(sheet_.notes.participation, text);
            break;
        case FieldId::outcomes:
            append_lines(sheet_.notes.outcomes, text);
            break;
        case FieldId::situation:
        case FieldId::purpose:
        case FieldId::sdgs:
            append_lines(*text_of_field(*current.field), text);
            break;
        case FieldId::target:
            if (!says_goal(headings_->labels().read(current.label), current.label, text.text)) {
                unplace(text, current.label, address);
                break;
            }
            [[fallthrough]];
        case FieldId::item:
        case FieldId::indicator:
            // 施策名 above a table of its parts, and 今年度の目標, may turn out to be the goal.
            if (!subject_) subject_ = Subject{text, current.label, address, sheet_.unplaced.size()};
            unplace(text, current.label, address);
            break;
        default:
            unplace(text, current.label, address);
            break;
    }
}

// What the header block calls 施策名 or 事業名 is what the sheet is about where nothing else says it.
void SheetBuilder::name_by_subject() {
    if (!subject_ || headings_->strict() || !sheet_.goal.empty() || sheet_.items.empty()) return;
    const auto at = sheet_.unplaced.begin() + static_cast<std::ptrdiff_t>(subject_->unplaced_at);
    if (at >= sheet_.unplaced.end() || at->text != subject_->text) return;
    sheet_.unplaced.erase(at);
    sheet_.goal = subject_->text;
    sheet_.remarks.push_back({remark::kGoalInferred, subject_->text, "goal: 「" + subject_->label + "」"});
}

bool SheetBuilder::says_again(const LaidTable& table) const {
    if (!subject_ || headings_->strict()) return false;
    for (std::uint32_t row = 0; row < table.grid().rows(); ++row) {
        const auto cells = table.filled_in(row);
        if (!cells.empty() && table.text(cells[0]).text == subject_->label) return true;
    }
    return false;
}

void SheetBuilder::add_outside(FieldId field, const SourcedText& label, const SourcedText& text) {
    const bool single = field != FieldId::situation && field != FieldId::purpose && field != FieldId::alignment;
    if (single && seen_.contains(field) && text_of_field(field) && !text_of_field(field)->empty()) {
        if (*text_of_field(field) != text) unplace(text, label.text, {});
        return;
    }
    Current current{field, label.text, false};
    if (field == FieldId::alignment) sheet_.alignments.push_back({label, {}});
    if (field >= FieldId::grade) current.extra = Extra{label, extra_role_of(field), {}};
    sheet_.labels.push_back({field, label});
    seen_.insert(field);
    assign(current, text, "表の外");
}

}  // namespace goalsheet
