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
#include "numbers/progress/measured_document.hpp"
#include "tables/table.hpp"

namespace goalsheet {

/// 数値目標: an indicator a row; figures only, with the words they were read from beside them.
DataTable targets_table(const MeasuredDocument& reports);

inline constexpr const char* kMixedStatus = "混在";

/// 進捗区分 of measures by their latest report.
class MeasureStatuses {
public:
    explicit MeasureStatuses(const MeasuredDocument& reports);
    /// The word that all indicators of the measure share, or 混在; empty for a measure that is not there.
    std::string of(std::size_t sheet, int item, int measure) const;

private:
    using Key = std::tuple<std::size_t, int, int>;
    std::map<Key, std::string> words_;
};

/// 以上, 超, 以下, 未満, 程度; empty where there is no target value.
std::string_view comparator_word(Comparator comparator);

}  // namespace goalsheet
