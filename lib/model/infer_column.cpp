// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "goalsheet/text.hpp"
#include "model/item_columns.hpp"
#include "model/label.hpp"
#include "model/list_numbers.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kRowsRead = 100;

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t count_if_point(std::string_view text, bool (*is)(char32_t)) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        count += is(point.value) ? 1 : 0;
        at += point.length;
    }
    return count;
}

bool is_word_letter(char32_t c) { return is_kanji(c) || is_katakana(c) || is_hiragana(c); }

// 3月, 年度末, R8.3, 通年, 9月まで.
bool is_date_text(const std::string& folded) {
    constexpr std::size_t kLongest = 45;
    if (folded.size() > kLongest) return false;
    for (const std::string_view word : {"通年", "年度末", "随時", "年内", "上期", "下期", "上半期", "下半期", "毎月"})
        if (folded.find(word) != std::string::npos) return true;
    if (!has_digit(folded)) return false;
    if (folded.find("月") != std::string::npos || folded.find("年度") != std::string::npos) return true;
    const bool letter = folded[0] == 'r' || folded[0] == 'h';
    return letter && folded.find('.') != std::string::npos;
}

// 900, 97.0%以上, 12路線, 約3億円: a figure and hardly anything else.
bool is_figure_text(const std::string& folded) {
    constexpr std::size_t kMostLetters = 6;
    if (!has_digit(folded) || folded.size() > 60) return false;
    const CodePoint first = decode_at(folded, 0);
    const bool begins = digit_value(first.value) || folded.starts_with("約") || folded.starts_with("延べ") ||
                        folded.starts_with("年") || folded.starts_with("月") || folded.starts_with("第") ||
                        folded.starts_with("+") || folded.starts_with("-") || folded.starts_with("△");
    return begins && count_if_point(folded, is_word_letter) <= kMostLetters;
}

// …にする, …を開いた。: hiragana that tie words together, and an end that is a verb's.
bool is_sentence_text(const std::string& folded) {
    constexpr std::size_t kFewestHiragana = 3;
    std::string_view text = folded;
    if (text.ends_with("。")) text.remove_suffix(std::string_view("。").size());
    const char32_t last = decode_before(text, text.size()).value;
    constexpr std::u32string_view kEnds = U"るたうすくむぶいつぐん";
    return kEnds.find(last) != std::u32string_view::npos && count_if_point(text, is_hiragana) >= kFewestHiragana;
}

// ① 植える, (1) …, 1．…: the number says nothing about the text.
std::string_view strip_number(std::string_view text) {
    const auto number = leading_number(text);
    if (!number || trim(text.substr(number->length)).empty()) return text;
    const bool blank_only = number->kind == LeadingNumber::Kind::plain && number->length > 0 &&
                            digit_value(decode_before(text, number->length).value);
    constexpr std::size_t kFewestLetters = 4;  // 5 件 is a figure, 1 窓口の改善 is none
    const std::string_view rest = text.substr(number->length);
    const bool figure = blank_only && !number->composite && count_if_point(rest, is_word_letter) < kFewestLetters;
    return figure ? text : rest;
}

// 備考 | … below the items, or a note over all columns: of no column.
bool lies_across(const LaidTable& table, const GridCell& cell) {
    constexpr std::uint32_t kAcross = 3;
    return cell.colspan >= kAcross && table.filled_in(cell.row).size() <= 2;
}

// The texts of a column's cells, from a row on.
template <typename Look>
void for_each_text(const LaidTable& table, std::uint32_t row, std::uint32_t column, Look look) {
    const std::uint32_t end = std::min(table.grid().rows(), row + kRowsRead);
    for (; row < end; ++row) {
        const std::uint32_t cell = table.grid().at(row, column);
        if (cell == Grid::kNone || table.grid().cells()[cell].row != row || table.text(cell).empty()) continue;
        if (!lies_across(table, table.grid().cells()[cell])) look(table.text(cell).text);
    }
}

struct Candidate {
    FieldId field;
    std::string evidence;
};

class Guesser {
public:
    Guesser(const LaidTable& table, std::uint32_t row, const ItemHeading& heading)
        : table_(table), row_(row), heading_(heading) {}

