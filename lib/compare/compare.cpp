// SPDX-License-Identifier: MIT
#include "goalsheet/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <set>
#include <utility>

#include "compare/alignment.hpp"
#include "compare/entry_diff.hpp"
#include "compare/figure_diff.hpp"
#include "compare/word_diff.hpp"
#include "goalsheet/text.hpp"
#include "model/measure_fields.hpp"

namespace goalsheet {
namespace {

struct SheetAt {
    const Document* document = nullptr;
    std::size_t document_index = 0;
    const Sheet* sheet = nullptr;
};

std::vector<SheetAt> sheets_of(std::span<const Document> documents) {
    std::vector<SheetAt> sheets;
    for (std::size_t i = 0; i < documents.size(); ++i)
        for (const Sheet& sheet : documents[i].sheets) sheets.push_back({&documents[i], i, &sheet});
    return sheets;
}

EditionSheet edition_sheet(const SheetAt& at) {
    const Sheet& sheet = *at.sheet;
    const SourcedText& department = sheet.department.empty() ? at.document->department : sheet.department;
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : at.document->fiscal_year;
    return {sheet.goal.text, sheet.priority, department.text, year ? std::optional(year->gregorian) : std::nullopt};
}

std::vector<EditionSheet> edition_of(const std::vector<SheetAt>& sheets) {
    std::vector<EditionSheet> edition;
    for (const SheetAt& at : sheets) edition.push_back(edition_sheet(at));
    return edition;
}

// Two versions of one year, and not two years.
Years years_of(const std::vector<EditionSheet>& before, const std::vector<EditionSheet>& after) {
    std::set<std::optional<int>> years;
    for (const auto* edition : {&before, &after})
        for (const EditionSheet& one : *edition) years.insert(one.year);
    return years.size() <= 1 ? Years::same : Years::any;
}

std::optional<DifferencePlace> place_of(const Document* document, const SourcedText& text) {
    if (!document) return std::nullopt;
    DifferencePlace place{document->source.path, 0, 0, {}};
    const auto source = text.source_of();
    if (source && document->source.text) {
        const Position position = document->source.text->position(source->first);
        place.line = position.line;
        place.column = position.column;
        place.cell = document->source.text->line_name(position.line);
    }
    return place;
}

std::string year_text(const std::optional<FiscalYear>& year) {
    return year ? fmt::format("{}（{}）", year->label, year->gregorian) : std::string{};
}

std::string sdgs_text(const Sheet& sheet) {
    std::string text;
    for (const SdgGoal& sdg : sheet.sdgs)
        text += fmt::format("{}{} {}", text.empty() ? "" : "\n", sdg.number, sdg.name.text);
    return text;
}

std::string measure_text(const Measure& measure) {
    std::string text;
    for (const MeasureField& field : kMeasureFields) append_line(text, (measure.*field.text).text);
    append_line(text, entry_lines(measure));
    return text;
}

std::string item_text(const Item& item) {
    std::string text = item.title.text;
    for (const Measure& measure : item.measures)
        append_line(text, fmt::format("({}) {}", measure.number, measure_text(measure)));
    append_line(text, entry_lines(item));
    return text;
}

const SourcedText& place_text(const Measure& measure) {
    for (const MeasureField& field : kMeasureFields)
        if (!(measure.*field.text).empty()) return measure.*field.text;
    return measure.action;
}

const SourcedText& place_text(const Item& item) {
    if (!item.number_text.empty()) return item.number_text;
    return item.title.empty() && !item.measures.empty() ? place_text(item.measures[0]) : item.title;
}

const SourcedText& place_text(const Sheet& sheet) { return sheet.goal.empty() ? sheet.place : sheet.goal; }

// The entries of `order` that stand outside its longest rising sequence: what moved, with the least moved.
std::set<std::size_t> out_of_order(const std::vector<std::size_t>& order) {
    std::vector<std::size_t> ends;  // index of the last entry of the best sequence of each length
    std::vector<std::size_t> previous(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), order[i],
                                         [&](std::size_t end, std::size_t value) { return order[end] < value; });
        previous[i] = at == ends.begin() ? i : *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::set<std::size_t> moved;
    for (std::size_t i = 0; i < order.size(); ++i) moved.insert(i);
    if (ends.empty()) return moved;
    for (std::size_t i = ends.back();; i = previous[i]) {
        moved.erase(i);
        if (previous[i] == i) return moved;
    }
}

// What is empty stands nowhere.
void set_texts(Difference& difference, std::string before, std::string after) {
    difference.kind = before.empty()  ? DifferenceKind::added
                      : after.empty() ? DifferenceKind::removed
                                      : DifferenceKind::changed;
    if (difference.kind == DifferenceKind::changed) difference.words = diff_words(before, after);
    if (before.empty()) difference.old_place.reset();
    if (after.empty()) difference.new_place.reset();
    difference.before = std::move(before);
    difference.after = std::move(after);
}

/// Compares two versions of one sheet.
class SheetComparer {
public:
    SheetComparer(SheetComparison& result, Years years) : result_(result), years_(years) {}

