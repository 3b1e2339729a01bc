// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace table_grid_broken_rule {
namespace {

const Message kOverlap = {"{0}行目でセルが重なっています。セル結合（colspan・rowspan）を見直してください。",
                          "Cells overlap in row {0}; fix the merged cells."};
const Message kFewer = {
    "{0}行目のセルが見出しより{1}つ少なく、欄が欠けているか、列がずれています。セル結合を見直してください。",
    "Row {0} has fewer cells than the heading (by {1}); a cell is missing or merged wrongly."};

struct RaggedRow {
    std::string row;
    std::string count;
    bool fewer = false;
    Place place;
};

// "12 -1"
RaggedRow parse_detail(std::string_view detail, const Place& place) {
    RaggedRow ragged;
    ragged.place = place;
    const std::size_t space = detail.find(' ');
    ragged.row = std::string(detail.substr(0, space));
    if (space == std::string_view::npos) return ragged;
    std::string_view count = detail.substr(space + 1);
    ragged.fewer = count.starts_with('-');
    if (count.starts_with('-') || count.starts_with('+')) count.remove_prefix(1);
    ragged.count = std::string(count);
    return ragged;
}

// Cells that lie on each other make their row longer: that is one fault.
std::unordered_set<std::string_view> overlapping_rows(const SheetScope& sheet) {
    std::unordered_set<std::string_view> rows;
    for (const Remark& one : sheet.sheet.remarks)
        if (one.kind == remark::kOverlap) rows.insert(one.detail);
    return rows;
}

// Rows that are wrong alike are told of together: 7・8・9.
std::vector<RaggedRow> collect_rows(const SheetScope& sheet) {
    std::vector<RaggedRow> rows;
    const auto overlapping = overlapping_rows(sheet);
    for_each_remark(sheet, remark::kRaggedRow, [&](const Remark& remark, const Place& place) {
        RaggedRow ragged = parse_detail(remark.detail, place);
        if (overlapping.contains(ragged.row)) return;
        const auto alike = std::find_if(rows.begin(), rows.end(), [&](const RaggedRow& one) {
            return one.fewer == ragged.fewer && one.count == ragged.count;
        });
        if (alike == rows.end())
            rows.push_back(std::move(ragged));
        else
            alike->row += "・" + ragged.row;
    });
    return rows;
}

Message row_word(const std::string& row) { return {"表の" + row + "行目", "table row " + row}; }

void check(const SheetScope& sheet, Reporter& report) {
    for (const RaggedRow& ragged : collect_rows(sheet))
        report.add(sheet, ragged.place.named(row_word(ragged.row.substr(0, ragged.row.find("・")))),
                   Saying{.arguments = {same(excerpt(ragged.row)), same(ragged.count)},
                          .message = ragged.fewer ? &kFewer : nullptr});
    for_each_remark(sheet, remark::kOverlap, [&](const Remark& remark, const Place& place) {
        report.add(sheet, place.named(row_word(remark.detail)),
                   Saying{.arguments = {same(excerpt(remark.detail))}, .message = &kOverlap});
    });
}

}  // namespace
}  // namespace table_grid_broken_rule

const RuleBody table_grid_broken{
    .texts = {.title = {"表の列がずれている", "the table's grid is broken"},
              .message = {"{0}行目のセルが見出しより{1}つ多く、列がずれています。セル結合を見直してください。",
                          "Row {0} has more cells than the heading (by {1}); fix the merged cells."},
              .why = {"列がずれると、目標が報告として読まれるなど、別の欄の文章になります。",
                      "In a shifted row a target is read as a report, and so on."},
              .wrong = "# 取組の行に列が1つ多い表",
              .right = "# どの行も見出し行と同じ列数の表"},
    .on_sheet = table_grid_broken_rule::check,
};

}  // namespace goalsheet::rules
