// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/heading_finder.hpp"
#include "model/interpret.hpp"
#include "model/labelled_grid.hpp"
#include "model/published_layout.hpp"
#include "model/sheet/around_sheet.hpp"
#include "model/sheet/outside_names.hpp"
#include "model/sheet/sheet_builder.hpp"
#include "model/table_judge.hpp"
#include "model/words_before.hpp"

namespace goalsheet {

/// Goes through the tables of a page and makes its Documents.
class Interpreter {
public:
    Interpreter(const Page& page, const Form& form, const InterpretOptions& options, LabelReader& readings);
    std::vector<Document> interpret();

private:
    void mark_nested(std::size_t index, std::vector<bool>& inside);
    void close_document();
    bool add_published(const LaidTable& table);
    void add_table(std::size_t index, std::vector<bool>& inside);
    void add_with_appendix(std::size_t index, TableAppendix appendix, std::vector<bool>& inside);
    void add_laid(std::unique_ptr<LaidTable> laid, std::size_t index, std::vector<bool>& inside);
    bool is_title(const SourcedText& text) const;
    bool is_under_title(const Table& table) const;
    void hold(std::unique_ptr<LaidTable> laid, TableKind kind);
    bool is_next_section(const LaidTable& laid);
    void keep_fields_of_layout(const LaidTable& laid);
    void release_held(const LaidTable& items);
    bool begins_next(const LaidTable& table) const;
    void settle_held();

    struct Held {
        std::unique_ptr<LaidTable> laid;
        TableKind kind;
        bool below_heading;
    };

    void add_alone(const Held& one);
    void end_with(const Held& one);
    void add_held(const LaidTable& table);
    void take_table(const LaidTable& table, bool left_out);
    void begin_or_go_on(const LaidTable& laid);
    bool begins_by_form(const SourcedText& heading) const;
    OutsideWords words_before(const Table& table);
    HeadingsAbove headings_above(const LaidTable& laid, const OutsideWords& words);
    bool goes_on_with_notes(const LaidTable& table) const;
    void add_rows(const LaidTable& table);
    void name_item_by_heading();
    void take_line(const LaidTable& table, std::uint32_t row);
    bool take_fields_of_line(const SourcedText& line);
    bool head_follows_again(const LaidTable& table, std::uint32_t row);
    void take_goal_row(const LaidTable& table, std::uint32_t row);
    void begin_next_goal();
    void begin_table(const LaidTable& table);
    void close_sheet();

    const Page& page_;
    const Form& form_;
    const InterpretOptions options_;
    LabelMemo labels_;
    LabelReader& readings_;
    HeadingFinder headings_;
    TableJudge judge_;
    bool page_titled_ = false;
    bool names_one_sheet_ = false;           ///< a heading of the page calls it a sheet
    int section_ = 0;                        ///< the number of the heading above the table read last
    std::vector<OutsideLine> layout_lines_;  ///< of a table that only laid the page out, for the next one
    int page_year_ = 0;
    const std::vector<bool> inner_sheets_;
    std::vector<Document> documents_;
    Document document_;
    bool published_ = false;  ///< the document says itself what it is
    SheetBuilder builder_;
    OutsideNames names_;
    AroundSheet around_;
    std::vector<AppendixRow> appendix_;
    std::deque<Table> cut_tables_;  ///< without the appendix that stood below
    std::vector<Held> held_;
    std::size_t table_number_ = 0;             ///< of the page's tables, from 1
    std::string head_;                         ///< of the items read last
    SourcedText goal_heading_;                 ///< the heading over the open sheet's first table
    std::optional<SourcedText> item_heading_;  ///< over the next table
    std::optional<SourcedText> card_heading_;  ///< likewise, over a card: it names the item where nothing in it does
    SourcedText item_line_;                    ///< likewise, where it was a row of a worksheet
    std::vector<SourcedText> used_lines_;      ///< rows of a worksheet that have become fields of the open sheet
    std::vector<SheetOrigin> origins_;         ///< of the document's sheets
    std::vector<Remark> own_remarks_;
    std::vector<List> overviews_;
};

}  // namespace goalsheet
