// SPDX-License-Identifier: MIT
#include "model/arrange/join_tables.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/grid.hpp"
#include "goalsheet/text.hpp"
#include "model/arrange/nested_tables.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

bool holds_tables(const Table& table) {
    return std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.tables.empty(); });
    });
}

bool has_rows(const Table& table) {
    return !table.hidden && !table.nested && table.rows.size() > 1 && !table.rows[0].cells.empty();
}

bool may_join(const Table& first, const Table& second) {
    if (!has_rows(first) || !has_rows(second)) return false;
    const std::string& key = second.rows[0].cells[0].text.text;
    const auto& labels = first.rows[0].cells;
    return !key.empty() &&
           std::any_of(labels.begin(), labels.end(), [&](const Cell& cell) { return cell.text.text == key; });
}

const std::string& text_at(const Grid& grid, std::uint32_t row, std::uint32_t column) {
    static const std::string kNothing;
    const std::uint32_t cell = grid.at(row, column);
    return cell == Grid::kNone ? kNothing : grid.cells()[cell].cell->text.text;
}

/// The rows of the first table that those of the second go on with.
class Pair {
public:
    Pair(const Table& first, const Table& second, LabelReader& labels)
        : first_(lay_out(first)), second_(lay_out(second)), labels_(labels) {}

    /// `timed`: a heading over the second table says which report it is.
    bool belong_together(bool timed) {
        constexpr std::uint32_t kMostColumns = 64;
        if (first_.cut() || second_.cut() || first_.columns() > kMostColumns || !is_plain(second_)) return false;
        return find_key() && match_rows() && tells_more(timed);
    }

    /// The first table with the columns of the second. `over`: what stands above these, if it says a time.
    Table join(const Table& first, const Table& second, const SourcedText& over) const {
        Table joined = first;
        const std::uint32_t levels = over.empty() ? heading_rows_ : std::max<std::uint32_t>(heading_rows_, 2);
        if (levels > heading_rows_) deepen_heading(joined);
        add_heading(joined, second.rows[0], over, levels);
        const std::uint32_t more = levels - heading_rows_;
        for (const auto& [row, own] : rows_) {
            const std::uint32_t key = first_.at(own, key_column_);
            add_cells(joined.rows[own + more], second.rows[row], 1, first_.cells()[key].rowspan);
        }
        return joined;
    }

private:
    static bool is_plain(const Grid& grid) {
        return std::all_of(grid.cells().begin(), grid.cells().end(),
                           [](const GridCell& cell) { return cell.rowspan == 1 && cell.colspan == 1; });
    }

    bool find_key() {
        const std::string key = fold(text_at(second_, 0, 0));
        if (key.empty() || !labels_.read(text_at(second_, 0, 0)).field) return false;
        for (std::uint32_t column = 0; column < first_.columns(); ++column) {
            const std::uint32_t cell = first_.at(0, column);
            if (cell == Grid::kNone || first_.cells()[cell].colspan > 1 || fold(text_at(first_, 0, column)) != key)
                continue;
            key_column_ = column;
            heading_rows_ = first_.cells()[cell].rowspan;
            return true;
        }
        return false;
    }

    // One to one, whatever their order.
    bool match_rows() {
        std::map<std::string, std::uint32_t> own;
        for (std::uint32_t row = heading_rows_; row < first_.rows(); ++row) {
            const std::uint32_t cell = first_.at(row, key_column_);
            if (cell == Grid::kNone || first_.cells()[cell].row != row) continue;
            const std::string key = fold(text_at(first_, row, key_column_));
            if (key.empty() || !own.emplace(key, row).second) return false;
        }
        std::set<std::uint32_t> met;
        for (std::uint32_t row = 1; row < second_.rows(); ++row) {
            const auto found = own.find(fold(text_at(second_, row, 0)));
            if (found == own.end() || !met.insert(found->second).second) return false;
            rows_.emplace_back(row, found->second);
        }
        return !rows_.empty() && rows_.size() == own.size();
    }

    // A report, a grade or a target that the first table lacks, and no other name for the rows.
    bool tells_more(bool timed) {
        std::set<FieldId> own;
        for (std::uint32_t row = 0; row < heading_rows_; ++row)
            for (std::uint32_t column = 0; column < first_.columns(); ++column) add_field(first_, row, column, own);
        std::set<FieldId> other;
        for (std::uint32_t column = 1; column < second_.columns(); ++column) add_field(second_, 0, column, other);
        if (foreign_ || other.contains(FieldId::item) || other.contains(FieldId::action)) return false;
        const auto repeats = [&](FieldId field) {
            const bool report = field == FieldId::midterm || field == FieldId::final;
            return is_item_column(field) && own.contains(field) && !(timed && report);
        };
        if (std::any_of(other.begin(), other.end(), repeats)) return false;
        return std::any_of(other.begin(), other.end(), [](FieldId field) {
            return field == FieldId::final || field == FieldId::midterm || field == FieldId::target ||
                   field == FieldId::grade || field == FieldId::progress;
        });
    }

