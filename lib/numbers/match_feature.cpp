// SPDX-License-Identifier: MIT
#include "numbers/match_feature.hpp"

#include <array>
#include <cmath>

namespace goalsheet::match {
namespace {

// Weights are set by hand: those that fit_weights.py (tests/figures) makes of the bench of truth alone are wrong in
// more of the other rows. It prints where they would move, and how confidence and error go together.
struct FeatureInfo {
    Feature feature;
    const char* name;
    double weight;
    int nearness;
    const char* ja;
    const char* en;
};

constexpr double kBias = 2.0;

// In the order of Feature.
constexpr std::array<FeatureInfo, kFeatureCount> kFeatures = {{
    {Feature::unit_similar, "unit_similar", -0.5, 2, "単位が近い", "a similar unit"},
    {Feature::unit_borrowed, "unit_borrowed", -0.7, 2, "単位が書かれていない", "no unit of its own"},
    {Feature::unit_named, "unit_named", -0.5, 2, "単位が違う", "another unit"},
    {Feature::unit_other, "unit_other", -20, 0, "単位が違う", "another unit"},
    {Feature::label_same, "label_same", 3.0, 2, "目標と同じ語がある", "the target's own words"},
    {Feature::label_words, "label_words", 1.0, 2, "目標の語がある", "words of the target"},
    {Feature::label_other, "label_other", -4.2, 3, "別の内容の数", "its words name something else"},
    {Feature::label_foreign, "label_foreign", -1.3, 3, "別の内容の数", "its words name something else"},
    {Feature::activity_same, "activity_same", 0.8, 2, "同じ行為の数", "counts the same activity"},
    {Feature::activity_other, "activity_other", -6, 3, "別の行為の数", "counts something else that was done"},
    {Feature::activity_foreign, "activity_foreign", -3.5, 3, "別の行為の数", "counts something else that was done"},
    {Feature::modifier_other, "modifier_other", -1, 2, "新規・累計などの別が違う", "new or not"},
    {Feature::rate_agrees, "rate_agrees", 2.5, 2, "書かれた達成率と合う", "agrees with the rate stated"},
    {Feature::rate_disagrees, "rate_disagrees", -6, 3, "書かれた達成率と合わない", "disagrees with the rate stated"},
    {Feature::number_other, "number_other", -7, 3, "別の区分の数", "of another class"},
    {Feature::role_past, "role_past", -7, 2, "過去の値", "a value of an earlier year"},
    {Feature::role_target, "role_target", -7, 2, "目標・計画の値", "the target said again"},
    {Feature::role_comparison, "role_comparison", -7, 2, "比べる相手の値", "what another figure is compared with"},
    {Feature::role_change, "role_change", -9, 2, "増減の値", "a change, not an amount"},
    {Feature::role_level, "role_level", -9, 2, "増減ではない値", "an amount where a change is asked for"},
    {Feature::role_average, "role_average", -7, 2, "平均・一件当たりの値", "an average or a share"},
    {Feature::role_achievement, "role_achievement", -9, 2, "達成率・進捗率", "a rate of achievement"},
    {Feature::role_undone, "role_undone", -7, 2, "未実施・中止・辞退などの分", "not done or called off"},
    {Feature::role_bound, "role_bound", -7, 2, "「以上」「以下」で、確かな数ではない", "a bound, not an amount"},
    {Feature::role_part, "role_part", -4.5, 2, "内数", "part of another figure"},
    {Feature::role_whole, "role_whole", -2.5, 2, "内訳のある全体の数", "the whole of which parts are given"},
    {Feature::role_of_part, "role_of_part", -4.5, 2, "「Xのうち」のX", "the X of Y out of X"},
    {Feature::role_order, "role_order", -9, 2, "順位などの数", "an order"},
    {Feature::role_others, "role_others", -8, 2, "他団体・全国などの値", "a figure of others"},
    {Feature::role_cost, "role_cost", -7, 2, "実績ではない数", "no result"},
    {Feature::cumulative, "cumulative", -6, 2, "年度をまたぐ累計", "a sum over the years"},
    {Feature::increment, "increment", -6, 3, "現状からの増分", "only what has been added"},
    {Feature::period, "period", -7, 2, "平均・一件当たりの値", "an average or a share"},
    {Feature::bracket, "bracket", -2.5, 2, "かっこ書きの数", "in brackets beside another figure"},
    {Feature::of_total, "of_total", -7, 2, "結果に含めない", "not part of the result"},
    {Feature::one_of_parts, "one_of_parts", -5, 2, "内訳の一つ", "one of several parts"},
    {Feature::of_series, "of_series", -7, 2, "過去の値", "a value of an earlier year"},
    {Feature::frame_part, "frame_part", 1.0, 2, "「XのうちY」のY", "the part of a whole"},
    {Feature::outdone, "outdone", -5, 2, "ほかの数の方が目標の語に合う", "another figure fits the words better"},
    {Feature::far_off, "far_off", -2.5, 2, "ほかの数の方が目標に近い", "another figure is nearer to the target"},
    {Feature::other_indicator, "other_indicator", -9, 1, "別の指標に対応する", "answers another indicator"},
    {Feature::several, "several", -6, 4, "対応する数が複数あり、決められない", "several figures could be meant"},
}};

const FeatureInfo& info_of(Feature feature) { return kFeatures[static_cast<std::size_t>(feature)]; }

}  // namespace

std::string Features::names() const {
    std::string names;
    for (const FeatureInfo& info : kFeatures)
        if (has(info.feature)) names += (names.empty() ? "" : " ") + std::string(info.name);
    return names;
}

Features Features::without_label() const {
    Features left = *this;
    for (auto f = static_cast<std::size_t>(Feature::label_same); f <= static_cast<std::size_t>(Feature::label_foreign);
         ++f)
        left.remove(static_cast<Feature>(f));
    return left;
}

void Features::name_by_place() {
    if (has(Feature::label_same)) return;
    *this = without_label();
    add(Feature::label_words);
}

double Features::score() const {
    double score = kBias;
    for (const FeatureInfo& info : kFeatures)
        if (has(info.feature)) score += info.weight;
    return score;
}

Feature Features::worst() const {
    Feature worst = Feature::kCount;
    double least = -1.0;  // what costs less is no reason
    for (const FeatureInfo& info : kFeatures)
        if (has(info.feature) && info.weight < least) worst = info.feature, least = info.weight;
    return worst;
}

double confidence_of(double score) { return 1 / (1 + std::exp(-score)); }

Message describe(Feature feature) {
    if (feature == Feature::kCount) return {"目標に対応する", "answers the target"};
    return {info_of(feature).ja, info_of(feature).en};
}

int nearness(Feature feature) { return feature == Feature::kCount ? 2 : info_of(feature).nearness; }

EvidenceKind kind_of(Feature feature) {
    switch (feature) {
        case Feature::kCount:
            return EvidenceKind::answers;
        case Feature::unit_other:
            return EvidenceKind::other_unit;
        case Feature::activity_other:
        case Feature::activity_foreign:
        case Feature::label_other:
        case Feature::label_foreign:
            return EvidenceKind::other_subject;
        default:
            return EvidenceKind::rest;
    }
}

namespace {

struct RoleInfo {
    Feature feature;
    Message words;
};

// In the order of FigureRole.
const RoleInfo& info_of(FigureRole role) {
    static const std::array<RoleInfo, 14> roles = {{{Feature::kCount, {"値", "amount"}},
                                                    {Feature::role_past, {"過去", "past"}},
                                                    {Feature::role_target, {"目標", "target"}},
                                                    {Feature::role_comparison, {"比較", "comparison"}},
                                                    {Feature::role_change, {"増減", "change"}},
                                                    {Feature::role_average, {"平均", "average"}},
                                                    {Feature::role_achievement, {"達成率", "achievement"}},
                                                    {Feature::role_undone, {"未実施", "undone"}},
                                                    {Feature::role_bound, {"限度", "bound"}},
                                                    {Feature::role_part, {"内数", "part"}},
                                                    {Feature::role_whole, {"全体", "whole"}},
                                                    {Feature::role_order, {"順位", "order"}},
                                                    {Feature::role_others, {"他団体", "others"}},
                                                    {Feature::role_cost, {"費用・定員", "cost"}}}};
    return roles[static_cast<std::size_t>(role)];
}

}  // namespace

Feature feature_of(FigureRole role) { return info_of(role).feature; }
Message role_words(FigureRole role) { return info_of(role).words; }

Message frame_words(Frame frame) {
    static const std::array<Message, 15> words = {{{"数", "FIGURE"},
                                                   {"語 数", "LABEL FIGURE"},
                                                   {"語は数", "LABEL is FIGURE"},
                                                   {"数を行為", "FIGURE done"},
                                                   {"XのうちY", "Y of X"},
                                                   {"X（Y）のY", "(PART)"},
                                                   {"計", "TOTAL"},
                                                   {"内訳の和", "SUM of parts"},
                                                   {"年度の並び", "SERIES"},
                                                   {"AからBへ", "from A to B"},
                                                   {"増減", "CHANGE"},
                                                   {"割合", "SHARE"},
                                                   {"実績と達成率", "FIGURE with rate"},
                                                   {"箇所名", "NAMES"},
                                                   {"N×各F", "N x F"}}};
    return words[static_cast<std::size_t>(frame)];
}

}  // namespace goalsheet::match
