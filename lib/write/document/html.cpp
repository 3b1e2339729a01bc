// SPDX-License-Identifier: MIT
#include "write/format/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <vector>

#include "goalsheet/text.hpp"
#include "goalsheet/write_html.hpp"
#include "write/document/published_rows.hpp"

namespace goalsheet {
namespace {

using Kind = PublishedCell::Kind;

/// Writes one table and tells every value which headings are its own (HTML §4.9.13): a heading in mid-table would
/// otherwise count for all rows below it.
class TableWriter {
public:
    /// Ids in the table begin with `prefix`.
    TableWriter(std::string& out, std::string prefix, std::uint32_t columns)
        : out_(out), prefix_(std::move(prefix)), above_(columns), beside_(columns) {}

    void begin(std::string_view caption) {
        fmt::format_to(std::back_inserter(out_), "<table id=\"{}\">\n<caption>{}</caption>\n", prefix_, caption);
    }

    void add(const PublishedBlock& block) {
        std::fill(beside_.begin(), beside_.end(), RowHeading{});
        out_ += "<tbody>\n";
        for (const PublishedRow& row : block) add_row(row);
        out_ += "</tbody>\n";
    }

    void end() { out_ += "</table>\n"; }

private:
    struct RowHeading {
        std::size_t id = 0;
        std::size_t last_row = 0;
    };

    void add_row(const PublishedRow& row) {
        ++row_;
        out_ += "<tr>";
        for (const PublishedCell& cell : row) add_cell(cell);
        out_ += "</tr>\n";
    }

    void add_cell(const PublishedCell& cell) {
        // An empty heading says nothing of its row.
        const bool heading = cell.kind != Kind::text && !cell.text.empty();
        out_ += heading ? "<th" : "<td";
        if (heading) fmt::format_to(std::back_inserter(out_), " id=\"{}-{}\"", prefix_, ++last_id_);
        if (heading) out_ += cell.kind == Kind::column_heading ? " scope=\"col\"" : " scope=\"row\"";
        if (cell.colspan > 1) fmt::format_to(std::back_inserter(out_), " colspan=\"{}\"", cell.colspan);
        if (cell.rowspan > 1) fmt::format_to(std::back_inserter(out_), " rowspan=\"{}\"", cell.rowspan);
        if (cell.kind == Kind::column_heading)
            above_[cell.column] = last_id_;
        else if (cell.kind == Kind::row_heading)
            beside_[cell.column] = {heading ? last_id_ : 0, row_ + cell.rowspan - 1};
        else
            add_headers(cell);
        out_.append(">").append(html_text(cell.text)).append(heading ? "</th>" : "</td>");
    }

    void add_headers(const PublishedCell& cell) {
        fmt::format_to(std::back_inserter(out_), " headers=\"{}-{}", prefix_, above_[cell.column]);
        for (const RowHeading& heading : beside_)
            if (heading.id != 0 && heading.last_row >= row_)
                fmt::format_to(std::back_inserter(out_), " {}-{}", prefix_, heading.id);
        out_ += '"';
    }

    std::string& out_;
    std::string prefix_;
    std::vector<std::size_t> above_;  ///< id of each column's heading
    std::vector<RowHeading> beside_;  ///< the heading in each column of the rows under way
    std::size_t row_ = 0;
    std::size_t last_id_ = 0;
};

std::string sheet_id(std::string_view document, std::size_t sheet) {
    return fmt::format("d{}-s{}", document, sheet + 1);
}

std::string sheet_title(const Sheet& sheet) {
    const std::string goal = html_line(sheet.goal.text);
    const std::string rank = sheet.priority ? fmt::format("優先順位{}位", *sheet.priority) : std::string{};
    if (goal.empty()) return rank.empty() ? "重点目標" : rank;
    return rank.empty() ? goal : fmt::format("{}（{}）", goal, rank);
}

class PageWriter {
public:
    PageWriter(const Document& document, std::string_view id) : document_(document), id_(id) {}

    std::string write() {
        fmt::format_to(std::back_inserter(out_), "<section aria-labelledby=\"d{0}\">\n<h1 id=\"d{0}\">{1}</h1>\n", id_,
                       html_title(document_));
        TableWriter page(out_, fmt::format("d{}-p", id_), kPublishedPageColumns);
        page.begin("このページの部局と重点目標");
        page.add(published_page(document_));
        page.end();
        if (document_.sheets.size() > 1) add_contents();
        for (std::size_t i = 0; i < document_.sheets.size(); ++i) add_sheet(document_.sheets[i], sheet_id(id_, i));
        out_ += "</section>\n";
        return std::move(out_);
    }

private:
    void add_contents() {
        out_ += "<ul>\n";
        for (std::size_t i = 0; i < document_.sheets.size(); ++i)
            fmt::format_to(std::back_inserter(out_), "<li><a href=\"#{}\">{}</a></li>\n", sheet_id(id_, i),
                           sheet_title(document_.sheets[i]));
        out_ += "</ul>\n";
    }

    void add_sheet(const Sheet& sheet, const std::string& id) {
        const std::string title = sheet_title(sheet);
        fmt::format_to(std::back_inserter(out_), "<h2>{}</h2>\n", title);
        TableWriter table(out_, id, kPublishedColumns);
        table.begin(title);
        for (const PublishedBlock& block : published_sheet(sheet)) table.add(block);
        table.end();
    }

    const Document& document_;
    std::string_view id_;
    std::string out_;
};

}  // namespace

std::string html_title(const Document& document) { return html_line(published_title(document)); }

std::string write_html_opening(std::string_view title) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n</head>\n"
        "<body>\n<main>\n",
        title);
}

std::string write_html_entry(const Document& document, std::string_view id) { return PageWriter(document, id).write(); }

std::string write_html(std::span<const Document> documents) {
    std::string page = write_html_opening(documents.empty() ? std::string{} : html_title(documents.front()));
    for (std::size_t i = 0; i < documents.size(); ++i) page += write_html_entry(documents[i], fmt::format("{}", i + 1));
    return page.append(kHtmlClosing);
}

}  // namespace goalsheet