    void run() {
        const Sheet& before = *result_.before;
        const Sheet& after = *result_.after;
        add_text(FieldId::goal, before.goal, after.goal);
        add_text(FieldId::department, before.department, after.department);
        add_words(FieldId::priority, rank(before), before.priority_text, rank(after), after.priority_text);
        add_words(FieldId::fiscal_year, year_text(before.fiscal_year), before.fiscal_year_text,
                  year_text(after.fiscal_year), after.fiscal_year_text);
        add_alignments();
        add_text(FieldId::situation, before.situation, after.situation);
        add_text(FieldId::purpose, before.purpose, after.purpose);
        add_words(FieldId::sdgs, sdgs_text(before), before.sdgs_text, sdgs_text(after), after.sdgs_text);
        add_items();
        add_text(FieldId::participation, before.notes.participation, after.notes.participation);
        add_text(FieldId::outcomes, before.notes.outcomes, after.notes.outcomes);
        add_entries(DifferencePart::sheet, before, after, [](Difference&) {});
        add_unplaced();
    }

private:
    static std::string rank(const Sheet& sheet) {
        return sheet.priority ? fmt::format("{}位", *sheet.priority) : std::string{};
    }

    // Of a part that stands on one side only there is one place.
    Difference make(DifferencePart part, std::optional<FieldId> field, const SourcedText* before,
                    const SourcedText* after) const {
        Difference difference;
        difference.part = part;
        difference.field = field;
        if (before) difference.old_place = place_of(result_.old_document, *before);
        if (after) difference.new_place = place_of(result_.new_document, *after);
        return difference;
    }

    void add(Difference difference) { result_.differences.push_back(std::move(difference)); }

    void add_words(FieldId field, std::string before, const SourcedText& old_place, std::string after,
                   const SourcedText& new_place) {
        if (before == after) return;
        Difference difference = make(DifferencePart::sheet, field, &old_place, &new_place);
        set_texts(difference, std::move(before), std::move(after));
        add(std::move(difference));
    }

    void add_text(FieldId field, const SourcedText& before, const SourcedText& after) {
        add_words(field, before.text, before, after.text, after);
    }

    // Extras and values by year of a sheet, item or measure; `number` says which.
    template <class Owner, class Number>
    void add_entries(DifferencePart part, const Owner& before, const Owner& after, Number number) {
        for (const EntryDifference& one : diff_extras(before.extras, after.extras)) add_entry(part, one, number);
        for (const EntryDifference& one : diff_series(before.series, after.series)) add_entry(part, one, number);
    }

    template <class Number>
    void add_entry(DifferencePart part, const EntryDifference& one, Number number) {
        Difference difference = make(part, one.field, one.before, one.after);
        number(difference);
        difference.label = one.label;
        set_texts(difference, one.before ? one.before->text : "", one.after ? one.after->text : "");
        // An entry without a text is still there or gone.
        if (!one.before) difference.kind = DifferenceKind::added;
        if (!one.after) difference.kind = DifferenceKind::removed;
        add(std::move(difference));
    }

    // ---- 位置付け: by plan, in order

