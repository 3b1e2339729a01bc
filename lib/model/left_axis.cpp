// SPDX-License-Identifier: MIT
#include "model/left_axis.hpp"

#include <algorithm>
#include <set>

#include "goalsheet/text.hpp"
#include "model/items/paired_row.hpp"

namespace goalsheet {
namespace {

using Strength = LabelReading::Strength;

// A label, or several that divide each other, and what stands behind it.
struct Entry {
    std::vector<std::uint32_t> labels;
    std::vector<std::uint32_t> values;  ///< cells from left to right, empty ones too
    std::uint32_t row = 0;
    bool years = false;  ///< labels of years over the values below
};

bool is_item_label(const LabelReading& reading) {
    return reading.field && (is_item_column(*reading.field) || *reading.field == FieldId::indicator ||
                             *reading.field == FieldId::item_number);
}

class BlockFinder {
public:
    BlockFinder(const LaidTable& table, std::uint32_t row, HeadingFinder& headings)
        : table_(table), row_(row), headings_(headings) {}

    LeftBlock find() {
        if (!begins_here()) return {};
        while (row_ + block_.rows < table_.grid().rows() && take_row(row_ + block_.rows)) ++block_.rows;
        if (take_years_below()) return std::move(block_);
        if (!holds_items()) return {};
        lay_out_cards();
        return std::move(block_);
    }

private:
    const LabelReading& reading(std::uint32_t cell) const { return headings_.labels().read(table_.text(cell).text); }
    bool is_th(std::uint32_t cell) const { return table_.grid().cells()[cell].cell->header; }

    bool begins_here() const {
        const auto cells = table_.filled_in(row_);
        if (cells.size() < 2 && !(cells.size() == 1 && reading(cells[0]).known())) return false;
        if (is_years_row(row_) || headings_.numbers_columns(table_, row_)) return true;
        if (!is_label(cells[0])) return false;
        const LabelReading& read = reading(cells[0]);
        if (!is_item_label(read))
            return is_th(cells[0]) && (is_side_label(read) || is_unknown_name(cells[0])) && goes_on();
        return read.strength >= (is_th(cells[0]) ? Strength::ending : Strength::whole);
    }

    // 計画番号, 予算額: the first of a card's labels. A section or a chapter in front of the items is the sheet's.
    static bool is_side_label(const LabelReading& read) {
        const bool side = read.field == FieldId::grade || read.field == FieldId::progress ||
                          read.field == FieldId::budget || read.field == FieldId::code || read.field == FieldId::period;
        return side && read.strength >= Strength::whole;
    }

    // チャレンジ1 | …, 行動名 | …: what no label tells is named where the others say how and how far. Several texts
    // beside it, as many as in the next row, are items side by side.
    bool is_unknown_name(std::uint32_t cell) const {
        constexpr std::size_t kLongest = 30;  // bytes
        const std::string folded = fold(table_.text(cell).text);
        if (folded.size() > kLongest || reading(cell).known()) return false;
        const std::size_t width = table_.filled_in(row_).size();
        if (width > 2) return row_ + 1 < table_.grid().rows() && table_.filled_in(row_ + 1).size() == width;
        const CodePoint last = decode_before(folded, folded.size());
        const bool numbered = digit_value(last.value) || circled_number(last.value);
        return numbered || folded.ends_with("名") || folded.ends_with("テーマ");
    }

    // The next rows have labels of items.
    bool goes_on() const {
        constexpr std::uint32_t kRowsLookedAt = 12;
        std::size_t labels = 0;
        const std::uint32_t end = std::min(table_.grid().rows(), row_ + kRowsLookedAt);
        for (std::uint32_t row = row_ + 1; row < end && labels < 2; ++row) {
            const auto cells = table_.filled_in(row);
            if (cells.empty()) continue;
            if (cells.size() < 2 || !is_label(cells[0]) || headings_.is_heading(table_, row)) return false;
            labels += is_item_label(reading(cells[0])) ? 1 : 0;
        }
        return labels == 2;
    }

    // `in_group`: behind a label that reaches over several rows, or below its empty cells in copied text.
    bool is_label(std::uint32_t cell, bool in_group = false) const {
        constexpr std::size_t kLongest = 150;
        const std::string& text = table_.text(cell).text;
        if (text.empty() || text.size() > kLongest || text.find("。") != std::string::npos) return false;
        if (is_th(cell)) return true;
        const LabelReading& read = reading(cell);
        if (read.strength == Strength::form) return true;
        // In a column of labels, a word that ends like one is one.
        const bool first = table_.grid().cells()[cell].column == 0 || in_group;
        return read.field && (read.strength == Strength::whole || first);
    }

