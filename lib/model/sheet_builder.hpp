// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "model/item_builder.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {

/// Collects the rows of one sheet, from one table or several, and makes the Sheet of them.
class SheetBuilder {
public:
    explicit SheetBuilder(const Form& form) : form_(&form) {}

    /// A new table begins: columns of the one before do not hold in it.
    void begin_table(const LaidTable& table);
    /// Takes in a row of the table begun last; returns how many rows it used (a heading of two rows, labels above their
    /// values).
    std::uint32_t add_row(const LaidTable& table, std::uint32_t row);

    /// This row begins another sheet: the label of a goal, or the form's title, where this sheet already has one.
    bool another_begins(const LaidTable& table, std::uint32_t row) const;
    /// This table belongs to another sheet: it has header labels that this sheet already has.
    bool another_begins(const LaidTable& table) const;
    bool empty() const { return seen_.empty() && sheet_.unplaced.empty(); }

    void set_fiscal_year(const SourcedText& words);
    void take_remarks(const std::vector<Remark>& remarks);
    Sheet finish();

private:
    struct Current {
        std::optional<FieldId> field;
        std::string label;  ///< as written
        bool has_value = false;
    };

    bool is_item_heading(const LaidTable& table, std::uint32_t row) const;
    bool is_header_row(const LaidTable& table, std::uint32_t row) const;
    bool is_row_of_labels(const LaidTable& table, std::uint32_t row) const;
    bool is_label_over_text(const LaidTable& table, std::uint32_t row) const;
    bool is_title_row(const LaidTable& table, std::uint32_t row) const;

    std::uint32_t add_item_heading(const LaidTable& table, std::uint32_t row);
    bool divides_heading(const LaidTable& table, std::uint32_t row) const;
    void set_columns(const LaidTable& table, std::uint32_t row);
    bool holds_numbers(const LaidTable& table, std::uint32_t row) const;
    void find_number_column(const LaidTable& table, std::uint32_t row);
    void note_missing_columns(const LaidTable& table, std::uint32_t row);
    void add_labels_above_values(const LaidTable& table, std::uint32_t row);
    std::uint32_t add_sdg_choices(const LaidTable& table, std::uint32_t row);
    void add_header_row(const LaidTable& table, std::uint32_t row);
    void add_header_cell(const LaidTable& table, std::uint32_t cell, bool first, bool alone, Current& current);
    bool holds_its_text(const LaidTable& table, std::uint32_t cell) const;
    void begin_label(const LaidTable& table, std::uint32_t cell, FieldId field, Current& current);
    SourcedText* text_of_field(FieldId field);
    void mark_missing(const SourcedText& text, Current& current);
    void begin_unknown_label(const SourcedText& text, Current& current);
    bool take_labelled_text(const SourcedText& text, Current& current);
    void assign(Current& current, const SourcedText& text, const std::string& address);
    void assign_single(SourcedText& to, Current& current, const SourcedText& text, const std::string& address);
    void assign_priority(Current& current, const SourcedText& text, const std::string& address);
    void note_duplicate(FieldId field, const SourcedText& text);

    struct ItemNumber {
        LeadingNumber number;
        const SourcedText* cell;
        bool own_column;
    };
    const SourcedText* text_under(const LaidTable& table, std::uint32_t row, FieldId field) const;
    std::optional<ItemNumber> find_item_number(const LaidTable& table, std::uint32_t row) const;
    bool goes_on_with_measure(const SourcedText& text) const;
    bool begins_measures(const SourcedText& text) const;
    bool find_item(const LaidTable& table, std::uint32_t row);
    bool add_title_across(const LaidTable& table, std::uint32_t row);
    void add_item_row(const LaidTable& table, std::uint32_t row);
    void add_item_cell(const LaidTable& table, std::uint32_t cell, std::size_t item_row);
    bool fits_columns(const LaidTable& table, std::uint32_t row) const;
    std::set<std::optional<FieldId>> fields_under(const GridCell& cell) const;
    std::optional<FieldId> field_under(const GridCell& cell) const;
    bool goes_on(const LaidTable& table, std::uint32_t row) const;
    void open_item(int number, SourcedText number_text);
    void close_item();
    void unplace_row(const LaidTable& table, std::uint32_t row);
    void unplace(const SourcedText& text, const std::string& label, const std::string& address);
    void unplace_aside(const LaidTable& table, std::uint32_t row);
    void unplace_aside(const Cell& cell, const std::string& address);
    void note_shape(const LaidTable& table, std::uint32_t row);
    bool is_unplaced_title(const LaidTable& table, std::uint32_t row) const;
    void add_unplaced_row(const LaidTable& table, std::uint32_t row);
    void merge_unplaced();

    const Form* form_;
    Sheet sheet_;
    std::set<FieldId> seen_;
    bool has_title_ = false;
    bool in_items_ = false;
    std::vector<std::optional<FieldId>> columns_;
    std::vector<std::string> column_labels_;
    std::uint32_t heading_width_ = 0;
    bool numbered_column_ = false;
    std::optional<ItemRows> item_;
    std::set<int> measure_numbers_;  ///< (1) (2) … of the open item
    int last_number_ = 0;
    std::optional<LeadingNumber::Kind> item_kind_;  ///< how numbers inside item cells are written
    std::uint32_t item_row_ = 0;                    ///< grid row of the open item's first row
    bool labels_noted_ = false;
    bool in_unplaced_ = false;
    std::vector<std::uint32_t> unplaced_columns_;
    std::vector<Unplaced> unplaced_before_;  ///< what an earlier reading could not place, as our print sheets list it
};

}  // namespace goalsheet