    std::optional<Candidate> guess(std::uint32_t column) const {
        const ColumnContent content = look_at_column(table_, row_, column);
        if (content.texts == 0) return std::nullopt;
        std::vector<Candidate> candidates;
        const auto most = [&](std::size_t count) { return count * 10 >= content.texts * 8; };
        const auto add = [&](FieldId field, std::size_t count, std::string_view what) {
            candidates.push_back({field, fmt::format("{} of {} cells {}", count, content.texts, what)});
        };
        const bool named = heading_.names_something();
        const bool words = content.dates * 2 < content.texts && most(content.words);
        const bool in_front = column < first_of({FieldId::target, FieldId::midterm, FieldId::final});
        if (!named && !heading_.has(FieldId::goal) && words && in_front)
            add(FieldId::item, content.words, "are words in front of target and report");
        if (!heading_.has(FieldId::item) && heading_.has(FieldId::action) && words &&
            column < first_of({FieldId::action, FieldId::target}) && differ(column))
            add(FieldId::item, content.words, "are words in front of how it is done, each another");
        if (heading_.has(FieldId::item) && !heading_.has(FieldId::action) && column == first_of({FieldId::item}) + 1 &&
            in_front && differ(column) &&
            (most(content.sentences) || (words && heading_.columns[column].reading.generic)))
            add(FieldId::action, std::max(content.sentences, content.words), "say something behind the item's name");
        if (named && !heading_.has(FieldId::deadline) && most(content.dates))
            add(FieldId::deadline, content.dates, "are dates");
        if (named && !heading_.has(FieldId::target) && heading_.has_report() && most(content.figures) &&
            column < first_of({FieldId::midterm, FieldId::final}))
            add(FieldId::target, content.figures, "are figures in front of the report");
        // Where years have columns, or rows say what they are, the results stand there.
        const bool years = std::any_of(heading_.columns.begin(), heading_.columns.end(),
                                       [](const ItemColumn& one) { return one.series || one.reading.only_year; });
        if (named && !years && heading_.has(FieldId::target) && !heading_.has_report() &&
            column > last_of(FieldId::target) && (most(content.sentences) || most(content.figures)))
            add(FieldId::final, std::max(content.sentences, content.figures), "tell a result behind the target");
        if (named && !years && heading_.has(FieldId::target) && heading_.has(FieldId::final) &&
            !heading_.has(FieldId::midterm) && column > last_of(FieldId::target) &&
            column < first_of({FieldId::final}) && most(std::max(content.sentences, content.figures)))
            add(FieldId::midterm, std::max(content.sentences, content.figures),
                "tell a result between target and final report");
        return candidates.size() == 1 ? std::optional(candidates[0]) : std::nullopt;
    }

private:
    // What names a row stands there once; what groups rows comes again.
    bool differ(std::uint32_t column) const {
        std::set<std::string> met;
        const std::uint32_t end = std::min(table_.grid().rows(), row_ + kRowsRead);
        for (std::uint32_t row = row_; row < end; ++row) {
            const std::uint32_t cell = table_.grid().at(row, column);
            if (cell == Grid::kNone || table_.text(cell).empty() || table_.grid().cells()[cell].row != row) continue;
            if (!met.insert(table_.text(cell).text).second) return false;
        }
        return true;
    }

    std::uint32_t first_of(std::initializer_list<FieldId> fields) const {
        std::uint32_t first = 0;
        const auto is_one = [&](const ItemColumn& column) {
            return std::any_of(fields.begin(), fields.end(), [&](FieldId field) { return column.field == field; });
        };
        while (first < heading_.columns.size() && !is_one(heading_.columns[first])) ++first;
        return first;
    }

    std::uint32_t last_of(FieldId field) const {
        std::uint32_t last = 0;
        for (std::uint32_t c = 0; c < heading_.columns.size(); ++c)
            if (heading_.columns[c].field == field) last = c;
        return last;
    }

    const LaidTable& table_;
    std::uint32_t row_;
    const ItemHeading& heading_;
};

}  // namespace

ColumnContent look_at_column(const LaidTable& table, std::uint32_t row, std::uint32_t column) {
    ColumnContent content;
    for_each_text(table, row, column, [&](const std::string& text) {
        const std::string folded = fold(strip_number(text));
        ++content.texts;
        const bool date = is_date_text(folded);
        const bool figure = is_figure_text(folded);
        content.dates += date ? 1 : 0;
        content.figures += figure && !date ? 1 : 0;
        content.sentences += is_sentence_text(folded) ? 1 : 0;
        content.words += !figure && !date && count_if_point(folded, is_word_letter) >= 2 ? 1 : 0;
    });
    return content;
}