    // Nothing, then years or where things stood before: the values below are one year's each.
    bool is_years_row(std::uint32_t row) const {
        const auto [first, last] = table_.grid().starting_in(row);
        std::size_t years = 0;
        bool begins = false;  // with a word for where things stood
        for (std::uint32_t cell = first; cell < last; ++cell) {
            if (table_.text(cell).empty()) continue;
            const LabelReading& read = reading(cell);
            const bool blank_column = table_.grid().cells()[cell].column == 0;
            if (read.only_year)
                ++years;
            else if (years == 0 && !begins && !blank_column && !read.field)
                begins = true;
            else if (read.field != FieldId::baseline && !read.start &&
                     !(blank_column && table_.text(cell).text.size() < 30))
                return false;
        }
        return years >= 2;
    }

    bool is_header_row(std::uint32_t row) const {
        const auto cells = table_.filled_in(row);
        if (cells.empty() || holds_column_of_items(row)) return false;
        const auto label = table_.label(cells[0]);
        return label && (is_header_field(*label) || is_notes_field(*label) || *label == FieldId::title);
    }

    // 担当課 with a section for each of the items that stand side by side.
    bool holds_column_of_items(std::uint32_t row) const {
        const auto cells = table_.filled_in(row);
        const auto label = table_.label(cells[0]);
        if (cells.size() < 3 || label != FieldId::department) return false;
        return std::none_of(cells.begin() + 1, cells.end(), [this](std::uint32_t cell) { return is_label(cell); });
    }

    // 年度 | 目標 | 実績 over a row a year, which name nothing: what stands above says whose they are.
    bool is_years_heading(std::uint32_t row) const {
        if (!headings_.is_heading(table_, row)) return false;
        const ItemHeading heading = headings_.read(table_, row, 0);
        return !heading.names_something() && begins_with_year(row + heading.rows);
    }

    bool begins_with_year(std::uint32_t row) const {
        if (row >= table_.grid().rows()) return false;
        const auto cells = table_.filled_in(row);
        if (cells.size() < 2 || table_.grid().cells()[cells[0]].column > 0) return false;
        const LabelReading& read = reading(cells[0]);
        return read.only_year || (read.start && table_.text(cells[0]).text.size() < 60);
    }

    bool take_years_below() {
        const std::uint32_t head = row_ + block_.rows;
        const bool named = std::any_of(entries_.begin(), entries_.end(), [this](const Entry& entry) {
            return !entry.labels.empty() && count_texts(entry) == 1 && names_items(reading(entry.labels[0]));
        });
        if (!named || head >= table_.grid().rows() || !is_years_heading(head)) return false;
        const std::uint32_t first = head + headings_.read(table_, head, 0).rows;
        std::uint32_t end = first;
        while (begins_with_year(end)) ++end;
        add_years_table(head, first, end);
        block_.rows = end - row_;
        return true;
    }

    // Each entry becomes a column behind the years.
    void add_years_table(std::uint32_t head, std::uint32_t first, std::uint32_t end) {
        Table joined = table_.table();
        joined.rows.clear();
        for (std::uint32_t row = head; row < end; ++row) {
            Row made;
            const auto [begin, last] = table_.grid().starting_in(row);
            for (std::uint32_t at = begin; at < last; ++at) {
                Cell cell = copy_of(at);
                cell.colspan = table_.grid().cells()[at].colspan;
                cell.rowspan = table_.grid().cells()[at].rowspan;
                made.cells.push_back(std::move(cell));
            }
            if (row == head) add_entries(made, first - head, true);
            if (row == first) add_entries(made, end - first, false);
            joined.rows.push_back(std::move(made));
        }
        block_.tables.push_back(std::make_unique<TurnedTable>(table_, std::move(joined)));
    }

    void add_entries(Row& row, std::uint32_t rows, bool labels) const {
        for (const Entry& entry : entries_) {
            Cell cell =
                labels ? copy_of(entry.labels.empty() ? Grid::kNone : entry.labels.back()) : joined_values(entry);
            cell.header = labels;
            cell.rowspan = rows;
            row.cells.push_back(std::move(cell));
        }
    }

    Cell copy_of(std::uint32_t cell) const {
        if (cell == Grid::kNone) return blank();
        Cell copy = *table_.grid().cells()[cell].cell;
        copy.colspan = 1;
        return copy;
    }

    Cell joined_values(const Entry& entry) const {
        Cell joined = blank();
        for (const std::uint32_t value : entry.values) {
            if (table_.text(value).empty()) continue;
            if (!joined.text.empty()) joined.text.append("\n");
            joined.text.append(table_.text(value));
        }
        return joined;
    }

    std::size_t count_texts(const Entry& entry) const {
        return static_cast<std::size_t>(std::count_if(entry.values.begin(), entry.values.end(),
                                                      [this](auto value) { return !table_.text(value).empty(); }));
    }

