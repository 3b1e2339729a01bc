// SPDX-License-Identifier: MIT
#include "write/comparison/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/text.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kContext = 16;   // code points of what did not change, on each side of a change
constexpr std::size_t kLongest = 400;  // columns of a text that came or went; JSON has all of it

std::string number_words(std::optional<int> item, std::optional<int> measure) {
    std::string words = item ? circled(*item) : std::string{};
    return measure ? words + fmt::format("({})", *measure) : words;
}

Message part_word(const Difference& difference) {
    if (difference.field) return field_word(*difference.field);
    switch (difference.part) {
        case DifferencePart::item:
            return field_word(FieldId::item);
        case DifferencePart::measure:
            return field_word(FieldId::action);
        default:
            return {"シート", "sheet"};
    }
}

std::string place_words(const DifferencePlace& place) {
    if (!place.cell.empty()) return fmt::format("{}:{}", place.path, place.cell);
    return place.line == 0 ? place.path : fmt::format("{}:{}:{}", place.path, place.line, place.column);
}

std::size_t end_of(std::string_view text, std::size_t code_points) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < code_points && at < text.size(); ++i) at += decode_at(text, at).length;
    return at;
}

std::size_t begin_of_last(std::string_view text, std::size_t code_points) {
    std::size_t at = text.size();
    for (std::size_t i = 0; i < code_points && at > 0; ++i) at -= decode_before(text, at).length;
    return at;
}

// Line ends would tear the line apart; a slash shows them as elsewhere.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\n')
            line += " / ";
        else
            line += c;
    }
    return line;
}

}  // namespace

std::string difference_address(const Difference& difference, Lang lang) {
    const std::string before = number_words(difference.item_before, difference.measure_before);
    const std::string after = number_words(difference.item_after, difference.measure_after);
    std::string address = before.empty() || after.empty() || before == after ? std::max(before, after)
                                                                             : fmt::format("{}→{}", before, after);
    const bool unplaced = !difference.field && !difference.label.empty();
    const Message word = unplaced ? Message{"欄外の記載", "text without a field"} : part_word(difference);
    address += (address.empty() ? "" : " ") + word.in(lang);
    if (!difference.label.empty()) address += fmt::format("「{}」", cut_to_width(on_one_line(difference.label), 40));
    return address;
}

const Message& difference_kind_words(DifferenceKind kind) {
    static const Message kWords[] = {{"追加", "added"}, {"削除", "removed"}, {"変更", "changed"}, {"移動", "moved"}};
    return kWords[static_cast<std::size_t>(kind)];
}

std::string difference_places(const Difference& difference) {
    if (!difference.old_place) return difference.new_place ? place_words(*difference.new_place) : std::string{};
    if (!difference.new_place) return place_words(*difference.old_place);
    return fmt::format("{} → {}", place_words(*difference.old_place), place_words(*difference.new_place));
}

std::string compared_sheet_title(const SheetComparison& comparison) {
    const Sheet& sheet = comparison.sheet();
    std::string more = sheet.department.text;
    if (sheet.priority) more += fmt::format("{}{}位", more.empty() ? "" : " ", *sheet.priority);
    const std::string goal = on_one_line(sheet.goal.empty() ? "（重点目標なし）" : sheet.goal.text);
    return more.empty() ? goal : fmt::format("{}（{}）", goal, on_one_line(more));
}

std::string figure_words(const FigureDifference& figure, Lang lang) {
    const std::string none = Message{"なし", "none"}.in(lang);
    return on_one_line(fmt::format("{}{}{} → {}", figure.label, figure.label.empty() ? "" : " ",
                                   figure.before_words.empty() ? none : figure.before_words,
                                   figure.after_words.empty() ? none : figure.after_words));
}

std::string comparison_summary(const Comparison& comparison, Lang lang) {
    const auto changed = std::count_if(comparison.sheets.begin(), comparison.sheets.end(),
                                       [](const SheetComparison& sheet) { return !sheet.differences.empty(); });
    std::string words;
    for (const DifferenceKind kind :
         {DifferenceKind::changed, DifferenceKind::added, DifferenceKind::removed, DifferenceKind::moved})
        if (const std::size_t count = comparison.count(kind))
            words += fmt::format("{}{} {}", words.empty() ? "" : Message{"・", ", "}.in(lang),
                                 difference_kind_words(kind).in(lang), count);
    if (words.empty()) return Message{"違いはありません。", "No differences."}.in(lang);
    return Message{fmt::format("{}（{}シート中{}シート）", words, comparison.sheets.size(), changed),
                   fmt::format("{} ({} of {} sheets)", words, changed, comparison.sheets.size())}
        .in(lang);
}

std::string shown_text(std::string_view text) {
    // Of a huge text no more than can be shown is looked at.
    return cut_to_width(on_one_line(text.substr(0, end_of(text, kLongest + 1))), kLongest);
}

std::string shown_same(std::string_view text, bool first, bool last) {
    const std::size_t begin = begin_of_last(text, kContext);
    const std::size_t end = end_of(text, kContext);
    if (first && last) return shown_text(text);
    if (first) return on_one_line(begin == 0 ? std::string(text) : fmt::format("…{}", text.substr(begin)));
    if (last) return on_one_line(end == text.size() ? std::string(text) : fmt::format("{}…", text.substr(0, end)));
    if (begin <= end) return on_one_line(text);
    return on_one_line(fmt::format("{}…{}", text.substr(0, end), text.substr(begin)));
}

}  // namespace goalsheet
