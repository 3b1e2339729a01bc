// SPDX-License-Identifier: MIT
#include "model/item_builder.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "goalsheet/text.hpp"
#include "model/indicator_cells.hpp"
#include "model/measure_fields.hpp"
#include "model/numbering/composite_number.hpp"
#include "model/sheet/unplaced_address.hpp"

namespace goalsheet {
namespace {

class ItemBuilder {
public:
    ItemBuilder(const ItemRows& rows, std::vector<Unplaced>& unplaced, std::vector<Remark>& remarks)
        : rows_(rows), unplaced_(unplaced), remarks_(remarks) {
        item_.number = rows.number;
        item_.number_text = rows.number_text;
        by_row_.resize(rows.rows);
        for (const ItemCell& cell : rows.cells)
            if (!cell.text.empty()) by_row_[cell.first_row].push_back(&cell);
        for (const ItemCell& cell : rows.cells)
            if (cell.field == FieldId::action && !cell.text.empty())
                first_action_ = std::min(first_action_.value_or(cell.first_row), cell.first_row);
        for (auto& row : by_row_) join_numbers(row);
        counted_ = has_indicators();
        if (counted_) mark_rows_of_actions();
    }

    Item build() {
        find_style();
        for (std::size_t row = 0; row < rows_.rows; ++row) add_row(row);
        if (item_.measures.empty()) add_measure(1, {});
        if (counted_) distribute_indicators();
        for (const ItemCell& cell : rows_.cells) {
            if (cell.field == FieldId::extra)
                distribute_extra(cell);
            else if (!says_how(cell) && !(counted_ && is_counted(cell.field)))
                distribute(cell);
        }
        if (rows_.rows == 1 && !counted_) keep_as_written();
        if (item_.title.empty()) name_by_indicator();
        return std::move(item_);
    }

private:
    static bool says_how(const ItemCell& cell) { return cell.field == FieldId::item || cell.field == FieldId::action; }

    // (1) in a cell of its own belongs to the text beside it.
    void join_numbers(std::vector<const ItemCell*>& row) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            if (!says_how(*row[i]) || !says_how(*row[i + 1])) continue;
            const auto number = leading_number(row[i]->text.text);
            if (!number || !number->bracketed() || number->length < trim(row[i]->text.text).size()) continue;
            ItemCell& joined = joined_.emplace_back(*row[i]);
            joined.text.append(" ");
            joined.text.append(row[i + 1]->text);
            joined.field = row[i + 1]->field;
            row[i] = &joined;
            row.erase(row.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }

    std::vector<const ItemCell*> cells_of(FieldId field, std::size_t row) const {
        std::vector<const ItemCell*> found;
        for (const ItemCell* cell : by_row_[row])
            if (cell->field == field) found.push_back(cell);
        return found;
    }

    // One style numbers all of an item: the first that is found in its actions.
    void find_style() {
        if (rows_.measure == MeasureUnit::row) return;
        for (const auto& row : by_row_)
            for (const ItemCell* cell : row) {
                if (!says_how(*cell)) continue;
                const SourcedText text = cell->field == FieldId::item ? without_heading(cell->text) : cell->text;
                const auto style = find_number_style(text.text);
                if (style && (!style_ || *style < *style_)) style_ = style;
            }
    }

    SourcedText without_heading(const SourcedText& text) const {
        std::size_t begin = 0;
        if (!rows_.number_text.empty()) {
            const auto number = leading_number(text.text);
            const bool by_text = number && (number->bracketed() || number->composite);
            if (number && number->number == rows_.number && !by_text) begin = number->length;
            if (by_text && rows_.number_text.text == trim(std::string_view(text.text).substr(0, number->length)))
                begin = number->length;
        }
        begin += heading_mark_length(std::string_view(text.text).substr(begin));
        return text.slice(begin, text.text.size()).trimmed();
    }

    void add_row(std::size_t row) {
        std::vector<const ItemCell*> titles = cells_of(FieldId::item, row);
        std::vector<const ItemCell*> actions = cells_of(FieldId::action, row);
        // Two cells under 取組項目及び方法・手段: the first is the item, the second says how.
        while (titles.size() > 1) {
            actions.insert(actions.begin(), titles.back());
            titles.pop_back();
        }
        const std::size_t before = item_.measures.size();
        if (!titles.empty() && row == 0)
            add_title(without_heading(titles[0]->text), !actions.empty());
        else if (!titles.empty())
            add_actions(titles[0]->text);
        for (const ItemCell* action : actions) add_actions(action->text);
        const bool one_cell = rows_.measure == MeasureUnit::cell && before > 0;
        if (item_.measures.size() == before && !one_cell && row_has_values(row) && !goes_on_with_action(row))
            add_measure(next_number(), {});
        const bool goes_on = item_.measures.size() == before && before > 0 && (one_cell || goes_on_with_action(row));
        first_of_row_.push_back(goes_on ? before - 1 : before);
    }

