// SPDX-License-Identifier: MIT
#include "model/nested_sheets.hpp"

#include <algorithm>
#include <set>

namespace goalsheet {
namespace {

/// What the labels of a table say it is, without the tables nested in it.
struct Traits {
    bool goal = false;
    bool header = false;  ///< labels of a header block, as many as make a sheet
    bool items = false;   ///< a row that is a heading of items
    bool notes = false;

    bool begins_sheet() const { return goal && (header || items); }
    bool goes_on_with_items() const { return items && !goal; }
    bool goes_on_with_notes() const { return notes && !goal && !items; }
};

class Finder {
public:
    Finder(const Page& page, const Form& form, LabelMemo& labels)
        : page_(page), form_(form), labels_(labels), inner_(page.tables.size(), false) {}

    std::vector<bool> find() {
        for (std::size_t i = 0; i < page_.tables.size(); ++i)
            if (!page_.tables[i].nested && has_tables(page_.tables[i])) visit(i, traits_of(page_.tables[i]));
        return std::move(inner_);
    }

private:
    static bool has_tables(const Table& table) {
        return std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
            return std::any_of(row.cells.begin(), row.cells.end(),
                               [](const Cell& cell) { return !cell.tables.empty(); });
        });
    }

    Traits traits_of(const Table& table) const {
        constexpr std::size_t kEnough = 3;
        Traits traits;
        std::set<FieldId> header;
        for (const Row& row : table.rows) {
            std::set<FieldId> columns;
            for (const Cell& cell : row.cells) {
                const auto label = labels_.match_cell(cell.text.text);
                traits.notes = traits.notes || label == FieldId::notes || form_.match_notes_heading(cell.text.text);
                if (label && is_header_field(*label)) header.insert(*label);
                if (label && is_item_column(*label)) columns.insert(*label);
            }
            traits.items = traits.items || columns.size() >= kEnough;
        }
        traits.goal = header.contains(FieldId::goal);
        traits.header = header.size() >= kEnough;
        return traits;
    }

    // Recursion is bounded by the depth of elements that the reader keeps.
    void visit(std::size_t outer, const Traits& traits) {
        bool lacks_items = traits.begins_sheet() && !traits.items;
        for (const Row& row : page_.tables[outer].rows)
            for (const Cell& cell : row.cells)
                if (!cell.tables.empty()) visit_cell(cell, lacks_items);
    }

    void visit_cell(const Cell& cell, bool& lacks_items) {
        std::vector<Traits> traits;
        for (const std::size_t inner : cell.tables)
            traits.push_back(page_.tables[inner].hidden ? Traits{} : traits_of(page_.tables[inner]));
        bool in_sheet = false;
        for (std::size_t i = 0; i < traits.size(); ++i) {
            if (traits[i].begins_sheet() && items_follow(traits, i)) {
                lacks_items = !traits[i].items;
                in_sheet = inner_[cell.tables[i]] = true;
            } else if (lacks_items && traits[i].goes_on_with_items()) {
                lacks_items = false;
                in_sheet = inner_[cell.tables[i]] = true;
            } else if (in_sheet && traits[i].goes_on_with_notes()) {
                inner_[cell.tables[i]] = true;
            }
            visit(cell.tables[i], traits[i]);
        }
    }

    // In the same table, or in one behind it in the cell and before the next sheet.
    static bool items_follow(const std::vector<Traits>& traits, std::size_t begin) {
        if (traits[begin].items) return true;
        for (std::size_t i = begin + 1; i < traits.size() && !traits[i].goal; ++i)
            if (traits[i].items) return true;
        return false;
    }

    const Page& page_;
    const Form& form_;
    LabelMemo& labels_;
    std::vector<bool> inner_;
};

}  // namespace

std::vector<bool> find_inner_sheets(const Page& page, const Form& form, LabelMemo& labels) {
    return Finder(page, form, labels).find();
}

}  // namespace goalsheet
