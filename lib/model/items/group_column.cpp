// SPDX-License-Identifier: MIT
#include "model/items/group_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "goalsheet/text.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kGroupRowsLookedAt = 100;

class GroupFinder {
public:
    GroupFinder(const LaidTable& table, std::uint32_t row, ItemHeading& heading)
        : table_(table), row_(row), heading_(heading) {}

    void find() {
        const auto named = first_name();
        const auto group = named ? column_in_front(*named) : std::nullopt;
        if (!group || !holds_words(*group)) return;
        const FieldId names = *name_of(heading_.columns[*named]);
        if (names == FieldId::action && !heading_.has(FieldId::item) && may_group(*group))
            name_items(*group);
        else if (names == FieldId::item && !heading_.has(FieldId::action) && parts_items(*group, *named))
            name_items(*group, *named);
        else if (names == FieldId::indicator && is_goal_in_words(*group) && may_group(*group))
            name_items(*group);
    }

private:
    // 指標 may stand for the target, too.
    static std::optional<FieldId> name_of(const ItemColumn& column) {
        const bool names =
            column.field == FieldId::item || column.field == FieldId::action || column.field == FieldId::indicator;
        if (names) return column.field;
        const bool measures = column.field == FieldId::target && column.reading.other == FieldId::indicator;
        return measures ? std::optional(FieldId::indicator) : std::nullopt;
    }

    std::optional<std::uint32_t> first_name() const {
        for (std::uint32_t c = 0; c < heading_.columns.size(); ++c)
            if (name_of(heading_.columns[c])) return c;
        return std::nullopt;
    }

    // The next one on the left that does not only number.
    std::optional<std::uint32_t> column_in_front(std::uint32_t column) const {
        while (column > 0 && heading_.columns[column - 1].field == FieldId::item_number) --column;
        if (column == 0) return std::nullopt;
        const ItemColumn& found = heading_.columns[column - 1];
        const bool plain = !found.field || (found.extra() && found.role == ExtraRole::other) ||
                           (found.field == FieldId::target && found.reading.strength != LabelReading::Strength::form);
        if (!plain || found.series || found.of_form || found.reading.foreign || found.reading.year != 0)
            return std::nullopt;
        // One label over several columns is the first's.
        --column;
        while (column > 0 && heading_.columns[column - 1].label == found.label) --column;
        return column;
    }

    bool holds_words(std::uint32_t column) const {
        const ColumnContent content = look_at_column(table_, row_, column);
        return content.texts > 0 && content.figures == 0 && content.words * 10 >= content.texts * 8 &&
               content.dates * 2 < content.texts && !are_short(column);
    }

    template <class Look>
    void each_cell(std::uint32_t column, Look look) const {
        const std::uint32_t end = std::min(table_.grid().rows(), row_ + kGroupRowsLookedAt);
        for (std::uint32_t row = row_; row < end; ++row) {
            const std::uint32_t cell = table_.grid().at(row, column);
            if (cell == Grid::kNone || table_.text(cell).empty()) continue;
            const GridCell& placed = table_.grid().cells()[cell];
            if (placed.row == row && placed.column <= column) look(placed, table_.text(cell).text);
        }
    }

    // 新規, 継続: a kind, and no name.
    bool are_short(std::uint32_t column) const {
        constexpr std::size_t kFewest = 4;  // characters of a name
        std::size_t texts = 0;
        std::size_t names = 0;
        each_cell(column, [&](const GridCell&, const std::string& text) {
            ++texts;
            names += count_code_points(text) >= kFewest ? 1 : 0;
        });
        return names * 2 <= texts;
    }

    bool reaches_down(std::uint32_t column) const {
        bool reaches = false;
        each_cell(column, [&](const GridCell& cell, const std::string&) { reaches = reaches || cell.rowspan > 1; });
        return reaches;
    }

    bool differ(std::uint32_t column) const {
        std::set<std::string> met;
        bool all = true;
        each_cell(column, [&](const GridCell&, const std::string& text) { all = met.insert(text).second && all; });
        return all;
    }

    bool may_group(std::uint32_t column) const { return reaches_down(column) && differ(column); }

    // 力を入れること | 具体的な取組, the first over several of the second.
    bool parts_items(std::uint32_t group, std::uint32_t named) const {
        if (!may_group(group) || reaches_down(named)) return false;
        return !heading_.columns[group].field || numbers_begin_again(group, named);
    }

    // (1) … (2) … beside the one text, (1) … beside the next.
    bool numbers_begin_again(std::uint32_t group, std::uint32_t named) const {
        std::size_t groups = 0;
        bool again = true;
        each_cell(group, [&](const GridCell& cell, const std::string&) {
            for (std::uint32_t r = cell.row; r < cell.row + cell.rowspan; ++r) {
                const std::uint32_t beside = table_.grid().at(r, named);
                if (beside == Grid::kNone || table_.text(beside).empty()) continue;
                const auto number = leading_number(table_.text(beside).text);
                again = again && number && number->bracketed() && number->number == static_cast<int>(r - cell.row) + 1;
            }
            ++groups;
        });
        return again && groups > 1;
    }

    // 環境目標 over 温室効果ガスを減らす, beside an indicator with a figure to reach.
    bool is_goal_in_words(std::uint32_t group) const {
        const ItemColumn& column = heading_.columns[group];
        if (column.field != FieldId::target || !column.unit.empty()) return false;
        return std::any_of(heading_.columns.begin(), heading_.columns.end(), [&](const ItemColumn& other) {
            return other.field == FieldId::target && !name_of(other) && other.label.text != column.label.text;
        });
    }

    void name_items(std::uint32_t group, std::optional<std::uint32_t> measures = std::nullopt) {
        const SourcedText label = heading_.columns[group].label;
        const bool unknown = !heading_.columns[group].field;
        for (ItemColumn& column : heading_.columns) {
            if (measures && column.field == FieldId::item) column.field = FieldId::action;
            if (column.label.text == label.text && &column >= &heading_.columns[group] && !column.series)
                column.field = FieldId::item;
        }
        const std::size_t words = look_at_column(table_, row_, group).words;
        heading_.remarks.push_back({unknown ? remark::kColumnInferred : remark::kLabelReasoned, label,
                                    fmt::format("item: {} cells are words over what is done", words)});
    }

    const LaidTable& table_;
    std::uint32_t row_;
    ItemHeading& heading_;
};

}  // namespace

void name_by_group(const LaidTable& table, std::uint32_t row, ItemHeading& heading) {
    GroupFinder(table, row, heading).find();
}

}  // namespace goalsheet
