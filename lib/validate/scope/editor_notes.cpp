// SPDX-License-Identifier: MIT
#include "validate/scope/editor_notes.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"

namespace goalsheet::rules {
namespace {

// Never part of a finished sentence.
constexpr std::array<std::string_view, 91> kNotes = {"要確認",
                                                     "確認要",
                                                     "要再確認",
                                                     "要修正",
                                                     "要加筆",
                                                     "要追記",
                                                     "要更新",
                                                     "要差し替え",
                                                     "要差替",
                                                     "要文言",
                                                     "要相談",
                                                     "要検算",
                                                     "に差し替え",
                                                     "に差替",
                                                     "へ差し替え",
                                                     "を差し替え",
                                                     "差し替え予定",
                                                     "差替予定",
                                                     "差替え予定",
                                                     "差し替えます",
                                                     "差し替え要",
                                                     "後で記入",
                                                     "あとで記入",
                                                     "後ほど記入",
                                                     "後日記入",
                                                     "追って記入",
                                                     "確認後記入",
                                                     "確認して記入",
                                                     "確定後に記入",
                                                     "判明次第記入",
                                                     "数字を入れる",
                                                     "数値を入れる",
                                                     "数字入れる",
                                                     "数字未確定",
                                                     "数値未確定",
                                                     "仮の数字",
                                                     "仮の数値",
                                                     "仮数値",
                                                     "仮置きの数",
                                                     "前年度コピー",
                                                     "昨年度コピー",
                                                     "コピペ",
                                                     "前年度のまま",
                                                     "昨年度のまま",
                                                     "去年のまま",
                                                     "去年の文章",
                                                     "公開前に削除",
                                                     "掲載前に削除",
                                                     "公表前に削除",
                                                     "この行は削除",
                                                     "この部分は削除",
                                                     "庁内限り",
                                                     "部外秘",
                                                     "取扱注意",
                                                     "文言調整",
                                                     "表現調整",
                                                     "ご確認ください",
                                                     "ご確認をお願い",
                                                     "確認願います",
                                                     "確認をお願いします",
                                                     "よろしいでしょうか",
                                                     "コメント [",
                                                     "コメント[",
                                                     "書式変更:",
                                                     "書きかけ",
                                                     "下書き中",
                                                     "数字は仮",
                                                     "数値は仮",
                                                     "後日修正",
                                                     "後で修正",
                                                     "後日追記",
                                                     "後日差し替え",
                                                     "後日記載",
                                                     "追って記載",
                                                     "文章のまま",
                                                     "昨年の文章",
                                                     "前回の文章",
                                                     "課長確認",
                                                     "部長確認",
                                                     "係長確認",
                                                     "あいうえお",
                                                     "ああああ",
                                                     "テストテスト",
                                                     "修正お願い",
                                                     "修正願い",
                                                     "確認お願い",
                                                     "記入お願い",
                                                     "追記お願い",
                                                     "加筆お願い",
                                                     "ここに記入",
                                                     "ここに入力"};
constexpr std::array<std::string_view, 18> kLatinNotes = {"TODO",  "ToDo", "todo", "ＴＯＤＯ", "TBD",    "T.B.D",
                                                          "FIXME", "WIP",  "tbd",  "ＴＢＤ",   "（？）", "(?)",
                                                          "（?）", "(？)", "？？", "??",       "？?",    "?？"};
// Of everyday work: notes only where they are set apart.
constexpr std::array<std::string_view, 43> kSetApart = {
    "たたき台", "叩き台", "草案",     "ドラフト", "未定稿",   "サンプル",     "ダミー",   "確認",     "修正",
    "調整中",   "調整要", "未定",     "仮",       "差替",     "差し替え",     "追記",     "加筆",     "削除",
    "メモ",     "検討中", "作成中",   "未確認",   "未入力",   "未記入",       "入力中",   "保留",     "校正",
    "下書き",   "途中",   "作業中",   "照会中",   "問合せ中", "問い合わせ中", "回答待ち", "返答待ち", "集計待ち",
    "決裁前",   "未決裁", "案のまま", "ここ",     "書く",     "直す",         "要"};
// …長に確認, …さんに聞く
constexpr std::array<std::string_view, 8> kPersons = {"さんに", "さんへ", "さんと", "様に",
                                                      "氏に",   "係長に", "課長に", "部長に"};
constexpr std::array<std::string_view, 7> kAsk = {"確認", "聞く", "聞い", "問い合わせ", "照会", "相談", "要"};
// 要確認者 12人, 要修正箇所 3件 are counted.
constexpr std::array<std::string_view, 7> kCounted = {"者", "件", "箇所", "か所", "事項", "率", "物件"};
constexpr std::size_t kLongestAside = 60;  // bytes of a bracket that is a note as a whole

std::string_view rest_of(std::string_view text, std::size_t at) { return text.substr(std::min(at, text.size())); }

std::optional<EditorNote> find_plain(std::string_view text) {
    for (auto found = find_phrase<kNotes>(text); found; found = find_phrase<kNotes>(text, found->end))
        if (!starts_with_any(rest_of(text, found->end), kCounted)) return EditorNote{*found};
    return std::nullopt;
}

bool is_latin_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<EditorNote> find_latin(std::string_view text) {
    for (auto found = find_phrase<kLatinNotes>(text); found; found = find_phrase<kLatinNotes>(text, found->end)) {
        const bool word = is_latin_letter(decode_at(text, found->begin).value);
        const bool inside = word && (is_latin_letter(decode_before(text, found->begin).value) ||
                                     is_latin_letter(decode_at(text, found->end).value));
        if (!inside) return EditorNote{*found};
    }
    return std::nullopt;
}

struct Brackets {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<Brackets, 5> kAsides = {{{"【", "】"}, {"［", "］"}, {"〔", "〕"}, {"《", "》"}, {"[", "]"}}};
constexpr std::array<std::string_view, 5> kAsideBegins = {"【", "［", "〔", "《", "["};

// 【9月末の数字を確認】: a bracket of the kind that no sentence uses, with a word of the work in it.
std::optional<EditorNote> find_aside(std::string_view text) {
    if (!find_phrase<kAsideBegins>(text)) return std::nullopt;
    for (const Brackets& kind : kAsides) {
        for (std::size_t open = text.find(kind.open); open != std::string_view::npos;
             open = text.find(kind.open, open + kind.open.size())) {
            const std::size_t begin = open + kind.open.size();
            const std::size_t close = text.find(kind.close, begin);
            if (close == std::string_view::npos) break;
            const std::string_view words = text.substr(begin, close - begin);
            if (words.size() > kLongestAside || words.starts_with("取消線")) continue;
            if (find_phrase<kSetApart>(words)) return EditorNote{{open, close + kind.close.size()}};
        }
    }
    return std::nullopt;
}

// ※後で直す, ※9月末の数字に修正: a remark that speaks of the text and not of the work.
std::optional<EditorNote> find_remark(std::string_view text) {
    constexpr std::array<std::string_view, 11> kWork = {"後で",     "あとで", "直す", "修正する", "確認中", "確認する",
                                                        "差し替え", "差替",   "メモ", "未確定",   "書き直"};
    constexpr std::string_view kMark = "※";
    for (std::size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + kMark.size())) {
        const std::string_view rest = text.substr(at, kLongestAside);
        std::size_t end = std::min(rest.find("。"), rest.find('\n'));
        end = std::min(std::min(end, rest.find("）")), rest.size());
        for (const std::string_view word : kWork)
            if (rest.substr(0, end).find(word) != std::string_view::npos) return EditorNote{{at, at + end}};
    }
    return std::nullopt;
}

std::optional<EditorNote> find_question_to_person(std::string_view text) {
    for (auto found = find_phrase<kPersons>(text); found; found = find_phrase<kPersons>(text, found->end))
        if (const std::string_view rest = rest_of(text, found->end); starts_with_any(rest, kAsk)) {
            std::size_t begin = found->begin;
            for (CodePoint last = decode_before(text, begin); last.length && is_kanji(last.value);
                 last = decode_before(text, begin))
                begin -= last.length;
            return EditorNote{{begin, found->end}};
        }
    return std::nullopt;
}

// ★ and ← are notes to oneself more often than not; ★★★ is a grade.
std::optional<EditorNote> find_mark(std::string_view text) {
    constexpr std::string_view kArrow = "←";
    constexpr std::string_view kStar = "★";
    const std::size_t star = text.find(kStar);
    if (star != std::string_view::npos) {
        const std::string_view behind = rest_of(text, star + kStar.size());
        if (!behind.starts_with(kStar) && !behind.starts_with("☆"))
            return EditorNote{{star, star + kStar.size()}, false};
    }
    const std::size_t arrow = text.find(kArrow);
    if (arrow != std::string_view::npos) return EditorNote{{arrow, arrow + kArrow.size()}, false};
    return std::nullopt;
}

constexpr std::array<std::string_view, 12> kFigureSigns = {"XXX", "XX", "ＸＸ", "xx", "●", "○",
                                                           "◯",   "〇", "？",   "?",  "■", "＿"};

// 延べXX人, 約●件, ？人: a sign where the figure is still to come.
std::optional<EditorNote> find_placeholder(std::string_view text) {
    if (!find_phrase<kFigureSigns>(text)) return std::nullopt;
    constexpr std::array<std::string_view, 14> kCounters = {"人", "件",   "回",   "名",   "社",   "校",   "％",
                                                            "%",  "千円", "万円", "団体", "箇所", "か所", "世帯"};
    constexpr std::array<std::string_view, 6> kInFront = {"延べ", "約", "計", "・", "、", "は"};
    for (const std::string_view sign : kFigureSigns)
        for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) {
            const std::string_view rest = rest_of(text, at + sign.size());
            const auto counter = std::find_if(kCounters.begin(), kCounters.end(),
                                              [&](std::string_view one) { return rest.starts_with(one); });
            if (counter == kCounters.end()) continue;
            const char32_t behind = decode_at(rest, counter->size()).value;
            if (is_kanji(behind) || is_hiragana(behind) || is_katakana(behind)) continue;
            const bool letters = sign.front() == 'X' || sign.front() == 'x' || sign.starts_with("Ｘ");
            const char32_t before = decode_before(text, at).value;
            if (letters ? is_latin_letter(before)
                        : !std::any_of(kInFront.begin(), kInFront.end(),
                                       [&](std::string_view one) { return text.substr(0, at).ends_with(one); }))
                continue;
            return EditorNote{{at, at + sign.size() + counter->size()}};
        }
    return std::nullopt;
}

}  // namespace

std::optional<EditorNote> find_editor_note(std::string_view text) {
    for (const auto find :
         {find_plain, find_latin, find_aside, find_remark, find_question_to_person, find_placeholder, find_mark})
        if (const auto note = find(text)) return note;
    return std::nullopt;
}

}  // namespace goalsheet::rules
