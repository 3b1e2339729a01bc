// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/quantity.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/write_quantities.hpp"
#include "numbers/match_frames.hpp"
#include "numbers/report_reading.hpp"
#include "text/escape.hpp"
#include "text/json_text.hpp"

namespace goalsheet {
namespace {

// Numbers are written as text: a double would show 39.7 as it happens to be stored.
std::string write_quantity(std::string_view text, const Quantity& q, const std::string& reading, std::size_t first,
                           std::size_t last) {
    const std::string high = q.value_hi ? fmt::format("\"value_hi\":{},", q.value_hi->to_text()) : std::string();
    return fmt::format(
        R"({{"value":{},{}"unit":{},"comparator":{},"modifier":{},"per":{},"role":{},"state":{},"span":[{},{}],"text":{}{}}})",
        q.value.to_text(), high, quote_json(q.unit), quote_json(comparator_sign(q.comparator)), quote_json(q.modifier),
        quote_json(q.per), quote_json(quantity_role_name(q.role)), quote_json(report_state_name(q.state)), first, last,
        quote_json(text.substr(q.begin, q.end - q.begin)), reading);
}

// What the figure is as part of a report: the words that say so, and what else they may mean.
std::string write_reading(const match::FigureText& text, const std::vector<match::ReportFigure>& all, std::size_t k) {
    const match::ReportFigure& figure = all[k];
    const std::string second =
        figure.second_role == match::FigureRole::level
            ? std::string()
            : fmt::format(",\"second\":{}", quote_json(match::role_words(figure.second_role).en));
    return fmt::format(R"(,"reading":{{"role":{},"frame":{},"evidence":{}{}}})",
                       quote_json(match::role_words(figure.role).en),
                       quote_json(match::frame_words(match::frame_of(text, all, k)).en),
                       quote_json(text.written(figure.evidence)), second);
}

}  // namespace

std::string write_quantity_line(std::string_view text) {
    std::string line = fmt::format("{{\"text\":{},\"quantities\":[", quote_json(text));
    std::size_t byte = 0;
    std::size_t point = 0;
    const auto count_to = [&](std::size_t offset) {
        for (; byte < offset; ++point) byte += decode_at(text, byte).length;
        return point;
    };
    const std::vector<Quantity> quantities = find_quantities(text);
    const match::FigureText figures = match::read_figures(text, quantities);
    const auto report = match::read_report_figures(figures, 0, match::kMaxReportFigures);
    std::size_t k = 0;
    bool first = true;
    for (const Quantity& q : quantities) {
        if (!first) line += ',';
        first = false;
        const std::size_t begin = count_to(q.begin);
        const bool read = k < report.size() && figures.figures[k].quantity.begin == q.begin;  // a name's figure is not
        line += write_quantity(text, q, read ? write_reading(figures, report, k) : "", begin, count_to(q.end));
        k += read ? 1 : 0;
    }
    return escape_in_json(line + "]}\n");
}

}  // namespace goalsheet