    void add_alignments() {
        const std::vector<Alignment>& before = result_.before->alignments;
        std::map<std::string, std::vector<std::size_t>> open;  // by plan, the first one last
        for (std::size_t i = before.size(); i-- > 0;) open[fold(before[i].plan.text)].push_back(i);
        std::vector<bool> found(before.size());
        for (const Alignment& after : result_.after->alignments) {
            const auto same = open.find(fold(after.plan.text));
            const bool any = same != open.end() && !same->second.empty();
            add_alignment(any ? &before[same->second.back()] : nullptr, &after);
            if (!any) continue;
            found[same->second.back()] = true;
            same->second.pop_back();
        }
        for (std::size_t i = 0; i < before.size(); ++i)
            if (!found[i]) add_alignment(&before[i], nullptr);
    }

    void add_alignment(const Alignment* before, const Alignment* after) {
        assert(before || after);
        const auto text = [](const Alignment* one) {
            return one ? one->plan.text + "\n" + one->text.text : std::string{};
        };
        if (before && after && before->plan == after->plan && before->text == after->text) return;
        Difference difference = make(DifferencePart::sheet, FieldId::alignment, before ? &before->plan : nullptr,
                                     after ? &after->plan : nullptr);
        difference.label = (after ? after : before)->plan.text;
        const bool same_plan = before && after && before->plan == after->plan;
        set_texts(difference, same_plan ? before->text.text : text(before), same_plan ? after->text.text : text(after));
        add(std::move(difference));
    }

    // ---- items and measures

    struct OpenMeasure {
        const Item* item;
        const Measure* measure;
    };

    void add_items() {
        const auto& before = result_.before->items;
        const auto& after = result_.after->items;
        const std::vector<PartPair> pairs = match_items(*result_.before, *result_.after, years_);
        const std::set<std::size_t> moved = moved_of(pairs);
        std::vector<bool> kept(before.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (next < pairs.size() && pairs[next].after == i) {
                kept[pairs[next].before] = true;
                add_item(before[pairs[next].before], after[i], moved.contains(next));
                ++next;
            } else {
                add_whole_item(nullptr, &after[i]);
            }
        }
        for (std::size_t i = 0; i < before.size(); ++i)
            if (!kept[i]) add_whole_item(&before[i], nullptr);
        add_stray_measures();
    }

    static std::set<std::size_t> moved_of(const std::vector<PartPair>& pairs) {
        std::vector<std::size_t> order;
        for (const PartPair& pair : pairs) order.push_back(pair.before);
        return out_of_order(order);
    }

    void add_whole_item(const Item* before, const Item* after) {
        Difference difference = make(DifferencePart::item, std::nullopt, before ? &place_text(*before) : nullptr,
                                     after ? &place_text(*after) : nullptr);
        if (before) difference.item_before = before->number;
        if (after) difference.item_after = after->number;
        difference.kind = before ? DifferenceKind::removed : DifferenceKind::added;
        if (before) difference.before = item_text(*before);
        if (after) difference.after = item_text(*after);
        add(std::move(difference));
    }

    void add_item(const Item& before, const Item& after, bool moved) {
        if (before.number != after.number || moved) {
            Difference difference = make(DifferencePart::item, std::nullopt, &place_text(before), &place_text(after));
            set_numbers(difference, before, nullptr, after, nullptr);
            difference.kind = DifferenceKind::moved;
            difference.before = fmt::format("{}", before.number);
            difference.after = fmt::format("{}", after.number);
            add(std::move(difference));
        }
        if (before.title != after.title) {
            Difference difference = make(DifferencePart::item, FieldId::item, &before.title, &after.title);
            set_numbers(difference, before, nullptr, after, nullptr);
            set_texts(difference, before.title.text, after.title.text);
            add(std::move(difference));
        }
        add_measures(before, after);
        add_entries(DifferencePart::item, before, after,
                    [&](Difference& difference) { set_numbers(difference, before, nullptr, after, nullptr); });
    }

    static void set_numbers(Difference& difference, const Item& item_before, const Measure* before,
                            const Item& item_after, const Measure* after) {
        difference.item_before = item_before.number;
        difference.item_after = item_after.number;
        if (before) difference.measure_before = before->number;
        if (after) difference.measure_after = after->number;
    }