    static bool names_items(const LabelReading& read) {
        return read.field == FieldId::item || read.field == FieldId::action || read.field == FieldId::indicator ||
               (read.other == FieldId::indicator && read.field == FieldId::target);
    }

    bool take_row(std::uint32_t row) {
        const std::uint32_t at = block_.rows;
        if (at > 0 && headings_.is_heading(table_, row)) return false;
        if (table_.filled_in(row).empty()) return true;
        if (is_years_row(row)) {
            take_years(row);
            return true;
        }
        const std::uint32_t first = table_.grid().at(row, 0);
        if (is_header_row(row)) {
            // What the sheet says of itself may stand between; a new goal, or notes, end the block.
            const auto label = *table_.label(table_.filled_in(row)[0]);
            if (label == FieldId::goal || label == FieldId::title || is_notes_field(label) ||
                !entries_below_are_labelled(row + 1))
                return false;
            block_.header_rows.push_back(row);
            return true;
        }
        if (first == Grid::kNone) return false;
        if (table_.text(first).empty() ? !goes_on_with_group(row) : !is_label(first)) return false;
        return take_entries(row);
    }

    // Copied text: nothing below 計画, and beside it the next of its labels with a text.
    bool goes_on_with_group(std::uint32_t row) const {
        const auto cells = table_.filled_in(row);
        const bool grouped =
            std::any_of(entries_.begin(), entries_.end(), [](const Entry& entry) { return entry.labels.size() > 1; });
        return grouped && cells.size() >= 2 && table_.grid().cells()[cells[0]].column == 1 && is_label(cells[0], true);
    }

    bool entries_below_are_labelled(std::uint32_t row) const {
        for (; row < table_.grid().rows(); ++row) {
            const auto cells = table_.filled_in(row);
            if (cells.empty() || is_header_row(row)) continue;
            if (is_years_heading(row)) return true;
            return is_years_row(row) || (cells.size() > 1 && is_label(cells[0]) && is_item_label(reading(cells[0])) &&
                                         !headings_.is_heading(table_, row));
        }
        return false;
    }

    void take_years(std::uint32_t row) {
        Entry entry;
        entry.row = row;
        entry.years = true;
        const auto [first, last] = table_.grid().starting_in(row);
        for (std::uint32_t cell = first; cell < last; ++cell)
            if (table_.grid().cells()[cell].column > 0) entry.values.push_back(cell);
        entries_.push_back(std::move(entry));
    }

    // Labels and values by turns: one pair, or several in a row.
    bool take_entries(std::uint32_t row) {
        std::vector<Entry> found;
        std::uint32_t passed = Grid::kNone;
        bool in_group = false;
        const bool heads_values = is_label_over_items(row);
        const PairedRow pairs(table_, row_, row, [this](std::uint32_t cell) { return is_label(cell); });
        for (std::uint32_t column = 0; column < table_.grid().width_of(row); ++column) {
            const std::uint32_t cell = table_.grid().at(row, column);
            if (cell == Grid::kNone || cell == passed) continue;
            passed = cell;
            const bool from_above = table_.grid().cells()[cell].row < row;
            const bool value = heads_values && column > 0;
            const bool label = pairs.found()
                                   ? pairs.is_label(cell)
                                   : !table_.text(cell).empty() && !value && is_label(cell, in_group && column == 1);
            in_group = column == 0 && (table_.text(cell).empty() || table_.grid().cells()[cell].rowspan > 1);
            if (from_above && !label) continue;
            if (column == 1 && table_.text(cell).empty() && holds_labels_below(row)) continue;
            if (label && (found.empty() || !found.back().values.empty()))
                found.push_back({{cell}, {}, row, false});
            else if (label)
                found.back().labels.push_back(cell);
            else if (!found.empty() && !from_above)
                found.back().values.push_back(cell);
        }
        if (found.empty()) return false;
        // All labels and nothing said: the head of another table.
        const bool empty = std::all_of(found.begin(), found.end(), [](const Entry& e) { return e.values.empty(); });
        if (empty && found[0].labels.size() > 1) return false;
        for (Entry& entry : found) entries_.push_back(std::move(entry));
        return true;
    }

    // Copied text: a label over two columns leaves the second empty, where the rows below have labels.
    bool holds_labels_below(std::uint32_t row) const {
        const std::uint32_t below = row + 1 < table_.grid().rows() ? table_.grid().at(row + 1, 1) : Grid::kNone;
        return below != Grid::kNone && table_.grid().width_of(row + 1) > 2 && !table_.text(below).empty() &&
               reading(below).field && is_label(below, true);
    }