    // A title alone in its row stands above its measures; what reaches down from there is theirs.
    bool row_has_values(std::size_t row) const {
        if (row == 0)
            return std::any_of(by_row_[0].begin(), by_row_[0].end(), [](const ItemCell* cell) {
                return !says_how(*cell) && cell->field != FieldId::extra && cell->last_row == 0;
            });
        return std::any_of(by_row_[row].begin(), by_row_[row].end(), [&](const ItemCell* cell) {
            return cell->field != FieldId::extra && !is_numbered_for_others(*cell);
        });
    }

    // One way of doing it, counted in several rows.
    bool goes_on_with_action(std::size_t row) const {
        return counts_action_above(row) || (counted_ && in_action_[row]);
    }

    // The rows that an action of a row above reaches down to.
    void mark_rows_of_actions() {
        std::vector<int> change(rows_.rows + 1, 0);
        for (const ItemCell& cell : rows_.cells) {
            if (cell.field != FieldId::action || cell.last_row <= cell.first_row) continue;
            ++change[std::min(cell.first_row + 1, rows_.rows)];
            --change[std::min(cell.last_row + 1, rows_.rows)];
        }
        in_action_.resize(rows_.rows);
        int reaching = 0;
        for (std::size_t row = 0; row < rows_.rows; ++row) {
            reaching += change[row];
            in_action_[row] = reaching > 0;
        }
    }

    // Copied text has no cells that reach down: another indicator, and nothing that says how.
    bool counts_action_above(std::size_t row) const {
        const bool names =
            std::any_of(by_row_[row].begin(), by_row_[row].end(), [](const ItemCell* c) { return says_how(*c); });
        if (names || cells_of(FieldId::indicator, row).empty()) return false;
        return first_action_ && *first_action_ < row;
    }

    bool is_numbered_for_others(const ItemCell& cell) const {
        const NumberedText parts = split_numbered(cell.text, style_.value_or(NumberStyle::bracketed));
        return !parts.parts.empty() &&
               std::all_of(parts.parts.begin(), parts.parts.end(),
                           [&](const NumberedPart& part) { return find_measure(part.numbers[0], 0) != nullptr; });
    }

    void add_title(const SourcedText& text, bool actions_apart) {
        if (actions_apart || !style_) {
            set_title(text, !actions_apart);
            return;
        }
        const NumberedText cut = split_numbered(text, *style_);
        set_title(cut.lead, cut.parts.empty());
        add_parts(cut);
    }

    // Without numbers and without a column of its own, what stands below the first line says how.
    void set_title(const SourcedText& text, bool rest_is_action) {
        const std::size_t line_end = text.text.find('\n');
        if (!rest_is_action || line_end == std::string::npos) {
            item_.title = text;
            return;
        }
        item_.title = text.slice(0, line_end).trimmed();
        add_measure(1, without_bullet(text.slice(line_end + 1, text.text.size()).trimmed()));
    }

    void add_actions(const SourcedText& text) {
        const NumberedText cut = style_ ? split_numbered(text, *style_) : NumberedText{};
        if (cut.parts.empty()) {
            add_measure(next_number(), without_composite_number(text, rows_.number, next_number()));
            return;
        }
        if (!cut.lead.empty()) {
            if (item_.title.empty())
                item_.title = cut.lead;
            else
                unplaced_.push_back({cut.lead, {}, item_address(rows_.number, {})});
        }
        add_parts(cut);
    }

    void add_parts(const NumberedText& cut) {
        for (const NumberedPart& part : cut.parts) {
            note_style(part);
            // (1)～(2) before an action: both do the same.
            for (const int number : part.numbers)
                add_measure(style_ == NumberStyle::bullet ? next_number() : number, part.text);
        }
    }

    void note_style(const NumberedPart& part) {
        for (const SourcedText& half : part.half_brackets)
            remarks_.push_back({remark::kNumberStyle, half, "(" + fold(half.text)});
    }

    // A 2) among measures that are numbered (1).
    void note_slips(const NumberedText& cut) {
        if (style_ != NumberStyle::bracketed) return;
        for (const NumberedPart& part : cut.parts) note_style(part);
    }

    void add_measure(int number, const SourcedText& action) {
        Measure measure;
        measure.number = number;
        measure.action = action;
        by_number_[number].push_back(item_.measures.size());
        item_.measures.push_back(std::move(measure));
    }

    int next_number() const { return item_.measures.empty() ? 1 : item_.measures.back().number + 1; }