    void add_field(const Grid& grid, std::uint32_t row, std::uint32_t column, std::set<FieldId>& fields) {
        const LabelReading& reading = labels_.read(text_at(grid, row, column));
        foreign_ = foreign_ || reading.foreign;
        if (reading.field) fields.insert(*reading.field);
    }

    static void deepen_heading(Table& table) {
        for (Cell& cell : table.rows[0].cells) cell.rowspan = 2;
        Row below;
        below.group = table.rows[0].group;
        table.rows.insert(table.rows.begin() + 1, std::move(below));
    }

    static void add_heading(Table& table, const Row& labels, const SourcedText& over, std::uint32_t levels) {
        if (over.empty()) return add_cells(table.rows[0], labels, 1, levels);
        Cell above;
        above.text = over;
        above.header = true;
        above.colspan = static_cast<std::uint32_t>(labels.cells.size() - 1);
        table.rows[0].cells.push_back(std::move(above));
        add_cells(table.rows[1], labels, 1, levels - 1);
    }

    static void add_cells(Row& row, const Row& from, std::size_t first, std::uint32_t rowspan) {
        for (std::size_t i = first; i < from.cells.size(); ++i) {
            row.cells.push_back(from.cells[i]);
            row.cells.back().rowspan = rowspan;
        }
    }

    const Grid first_;
    const Grid second_;
    LabelReader& labels_;
    std::uint32_t key_column_ = 0;
    std::uint32_t heading_rows_ = 1;
    bool foreign_ = false;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_;  ///< of the second table, with those of the first
};

// 2　期末の振り返り, 中間報告: a heading that says which report the table below is.
SourcedText time_in_heading(const Table& table, LabelReader& labels) {
    for (auto line = table.before.rbegin(); line != table.before.rend(); ++line) {
        if (line->kind != OutsideLine::Kind::heading) continue;
        const auto number = leading_number(line->text.text);
        const std::size_t begin = number && number->length < line->text.text.size() ? number->length : 0;
        const LabelReading& reading = labels.read(std::string(trim(std::string_view(line->text.text).substr(begin))));
        return reading.period != LabelReading::Period::none ? line->text : SourcedText();
    }
    return {};
}

class Joiner {
public:
    Joiner(const Page& page, LabelReader& labels) : page_(page), labels_(labels) {}

    std::optional<Page> join() {
        if (std::adjacent_find(page_.tables.begin(), page_.tables.end(), may_join) == page_.tables.end())
            return std::nullopt;
        std::vector<Table> tables;  // none before two are joined: few pages have any
        std::vector<std::size_t> now_at;
        for (auto table = page_.tables.begin(); table != page_.tables.end(); ++table) {
            const auto before = static_cast<std::size_t>(table - page_.tables.begin());
            const Table* first = !tables.empty() ? &tables.back() : before > 0 ? &*std::prev(table) : nullptr;
            std::optional<Table> joined = first ? join_with(*first, *table) : std::nullopt;
            if (joined && tables.empty()) tables.assign(page_.tables.begin(), table);
            if (joined)
                tables.back() = *std::move(joined);
            else if (!tables.empty())
                tables.push_back(*table);
            now_at.push_back(tables.empty() ? before : tables.size() - 1);
        }
        if (tables.empty()) return std::nullopt;
        renumber_nested(tables, now_at);
        Page joined = page_;
        joined.tables = std::move(tables);
        return joined;
    }

private:
    std::optional<Table> join_with(const Table& first, const Table& second) const {
        if (!may_join(first, second) || holds_tables(first) || holds_tables(second)) return std::nullopt;
        const SourcedText over = time_in_heading(second, labels_);
        Pair pair(first, second, labels_);
        if (!pair.belong_together(!over.empty())) return std::nullopt;
        Table joined = pair.join(first, second, over);
        keep_words(second, over, joined);
        return joined;
    }

    // What stood around the second table stands behind the joined one.
    static void keep_words(const Table& second, const SourcedText& over, Table& joined) {
        const auto add = [&](const SourcedText& line) {
            const bool known = std::any_of(joined.following.begin(), joined.following.end(), [&](const auto& one) {
                return one == line && one.source_of() == line.source_of();
            });
            if (!line.empty() && !known && !(line == over)) joined.following.push_back(line);
        };
        for (const OutsideLine& line : second.before) add(line.text);
        add(second.caption);
        for (const SourcedText& line : second.following) add(line);
        for (const SourcedText& hidden : second.hidden_texts) joined.hidden_texts.push_back(hidden);
        joined.remarks.insert(joined.remarks.end(), second.remarks.begin(), second.remarks.end());
    }

    const Page& page_;
    LabelReader& labels_;
};

}  // namespace

std::optional<Page> join_tables(const Page& page, LabelReader& labels) { return Joiner(page, labels).join(); }

}  // namespace goalsheet
