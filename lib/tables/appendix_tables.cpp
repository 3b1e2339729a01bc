// SPDX-License-Identifier: MIT
#include "tables/appendix_tables.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/appendix.hpp"
#include "tables/cells.hpp"
#include "tables/columns.hpp"

namespace goalsheet {
namespace {

constexpr Column kSheetId = columns::kSheetId.wide(22);
constexpr Column kItemId = columns::kItemId.wide(25).meaning_here("目標IDと取組項目の番号。空は目標全体の記載");
constexpr Column kMeasureNumber =
    columns::kMeasureNumber.wide(7).meaning_here("方法・手段の番号。空は取組項目または目標全体の記載");

constexpr Column kIndicators[] = {
    kSheetId,
    kItemId,
    kMeasureNumber,
    {"指標番号", "indicator_number", ColumnType::integer, 9, "", "その方法・手段の中での順番"},
    {"指標名", "indicator_name", ColumnType::text, 30, "", "シートに書かれた文言"},
    {"指標の単位", "indicator_unit", ColumnType::text, 11, "", "シートに書かれた文言"},
    {"基準値原文", "baseline_text", ColumnType::text, 16, "", "シートに書かれた文言。改行は「 / 」"},
    {"目標値原文", "target_text", ColumnType::text, 16, "", "シートに書かれた文言。改行は「 / 」"},
    columns::kMidtermText.wide(16).meaning_here("シートに書かれた文言。改行は「 / 」"),
    columns::kFinalText.wide(16).meaning_here("シートに書かれた文言。改行は「 / 」"),
    columns::kMeasureId.wide(27),
    columns::kIndicatorId.wide(29).meaning_here("「数値目標」の同じIDの行の指標。1つに決まらないときは空"),
};

constexpr Column kExtras[] = {
    kSheetId,
    kItemId,
    kMeasureNumber,
    columns::kLabel.wide(24),
    {"種類", "role", ColumnType::code, 10, "", "評価、進捗度、担当課、予算、コード、期間、備考、その他"},
    columns::kText.wide(60),
    columns::kMeasureId.wide(27),
};

constexpr Column kSeries[] = {
    kSheetId,
    kItemId,
    kMeasureNumber,
    columns::kLabel.wide(24),
    {"対象年度", "series_year", ColumnType::integer, 10, "", "西暦の年度。見出しから読めないときは空"},
    {"種類", "series_kind", ColumnType::code, 10, "", "目標、実績、基準、計画"},
    columns::kText.wide(60),
    columns::kMeasureId.wide(27),
};

constexpr Column kLabels[] = {
    kSheetId,
    columns::kLabel.wide(24),
    {"読んだ欄", "read_as", ColumnType::text, 16, "", "見出しの下の記載を入れた欄"},
    {"判断", "reasoned_from", ColumnType::code, 8, "", "言葉、中身（見出しの言葉からか、下の記載からか）"},
    {"根拠", "evidence", ColumnType::text, 40, "", "そう読んだ理由"},
};

/// Keys of what has extras and series: a sheet, an item or a measure.
struct Keys {
    std::string sheet;
    std::string item;
    DataCell number;
    std::string measure;
};

template <class Take>
void for_each_owner(const TableSource& source, Take take) {
    const Document& document = source.document;
    const std::vector<std::string>& ids = source.ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const Sheet& sheet = document.sheets[i];
        const MeasureIds own(sheet, ids[i]);
        take(Keys{ids[i], {}, {}, {}}, sheet);
        for (std::size_t j = 0; j < sheet.items.size(); ++j) {
            const Item& item = sheet.items[j];
            take(Keys{ids[i], own.item(j), {}, {}}, item);
            for (std::size_t m = 0; m < item.measures.size(); ++m)
                take(Keys{ids[i], own.item(j), std::int64_t{item.measures[m].number}, own.measure(j, m)},
                     item.measures[m]);
        }
    }
}

bool any_indicators(const Document& document) {
    const auto has = [](const Measure& one) { return !one.indicators.empty(); };
    return std::any_of(document.sheets.begin(), document.sheets.end(), [&](const Sheet& sheet) {
        return std::any_of(sheet.items.begin(), sheet.items.end(), [&](const Item& item) {
            return std::any_of(item.measures.begin(), item.measures.end(), has);
        });
    });
}

/// Which indicator that was measured a cell of its own stands for.
class IndicatorIds {
public:
    explicit IndicatorIds(const MeasuredDocument& measured) {
        const std::vector<MeasureIds> ids = measure_ids(*measured.document, measured.ids);
        for (const ProgressRow& row : measured.midterm)
            names_[ids[row.sheet].measure(row.item_index, row.measure_index)].push_back(fold(row.indicator));
    }

