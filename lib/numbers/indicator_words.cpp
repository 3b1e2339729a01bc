// SPDX-License-Identifier: MIT
#include "numbers/indicator_words.hpp"

#include <algorithm>
#include <optional>

#include "dates/report_dates.hpp"
#include "goalsheet/text.hpp"
#include "numbers/indicator_word_index.hpp"

namespace goalsheet::match {
namespace {

enum class Saying { neutral, planned, ongoing, done, completed, cancelled };

struct Phrase {
    std::u32string_view word;
    Saying saying;
};

// The longest that fits counts. Neutral ones keep their letters from being read as a state.
constexpr Phrase kPhrases[] = {
    {U"予定どおり", Saying::neutral},
    {U"予定通り", Saying::neutral},
    {U"予定していた", Saying::neutral},
    {U"予定した", Saying::neutral},
    {U"予定者", Saying::neutral},
    {U"予定を上回", Saying::neutral},
    {U"予定数", Saying::neutral},
    {U"見込んで", Saying::neutral},
    {U"見込みを上回", Saying::neutral},
    {U"見込者", Saying::neutral},
    {U"見込み者", Saying::neutral},
    {U"計画どおり", Saying::neutral},
    {U"計画通り", Saying::neutral},
    {U"計画的", Saying::neutral},
    {U"年度中", Saying::neutral},
    {U"期間中", Saying::neutral},
    {U"今年中", Saying::neutral},
    {U"年内中", Saying::neutral},
    {U"休み中", Saying::neutral},
    {U"会期中", Saying::neutral},
    {U"月中", Saying::neutral},
    {U"件中", Saying::neutral},
    {U"人中", Saying::neutral},

    {U"途中", Saying::ongoing},
    {U"中止", Saying::cancelled},
    {U"取りやめ", Saying::cancelled},
    {U"見送り", Saying::cancelled},
    {U"延期", Saying::cancelled},
    {U"未実施", Saying::planned},
    {U"未着手", Saying::planned},
    {U"未開催", Saying::planned},
    {U"未完了", Saying::ongoing},
    {U"予定", Saying::planned},
    {U"見込", Saying::planned},
    {U"準備", Saying::planned},
    {U"今後", Saying::planned},
    {U"これから", Saying::planned},
    {U"計画中", Saying::planned},
    {U"計画している", Saying::planned},
    {U"検討中", Saying::planned},
    {U"検討を", Saying::planned},
    {U"に向け", Saying::planned},
    {U"調整中", Saying::planned},
    {U"募集中", Saying::planned},
    {U"予約", Saying::planned},
    {U"目指", Saying::planned},
    {U"着手", Saying::ongoing},
    {U"進行", Saying::ongoing},
    {U"進めて", Saying::ongoing},
    {U"着工", Saying::ongoing},
    {U"済", Saying::completed},
    {U"完了", Saying::completed},
    {U"終了", Saying::completed},
    {U"完成", Saying::completed},
    {U"竣工", Saying::completed},
    {U"達成", Saying::completed},
    {U"修了", Saying::completed},
    {U"締結", Saying::completed},
    {U"実施", Saying::done},
    {U"開催", Saying::done},
    {U"決定", Saying::done},
    {U"参加", Saying::done},
    {U"受講", Saying::done},
    {U"設置", Saying::done},
    {U"配布", Saying::done},
    {U"支援", Saying::done},
    {U"訪問", Saying::done},
    {U"行った", Saying::done},
    {U"した", Saying::done},
    {U"ました", Saying::done},
    {U"現在", Saying::done},
    {U"時点", Saying::done},
    {U"実績", Saying::done},
};

const WordIndex& phrase_index() {
    static const WordIndex index = [] {
        WordIndex made;
        for (std::uint64_t i = 0; i < std::size(kPhrases); ++i) made.add(kPhrases[i].word, i);
        return made;
    }();
    return index;
}

const Phrase* find_phrase(std::u32string_view words, std::size_t i) {
    const WordIndex::Entry* entry = phrase_index().find(words, i);
    return entry ? &kPhrases[entry->value] : nullptr;
}

// …中 as in 施工中: behind a noun and at the end of its word (市中心 and 中学校 go on).
bool is_ongoing_mark(std::u32string_view words, std::size_t i) {
    if (words[i] != U'中' || i == 0 || !is_noun_glyph(words[i - 1])) return false;
    if (words[i - 1] == U'集' && (i < 2 || !is_noun_glyph(words[i - 2])))
        return false;  // 集中 is a word, 編集中 is a state
    return i + 1 == words.size() || !is_noun_glyph(words[i + 1]) || words[i + 1] == U'ー';
}

constexpr Words kFillers = U"の を が に で も は と し て い る す た ま 、 。 ( ) み あ り へ";
constexpr Words kStateNouns =
    U"実施 開催 完了 予定 見込 準備 施工 設計 工事 申請 交付 決定 調整 検討 終了 発注 契約 着手 入札 済 中 現在 時点 "
    U"達成 参加 受講 設置 "
    U"配布 支援 整備 調査 製作 作成 策定 公開 募集 手続 協議 実績 予約 完成 竣工 今後 向け 進捗 修繕 導入 認定 登録 "
    U"点検 審査 見直 "
    U"開始 対応 作業 年度内 年度末";

std::u32string_view strip_prefix(std::u32string_view words, const Words& list) {
    for (std::size_t n = longest_prefix(words, list); n != 0; n = longest_prefix(words, list)) words.remove_prefix(n);
    return words;
}

// Takes off spaces and what `length_at_end(words)` finds, until it finds nothing.
template <typename LengthAtEnd>
std::u32string_view strip_from_end(std::u32string_view words, LengthAtEnd length_at_end) {
    while (!words.empty()) {
        const std::size_t n = words.back() == U' ' ? 1 : length_at_end(words);
        if (n == 0) break;
        words.remove_suffix(n);
    }
    return words;
}

std::u32string_view strip_suffix(std::u32string_view words, const Words& list) {
    return strip_from_end(words, [&](std::u32string_view left) { return longest_suffix(left, list); });
}

std::u32string_view strip_spaces_and(std::u32string_view words, const Words& particles) {
    while (!words.empty() && words.front() == U' ') words.remove_prefix(1);
    return strip_prefix(words, particles);
}

// A year has a number or is 元; most words before a figure have neither.
bool may_name_year(std::u32string_view words) {
    return std::any_of(words.begin(), words.end(), [](char32_t c) { return is_digit(c) || c == U'元'; });
}

// What may stand between 前年度 or 目標 and its figure.
constexpr std::u32string_view kBeforeFigure =
    U"実績値 実績 平均値 平均 値 数値 件数 回数 人数 最高 同期 同月 同時期 末 時点 現在 か年 ヶ年 カ年 ヵ年 年間 間 の "
    U"は が を : ( ) [ ] 、 約 計 延べ おおむね 概ね "
    U"として である 数 額 率 量 度 年 度末 総数 全体 調査 調査結果 調査値 決算 決算額 確定値 確定 集計 集計値";

std::u32string_view strip_before_figure(std::u32string_view words) {
    static const WordEndIndex index(kBeforeFigure);
    return strip_from_end(words, [](std::u32string_view left) {
        return index.longest_suffix(left, [](std::u32string_view) { return true; });
    });
}

}  // namespace

std::u32string outside_brackets(std::u32string_view words) {
    std::u32string out;
    int depth = 0;
    for (const char32_t c : words) {
        if (c == U'(' || c == U'[') ++depth;
        if (depth == 0) out.push_back(c);
        if ((c == U')' || c == U']') && depth > 0) --depth;
    }
    return out;
}

bool ends_with_start(std::u32string_view words) {
    return ends_with_any(
        strip_before_figure(words),
        U"策定時 策定時値 計画時 計画策定時 当初 計画当初 開始時 開始前 基準値 基準年 基準 現状値 従前値 "
        U"初期値 導入前 実施前 中間評価時 中間値");
}

bool is_hiragana_glyph(char32_t c) { return is_hiragana(c); }

bool contains_any(std::u32string_view words, const Words& list) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (list.may_begin_with(words[i]) && longest_prefix(words.substr(i), list) != 0) return true;
    return false;
}
bool ends_with_any(std::u32string_view words, const Words& list) { return longest_suffix(words, list) != 0; }
bool starts_with_any(std::u32string_view words, const Words& list) { return longest_prefix(words, list) != 0; }