    void add_measures(const Item& before, const Item& after) {
        const std::vector<PartPair> pairs = match_measures(before, after, years_);
        const std::set<std::size_t> moved = moved_of(pairs);
        std::vector<bool> kept(before.measures.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < after.measures.size(); ++i) {
            if (next < pairs.size() && pairs[next].after == i) {
                kept[pairs[next].before] = true;
                add_measure(before, before.measures[pairs[next].before], after, after.measures[i],
                            moved.contains(next));
                ++next;
            } else {
                come_.push_back({&after, &after.measures[i]});
            }
        }
        for (std::size_t i = 0; i < before.measures.size(); ++i)
            if (!kept[i]) gone_.push_back({&before, &before.measures[i]});
    }

    void add_measure(const Item& item_before, const Measure& before, const Item& item_after, const Measure& after,
                     bool moved) {
        if (before.number != after.number || moved) {
            Difference difference =
                make(DifferencePart::measure, std::nullopt, &place_text(before), &place_text(after));
            set_numbers(difference, item_before, &before, item_after, &after);
            difference.kind = DifferenceKind::moved;
            difference.before = fmt::format("{}({})", circled(item_before.number), before.number);
            difference.after = fmt::format("{}({})", circled(item_after.number), after.number);
            add(std::move(difference));
        }
        for (const auto& [field, column, cell] : kMeasureFields) {
            if (before.*column == after.*column) continue;
            Difference difference = make(DifferencePart::measure, field, &(before.*column), &(after.*column));
            set_numbers(difference, item_before, &before, item_after, &after);
            set_texts(difference, (before.*column).text, (after.*column).text);
            if (field == FieldId::target)
                difference.figures =
                    diff_figures(difference.before, year(result_.before), difference.after, year(result_.after));
            add(std::move(difference));
        }
        const auto number = [&](Difference& difference) {
            set_numbers(difference, item_before, &before, item_after, &after);
        };
        for (const EntryDifference& one : diff_indicators(before, after))
            add_entry(DifferencePart::measure, one, number);
        add_entries(DifferencePart::measure, before, after, number);
    }

    static int year(const Sheet* sheet) { return sheet->fiscal_year ? sheet->fiscal_year->gregorian : 0; }

    // A measure that has left one item and come to another moved; the others came or went.
    void add_stray_measures() {
        std::map<std::string, std::vector<const OpenMeasure*>> gone;
        for (auto one = gone_.rbegin(); one != gone_.rend(); ++one)
            if (!one->measure->action.empty()) gone[fold(one->measure->action.text)].push_back(&*one);
        std::set<const Measure*> matched;
        for (const OpenMeasure& come : come_) {
            const auto same = gone.find(fold(come.measure->action.text));
            if (same == gone.end() || same->second.empty()) {
                add_whole_measure(nullptr, &come);
                continue;
            }
            const OpenMeasure* from = same->second.back();
            same->second.pop_back();
            matched.insert(from->measure);
            add_measure(*from->item, *from->measure, *come.item, *come.measure, true);
        }
        for (const OpenMeasure& one : gone_)
            if (!matched.contains(one.measure)) add_whole_measure(&one, nullptr);
    }

    void add_whole_measure(const OpenMeasure* before, const OpenMeasure* after) {
        Difference difference =
            make(DifferencePart::measure, std::nullopt, before ? &place_text(*before->measure) : nullptr,
                 after ? &place_text(*after->measure) : nullptr);
        if (before) {
            difference.item_before = before->item->number;
            difference.measure_before = before->measure->number;
            difference.before = measure_text(*before->measure);
        }
        if (after) {
            difference.item_after = after->item->number;
            difference.measure_after = after->measure->number;
            difference.after = measure_text(*after->measure);
        }
        difference.kind = before ? DifferenceKind::removed : DifferenceKind::added;
        add(std::move(difference));
    }

    // ---- texts without a field: those with the same label and words are the same

