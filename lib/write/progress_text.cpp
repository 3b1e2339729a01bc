// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "goalsheet/text.hpp"
#include "goalsheet/write_progress.hpp"
#include "write/escape.hpp"
#include "write/progress_cells.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kBarCells = 20;
constexpr std::size_t kLongestLabel = 44;  // columns; longer labels are cut, --explain shows the whole target
constexpr std::size_t kLeastLabel = 16;

enum class Ink { plain, bold, dim, green, yellow, red, cyan };

std::string_view ink_code(Ink ink) {
    switch (ink) {
        case Ink::bold:
            return "\x1b[1m";
        case Ink::dim:
            return "\x1b[2m";
        case Ink::green:
            return "\x1b[32m";
        case Ink::yellow:
            return "\x1b[33m";
        case Ink::red:
            return "\x1b[31m";
        case Ink::cyan:
            return "\x1b[36m";
        case Ink::plain:
            break;
    }
    return "";
}

Ink ink_of(ProgressStatus status) {
    switch (status) {
        case ProgressStatus::achieved:
        case ProgressStatus::done:
        case ProgressStatus::within:
        case ProgressStatus::on_track:
            return Ink::green;
        case ProgressStatus::behind:
            return Ink::yellow;
        case ProgressStatus::over:
            return Ink::red;
        case ProgressStatus::planned:
        case ProgressStatus::preparing:
        case ProgressStatus::in_progress:
            return Ink::cyan;
        default:
            return Ink::dim;
    }
}

// One row as the columns of a line.
struct Line {
    std::string label;
    std::string target;
    std::string result;
    std::string rate;
    std::string status;
    std::string day;
};

struct Widths {
    std::size_t label = 0;
    std::size_t target = 0;
    std::size_t result = 0;
    std::size_t rate = 0;
    std::size_t status = 0;
};

std::string pad_right(std::string text, std::size_t width) {
    const std::size_t have = display_width(text);
    return have < width ? text + std::string(width - have, ' ') : text;
}
std::string pad_left(const std::string& text, std::size_t width) {
    const std::size_t have = display_width(text);
    return have < width ? std::string(width - have, ' ') + text : text;
}

// [#########---|-------]: what is reached, and a mark where the time is. Plain letters: block characters have no agreed
// width.
std::string draw_bar(const ProgressRow& row) {
    if (!row.rate) return std::string(kBarCells + 2, ' ');
    const double share = std::clamp(*row.rate, 0.0, 1.0);
    const auto filled = static_cast<std::size_t>(std::floor(share * kBarCells + 1e-9));
    std::string bar(filled, '#');
    bar.append(kBarCells - filled, '-');
    const auto mark = static_cast<std::size_t>(std::lround(std::clamp(row.pace.value_or(1), 0.0, 1.0) * kBarCells));
    if (mark < kBarCells) bar[mark] = '|';
    return "[" + bar + "]";
}

class TextWriter {
public:
    TextWriter(const Progress& progress, const ProgressTextOptions& options)
        : rows_(progress.rows), progress_(progress), options_(options) {}

    std::string write() {
        const std::vector<RowRange> sheets = split_sheets(rows_);
        for (const RowRange sheet : sheets) write_sheet(sheet);
        if (sheets.size() > 1) write_all();
        if (rows_.empty()) out_ = say({"該当する指標はありません。\n", "No indicators to show.\n"});
        return std::move(out_);
    }

private:
    std::string say(const Message& message) const { return message.in(options_.lang); }
    std::string paint(const std::string& text, Ink ink) const {
        if (!options_.color || ink == Ink::plain || text.empty()) return text;
        return fmt::format("{}{}\x1b[0m", ink_code(ink), text);
    }