bool is_short_state(std::u32string_view words) {
    constexpr std::size_t kShort = 8;
    if (words.size() > kShort || starts_with_any(words, U"その他 他 次回 残")) return false;
    if (words.find_first_of(U"のをがにではと、") != std::u32string_view::npos) return false;
    return ends_with_any(words, U"完了 済 済み 中 予定 見込 見込み");
}

bool is_bare_state(std::u32string_view words) {
    bool state = false;
    while (!words.empty()) {
        const std::size_t noun = longest_prefix(words, kStateNouns);
        const std::size_t n = noun ? noun : longest_prefix(words, kFillers);
        if (n == 0) return false;
        state = state || noun;
        words.remove_prefix(n);
    }
    return state;
}

bool starts_with_verb(std::u32string_view words) {
    return starts_with_any(
        words,
        U"実施 開催 完了 参加 受講 設置 整備 支援 訪問 配布 交付 決定 増 減 多い 少ない 上回 下回 以上 以下 以内 未満 "
        U"程度 超 予定 見込 済 中 達成 "
        U"発注 契約 着手 工事中 施工 設計中 申請 認定 登録 受入 公開 配信 発行 掲載 修繕 導入 購入 "
        U"更新 作成 策定 点検 調査 指導 来場 入場 利用 前後");
}

