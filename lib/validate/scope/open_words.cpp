// SPDX-License-Identifier: MIT
#include "validate/scope/open_words.hpp"

#include <algorithm>
#include <array>

namespace goalsheet::rules {
namespace {

constexpr std::array<std::string_view, 40> kOpen = {
    "予定",         "実施中",       "検討中",       "準備中",       "調整中",       "協議中",       "作成中",
    "策定中",       "施工中",       "工事中",       "設計中",       "募集中",       "手続中",       "手続き中",
    "進行中",       "試作中",       "調査中",       "交渉中",       "申請中",       "審査中",       "整備中",
    "実施していく", "未実施",       "未着手",       "未完了",       "未定",         "進めている",   "取り組んでいる",
    "見込みである", "する見込み",   "を目指す",     "これから",     "協議している", "調整している", "検討している",
    "交渉している", "準備している", "審査している", "集計している", "準備を進め"};
constexpr std::array<std::string_view, 22> kOther = {
    "どおり", "通り", "価格",   "地",     "者",   "数",     "表",     "していた", "を上回", "を下回", "を超",
    "より",   "した", "の回数", "回数を", "日数", "を変更", "を早め", "を前倒",   "人員",   "期間内", "時間内"};
constexpr std::array<std::string_view, 16> kDone = {
    "完了",     "終了",     "済み",     "済。",     "済、",     "実施済",   "締結済",   "達成",
    "策定した", "実施した", "開催した", "開始した", "開設した", "導入した", "整備した", "しました"};
constexpr std::array<std::string_view, 5> kNotYet = {"予定", "見込", "に向", "できる", "する"};

constexpr std::array<std::string_view, 5> kClauseEnds = {"、", "。", "（", "）", "\n"};

}  // namespace

bool is_in_brackets(std::string_view text, std::size_t at) {
    int depth = 0;
    for (std::size_t i = 0; i < at; ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("（") || rest.starts_with("(")) ++depth;
        if (depth > 0 && (rest.starts_with("）") || rest.starts_with(")"))) --depth;
    }
    return depth > 0;
}

Phrase clause_around(std::string_view text, const Phrase& word) {
    Phrase clause{0, text.size()};
    for (const std::string_view end : kClauseEnds) {
        const std::size_t before = text.substr(0, word.begin).rfind(end);
        if (before != std::string_view::npos) clause.begin = std::max(clause.begin, before + end.size());
        clause.end = std::min(clause.end, std::min(text.find(end, word.end), text.size()));
    }
    return clause;
}

std::optional<OpenWork> find_open_work(std::string_view text) {
    for (auto found = find_phrase<kOpen>(text); found; found = find_phrase<kOpen>(text, found->end)) {
        if (starts_with_any(text.substr(found->end), kOther) || is_in_brackets(text, found->begin)) continue;
        return OpenWork{*found, clause_around(text, *found)};
    }
    return std::nullopt;
}

bool says_done(std::string_view text) {
    for (auto found = find_phrase<kDone>(text); found; found = find_phrase<kDone>(text, found->end))
        if (!starts_with_any(text.substr(found->end), kNotYet)) return true;
    return text.ends_with("済");
}

bool says_held(std::string_view text) {
    static constexpr std::array<std::string_view, 8> kHeld = {"実施", "開催", "開き", "開い",
                                                              "行い", "行っ", "催し", "開講"};
    return find_phrase<kHeld>(text).has_value();
}

}  // namespace goalsheet::rules
