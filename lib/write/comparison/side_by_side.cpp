// SPDX-License-Identifier: MIT
#include "write/comparison/side_by_side.hpp"

#include "write/comparison/words.hpp"

namespace goalsheet {
namespace {

using Op = WordPiece::Op;

// One version of a text: what stayed, and what the other version has not.
std::vector<MarkedText> side_of(const std::vector<WordPiece>& words, Op own) {
    std::vector<MarkedText> side;
    for (const WordPiece& word : words)
        if ((word.op == Op::same || word.op == own) && !word.text.empty()) side.push_back({word.text, word.op == own});
    return side;
}

std::vector<MarkedText> note(const Message& words, Lang lang) { return {{words.in(lang), false}}; }

SideRow row_of(const Difference& difference, Lang lang) {
    SideRow row;
    row.place = difference_address(difference, lang);
    for (const FigureDifference& figure : difference.figures)
        row.figures += (row.figures.empty() ? "" : "\n") + figure_words(figure, lang);
    switch (difference.kind) {
        case DifferenceKind::added:
            row.after = {{difference.after, true}};
            row.before = note({"（新設）", "(new)"}, lang);
            break;
        case DifferenceKind::removed:
            row.after = note({"（削除）", "(removed)"}, lang);
            row.before = {{difference.before, true}};
            break;
        case DifferenceKind::moved:
            row.after = {{difference.after, true}};
            row.before = {{difference.before, true}};
            break;
        case DifferenceKind::changed:
            row.after = side_of(difference.words, Op::added);
            row.before = side_of(difference.words, Op::removed);
            break;
    }
    return row;
}

void add_group(std::vector<SideGroup>& groups, std::string title, const std::vector<Difference>& differences,
               Lang lang) {
    if (differences.empty()) return;
    SideGroup& group = groups.emplace_back();
    group.title = std::move(title);
    for (const Difference& one : differences) group.rows.push_back(row_of(one, lang));
}

}  // namespace

std::vector<SideGroup> side_by_side(const Comparison& comparison, Lang lang) {
    std::vector<SideGroup> groups;
    add_group(groups, Message{"ページ", "Page"}.in(lang), comparison.pages, lang);
    for (const SheetComparison& sheet : comparison.sheets)
        add_group(groups, compared_sheet_title(sheet), sheet.differences, lang);
    return groups;
}

Message side_table_title() { return {"新旧対照表", "Old and new side by side"}; }

const Message& side_column_head(int column) {
    static const Message kHeads[kSideColumns] = {
        {"項目", "Place"}, {"新（変更後）", "New"}, {"旧（変更前）", "Old"}, {"変更の理由", "Reason for the change"}};
    return kHeads[column];
}

}  // namespace goalsheet