bool ends_statement(std::u32string_view words) {
    return ends_with_any(words,
                         U"中 済 済み 完了 予定 見込 見込み 開催 実施 参加 した する ました ます し 終了 あり なし "
                         U"有り 無し 決定 締結 達成 いる て");
}

ReportState read_state(std::u32string_view words) {
    ReportState state = ReportState::none;
    for (std::size_t i = 0; i < words.size();) {
        const Phrase* phrase = find_phrase(words, i);
        if (phrase) {
            switch (phrase->saying) {
                case Saying::planned:
                    state = ReportState::planned;
                    break;
                case Saying::ongoing:
                    state = ReportState::ongoing;
                    break;
                case Saying::done:
                case Saying::completed:
                    state = ReportState::done;
                    break;
                default:
                    break;
            }
            i += phrase->word.size();
        } else {
            // 準備中 is planned still: its 中 stands behind 準備 and changes nothing.
            if (is_ongoing_mark(words, i) && !words.substr(0, i).ends_with(U"準備") &&
                !words.substr(0, i).ends_with(U"予定"))
                state = ReportState::ongoing;
            ++i;
        }
    }
    return state;
}

bool starts_with_done(std::u32string_view words) {
    words = strip_spaces_and(words, U"の を が も に");
    std::size_t end = 0;
    while (end < words.size() && !is_hiragana(words[end]) && words[end] != U' ' && words[end] != U'、') ++end;
    return read_state(words.substr(0, end)) == ReportState::done ||
           (end == 0 && read_state(words) == ReportState::done);
}

bool says_completed(std::u32string_view words) {
    for (std::size_t i = 0; i < words.size();) {
        const Phrase* phrase = find_phrase(words, i);
        if (phrase && phrase->saying == Saying::completed) return true;
        i += phrase ? phrase->word.size() : 1;
    }
    return false;
}

bool says_cancelled(std::u32string_view words) { return contains_any(words, U"中止 取りやめ 取り止め 見送 延期 取消"); }

bool starts_with_comparison(std::u32string_view words) {
    return starts_with_any(strip_spaces_and(words, U""),
                           U"を上回 を下回 を超え を大きく に対し に対する と比較 に比べ と比べ に比較 より よりも "
                           U"の目標に の計画に を目標 を計画 を目指");
}

bool starts_with_change(std::u32string_view words) {
    words = strip_spaces_and(words, U"の");
    if (starts_with_any(words, U"増設 減災 増殖 増進 減免 増刊 増員研修")) return false;
    return starts_with_any(words,
                           U"増 減 上回 下回 多い 多く 多か 少な 不足 超過 削減 縮減 低減 軽減 短縮 上昇 低下 向上 "
                           U"アップ ダウン ポイント増 ポイント減 プラス マイナス 改善");
}

bool starts_with_rise(std::u32string_view words) {
    return starts_with_any(strip_spaces_and(words, U"の"),
                           U"増 上回 多い 多く 多か 超過 上昇 向上 アップ ポイント増 プラス");
}

bool starts_with_cap(std::u32string_view words) {
    return starts_with_any(strip_spaces_and(words, U""),
                           U"に削減 まで削減 へ削減 に抑制 まで抑制 に抑え まで抑え に減 まで減 に縮減 まで縮減 に低減 "
                           U"まで低減 に短縮 まで短縮 に低下 まで低下 以下に 以内に 未満に");
}

// 令和4年度の調達実績額は: nothing but a noun stands between the year and its figure.
bool is_noun_of_year(std::u32string_view between) {
    if (!starts_with_any(between, U"の における に係る 末の")) return false;
    between.remove_prefix(longest_prefix(between, U"の における に係る 末の"));
    while (!between.empty() && std::u32string_view(U" はがも:").find(between.back()) != std::u32string_view::npos)
        between.remove_suffix(1);
    return !between.empty() && std::none_of(between.begin(), between.end(), [](char32_t c) {
        return (is_hiragana(c) && c != U'の') || c == U'、' || c == U'(' || c == U')';
    });
}