    void add_unplaced() {
        std::map<std::pair<std::string, std::string>, int> open;
        for (const Unplaced& one : result_.before->unplaced) ++open[{one.label, one.text.text}];
        std::vector<const Unplaced*> come;
        for (const Unplaced& one : result_.after->unplaced) {
            const auto same = open.find({one.label, one.text.text});
            if (same != open.end() && same->second > 0)
                --same->second;
            else
                come.push_back(&one);
        }
        for (const Unplaced& one : result_.before->unplaced) {
            int& left = open[{one.label, one.text.text}];
            if (left > 0) add_one_unplaced(&one, nullptr);
            left -= left > 0;
        }
        for (const Unplaced* one : come) add_one_unplaced(nullptr, one);
    }

    void add_one_unplaced(const Unplaced* before, const Unplaced* after) {
        assert(before || after);
        Difference difference =
            make(DifferencePart::sheet, std::nullopt, before ? &before->text : nullptr, after ? &after->text : nullptr);
        difference.label = (before ? before : after)->label;
        difference.kind = before ? DifferenceKind::removed : DifferenceKind::added;
        if (before) difference.before = before->text.text;
        if (after) difference.after = after->text.text;
        add(std::move(difference));
    }

    SheetComparison& result_;
    Years years_;
    std::vector<OpenMeasure> gone_;
    std::vector<OpenMeasure> come_;
};

class Comparer {
public:
    Comparer(std::span<const Document> before, std::span<const Document> after)
        : old_documents_(before), new_documents_(after), before_(sheets_of(before)), after_(sheets_of(after)) {}

    Comparison run() {
        add_sheets();
        add_pages();
        return std::move(comparison_);
    }

private:
    void add_sheets() {
        const auto before = edition_of(before_);
        const auto after = edition_of(after_);
        const Years years = years_of(before, after);
        std::vector<std::optional<std::size_t>> old_of(after_.size());
        std::vector<bool> kept(before_.size());
        for (const SheetPair& pair : match_sheets(before, after, years)) {
            old_of[pair.after] = pair.before;
            kept[pair.before] = true;
        }
        for (std::size_t i = 0; i < after_.size(); ++i)
            add_sheet(old_of[i] ? &before_[*old_of[i]] : nullptr, &after_[i], years);
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!kept[i]) add_sheet(&before_[i], nullptr, years);
        mark_moved(old_of);
    }

    void add_sheet(const SheetAt* before, const SheetAt* after, Years years) {
        SheetComparison& result = comparison_.sheets.emplace_back();
        if (before) {
            result.old_document = before->document;
            result.before = before->sheet;
        }
        if (after) {
            result.new_document = after->document;
            result.after = after->sheet;
        }
        if (before && after) {
            SheetComparer(result, years).run();
            return;
        }
        Difference difference;
        difference.kind = before ? DifferenceKind::removed : DifferenceKind::added;
        (before ? difference.before : difference.after) = result.sheet().goal.text;
        (before ? difference.old_place : difference.new_place) =
            place_of(before ? before->document : after->document, place_text(result.sheet()));
        result.differences.push_back(std::move(difference));
    }

    // The order of sheets says something within a page only.
    void mark_moved(const std::vector<std::optional<std::size_t>>& old_of) {
        std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> pages;
        for (std::size_t i = 0; i < old_of.size(); ++i)
            if (old_of[i]) pages[{before_[*old_of[i]].document_index, after_[i].document_index}].push_back(i);
        for (const auto& [page, sheets] : pages) {
            std::vector<std::size_t> order;
            for (const std::size_t sheet : sheets) order.push_back(*old_of[sheet]);
            for (const std::size_t at : out_of_order(order)) add_moved(sheets[at], *old_of[sheets[at]]);
        }
    }

    void add_moved(std::size_t sheet, std::size_t old_sheet) {
        SheetComparison& result = comparison_.sheets[sheet];
        Difference difference;
        difference.kind = DifferenceKind::moved;
        difference.before = fmt::format("{}", result.before - result.old_document->sheets.data() + 1);
        difference.after = fmt::format("{}", result.after - result.new_document->sheets.data() + 1);
        difference.old_place = place_of(before_[old_sheet].document, place_text(*result.before));
        difference.new_place = place_of(after_[sheet].document, place_text(*result.after));
        result.differences.insert(result.differences.begin(), std::move(difference));
    }

