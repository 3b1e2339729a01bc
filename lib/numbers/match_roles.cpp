// SPDX-License-Identifier: MIT
#include "numbers/match_roles.hpp"

#include <algorithm>
#include <array>

#include "numbers/figure_neighbours.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

/// The role that most speaks for, and the one that comes second. Cues for one role add up.
class Ballot {
public:
    void add(FigureRole role, int weight, Span evidence) {
        Entry& entry = entries_[static_cast<std::size_t>(role)];
        if (entry.weight == 0) entry.evidence = evidence;
        entry.weight += weight;
    }
    void decide(ReportFigure& figure) const {
        int most = 0;
        int next = 0;
        for (std::size_t r = 1; r < kRoles; ++r) {
            if (entries_[r].weight > most) {
                next = most;
                figure.second_role = figure.role;
                most = entries_[r].weight;
                figure.role = static_cast<FigureRole>(r);
                figure.evidence = entries_[r].evidence;
            } else if (entries_[r].weight > next) {
                next = entries_[r].weight;
                figure.second_role = static_cast<FigureRole>(r);
            }
        }
    }

private:
    static constexpr std::size_t kRoles = 14;
    struct Entry {
        int weight = 0;
        Span evidence;
    };
    std::array<Entry, kRoles> entries_;
};

class RoleFinder : FigureNeighbours {
public:
    RoleFinder(const FigureText& text, int fiscal_year, std::vector<ReportFigure>& figures)
        : FigureNeighbours(text, figures.size()), fiscal_year_(fiscal_year), out_(figures) {}

    void find() {
        for (std::size_t k = 0; k < out_.size(); ++k) find_role(k);
        for (std::size_t k = 0; k < out_.size(); ++k) find_whole(k);
    }

private:
    const std::u32string& tail(std::size_t k) const { return out_[k].behind; }

    void find_role(std::size_t k) {
        Ballot ballot;
        const Figure& f = at(k);
        if (is_rank(f.quantity.unit)) ballot.add(FigureRole::order, 90, f.span);
        weigh_change(k, ballot);
        weigh_past(k, ballot);
        weigh_target(k, ballot);
        weigh_label(k, ballot);
        weigh_part(k, ballot);
        const Comparator comparator = f.quantity.comparator;
        if (comparator == Comparator::at_least || comparator == Comparator::at_most ||
            comparator == Comparator::less_than)
            ballot.add(FigureRole::bound, 48, f.tail);
        ballot.decide(out_[k]);
    }

    // 前年比5件増, 差は3人, 上積み額1億円, 比103.2%
    void weigh_change(std::size_t k, Ballot& ballot) {
        const Figure& f = at(k);
        const std::u32string_view behind = tail(k);
        const auto head = strip_colon(trim_spaces(words(f.head)));
        ReportFigure& r = out_[k];
        if (starts_with_change(behind)) {
            r.rise = starts_with_rise(behind);
            ballot.add(FigureRole::change, 70, f.tail);
        }
        if (ends_with_any(head, U"差 増減 プラス マイナス + - △ ▲")) {
            r.rise = !ends_with_any(head, U"マイナス - △ ▲");
            ballot.add(FigureRole::change, 68, f.head);
        } else if (ends_with_any(head, U"比 比較 比率で")) {
            const bool ratio = f.quantity.unit == "%" && f.quantity.value.to_double() > 50;
            ballot.add(ratio ? FigureRole::average : FigureRole::change, 66, f.head);
        }
        if (ends_with(WordList::difference_label, strip_colon(words(r.label)))) {
            if (!starts_with_change(behind)) r.rise = !contains_any(words(r.label), U"減 不足 下落 マイナス");
            ballot.add(FigureRole::change, 62, r.label);
        }
    }

    void weigh_past(std::size_t k, Ballot& ballot) const {
        const Figure& f = at(k);
        const auto next = next_in_clause(k);
        const std::u32string_view behind = tail(k);
        if (next && at(*next).link == Link::arrow) ballot.add(FigureRole::past, 75, f.span);
        const bool transition = f.quantity.role == QuantityRole::baseline && (!f.bracketed || fiscal_year_ == 0);
        if (transition || is_past(text_, k, fiscal_year_) || ends_with_start(words(f.head)))
            ballot.add(FigureRole::past, 64, f.head);
        if (next && same_unit(k, *next) && starts_with_any(behind, U"から だったが であったが でしたが だったものが"))
            ballot.add(FigureRole::past, 60, f.tail);
        else if (ends_with_any(behind, U"があったが であったが だったが がいたが") && is_reached_later(k))
            ballot.add(FigureRole::past, 60, f.tail);
    }

    // 12人の待機があったが、3月には0人となった
    bool is_reached_later(std::size_t k) const {
        for (std::size_t n = k + 1; n < out_.size() && n < k + kNear && at(n).clause == at(k).clause; ++n)
            if (same_unit(k, n) && out_[n].reached) return true;
        return false;
    }

