// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "goalsheet/write_summary.hpp"
#include "tables/document_tables.hpp"
#include "tables/summary_tables.hpp"
#include "text/escape.hpp"
#include "write/format/pieces.hpp"
#include "write/summary/cover.hpp"
#include "write/summary/svg.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kSummaryStyle;
extern const std::string_view kSummaryScript;
}  // namespace embedded

namespace {

using Names = std::vector<std::string_view>;
using Anchors = std::unordered_set<std::string>;  ///< texts that lead somewhere in the page

// How a table stands in the page.
struct TableLook {
    std::string caption;
    Names columns = {};                ///< physical names; none: all
    std::string_view row_header = {};  ///< physical name of the column that names the row
    std::string_view anchor = {};      ///< physical name of the column whose text an ID is made of, once each
    std::string_view link = {};        ///< of the column that leads to such an ID
    Names screen_only = {};            ///< physical names of columns that are not printed
    bool sortable = true;
};

// IDs hold any text but white space, and hash links are percent-encoded by nobody: hexadecimal bytes always work.
std::string anchor_of(const std::string& text) {
    std::string id = "g";
    for (const char c : text) id += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return id;
}

bool is_number(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::number || type == ColumnType::percent;
}

bool is_words(const Column& column) { return column.type == ColumnType::text && column.width >= 28; }

std::string group_thousands(std::string digits) {
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = std::min(digits.find('.'), digits.size()); at > sign + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string text_of(const DataCell& cell, ColumnType type) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* link = std::get_if<LinkedText>(&cell)) return link->text;
    if (type == ColumnType::year) {
        const auto* year = std::get_if<std::int64_t>(&cell);
        return year_words(year ? std::optional(static_cast<int>(*year)) : std::nullopt);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return group_thousands(fmt::format("{}", *whole));
    if (const auto* real = std::get_if<double>(&cell))
        return group_thousands(type == ColumnType::percent ? fmt::format("{:.1f}", *real) : fmt::format("{}", *real));
    if (const auto* date = std::get_if<Date>(&cell)) return format_date(*date);
    return "";
}

std::string value_attribute(const DataCell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format(" data-value=\"{}\"", *whole);
    if (const auto* real = std::get_if<double>(&cell)) return fmt::format(" data-value=\"{}\"", *real);
    return "";
}

const char* mark_class(const DataTable& table, const std::string& text) {
    for (const Mark& mark : table.marks)
        if (text == mark.text) {
            if (mark.tone == Tone::good) return "good";
            return mark.tone == Tone::bad ? "bad" : "none-yet";
        }
    return "short";
}

std::string cell_class(const DataTable& table, const Column& column, const std::string& text) {
    if (column.type == ColumnType::flag) return text == "1" ? "yes" : "no";
    if (column.type == ColumnType::status) return mark_class(table, text);
    if (is_number(column.type)) return "number";
    if (column.type != ColumnType::text) return "short";
    return is_words(column) ? "words" : "name";
}

/// Writes one table; knows which IDs the page has.
class TableWriter {
public:
    TableWriter(Pieces& pieces, const DataTable& table, TableLook look, const Anchors& anchors)
        : pieces_(pieces), out_(pieces.text), table_(table), look_(std::move(look)), anchors_(anchors) {
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            if (look_.columns.empty() || std::find(look_.columns.begin(), look_.columns.end(),
                                                   std::string_view(table.columns[c].physical)) != look_.columns.end())
                shown_.push_back(c);
    }

    void write() {
        out_ += fmt::format(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" "
            "aria-label=\"{}\"{}>\n<table><caption>{}</caption>\n<thead><tr>",
            escape_xml_attribute(look_.caption), look_.sortable ? " data-sortable" : "", escape_xml(look_.caption));
        for (const std::size_t c : shown_)
            out_ += fmt::format("<th scope=\"col\"{} title=\"{}\">{}</th>",
                                is_for_screen(table_.columns[c]) ? " class=\"screen\"" : "",
                                escape_xml_attribute(table_.columns[c].meaning), escape_xml(table_.columns[c].header));
        out_ += "</tr></thead>\n<tbody>\n";
        table_.for_each_row([this](const DataRow& row) { write_row(row); });
        out_ += "</tbody></table></div>\n";
    }

private:
    bool is_for_screen(const Column& column) const {
        return std::find(look_.screen_only.begin(), look_.screen_only.end(), std::string_view(column.physical)) !=
               look_.screen_only.end();
    }

