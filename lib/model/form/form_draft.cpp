// SPDX-License-Identifier: MIT
#include "goalsheet/form_draft.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "goalsheet/form_check.hpp"
#include "goalsheet/text.hpp"
#include "model/form/draft_settings.hpp"
#include "model/interpret.hpp"
#include "model/label.hpp"
#include "model/label_reader.hpp"
#include "model/labelled_grid.hpp"
#include "model/table_columns.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kItsWords = "its words";

FieldId field_of(ExtraRole role) {
    constexpr FieldId kFields[] = {FieldId::grade, FieldId::progress, FieldId::section, FieldId::budget,
                                   FieldId::code,  FieldId::period,   FieldId::note,    FieldId::extra};
    return kFields[static_cast<std::size_t>(role)];
}

// What the standard form makes of a label already.
std::optional<FieldId> known_as(const std::string& label) { return Form::standard().match(label); }

bool is_item_part(FieldId field) {
    return field == FieldId::item || field == FieldId::action || field == FieldId::target ||
           field == FieldId::midterm || field == FieldId::final || field == FieldId::indicator;
}

// 令和7年度実績値 is 実績値 next year, too; a line break in a cell is no part of its label.
std::string without_year(std::string label) {
    std::erase(label, '\n');
    if (const auto year = find_fiscal_year(label); year && year->end - year->begin < label.size())
        label.erase(year->begin, year->end - year->begin);
    return std::string(trim(label));
}

class Learner {
public:
    explicit Learner(std::span<const Page> pages) : pages_(pages), words_(Form::standard()) {}

    FormDraft learn() {
        for (const Page& page : pages_) add_page(page);
        std::optional<std::int64_t> worth;
        if (read_) worth = settle_read();
        if (!read_well_) add_unread(worth);
        find_name();
        find_absent();
        read_first_item();
        return std::move(draft_);
    }

private:
    void add_page(const Page& page) {
        const std::vector<Document> documents = interpret(page, Form::standard());
        read_well_ = read_well_ && count_texts({}, documents).passes();
        for (const Document& document : documents)
            for (const Sheet& sheet : document.sheets) {
                if (sheet.items.empty()) continue;
                read_ = true;
                add_sheet(sheet);
            }
    }

    // Pages that the standard form reads already, by reasoning perhaps: its reasons become lines of the form.

    void add_sheet(const Sheet& sheet) {
        for (const LabelCell& cell : sheet.labels) met_.insert(cell.field);
        for (const Remark& remark : sheet.remarks) add_reasoned(remark, sheet);
        add_entries(sheet);
        for (const Item& item : sheet.items) {
            add_entries(item);
            for (const Measure& measure : item.measures) add_entries(measure);
        }
        for (const Unplaced& one : sheet.unplaced)
            if (!one.label.empty() && !one.label.starts_with("（") && !known_as(one.label))
                note_unknown(one.label, one.text.text);
        if (!sheet.goal.empty()) met_.insert(FieldId::goal);
        if (!sheet.department.empty()) met_.insert(FieldId::department);
    }

    std::optional<std::int64_t> settle_read() {
        for (const LabelledTexts& unknown : std::exchange(unknown_, {})) guess(unknown, false);
        keep_reading(draft_, pages_);
        return choose_settings(draft_, pages_);
    }

    // „final: its words“, of a label that the standard form lacks.
    void add_reasoned(const Remark& remark, const Sheet& sheet) {
        if (remark.kind != remark::kLabelReasoned && remark.kind != remark::kColumnInferred) return;
        const std::size_t colon = remark.detail.find(": ");
        if (colon == std::string::npos || is_value(remark.text, sheet)) return;
        const auto field = field_from_name(std::string_view(remark.detail).substr(0, colon));
        if (!field || *field == FieldId::fiscal_year) return;
        add_label(*field, ExtraRole::other, remark.text.text, remark.detail.substr(colon + 2));
    }

    // A column without a label is named by its first cell.
    static bool is_value(const SourcedText& text, const Sheet& sheet) {
        for (const Item& item : sheet.items) {
            if (item.title == text) return true;
            for (const Measure& measure : item.measures)
                if (measure.deadline == text || measure.target == text || measure.final == text) return true;
        }
        return false;
    }

    template <class Owner>
    void add_entries(const Owner& owner) {
        for (const Extra& extra : owner.extras)
            add_label(field_of(extra.role), extra.role, extra.label.text, std::string(kItsWords));
        for (const SeriesValue& value : owner.series) draft_.years_in_columns |= value.year != 0;
    }

