// SPDX-License-Identifier: MIT
// One measure on an otherwise clean page, row by row: what is wrong in it is found once, and what only looks like it is
// left alone.
#include <doctest/doctest.h>

#include "goalsheet/report.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;

namespace {

struct MeasureRow {
    std::string action;
    std::string deadline;
    std::string target;
    std::string midterm;
    std::string final;
    std::string expected;  ///< the codes found, in order
};

const std::vector<MeasureRow> kMeasures = {
#include "unit/validate/rules/measure_findings.inc"
};

const std::string kOtherFinals =
    "期末報告: (1) 回収拠点数 20箇所\n  (2) 出前講座 12回\n取組による効果・残された課題: 拠点が増えた。\n"
    "シート2 期末報告: (1) 参加者数 320人\nシート2 取組による効果・残された課題: 参加者が増えた。\n";

Stage stage_of(const MeasureRow& row) {
    if (!row.final.empty()) return Stage::final;
    return row.midterm.empty() ? Stage::plan : Stage::midterm;
}

std::string example_of(const MeasureRow& row) {
    std::string example = row.final.empty() ? "" : kOtherFinals + "②期末報告: (1) " + row.final + "\n";
    if (row.midterm.empty())
        example += "中間報告:\n②中間報告:\nシート2 中間報告:\n";
    else
        example += "②中間報告: (1) " + row.midterm + "\n";
    return example + "②取組: ○ 市民の暮らし\n  (1) " + row.action + "\n②期間・期限: (1) " + row.deadline +
           "\n②数値目標: (1) " + row.target;
}

}  // namespace

TEST_CASE("a slip in one measure is found once, and what only looks like one is left alone") {
    for (const MeasureRow& row : kMeasures) {
        CAPTURE(row.action);
        CAPTURE(row.target);
        CAPTURE(row.midterm);
        CAPTURE(row.final);
        Policy policy;
        policy.stage = stage_of(row);
        ValidateOptions options;
        options.policies = {&policy};
        std::string found;
        for (const std::string& code : test::codes(test::check_example(example_of(row), options)))
            found += (found.empty() ? "" : " ") + code;
        CHECK(found == row.expected);
    }
}
