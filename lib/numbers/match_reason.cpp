// SPDX-License-Identifier: MIT
#include "numbers/match_reason.hpp"

#include <array>

namespace goalsheet::match {
namespace {

struct ReasonWords {
    Reason reason;
    int nearness;
    const char* ja;
    const char* en;
};

// In the order of Reason.
constexpr std::array<ReasonWords, 22> kReasons = {{
    {Reason::fits, 2, "目標に対応する", "answers the target"},
    {Reason::unit, 0, "単位が違う", "another unit"},
    {Reason::past, 2, "過去の値", "a value of an earlier year"},
    {Reason::target, 2, "目標・計画の値", "the target said again"},
    {Reason::comparison, 2, "比べる相手の値", "what another figure is compared with"},
    {Reason::change, 2, "増減の値", "a change, not an amount"},
    {Reason::share, 2, "平均・一件当たりの値", "an average or a share"},
    {Reason::achievement, 2, "達成率・進捗率", "a rate of achievement"},
    {Reason::undone, 2, "未実施・中止・辞退などの分", "not done or called off"},
    {Reason::bound, 2, "「以上」「以下」で、確かな数ではない", "a bound, not an amount"},
    {Reason::part, 2, "内数", "part of another figure"},
    {Reason::cumulative, 2, "年度をまたぐ累計", "a sum over the years"},
    {Reason::increment, 3, "現状からの増分", "only what has been added"},
    {Reason::activity, 3, "別の行為の数", "counts something else that was done"},
    {Reason::subject, 3, "別の内容の数", "its words name something else"},
    {Reason::other_indicator, 1, "別の指標に対応する", "answers another indicator"},
    {Reason::several, 4, "対応する数が複数あり、決められない", "several figures could be meant"},
    {Reason::whole, 2, "内訳のある全体の数", "the whole of which parts are given"},
    {Reason::level, 2, "増減ではない値", "an amount where a change is asked for"},
    {Reason::not_taken, 2, "結果に含めない", "not part of the result"},
    {Reason::order, 2, "順位・年齢などの数", "an order or an age"},
    {Reason::other, 2, "実績ではない数", "no result"},
}};

const ReasonWords& words_of(Reason reason) { return kReasons[static_cast<std::size_t>(reason)]; }

}  // namespace

Message describe(Reason reason) { return {words_of(reason).ja, words_of(reason).en}; }

int nearness(Reason reason) { return words_of(reason).nearness; }

EvidenceKind kind_of(Reason reason) {
    switch (reason) {
        case Reason::fits:
            return EvidenceKind::answers;
        case Reason::unit:
            return EvidenceKind::other_unit;
        case Reason::activity:
        case Reason::subject:
            return EvidenceKind::other_subject;
        default:
            return EvidenceKind::rest;
    }
}

Reason reason_of(Use use) {
    constexpr std::array<Reason, 12> kOfUse = {Reason::fits,   Reason::past,  Reason::target,      Reason::comparison,
                                               Reason::change, Reason::share, Reason::achievement, Reason::undone,
                                               Reason::bound,  Reason::part,  Reason::order,       Reason::other};
    return kOfUse[static_cast<std::size_t>(use)];
}

}  // namespace goalsheet::match
