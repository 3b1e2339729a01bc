// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/progress.hpp"
#include "write/xlsx/data_sheet.hpp"

namespace goalsheet {

/// Both reports of a document held against its targets: row i of one speaks of the same indicator as row i of the
/// other.
struct BothReports {
    std::vector<ProgressRow> midterm;
    std::vector<ProgressRow> final;
};
BothReports measure_both_reports(const Document& document);

/// 数値目標: an indicator a row; figures only, with the words they were read from beside them.
xlsx::DataTable targets_table(const Document& document, const BothReports& reports);

inline constexpr const char* kMixedStatus = "混在";

/// 進捗区分 of measures by their latest report.
class MeasureStatuses {
public:
    explicit MeasureStatuses(const BothReports& reports);
    /// The word that all indicators of the measure share, or 混在; empty for a measure that is not there.
    std::string of(std::size_t sheet, int item, int measure) const;

private:
    using Key = std::tuple<std::size_t, int, int>;
    std::map<Key, std::string> words_;
};

/// How a row's figures are to be taken: 算定, 減少目標, 定性, 未報告, 算定不可.
struct FigureKind {
    const char* name;
    const char* meaning;
};
inline constexpr FigureKind kFigureKinds[] = {
    {"算定", "目標値と実績値から達成率を算定したもの"},
    {"減少目標", "少ないほどよい目標。達成率の平均には含めない"},
    {"定性", "数値のない目標"},
    {"未報告", "報告が空のもの"},
    {"算定不可", "報告はあるが、目標値と比べられる数値を確かに読み取れないもの。実績値は空"},
};

/// 以上, 超, 以下, 未満, 程度; empty where there is no target value.
std::string_view comparator_word(Comparator comparator);

}  // namespace goalsheet
