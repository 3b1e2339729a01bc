// SPDX-License-Identifier: MIT
#include "model/interpret.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/arrange_page.hpp"
#include "model/document_words.hpp"
#include "model/heading_words.hpp"
#include "model/items/running_lines.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"
#include "model/nested_sheets.hpp"
#include "model/outside_fields.hpp"
#include "model/published_layout.hpp"
#include "model/sheet/sheet_builder.hpp"
#include "model/words_before.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kTitles = 2;  // headings that may be the page's title

class Interpreter {
public:
    Interpreter(const Page& page, const Form& form, const InterpretOptions& options)
        : page_(page),
          form_(form),
          options_(options),
          labels_(form),
          readings_(form, options.strict),
          headings_(readings_, options.strict),
          judge_(headings_),
          inner_sheets_(find_inner_sheets(page, form, labels_)),
          builder_(form, headings_) {
        std::vector<SourcedText> words = page.headings;
        words.push_back(page.title);
        for (const SourcedText& text : words) {
            page_titled_ = page_titled_ || is_title(text);
            const auto year = find_fiscal_year(text.text);
            if (year && page_year_ == 0) page_year_ = year->gregorian;
        }
    }

    std::vector<Document> interpret() {
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

private:
    void mark_nested(std::size_t index, std::vector<bool>& inside) {
        for (const Row& row : page_.tables[index].rows)
            for (const Cell& cell : row.cells)
                for (const std::size_t inner : cell.tables) inside[inner] = true;
    }

    void close_document() {
        close_sheet();
        if (document_.sheets.empty() && !published_) return;
        document_.remarks = std::exchange(own_remarks_, {});
        name_goals_by_headings();
        if (!published_) {
            read_document_words(document_, page_, form_, overviews_, options_.strict);
        }
        documents_.push_back(std::move(document_));
    }

    // Our own layout says what everything is.
    bool add_published(const LaidTable& table) {
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

    void add_table(std::size_t index, std::vector<bool>& inside) {
        table_number_ = index + 1;
        const Table& table = page_.tables[index];
        auto laid = std::make_unique<LaidTable>(page_, table, inner_sheets_, labels_);
        headings_.forget();
        if (!table.hidden && add_published(*laid)) {
            mark_nested(index, inside);
            return;
        }
        if (page_.format == "xlsx" && !table.hidden) {
            if (auto appendix = find_appendix(*laid, true))
                return add_with_appendix(index, std::move(*appendix), inside);
        }
        add_laid(std::move(laid), index, inside);
    }

    // The print sheet of our own workbooks: below the form stands what the form has no place for.
    void add_with_appendix(std::size_t index, TableAppendix appendix, std::vector<bool>& inside) {
        Table& form = cut_tables_.emplace_back(page_.tables[index]);
        form.rows.resize(std::min<std::size_t>(form.rows.size(), appendix.first_row));
        headings_.forget();
        add_laid(std::make_unique<LaidTable>(page_, form, inner_sheets_, labels_), index, inside);
        std::move(appendix.rows.begin(), appendix.rows.end(), std::back_inserter(appendix_));
    }

    void add_laid(std::unique_ptr<LaidTable> laid, std::size_t index, std::vector<bool>& inside) {
        const Table& table = laid->table();
        // The sheet around an inner one has left it out: whatever else it looks like, it is read here.
        const bool left_out = inside[index];
        if (!left_out && !table.hidden && add_overview(*laid)) return;
        const TableKind kind = left_out ? TableKind::items : judge_.judge(*laid, is_under_title(table));
        if (table.hidden) {
            if (kind == TableKind::items || kind == TableKind::header)
                own_remarks_.push_back(
                    {remark::kHiddenTable, table.caption.empty() ? table.heading : table.caption, {}});
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

    bool is_title(const SourcedText& text) const { return is_sheet_title(text, form_); }

    bool is_under_title(const Table& table) const {
        if (page_titled_ || is_title(table.caption) || is_title(table.heading) || is_title(table.summary)) return true;
        return std::any_of(table.before.begin(), table.before.end(), [this](const OutsideLine& line) {
            return is_title(line.text) || form_.match(line.text.text) == FieldId::goal;
        });
    }

    // What may belong to a sheet waits for the table that says so.
    void hold(std::unique_ptr<LaidTable> laid, TableKind kind) {
        if (options_.signs) {
            TableSigns signs = judge_.signs(*laid);
            signs.table = table_number_;
            if (!signs.known.empty()) options_.signs->push_back(std::move(signs));
        }
        const bool heads = std::any_of(laid->table().before.begin(), laid->table().before.end(),
                                       [](const OutsideLine& l) { return l.kind == OutsideLine::Kind::heading; });
        if (kind == TableKind::other && (builder_.empty() || heads) && held_.empty()) return;
        held_.push_back({std::move(laid), kind, heads});
    }

    // The items of the tables that wait: those with a goal or a department begin its sheet, others end the one before.
    void release_held(const LaidTable& items) {
        const bool own_goal = headings_.has_header_label(items, FieldId::goal);
        std::vector<Held> held = std::exchange(held_, {});
        bool begins = false;
        for (Held& one : held) {
            begins = begins || (one.kind != TableKind::other && !own_goal);
            if (own_goal && one.kind == TableKind::header) {
                add_alone(one);
                continue;
            }
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
    bool begins_next(const LaidTable& table) const {
        for (const FieldId field : {FieldId::department, FieldId::priority})
            if (table.has(field)) return builder_.empty() || !builder_.has_items() || builder_.has(field);
        return false;
    }

    // Without items behind them: a goal is a sheet under its own title, and what directly follows a sheet is its.
    void settle_held() {
        std::vector<Held> held = std::exchange(held_, {});
        for (Held& one : held) {
            if (one.kind == TableKind::header)
                add_alone(one);
            else
                end_with(one);
        }
    }

    struct Held {
        std::unique_ptr<LaidTable> laid;
        TableKind kind;
        bool below_heading;
    };

    void add_alone(const Held& one) {
        if (!one.laid->has(FieldId::title) && !is_under_title(one.laid->table())) return;
        add_held(*one.laid);
        for (const SourcedText& line : one.laid->table().following)
            if (!has_contact_word(fold(line.text))) following_.push_back(line);
    }

    void end_with(const Held& one) {
        if (builder_.empty() || one.below_heading || is_furniture(*one.laid)) return;
        add_between(one.laid->table(), true);
        add_rows(*one.laid);
        add_following(one.laid->table());
    }

    void add_held(const LaidTable& table) {
        begin_or_go_on(table);
        add_rows(table);
    }

    static bool is_furniture(const LaidTable& table) {
        for (std::uint32_t cell = 0; cell < table.grid().cells().size(); ++cell)
            if (has_contact_word(fold(table.text(cell).text))) return true;
        return false;
    }

    void take_table(const LaidTable& table, bool left_out) {
        release_held(table);
        if (table.grid().cut()) own_remarks_.push_back({remark::kLimit, {}, "grid-slots"});
        if (!left_out) begin_or_go_on(table);
        add_rows(table);
        // In a cell, those lines are part of its text.
        if (!left_out) add_following(table.table());
    }

    // The words in front of a table are fields of its sheet, and may say that another begins.
    void begin_or_go_on(const LaidTable& laid) {
        const Table& table = laid.table();
        const OutsideWords words = words_before(table);
        const HeadingsAbove above = headings_above(laid, words);
        const bool names_goal = std::any_of(words.fields.begin(), words.fields.end(),
                                            [](const OutsideField& field) { return field.field == FieldId::goal; });
        const std::string head = head_of(laid);
        const SourcedText heading = last_heading(words);
        const bool same_head = !head.empty() && head == head_ && !heading.empty() && !says_continued(heading.text);
        const bool other_department = words.department && department_ && department_->text != *words.department;
        const bool another = form_.sheet().each != SheetUnit::any ? begins_by_form(heading)
                             : names_goal                         ? builder_.has(FieldId::goal) || builder_.has_items()
                                          : (same_head || above.names_goal || other_department) && builder_.has_items();
        const bool by_labels = form_.sheet().each != SheetUnit::heading && builder_.another_begins(laid);
        if (another || by_labels) close_sheet();
        const bool begins = builder_.empty();
        if (!head.empty()) head_ = head;
        if (begins) {
            goal_heading_ = heading;
            outside_.clear();
        } else {
            add_between(table, false);
        }
        remember_goal(above);
        item_heading_ = above.item;
        if (words.department) {
            department_ = OutsideField{FieldId::department, {}, *words.department};
            department_inferred_ = true;
        }
        for (const OutsideField& field : words.fields) {
            if (field.field == FieldId::department) department_ = field;
            if (field.field == FieldId::department) department_inferred_ = false;
            outside_.push_back(field);
            if (!form_.match(field.label.text))
                outside_remarks_.push_back(
                    {remark::kLabelReasoned, field.label, std::string(field_name(field.field)).append(": its words")});
        }
        if (begins) keep_words_above(table, words, above);
    }

    // The form says what a sheet is: each table with items, or what stands below a heading.
    bool begins_by_form(const SourcedText& heading) const {
        const bool apart = form_.sheet().each != SheetUnit::heading || !heading.empty();
        return builder_.has_items() && apart;
    }

    OutsideWords words_before(const Table& table) {
        return read_words_before(table, form_, options_.strict ? nullptr : &readings_, page_.format == "text");
    }

    HeadingsAbove headings_above(const LaidTable& laid, const OutsideWords& words) {
        if (options_.strict) return {};
        return read_headings_above(laid.table(), words, form_, headings_.has_header_label(laid, FieldId::goal));
    }

    // It holds for the tables below, up to a heading of its level.
    void remember_goal(const HeadingsAbove& above) {
        if (above.top_level <= heading_goal_level_) heading_goal_.reset();
        if (above.department) title_department_ = above.department;
        if (!above.goal) return;
        heading_goal_ = above.goal;
        goal_line_.reset();
        heading_goal_level_ = above.level;
    }

    static SourcedText last_heading(const OutsideWords& words) {
        for (auto line = words.rest.rbegin(); line != words.rest.rend(); ++line)
            if (line->kind == OutsideLine::Kind::heading) return line->text;
        return {};
    }

    // The labels over the items, to tell tables that are alike.
    std::string head_of(const LaidTable& table) {
        std::string head;
        for (std::uint32_t row = 0; row < table.grid().rows(); ++row) {
            if (!headings_.is_heading(table, row)) continue;
            for (const std::uint32_t cell : table.filled_in(row)) head.append(table.text(cell).text).append("\t");
            return head;
        }
        return head;
    }

    // Below its own title, what stands above a sheet is part of it.
    void keep_words_above(const Table& table, const OutsideWords& words, const HeadingsAbove& above) {
        const auto last = std::find_if(words.rest.rbegin(), words.rest.rend(),
                                       [](const OutsideLine& line) { return line.kind == OutsideLine::Kind::heading; });
        if (last == words.rest.rend()) return;
        keep_headings_above(words, above, last->text);
        const bool titled = is_title(last->text) && is_title(table.heading);
        const bool named = !options_.strict && (contains(above.used, last->text) || names_sheet(last->text.text));
        for (auto line = last.base(); line != words.rest.end(); ++line) {
            if (is_title(line->text) || (!titled && has_contact_word(fold(line->text.text)))) continue;
            const auto labelled = titled || options_.strict ? std::nullopt : labelled_line(line->text);
            if (labelled)
                between_.push_back({labelled->second, labelled->first.text, "表の上"});
            else if (titled || named)
                above_.push_back(line->text);
        }
    }

    static bool contains(const std::vector<SourcedText>& texts, const SourcedText& text) {
        return std::find(texts.begin(), texts.end(), text) != texts.end();
    }

    // No later heading of its level, and no list of its own below it.
    bool stands_over_last(const OutsideWords& words, const OutsideLine& heading) const {
        const bool own_list = std::any_of(page_.lists.begin(), page_.lists.end(),
                                          [&](const List& list) { return list.heading == heading.text; });
        return !own_list &&
               std::none_of(&heading + 1, words.rest.data() + words.rest.size(), [&](const OutsideLine& later) {
                   return later.kind == OutsideLine::Kind::heading && later.level <= heading.level;
               });
    }

    // Between the page's first heading and the table's own: chapters that the sheet belongs to.
    void keep_headings_above(const OutsideWords& words, const HeadingsAbove& above, const SourcedText& last) {
        for (const OutsideLine& line : words.rest) {
            const bool first = !page_.headings.empty() && line.text == page_.headings.front();
            if (!stands_over_last(words, line)) continue;
            const bool goal = line.text == last && form_.sheet().goal != GoalPlace::heading;
            if (line.kind != OutsideLine::Kind::heading || first || goal || options_.strict) continue;
            if (!contains(above.used, line.text) && !is_title(line.text) && !names_sheet(line.text.text))
                above_.push_back(line.text);
        }
    }

    // Between two tables of one sheet.
    void add_between(const Table& table, bool with_fields) {
        const OutsideWords words = words_before(table);
        if (with_fields)
            for (const OutsideField& field : words.fields) between_.push_back({field.text, field.label.text, "表の間"});
        for (const OutsideLine& line : words.rest)
            if (!is_known_line(line.text) && !is_title(line.text)) between_.push_back({line.text, {}, "表の間"});
    }

    // It stands behind the table in front, too.
    bool is_known_line(const SourcedText& line) const {
        const auto place = line.source_of();
        return std::any_of(following_.begin(), following_.end(), [&](const SourcedText& known) {
            return known == line && (!place || known.source_of() == place);
        });
    }

    // Headings of the items stand over rows, too; an overview has none of them.
    bool add_overview(const LaidTable& table) {
        for (const FieldId field :
             {FieldId::item, FieldId::action, FieldId::deadline, FieldId::target, FieldId::midterm, FieldId::final})
            if (table.has(field)) return false;
        const auto label = table.goals_of_list();
        if (!label) return false;
        const GridCell& heading = table.grid().cells()[*label];
        List list;  // without a heading: its goals have to be those of the sheets
        for (std::uint32_t cell = *label + 1; cell < table.grid().cells().size(); ++cell)
            if (table.grid().cells()[cell].row > heading.row && table.grid().cells()[cell].column == heading.column &&
                !table.text(cell).empty())
                list.entries.push_back(table.text(cell));
        overviews_.push_back(std::move(list));
        return true;
    }

    // 特記事項 may stand in a table of its own below the items.
    bool goes_on_with_notes(const LaidTable& table) const {
        if (builder_.empty() || table.table().hidden) return false;
        if (table.has(FieldId::notes)) return true;
        for (std::uint32_t cell = 0; cell < table.grid().cells().size(); ++cell)
            if (form_.match_notes_heading(table.text(cell).text)) return true;
        return false;
    }

    void add_rows(const LaidTable& table) {
        headings_.forget();
        if (builder_.another_begins(table)) close_sheet();
        begin_table(table);
        for (std::uint32_t row = 0; row < table.grid().rows();) {
            if (builder_.another_begins(table, row)) {
                close_sheet();
                begin_table(table);
            } else if (builder_.another_goal_begins(table, row)) {
                begin_next_goal();
            }
            take_line(table, row);
            take_goal_row(table, row);
            row += builder_.add_row(table, row);
        }
        if (const auto item = std::exchange(item_heading_, std::nullopt))
            if (!builder_.name_item(*item)) between_.push_back({*item, {}, "表の上"});
        builder_.take_remarks(table.table().remarks);
        for (const SourcedText& hidden : table.table().hidden_texts) hidden_.push_back(hidden);
    }

    // In a worksheet, the words above the items are rows of their table.
    void take_line(const LaidTable& table, std::uint32_t row) {
        const auto cells = table.filled_in(row);
        if (options_.strict || cells.size() != 1 || table.label(cells[0]) || !stands_above_items(table, row)) return;
        const SourcedText& text = table.text(cells[0]);
        const HeadingWords words = read_heading_words(text);
        const bool department = is_department_name(text);
        const bool goal = words.kind == HeadingWords::Kind::goal && !is_title(text);
        if ((department || goal) && builder_.has_items()) {
            close_sheet();
            begin_table(table);
        }
        if (department) {
            department_ = OutsideField{FieldId::department, {}, text};
            department_inferred_ = true;
        } else if (goal) {
            heading_goal_ = words.text;
            goal_line_ = text;
            heading_goal_level_ = kCaptionLevel;
        } else if (auto named = department_in_title(text)) {
            title_department_ = std::move(named);
        }
    }

    // 基本目標2　… across the columns of items: the next goal, under the same labels.
    void take_goal_row(const LaidTable& table, std::uint32_t row) {
        constexpr std::uint32_t kAcross = 3;
        const auto cells = table.filled_in(row);
        if (options_.strict || cells.size() != 1 || !builder_.in_items()) return;
        if (table.label(cells[0]) || table.grid().cells()[cells[0]].colspan < kAcross) return;
        const HeadingWords words = read_heading_words(table.text(cells[0]));
        if (words.kind != HeadingWords::Kind::goal || !words.labelled) return;
        if (builder_.has_items()) begin_next_goal();
        heading_goal_ = words.text;
        goal_line_ = table.text(cells[0]);
        heading_goal_level_ = kCaptionLevel;
    }

    // The next row with several cells has labels.
    bool stands_above_items(const LaidTable& table, std::uint32_t row) {
        constexpr std::uint32_t kFar = 8;  // rows
        const std::uint32_t end = std::min(table.grid().rows(), row + kFar);
        for (std::uint32_t below = row + 1; below < end; ++below) {
            const auto cells = table.filled_in(below);
            if (cells.size() < 2) continue;
            return headings_.is_heading(table, below) || readings_.read(table.text(cells[0]).text).field.has_value();
        }
        return false;
    }

    // The title of the next sheet may be a plain line between the two.
    void add_following(const Table& table) {
        for (const SourcedText& line : table.following)
            if (form_.match(line.text) != FieldId::title && !has_contact_word(fold(line.text)))
                following_.push_back(line);
    }

    void begin_next_goal() {
        SheetBuilder next = builder_.begin_next_goal();
        const std::vector<SourcedText> years = years_;
        close_sheet();
        builder_ = std::move(next);
        years_ = years;
    }

    void begin_table(const LaidTable& table) {
        builder_.begin_table(table);
        const Table& around = table.table();
        std::vector<SourcedText> words(around.prose.rbegin(), around.prose.rend());
        words.push_back(around.heading);
        // A title that readers see says more than a summary they do not; other words may be about anything.
        const auto titles = std::stable_partition(words.begin(), words.end(), [this](const SourcedText& line) {
            return form_.match(line.text) == FieldId::title;
        });
        years_.push_back(around.caption);
        years_.insert(years_.end(), words.begin(), titles);
        years_.push_back(around.summary);
        years_.insert(years_.end(), titles, words.end());
        const bool is_goal =
            heading_goal_ && !around.caption.empty() && around.caption.text.ends_with(heading_goal_->text);
        if (!around.caption.empty() && form_.match(around.caption.text) != FieldId::title && !is_goal)
            captions_.push_back(around.caption);
        builder_.set_year_hint(known_year());
    }

    int known_year() const {
        for (const SourcedText& words : years_)
            if (const auto year = find_fiscal_year(words.text)) return year->gregorian;
        return page_year_;
    }

    void close_sheet() {
        if (!builder_.empty()) {
            add_outside_fields();
            add_words_of_headings();
            for (const SourcedText& words : years_) builder_.set_fiscal_year(words);
            Sheet sheet = builder_.finish();
            origins_.resize(document_.sheets.size());
            origins_.push_back({head_, goal_heading_});
            for (const SourcedText& line : above_) sheet.unplaced.push_back({line, {}, "表の上"});
            for (Unplaced& line : between_) sheet.unplaced.push_back(std::move(line));
            for (const SourcedText& caption : captions_) sheet.unplaced.push_back({caption, {}, "表題"});
            for (const SourcedText& line : following_) sheet.unplaced.push_back({line, {}, "表の下"});
            for (const SourcedText& hidden : hidden_) sheet.unplaced.push_back({hidden, "（非表示）", {}});
            add_appendix(sheet, appendix_);
            document_.sheets.push_back(std::move(sheet));
        }
        builder_ = SheetBuilder(form_, headings_);
        outside_.clear();
        outside_remarks_.clear();
        above_.clear();
        between_.clear();
        years_.clear();
        captions_.clear();
        hidden_.clear();
        following_.clear();
        appendix_.clear();
    }

    // What headings and titles say, where no label does.
    void add_words_of_headings() {
        if (options_.strict) return;
        if (heading_goal_ && builder_.goal().empty()) {
            builder_.set_goal(*heading_goal_,
                              {remark::kGoalInferred, *heading_goal_, "goal: the heading over the table"});
            builder_.use_line(goal_line_.value_or(*heading_goal_));
        }
        if (!builder_.department().empty()) return;
        std::optional<SourcedText> named = title_department_;
        for (std::size_t i = 0; i < page_.headings.size() && !named && i < kTitles; ++i)
            named = department_in_title(page_.headings[i]);
        if (!named) return;
        builder_.set_department(*named);
        builder_.take_remarks({{remark::kGoalInferred, *named, "department: named in a heading"}});
    }

    void add_outside_fields() {
        builder_.take_remarks(outside_remarks_);
        for (const OutsideField& field : outside_)
            if (field.field != FieldId::department) builder_.add_outside(field.field, field.label, field.text);
        if (!department_ || !builder_.department().empty()) return;
        if (!department_inferred_) {
            builder_.add_outside(FieldId::department, department_->label, department_->text);
            return;
        }
        if (options_.strict) return;
        builder_.set_department(department_->text);
        builder_.use_line(department_->text);
        builder_.take_remarks({{remark::kGoalInferred, department_->text, "department: a line of its own"}});
    }

    // Tables with one head, each under a heading of its own: the headings are the goals.
    void name_goals_by_headings() {
        origins_.resize(document_.sheets.size());
        std::map<std::string, std::size_t> heads;
        for (const Origin& origin : origins_) ++heads[origin.head];
        for (std::size_t i = 0; i < origins_.size(); ++i) {
            Sheet& sheet = document_.sheets[i];
            const SourcedText& heading = origins_[i].heading;
            const bool alike = !origins_[i].head.empty() && heads[origins_[i].head] > 1;
            if (options_.strict || !alike || !sheet.goal.empty() || heading.empty() || is_title(heading)) continue;
            const HeadingWords words = read_heading_words(heading);
            sheet.goal = words.labelled ? words.text : !words.behind.empty() ? words.behind : without_number(heading);
            sheet.remarks.push_back(
                {remark::kGoalInferred, heading, "goal: the heading over one of several tables alike"});
        }
        origins_.clear();
    }

    const Page& page_;
    const Form& form_;
    const InterpretOptions options_;
    LabelMemo labels_;
    LabelReader readings_;
    HeadingFinder headings_;
    TableJudge judge_;
    bool page_titled_ = false;
    int page_year_ = 0;
    const std::vector<bool> inner_sheets_;
    std::vector<Document> documents_;
    Document document_;
    bool published_ = false;  ///< the document says itself what it is
    SheetBuilder builder_;
    std::vector<SourcedText> years_;
    std::vector<SourcedText> captions_;
    std::vector<SourcedText> hidden_;
    std::vector<SourcedText> following_;
    std::vector<AppendixRow> appendix_;
    std::deque<Table> cut_tables_;  ///< without the appendix that stood below
    struct Origin {
        std::string head;
        SourcedText heading;
    };

    std::vector<Held> held_;
    std::size_t table_number_ = 0;  ///< of the page's tables, from 1
    std::string head_;              ///< of the items read last
    SourcedText goal_heading_;      ///< the heading over the open sheet's first table
    std::vector<OutsideField> outside_;
    std::optional<OutsideField> department_;  ///< holds until another is met
    bool department_inferred_ = false;
    std::optional<SourcedText> heading_goal_;  ///< holds up to a heading of its level
    std::optional<SourcedText> goal_line_;     ///< as a row of the table has it
    int heading_goal_level_ = 0;
    std::optional<SourcedText> item_heading_;  ///< over the next table
    std::optional<SourcedText> title_department_;
    std::vector<Remark> outside_remarks_;
    std::vector<SourcedText> above_;
    std::vector<Unplaced> between_;
    std::vector<Origin> origins_;  ///< of the document's sheets
    std::vector<Remark> own_remarks_;
    std::vector<List> overviews_;
};

}  // namespace

std::vector<Document> interpret(const Page& page, const Form& form, const InterpretOptions& options) {
    const std::optional<Page> arranged = arrange_page(page, form);
    return Interpreter(arranged ? *arranged : page, form, options).interpret();
}

}  // namespace goalsheet
