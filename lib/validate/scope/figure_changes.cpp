// SPDX-License-Identifier: MIT
#include "validate/scope/figure_changes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/scope/figures.hpp"

namespace goalsheet::rules {
namespace {

constexpr std::array<std::string_view, 15> kEarlier = {"前年",   "昨年",     "前回", "前年度", "昨年度",
                                                       "前期",   "当初",     "基準", "→",      "から",
                                                       "県平均", "全国平均", "全国", "県内",   "類似団体"};
constexpr std::array<std::string_view, 11> kRise = {"増",   "上昇", "上回",     "伸び", "向上", "アップ",
                                                    "改善", "延び", "のプラス", "高",   "上が"};
constexpr std::array<std::string_view, 17> kFall = {"減",   "低下", "下回", "下落",   "ダウン",  "縮小",
                                                    "短縮", "の減", "低",   "下が",   "削減",    "縮減",
                                                    "節減", "圧縮", "抑制", "引下げ", "引き下げ"};
// Of words that begin alike the longer come first.
constexpr std::array<std::string_view, 14> kPlainChange = {"増加", "減少", "上昇", "低下", "削減",   "縮減",   "節減",
                                                           "低減", "圧縮", "抑制", "増",   "引下げ", "引上げ", "減"};
constexpr std::array<std::string_view, 8> kRatio = {"前年比", "前年度比", "前年同期比", "前年同月比",
                                                    "昨年比", "昨年度比", "対前年",     "前回比"};
constexpr std::array<std::string_view, 5> kOf = {"中", "のうち", "うち", "/", "／"};
constexpr std::array<std::string_view, 9> kElse = {"前年", "昨年", "比", "目標", "達成", "計画", "増", "減", "累計"};
constexpr std::size_t kNearBytes = 45;  // bytes between two figures that belong together

// Years and other figures' ends of line part what stands before and behind them.
bool is_near(std::string_view text, const Quantity& first, const Quantity& second) {
    const std::string_view middle = between(text, first, second);
    return first.end <= second.begin && middle.size() <= kNearBytes && middle.find('\n') == std::string_view::npos &&
           middle.find("。") == std::string_view::npos;
}

bool is_points(const Quantity& quantity) {
    return quantity.unit == "ポイント" || quantity.unit == "pt" || quantity.unit == "Pt" || quantity.unit == "ｐｔ";
}

// A difference of two figures is in their unit, in points of two rates or in per cent of the earlier.
bool can_be_change(const Quantity& now, const Quantity& change) {
    if (now.unit == "%") return is_points(change) || change.unit == "%";
    return change.unit == "%" || has_same_unit(now.unit, change.unit);
}

bool says_ratio(std::string_view text, const Quantity& quantity) {
    const std::string_view before = text.substr(0, quantity.begin);
    const std::string_view near = before.substr(before.size() - std::min(before.size(), kNearBytes / 2));
    const auto found = find_phrase<kRatio>(near);
    return found && quantity.unit == "%" && near.find_first_of("0123456789", found->end) == std::string_view::npos;
}

// （前年度比 40%）behind 30人のうち12人 is a share of something else.
bool is_of_other(std::string_view gap) { return find_phrase<kElse>(gap).has_value(); }

}  // namespace

namespace {

// 5％以上の削減, 3％を削減: what stands between a figure and the word of its change.
std::string_view behind_figure(std::string_view text, const Quantity& quantity) {
    std::string_view behind = text.substr(quantity.end);
    for (const std::string_view word : {"以上", "程度", "を", "の"}) {
        const std::string_view rest = behind.starts_with(word) ? behind.substr(word.size()) : behind;
        const bool particle = word == "を" || word == "の";
        if (!particle || starts_with_any(rest, kPlainChange)) behind = rest;
    }
    return behind;
}

}  // namespace

std::string_view with_change_words(std::string_view text, const Quantity& quantity) {
    std::size_t begin = quantity.begin;
    for (const std::string_view sign : {"＋", "+", "▲", "△", "プラス", "マイナス"})
        if (text.substr(0, begin).ends_with(sign)) begin -= sign.size();
    std::size_t end = quantity.end;
    const std::string_view behind = behind_figure(text, quantity);
    for (const std::string_view word : kPlainChange)
        if (end == quantity.end && behind.starts_with(word)) end = text.size() - behind.size() + word.size();
    return text.substr(begin, end - begin);
}

ChangeSign sign_of_change(std::string_view text, const Quantity& quantity) {
    ChangeSign sign;
    const std::string_view before = text.substr(0, quantity.begin);
    if (before.ends_with("＋") || before.ends_with("+") || before.ends_with("プラス")) sign.front = 1;
    const bool written_minus = before.ends_with("▲") || before.ends_with("△") || before.ends_with("マイナス") ||
                               before.ends_with("－") || before.ends_with("−");
    if (quantity.value.mantissa < 0 || written_minus) sign.front = -1;
    const std::string_view behind = behind_figure(text, quantity);
    if (starts_with_any(behind, kRise) ||
        starts_with_any(behind, std::array<std::string_view, 2>{"の増", "ポイント上"}))
        sign.behind = 1;
    if (starts_with_any(behind, kFall)) sign.behind = -1;
    return sign;
}

std::vector<FigureChange> find_figure_changes(std::string_view text, const std::vector<Quantity>& quantities) {
    std::vector<FigureChange> changes;
    for (std::size_t i = 0; i + 2 < quantities.size(); ++i) {
        const Quantity& first = quantities[i];
        const Quantity& second = quantities[i + 1];
        const Quantity& change = quantities[i + 2];
        if (!has_same_unit(first.unit, second.unit) || first.unit.empty() || !can_be_change(first, change)) continue;
        if (!is_near(text, first, second) || !is_near(text, second, change)) continue;
        const std::string_view middle = between(text, first, second);
        if (!find_phrase<kEarlier>(middle)) continue;
        const bool arrow = middle.find("→") != std::string_view::npos || middle.find("から") != std::string_view::npos;
        const ChangeSign sign = sign_of_change(text, change);
        const bool ratio = says_ratio(text, change);
        if (!ratio && sign.front == 0 && sign.behind == 0) continue;
        changes.push_back({arrow ? &second : &first, arrow ? &first : &second, &change,
                           sign.front ? sign.front : sign.behind, ratio && sign.front == 0 && sign.behind == 0});
    }
    return changes;
}

std::vector<Share> find_shares(std::string_view text, const std::vector<Quantity>& quantities) {
    std::vector<Share> shares;
    for (std::size_t i = 0; i + 1 < quantities.size(); ++i) {
        const Quantity& first = quantities[i];
        const Quantity& second = quantities[i + 1];
        if (first.unit == "%" || first.unit.empty() || !has_same_unit(first.unit, second.unit)) continue;
        std::string_view middle = trim(between(text, first, second));
        if (middle.starts_with("、うち")) middle.remove_prefix(std::string_view("、").size());
        const auto of =
            std::find_if(kOf.begin(), kOf.end(), [&](std::string_view one) { return middle.starts_with(one); });
        if (of == kOf.end() || middle.size() > kNearBytes) continue;
        const bool slash = *of == "/" || *of == "／";
        const Quantity& whole = slash ? second : first;
        const Quantity& part = slash ? first : second;
        // 51.8％（N中M) or N中M（51.8％).
        if (i > 0 && quantities[i - 1].unit == "%" && is_near(text, quantities[i - 1], first)) {
            const std::string_view gap = between(text, quantities[i - 1], first);
            if ((gap.starts_with("（") || gap.starts_with("(")) && !is_of_other(gap))
                shares.push_back({&quantities[i - 1], &whole, &part});
        } else if (i + 2 < quantities.size() && quantities[i + 2].unit == "%" &&
                   is_near(text, second, quantities[i + 2])) {
            const std::string_view gap = trim(between(text, second, quantities[i + 2]));
            if (is_of_other(gap)) continue;
            if (gap.starts_with("（") || gap.starts_with("(") || gap.starts_with("＝") || gap.starts_with("=") ||
                gap == "、" || gap == "で" || gap.empty())
                shares.push_back({&quantities[i + 2], &whole, &part});
        }
    }
    return shares;
}

}  // namespace goalsheet::rules
