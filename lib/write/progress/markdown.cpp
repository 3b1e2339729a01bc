// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <span>

#include "goalsheet/text.hpp"
#include "goalsheet/write_progress.hpp"
#include "text/escape.hpp"
#include "write/progress/cells.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kWidestCell = 80;  // columns: 40 full-width characters

// Six columns, short values only; what is longer stands below the table.
class MarkdownWriter {
public:
    MarkdownWriter(const Progress& progress, Lang lang) : rows_(progress.rows), progress_(progress), lang_(lang) {}

    std::string write() {
        const bool final = progress_.against == Against::final;
        const bool mixed = progress_.against == Against::automatic;
        out_ = fmt::format("# {}\n", say(mixed   ? Message{"目標と報告", "Targets and reports"}
                                         : final ? Message{"目標と期末報告", "Targets and final reports"}
                                                 : Message{"目標と中間報告", "Targets and midterm reports"}));
        for (const RowRange sheet : split_sheets(rows_)) {
            const auto rows = rows_.subspan(sheet.begin, sheet.end - sheet.begin);
            const std::string stage = mixed ? say(against_words(rows.front().against)) + "  " : std::string();
            out_ += fmt::format("\n## {}\n\n{}{}\n", escape_markdown_line(sheet_title(rows.front(), lang_)), stage,
                                escape_markdown_line(summary_line(count_statuses(rows), lang_)));
            for (const RowRange item : split_items(rows_, sheet))
                write_item(rows_.subspan(item.begin, item.end - item.begin));
        }
        return std::move(out_);
    }

private:
    std::string say(const Message& message) const { return message.in(lang_); }
    static std::string cell(const std::string& text) { return escape_markdown_cell(cut_to_width(text, kWidestCell)); }

    void write_item(std::span<const ProgressRow> rows) {
        const ProgressRow& first = rows.front();
        out_ += fmt::format("\n### {}\n\n",
                            escape_markdown_line(fmt::format("{} {}", circled(first.item), first.item_title)));
        out_ += say({"| 指標 | 目標 | 実績 | 達成率 | 区分 | 基準日 |\n",
                     "| indicator | target | result | rate | status | as of |\n"});
        out_ += "| --- | ---: | ---: | ---: | --- | --- |\n";
        for (const ProgressRow& row : rows) write_row(row);
        write_notes(rows);
    }

    void write_row(const ProgressRow& row) {
        const std::string label = fmt::format("({}) {}", row.measure, row.indicator);
        out_ += fmt::format("| {} | {} | {} | {} | {} | {} |\n", cell(label), cell(show_target(row, lang_)),
                            cell(result_words(row)), cell(rate_words(row)), cell(status_words(row.status).in(lang_)),
                            row.result ? cell(show_day(row)) : std::string());
    }

    std::string result_words(const ProgressRow& row) const {
        const std::string state = show_state(row, lang_);
        if (state.empty()) return show_result(row);
        return fmt::format("{}{}", show_result(row), say({"（" + state + "）", " (" + state + ")"}));
    }

    // 98.1%、改善 50.0%
    std::string rate_words(const ProgressRow& row) const {
        const std::string rate = show_rate(row);
        const std::string improvement = show_improvement(row, lang_);
        return rate.empty() || improvement.empty() ? rate + improvement : rate + say({"、", ", "}) + improvement;
    }

    void write_notes(std::span<const ProgressRow> rows) {
        bool first = true;
        for (const ProgressRow& row : rows) {
            if (row.note.ja.empty()) continue;
            if (first) out_ += "\n";
            first = false;
            out_ += fmt::format(
                "- {}\n", escape_markdown_line(fmt::format("({}) {}: {}", row.measure, row.indicator, say(row.note))));
        }
    }

    std::span<const ProgressRow> rows_;
    const Progress& progress_;
    Lang lang_;
    std::string out_;
};

}  // namespace

std::string write_progress_markdown(const Progress& progress, Lang lang) {
    return MarkdownWriter(progress, lang).write();
}

}  // namespace goalsheet
