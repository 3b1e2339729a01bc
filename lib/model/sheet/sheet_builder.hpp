// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "model/heading_finder.hpp"
#include "model/item_builder.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {

/// Collects the rows of one sheet, from one table or several, and makes the Sheet of them.
class SheetBuilder {
public:
    SheetBuilder(const Form& form, HeadingFinder& headings) : form_(&form), headings_(&headings) {}

    /// A new table begins: columns of the one before do not hold in it.
    void begin_table(const LaidTable& table);
    /// Takes in a row of the table begun last; returns how many rows it used (a heading of two rows, labels above their
    /// values).
    std::uint32_t add_row(const LaidTable& table, std::uint32_t row);

    /// This row begins another sheet: the label of a goal, or the form's title, where this sheet already has one.
    bool another_begins(const LaidTable& table, std::uint32_t row) const;
    /// This table belongs to another sheet: it has header labels that this sheet already has.
    bool another_begins(const LaidTable& table) const;
    /// This row has another goal in a column of goals. The next sheet keeps the heading.
    bool another_goal_begins(const LaidTable& table, std::uint32_t row) const;
    SheetBuilder begin_next_goal() const;
    bool empty() const { return seen_.empty() && sheet_.unplaced.empty(); }

    bool has(FieldId field) const { return seen_.contains(field); }
    bool has_items() const { return item_ || !sheet_.items.empty(); }
    /// The table has the label of what this sheet is about, for the next one.
    bool says_again(const LaidTable& table) const;
    bool in_items() const { return in_items_; }
    const SourcedText& goal() const { return sheet_.goal; }
    const SourcedText& department() const { return sheet_.department; }
    /// The year of the words around the tables, for columns of years; 0: none is known.
    void set_year_hint(int year) { year_hint_ = year; }
    /// A field whose label and text stood outside of the tables.
    void add_outside(FieldId field, const SourcedText& label, const SourcedText& text);
    void set_fiscal_year(const SourcedText& words);
    void set_department(const SourcedText& name) { sheet_.department = name; }
    void set_goal(const SourcedText& goal, const Remark& why);
    /// This line of a table has become a field: it is no longer unplaced.
    void use_line(const SourcedText& line);
    /// The heading over the table just read names its one item; what stood for a title there says how. False where
    /// there are several, or none.
    bool name_item(const SourcedText& name);
    /// Likewise, and only where the item has no title.
    bool name_untitled_item(const SourcedText& name);
    /// The next table is one of the cards below the heading of the goal: its section is none of the sheet's.
    void set_below_goal(bool below) { below_goal_ = below; }
    void take_remarks(const std::vector<Remark>& remarks);
    Sheet finish();

private:
    struct Current {
        std::optional<FieldId> field;
        std::string label;  ///< as written
        bool has_value = false;
        std::optional<Extra> extra = {};  ///< what has a label but no field
        SourcedText unknown = {};         ///< the label, where no form knows it and no text has followed yet
    };
    void keep_unknown(const Current& current);

    bool is_header_row(const LaidTable& table, std::uint32_t row) const;
    bool is_row_of_labels(const LaidTable& table, std::uint32_t row) const;
    bool is_label_over_text(const LaidTable& table, std::uint32_t row) const;
    bool is_unknown_label_over_text(const LaidTable& table, std::uint32_t row) const;
    bool heads_columns(const LaidTable& table, std::uint32_t row) const;
    bool stands_in_columns(const LaidTable& table, std::uint32_t row, std::uint32_t width) const;
    std::uint32_t add_labelled_columns(const LaidTable& table, std::uint32_t row);
    void add_labelled_row(const LaidTable& table, std::uint32_t heading, std::uint32_t row);
    bool is_title_row(const LaidTable& table, std::uint32_t row) const;

