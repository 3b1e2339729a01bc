// SPDX-License-Identifier: MIT
#include "model/appendix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kItem = "取組の番号";
constexpr std::string_view kMeasure = "手段番号";
constexpr std::array<std::string_view, 8> kIndicatorHeadings = {kItem,    kMeasure, "指標名",   "単位",
                                                                "基準値", "目標値", "中間実績", "期末実績"};
constexpr std::array<std::string_view, 5> kExtraHeadings = {kItem, kMeasure, "見出し", "種類", "内容"};
constexpr std::array<std::string_view, 6> kSeriesHeadings = {kItem, kMeasure, "見出し", "年度", "種類", "内容"};

constexpr std::array<std::string_view, 6> kLabelHeadings = {kItem,      kMeasure, "読み替えた見出し",
                                                            "読んだ欄", "判断",   "根拠"};
constexpr std::string_view kFromWords = "言葉";
constexpr std::string_view kFromContent = "中身";

// In the order of ExtraRole and of SeriesKind.
constexpr std::array<std::string_view, 8> kRoleWords = {"評価",   "進捗度", "担当課", "予算",
                                                        "コード", "期間",   "備考",   "その他"};
constexpr std::array<std::string_view, 4> kKindWords = {"目標", "実績", "基準", "計画"};

template <class Value, std::size_t N>
std::optional<Value> find_word(const std::array<std::string_view, N>& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Value>(found - words.begin()));
}

/// The numbers that rows begin with. A number that comes again says which time: ①, ①#2.
class Numbers {
public:
    std::string next(std::string number) {
        const int count = ++seen_[number];
        return count == 1 ? number : fmt::format("{}#{}", number, count);
    }

private:
    std::map<std::string, int> seen_;
};

/// Calls `take` with the two numbers, the item (or none), the measure (or none) and what has extras and series there.
template <class SheetType, class Take>
void for_each_place(SheetType& sheet, Take take) {
    take(std::string(), std::string(), nullptr, nullptr, sheet);
    Numbers items;
    for (auto& item : sheet.items) {
        const std::string number = items.next(circled(item.number));
        take(number, std::string(), &item, nullptr, item);
        Numbers measures;
        for (auto& measure : item.measures)
            take(number, measures.next(fmt::format("({})", measure.number)), &item, &measure, measure);
    }
}

using Rows = std::vector<std::vector<std::string>>;

Rows indicator_rows(const Sheet& sheet) {
    Rows rows;
    for_each_place(
        sheet, [&](const std::string& item, const std::string& measure, const Item*, const Measure* of, const auto&) {
            if (!of) return;
            for (const IndicatorCells& one : of->indicators)
                rows.push_back({item, measure, one.name.text, one.unit.text, one.baseline.text, one.target.text,
                                one.midterm.text, one.final.text});
        });
    return rows;
}

Rows extra_rows(const Sheet& sheet) {
    Rows rows;
    for_each_place(
        sheet, [&](const std::string& item, const std::string& measure, const Item*, const Measure*, const auto& of) {
            for (const Extra& one : of.extras)
                rows.push_back({item, measure, one.label.text, std::string(extra_role_word(one.role)), one.text.text});
        });
    return rows;
}

Rows series_rows(const Sheet& sheet) {
    Rows rows;
    for_each_place(
        sheet, [&](const std::string& item, const std::string& measure, const Item*, const Measure*, const auto& of) {
            for (const SeriesValue& one : of.series)
                rows.push_back({item, measure, one.label.text, fmt::format("{}", one.year),
                                std::string(series_kind_word(one.kind)), one.text.text});
        });
    return rows;
}

Rows label_rows(const Sheet& sheet) {
    Rows rows;
    for (const ReasonedLabel& one : reasoned_labels(sheet))
        rows.push_back({{}, {}, one.label, one.field, std::string(one.from), one.evidence});
    return rows;
}

// target: its words → 数値目標 and its words.
ReasonedLabel reasoned_label(const Remark& remark) {
    constexpr std::string_view kSign = ": ";
    const std::size_t sign = remark.detail.find(kSign);
    const auto field = sign == std::string::npos ? std::nullopt : field_from_name(remark.detail.substr(0, sign));
    return {remark.text.text, field ? field_word(*field).ja : std::string(),
            remark.kind == remark::kColumnInferred ? kFromContent : kFromWords,
            field ? remark.detail.substr(sign + kSign.size()) : remark.detail};
}

std::optional<FieldId> field_of_word(std::string_view word) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(FieldId::extra); ++i)
        if (field_word(static_cast<FieldId>(i)).ja == word) return static_cast<FieldId>(i);
    return std::nullopt;
}

