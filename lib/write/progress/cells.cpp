// SPDX-License-Identifier: MIT
#include "write/progress/cells.hpp"

#include <fmt/format.h>

#include <array>
#include <numeric>

#include "goalsheet/text.hpp"
#include "tables/target_table.hpp"

namespace goalsheet {
namespace {

Message state_words(ReportState state) {
    switch (state) {
        case ReportState::ongoing:
            return {"実施中", "under way"};
        case ReportState::planned:
            return {"予定", "planned"};
        default:
            return {};
    }
}

std::string_view sign_of(Comparator comparator) {
    switch (comparator) {
        case Comparator::at_most:
            return "≤";
        case Comparator::less_than:
            return "<";
        case Comparator::more_than:
            return ">";
        case Comparator::about:
            return "~";
        default:
            return "";
    }
}

bool is_period(std::string_view per) {
    return per == "年" || per == "月" || per == "週" || per == "隔月" || per == "隔週";
}

}  // namespace

std::string show_number(const Decimal& value) {
    std::string digits = value.to_text();
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    std::size_t point = digits.find('.');
    if (point == std::string::npos) point = digits.size();
    for (std::size_t at = point; at > sign + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string show_target(const ProgressRow& row, Lang lang) {
    if (!row.target) return {};
    const std::string from = row.baseline ? show_number(*row.baseline) + "→" : std::string();
    const bool in_front = is_period(row.per);  // 月2回, 20人/回
    const std::string figure =
        fmt::format("{}{}{}{}{}{}", row.modifier, in_front ? row.per : "", from, show_number(*row.target), row.unit,
                    row.per.empty() || in_front ? "" : "/" + row.per);
    if (lang == Lang::en) return fmt::format("{}{}", sign_of(row.comparator), figure);
    const bool plain = row.comparator == Comparator::none || row.comparator == Comparator::at_least ||
                       (row.comparator == Comparator::at_most && row.target->mantissa == 0);
    return fmt::format("{}{}", figure, plain ? "" : comparator_word(row.comparator));
}

std::string show_result(const ProgressRow& row) {
    return row.result ? show_number(*row.result) + row.result_unit : std::string();
}

std::string show_state(const ProgressRow& row, Lang lang) {
    return row.result ? state_words(row.state).in(lang) : std::string();
}

std::string show_rate(const ProgressRow& row) {
    return row.rate ? fmt::format("{:.1f}%", *row.rate * 100) : std::string();
}

std::string show_improvement(const ProgressRow& row, Lang lang) {
    if (!row.improvement) return {};
    return fmt::format("{} {:.1f}%", lang == Lang::ja ? "改善" : "improved", *row.improvement * 100);
}

std::string show_day(const ProgressRow& row) {
    return row.as_of ? fmt::format("{}/{}", row.as_of->month, row.as_of->day) : std::string();
}

std::vector<RowRange> split_sheets(std::span<const ProgressRow> rows) {
    std::vector<RowRange> ranges;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool same = i > 0 && rows[i].source == rows[i - 1].source && rows[i].sheet == rows[i - 1].sheet &&
                          rows[i].goal == rows[i - 1].goal;
        if (same)
            ranges.back().end = i + 1;
        else
            ranges.push_back({i, i + 1});
    }
    return ranges;
}

std::vector<RowRange> split_items(std::span<const ProgressRow> rows, RowRange sheet) {
    std::vector<RowRange> ranges;
    for (std::size_t i = sheet.begin; i < sheet.end; ++i) {
        const bool same =
            i > sheet.begin && rows[i].item == rows[i - 1].item && rows[i].item_title == rows[i - 1].item_title;
        if (same)
            ranges.back().end = i + 1;
        else
            ranges.push_back({i, i + 1});
    }
    return ranges;
}

std::string sheet_title(const ProgressRow& row, Lang lang) {
    std::string out = row.department;
    const auto add = [&out](const std::string& part) {
        if (!part.empty()) out += (out.empty() ? "" : "  ") + part;
    };
    if (row.fiscal_year)
        add(lang == Lang::ja ? fiscal_year_label(*row.fiscal_year) : fmt::format("FY{}", *row.fiscal_year));
    if (row.priority) add(lang == Lang::ja ? fmt::format("{}位", *row.priority) : fmt::format("no. {}", *row.priority));
    add(row.goal);
    return out;
}

StatusCounts count_statuses(std::span<const ProgressRow> rows) {
    StatusCounts counts{};
    for (const ProgressRow& row : rows) ++counts[static_cast<std::size_t>(row.status)];
    return counts;
}

std::string summary_line(const StatusCounts& counts, Lang lang) {
    std::string parts;
    for (std::size_t s = 0; s < counts.size(); ++s) {
        if (counts[s] == 0) continue;
        if (!parts.empty()) parts += lang == Lang::ja ? "、" : ", ";
        parts += fmt::format("{} {}", status_words(static_cast<ProgressStatus>(s)).in(lang), counts[s]);
    }
    const std::size_t rows = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    return lang == Lang::ja ? fmt::format("計 {}件：{}", rows, parts) : fmt::format("{} rows: {}", rows, parts);
}

}  // namespace goalsheet