    void write_row(const DataRow& row) {
        out_ += "<tr" + id_attribute(row) + ">";
        for (const std::size_t c : shown_) write_cell(table_.columns[c], row[c]);
        out_ += "</tr>\n";
        pieces_.hand_over();
    }

    std::string id_attribute(const DataRow& row) {
        if (look_.anchor.empty()) return "";
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            if (table_.columns[c].physical != look_.anchor) continue;
            std::string text = text_of(row[c], table_.columns[c].type);
            if (text == last_anchor_) return "";
            last_anchor_ = std::move(text);
            return fmt::format(" id=\"{}\"", anchor_of(last_anchor_));
        }
        return "";
    }

    void write_cell(const Column& column, const DataCell& cell) {
        const std::string text = text_of(cell, column.type);
        std::string style = cell_class(table_, column, text);
        if (is_for_screen(column)) style += " screen";
        const char* tag = look_.row_header == column.physical ? "th" : "td";
        out_ += fmt::format("<{}{}", tag, tag[1] == 'h' ? " scope=\"row\"" : "");
        if (!style.empty()) out_ += fmt::format(" class=\"{}\"", style);
        out_ += value_attribute(cell);
        out_ += '>';
        if (look_.link == column.physical && anchors_.contains(text))
            out_ += fmt::format("<a href=\"#{}\">{}</a>", anchor_of(text), escape_xml(text));
        else
            out_ += with_breaks(text);
        out_ += fmt::format("</{}>", tag);
    }

    static std::string with_breaks(const std::string& text) {
        std::string escaped = escape_xml(text);
        for (std::size_t at = escaped.find('\n'); at != std::string::npos; at = escaped.find('\n', at + 4))
            escaped.replace(at, 1, "<br>");
        return escaped;
    }

    Pieces& pieces_;
    std::string& out_;
    const DataTable& table_;
    TableLook look_;
    const Anchors& anchors_;
    std::vector<std::size_t> shown_;
    std::string last_anchor_;
};

class Page {
public:
    Page(const Summary& summary, const SummaryTableOptions& options, const TextSink& sink)
        : summary_(summary), options_(options), pieces_(sink), out_(pieces_.text) {
        for (const SummarySheet& sheet : summary.sheets)
            if (sheet.indicator_count != 0) anchors_.insert(sheet.id);
    }

    bool write() {
        open();
        write_contents();
        out_ += "<main id=\"main\">\n";
        for (std::size_t i = 0; i < summary_.years.size(); ++i) write_year(i);
        write_trends();
        write_indicators();
        write_sdgs();
        write_findings();
        write_definitions();
        out_ += "</main>\n<script>\n";
        out_ += embedded::kSummaryScript;
        out_ += "</script>\n</body>\n</html>\n";
        return pieces_.finish();
    }

private:
    // A page of several years is headed by none of them.
    std::string title() const {
        const std::string city = options_.city_name.empty() ? "" : options_.city_name + " ";
        return city + (summary_.years.size() == 1 ? summary_title(summary_.years.front()) : "重点目標 総括");
    }

    void open() {
        const std::string name = escape_xml(title());
        out_ += fmt::format(
            "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"generator\" content=\"goalsheet summary\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>\n",
            name);
        out_ += embedded::kSummaryStyle;
        out_ += fmt::format(
            "</style>\n</head>\n<body>\n<a class=\"skip\" "
            "href=\"#main\">本文へ移動</a>\n<header><h1>{}</h1></header>\n",
            name);
    }