    void add_label(FieldId field, ExtraRole role, const std::string& label, std::string why) {
        met_.insert(field);
        LabelLevels path = split_levels(label);
        // 数値 and 令和5年度 say nothing that the label above them does not.
        while (!path.above.empty() && says_nothing(path.leaf)) path = split_levels(path.above);
        const LabelReading& own = words_.read(path.leaf);
        const std::string name = without_year(std::string(without_number_behind(path.leaf)));
        if (name.empty() || own.only_year || (own.timed && !path.above.empty()) || known_as(name) == field) return;
        DraftField drafted{field, name, {}, role, std::move(why)};
        if (!path.above.empty()) drafted.under = words_.read(split_levels(path.above).leaf).field;
        if (drafted.under == field) drafted.under.reset();
        add(std::move(drafted));
    }

    bool says_nothing(const std::string& label) {
        const LabelReading& reading = words_.read(label);
        return reading.generic || reading.only_year || reading.start;
    }

    // Two readings of one label are none.
    void add(DraftField drafted) {
        const auto same = std::find_if(draft_.fields.begin(), draft_.fields.end(), [&](const DraftField& one) {
            return fold(one.label) == fold(drafted.label) && one.under == drafted.under;
        });
        if (same == draft_.fields.end()) {
            draft_.fields.push_back(std::move(drafted));
        } else if (same->field == FieldId::extra && drafted.field) {
            *same = std::move(drafted);  // says more
        } else if (drafted.field != FieldId::extra && same->field && drafted.field && same->field != drafted.field) {
            same->why = std::string(field_name(*same->field)) + " (" + same->why + ") or " +
                        std::string(field_name(*drafted.field)) + " (" + drafted.why + ")";
            same->field.reset();
        }
    }

    void note_unknown(const std::string& label, const std::string& text) {
        const auto same = std::find_if(unknown_.begin(), unknown_.end(),
                                       [&](const LabelledTexts& one) { return fold(one.label) == fold(label); });
        if (same == unknown_.end())
            unknown_.push_back({label, {text}});
        else
            same->texts.push_back(text);
    }

    // Pages that are not read well yet: the table that looks most like items, with its labels on top or on the left,
    // whichever leaves less over.

    void add_unread(std::optional<std::int64_t> best) {
        FormDraft chosen = draft_;
        std::set<FieldId> met = met_;
        std::set<FieldId> around = met_;
        std::erase_if(around, [](FieldId field) { return !is_header_field(field); });
        for (const TableColumns& columns : largest_tables()) {
            draft_ = {};
            met_ = around;
            draft_columns(columns);
            const auto worth = choose_settings(draft_, pages_);
            const bool first = chosen.fields.empty() && !best;
            if (!first && (!worth || (best && *worth <= *best))) continue;
            best = worth;
            chosen = std::move(draft_);
            met = met_;
        }
        draft_ = std::move(chosen);
        met_ = std::move(met);
    }

    // Of each way that tables have labels, the table with most texts.
    std::vector<TableColumns> largest_tables() {
        std::vector<TableColumns> largest;
        for (const Page& page : pages_)
            for (const Table& table : page.tables) {
                if (table.hidden) continue;
                for (TableColumns& columns : read_columns(table)) {
                    if (columns.columns.size() < 2 || is_of_another_kind(columns)) continue;
                    const auto same = std::find_if(largest.begin(), largest.end(),
                                                   [&](const auto& one) { return one.axis == columns.axis; });
                    if (same == largest.end())
                        largest.push_back(std::move(columns));
                    else if (columns.texts() > same->texts())
                        *same = std::move(columns);
                }
            }
        return largest;
    }

    // 議題 | 出席: labels that tables of meetings, grants or requests have.
    bool is_of_another_kind(const TableColumns& columns) {
        return std::count_if(columns.columns.begin(), columns.columns.end(),
                             [this](const LabelledTexts& column) { return words_.read(column.label).foreign; }) > 1;
    }

    void draft_columns(const TableColumns& columns) {
        draft_.axis = columns.axis;
        struct Unknown {
            const LabelledTexts* column;
            bool behind_report;
        };
        std::vector<Unknown> unknown;
        bool reported = false;
        for (const LabelledTexts& column : columns.columns) {
            if (trim(column.label).empty()) continue;
            // 課題1, 課題2 are one for each item, whatever 課題 is above the items.
            const auto known = known_as(column.label);
            const auto read = known ? known : words_.read(column.label).field;
            if (!read || (column.numbered && !is_item_part(*read))) {
                unknown.push_back({&column, reported});
                continue;
            }
            met_.insert(*read);
            reported = reported || *read == FieldId::midterm || *read == FieldId::final;
            if (is_item_part(*read)) draft_.recognise.push_back(column.label);
            if (!known) add({*read, without_year(column.label), {}, ExtraRole::other, std::string(kItsWords)});
        }
        for (const Unknown& one : unknown) {
            guess(*one.column, !one.behind_report);
            const DraftField& drafted = draft_.fields.back();
            if (drafted.field && is_item_part(*drafted.field)) draft_.recognise.push_back(drafted.label);
        }
        sort_as(columns);
    }

