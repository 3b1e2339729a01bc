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
#include "model/items/running_lines.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"
#include "model/nested_sheets.hpp"
#include "model/outside_fields.hpp"
#include "model/published_layout.hpp"
#include "model/sheet_builder.hpp"

namespace goalsheet {
namespace {

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
            find_department();
            find_year();
            find_goals();
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

    bool is_title(const SourcedText& text) const {
        return !text.empty() && (form_.match(text.text) == FieldId::title || has_title_word(fold(text.text)));
    }

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
        const OutsideWords words = read_outside(table.before, form_);
        const bool names_goal = std::any_of(words.fields.begin(), words.fields.end(),
                                            [](const OutsideField& field) { return field.field == FieldId::goal; });
        const std::string head = head_of(laid);
        const SourcedText heading = last_heading(words);
        const bool same_head = !head.empty() && head == head_ && !heading.empty() && !says_continued(heading.text);
        const bool another =
            names_goal ? builder_.has(FieldId::goal) || builder_.has_items() : same_head && builder_.has_items();
        if (another || builder_.another_begins(laid)) close_sheet();
        const bool begins = builder_.empty();
        if (!head.empty()) head_ = head;
        if (begins) {
            goal_heading_ = heading;
            outside_.clear();
        } else {
            add_between(table, false);
        }
        for (const OutsideField& field : words.fields) {
            if (field.field == FieldId::department) department_ = field;
            outside_.push_back(field);
        }
        if (words.department && !department_) {
            department_ = OutsideField{FieldId::department, {}, *words.department};
            department_inferred_ = true;
        }
        if (begins) keep_words_above(table, words);
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
    void keep_words_above(const Table& table, const OutsideWords& words) {
        const auto last = std::find_if(words.rest.rbegin(), words.rest.rend(),
                                       [](const OutsideLine& line) { return line.kind == OutsideLine::Kind::heading; });
        if (last == words.rest.rend() || !is_title(last->text) || !is_title(table.heading)) return;
        for (auto line = last.base(); line != words.rest.end(); ++line)
            if (!is_title(line->text)) above_.push_back(line->text);
    }

    // Between two tables of one sheet.
    void add_between(const Table& table, bool with_fields) {
        const OutsideWords words = read_outside(table.before, form_);
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
            row += builder_.add_row(table, row);
        }
        builder_.take_remarks(table.table().remarks);
        for (const SourcedText& hidden : table.table().hidden_texts) hidden_.push_back(hidden);
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
        if (!around.caption.empty() && form_.match(around.caption.text) != FieldId::title)
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
        above_.clear();
        between_.clear();
        years_.clear();
        captions_.clear();
        hidden_.clear();
        following_.clear();
        appendix_.clear();
    }

    void add_outside_fields() {
        for (const OutsideField& field : outside_)
            if (field.field != FieldId::department) builder_.add_outside(field.field, field.label, field.text);
        if (!department_ || !builder_.department().empty()) return;
        if (!department_inferred_) {
            builder_.add_outside(FieldId::department, department_->label, department_->text);
            return;
        }
        if (options_.strict) return;
        builder_.set_department(department_->text);
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
            sheet.goal = without_number(heading);
            sheet.remarks.push_back(
                {remark::kGoalInferred, heading, "goal: the heading over one of several tables alike"});
        }
        origins_.clear();
    }

    void find_department() {
        std::map<std::string, std::size_t> votes;
        for (const Sheet& sheet : document_.sheets)
            if (!sheet.department.empty()) ++votes[sheet.department.text];
        std::size_t most = 0;
        for (const Sheet& sheet : document_.sheets) {
            const std::size_t count = votes[sheet.department.text];
            if (sheet.department.empty() || count <= most) continue;
            most = count;
            document_.department = sheet.department;
        }
    }

    // The page's own words first, then what most sheets say; sheets without a year have the page's.
    void find_year() {
        std::vector<SourcedText> words = page_.headings;
        words.push_back(page_.title);
        for (const SourcedText& text : words) {
            const auto year = find_fiscal_year(text.text);
            if (!year || document_.fiscal_year) continue;
            document_.fiscal_year = FiscalYear{year->label, year->gregorian};
            document_.fiscal_year_text = text.slice(year->begin, year->end);
        }
        if (!document_.fiscal_year) {
            for (const Sheet& sheet : document_.sheets) {
                if (!sheet.fiscal_year || document_.fiscal_year) continue;
                document_.fiscal_year = sheet.fiscal_year;
                document_.fiscal_year_text = sheet.fiscal_year_text;
            }
        }
        if (!document_.fiscal_year) find_year_in_labels();
        for (Sheet& sheet : document_.sheets) {
            if (sheet.fiscal_year) continue;
            sheet.fiscal_year = document_.fiscal_year;
            sheet.fiscal_year_text = document_.fiscal_year_text;
        }
    }

    // 平成18年度目標, 平成18年度実績: where all labels that name a year name one, it is the page's.
    void find_year_in_labels() {
        std::optional<FiscalYear> found;
        SourcedText words;
        for (const Sheet& sheet : document_.sheets)
            for (const LabelCell& label : sheet.labels) {
                const auto year = find_fiscal_year(label.text.text);
                if (!year) continue;
                if (found && found->gregorian != year->gregorian) return;
                if (!found) words = label.text.slice(year->begin, year->end);
                found = FiscalYear{year->label, year->gregorian};
            }
        document_.fiscal_year = found;
        document_.fiscal_year_text = words;
    }

    // 令和7年度 重点目標: the list whose entries are goals of the sheets, else one under a heading that says so.
    void find_goals() {
        std::map<std::string, bool> goals;
        for (const Sheet& sheet : document_.sheets) goals[fold(sheet.goal.text)] = true;
        const List* chosen = nullptr;
        std::vector<const List*> lists;
        for (const List& list : page_.lists) lists.push_back(&list);
        for (const List& list : overviews_) lists.push_back(&list);
        for (const List* one : lists) {
            const List& list = *one;
            const bool named = list.heading.text.find("重点目標") != std::string::npos ||
                               list.heading.text.find("目標一覧") != std::string::npos;
            const bool matches = std::any_of(list.entries.begin(), list.entries.end(), [&](const SourcedText& entry) {
                return goals.contains(fold(without_number(entry).text));
            });
            if (matches) {
                chosen = &list;
                break;
            }
            if (named && !chosen && !list.entries.empty()) chosen = &list;
        }
        if (!chosen) return;
        for (const SourcedText& entry : chosen->entries) document_.goals.push_back(without_number(entry));
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