    /// As many as there are cells are theirs, in order; else the only one of the same name, or none.
    std::string of(const std::string& measure_id, const Measure& measure, std::size_t index) const {
        const auto found = names_.find(measure_id);
        if (found == names_.end()) return {};
        const std::vector<std::string>& names = found->second;
        if (names.size() == measure.indicators.size()) return indicator_id(measure_id, static_cast<int>(index) + 1);
        const std::string name = fold(measure.indicators[index].name.text);
        const auto cells = std::count_if(measure.indicators.begin(), measure.indicators.end(),
                                         [&](const IndicatorCells& cell) { return fold(cell.name.text) == name; });
        if (cells != 1 || std::count(names.begin(), names.end(), name) != 1) return {};
        const auto same = std::find(names.begin(), names.end(), name);
        return indicator_id(measure_id, static_cast<int>(same - names.begin()) + 1);
    }

private:
    std::unordered_map<std::string, std::vector<std::string>> names_;  ///< by measure, in order of its indicators
};

}  // namespace

DataTable indicators_table(const TableSource& source) {
    DataTable table = {"指標", "indicators", "独立した欄を持つ指標", kIndicators, 3, {}};
    if (!any_indicators(source.document)) return table;
    const IndicatorIds ids(source.measured());
    for_each_owner(source, [&](const Keys& keys, const auto& owner) {
        if constexpr (std::is_same_v<decltype(owner), const Measure&>) {
            std::size_t number = 0;
            for (const IndicatorCells& one : owner.indicators)
                table.rows.push_back({keys.sheet, keys.item, keys.number, whole(++number), one.name.text, one.unit.text,
                                      one.baseline.text, one.target.text, one.midterm.text, one.final.text,
                                      keys.measure, ids.of(keys.measure, owner, number - 1)});
        }
    });
    return table;
}

DataTable extras_table(const TableSource& source) {
    DataTable table = {"その他の欄", "extras", "様式の項目のほかに見出しを持つ記載", kExtras, 3, {}};
    for_each_owner(source, [&](const Keys& keys, const auto& owner) {
        for (const Extra& one : owner.extras)
            table.rows.push_back({keys.sheet, keys.item, keys.number, one.label.text,
                                  std::string(extra_role_word(one.role)), one.text.text, keys.measure});
    });
    return table;
}

DataTable series_table(const TableSource& source) {
    DataTable table = {"年度ごとの値", "series", "年度が列になっている値", kSeries, 3, {}};
    for_each_owner(source, [&](const Keys& keys, const auto& owner) {
        for (const SeriesValue& one : owner.series)
            table.rows.push_back({keys.sheet, keys.item, keys.number, one.label.text,
                                  one.year == 0 ? DataCell() : DataCell(std::int64_t{one.year}),
                                  std::string(series_kind_word(one.kind)), one.text.text, keys.measure});
    });
    return table;
}

DataTable labels_table(const TableSource& source) {
    DataTable table = {"見出しの読み方", "labels", "様式にない見出しと、それを読んだ欄", kLabels, 2, {}};
    for (std::size_t i = 0; i < source.document.sheets.size(); ++i)
        for (const ReasonedLabel& one : reasoned_labels(source.document.sheets[i]))
            table.rows.push_back({source.ids[i], one.label, one.field, std::string(one.from), one.evidence});
    return table;
}

}  // namespace goalsheet
