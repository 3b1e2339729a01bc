// SPDX-License-Identifier: MIT
#include "write/document/markdown_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "write/progress/cells.hpp"

namespace goalsheet {
namespace {

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
        std::vector<std::string> cells = {cut_to_width(row.indicator, kLabelColumns), show_target(row, Lang::ja),
                                          show_result(row), show_rate(row), status_words(row.status).ja};
        if (numbered) cells.insert(cells.begin(), fmt::format("({})", row.measure));
        out.row(cells);
    }
}

}  // namespace goalsheet