    void weigh_target(std::size_t k, Ballot& ballot) const {
        const Figure& f = at(k);
        const auto next = next_in_clause(k);
        const std::u32string_view behind = tail(k);
        const bool of_whole = starts_with_any(behind, U"うち のうち 、うち のうち、");
        if (f.bracketed && !f.host && ends_with_target_word(words(f.heading)))
            ballot.add(FigureRole::target, 60, f.heading);
        if (ends_with_target_word(words(f.head)) && !(next && of_whole) && !out_[k].share)
            ballot.add(FigureRole::target, 60, f.head);
        const bool base = ends_with_any(words(out_[k].label), U"対象者 対象者数 対象世帯 対象施設 対象件数") &&
                          starts_with_any(behind, U"に へ を が該当");  // 対象者112人に案内し, 対象者の12%が該当
        const bool chosen = contains_any(behind, U"の中から のなかから のうちから");  // 15人の応募者の中から
        if (base || chosen || starts_with_comparison(behind) || starts_with_any(behind, U"を除 を差し引 を控除"))
            ballot.add(FigureRole::comparison, 58, f.tail);
        const bool supposed =
            ends_with_any(trim_spaces(words(f.head)), U"試算すると 試算では 試算で 推計では 仮定すると");
        if (supposed || says_unreached(behind) || says_intended(behind) || is_of_next_year(k))
            ballot.add(FigureRole::target, 82, f.tail);
        if (f.link == Link::slash && f.previous && same_unit(k, *f.previous))
            ballot.add(FigureRole::comparison, 57, f.span);
        if (next && same_unit(k, *next) && (trim_spaces(behind) == U"中" || is_out_of_previous(*next)))
            ballot.add(FigureRole::comparison, 56, f.tail);
    }

    // 来年度は4地区に拡大する: what is wanted then, no result of this year.
    bool is_of_next_year(std::size_t k) const {
        const auto head = words(at(k).head);
        const bool next = contains_any(head, U"来年 次年度 翌年度 来期 次期") ||
                          ends_with_later_year(text_, at(k).head, fiscal_year_);
        return next && !says_it_was(tail(k)) && !says_completed(tail(k)) &&
               !contains_any(head, U"に向け に備え 現在 時点");
    }

    // 10台の設置には至らなかった, 60件に届かず47件: not what it came to. 47件で目標に届かなかった is.
    static bool says_unreached(std::u32string_view behind) {
        if (starts_with_any(behind, U"で だ と にとどま にすぎ となり であ です") &&
            !starts_with_any(behind, U"でき とも"))
            return false;
        return holds(WordList::unreached_behind, behind) && !contains_any(behind, U"目標 計画 前年 定員");
    }

    // 6回を予定したが, 3万人を想定していたところ: what follows tells what came of it.
    static bool says_intended(std::u32string_view behind) {
        return holds(WordList::intended, behind) && ends_with_any(behind, U"たが たところ たものの だが") &&
               !starts_with_any(behind, U"で と");
    }

    // What the noun before it makes of it.
    void weigh_label(std::size_t k, Ballot& ballot) const {
        const Figure& f = at(k);
        const ReportFigure& r = out_[k];
        const auto label = words(r.label);
        const std::u32string_view behind = tail(k);
        if (says_cancelled(behind) || says_undone(label, behind)) ballot.add(FigureRole::undone, 80, f.around());
        if (ends_with_remainder(words(f.head)) && starts_with_any(far_behind(k), U"については未 は未 が未 も未 の未"))
            ballot.add(FigureRole::undone, 80, f.head);
        if (ends_with(WordList::needy, trim_spaces(words(f.head)))) ballot.add(FigureRole::undone, 80, f.head);
        if (is_of_others(f) || is_of_larger_region(k)) ballot.add(FigureRole::others, 76, f.head);
        if (!r.total && is_share(f, words(f.head))) ballot.add(FigureRole::average, 54, f.head);
        if (says_achievement(f, label, behind)) ballot.add(FigureRole::achievement, 52, r.label);
        if (ends_with(WordList::capacity, label) || is_specification(words(f.head)))
            ballot.add(FigureRole::cost, 61, r.label);
        if (f.quantity.role == QuantityRole::aside) ballot.add(FigureRole::cost, 50, f.span);
    }

    // 達成率98%, 目標に対し98%の達成, 目標達成13件: how far the target was met, or how many of them were.
    bool says_achievement(const Figure& f, std::u32string_view label, std::u32string_view behind) const {
        if (f.quantity.unit != "%") return trim_spaces(words(f.head)).ends_with(U"目標達成");
        return ends_with(WordList::achievement_label, label) ||
               (contains_any(words(f.head), U"目標 計画") && starts_with_any(behind, U"の達成 の進捗"));
    }

    std::u32string_view far_behind(std::size_t k) const {
        return text_.glyphs.slice(at(k).span.end, std::min(text_.glyphs.size(), at(k).span.end + 12));
    }