namespace {

constexpr std::size_t kLongestYear = 90;  // bytes

// A look that spares most values being folded: too many for a label, also where two of them fold to one.
bool has_many_letters(std::string_view text) {
    constexpr std::size_t kBytes = 3;  // of a letter
    std::size_t most = kLongestYear / kBytes * 2 + 1;
    for (std::size_t at = 0; at < text.size() && most > 0;) {
        const CodePoint point = decode_at(text, at);
        most -= is_word_letter(point.value) ? 1 : 0;
        at += point.length;
    }
    return most == 0;
}

}  // namespace

ColumnLabels read_column_labels(const LaidTable& table, std::uint32_t row, std::uint32_t column, LabelReader& labels) {
    constexpr std::size_t kLongestStart = 60;
    constexpr std::size_t kLongestKind = 30;
    ColumnLabels content;
    for_each_text(table, row, column, [&](const std::string& text) {
        ++content.texts;
        if (text.size() > kLongestLabel || has_many_letters(text)) return;
        const std::string folded = fold(strip_number(text));
        if (folded.size() > kLongestYear) return;
        const LabelReading& reading = labels.read(text);
        const bool year = reading.only_year || (reading.year != 0 && !reading.field) ||
                          (reading.field == FieldId::baseline && reading.strength == LabelReading::Strength::whole) ||
                          (reading.start && folded.size() <= kLongestStart);
        content.years += year ? 1 : 0;
        const bool kind = reading.field == FieldId::target || reading.is_report() ||
                          reading.field == FieldId::progress || reading.field == FieldId::baseline;
        content.kinds += kind && folded.size() <= kLongestKind && !has_digit(folded) ? 1 : 0;
    });
    return content;
}