    // 番号 | 1 | 2 | 3, all marked up as headings: the others are what the first is the label of.
    bool is_label_over_items(std::uint32_t row) const {
        const auto cells = table_.filled_in(row);
        if (cells.size() < 2 || table_.grid().cells()[cells[0]].column > 0) return false;
        return std::all_of(cells.begin(), cells.end(), [this](std::uint32_t cell) { return is_th(cell); }) &&
               reading(cells[0]).field &&
               (headings_.numbers_columns(table_, row) ||
                std::none_of(cells.begin() + 1, cells.end(),
                             [this](std::uint32_t cell) { return reading(cell).known(); }));
    }

    bool holds_items() const {
        bool name = false;
        bool tells = false;
        bool plan = false;  // 年度計画 names what is done where another label says how far
        std::size_t known = 0;
        for (const Entry& entry : entries_)
            for (const std::uint32_t cell : entry.labels) {
                const LabelReading& read = reading(cell);
                known += read.field ? 1 : 0;
                name = name || read.field == FieldId::item || read.field == FieldId::action ||
                       read.field == FieldId::indicator;
                plan = plan || (read.field == FieldId::target && read.plan);
                tells = tells || (read.field == FieldId::target && !read.plan) || read.is_report();
            }
        return known >= 3 && tells && (name || plan);
    }

    std::string key_of(const Entry& entry) const {
        std::string key;
        for (const std::uint32_t cell : entry.labels) {
            key.append(fold(table_.text(cell).text));
            while (!key.empty() && key.back() >= '0' && key.back() <= '9') key.pop_back();
            key.append("\n");
        }
        return key;
    }

    // A label that comes again begins the next item.
    void lay_out_cards() {
        std::vector<std::vector<const Entry*>> cards;
        std::set<std::string> met;
        for (const Entry& entry : entries_) {
            const bool again = !entry.years && !met.insert(key_of(entry)).second;
            if (again && cards.back().size() > 1) {
                cards.emplace_back();
                met = {key_of(entry)};
            }
            if (cards.empty()) cards.emplace_back();
            cards.back().push_back(&entry);
        }
        for (auto& card : cards) {
            // Years have no label: in front, they cannot pass for a column that another label spans.
            std::stable_partition(card.begin(), card.end(), [](const Entry* entry) { return entry->years; });
            add_table(card);
        }
    }

    static Cell blank() { return Cell{}; }

    // Labels become the heading, level by level; the values below each other.
    void add_table(const std::vector<const Entry*>& card) {
        std::size_t levels = 1;
        for (const Entry* entry : card) levels = std::max(levels, entry->labels.size());
        std::uint32_t width = 1;
        for (const Entry* entry : card) {
            std::uint32_t own = 0;
            for (const std::uint32_t cell : entry->values) own += table_.grid().cells()[cell].colspan;
            const bool alone = entry->values.size() == 1;
            width = std::max(width, alone && !entry->years ? 1 : own);
        }
        Table turned = table_.table();
        turned.rows.assign(levels + width, Row{});
        for (const Entry* entry : card) {
            add_labels(*entry, levels, turned);
            add_values(*entry, levels, width, turned);
        }
        block_.tables.push_back(std::make_unique<TurnedTable>(table_, std::move(turned)));
    }

    void add_labels(const Entry& entry, std::size_t levels, Table& turned) const {
        for (std::size_t level = 0; level < levels; ++level) {
            Cell cell = blank();
            if (level < entry.labels.size()) {
                cell = *table_.grid().cells()[entry.labels[level]].cell;
                cell.colspan = 1;
                cell.rowspan = level + 1 == entry.labels.size() ? static_cast<std::uint32_t>(levels - level) : 1;
                cell.header = true;
            } else if (!entry.labels.empty()) {
                continue;  // the last label reaches down
            }
            turned.rows[level].cells.push_back(std::move(cell));
        }
    }

    void add_values(const Entry& entry, std::size_t levels, std::uint32_t width, Table& turned) const {
        std::uint32_t at = 0;
        for (const std::uint32_t value : entry.values) {
            if (at >= width) break;
            const GridCell& placed = table_.grid().cells()[value];
            Cell cell = *placed.cell;
            const bool alone = entry.values.size() == 1;
            const std::uint32_t span = std::min(alone ? width : placed.colspan, width - at);
            cell.colspan = 1;
            cell.rowspan = span;
            cell.header = false;
            turned.rows[levels + at].cells.push_back(std::move(cell));
            at += span;
        }
        for (; at < width; ++at) turned.rows[levels + at].cells.push_back(blank());
    }

    const LaidTable& table_;
    std::uint32_t row_;
    HeadingFinder& headings_;
    std::vector<Entry> entries_;
    LeftBlock block_;
};

}  // namespace

TurnedTable::TurnedTable(const LaidTable& source, Table turned)
    : table_(std::move(turned)), laid_(source.beside(table_)) {}

LeftBlock find_left_block(const LaidTable& table, std::uint32_t row, HeadingFinder& headings) {
    return BlockFinder(table, row, headings).find();
}

}  // namespace goalsheet
