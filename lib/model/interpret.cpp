// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/arrange/piece_together.hpp"
#include "model/arrange_page.hpp"
#include "model/document_words.hpp"
#include "model/heading_words.hpp"
#include "model/interpreter.hpp"
#include "model/items/running_lines.hpp"
#include "model/nested_sheets.hpp"
#include "model/outside_fields.hpp"

namespace goalsheet {
namespace {

SourcedText last_heading(const OutsideWords& words) {
    for (auto line = words.rest.rbegin(); line != words.rest.rend(); ++line)
        if (line->kind == OutsideLine::Kind::heading) return line->text;
    return {};
}

bool is_furniture(const LaidTable& table) {
    for (std::uint32_t cell = 0; cell < table.grid().cells().size(); ++cell)
        if (has_contact_word(fold(table.text(cell).text))) return true;
    return false;
}

// The number of the heading above a table: 2 of 2 指標の推移; 0 where there is none.
int section_of(const Table& table) {
    for (auto line = table.before.rbegin(); line != table.before.rend(); ++line) {
        if (line->kind != OutsideLine::Kind::heading) continue;
        const auto number = leading_number(line->text.text);
        return number && !number->composite ? number->number : 0;
    }
    return 0;
}

}  // namespace

Interpreter::Interpreter(const Page& page, const Form& form, const InterpretOptions& options, LabelReader& readings)
    : page_(page),
      form_(form),
      options_(options),
      labels_(form),
      readings_(readings),
      headings_(readings_, options.strict),
      judge_(headings_),
      inner_sheets_(find_inner_sheets(page, form, labels_)),
      builder_(form, headings_),
      names_(page, form, options.strict),
      around_(page, form, options.strict) {
    std::vector<SourcedText> words = page.headings;
    words.push_back(page.title);
    for (const SourcedText& text : words) {
        page_titled_ = page_titled_ || is_title(text);
        names_one_sheet_ = names_one_sheet_ || names_sheet(text.text);
        const auto year = find_fiscal_year(text.text);
        if (year && page_year_ == 0) page_year_ = year->gregorian;
    }
}

std::vector<Document> Interpreter::interpret() {
    std::vector<bool> inside(page_.tables.size(), false);
    for (std::size_t i = 0; i < page_.tables.size(); ++i) {
        if (inside[i] && !inner_sheets_[i]) {
            mark_nested(i, inside);
            continue;
        }
        add_table(i, inside);
    }
    settle_held();
    close_document();
    if (!documents_.empty()) keep_running_lines(page_, form_, documents_);
    if (!documents_.empty())
        documents_.front().remarks.insert(documents_.front().remarks.begin(), page_.remarks.begin(),
                                          page_.remarks.end());
    return std::move(documents_);
}

void Interpreter::mark_nested(std::size_t index, std::vector<bool>& inside) {
    for (const Row& row : page_.tables[index].rows)
        for (const Cell& cell : row.cells)
            for (const std::size_t inner : cell.tables) inside[inner] = true;
}

void Interpreter::close_document() {
    close_sheet();
    if (document_.sheets.empty() && !published_) return;
    document_.remarks = std::exchange(own_remarks_, {});
    origins_.resize(document_.sheets.size());
    if (!options_.strict) name_goals_by_headings(document_, origins_, form_);
    origins_.clear();
    if (!published_) {
        read_document_words(document_, page_, form_, overviews_, options_.strict);
    }
    documents_.push_back(std::move(document_));
}

// Our own layout says what everything is.
bool Interpreter::add_published(const LaidTable& table) {
    const bool escaped = page_.format != "html" && page_.format != "mhtml";
    if (auto page = read_published_page(table, escaped)) {
        close_document();
        document_ = std::move(*page);
        published_ = true;
        return true;
    }
    auto sheet = read_published_sheet(table, escaped);
    if (!sheet) return false;
    close_sheet();
    if (table.grid().cut()) own_remarks_.push_back({remark::kLimit, {}, "grid-slots"});
    document_.sheets.push_back(std::move(*sheet));
    return true;
}

void Interpreter::add_table(std::size_t index, std::vector<bool>& inside) {
    table_number_ = index + 1;
    const Table& table = page_.tables[index];
    auto laid = std::make_unique<LaidTable>(page_, table, inner_sheets_, labels_);
    headings_.forget();
    if (!table.hidden && add_published(*laid)) {
        mark_nested(index, inside);
        return;
    }
    if (page_.format == "xlsx" && !table.hidden) {
        if (auto appendix = find_appendix(*laid, true)) return add_with_appendix(index, std::move(*appendix), inside);
    }
    add_laid(std::move(laid), index, inside);
}

// The print sheet of our own workbooks: below the form stands what the form has no place for.
void Interpreter::add_with_appendix(std::size_t index, TableAppendix appendix, std::vector<bool>& inside) {
    Table& form = cut_tables_.emplace_back(page_.tables[index]);
    form.rows.resize(std::min<std::size_t>(form.rows.size(), appendix.first_row));
    headings_.forget();
    add_laid(std::make_unique<LaidTable>(page_, form, inner_sheets_, labels_), index, inside);
    std::move(appendix.rows.begin(), appendix.rows.end(), std::back_inserter(appendix_));
}

void Interpreter::add_laid(std::unique_ptr<LaidTable> laid, std::size_t index, std::vector<bool>& inside) {
    const Table& table = laid->table();
    // The sheet around an inner one has left it out: whatever else it looks like, it is read here.
    const bool left_out = inside[index];
    if (!left_out && !table.hidden) {
        if (auto overview = read_overview(*laid)) {
            overviews_.push_back(std::move(*overview));
            return;
        }
    }
    const TableKind kind = left_out ? TableKind::items : judge_.judge(*laid, is_under_title(table));
    if (table.hidden) {
        if (kind == TableKind::items || kind == TableKind::header)
            own_remarks_.push_back({remark::kHiddenTable, table.caption.empty() ? table.heading : table.caption, {}});
        return;
    }
    const bool notes = kind != TableKind::items && held_.empty() && goes_on_with_notes(*laid);
    if (kind != TableKind::items && !notes) {
        if (kind == TableKind::header) mark_nested(index, inside);
        hold(std::move(laid), kind);
        return;
    }
    mark_nested(index, inside);
    take_table(*laid, left_out);
}

bool Interpreter::is_title(const SourcedText& text) const { return is_sheet_title(text, form_); }

bool Interpreter::is_under_title(const Table& table) const {
    if (page_titled_ || is_title(table.caption) || is_title(table.heading) || is_title(table.summary)) return true;
    return std::any_of(table.before.begin(), table.before.end(), [this](const OutsideLine& line) {
        return is_title(line.text) || form_.match(line.text.text) == FieldId::goal;
    });
}

// What may belong to a sheet waits for the table that says so.
void Interpreter::hold(std::unique_ptr<LaidTable> laid, TableKind kind) {
    if (options_.signs) {
        TableSigns signs = judge_.signs(*laid);
        signs.table = table_number_;
        if (!signs.known.empty()) options_.signs->push_back(std::move(signs));
    }
    const bool next_section = is_next_section(*laid);
    if (next_section) section_ = section_of(laid->table());
    const bool heads = std::any_of(laid->table().before.begin(), laid->table().before.end(),
                                   [](const OutsideLine& l) { return l.kind == OutsideLine::Kind::heading; }) &&
                       !next_section;
    if (kind == TableKind::other && builder_.empty() && held_.empty()) keep_fields_of_layout(*laid);
    if (kind == TableKind::other && (builder_.empty() || heads) && held_.empty()) return;
    held_.push_back({std::move(laid), kind, heads});
}

// 3 事業費の推移 behind 2 指標の推移 on the page of one sheet.
bool Interpreter::is_next_section(const LaidTable& laid) {
    if (options_.strict || !names_one_sheet_ || section_ == 0) return false;
    return section_of(laid.table()) == section_ + 1 && !judge_.signs(laid).known.empty();
}

// 部名：市民生活部 in a cell of a table that only lays the page out: it stands in front of the next.
void Interpreter::keep_fields_of_layout(const LaidTable& laid) {
    if (options_.strict) return;
    std::vector<OutsideLine> lines;
    for (const GridCell& placed : laid.grid().cells()) {
        if (placed.cell->header) return;
        for (const std::string_view line : split_lines(placed.cell->text.text)) {
            const auto begin = static_cast<std::size_t>(line.data() - placed.cell->text.text.data());
            lines.push_back(
                {placed.cell->text.slice(begin, begin + line.size()).trimmed(), OutsideLine::Kind::line, 0});
        }
    }
    std::erase_if(lines, [](const OutsideLine& line) { return line.text.empty(); });
    constexpr std::size_t kMostLines = 40;
    if (lines.size() <= kMostLines && !read_outside(lines, form_, &readings_).fields.empty())
        layout_lines_ = std::move(lines);
}

// The items of the tables that wait: those with a goal or a department begin its sheet, others end the one before.
void Interpreter::release_held(const LaidTable& items) {
    const bool own_goal = headings_.has_header_label(items, FieldId::goal);
    std::vector<Held> held = std::exchange(held_, {});
    bool begins = false;
    for (Held& one : held) {
        begins = begins || (one.kind != TableKind::other && !own_goal);
        if (own_goal && one.kind == TableKind::header) {
            add_alone(one);
            continue;
        }
        const bool again = one.kind != TableKind::other && builder_.has_items() && builder_.says_again(*one.laid);
        if (again) close_sheet();
        if (own_goal && one.kind == TableKind::fields && begins_next(*one.laid)) {
            if (builder_.has_items()) close_sheet();
            begins = true;
        }
        if (begins)
            add_held(*one.laid);
        else
            end_with(one);
    }
}

// 部局名 and 優先順位 in a table of their own, above the one that has the goal.
bool Interpreter::begins_next(const LaidTable& table) const {
    for (const FieldId field : {FieldId::department, FieldId::priority})
        if (table.has(field)) return builder_.empty() || !builder_.has_items() || builder_.has(field);
    return false;
}

// Without items behind them: a goal is a sheet under its own title, and what directly follows a sheet is its.
void Interpreter::settle_held() {
    std::vector<Held> held = std::exchange(held_, {});
    for (Held& one : held) {
        if (one.kind == TableKind::header)
            add_alone(one);
        else
            end_with(one);
    }
}

void Interpreter::add_alone(const Held& one) {
    if (!one.laid->has(FieldId::title) && !is_under_title(one.laid->table())) return;
    add_held(*one.laid);
    around_.add_following(one.laid->table(), true);
}

void Interpreter::end_with(const Held& one) {
    if (builder_.empty() || one.below_heading || is_furniture(*one.laid)) return;
    around_.add_between(words_before(one.laid->table()), true);
    add_rows(*one.laid);
    around_.add_following(one.laid->table());
}

void Interpreter::add_held(const LaidTable& table) {
    begin_or_go_on(table);
    add_rows(table);
}

void Interpreter::take_table(const LaidTable& table, bool left_out) {
    release_held(table);
    if (table.grid().cut()) own_remarks_.push_back({remark::kLimit, {}, "grid-slots"});
    if (!left_out) begin_or_go_on(table);
    add_rows(table);
    // In a cell, those lines are part of its text.
    if (!left_out) around_.add_following(table.table());
}

// The words in front of a table are fields of its sheet, and may say that another begins.
void Interpreter::begin_or_go_on(const LaidTable& laid) {
    const Table& table = laid.table();
    const OutsideWords words = words_before(table);
    const HeadingsAbove above = headings_above(laid, words);
    const bool names_goal = std::any_of(words.fields.begin(), words.fields.end(),
                                        [](const OutsideField& field) { return field.field == FieldId::goal; });
    const SourcedText heading = last_heading(words);
    const std::string top = headings_.head_of(laid);
    const bool card = top.empty() && !options_.strict;  // labels on the left
    const std::string head = card ? left_head_of(laid, headings_) : top;
    const bool below_goal = card && !head.empty() && !above.item && names_.stand_below_goal(above);
    const bool same_head = !head.empty() && head == head_ && !heading.empty() && !says_continued(heading.text) &&
                           !(card && (above.item || below_goal));
    builder_.set_below_goal(below_goal);
    const bool other_department = names_.is_other_department(words);
    const bool another = form_.sheet().each != SheetUnit::any ? begins_by_form(heading)
                         : names_goal                         ? builder_.has(FieldId::goal) || builder_.has_items()
                                      : (same_head || above.names_goal || other_department) && builder_.has_items();
    const bool by_labels = form_.sheet().each != SheetUnit::heading && builder_.another_begins(laid);
    if (another || by_labels) close_sheet();
    const bool begins = builder_.empty();
    if (const int section = section_of(table); section != 0) section_ = section;
    if (!head.empty()) head_ = head;
    if (begins) {
        goal_heading_ = heading;
        names_.forget_fields();
    } else {
        OutsideWords between = words;
        if (below_goal) std::erase_if(between.rest, [&](const OutsideLine& line) { return line.text == heading; });
        around_.add_between(between, false);
    }
    names_.remember(above);
    item_heading_ = above.item;
    card_heading_.reset();
    if (below_goal) {
        builder_.set_below_goal(true);
        card_heading_ = heading;
    }
    names_.take(words);
    if (begins) around_.keep_words_above(table, words, above);
}

// The form says what a sheet is: each table with items, or what stands below a heading.
bool Interpreter::begins_by_form(const SourcedText& heading) const {
    const bool apart = form_.sheet().each != SheetUnit::heading || !heading.empty();
    return builder_.has_items() && apart;
}

OutsideWords Interpreter::words_before(const Table& table) {
    if (!layout_lines_.empty()) {
        Table joined;
        joined.before = std::exchange(layout_lines_, {});
        joined.before.insert(joined.before.end(), table.before.begin(), table.before.end());
        joined.caption = table.caption;
        joined.summary = table.summary;
        return read_words_before(joined, form_, &readings_, page_.format == "text");
    }
    return read_words_before(table, form_, options_.strict ? nullptr : &readings_, page_.format == "text");
}

HeadingsAbove Interpreter::headings_above(const LaidTable& laid, const OutsideWords& words) {
    if (options_.strict) return {};
    return read_headings_above(laid.table(), words, form_, headings_.has_header_label(laid, FieldId::goal));
}

void Interpreter::begin_table(const LaidTable& table) {
    builder_.begin_table(table);
    around_.begin_table(table.table(), names_.goal());
    builder_.set_year_hint(around_.known_year().value_or(page_year_));
}

void Interpreter::close_sheet() {
    if (!builder_.empty()) {
        for (const SourcedText& line : used_lines_) builder_.use_line(line);
        names_.give_to(builder_);
        for (const SourcedText& words : around_.years()) builder_.set_fiscal_year(words);
        Sheet sheet = builder_.finish();
        origins_.resize(document_.sheets.size());
        origins_.push_back({head_, goal_heading_});
        around_.move_to(sheet);
        add_appendix(sheet, appendix_);
        document_.sheets.push_back(std::move(sheet));
    }
    builder_ = SheetBuilder(form_, headings_);
    names_.end_sheet();
    used_lines_.clear();
    around_.clear();
    appendix_.clear();
}

std::vector<Document> interpret(const Page& page, const Form& form, const InterpretOptions& options) {
    const std::optional<Page> arranged = arrange_page(page, form);
    const Page& whole = arranged ? *arranged : page;
    LabelReader labels(form, options.strict);
    const std::optional<Page> pieced = options.strict ? std::nullopt : piece_together(whole, form, labels);
    return Interpreter(pieced ? *pieced : whole, form, options, labels).interpret();
}

}  // namespace goalsheet
