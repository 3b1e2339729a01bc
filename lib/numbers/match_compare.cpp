// SPDX-License-Identifier: MIT
#include "numbers/match_compare.hpp"

#include <algorithm>
#include <iterator>

#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_fit.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

using Hashes = std::vector<std::uint64_t>;

Hashes shared(const Hashes& a, const Hashes& b) {
    Hashes both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

Hashes unite(const Hashes& a, const Hashes& b) {
    Hashes all;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return all;
}

bool is_more(const Hashes& a, const Hashes& b) {
    return a.size() > b.size() && std::includes(a.begin(), a.end(), b.begin(), b.end());
}

/// What the words of a figure have of the goal's.
struct Fit {
    Hashes near;           ///< of its label and the words behind it
    bool strange = false;  ///< its label has words that neither goal nor measure know
    bool done = false;     ///< 補修済み3橋 beside 要補修6橋: its label says that it is done
};

class Comparer {
public:
    Comparer(const Board& board, const Goal& goal, std::vector<Features>& features)
        : board_(board),
          goal_(goal),
          features_(features),
          wants_share_(wants_share(goal)),
          wants_new_(wants_new(goal)) {}

    void run() {
        std::vector<std::size_t> rivals;
        for (std::size_t f = 0; f < features_.size(); ++f)
            if (may_be(features_[f].without_label())) rivals.push_back(f);
        for (const std::size_t f : rivals) fits_.push_back(fit_of(f));
        for (std::size_t a = 0; a < rivals.size(); ++a) settle_total(rivals, a);
        for (std::size_t a = 0; a < features_.size() && goal_.indicator->change != Change::none; ++a)
            for (const std::size_t b : rivals)
                if (contradicts(a, b)) features_[b].add(Feature::outdone);
        for (std::size_t b = 0; b < rivals.size(); ++b)
            for (std::size_t a = 0; a < rivals.size(); ++a)
                if (a != b && beats(rivals[a], fits_[a], rivals[b], fits_[b]))
                    features_[rivals[b]].add(Feature::outdone);
    }

private:
    Fit fit_of(std::size_t f) const {
        const ReportFigure& r = board_.figures[f];
        Fit fit;
        fit.near = shared(own_words(f).words, goal_.topic.words);
        if (r.kind != 0 && !stands_alone(board_.words(r.own))) fit.near.clear();
        fit.strange = is_strange(f);
        fit.done = says_completed(board_.words(r.own)) && share_words(goal_.topic, find_topic(board_.words(r.own)));
        return fit;
    }

    // The words of its sentence as well.
    Hashes wide_of(std::size_t f, const Fit& fit) const {
        return unite(fit.near, shared(board_.lead_words(f).words, goal_.topic.words));
    }

    // 参加者は第1回20人、第2回15人: what stands before は is said of both.
    Topic own_words(std::size_t f) const {
        const ReportFigure& r = board_.figures[f];
        if (!r.label.empty() && !r.listed && r.own.begin == r.label.begin) return board_.near_words(f);
        Topic own = find_topic(board_.words(r.own));
        add_words(own, r.behind);
        return own;
    }

    // 小学校 is no word of 小中学校, nor 中学校.
    bool stands_alone(std::u32string_view label) const {
        const std::size_t at = std::u32string_view(goal_.label).find(label);
        if (at == std::u32string_view::npos) return goal_.label.empty() || !share_words(goal_.topic, find_topic(label));
        return at == 0 || !is_word(WordList::part_school, std::u32string_view(goal_.label).substr(at - 1, 1));
    }

    bool is_strange(std::size_t f) const {
        const ReportFigure& r = board_.figures[f];
        const auto label = board_.words(r.own);
        if (!r.labelled || ends_with(WordList::result_label, label) || is_word(WordList::bare_label, label))
            return false;
        const Topic topic = find_topic(label);
        return unite(known_words(goal_, label), shared(topic.words, board_.context_words().words)).size() <
               topic.words.size();
    }

    // A sum is of what all its parts have in common.
    void settle_total(const std::vector<std::size_t>& rivals, std::size_t t) {
        if (!board_.figures[rivals[t]].total) return;
        const std::size_t clause = board_.figure(rivals[t]).clause;
        Hashes common;
        Hashes united;
        std::size_t most = 0;
        for (std::size_t p = 0, parts = 0; p < rivals.size(); ++p) {
            if (p == t || board_.figure(rivals[p]).clause != clause || rivals[p] > rivals[t]) continue;
            common = parts++ == 0 ? fits_[p].near : shared(common, fits_[p].near);
            united = unite(united, fits_[p].near);
            most = std::max(most, fits_[p].near.size());
        }
        // 合宿・大会 35件: 合宿12件、大会9件、計21件 has both of what was asked for.
        fits_[t].near = unite(fits_[t].near, united.size() > most ? united : common);
    }

    bool beats(std::size_t a, const Fit& mine, std::size_t b, const Fit& other) const {
        const ReportFigure& x = board_.figures[a];
        const ReportFigure& y = board_.figures[b];
        if (wants_share_ && x.role != y.role) return x.role == FigureRole::average && y.role == FigureRole::level;
        if (x.whole == b || y.whole == a || x.host == b) return false;  // weighed as a part
        if (x.state != y.state) return false;
        if (has_own_unit(a) != has_own_unit(b)) return has_own_unit(a);
        if (x.fresh != y.fresh && wants_new_ && (x.reached || x.total || y.reached || y.total)) return x.fresh;
        if (x.total_of == b && !x.fresh && known_words(goal_, board_.words(x.label)).empty()) return false;
        if (mine.done != other.done) return mine.done;
        if (is_more(mine.near, other.near)) return !mine.strange;
        if (mine.near != other.near) return false;
        if (y.total_of) return *y.total_of == a;
        if (!mine.near.empty() && mine.strange != other.strange) return other.strange;
        return !mine.strange && is_more(wide_of(a, mine), wide_of(b, other));
    }

    // 全体では2.1%増、生ごみは18.6%減: what rose as a whole did not fall, unless the words of the goal say so.
    bool contradicts(std::size_t a, std::size_t b) const {
        const ReportFigure& x = board_.figures[a];
        const ReportFigure& y = board_.figures[b];
        if (x.role != FigureRole::change || y.role != FigureRole::change || x.rise == y.rise || y.total ||
            starts_with_any(board_.words(y.label), U"総 全") || board_.figure(a).bracketed)
            return false;
        if (board_.quantity(a).unit != board_.quantity(b).unit) return false;
        return !is_more(fit_of(b).near, fit_of(a).near) || (is_strange(b) && !is_strange(a));
    }

    bool has_own_unit(std::size_t f) const { return !features_[f].has(Feature::unit_borrowed); }

    const Board& board_;
    const Goal& goal_;
    std::vector<Features>& features_;
    bool wants_share_;
    bool wants_new_;
    std::vector<Fit> fits_;
};

}  // namespace

void compare_figures(const Board& board, const Goal& goal, std::vector<Features>& features) {
    Comparer(board, goal, features).run();
}

}  // namespace goalsheet::match