    // 全国平均18.7%, 県内市町村の平均値13.4%, 参考値として…
    bool is_of_others(const Figure& f) const {
        constexpr std::size_t kReach = 22;
        // 近隣5市の平均: how many they are is no figure of its own.
        const bool counted =
            f.previous && f.link == Link::fastened && !f.head.empty() &&
            starts_with_any(words({at(*f.previous).span.end - 1, text_.glyphs.size()}), U"市 町 村 体");
        const std::size_t begin = counted ? at(*f.previous).head.begin : f.head.begin;
        std::u32string near(words({f.head.end - std::min(kReach, f.head.end - begin), f.head.end}));
        near.erase(0, near.find_last_of(U"。、") + 1);
        std::erase_if(near, numbers::is_digit);
        // 全国平均に満たない12%, 県内5位の2億円 are the town's own.
        return holds(WordList::others, near) && !ends_with(WordList::relation, trim_spaces(near));
    }

    // 県内では41人、市内では3人: beside the town's own figure that of a larger region is another's.
    bool is_of_larger_region(std::size_t k) const {
        if (!is_word(WordList::larger_region, region_of(k))) return false;
        for (std::size_t n = k + 1; n < out_.size() && n < k + kNear; ++n)
            if (same_unit(k, n) && is_word(WordList::own_region, region_of(n))) return true;
        return false;
    }
    std::u32string_view region_of(std::size_t k) const {
        auto head = words(at(k).head);
        head.remove_prefix(std::min(head.find_first_not_of(U" 、,。で"), head.size()));
        return strip_particle(head);
    }

    // φ150mm, W=2.5m: how wide a thing is, not how much of it.
    static bool is_specification(std::u32string_view head) {
        head = trim_spaces(head);
        while (!head.empty() && (head.back() == U'=' || head.back() == U':')) head.remove_suffix(1);
        if (ends_with_any(head, U"φ Φ ф ∅")) return true;
        return !head.empty() && std::u32string_view(U"WBHDt").find(head.back()) != std::u32string_view::npos &&
               (head.size() == 1 ||
                std::u32string_view(U" 、,(×").find(head[head.size() - 2]) != std::u32string_view::npos);
    }

    void weigh_part(std::size_t k, Ballot& ballot) const {
        const Figure& f = at(k);
        if (f.quantity.role == QuantityRole::part || speaks_of_part(words(f.head)))
            ballot.add(FigureRole::part, 46, f.head);
        const auto next = next_in_clause(k);
        if (next && says_whole(k)) ballot.add(FigureRole::whole, 47, f.tail);
    }

    // 8件のうち補助金交付3件, 70件すべてに着手し、そのうち59件
    bool says_whole(std::size_t k) const {
        const auto next = next_in_clause(k);
        if (starts_with_any(tail(k), U"のうち の内 うち のなか の中で")) return true;
        return next && contains_any(words(at(*next).head), U"そのうち");
    }

    // The figure a part is of: the one before it, or the one its bracket explains.
    void find_whole(std::size_t k) {
        if (out_[k].role != FigureRole::part && k > 0 && at(k).previous && *at(k).previous < out_.size() &&
            out_[*at(k).previous].role == FigureRole::whole && out_[k].role == FigureRole::level)
            out_[k].role = FigureRole::part;
        if (out_[k].role != FigureRole::part) return;
        auto& whole = out_[k].whole;
        whole = at(k).host ? out_[k].host : at(k).previous;
        // 14組31人（うち県外12組）: the bracket stands behind the second, the part is of the first.
        if (whole && at(k).host && !same_unit(k, *whole) && at(*whole).previous && same_unit(k, *at(*whole).previous))
            whole = at(*whole).previous;
    }

    // 未調査 215棟, 1路線未発注, 辞退2社
    static bool says_undone(std::u32string_view label, std::u32string_view behind) {
        auto verb = trim_spaces(behind);
        verb.remove_prefix(longest_prefix(verb, U"が は も"));
        return starts_with(WordList::undone, label) || starts_with(WordList::undone, verb) ||
               holds(WordList::undone_behind, behind);
    }

    static bool is_share(const Figure& f, std::u32string_view head) {
        if (f.quantity.per == "人" && is_money(f.quantity.unit)) return true;
        if (!f.quantity.per.empty() && contains_any(head, U"当たり あたり")) return true;
        return ends_with_any(strip_particle(head), U"平均 あたり 当たり 各回 毎回") ||
               starts_with_any(head, U"1回あたり 1人あたり 一人当たり 1回当たり");
    }

    int fiscal_year_;
    std::vector<ReportFigure>& out_;
};

}  // namespace

void find_roles(const FigureText& text, int fiscal_year, std::vector<ReportFigure>& figures) {
    RoleFinder(text, fiscal_year, figures).find();
}

}  // namespace goalsheet::match
