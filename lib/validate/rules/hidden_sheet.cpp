// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace hidden_sheet_rule {
namespace {

const Message kExample = {
    "「{0}」のシートは見本とみて、点検していません。不要なら削除し、提出するシートなら名前を変えてください。",
    "The sheet {0} was taken for an example and not checked; delete it, or rename it if it is to be handed in."};

bool is_example(std::string_view name) {
    return name.find("例") != std::string_view::npos || name.find("見本") != std::string_view::npos;
}

void check(const DocumentScope& page, Reporter& report) {
    for_each_remark(page, remark::kHiddenTable, [&](const Remark& remark, const Place& place) {
        const std::string& name = remark.text.text;
        if (is_example(name))
            report.add(page, place, Saying{.arguments = {same(excerpt(name))}, .message = &kExample});
        else
            report.add(page, place, {});
    });
}

}  // namespace
}  // namespace hidden_sheet_rule

const RuleBody hidden_sheet{
    .texts =
        {.title = {"画面に出ないシートがある", "a sheet that is not shown"},
         .message =
             {"画面に表示されないシート（display:none、非表示のワークシート）があり、点検していません。不要なら削除し"
              "てください。",
              "A sheet is hidden (display:none, a hidden worksheet) and was not checked; delete it if it is not "
              "needed."},
         .why = {"隠れた古いシートが検索や読み上げで公開されることがあります。",
                 "A hidden old sheet can still surface in searches and screen readers."},
         .wrong = "# <div style=\"display:none\"> "
                  "の中に目標シートがあるHTML、非表示のワークシートに目標シートがあるExcelブック",
         .right = "# 公開するシートだけがあるHTML"},
    .on_document = hidden_sheet_rule::check,
};

}  // namespace goalsheet::rules
