// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "goalsheet/write_comparison.hpp"
#include "text/escape.hpp"
#include "write/comparison/words.hpp"

namespace goalsheet {
namespace {

using Op = WordPiece::Op;

// Strong and struck words do not take beside Japanese ones in CommonMark (a delimiter between two letters): the marks
// are those of the text form.
std::string piece(Op op, const std::string& text) {
    if (op == Op::same || text.empty()) return text;
    return op == Op::added ? "{+" + text + "+}" : "[-" + text + "-]";
}

void add_part(std::string& out, const std::string& title, const std::vector<Difference>& differences, Lang lang) {
    if (differences.empty()) return;
    out += fmt::format("\n## {}\n\n", escape_markdown_line(title));
    for (const Difference& one : differences) {
        out += fmt::format("- {}: {} ({})\n", difference_kind_words(one.kind).in(lang),
                           escape_markdown_line(difference_address(one, lang)),
                           escape_markdown_line(difference_places(one)));
        if (const std::string words = change_words(one, piece); !words.empty())
            out += fmt::format("  - {}\n", escape_markdown_line(words));
        for (const FigureDifference& figure : one.figures)
            out += fmt::format("  - {}\n", escape_markdown_line(figure_words(figure, lang)));
    }
}

}  // namespace

std::string write_comparison_markdown(const Comparison& comparison, const ComparisonNames& names, Lang lang) {
    std::string out =
        fmt::format("# {}\n\n{}\n", escape_markdown_line(fmt::format("{} → {}", names.before, names.after)),
                    escape_markdown_line(comparison_summary(comparison, lang)));
    add_part(out, Message{"ページ", "Page"}.in(lang), comparison.pages, lang);
    for (const SheetComparison& sheet : comparison.sheets)
        add_part(out, compared_sheet_title(sheet), sheet.differences, lang);
    return out;
}

}  // namespace goalsheet
