// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace repeated_measure_rule {
namespace {

constexpr std::size_t kLeastAction = 4;   // characters
constexpr std::size_t kLeastReport = 15;  // shorter ones are the same by chance

const Message kReport = {"{0}の報告が{1}の報告と同じ文章です。写し誤りでないか確かめ、それぞれの実績を書いてください。",
                         "The report of {0} is the same text as that of {1}; see whether it was copied by mistake."};

bool is_marked(std::string_view text) {
    return text.find("再掲") != std::string_view::npos || text.find("同上") != std::string_view::npos ||
           text.find("別紙") != std::string_view::npos;
}

struct Seen {
    const Item* item;
    const Measure* measure;
};

void check_actions(const SheetScope& sheet, Reporter& report) {
    std::map<std::string, Seen> seen;
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const std::string action = fold(measure.action.text);
        if (count_code_points(action) < kLeastAction || is_marked(action)) return;
        // One action for two kinds of people has two targets.
        const auto [known, added] = seen.try_emplace(action + "\n" + fold(measure.target.text), Seen{&item, &measure});
        if (added) return;
        report.add(sheet, sheet.at(item, measure, FieldId::action),
                   {measure_word(item, measure), measure_word(*known->second.item, *known->second.measure),
                    same(excerpt(measure.action.text))});
    });
}

void check_reports(const SheetScope& sheet, FieldId field, Reporter& report) {
    std::map<std::string, Seen> seen;
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const std::string text = fold(text_of(measure, field).text);
        if (count_code_points(text) < kLeastReport || is_marked(text) || !has_digit(text)) return;
        const auto [known, added] = seen.try_emplace(text, Seen{&item, &measure});
        if (added || fold(known->second.measure->action.text) == fold(measure.action.text)) return;
        // One cell for several measures is no copy.
        const auto own = text_of(measure, field).source_of();
        if (!own || own == text_of(*known->second.measure, field).source_of()) return;
        report.add(sheet, sheet.at(item, measure, field),
                   Saying{.arguments = {measure_word(item, measure),
                                        measure_word(*known->second.item, *known->second.measure)},
                          .message = &kReport});
    });
}

void check(const SheetScope& sheet, Reporter& report) {
    check_actions(sheet, report);
    for (const FieldId field : {FieldId::midterm, FieldId::final}) check_reports(sheet, field, report);
}

}  // namespace
}  // namespace repeated_measure_rule

const RuleBody repeated_measure{
    .texts =
        {.title = {"同じ取組や報告の重複", "the same measure or report twice"},
         .message =
             {"{0}は{1}と同じ取組「{2}」です。重複なら片方を削除し、別のものなら違いが分かるように書いてください。",
              "{0} is the same measure as {1} (“{2}”); delete one, or say how they differ."},
         .why = {"同じ取組が二重に数えられ、写し誤りのときは別の取組の実績が失われています。",
                 "The measure is counted twice; and if it was copied by mistake, another one's result is lost."},
         .wrong =
             "取組: ○ 資源回収の推進\n  (1) 回収拠点の増設\n  (2) 回収拠点の増設\n数値目標: (1) 回収拠点数 20箇所\n"
             "  (2) 回収拠点数 20箇所\n中間報告: (1) 回収拠点数 11箇所\n  (2) 回収拠点数 11箇所",
         .right = "取組: ○ 資源回収の推進\n  (1) 回収拠点の増設\n  (2) 出前講座の開催"},
    .on_sheet = repeated_measure_rule::check,
};

}  // namespace goalsheet::rules