bool ends_with_past(const FigureText& text, Span head, int fiscal_year) {
    const auto words = text.words(head);
    const auto left = strip_before_figure(words);
    // 過去5年平均: a number of years may stand between.
    auto bare = left;
    while (!bare.empty() && (is_digit(bare.back()) || bare.back() == U'か' || bare.back() == U'年'))
        bare.remove_suffix(1);
    constexpr Words kPast =
        U"前年度 前年 昨年度 昨年 一昨年度 一昨年 前々年度 前回 過去 直近 平年 例年 従来 従前 以前 前年同期 昨年同期 "
        U"導入前 実施前 開始前";
    if (ends_with_any(left, kPast) || ends_with_any(bare, U"過去 直近 最近")) return true;
    if (fiscal_year == 0 || !may_name_year(words)) return false;
    const auto dates = find_date_words(text.glyphs, head);
    if (dates.empty()) return false;
    const DateWord& last = dates.back();
    const auto year = fiscal_year_of(last);
    if (!year || *year >= fiscal_year) return false;
    return strip_before_figure(text.words({last.span.end, head.end})).empty() ||
           is_noun_of_year(text.words({last.span.end, head.end}));
}

bool is_past(const FigureText& text, std::size_t figure, int fiscal_year) {
    const Figure& f = text.figures[figure];
    if (ends_with_past(text, f.head, fiscal_year)) return true;
    if ((!f.bracketed || f.host) && !f.previous && f.note.empty()) return false;
    const bool own_words = !strip_before_figure(text.words(f.head)).empty();
    if (!own_words && f.bracketed && !f.host && ends_with_past(text, f.heading, fiscal_year)) return true;
    if (!own_words && f.previous) {
        const auto before = text.words(text.figures[*f.previous].head);
        if (ends_with_any(before, U"過去 直近 最近") && text.figures[*f.previous].quantity.unit.starts_with("年"))
            return true;
    }
    return !f.note.empty() && f.note.end - f.note.begin < 12 && ends_with_past(text, f.note, fiscal_year);
}

bool ends_with_present(std::u32string_view words) {
    const auto left = strip_suffix(words, U"の は が を : ( ) [ ] 、 値 約 計 延べ 実績 として 数値 時点");
    if (!ends_with_any(left, U"現状 現在 現況 基準 当初 ベースライン 現")) return false;
    return !ends_with_any(left, U"月現在 日現在 末現在 出現 実現 表現 再現");
}

bool ends_with_later_year(const FigureText& text, Span head, int fiscal_year) {
    if (fiscal_year == 0 || !may_name_year(text.words(head))) return false;
    const auto dates = find_date_words(text.glyphs, head);
    if (dates.empty()) return false;
    const auto year = fiscal_year_of(dates.back());
    return year && *year > fiscal_year && strip_before_figure(text.words({dates.back().span.end, head.end})).empty();
}

bool ends_with_target_word(std::u32string_view words) {
    const auto left = strip_suffix(words, U": の は が を ( ) [ ] 、 値 額 量 率 数 人数 件数 回数 として である");
    if (ends_with_any(left, U"目標 定員 母数 計画値")) return true;
    const std::size_t n = longest_suffix(left, U"計画 対象 全体 総数");
    return n != 0 && (left.size() == n || !is_noun_glyph(left[left.size() - n - 1]));
}

bool ends_with_total(std::u32string_view words) {
    const auto left = strip_suffix(words, U": 、 で 延べ 約 (");
    if (ends_with_any(left, U"合計 総計 全部で あわせて 合わせて トータル")) return true;
    return left.ends_with(U"計") && (left.size() == 1 || !is_noun_glyph(left[left.size() - 2]));
}

bool ends_with_part(std::u32string_view words) {
    const auto left = strip_suffix(words, U": 、 (");
    return left == U"内" || ends_with_any(left, U"うち 内訳");
}

bool speaks_of_part(std::u32string_view words) {
    if (ends_with_part(words)) return true;
    const std::size_t at = words.rfind(U"うち");
    if (at == std::u32string_view::npos) return false;
    const bool begins = at == 0 || std::u32string_view(U" 、,(の:").find(words[at - 1]) != std::u32string_view::npos;
    return begins && words.substr(at).find(U'、', 3) == std::u32string_view::npos;
}

bool ends_with_remainder(std::u32string_view words) {
    return ends_with_any(strip_suffix(words, U": 、 の は ("), U"残り 残 あと");
}

}  // namespace goalsheet::match
