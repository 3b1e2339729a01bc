// SPDX-License-Identifier: MIT
#include "write/format/html.hpp"

#include <fmt/format.h>

#include <string_view>

#include "goalsheet/write_comparison.hpp"
#include "write/comparison/side_by_side.hpp"
#include "write/comparison/words.hpp"

namespace goalsheet {
namespace embedded {
extern const std::string_view kComparisonStyle;
}
namespace {

// A stretch of a line: the blank that parts it from the next one stays.
std::string stretch(std::string_view text) {
    std::string line = html_line(text);
    if (line.empty()) return text.empty() ? "" : " ";
    return (text.front() == ' ' ? " " : "") + line + (text.back() == ' ' ? " " : "");
}

// Line ends stay; nothing of it is markup.
std::string lines_of(std::string_view text) {
    std::string out;
    while (true) {
        const std::size_t end = text.find('\n');
        out += stretch(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        out += "<br>";
        text.remove_prefix(end + 1);
    }
}

std::string side(const std::vector<MarkedText>& texts, const char* element) {
    std::string out;
    for (const MarkedText& one : texts)
        out += one.changed ? fmt::format("<{0}>{1}</{0}>", element, lines_of(one.text)) : lines_of(one.text);
    return out;
}

class SidePage {
public:
    explicit SidePage(Lang lang) : lang_(lang) {}

    std::string write(const Comparison& comparison, const ComparisonNames& names) && {
        const std::string title = html_line(side_table_title().in(lang_));
        out_ = fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
            "<style>\n{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
            lang_ == Lang::ja ? "ja" : "en", title, embedded::kComparisonStyle, title);
        out_ += fmt::format("<p>{}: {}<br>{}: {}</p>\n<p>{}</p>\n", head(1), html_line(names.after), head(2),
                            html_line(names.before), html_line(comparison_summary(comparison, lang_)));
        add_table(side_by_side(comparison, lang_));
        out_ += "</body>\n</html>\n";
        return std::move(out_);
    }

private:
    std::string head(int column) const { return html_line(side_column_head(column).in(lang_)); }

    void add_table(const std::vector<SideGroup>& groups) {
        if (groups.empty()) return;
        out_ += "<table>\n<thead>\n<tr>";
        for (int c = 0; c < kSideColumns; ++c) out_ += fmt::format("<th scope=\"col\">{}</th>", head(c));
        out_ += "</tr>\n</thead>\n";
        for (const SideGroup& group : groups) add_group(group);
        out_ += "</table>\n";
    }

    void add_group(const SideGroup& group) {
        out_ += fmt::format("<tbody>\n<tr><th colspan=\"{}\" scope=\"rowgroup\">{}</th></tr>\n", kSideColumns,
                            html_line(group.title));
        for (const SideRow& row : group.rows) add_row(row);
        out_ += "</tbody>\n";
    }

    void add_row(const SideRow& row) {
        const std::string figures = row.figures.empty() ? "" : fmt::format("<small>{}</small>", lines_of(row.figures));
        out_ += fmt::format("<tr><th scope=\"row\">{}{}</th>", html_line(row.place), figures);
        out_ += fmt::format("<td data-head=\"{}\">{}</td>", head(1), side(row.after, "ins"));
        out_ += fmt::format("<td data-head=\"{}\">{}</td>", head(2), side(row.before, "del"));
        out_ += fmt::format("<td class=\"reason\" data-head=\"{}\"></td></tr>\n", head(3));
    }

    Lang lang_;
    std::string out_;
};

}  // namespace

std::string write_comparison_html(const Comparison& comparison, const ComparisonNames& names, Lang lang) {
    return SidePage(lang).write(comparison, names);
}

}  // namespace goalsheet
