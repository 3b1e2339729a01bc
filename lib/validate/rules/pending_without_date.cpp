// SPDX-License-Identifier: MIT
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace pending_without_date_rule {
namespace {

constexpr std::array<std::string_view, 4> kPending = {"準備中", "調整中", "検討中", "協議中"};
constexpr std::array<std::string_view, 9> kTimes = {"年度末", "年度内", "年内",   "上旬",  "中旬",
                                                    "下旬",   "下半期", "翌年度", "次年度"};

void check(const SheetScope& sheet, Reporter& report) {
    // GS409 asks what came of it.
    if (sheet.page.stage == Stage::final && sheet.page.policy.severity_of("GS409", Stage::final) != Severity::off)
        return;
    const FieldId field = sheet.page.stage == Stage::final ? FieldId::final : FieldId::midterm;
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        const std::string& text = text_of(measure, field).text;
        const auto pending = find_phrase<kPending>(text);
        if (!pending || names_month(text) || find_phrase<kTimes>(text)) return;
        // 検討中6件 is a kind that is counted.
        if (has_digit(std::string_view(text).substr(pending->end, 3))) return;
        const std::string shown = text.substr(pending->begin, pending->end - pending->begin);
        report.add(sheet, sheet.at(item, measure, field).part(pending->begin, pending->end), {same(shown)});
    });
}

}  // namespace
}  // namespace pending_without_date_rule

const RuleBody pending_without_date{
    .texts = {.title = {"見通しのない「準備中」", "in preparation without a date"},
              .message = {"「{0}」の見通しがありません。実施予定の月を足してください。",
                          "“{0}” without a planned month; add when it will be done."},
              .why = {"いつ実施するかがなければ、年度内に終わるかどうか読めません。",
                      "Without a month nobody can tell whether it will be done within the year."},
              .wrong = "②中間報告: (1) 啓発イベント 2回。次の会場を調整中",
              .right = "②中間報告: (1) 啓発イベント 2回。次の会場を調整中（12月に開催予定）"},
    .on_sheet = pending_without_date_rule::check,
};

}  // namespace goalsheet::rules
