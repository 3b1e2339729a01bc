// SPDX-License-Identifier: MIT
#include "goalsheet/form_draft.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/interpret.hpp"
#include "model/table_columns.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kLevels = "＞";

FieldId field_of(ExtraRole role) {
    constexpr FieldId kFields[] = {FieldId::grade, FieldId::progress, FieldId::section, FieldId::budget,
                                   FieldId::code,  FieldId::period,   FieldId::note,    FieldId::extra};
    return kFields[static_cast<std::size_t>(role)];
}

// What the standard form makes of a label already.
std::optional<FieldId> known_as(const std::string& label) { return Form::standard().match(label); }

/// A label no form knows, and the texts below it.
struct Unknown {
    std::string label;
    std::vector<std::string> texts;
};

class Learner {
public:
    explicit Learner(std::span<const Page> pages) : pages_(pages) {}

    FormDraft learn() {
        for (const Page& page : pages_) add_page(page);
        if (!read_) add_unread();
        for (const Unknown& unknown : unknown_) guess(unknown);
        find_name();
        find_absent();
        read_first_item();
        return std::move(draft_);
    }

private:
    void add_page(const Page& page) {
        for (const Document& document : interpret(page, Form::standard()))
            for (const Sheet& sheet : document.sheets) {
                if (sheet.items.empty()) continue;
                read_ = true;
                add_sheet(sheet, page);
            }
    }

    // ---- a page that the standard form reads already, by reasoning perhaps

    void add_sheet(const Sheet& sheet, const Page& page) {
        for (const LabelCell& cell : sheet.labels) add_label(cell.field, ExtraRole::other, cell.text.text, sheet);
        add_entries(sheet, sheet);
        for (const Item& item : sheet.items) {
            add_entries(item, sheet);
            for (const Measure& measure : item.measures) add_entries(measure, sheet);
        }
        for (const Unplaced& one : sheet.unplaced)
            if (!one.label.empty() && !one.label.starts_with("（") && !known_as(one.label))
                note_unknown(one.label, one.text.text);
        if (!sheet.goal.empty()) met_.insert(FieldId::goal);
        if (!sheet.department.empty()) met_.insert(FieldId::department);
        find_goal(sheet, page);
    }

    template <class Owner>
    void add_entries(const Owner& owner, const Sheet& sheet) {
        for (const Extra& extra : owner.extras) add_label(field_of(extra.role), extra.role, extra.label.text, sheet);
        for (const SeriesValue& value : owner.series) draft_.years_in_columns |= value.year != 0;
    }

    // Why a label was read as it was, where that took reasoning.
    static std::string evidence(const std::string& label, const Sheet& sheet) {
        for (const Remark& remark : sheet.remarks) {
            const std::size_t colon = remark.detail.find(": ");
            if (remark.text.text == label && colon != std::string::npos) return remark.detail.substr(colon + 2);
        }
        return "its words";
    }