    void write_contents() {
        out_ += "<nav aria-label=\"目次\"><ul>";
        for (std::size_t i = 0; i < summary_.years.size(); ++i)
            add_link(fmt::format("year{}", i), year_words(summary_.years[i].year));
        if (!summary_.goals.empty()) add_link("trends", "推移");
        add_link("indicators", "目標一覧");
        add_link("sdgs", "SDGs");
        add_link("findings", "要確認");
        add_link("definitions", "凡例・項目定義・変換記録");
        out_ += "</ul></nav>\n";
    }
    void add_link(const std::string& id, const std::string& text) {
        out_ += fmt::format("<li><a href=\"#{}\">{}</a></li>", id, escape_xml(text));
    }

    void begin_section(const std::string& id, const std::string& heading, const char* style = "lists") {
        out_ += fmt::format("<section id=\"{0}\" class=\"{1}\" aria-labelledby=\"{0}-h\">\n<h2 id=\"{0}-h\">{2}</h2>\n",
                            id, style, escape_xml(heading));
    }
    void end_section() { out_ += "</section>\n"; }

    void write_year(std::size_t number) {
        const SummaryYear& year = summary_.years[number];
        begin_section(fmt::format("year{}", number), year_title(year), number == 0 ? "newest" : "lists");
        out_ += fmt::format("<p>{}</p>\n", escape_xml(summary_subtitle(summary_, year, options_)));
        write_tiles(year);
        write_charts(number);
        out_ += "<ul class=\"notes\">";
        for (const std::string& note : summary_footnotes(summary_, year))
            out_ += fmt::format("<li>{}</li>", escape_xml(note));
        out_ += "<li>数ごとの根拠の文言は「目標一覧」の各行にある。</li>";
        out_ += "</ul>\n";
        DataTable departments = summary_departments(summary_);
        keep_year(departments, number);
        write_table(departments,
                    {"部門別の集計",
                     {"department", "goal_count", "indicator_count", "on_course_count", "under_way_count",
                      "behind_count", "open_count", "not_reported_count", "rate_count", "rate_mean", "rate_median"},
                     "department"});
        end_section();
    }