    // ---- the pages themselves

    void add_pages() {
        std::vector<bool> kept(old_documents_.size());
        for (std::size_t i = 0; i < new_documents_.size(); ++i) {
            const auto old = find_old(i, kept);
            if (old) kept[*old] = true;
            add_page(old ? &old_documents_[*old] : nullptr, &new_documents_[i]);
        }
        for (std::size_t i = 0; i < old_documents_.size(); ++i)
            if (!kept[i]) add_page(&old_documents_[i], nullptr);
    }

    // The only page is the only page; else the one of the department.
    std::optional<std::size_t> find_old(std::size_t index, const std::vector<bool>& kept) const {
        if (old_documents_.size() == 1 && new_documents_.size() == 1) return 0;
        const std::string department = fold(new_documents_[index].department.text);
        for (std::size_t i = 0; i < old_documents_.size(); ++i)
            if (!kept[i] && fold(old_documents_[i].department.text) == department) return i;
        return std::nullopt;
    }

    void add_page(const Document* before, const Document* after) {
        const SourcedText none;
        add_page_text(FieldId::department, before, before ? before->department : none,
                      before ? before->department.text : "", after, after ? after->department : none,
                      after ? after->department.text : "");
        add_page_text(FieldId::fiscal_year, before, before ? before->fiscal_year_text : none,
                      before ? year_text(before->fiscal_year) : "", after, after ? after->fiscal_year_text : none,
                      after ? year_text(after->fiscal_year) : "");
        const auto first_goal = [&](const Document* page) {
            return page && !page->goals.empty() ? page->goals[0] : none;
        };
        add_page_text(FieldId::goal, before, first_goal(before), goals_text(before), after, first_goal(after),
                      goals_text(after));
    }

    static std::string goals_text(const Document* page) {
        std::string text;
        if (!page) return text;
        for (const SourcedText& goal : page->goals) text += (text.empty() ? "" : "\n") + goal.text;
        return text;
    }

    void add_page_text(FieldId field, const Document* old_page, const SourcedText& old_place, std::string before,
                       const Document* new_page, const SourcedText& new_place, std::string after) {
        if (before == after) return;
        Difference difference;
        difference.part = DifferencePart::page;
        difference.field = field;
        difference.old_place = place_of(old_page, old_place);
        difference.new_place = place_of(new_page, new_place);
        set_texts(difference, std::move(before), std::move(after));
        comparison_.pages.push_back(std::move(difference));
    }

    std::span<const Document> old_documents_;
    std::span<const Document> new_documents_;
    std::vector<SheetAt> before_;
    std::vector<SheetAt> after_;
    Comparison comparison_;
};

}  // namespace

bool Comparison::equal() const {
    return pages.empty() && std::all_of(sheets.begin(), sheets.end(),
                                        [](const SheetComparison& sheet) { return sheet.differences.empty(); });
}

std::size_t Comparison::count(DifferenceKind kind) const {
    const auto of_kind = [kind](const Difference& one) { return one.kind == kind; };
    auto count = std::count_if(pages.begin(), pages.end(), of_kind);
    for (const SheetComparison& sheet : sheets)
        count += std::count_if(sheet.differences.begin(), sheet.differences.end(), of_kind);
    return static_cast<std::size_t>(count);
}

std::string_view difference_kind_name(DifferenceKind kind) {
    switch (kind) {
        case DifferenceKind::added:
            return "added";
        case DifferenceKind::removed:
            return "removed";
        case DifferenceKind::changed:
            return "changed";
        case DifferenceKind::moved:
            return "moved";
    }
    return {};
}

std::string_view difference_part_name(DifferencePart part) {
    switch (part) {
        case DifferencePart::page:
            return "page";
        case DifferencePart::sheet:
            return "sheet";
        case DifferencePart::item:
            return "item";
        case DifferencePart::measure:
            return "measure";
    }
    return {};
}

Comparison compare(std::span<const Document> before, std::span<const Document> after) {
    return Comparer(before, after).run();
}

}  // namespace goalsheet