namespace {

// 遅れ, A, ○, 45%: how far it is, not what was done.
bool tells_only_grades(const LaidTable& table, std::uint32_t row, std::uint32_t column) {
    std::size_t texts = 0;
    const std::uint32_t end = std::min(table.grid().rows(), row + kRowsRead);
    for (; row < end; ++row) {
        const std::uint32_t cell = table.grid().at(row, column);
        if (cell == Grid::kNone || table.grid().cells()[cell].row != row || table.text(cell).empty()) continue;
        const TextKind kind = text_kind(table.text(cell).text);
        if (kind != TextKind::grade && kind != TextKind::percent && kind != TextKind::mark) return false;
        ++texts;
    }
    return texts > 0;
}

// 進捗状況 beside 実績, with nothing but 順調 and 遅れ below it.
void leave_grades(const LaidTable& table, std::uint32_t row, ItemHeading& heading) {
    if (!heading.has(FieldId::midterm) || !heading.has(FieldId::final)) return;
    for (std::uint32_t c = 0; c < heading.columns.size(); ++c) {
        ItemColumn& column = heading.columns[c];
        const bool vague = column.field == FieldId::midterm && column.reading.period == LabelReading::Period::none &&
                           column.reading.other && column.reading.other != FieldId::midterm;
        if (!vague || !tells_only_grades(table, row, c)) continue;
        column.field = FieldId::extra;
        column.role = ExtraRole::progress;
        heading.remarks.push_back({remark::kLabelReasoned, column.label, "progress: its cells only say how far it is"});
    }
}

// 達成状況 with nothing but 達成 and 未達成 below it, beside 現在値: the other one tells.
void prefer_report_that_tells(const LaidTable& table, std::uint32_t row, ItemHeading& heading) {
    for (std::uint32_t c = 0; c < heading.columns.size(); ++c) {
        ItemColumn& grades = heading.columns[c];
        if (grades.field != FieldId::final || grades.series || !tells_only_grades(table, row, c)) continue;
        for (std::uint32_t d = 0; d < heading.columns.size(); ++d) {
            ItemColumn& other = heading.columns[d];
            const bool left_over = other.extra() && other.reading.field == FieldId::final && !other.series;
            if (!left_over || look_at_column(table, row, d).texts == 0 || tells_only_grades(table, row, d)) continue;
            other.field = FieldId::final;
            grades.field = FieldId::extra;
            grades.role = ExtraRole::grade;
            heading.remarks.push_back(
                {remark::kLabelReasoned, grades.label, "grade: its cells only say how far it is"});
            return;
        }
    }
}

bool holds_only_numbers(const LaidTable& table, std::uint32_t row, std::uint32_t column) {
    std::size_t numbers = 0;
    const std::uint32_t end = std::min(table.grid().rows(), row + kRowsRead);
    for (; row < end; ++row) {
        const std::uint32_t cell = table.grid().at(row, column);
        if (cell == Grid::kNone || table.grid().cells()[cell].row != row || table.text(cell).empty()) continue;
        if (table.grid().cells()[cell].colspan > 1) continue;  // a closing row
        const std::string_view text = trim(table.text(cell).text);
        const auto number = leading_number(text);
        if (!number || number->length < text.size()) return false;
        ++numbers;
    }
    return numbers > 0;
}

// 手順 | 実施内容 over 1, 2, 3 and what is done: they count the items, whatever stands above them.
void find_running_numbers(const LaidTable& table, std::uint32_t row, ItemHeading& heading) {
    if (heading.has(FieldId::item_number)) return;
    const auto names = [](const ItemColumn& column) {
        return column.field == FieldId::item || column.field == FieldId::action;
    };
    if (std::count_if(heading.columns.begin(), heading.columns.end(), names) < 2) return;
    for (std::uint32_t c = 0; c < heading.columns.size(); ++c) {
        if (!names(heading.columns[c])) continue;
        if (!holds_only_numbers(table, row, c)) return;
        ItemColumn& column = heading.columns[c];
        column.field = FieldId::item_number;
        heading.remarks.push_back({remark::kLabelReasoned, column.label, "item_number: its cells only count"});
        return;
    }
}

// The columns that no label tells; `generic`: those whose label says nothing by itself (内容), which others may stand
// beside.
std::vector<std::uint32_t> untold_columns(const LaidTable& table, std::uint32_t row, const ItemHeading& heading,
                                          bool generic) {
    std::vector<std::uint32_t> untold;
    for (std::uint32_t c = 0; c < heading.columns.size(); ++c) {
        const ItemColumn& column = heading.columns[c];
        const bool same = c > 0 && !column.label.empty() && column.label == heading.columns[c - 1].label;
        if (column.field || column.series || same || column.reading.foreign) continue;
        if (generic && !column.reading.generic) continue;
        const ColumnContent content = look_at_column(table, row + heading.rows, c);
        if (content.texts == 0 || (column.label.empty() && content.words == 0 && content.sentences == 0)) continue;
        untold.push_back(c);
    }
    return untold;
}

void infer_only_one(const LaidTable& table, std::uint32_t row, ItemHeading& heading, bool generic) {
    const std::vector<std::uint32_t> untold = untold_columns(table, row, heading, generic);
    if (untold.size() != 1) return;
    const auto candidate = Guesser(table, row + heading.rows, heading).guess(untold[0]);
    if (!candidate) return;
    ItemColumn& column = heading.columns[untold[0]];
    column.field = candidate->field;
    for (std::uint32_t c = untold[0] + 1; c < heading.columns.size(); ++c)
        if (!heading.columns[c].field && !column.label.empty() && heading.columns[c].label == column.label)
            heading.columns[c].field = candidate->field;
    SourcedText place = column.label;
    const std::uint32_t below =
        row + heading.rows < table.grid().rows() ? table.grid().at(row + heading.rows, untold[0]) : Grid::kNone;
    if (place.empty() && below != Grid::kNone) place = table.text(below);
    heading.remarks.push_back(
        {remark::kColumnInferred, place, fmt::format("{}: {}", field_name(candidate->field), candidate->evidence)});
}

}  // namespace

void infer_column(const LaidTable& table, std::uint32_t row, ItemHeading& heading) {
    leave_grades(table, row + heading.rows, heading);
    prefer_report_that_tells(table, row + heading.rows, heading);
    find_running_numbers(table, row + heading.rows, heading);
    infer_only_one(table, row, heading, true);
    infer_only_one(table, row, heading, false);
}

}  // namespace goalsheet