    // The rows of one year stand together.
    void keep_year(DataTable& table, std::size_t number) const {
        const std::size_t first = first_department_row(summary_, number) - 1;
        const std::size_t count = summary_.years[number].departments.size();
        table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(first + count), table.rows.end());
        table.rows.erase(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(first));
    }

    void write_tiles(const SummaryYear& year) {
        out_ += "<dl class=\"tiles\">\n";
        for (const Headline& one : headlines(year)) {
            const std::string figure = !one.known    ? "―"
                                       : one.percent ? fmt::format("{:.1f}%", one.value)
                                                     : group_thousands(fmt::format("{:.0f}", one.value));
            out_ += fmt::format("<div><dt>{}</dt><dd class=\"figure\">{}</dd><dd class=\"note\">{}</dd></div>\n",
                                escape_xml(one.label), figure, escape_xml(one.note));
        }
        out_ += "</dl>\n";
    }

    void add_figure(const std::string& caption, const std::string& svg) {
        out_ += fmt::format(
            "<figure><figcaption>{}</figcaption><div class=\"scroll\" role=\"region\" tabindex=\"0\" "
            "aria-label=\"{}\">{}</div></figure>\n",
            escape_xml(caption), escape_xml_attribute(caption), svg);
    }

    void write_charts(std::size_t number) {
        const SummaryYear& year = summary_.years[number];
        const auto id = [number](const char* name) { return fmt::format("c{}-{}", number, name); };
        out_ += "<div class=\"charts\">\n";
        add_figure("部門別の進捗（指標の件数）", standings_svg(year, id("standings")));
        add_figure(fmt::format("部門別の平均{}達成率（%）", year.against == Against::final ? "期末" : "中間"),
                   rates_svg(year, id("rates")));
        add_figure("SDGsのゴール別の重点目標（件）", sdgs_svg(year, id("sdgs")));
        add_figure(fmt::format("{}達成率の分布（指標の件数）", year.against == Against::final ? "期末" : "中間"),
                   rate_bands_svg(year, id("bands")));
        out_ += "</div>\n";
    }

    void write_trends() {
        if (summary_.goals.empty()) return;
        begin_section("trends", "推移");
        out_ += "<div class=\"charts\">\n";
        add_figure("年度別の進捗（指標の件数）", year_standings_svg(summary_, "trend-years"));
        out_ += "</div>\n";
        write_table(summary_trends(summary_),
                    {"部と重点目標の推移。同じ系列番号が同じ部・同じ重点目標",
                     {},
                     "series_name",
                     {},
                     "sheet_id",
                     Names{"sheet_id", "link_reason", "midterm_rate_count", "final_rate_count"}});
        end_section();
    }

    void write_indicators() {
        begin_section("indicators", "目標一覧");
        Names names = {"department",  "goal",    "item_title",   "indicator",   "target_value",
                       "target_unit", "against", "result_value", "result_unit", "rate",
                       "improvement", "status",  "note",         "source_file"};
        if (summary_.years.size() > 1) names.push_back("fiscal_year");
        const bool sections = std::any_of(summary_.sheets.begin(), summary_.sheets.end(),
                                          [](const SummarySheet& sheet) { return !sheet.section.empty(); });
        if (sections) names.push_back("section");
        names.insert(names.end(), {"target_text", "midterm_text", "source_line"});
        const bool final = std::any_of(summary_.years.begin(), summary_.years.end(),
                                       [](const SummaryYear& year) { return year.against == Against::final; });
        if (final) names.push_back("final_text");
        write_table(summary_indicators(summary_),
                    {"指標ごとの目標と実績。数の隣に、読み取った元の文言", names, "indicator", "sheet_id", "",
                     Names{"section", "target_text", "midterm_text", "final_text", "source_file", "source_line"}});
        end_section();
    }

    void write_sdgs() {
        begin_section("sdgs", "SDGs");
        write_table(summary_sdg_matrix(summary_),
                    {"重点目標とSDGsの対応（1：掲げる、0：掲げない）", {}, "goal", {}, "sheet_id", Names{"sheet_id"}});
        write_table(summary_sdg_counts(summary_), {"ゴール別の重点目標の数", {}, "goal_name"});
        end_section();
    }

    void write_findings() {
        begin_section("findings", "要確認");
        const DataTable table = summary_findings(summary_);
        if (table.row_count() == 0)
            out_ += "<p>エラーも警告もありません。</p>\n";
        else
            write_table(table, {"点検で見つかったこと（エラーと警告）",
                                {},
                                "number",
                                {},
                                "sheet_id",
                                Names{"section", "sheet_id", "source_file", "source_line", "source_cell"}});
        end_section();
    }

    void write_definitions() {
        begin_section("definitions", "凡例・項目定義・変換記録");
        const std::vector<DataTable> tables = {summary_departments(summary_), summary_trends({}),
                                               summary_indicators(summary_),  summary_sdg_matrix({}),
                                               summary_sdg_counts({}),        summary_findings({})};
        write_folded("コード表", summary_codes());
        write_folded("項目定義", definitions_table(tables));
        write_folded("変換記録", summary_conversion(summary_, {}));
        end_section();
    }

    void write_folded(const std::string& caption, const DataTable& table) {
        out_ += fmt::format("<details><summary>{}</summary>\n", caption);
        write_table(table, {caption});
        out_ += "</details>\n";
    }

    void write_table(const DataTable& table, TableLook look) {
        TableWriter(pieces_, table, std::move(look), anchors_).write();
    }

    const Summary& summary_;
    const SummaryTableOptions& options_;
    Anchors anchors_;
    Pieces pieces_;
    std::string& out_;  ///< of pieces_
};

}  // namespace

std::string write_summary_html(const Summary& summary, const SummaryTableOptions& options) {
    std::string page;
    write_summary_html(summary, options, [&](std::string_view piece) {
        page += piece;
        return true;
    });
    return page;
}

bool write_summary_html(const Summary& summary, const SummaryTableOptions& options, const TextSink& sink) {
    return Page(summary, options, sink).write();
}

}  // namespace goalsheet