    std::uint32_t add_item_heading(const LaidTable& table, std::uint32_t row);
    bool is_section_of_card(const LaidTable& table, std::uint32_t row) const;
    void add_section_of_card(const LaidTable& table, std::uint32_t row);
    std::uint32_t add_left_block(const LaidTable& table, std::uint32_t row);
    bool is_closing_row(const LaidTable& table, std::uint32_t row) const;
    void note_unknown_columns();
    void find_kind_column(const LaidTable& table, std::uint32_t row);
    ItemColumn column_in_row(const LaidTable& table, const GridCell& placed) const;
    void choose_year(const LaidTable& table, std::uint32_t row);
    int own_year() const;
    void find_key_column(const LaidTable& table, std::uint32_t row);
    bool has_column(FieldId field) const;
    bool holds_codes(const LaidTable& table, std::uint32_t row, std::uint32_t column) const;
    bool holds_numbers(const LaidTable& table, std::uint32_t row, std::uint32_t column) const;
    void find_number_column(const LaidTable& table, std::uint32_t row);
    void note_missing_columns(const LaidTable& table, std::uint32_t row);
    void add_labels_above_values(const LaidTable& table, std::uint32_t row);
    std::uint32_t add_sdg_choices(const LaidTable& table, std::uint32_t row);
    void add_header_row(const LaidTable& table, std::uint32_t row);
    void add_header_cell(const LaidTable& table, std::uint32_t cell, bool first, bool alone, Current& current);
    bool holds_its_text(const LaidTable& table, std::uint32_t cell) const;
    void begin_label(const LaidTable& table, std::uint32_t cell, FieldId field, Current& current);
    static void append_lines(SourcedText& to, const SourcedText& text);
    SourcedText* text_of_field(FieldId field);
    void mark_missing(const SourcedText& text, Current& current);
    bool begins_another_pair(const LaidTable& table, std::uint32_t cell, const Current& current) const;
    std::optional<FieldId> reasoned_header_field(const LabelReading& reading) const;
    void begin_field(const SourcedText& text, FieldId field, Current& current);
    void name_by_subject();
    void begin_unknown_label(const SourcedText& text, Current& current);
    bool take_labelled_text(const SourcedText& text, Current& current);
    void assign(Current& current, const SourcedText& text, const std::string& address);
    void assign_field(Current& current, const SourcedText& text, const std::string& address);
    void assign_single(SourcedText& to, Current& current, const SourcedText& text, const std::string& address);
    void assign_department(Current& current, const SourcedText& text, const std::string& address);
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
    bool brackets_number_items(const LaidTable& table, std::uint32_t row) const;
    bool numbers_part_cells(const LaidTable& table, std::uint32_t row, const SourcedText& item) const;
    bool has_target(const LaidTable& table, std::uint32_t row) const;
    bool action_goes_on(const LaidTable& table, std::uint32_t row) const;
    void take_goal(const LaidTable& table, std::uint32_t row);
    bool names_something(const LaidTable& table, std::uint32_t row) const;
    bool goes_on_in_kind(const LaidTable& table, std::uint32_t row) const;
    bool goes_on_in_kind_or_year(const LaidTable& table, std::uint32_t row);
    void add_known_cell(const LaidTable& table, const GridCell& placed, ItemCell cell);
    void key_cell(const LaidTable& table, const GridCell& placed, ItemCell& cell);
    bool find_item(const LaidTable& table, std::uint32_t row);
    bool add_title_across(const LaidTable& table, std::uint32_t row);
    void add_item_row(const LaidTable& table, std::uint32_t row);
    void note_labels();
    void take_shared_cells(const LaidTable& table, std::uint32_t row);
    void add_item_cell(const LaidTable& table, std::uint32_t cell, std::size_t item_row);
    bool fits_columns(const LaidTable& table, std::uint32_t row) const;
    std::set<FieldId> fields_under(const GridCell& cell) const;
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

    /// What the header block says the sheet is about, where it may be the goal.
    struct Subject {
        SourcedText text;
        std::string label;
        std::string address;
        std::size_t unplaced_at = 0;
    };

    const Form* form_;
    HeadingFinder* headings_;
    std::optional<Subject> subject_;
    std::size_t items_before_ = 0;  ///< the table that is read
    int year_hint_ = 0;
    int table_year_ = 0;  ///< the year of target and report where nothing else says it
    Sheet sheet_;
    std::set<FieldId> seen_;
    bool has_title_ = false;
    bool in_items_ = false;
    bool below_goal_ = false;  ///< each table has an item, and the sheet's goal stands above them
    std::vector<ItemColumn> columns_;
    std::optional<std::uint32_t> key_column_;   ///< holds the year of each row
    std::optional<std::uint32_t> kind_column_;  ///< holds what each row is, 目標 or 実績, beside columns of years
    SourcedText goal_cell_;                     ///< the goal as its column has it
    std::uint32_t heading_width_ = 0;
    bool numbered_column_ = false;
    bool bracketed_items_ = false;  ///< (1) (2) … number the items themselves
    std::optional<ItemRows> item_;
    std::set<std::string> keys_met_;  ///< kinds or years of the item's last row
    std::set<int> measure_numbers_;   ///< (1) (2) … of the open item
    int last_number_ = 0;
    std::optional<LeadingNumber::Kind> item_kind_;  ///< how numbers inside item cells are written
    std::uint32_t item_row_ = 0;                    ///< grid row of the open item's first row
    std::uint32_t first_item_row_ = 0;              ///< below the heading of the items
    bool labels_noted_ = false;
    bool in_unplaced_ = false;
    std::vector<std::uint32_t> unplaced_columns_;
    std::vector<Unplaced> unplaced_before_;  ///< what an earlier reading could not place, as our print sheets list it
};

}  // namespace goalsheet
