// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>

#include "goalsheet/write_progress.hpp"
#include "text/escape.hpp"
#include "text/wrap.hpp"
#include "write/progress/cells.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLongestLabel = 44;  // columns; longer labels are cut, --explain shows the whole target
constexpr std::size_t kLeastLabel = 8;

// How a line is laid out, from the widest terminal to the narrowest; the first that leaves room for labels is taken.
struct Layout {
    std::size_t bar;    // cells; with its brackets and the space behind three more, none where it is zero
    std::size_t label;  // columns a label is not cut below
    bool state;         // 実施中 at the end
    bool day;           // of the report
};
constexpr Layout kLayouts[] = {{20, 24, true, true}, {10, 20, true, true}, {6, 16, true, true},
                               {6, 12, false, true}, {0, 12, false, true}, {0, 0, false, false}};

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

std::string painted(const std::string& text, Ink ink) {
    if (ink == Ink::plain || text.empty()) return text;
    return fmt::format("{}{}\x1b[0m", ink_code(ink), text);
}

// One row as the columns of a line.
struct Line {
    std::string label;
    std::string result;
    std::string target;
    std::string rate;
    std::string status;
    std::string day;
    std::string state;
};

struct Widths {
    std::size_t label = 0;
    std::size_t bar = 0;
    std::size_t result = 0;
    std::size_t target = 0;
    std::size_t rate = 0;
    std::size_t status = 0;
    std::size_t day = 0;
    std::size_t state = 0;
};

std::string pad_right(std::string text, std::size_t width) {
    const std::size_t have = display_width(text);
    return have < width ? text + std::string(width - have, ' ') : text;
}
std::string pad_left(const std::string& text, std::size_t width) {
    const std::size_t have = display_width(text);
    return have < width ? std::string(width - have, ' ') + text : text;
}

// [#########--|-----]: what is reached, and a mark where the time is. Plain letters: block characters have no agreed
// width.
std::string draw_bar(const ProgressRow& row, std::size_t cells) {
    if (cells == 0) return {};
    if (!row.share()) return std::string(cells + 3, ' ');
    const auto size = static_cast<double>(cells);
    const auto filled = static_cast<std::size_t>(std::floor(std::clamp(*row.share(), 0.0, 1.0) * size + 1e-9));
    std::string bar(filled, '#');
    bar.append(cells - filled, '-');
    const auto mark = static_cast<std::size_t>(std::lround(std::clamp(row.pace.value_or(1), 0.0, 1.0) * size));
    if (mark < cells) bar[mark] = '|';
    return "[" + bar + "] ";
}

// Two full stops for what was cut off: the width of … depends on the terminal's font.
std::string cut_label(const std::string& label, std::size_t columns) {
    constexpr std::string_view kEllipsis = "…";
    if (display_width(label) <= columns) return label;
    std::string cut = cut_to_width(label, columns);
    if (cut.ends_with(kEllipsis)) cut.replace(cut.size() - kEllipsis.size(), kEllipsis.size(), "..");
    return cut;
}

std::string on_one_line(std::string_view text) {
    std::string out;
    for (const std::string_view line : split_lines(trim(text)))
        out += (out.empty() ? "" : " / ") + escape_terminal(trim(line));
    return out;
}

class TextWriter {
public:
    TextWriter(std::span<const ProgressRow> rows, const ProgressTextOptions& options)
        : rows_(rows), options_(options) {}

    /// `sheets`: how many stand above; counted on.
    std::string write(std::size_t& sheets) {
        for (const RowRange sheet : split_sheets(rows_)) {
            if (sheets++ != 0) out_ += "\n";
            write_sheet(sheet);
        }
        return std::move(out_);
    }

private:
    static constexpr std::size_t kLeadColumns = 7;  // (12) and the space around it

    std::string say(const Message& message) const { return message.in(options_.lang); }
    std::string paint(const std::string& text, Ink ink) const { return options_.color ? painted(text, ink) : text; }

    void write_sheet(RowRange sheet) {
        const auto rows = rows_.subspan(sheet.begin, sheet.end - sheet.begin);
        out_ += paint(escape_terminal(sheet_title(rows.front(), options_.lang)), Ink::bold) +
                fmt::format("  [{}]\n", say(against_words(rows.front().against)));
        std::vector<Line> lines;
        for (const ProgressRow& row : rows) lines.push_back(make_line(row));
        const bool bars = std::any_of(rows.begin(), rows.end(), [](const ProgressRow& row) { return row.share(); });
        const Widths widths = fit(measure(lines), bars);
        for (const RowRange item : split_items(rows_, sheet)) {
            const ProgressRow& first = rows_[item.begin];
            out_ += escape_terminal(fmt::format(" {} {}", circled(first.item), first.item_title)) + "\n";
            for (std::size_t i = item.begin; i < item.end; ++i)
                write_row(rows_[i], lines[i - sheet.begin], widths,
                          i == item.begin || rows_[i].measure != rows_[i - 1].measure);
        }
        out_ += " " + paint(summary_line(count_statuses(rows), options_.lang), Ink::bold) + "\n";
    }

    Line make_line(const ProgressRow& row) const {
        const Lang lang = options_.lang;
        const std::string none = row.target ? "-" : "";
        Line line;
        line.label = escape_terminal(row.indicator);
        line.target = escape_terminal(show_target(row, lang));
        line.result = row.result ? escape_terminal(show_result(row)) : none;
        line.rate = row.improvement ? show_improvement(row, lang) : row.rate ? show_rate(row) : none;
        line.status = status_words(row.status).in(lang);
        line.day = row.result ? show_day(row) : "";
        // The status says already that a figure is only planned.
        line.state = row.status == ProgressStatus::planned ? "" : show_state(row, lang);
        return line;
    }