    void write_sheet(RowRange sheet) {
        const auto rows = rows_.subspan(sheet.begin, sheet.end - sheet.begin);
        const bool final = progress_.against == Against::final;
        const Message report = final ? Message{"期末報告", "final report"} : Message{"中間報告", "midterm report"};
        if (!out_.empty()) out_ += "\n";
        out_ += paint(escape_terminal(sheet_title(rows.front(), options_.lang)), Ink::bold) +
                fmt::format("  [{}]\n", say(report));
        std::vector<Line> lines;
        for (const ProgressRow& row : rows) lines.push_back(make_line(row));
        const Widths widths = measure(lines);
        for (const RowRange item : split_items(rows_, sheet)) {
            const ProgressRow& first = rows_[item.begin];
            out_ += escape_terminal(fmt::format(" {} {}", circled(first.item), first.item_title)) + "\n";
            for (std::size_t i = item.begin; i < item.end; ++i)
                write_row(i, lines[i - sheet.begin], widths,
                          i == item.begin || rows_[i].measure != rows_[i - 1].measure);
        }
        out_ += " " + paint(summary_line(rows, options_.lang), Ink::bold) + "\n";
    }

    void write_all() {
        out_ += "\n" + paint(say({"全体 ", "all "}) + summary_line(rows_, options_.lang), Ink::bold) + "\n";
    }

    Line make_line(const ProgressRow& row) const {
        const Lang lang = options_.lang;
        const std::string none = row.target ? "-" : "";
        Line line;
        line.label = cut_to_width(escape_terminal(row.indicator), label_limit());
        line.target = escape_terminal(show_target(row, lang));
        line.result = row.result ? escape_terminal(show_result(row, lang)) : none;
        line.rate = row.rate ? show_rate(row) : none;
        line.status = status_words(row.status).in(lang);
        line.day = row.result ? show_day(row) : "";
        return line;
    }

    // Labels give way when the terminal is narrow; the other columns take about 80.
    std::size_t label_limit() const {
        constexpr std::size_t kOthers = 80;
        if (options_.columns == 0) return kLongestLabel;
        return std::clamp(options_.columns > kOthers ? options_.columns - kOthers : 0, kLeastLabel, kLongestLabel);
    }

    static Widths measure(const std::vector<Line>& lines) {
        Widths w;
        for (const Line& line : lines) {
            w.label = std::max(w.label, display_width(line.label));
            w.target = std::max(w.target, display_width(line.target));
            w.result = std::max(w.result, display_width(line.result));
            w.rate = std::max(w.rate, display_width(line.rate));
            w.status = std::max(w.status, display_width(line.status));
        }
        return w;
    }

    void write_row(std::size_t index, const Line& line, const Widths& w, bool numbered) {
        const ProgressRow& row = rows_[index];
        const std::string number = numbered ? fmt::format("({})", row.measure) : "";
        std::string text =
            fmt::format("  {:>4} {} {} {} / {}  {}  ", number, pad_right(line.label, w.label), draw_bar(row),
                        pad_left(line.result, w.result), pad_right(line.target, w.target), pad_left(line.rate, w.rate));
        text += paint(pad_right(line.status, w.status), ink_of(row.status));
        if (!line.day.empty()) text += "  " + line.day;
        while (text.ends_with(' ')) text.pop_back();
        out_ += text + "\n";
        if (options_.explain) explain(row);
    }

    void explain(const ProgressRow& row) {
        const std::string indent(8, ' ');
        const auto add = [&](const Message& label, std::string_view text) {
            if (!text.empty())
                out_ += paint(fmt::format("{}{}{}", indent, say(label), escape_terminal(text)), Ink::dim) + "\n";
        };
        add({"目標: ", "target: "}, row.target_text);
        add({"報告: ", "report: "}, row.report_text);
        for (const Evidence& evidence : row.evidence) {
            const Message label = evidence.taken ? Message{"採用: ", "taken: "} : Message{"不採用: ", "left: "};
            add(label, fmt::format("{} … {}", evidence.words, say(evidence.reason)));
        }
        add({"注: ", "note: "}, say(row.note));
    }

    std::span<const ProgressRow> rows_;
    const Progress& progress_;
    ProgressTextOptions options_;
    std::string out_;
};

}  // namespace

std::string write_progress_text(const Progress& progress, const ProgressTextOptions& options) {
    return TextWriter(progress, options).write();
}

}  // namespace goalsheet