std::optional<int> read_year(std::string_view text) {
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(year) : std::nullopt;
}

}  // namespace

std::span<const std::string_view> appendix_headings(AppendixKind kind) {
    switch (kind) {
        case AppendixKind::indicators:
            return kIndicatorHeadings;
        case AppendixKind::extras:
            return kExtraHeadings;
        case AppendixKind::series:
            return kSeriesHeadings;
        case AppendixKind::labels:
            break;
    }
    return kLabelHeadings;
}

std::string_view extra_role_word(ExtraRole role) { return kRoleWords[static_cast<std::size_t>(role)]; }
std::string_view series_kind_word(SeriesKind kind) { return kKindWords[static_cast<std::size_t>(kind)]; }

std::vector<ReasonedLabel> reasoned_labels(const Sheet& sheet) {
    std::vector<ReasonedLabel> labels;
    for (const Remark& remark : sheet.remarks)
        if (remark.kind == remark::kLabelReasoned || remark.kind == remark::kColumnInferred)
            labels.push_back(reasoned_label(remark));
    return labels;
}

std::vector<AppendixBlock> appendix_of(const Sheet& sheet) {
    std::vector<AppendixBlock> blocks = {{AppendixKind::indicators, indicator_rows(sheet)},
                                         {AppendixKind::extras, extra_rows(sheet)},
                                         {AppendixKind::series, series_rows(sheet)},
                                         {AppendixKind::labels, label_rows(sheet)}};
    std::erase_if(blocks, [](const AppendixBlock& block) { return block.rows.empty(); });
    return blocks;
}

AppendixReader::AppendixReader(Sheet& sheet) : sheet_(sheet) {
    for_each_place(sheet, [this](const std::string& item, const std::string& measure, Item* of_item,
                                 Measure* of_measure, const auto&) {
        places_.emplace(std::pair(item, measure), Place{of_item, of_measure});
    });
}

bool AppendixReader::add(AppendixKind kind, std::span<const SourcedText> cells) {
    if (cells.size() != appendix_headings(kind).size()) return false;
    const auto place = places_.find({cells[0].text, cells[1].text});
    if (place == places_.end()) return false;
    switch (kind) {
        case AppendixKind::indicators:
            return add_indicator(place->second, cells);
        case AppendixKind::extras:
            return add_extra(place->second, cells);
        case AppendixKind::series:
            return add_series_value(place->second, cells);
        case AppendixKind::labels:
            break;
    }
    return add_label(place->second, cells);
}

bool AppendixReader::add_indicator(const Place& place, std::span<const SourcedText> cells) {
    if (!place.measure) return false;
    place.measure->indicators.push_back({cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]});
    return true;
}

bool AppendixReader::add_extra(const Place& place, std::span<const SourcedText> cells) {
    const auto role = find_word<ExtraRole>(kRoleWords, cells[3].text);
    if (!role) return false;
    auto& extras = place.measure ? place.measure->extras : place.item ? place.item->extras : sheet_.extras;
    extras.push_back({cells[2], *role, cells[4]});
    return true;
}

bool AppendixReader::add_series_value(const Place& place, std::span<const SourcedText> cells) {
    const auto year = read_year(cells[3].text);
    const auto kind = find_word<SeriesKind>(kKindWords, cells[4].text);
    if (!year || !kind) return false;
    auto& series = place.measure ? place.measure->series : place.item ? place.item->series : sheet_.series;
    series.push_back({cells[2], *year, *kind, cells[5]});
    return true;
}

bool AppendixReader::add_label(const Place& place, std::span<const SourcedText> cells) {
    const auto field = field_of_word(cells[3].text);
    const bool known = cells[4].text == kFromWords || cells[4].text == kFromContent;
    if (place.item || !known || (!field && !cells[3].empty())) return false;
    std::string detail = field ? std::string(field_name(*field)).append(": ") : std::string();
    sheet_.remarks.push_back({cells[4].text == kFromContent ? remark::kColumnInferred : remark::kLabelReasoned,
                              cells[2], detail.append(cells[5].text)});
    return true;
}

void add_appendix(Sheet& sheet, std::span<const AppendixRow> rows) {
    AppendixReader reader(sheet);
    for (const AppendixRow& row : rows) {
        if (reader.add(row.kind, row.cells)) continue;
        const auto headings = appendix_headings(row.kind);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].empty())
                sheet.unplaced.push_back(
                    {row.cells[i], i < headings.size() ? std::string(headings[i]) : std::string(), {}});
    }
}

}  // namespace goalsheet