    static Widths measure(const std::vector<Line>& lines) {
        Widths w;
        const auto widen = [](std::size_t& width, const std::string& text) {
            width = std::max(width, display_width(text));
        };
        for (const Line& line : lines) {
            widen(w.label, line.label);
            widen(w.result, line.result);
            widen(w.target, line.target);
            widen(w.rate, line.rate);
            widen(w.status, line.status);
            widen(w.day, line.day);
            widen(w.state, line.state);
        }
        w.label = std::min(w.label, kLongestLabel);
        return w;
    }

    // Label and bar share what the other columns leave.
    Widths fit(Widths w, bool bars) const {
        const auto gap = [](std::size_t width) { return width == 0 ? 0 : width + 2; };
        const std::size_t others = kLeadColumns + 1 + w.result + 3 + w.target + gap(w.rate) + gap(w.status);
        for (const Layout& layout : kLayouts) {
            const std::size_t bar = bars && layout.bar != 0 ? layout.bar + 3 : 0;
            const std::size_t taken = others + (layout.state ? gap(w.state) : 0) + (layout.day ? gap(w.day) : 0) + bar;
            const std::size_t left = options_.columns > taken ? options_.columns - taken : 0;
            const bool unlimited = options_.columns == 0;
            if (!unlimited && left < std::min(w.label, layout.label)) continue;
            w.bar = bars ? layout.bar : 0;
            if (!layout.state) w.state = 0;
            if (!layout.day) w.day = 0;
            if (!unlimited) w.label = std::min(w.label, std::max(left, kLeastLabel));
            break;
        }
        return w;
    }

    void write_row(const ProgressRow& row, const Line& line, const Widths& w, bool numbered) {
        const std::string number = numbered ? fmt::format("({})", row.measure) : "";
        std::string text =
            fmt::format("  {:>4} {} {}{} {} {}  {}  ", number, pad_right(cut_label(line.label, w.label), w.label),
                        draw_bar(row, w.bar), pad_left(line.result, w.result), line.target.empty() ? ' ' : '/',
                        pad_right(line.target, w.target), pad_left(line.rate, w.rate));
        const std::string padded = pad_right(line.status, w.status);
        text += paint(line.status, ink_of(row.status)) + padded.substr(line.status.size());
        text += "  " + (w.day == 0 ? std::string() : pad_left(line.day, w.day));
        if (w.state != 0) text += "  " + line.state;
        while (text.ends_with(' ')) text.pop_back();
        out_ += text + "\n";
        if (options_.explain) explain(row);
    }

    void explain(const ProgressRow& row) {
        const std::string indent(8, ' ');
        const auto add = [&](const Message& label, std::string_view text) {
            if (!text.empty())
                out_ += paint(fmt::format("{}{}{}", indent, say(label), on_one_line(text)), Ink::dim) + "\n";
        };
        add({"目標: ", "target: "}, row.target_text);
        add({"報告: ", "report: "}, row.report_text);
        for (const Evidence& evidence : row.evidence) {
            const Message label = evidence.taken ? Message{"採用: ", "taken: "} : Message{"不採用: ", "left: "};
            add(label, fmt::format("{} … {}", evidence.words, say(evidence.reason)));
        }
        add({"計算: ", "rate: "}, rate_calculation(row));
        add({"計算: ", "rate: "}, improvement_calculation(row));
        add({"経過: ", "time: "}, time_over(row));
        add({"注: ", "note: "}, say(row.note));
    }

    static std::string target_figure(const ProgressRow& row) {
        return fmt::format("{}{}", show_number(*row.target), row.unit);
    }

    // 131件 / 240件 = 54.6%
    static std::string rate_calculation(const ProgressRow& row) {
        if (!row.rate) return {};
        return fmt::format("{} / {} = {}", show_result(row), target_figure(row), show_rate(row));
    }

    // (52% - 51%) / (53% - 51%) = 改善 50.0%
    std::string improvement_calculation(const ProgressRow& row) const {
        if (!row.improvement) return {};
        const std::string from = show_number(*row.baseline) + row.unit;
        return fmt::format("({} - {}) / ({} - {}) = {}", show_result(row), from, target_figure(row), from,
                           show_improvement(row, options_.lang));
    }

    // Of the year, or of the time to the measure's deadline.
    static std::string time_over(const ProgressRow& row) {
        return row.share() && row.pace ? fmt::format("{:.1f}%", *row.pace * 100) : std::string();
    }

    std::span<const ProgressRow> rows_;
    ProgressTextOptions options_;
    std::string out_;
};

}  // namespace

std::string ProgressText::add(std::span<const ProgressRow> rows) {
    const StatusCounts counts = count_statuses(rows);
    std::transform(counts.begin(), counts.end(), statuses_.begin(), statuses_.begin(), std::plus<>());
    return fit_lines(guard_commands(TextWriter(rows, options_).write(sheets_)), options_.columns);
}

std::string ProgressText::finish() {
    const Lang lang = options_.lang;
    if (sheets_ == 1) return {};
    const std::string none = Message{"該当する指標はありません。\n", "No indicators to show.\n"}.in(lang);
    const std::string line = Message{"全体 ", "all "}.in(lang) + summary_line(statuses_, lang);
    const std::string all = "\n" + (options_.color ? painted(line, Ink::bold) : line) + "\n";
    return fit_lines(sheets_ == 0 ? none : all, options_.columns);
}

std::string write_progress_text(const Progress& progress, const ProgressTextOptions& options) {
    ProgressText text(options);
    return text.add(progress.rows) + text.finish();
}

}  // namespace goalsheet
