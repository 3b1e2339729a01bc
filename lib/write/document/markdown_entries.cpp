// SPDX-License-Identifier: MIT
#include "write/document/markdown_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/appendix.hpp"

namespace goalsheet {
namespace {

constexpr int kItemLevel = 4;
constexpr int kSheetLevel = 2;

// A text with the number of its measure in front, where the item has several.
struct Numbered {
    std::string number;
    const Measure* measure;
};

std::vector<Numbered> numbered(const Item& item) {
    std::vector<Numbered> measures;
    for (const Measure& measure : item.measures)
        measures.push_back({item.measures.size() > 1 ? fmt::format("({}) ", measure.number) : "", &measure});
    return measures;
}

/// Rows that make a table where all of them are short, and else an entry each.
struct Entries {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

void add(MarkdownBlocks& out, int level, const char* heading, const Entries& entries) {
    if (entries.rows.empty()) return;
    out.heading(level, heading);
    const bool fits = std::all_of(entries.rows.begin(), entries.rows.end(), [](const std::vector<std::string>& row) {
        return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return fits_cell(cell); });
    });
    if (fits) {
        out.begin_table(entries.header);
        for (const std::vector<std::string>& row : entries.rows) out.row(row);
        return;
    }
    for (const std::vector<std::string>& row : entries.rows) {
        out.item(row.front());
        for (std::size_t i = 1; i < row.size(); ++i) {
            if (row[i].empty()) continue;
            out.item(entries.header[i]);
            out.text(row[i]);
        }
    }
}

void take_indicators(Entries& entries, const std::string& number, const std::vector<IndicatorCells>& indicators) {
    entries.header = {"指標", "単位", "基準値", "目標値", "中間実績", "期末実績"};
    for (const IndicatorCells& one : indicators)
        entries.rows.push_back({number + one.name.text, one.unit.text, one.baseline.text, one.target.text,
                                one.midterm.text, one.final.text});
}

void take_extras(Entries& entries, const std::string& number, const std::vector<Extra>& extras) {
    entries.header = {"見出し", "内容"};
    for (const Extra& one : extras) entries.rows.push_back({number + one.label.text, one.text.text});
}

void take_series(Entries& entries, const std::string& number, const std::vector<SeriesValue>& series) {
    entries.header = {"見出し", "種類", "内容"};
    for (const SeriesValue& one : series)
        entries.rows.push_back({number + one.label.text, std::string(series_kind_word(one.kind)), one.text.text});
}

void take_labels(Entries& entries, const Sheet& sheet) {
    entries.header = {"見出し", "読んだ欄", "判断"};
    for (const ReasonedLabel& one : reasoned_labels(sheet))
        entries.rows.push_back({one.label, one.field, std::string(one.from)});
}

constexpr const char* kIndicators = "指標";
constexpr const char* kExtras = "その他の欄";
constexpr const char* kSeries = "年度ごとの値";
constexpr const char* kLabels = "様式にない見出しの読み方";

}  // namespace

void add_entries(MarkdownBlocks& out, const Item& item) {
    Entries indicators;
    Entries extras;
    Entries series;
    for (const auto& [number, measure] : numbered(item)) {
        take_indicators(indicators, number, measure->indicators);
        take_extras(extras, number, measure->extras);
        take_series(series, number, measure->series);
    }
    take_extras(extras, {}, item.extras);
    take_series(series, {}, item.series);
    add(out, kItemLevel, kIndicators, indicators);
    add(out, kItemLevel, kExtras, extras);
    add(out, kItemLevel, kSeries, series);
}

void add_entries(MarkdownBlocks& out, const Sheet& sheet) {
    Entries extras;
    Entries series;
    take_extras(extras, {}, sheet.extras);
    take_series(series, {}, sheet.series);
    add(out, kSheetLevel, kExtras, extras);
    add(out, kSheetLevel, kSeries, series);
}

void add_reasoned_labels(MarkdownBlocks& out, const Sheet& sheet) {
    Entries labels;
    take_labels(labels, sheet);
    add(out, kSheetLevel, kLabels, labels);
}

}  // namespace goalsheet
