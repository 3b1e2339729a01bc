// SPDX-License-Identifier: MIT
#include "compare/sheet_comparison.hpp"

#include <fmt/format.h>

#include <cassert>
#include <map>
#include <set>
#include <utility>

#include "compare/differences.hpp"
#include "compare/entry_diff.hpp"
#include "compare/figure_diff.hpp"
#include "goalsheet/text.hpp"
#include "model/measure_fields.hpp"

namespace goalsheet {
namespace {

std::string sdgs_text(const Sheet& sheet) {
    std::string text;
    for (const SdgGoal& sdg : sheet.sdgs)
        text += fmt::format("{}{} {}", text.empty() ? "" : "\n", sdg.number, sdg.name.text);
    return text;
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

    // By plan, in order.
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

    // Those with the same label and words are the same.
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
            if (left > 0) add_one_unplaced(one, DifferenceKind::removed);
            left -= left > 0;
        }
        for (const Unplaced* one : come) add_one_unplaced(*one, DifferenceKind::added);
    }

    void add_one_unplaced(const Unplaced& one, DifferenceKind kind) {
        const bool removed = kind == DifferenceKind::removed;
        Difference difference =
            make(DifferencePart::sheet, std::nullopt, removed ? &one.text : nullptr, removed ? nullptr : &one.text);
        difference.label = one.label;
        difference.kind = kind;
        (removed ? difference.before : difference.after) = one.text.text;
        add(std::move(difference));
    }

    SheetComparison& result_;
    Years years_;
    std::vector<OpenMeasure> gone_;
    std::vector<OpenMeasure> come_;
};

}  // namespace

void compare_sheet(SheetComparison& result, Years years) { SheetComparer(result, years).run(); }

}  // namespace goalsheet
