// SPDX-License-Identifier: MIT
#include "numbers/match_class.hpp"

#include <algorithm>

#include "numbers/indicator_words.hpp"
#include "numbers/match_fit.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

// C 38.8% for C以上, 3級20人 for 3級以上
bool is_one_class_of(std::u32string_view wanted, std::u32string_view given) {
    while (!given.empty() && (given.back() == U' ' || given.back() == U':')) given.remove_suffix(1);
    if (given.empty()) return false;
    const bool letter = is_latin(given.back()) && (given.size() == 1 || !is_latin(given[given.size() - 2]));
    if (!letter && given.back() != U'級') return false;
    for (std::size_t i = 0; i + 1 < wanted.size(); ++i) {
        const bool same = letter ? is_latin(wanted[i]) : wanted[i] == U'級';
        if (same && starts_with_any(wanted.substr(i + 1), U"以上 以下 未満")) return true;
    }
    return false;
}

// Whether the label holds a number of the same unit that the target's label has otherwise: 5冊以上 for 10冊以上.
bool classes_differ(std::u32string_view wanted, std::u32string_view given) {
    if (is_one_class_of(wanted, given)) return true;
    const auto classes = [](std::u32string_view words) {
        std::vector<std::u32string_view> found;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!is_digit(words[i]) || (i > 0 && is_digit(words[i - 1]))) continue;
            std::size_t end = i;
            while (end < words.size() && is_digit(words[end])) ++end;
            if (end < words.size() && contains_any(words.substr(end, 4), U"以上 以下 未満 級 歳 年生 回目 代"))
                found.push_back(words.substr(i, end + 1 - i));
        }
        return found;
    };
    const auto mine = classes(wanted);
    const auto theirs = classes(given);
    bool differ = false;
    for (const auto word : theirs) {
        const auto of_class = [&](auto own) { return own.back() == word.back(); };  // 3級 and 3年生 are of no one class
        if (std::find(mine.begin(), mine.end(), word) != mine.end()) return false;
        differ = differ || std::any_of(mine.begin(), mine.end(), of_class);
    }
    return differ;
}

// 1冊も読まない児童 for 読む児童, むし歯のある児童 for むし歯のない児童: the others of them.
bool denies(std::u32string_view wanted, std::u32string_view given) {
    const auto says_not = [](std::u32string_view words) {
        for (std::size_t i = 0; i + 2 < words.size(); ++i)
            if (words.substr(i).starts_with(U"ない") && is_noun_glyph(words[i + 2]) &&
                !words.substr(0, i).ends_with(U"少") && !words.substr(0, i).ends_with(U"危"))
                return true;
        return false;
    };
    return says_not(given) != says_not(wanted) && (says_not(given) || contains_any(given, U"のある のあった"));
}

// 受診者 for 未受診者, やや満足 for 満足: one has the word, the other the same with a mark before it.
bool lacks_mark(std::u32string_view marked, std::u32string_view plain, WordList marks) {
    constexpr std::size_t kCore = 2;
    for (std::size_t i = 0; i + kCore < marked.size(); ++i) {
        const std::size_t n = longest_start(marks, marked.substr(i));
        if (n == 0 || i + n + kCore > marked.size()) continue;
        const bool begins = i == 0 || !is_noun_glyph(marked[i - 1]) || marked[i] == U'未' || marked[i] == U'不';
        if (!begins) continue;  // 所要時間, 避難行動要支援者
        const auto core = marked.substr(i + n, kCore);
        if (!std::all_of(core.begin(), core.end(), is_noun_glyph) && n == 1) continue;
        const std::size_t at = plain.find(core);
        const bool same = plain.find(marked.substr(i, n + kCore)) != std::u32string_view::npos;
        if (at != std::u32string_view::npos && !same) return true;
    }
    return false;
}

bool is_marked_otherwise(std::u32string_view wanted, std::u32string_view given) {
    return lacks_mark(wanted, given, WordList::degree) || lacks_mark(given, wanted, WordList::degree) ||
           lacks_mark(given, wanted, WordList::need);
}

// The words before a figure, without those of the figures before it.
std::u32string_view own_words(const Board& board, std::size_t f) {
    auto own = board.words(board.figure(f).head);
    own.remove_prefix(own.find_last_of(U"、。") + 1);
    while (!own.empty() && std::u32string_view(U" :はが「」").find(own.back()) != std::u32string_view::npos)
        own.remove_suffix(1);
    while (!own.empty() && (own.front() == U' ' || own.front() == U'「')) own.remove_prefix(1);
    return own;
}

// やや満足 is 満足 with a mark before it.
bool is_marked(std::u32string_view marked, std::u32string_view plain) {
    return !plain.empty() && marked.size() > plain.size() && marked.ends_with(plain) &&
           is_word(WordList::degree, marked.substr(0, marked.size() - plain.size()));
}