    // As the table has them: people look from one to the other.
    void sort_as(const TableColumns& columns) {
        const auto place = [&](const DraftField& field) {
            return std::find_if(columns.columns.begin(), columns.columns.end(),
                                [&](const LabelledTexts& column) { return without_year(column.label) == field.label; });
        };
        std::stable_sort(draft_.fields.begin(), draft_.fields.end(),
                         [&](const DraftField& a, const DraftField& b) { return place(a) < place(b); });
    }

    // By what stands below a label.

    bool met(FieldId field) const { return met_.contains(field); }

    // `before_report`: figures in front of what was reached are what is to be reached.
    std::optional<FieldId> field_for(TextKind kind, bool before_report) const {
        const bool named = met(FieldId::item) || met(FieldId::action) || met(FieldId::indicator);
        const bool reported = met(FieldId::midterm) || met(FieldId::final);
        switch (kind) {
            case TextKind::mark:
                return met(FieldId::item_number) ? FieldId::code : FieldId::item_number;
            case TextKind::date:
                return met(FieldId::deadline) ? std::nullopt : std::optional(FieldId::deadline);
            case TextKind::percent:
                return met(FieldId::target) ? std::optional(FieldId::progress) : std::nullopt;
            case TextKind::grade:
                return FieldId::grade;
            case TextKind::section:
                return FieldId::section;
            case TextKind::figure:
                if (!met(FieldId::target))
                    return reported && !before_report ? std::nullopt : std::optional(FieldId::target);
                return reported ? std::nullopt : std::optional(FieldId::final);
            case TextKind::words:
                if (!met(FieldId::item)) return FieldId::item;
                [[fallthrough]];
            case TextKind::sentence:
                if (!named) return FieldId::item;
                if (met(FieldId::target) && !reported) return FieldId::final;
                break;
        }
        return std::nullopt;
    }

    void guess(const LabelledTexts& unknown, bool before_report) {
        DraftField drafted;
        drafted.label = without_year(unknown.label);
        const auto kind = column_kind(unknown.texts);
        if (kind) {
            drafted.why = kind->describe();
            drafted.field = field_for(kind->kind, before_report);
        } else {
            drafted.why = unknown.texts.empty() ? "nothing stands below it" : "its cells are of several kinds";
        }
        if (unknown.numbered && !drafted.field && !met(FieldId::item)) {
            drafted.field = FieldId::item;
            drafted.why = "a number stands behind each";
        }
        if (drafted.field) met_.insert(*drafted.field);
        add(std::move(drafted));
    }

    void find_name() {
        for (const Page& page : pages_) {
            for (const SourcedText* text : first_words(page)) {
                if (text->empty() || !draft_.name.empty()) continue;
                std::string name(trim(split_lines(text->text).front()));
                if (const auto year = find_fiscal_year(name)) name.erase(year->begin, year->end - year->begin);
                draft_.name = trim(name);
            }
        }
        if (draft_.name.empty()) draft_.name = Form::standard().name();
    }

    static std::vector<const SourcedText*> first_words(const Page& page) {
        std::vector<const SourcedText*> words;
        for (const SourcedText& heading : page.headings) words.push_back(&heading);
        for (const Table& table : page.tables) words.push_back(&table.caption);
        words.push_back(&page.title);
        return words;
    }

    void find_absent() {
        for (const FormField& field : Form::standard().fields())
            if (field.required && !met(field.field)) draft_.absent.push_back(field.field);
    }

    void read_first_item() {
        const auto form = form_of(draft_);
        if (!form) return;
        for (const Page& page : pages_)
            for (const Document& document : interpret(page, *form))
                for (const Sheet& sheet : document.sheets) {
                    if (sheet.items.empty()) continue;
                    draft_.first_item = sheet.items.front();
                    return;
                }
    }

    std::span<const Page> pages_;
    LabelReader words_;  ///< what labels say by their words alone
    FormDraft draft_;
    std::set<FieldId> met_;
    std::vector<LabelledTexts> unknown_;
    bool read_ = false;
    bool read_well_ = true;  ///< no page has more than a tenth of its texts in no field
};

}  // namespace

FormDraft learn_form(std::span<const Page> pages) { return Learner(pages).learn(); }

}  // namespace goalsheet
