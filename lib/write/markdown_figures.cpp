// SPDX-License-Identifier: MIT
#include "write/markdown_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "write/workbook_targets.hpp"

namespace goalsheet {
namespace {

// 1300.5 → 1,300.5
std::string group_thousands(std::string digits) {
    const std::size_t end = std::min(digits.find('.'), digits.size());
    const std::size_t begin = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = end; at > begin + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string figure(const std::optional<Decimal>& value, const std::string& unit) {
    return value ? group_thousands(value->to_text()) + unit : "";
}

// 6→9園, 11,800t以下; that more is better goes without saying.
std::string target_words(const ProgressRow& row) {
    const std::string from = row.baseline ? group_thousands(row.baseline->to_text()) + "→" : "";
    const bool plain = row.comparator == Comparator::none || row.comparator == Comparator::at_least;
    return fmt::format("{}{}{}", from, figure(row.target, row.unit), plain ? "" : comparator_word(row.comparator));
}

std::string rate_words(const std::optional<double>& rate) { return rate ? fmt::format("{:.1f}%", *rate * 100) : ""; }

bool is_reported(const ProgressRow& row) { return row.target && row.status != ProgressStatus::not_reported; }

}  // namespace

void add_figures(MarkdownBlocks& out, const Item& item, std::span<const ProgressRow> rows, Against against) {
    if (std::none_of(rows.begin(), rows.end(), is_reported)) return;
    constexpr std::size_t kLabelColumns = 80;
    const bool numbered = item.measures.size() > 1;
    out.heading(4, against == Against::final ? "期末の数値" : "中間の数値");
    std::vector<std::string> header = {"指標", "目標", "実績", "達成率", "区分"};
    if (numbered) header.insert(header.begin(), "番号");
    out.begin_table(header);
    for (const ProgressRow& row : rows) {
        if (!row.target) continue;
        std::vector<std::string> cells = {cut_to_width(row.indicator, kLabelColumns), target_words(row),
                                          figure(row.result, row.result_unit), rate_words(row.rate),
                                          status_words(row.status).ja};
        if (numbered) cells.insert(cells.begin(), fmt::format("({})", row.measure));
        out.row(cells);
    }
}

}  // namespace goalsheet
