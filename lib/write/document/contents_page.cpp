// SPDX-License-Identifier: MIT
#include "write/document/contents_page.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <vector>

namespace goalsheet {
namespace {

const std::vector<double> kWidths = {26, 26, 26, 26, 26};  // none wider than a screen
constexpr std::uint16_t kLast = 4;
constexpr double kTitleHeight = 36;
constexpr double kGoalHeight = 30;

}  // namespace

bool has_contents(const Document& document) {
    const bool own_year =
        document.fiscal_year && !document.sheets.empty() && document.sheets.front().fiscal_year != document.fiscal_year;
    return own_year || !document.goals.empty();
}

std::string contents_title(const Document& document) {
    std::string title = document.fiscal_year ? document.fiscal_year->label + " " : "";
    if (!document.department.empty()) title += document.department.text + " ";
    return title + "重点目標一覧";
}

FormLayout contents_layout(const Document& document) {
    FormLayout layout{kWidths, {}};
    layout.rows.push_back(
        {FormRow::Kind::title, {{0, kLast, contents_title(document), xlsx::Style::title}}, kTitleHeight});
    int number = 0;
    for (const SourcedText& goal : document.goals)
        layout.rows.push_back({FormRow::Kind::text,
                               {{0, kLast, fmt::format("{}. {}", ++number, goal.text), xlsx::Style::input_block}},
                               kGoalHeight});
    return layout;
}

}  // namespace goalsheet
