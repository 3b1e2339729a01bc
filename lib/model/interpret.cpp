// SPDX-License-Identifier: MIT
#include "model/interpret.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/labelled_grid.hpp"
#include "model/list_numbers.hpp"
#include "model/nested_sheets.hpp"
#include "model/published_layout.hpp"
#include "model/sheet_builder.hpp"

namespace goalsheet {
namespace {

class Interpreter {
public:
    Interpreter(const Page& page, const Form& form)
        : page_(page),
          form_(form),
          labels_(form),
          inner_sheets_(find_inner_sheets(page, form, labels_)),
          builder_(form) {}

    std::vector<Document> interpret() {
        std::vector<bool> inside(page_.tables.size(), false);
        for (std::size_t i = 0; i < page_.tables.size(); ++i) {
            if (inside[i] && !inner_sheets_[i]) {
                mark_nested(i, inside);
                continue;
            }
            add_table(i, inside);
        }
        close_document();
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
        const Table& table = page_.tables[index];
        const LaidTable laid(page_, table, inner_sheets_, labels_);
        if (!table.hidden && add_published(laid)) {
            mark_nested(index, inside);
            return;
        }
        if (page_.format == "xlsx" && !table.hidden) {
            if (auto appendix = find_appendix(laid, true))
                return add_with_appendix(index, std::move(*appendix), inside);
        }
        add_laid(laid, index, inside);
    }

    // The print sheet of our own workbooks: below the form stands what the form has no place for.
    void add_with_appendix(std::size_t index, TableAppendix appendix, std::vector<bool>& inside) {
        Table form = page_.tables[index];
        form.rows.resize(std::min<std::size_t>(form.rows.size(), appendix.first_row));
        const LaidTable laid(page_, form, inner_sheets_, labels_);
        add_laid(laid, index, inside);
        std::move(appendix.rows.begin(), appendix.rows.end(), std::back_inserter(appendix_));
    }

    void add_laid(const LaidTable& laid, std::size_t index, std::vector<bool>& inside) {
        const Table& table = laid.table();
        // The sheet around an inner one has left it out: whatever else it looks like, it is read here.
        const bool left_out = inside[index];
        if (!left_out && !table.hidden && add_overview(laid)) return;
        if (!left_out && !laid.is_sheet() && !goes_on_with_notes(laid)) return;
        if (table.hidden) {
            own_remarks_.push_back({remark::kHiddenTable, table.caption.empty() ? table.heading : table.caption, {}});
            return;
        }
        mark_nested(index, inside);
        if (laid.grid().cut()) own_remarks_.push_back({remark::kLimit, {}, "grid-slots"});
        add_rows(laid);
        // In a cell, those lines are part of its text.
        if (!left_out) add_following(table);
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
        if (builder_.another_begins(table)) close_sheet();
        begin_table(table);
        for (std::uint32_t row = 0; row < table.grid().rows();) {
            if (builder_.another_begins(table, row)) {
                close_sheet();
                begin_table(table);
            }
            row += builder_.add_row(table, row);
        }
        builder_.take_remarks(table.table().remarks);
        for (const SourcedText& hidden : table.table().hidden_texts) hidden_.push_back(hidden);
    }

    // The title of the next sheet may be a plain line between the two.
    void add_following(const Table& table) {
        for (const SourcedText& line : table.following)
            if (form_.match(line.text) != FieldId::title) following_.push_back(line);
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
    }

    void close_sheet() {
        if (!builder_.empty()) {
            for (const SourcedText& words : years_) builder_.set_fiscal_year(words);
            Sheet sheet = builder_.finish();
            for (const SourcedText& caption : captions_) sheet.unplaced.push_back({caption, {}, "表題"});
            for (const SourcedText& line : following_) sheet.unplaced.push_back({line, {}, "表の下"});
            for (const SourcedText& hidden : hidden_) sheet.unplaced.push_back({hidden, "（非表示）", {}});
            add_appendix(sheet, appendix_);
            document_.sheets.push_back(std::move(sheet));
        }
        builder_ = SheetBuilder(form_);
        years_.clear();
        captions_.clear();
        hidden_.clear();
        following_.clear();
        appendix_.clear();
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
        for (Sheet& sheet : document_.sheets) {
            if (sheet.fiscal_year) continue;
            sheet.fiscal_year = document_.fiscal_year;
            sheet.fiscal_year_text = document_.fiscal_year_text;
        }
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

    static SourcedText without_number(const SourcedText& entry) {
        const auto number = leading_number(entry.text);
        const std::size_t begin = number ? number->length : 0;
        return entry.slice(begin + heading_mark_length(std::string_view(entry.text).substr(begin)), entry.text.size())
            .trimmed();
    }

    const Page& page_;
    const Form& form_;
    LabelMemo labels_;
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
    std::vector<Remark> own_remarks_;
    std::vector<List> overviews_;
};

}  // namespace

std::vector<Document> interpret(const Page& page, const Form& form) { return Interpreter(page, form).interpret(); }

}  // namespace goalsheet
