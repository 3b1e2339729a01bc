// SPDX-License-Identifier: MIT
#include <array>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace period_vague_rule {
namespace {

constexpr std::array<std::string_view, 19> kVague = {
    "随時",           "早期",           "適宜",         "速やか",      "すみやか",
    "なるべく早",     "できるだけ早",   "できる限り",   "可能な限り",  "未定",
    "時期を見て",     "必要に応じ",     "逐次",         "当面",        "できるだけ早期に",
    "できるだけ早期", "できるだけ早く", "なるべく早期", "なるべく早く"};
// Words that fix a time however vague the rest is.
constexpr std::array<std::string_view, 16> kFixed = {"年度末", "年度内", "年内", "通年", "年間", "期末",
                                                     "上半期", "下半期", "上期", "下期", "前期", "後期",
                                                     "四半期", "毎月",   "毎週", "月末"};

// 随時 beside 投稿500件: what is counted over the year is due at its end. 早期 and 未定 say nothing even so.
constexpr std::array<std::string_view, 4> kAtAnyTime = {"随時", "適宜", "必要に応じ", "逐次"};

bool has_count(const SheetScope& sheet, const SourcedText* deadline) {
    if (!find_phrase<kAtAnyTime>(deadline->text)) return false;
    for (const Item& item : sheet.sheet.items)
        for (const Measure& measure : item.measures)
            if (&measure.deadline == deadline && !sheet.page.quantities(measure.target).empty()) return true;
    return false;
}

// なるべく早めに, 必要に応じて: to the end of the word; 随時の goes on with another.
std::size_t end_of_word(std::string_view text, std::size_t end) {
    for (CodePoint next = decode_at(text, end); is_hiragana(next.value) && next.value != U'の';
         next = decode_at(text, end))
        end += next.length;
    return end;
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_deadline(sheet, [&](const Place& place) {
        const std::string& text = place.text->text;
        const auto vague = find_phrase<kVague>(text);
        if (!vague || has_digit(text) || find_phrase<kFixed>(text) || has_count(sheet, place.text)) return;
        const std::size_t end = end_of_word(text, vague->end);
        report.add(sheet, place.part(vague->begin, end), {same(text.substr(vague->begin, end - vague->begin))});
    });
}

}  // namespace
}  // namespace period_vague_rule

const RuleBody period_vague{
    .texts = {.title = {"期限があいまい", "deadline is vague"},
              .message = {"期限「{0}」では達成を判定できません。月または「年度末まで」としてください。",
                          "“{0}” is no deadline; give a month or the end of the year (年度末まで)."},
              .why = {"「随時」に遅れはなく、年度末にも判定できません。",
                      "Nothing done “at any time” can ever be late."},
              .wrong = "②期間・期限: (1) 随時\n②数値目標: (1) 啓発を進める",
              .right = "②期間・期限: (1) 10月まで"},
    .on_sheet = period_vague_rule::check,
};

}  // namespace goalsheet::rules
