// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/write_comparison.hpp"
#include "text/escape.hpp"
#include "text/wrap.hpp"
#include "write/comparison/words.hpp"

namespace goalsheet {
namespace {

using Op = WordPiece::Op;

constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kYellow = "\x1b[33m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kIndent = "      ";
constexpr std::size_t kWidestAddress = 48;

struct KindMark {
    std::string_view sign;
    std::string_view color;
};
KindMark mark_of(DifferenceKind kind) {
    switch (kind) {
        case DifferenceKind::added:
            return {"+", kGreen};
        case DifferenceKind::removed:
            return {"-", kRed};
        case DifferenceKind::moved:
            return {">", kYellow};
        case DifferenceKind::changed:
            break;
    }
    return {"~", kYellow};
}

class TextWriter {
public:
    TextWriter(const Comparison& comparison, const ComparisonNames& names, const ComparisonTextOptions& options)
        : comparison_(comparison), names_(names), options_(options) {}

    std::string write() {
        if (!comparison_.equal()) {
            out_ += paint(fmt::format("--- {}", escape_terminal(names_.before)), kBold) + "\n";
            out_ += paint(fmt::format("+++ {}", escape_terminal(names_.after)), kBold) + "\n\n";
            add_part(Message{"ページ", "page"}.in(options_.lang), comparison_.pages);
            for (const SheetComparison& sheet : comparison_.sheets)
                add_part(compared_sheet_title(sheet), sheet.differences);
        }
        return std::move(out_) + comparison_summary(comparison_, options_.lang) + "\n";
    }

private:
    std::string paint(const std::string& text, std::string_view color) const {
        return options_.color && !text.empty() ? fmt::format("{}{}\x1b[0m", color, text) : text;
    }

    void add_part(const std::string& title, const std::vector<Difference>& differences) {
        if (differences.empty()) return;
        out_ += paint(escape_terminal(title), kBold) + "\n";
        std::size_t width = 0;
        for (const Difference& one : differences)
            width = std::max(width, std::min(kWidestAddress, display_width(address(one))));
        for (const Difference& one : differences) add(one, width);
        out_ += "\n";
    }

    std::string address(const Difference& difference) const {
        return escape_terminal(difference_address(difference, options_.lang));
    }

    void add(const Difference& difference, std::size_t width) {
        const KindMark mark = mark_of(difference.kind);
        const std::string words = address(difference);
        const std::size_t have = display_width(words);
        const std::string padding(have < width ? width - have : 0, ' ');
        out_ += fmt::format("  {} {}{}  {}\n", paint(std::string(mark.sign), mark.color), words, padding,
                            escape_terminal(difference_places(difference)));
        add_line(change_words(difference, [this](Op op, const std::string& text) { return piece(op, text); }));
        for (const FigureDifference& figure : difference.figures)
            add_line(escape_terminal(figure_words(figure, options_.lang)));
    }

    void add_line(const std::string& line) {
        if (!line.empty()) out_.append(kIndent).append(line).append("\n");
    }

    std::string piece(Op op, const std::string& text) const {
        const std::string shown = escape_terminal(text);
        if (op == Op::same || shown.empty()) return shown;
        if (options_.color) return paint(shown, op == Op::added ? kGreen : kRed);
        return op == Op::added ? "{+" + shown + "+}" : "[-" + shown + "-]";
    }

    const Comparison& comparison_;
    const ComparisonNames& names_;
    const ComparisonTextOptions& options_;
    std::string out_;
};

}  // namespace

std::string write_comparison_text(const Comparison& comparison, const ComparisonNames& names,
                                  const ComparisonTextOptions& options) {
    return fit_lines(guard_commands(TextWriter(comparison, names, options).write()), options.columns);
}

}  // namespace goalsheet