    void add_label(FieldId field, ExtraRole role, const std::string& label, const Sheet& sheet) {
        met_.insert(field);
        if (trim(label).empty() || known_as(label) == field) return;
        DraftField drafted;
        drafted.field = field;
        drafted.role = role;
        drafted.why = evidence(label, sheet);
        const std::size_t level = label.rfind(kLevels);
        drafted.label = level == std::string::npos ? label : label.substr(level + kLevels.size());
        if (level != std::string::npos) drafted.under = known_as(label.substr(0, level));
        if (drafted.under == field) drafted.under.reset();
        add(std::move(drafted));
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
        } else if (drafted.field == FieldId::extra) {
            return;
        } else if (same->field && drafted.field && same->field != drafted.field) {
            same->why = std::string(field_name(*same->field)) + " (" + same->why + ") or " +
                        std::string(field_name(*drafted.field)) + " (" + drafted.why + ")";
            same->field.reset();
        }
    }

    void note_unknown(const std::string& label, const std::string& text) {
        const auto same = std::find_if(unknown_.begin(), unknown_.end(),
                                       [&](const Unknown& one) { return fold(one.label) == fold(label); });
        if (same == unknown_.end())
            unknown_.push_back({label, {text}});
        else
            same->texts.push_back(text);
    }

    void find_goal(const Sheet& sheet, const Page& page) {
        const bool labelled = std::any_of(sheet.labels.begin(), sheet.labels.end(),
                                          [](const LabelCell& cell) { return cell.field == FieldId::goal; });
        if (labelled || sheet.goal.empty() || draft_.goal != GoalPlace::anywhere) return;
        for (const Table& table : page.tables) {
            if (table.heading.text.find(sheet.goal.text) != std::string::npos) draft_.goal = GoalPlace::heading;
            if (table.caption.text.find(sheet.goal.text) != std::string::npos) draft_.goal = GoalPlace::caption;
        }
    }

    // ---- pages that nothing reads yet: the table that looks most like items

    void add_unread() {
        std::optional<TableColumns> best;
        for (const Page& page : pages_)
            for (const Table& table : page.tables) {
                if (table.hidden) continue;
                TableColumns columns = read_columns(table);
                if (columns.texts() > (best ? best->texts() : 0)) best = std::move(columns);
            }
        if (!best || best->columns.size() < 2) return;
        draft_.axis = best->axis;
        for (const LabelledTexts& column : best->columns) {
            if (const auto field = known_as(column.label)) {
                met_.insert(*field);
                if (is_item_part(*field)) draft_.recognise.push_back(column.label);
            }
        }
        for (const LabelledTexts& column : best->columns)
            if (!known_as(column.label) && !trim(column.label).empty()) {
                note_unknown(column.label, column.texts.empty() ? "" : column.texts.front());
                unknown_.back().texts = column.texts;
            }
        for (const Unknown& unknown : std::exchange(unknown_, {})) {
            guess(unknown);
            const DraftField& drafted = draft_.fields.back();
            if (drafted.field && is_item_part(*drafted.field)) draft_.recognise.push_back(drafted.label);
        }
    }

    static bool is_item_part(FieldId field) {
        return field == FieldId::item || field == FieldId::action || field == FieldId::target ||
               field == FieldId::midterm || field == FieldId::final || field == FieldId::indicator;
    }

    // ---- by what stands below a label

    bool met(FieldId field) const { return met_.contains(field); }

    std::optional<FieldId> field_for(TextKind kind) const {
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
                if (!met(FieldId::target)) return reported ? std::nullopt : std::optional(FieldId::target);
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

    void guess(const Unknown& unknown) {
        DraftField drafted;
        drafted.label = unknown.label;
        const auto kind = column_kind(unknown.texts);
        if (kind) {
            drafted.why = kind->describe();
            drafted.field = field_for(kind->kind);
        } else {
            drafted.why = unknown.texts.empty() ? "nothing stands below it" : "its cells are of several kinds";
        }
        if (drafted.field) met_.insert(*drafted.field);
        add(std::move(drafted));
    }

    // ---- around the fields

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
        const auto form = Form::parse(write_form_draft(without_unsure(draft_)), "draft");
        if (!form) return;
        for (const Page& page : pages_)
            for (const Document& document : interpret(page, *form))
                for (const Sheet& sheet : document.sheets) {
                    if (sheet.items.empty()) continue;
                    draft_.first_item = sheet.items.front();
                    return;
                }
    }

    static FormDraft without_unsure(FormDraft draft) {
        std::erase_if(draft.fields, [](const DraftField& one) { return !one.field; });
        return draft;
    }

    std::span<const Page> pages_;
    FormDraft draft_;
    std::set<FieldId> met_;
    std::vector<Unknown> unknown_;
    bool read_ = false;
};

}  // namespace

FormDraft learn_form(std::span<const Page> pages) { return Learner(pages).learn(); }

}  // namespace goalsheet