// 「満足」「やや満足」の合計
bool names_both(std::u32string_view label, std::u32string_view marked, std::u32string_view plain) {
    const std::size_t at = label.find(marked);
    if (at == std::u32string_view::npos) return false;
    return label.substr(0, at).find(plain) != std::u32string_view::npos ||
           label.find(plain, at + marked.size()) != std::u32string_view::npos;
}

// 満足31%、やや満足47% for 満足度, or for both together: the one is no more what was asked for than the other.
bool is_step_of_scale(const Board& board, const Goal& goal, std::size_t f) {
    const auto mine = own_words(board, f);
    if (mine.empty() || board.figures[f].total) return false;
    const std::size_t at = goal.label.find(mine);
    const bool exact = at != std::u32string::npos && !goal.label.substr(at + mine.size()).starts_with(U"度");
    return has_near(board, f, [&](std::size_t n) {
        const auto other = own_words(board, n);
        if (is_marked(mine, other)) return !exact || names_both(goal.label, mine, other);
        return is_marked(other, mine) && (!exact || names_both(goal.label, other, mine));
    });
}

// 実人数 214人・延べ2,187人: heads and visits are counted apart.
bool is_counted_otherwise(const Board& board, const Goal& goal, std::size_t f) {
    constexpr Words kHeads = U"実人数 実人員 実利用者 実参加者 実数";
    const std::string& wanted = goal.indicator->target.modifier;
    const bool visits = board.quantity(f).modifier == "延べ";
    const bool heads = contains_any(board.words(board.figures[f].label), kHeads);
    return (wanted == "延べ" && heads && !visits) || (visits && wanted != "延べ" && contains_any(goal.label, kHeads));
}

// 取得した生徒183人、相当の力がある生徒61人で、合わせて59.2%: more than what was asked for is in it.
bool is_of_others_too(const Board& board, const Goal& goal, std::size_t f) {
    const ReportFigure& r = board.figures[f];
    if (!r.total || board.quantity(f).unit != "%") return false;
    std::optional<std::vector<std::uint64_t>> first;
    for (std::size_t p = f; p-- > 0 && board.figure(p).clause == board.figure(f).clause;) {
        if (!board.figures[p].worded || board.quantity(p).unit == "%" || board.figures[p].role == FigureRole::whole)
            continue;
        const auto known = known_words(goal, board.words(board.figure(p).head));
        if (first && *first != known) return true;
        first = known;
    }
    return false;
}

// The words of its clause before a figure, or before the one whose bracket it stands in.
std::u32string_view words_before(const Board& board, std::size_t f) {
    constexpr std::size_t kReach = 30;
    const auto& host = board.figure(f).host;
    const std::size_t end =
        host && *host < board.text.figures.size() ? board.text.figures[*host].span.begin : board.figure(f).span.begin;
    const auto words = board.text.glyphs.slice(end - std::min(end, kReach), end);
    const std::size_t stop = words.find_last_of(U"、。");
    return stop == std::u32string_view::npos ? words : words.substr(stop + 1);
}

// 男女 of 相談者301人（女性117人、男性184人）: the goal asks for one of the parts by its name.
bool is_asked_part(const Board& board, const Goal& goal, std::size_t f) {
    const auto own = board.words(board.figures[f].own);
    return part_kind(own) != 0 && goal.label.find(own) != std::u32string::npos;
}

bool has_asked_part(const Board& board, const Goal& goal, std::size_t f) {
    return !is_asked_part(board, goal, f) && has_near(board, f, [&](std::size_t n) {
        return board.figures[n].host == f && board.quantity(n).unit == board.quantity(f).unit &&
               is_asked_part(board, goal, n);
    });
}

// 新築に伴う接続61件, 切替え22件 of 接続: kinds of what was asked for, and none of them is all of it.
bool is_one_kind_of(const Board& board, const Goal& goal, std::size_t f) {
    constexpr Words kKinds = U"に伴う による に係る に関する に対する";
    const auto label = [&](std::size_t n) { return board.words(board.figures[n].label); };
    if (!board.figures[f].labelled || label(f) == goal.label || contains_any(goal.label, kKinds)) return false;
    return has_near(board, f, [&](std::size_t n) {
        const bool beside = board.figures[n].labelled && board.figures[n].role == FigureRole::level &&
                            !board.figure(n).bracketed && board.figure(n).clause == board.figure(f).clause &&
                            board.quantity(n).unit == board.quantity(f).unit;
        return beside && (contains_any(label(f), kKinds) ||
                          (contains_any(label(n), kKinds) && share_words(goal.topic, find_topic(label(n)))));
    });
}

}  // namespace

bool is_of_other_class(const Board& board, const Goal& goal, std::size_t f) {
    const auto words = words_before(board, f);
    return classes_differ(goal.label, words) || denies(goal.label, words) ||
           is_marked_otherwise(goal.label, own_words(board, f)) || is_step_of_scale(board, goal, f) ||
           has_asked_part(board, goal, f) || is_one_kind_of(board, goal, f) || is_counted_otherwise(board, goal, f) ||
           is_of_others_too(board, goal, f);
}

}  // namespace goalsheet::match
