// SPDX-License-Identifier: MIT
#include "model/document_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "goalsheet/text.hpp"
#include "model/heading_words.hpp"
#include "model/items/running_lines.hpp"
#include "model/label_reader.hpp"

namespace goalsheet {

bool is_sheet_title(const SourcedText& text, const Form& form) {
    return !text.empty() && (form.match(text.text) == FieldId::title || has_title_word(fold(text.text)));
}

namespace {

void find_department(Document& document) {
    std::map<std::string, std::size_t> votes;
    for (const Sheet& sheet : document.sheets)
        if (!sheet.department.empty()) ++votes[sheet.department.text];
    std::size_t most = 0;
    for (const Sheet& sheet : document.sheets) {
        const std::size_t count = votes[sheet.department.text];
        if (sheet.department.empty() || count <= most) continue;
        most = count;
        document.department = sheet.department;
    }
}

// 部長マニフェスト2024.
bool names_year_alone(const SourcedText& text, const Form& form) {
    if (is_sheet_title(text, form) || names_sheet(text.text)) return true;
    const std::string folded = fold(text.text);
    constexpr std::array<std::string_view, 4> kWords = {"目標", "方針", "計画", "プラン"};
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// 平成18年度目標, 平成18年度実績: where all labels that name a year name one, it is the page's.
void find_year_in_labels(Document& document) {
    std::optional<FiscalYear> found;
    SourcedText words;
    for (const Sheet& sheet : document.sheets)
        for (const LabelCell& label : sheet.labels) {
            const auto year = find_fiscal_year(label.text.text);
            if (!year) continue;
            if (found && found->gregorian != year->gregorian) return;
            if (!found) words = label.text.slice(year->begin, year->end);
            found = FiscalYear{year->label, year->gregorian};
        }
    document.fiscal_year = found;
    document.fiscal_year_text = words;
}

// The page's own words first, then what most sheets say; sheets without a year have the page's.
void find_year(Document& document, const Page& page, const Form& form, bool strict) {
    std::vector<SourcedText> words = page.headings;
    words.push_back(page.title);
    for (const SourcedText& text : words) {
        const auto year = find_fiscal_year(text.text);
        if (!year || document.fiscal_year) continue;
        document.fiscal_year = FiscalYear{year->label, year->gregorian};
        document.fiscal_year_text = text.slice(year->begin, year->end);
    }
    for (const SourcedText& text : words) {
        const auto year =
            strict || document.fiscal_year || !names_year_alone(text, form) ? std::nullopt : bare_year(text.text);
        if (!year) continue;
        document.fiscal_year = FiscalYear{year->label, year->gregorian};
        document.fiscal_year_text = text.slice(year->begin, year->end);
    }
    if (!document.fiscal_year) {
        for (const Sheet& sheet : document.sheets) {
            if (!sheet.fiscal_year || document.fiscal_year) continue;
            document.fiscal_year = sheet.fiscal_year;
            document.fiscal_year_text = sheet.fiscal_year_text;
        }
    }
    if (!document.fiscal_year) find_year_in_labels(document);
    for (Sheet& sheet : document.sheets) {
        if (sheet.fiscal_year) continue;
        sheet.fiscal_year = document.fiscal_year;
        sheet.fiscal_year_text = document.fiscal_year_text;
    }
}

// 令和7年度 重点目標: the list whose entries are goals of the sheets, else one under a heading that says so.
void find_goals(Document& document, const Page& page, const std::vector<List>& overviews) {
    std::map<std::string, bool> goals;
    for (const Sheet& sheet : document.sheets) goals[fold(sheet.goal.text)] = true;
    const List* chosen = nullptr;
    std::vector<const List*> lists;
    for (const List& list : page.lists) lists.push_back(&list);
    for (const List& list : overviews) lists.push_back(&list);
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
    for (const SourcedText& entry : chosen->entries) document.goals.push_back(without_number(entry));
}

}  // namespace

void read_document_words(Document& document, const Page& page, const Form& form, const std::vector<List>& overviews,
                         bool strict) {
    find_department(document);
    find_year(document, page, form, strict);
    find_goals(document, page, overviews);
}

// Headings of the items stand over rows, too; an overview has none of them.
std::optional<List> read_overview(const LaidTable& table) {
    for (const FieldId field :
         {FieldId::item, FieldId::action, FieldId::deadline, FieldId::target, FieldId::midterm, FieldId::final})
        if (table.has(field)) return std::nullopt;
    const auto label = table.goals_of_list();
    if (!label) return std::nullopt;
    const GridCell& heading = table.grid().cells()[*label];
    List list;  // without a heading: its goals have to be those of the sheets
    for (std::uint32_t cell = *label + 1; cell < table.grid().cells().size(); ++cell)
        if (table.grid().cells()[cell].row > heading.row && table.grid().cells()[cell].column == heading.column &&
            !table.text(cell).empty())
            list.entries.push_back(table.text(cell));
    return list;
}

}  // namespace goalsheet