    // The `nth` measure with this number (0 is the first), the last one when there are fewer.
    const Measure* find_measure(int number, std::size_t nth) const {
        const auto found = by_number_.find(number);
        if (found == by_number_.end()) return nullptr;
        return &item_.measures[found->second[std::min(nth, found->second.size() - 1)]];
    }

    Measure& measure_for(int number, std::size_t nth) {
        if (const Measure* found = find_measure(number, nth)) return const_cast<Measure&>(*found);
        add_measure(number, {});
        return item_.measures.back();
    }

    std::optional<NumberedText> cut_column(const SourcedText& text) const {
        if (rows_.measure == MeasureUnit::row) return std::nullopt;
        const std::size_t count = item_.measures.size();
        for (const NumberStyle style : {NumberStyle::bracketed, NumberStyle::half_bracket, NumberStyle::circled,
                                        NumberStyle::kana, NumberStyle::dotted}) {
            NumberedText cut = split_numbered(text, style);
            if (cut.parts.empty() || is_lone_figure(cut, style)) continue;
            const bool expected = style == style_ || style == NumberStyle::bracketed;
            const bool fits = std::all_of(cut.parts.begin(), cut.parts.end(), [&](const NumberedPart& part) {
                return std::all_of(part.numbers.begin(), part.numbers.end(),
                                   [&](int n) { return find_measure(n, 0) != nullptr; });
            });
            const bool slip = style == NumberStyle::half_bracket && style_ == NumberStyle::bracketed;
            if (expected || (fits && cut.lead.empty() && (count > 1 || slip))) return cut;
        }
        if (style_ == NumberStyle::dotted)
            if (auto cut = split_at_points(text, count)) return cut;
        NumberedText bullets = split_numbered(text, NumberStyle::bullet);
        const bool one_each = bullets.lead.empty() && bullets.parts.size() == count && count > 1;
        if (one_each || (style_ == NumberStyle::bullet && bullets.lead.empty() && !bullets.parts.empty() &&
                         bullets.parts.size() <= count))
            return bullets;
        return std::nullopt;
    }

    // (5) and nothing else is an amount below zero; (1) where the measures are numbered so, a report not yet written.
    bool is_lone_figure(const NumberedText& cut, NumberStyle style) const {
        if (!cut.lead.empty() || cut.parts.size() != 1 || !cut.parts[0].text.empty()) return false;
        const std::vector<int>& numbers = cut.parts[0].numbers;
        return style != style_ || std::any_of(numbers.begin(), numbers.end(),
                                              [this](int number) { return find_measure(number, 0) == nullptr; });
    }

    void distribute(const ItemCell& cell) {
        if (cell.text.empty()) return mark_missing(cell);
        const auto cut = cut_column(cell.text);
        if (!cut) return put_whole(cell);
        if (!cut->lead.empty()) unplaced_.push_back({cut->lead, {}, item_address(rows_.number, cell.field)});
        note_slips(*cut);
        std::map<int, std::size_t> met;
        for (const NumberedPart& part : cut->parts)
            for (const int number : part.numbers) put_part(cell, part, number, met[number]++);
    }

    // A number that comes again where no second measure has it: each text keeps a line of its own.
    void put_part(const ItemCell& cell, const NumberedPart& part, int number, std::size_t nth) {
        SourcedText& to = column_of(measure_for(number, nth), cell.field);
        const SourcedText text = with_unit(part.text, cell.unit);
        if (nth < by_number_[number].size())
            append_cell(to, text, cell.field);
        else
            append_lines(to, text);
    }

    bool has_indicators() const {
        return std::any_of(rows_.cells.begin(), rows_.cells.end(), [](const ItemCell& cell) {
            return cell.field == FieldId::indicator || cell.field == FieldId::unit || cell.field == FieldId::baseline ||
                   (cell.field == FieldId::target && !cell.unit.empty());
        });
    }

    // Each row of indicator, unit and figures is one indicator of a measure, or one of each where the cells are
    // numbered.
    void distribute_indicators() {
        std::vector<std::vector<const ItemCell*>> counted(rows_.rows);
        for (const ItemCell& cell : rows_.cells)
            if (is_counted(cell.field)) counted[cell.first_row].push_back(&cell);
        for (const auto& row : counted) {
            std::map<std::size_t, IndicatorRow> found;
            for (const ItemCell* cell : row) add_to_indicators(*cell, found);
            for (const auto& [measure, cells] : found) add_indicators(item_.measures[measure], cells);
        }
    }

