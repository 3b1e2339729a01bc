// SPDX-License-Identifier: MIT
#include "goalsheet/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compare/alignment.hpp"
#include "compare/differences.hpp"
#include "compare/sheet_comparison.hpp"
#include "goalsheet/text.hpp"

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
            compare_sheet(result, years);
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
