// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace cell_value_rule {
namespace {

const Message kNoValue = {"数式（{1}）の計算結果が保存されていません。値を入力してください。",
                          "The result of a formula ({1}) is not saved; type the value."};
const Message kError = {"セルの数式がエラー（{0}）です。正しい値を入力してください。",
                        "The cell holds an error ({0}); type the right value."};
const Message kFormat = {
    "数値「{0}」の表示形式（{1}）は読み取れないため、元の数値を使いました。見えるとおりに文字で入力し"
    "直してください。",
    "The number format ({1}) cannot be read and the bare number {0} was taken; type what the cell "
    "is to say as text."};

const Message kUnseen = {
    "表示形式（{1}）のため、セルにある数値が見えません。見せる数値なら表示形式を直してください。",
    "The number format ({1}) shows nothing of the number in the cell; change the format if it is to be seen."};

void report(const SheetScope& sheet, const char* kind, const Message* message, Reporter& reporter) {
    for_each_remark(sheet, kind, [&](const Remark& remark, const Place& place) {
        Place spotted = place;
        if (const auto range = remark.text.source_of()) spotted.address = sheet.address_at(range->first);
        const Message* const of_empty = remark.kind == remark::kFormula        ? &kNoValue
                                        : remark.kind == remark::kNumberFormat ? &kUnseen
                                                                               : message;
        reporter.add(sheet, spotted,
                     Saying{.arguments = {same(excerpt(remark.text.text)), same(excerpt(remark.detail))},
                            .message = remark.text.empty() ? of_empty : message});
    });
}

void check(const SheetScope& sheet, Reporter& reporter) {
    report(sheet, remark::kFormula, nullptr, reporter);
    report(sheet, remark::kCellError, &kError, reporter);
    report(sheet, remark::kNumberFormat, &kFormat, reporter);
}

}  // namespace
}  // namespace cell_value_rule

const RuleBody cell_value{
    .texts = {.title = {"Excelのセルの値が確かでない", "a workbook's cell does not hold what it shows"},
              .message = {"「{0}」は数式（{1}）の計算結果で、最後に保存したときの値です。値を入力し直してください。",
                          "“{0}” is the result of a formula ({1}) as it was saved last; type the value."},
              .why = {"数式は計算し直さないため、参照先が変わっていても分かりません。",
                      "Formulas are not computed again: nobody sees when what they refer to has changed."},
              .wrong =
                  "# =B2&\"件\" のような数式のセル、#REF! などのエラー、読み取れない表示形式の数値があるExcelブック",
              .right = "# 値が文字か数値で入力されたExcelブック"},
    .on_sheet = cell_value_rule::check,
};

}  // namespace goalsheet::rules