    void add_to_indicators(const ItemCell& cell, std::map<std::size_t, IndicatorRow>& found) {
        const auto cut = cell.text.empty() ? std::nullopt : cut_column(cell.text);
        if (!cut || !cut->lead.empty()) {
            const auto [begin, end] = measures_beside(cell);
            add_cell(found[std::min(begin, item_.measures.size() - 1)], cell.field, cell.text, cell.unit);
            return;
        }
        note_slips(*cut);
        std::map<int, std::size_t> met;
        for (const NumberedPart& part : cut->parts)
            for (const int number : part.numbers) {
                const Measure& measure = measure_for(number, met[number]++);
                add_cell(found[static_cast<std::size_t>(&measure - item_.measures.data())], cell.field, part.text,
                         cell.unit);
            }
    }

    void distribute_extra(const ItemCell& cell) {
        if (cell.text.empty()) return;
        if (cell.series) {
            const auto [begin, end] = measures_beside(cell);
            item_.measures[std::min(begin, item_.measures.size() - 1)].series.push_back(*cell.series);
            return;
        }
        const auto cut = item_.measures.size() > 1 ? cut_column(cell.text) : std::nullopt;
        if (cut && cut->lead.empty()) {
            std::map<int, std::size_t> met;
            for (const NumberedPart& part : cut->parts)
                measure_for(part.numbers[0], met[part.numbers[0]]++)
                    .extras.push_back({cell.label, cell.role, part.text});
            return;
        }
        // What stands beside all measures is the item's.
        const auto [begin, end] = measures_beside(cell);
        const bool all = item_.measures.size() > 1 && begin == 0 && end >= item_.measures.size();
        auto& extras = all ? item_.extras : item_.measures[std::min(begin, item_.measures.size() - 1)].extras;
        extras.push_back({cell.label, cell.role, cell.text});
    }

    // Where nothing else says what the row is about.
    void name_by_indicator() {
        const bool named = std::any_of(rows_.cells.begin(), rows_.cells.end(),
                                       [](const ItemCell& cell) { return says_how(cell) && !cell.text.empty(); });
        if (!named && !item_.measures.front().indicators.empty())
            item_.title = item_.measures.front().indicators.front().name;
    }

    // Beside what measures do; what the form has no column for stands in the last one.
    static SourcedText& column_of(Measure& measure, FieldId field) {
        return measure.*measure_field(field, FieldId::final).text;
    }

    // An empty cell is where its measures' texts are missing.
    void mark_missing(const ItemCell& cell) {
        const auto [begin, end] = measures_beside(cell);
        for (std::size_t i = begin; i < end; ++i) {
            SourcedText& to = column_of(item_.measures[i], cell.field);
            if (to.empty() && to.runs.empty()) to = cell.text;
        }
    }

    // The measures of a cell's rows, as indexes [begin, end).
    std::pair<std::size_t, std::size_t> measures_beside(const ItemCell& cell) const {
        const std::size_t begin = cell.first_row < first_of_row_.size() ? first_of_row_[cell.first_row] : 0;
        const std::size_t end =
            cell.last_row + 1 < first_of_row_.size() ? first_of_row_[cell.last_row + 1] : item_.measures.size();
        return {begin, end};
    }

    // Text without a number: of the one measure of its rows; a deadline of all of them; else of the first.
    void put_whole(const ItemCell& cell) {
        const auto [begin, end] = measures_beside(cell);
        const SourcedText text = with_unit(cell.text, cell.unit);
        if (begin >= item_.measures.size())
            return append_cell(column_of(item_.measures.back(), cell.field), text, cell.field);
        const std::size_t last = cell.field == FieldId::deadline ? std::max(end, begin + 1) : begin + 1;
        for (std::size_t i = begin; i < last; ++i)
            append_cell(column_of(item_.measures[i], cell.field), text, cell.field);
    }

    void keep_as_written() {
        ItemCells written;
        for (const ItemCell& cell : rows_.cells) {
            if (cell.field == FieldId::extra) continue;
            SourcedText& to = written.*measure_field(cell.field).cell;
            if (to.empty())
                to = cell.text;
            else
                append_lines(to, cell.text);
        }
        item_.as_written = std::move(written);
    }

    const ItemRows& rows_;
    std::vector<Unplaced>& unplaced_;
    std::vector<Remark>& remarks_;
    std::optional<NumberStyle> style_;
    std::optional<std::size_t> first_action_;  ///< the first row that says how
    bool counted_ = false;                     ///< has indicators in columns of their own
    std::vector<bool> in_action_;              ///< of each row, where it has
    std::deque<ItemCell> joined_;
    std::vector<std::vector<const ItemCell*>> by_row_;   ///< cells that start in each row
    std::map<int, std::vector<std::size_t>> by_number_;  ///< measures with each number, in order
    std::vector<std::size_t> first_of_row_;              ///< index of each row's first measure
    Item item_;
};

}  // namespace

Item build_item(const ItemRows& rows, std::vector<Unplaced>& unplaced, std::vector<Remark>& remarks) {
    return ItemBuilder(rows, unplaced, remarks).build();
}

}  // namespace goalsheet
