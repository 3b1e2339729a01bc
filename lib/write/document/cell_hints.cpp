// SPDX-License-Identifier: MIT
#include "write/document/cell_hints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLongestHint = 255;  // Excel's own, for the words beside a cell

struct Example {
    FieldId field;
    const char* text;
};
constexpr Example kExamples[] = {
    {FieldId::goal, "記入例：「中心市街地のにぎわいづくり」のように、めざすことを1行で書く。"},
    {FieldId::department, "記入例：「産業振興部」のように、部局の正式な名前を書く。"},
    {FieldId::priority, "記入例：「1位」。セルの▼から選ぶこともできます。"},
    {FieldId::alignment, "記入例：\n第2編 にぎわいのあるまち\n第1章 商工業の振興\n第2節 中心市街地の活性化"},
    {FieldId::situation, "記入例：行の初めに「・」を付け、1行に1つのことを書く。改行は Alt＋Enter。"},
    {FieldId::purpose, "記入例：行の初めに「・」を付け、誰がどうなるのかを書く。"},
    {FieldId::sdgs, "記入例：「8 働きがいも経済成長も」のように、番号と名前を1行に1つずつ書く。"},
    {FieldId::item, "記入例：\n○ 創業の支援\n(1) 相談窓口の開設\n(2) 創業講座の開催"},
    {FieldId::deadline, "記入例：\n(1) 9月末まで\n(2) 年度末まで\n同じ期限なら「(1)～(2) 年度末まで」。"},
    {FieldId::target,
     "記入例：\n(1) 相談件数 120件\n(2) 講座の開催 4回\n番号は取組項目と同じものを使い、数と単位を書く。"},
    {FieldId::midterm, "記入例：\n(1) 相談件数 64件（9月末現在）\n(2) 2回開催\n数値目標と同じ単位で書く。"},
    {FieldId::final, "記入例：\n(1) 相談件数 131件\n(2) 4回開催\n数値目標と同じ単位で書く。"},
    {FieldId::participation, "記入例：商店会や自治会との話し合いなど、市民とともに進めるために考えたことを書く。"},
    {FieldId::outcomes, "年度末に書く。記入例：\n・成果：新しい店が8店開いた。\n・課題：平日の人通りがまだ少ない。"},
};

}  // namespace

std::string writing_hint(const Form& form, FieldId field) {
    const auto example = std::find_if(std::begin(kExamples), std::end(kExamples),
                                      [field](const Example& one) { return one.field == field; });
    if (example == std::end(kExamples)) return {};
    const FormField* known = form.find(field);
    if (!known || known->guide.empty()) return example->text;
    std::string whole = fmt::format("{}\n{}", known->guide, example->text);
    return count_code_points(whole) <= kLongestHint ? whole : example->text;
}

}  // namespace goalsheet
