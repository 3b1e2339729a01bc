// SPDX-License-Identifier: MIT
#include "numbers/match_owner.hpp"

#include <algorithm>
#include <map>

#include "numbers/match_fit.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {
namespace {

class Assigner {
public:
    explicit Assigner(Board& board) : board_(board) {}

    void run() {
        std::map<std::vector<std::size_t>, std::vector<std::size_t>> pending;  // figures by the goals they could be of
        for (std::size_t f = 0; f < board_.figures.size(); ++f) {
            if (board_.owner[f]) continue;
            const std::vector<std::size_t> rivals = find_rivals(f);
            if (!assign_by_words(f, rivals) && may_wait(f)) pending[rivals].push_back(f);
        }
        for (const auto& [rivals, figures] : pending) assign_by_order(rivals, figures);
        for (std::size_t f = 0; f < board_.figures.size(); ++f)
            if (!board_.owner[f]) follow_leader(f);
        for (std::size_t f = 0; f < board_.figures.size(); ++f)
            if (board_.owner[f] && !owner_of(f).settled) owner_of(f).figures.push_back(f);
    }

private:
    Goal& owner_of(std::size_t f) { return board_.goals[*board_.owner[f]]; }
    Features& features(std::size_t i, std::size_t f) { return board_.features[i][f]; }

    // The goals that count in the figure's unit. A 累計 is no rival of the year's own figure, nor a change of an
    // amount.
    std::vector<std::size_t> find_rivals(std::size_t f) {
        std::vector<std::size_t> rivals;
        for (std::size_t i = 0; i < board_.goals.size(); ++i) {
            const Features& why = features(i, f);
            const bool same_kind =
                !why.has(Feature::cumulative) && !why.has(Feature::role_change) && !why.has(Feature::role_level);
            if (!board_.goals[i].settled && same_kind && units_fit(board_, board_.goals[i], f)) rivals.push_back(i);
        }
        return rivals;
    }

    bool may_wait(std::size_t f) const {
        const ReportFigure& r = board_.figures[f];
        return !r.labelled && !r.host && !r.total;
    }

    // False: its words do not decide between several goals.
    bool assign_by_words(std::size_t f, const std::vector<std::size_t>& rivals) {
        std::vector<std::size_t> best;
        int most = 0;
        for (const std::size_t i : rivals) {
            Features alone = features(i, f);
            alone.remove(Feature::one_of_parts);
            const int points = rivals.size() > 1 ? score(board_, board_.goals[i], f) : 0;
            const bool own = share_words(board_.goals[i].topic, board_.near_words(f));
            if (points > most && own && alone.has(Feature::outdone))
                best.clear(), most = points;  // it has a better one
            if (!may_be(alone)) continue;
            if (points > most) best.clear();
            most = std::max(most, points);
            if (points == most) best.push_back(i);
        }
        if (best.empty()) return true;  // nobody's: its reasons say why
        const bool alone = rivals.size() == 1;
        if (alone || (rivals.size() > 1 && most > 0 && best.size() == 1)) {
            board_.owner[f] = best.front();
            return true;
        }
        const bool other = rivals.size() == 1 || (board_.figures[f].labelled && most == 0);
        if (other)
            for (const std::size_t i : best) features(i, f).add(Feature::label_other);
        return other;
    }

    // As many figures without words as goals without a figure: the first is the first's.
    void assign_by_order(const std::vector<std::size_t>& rivals, const std::vector<std::size_t>& figures) {
        std::vector<std::size_t> waiting;
        for (const std::size_t i : rivals)
            if (std::none_of(board_.owner.begin(), board_.owner.end(), [&](const auto& o) { return o == i; }))
                waiting.push_back(i);
        bool even = figures.size() == waiting.size();
        for (std::size_t n = 0; even && n < figures.size(); ++n)
            even = may_be(features(waiting[n], figures[n])) &&
                   board_.figures[figures[n]].state == board_.figures[figures[0]].state;
        for (std::size_t n = 0; n < figures.size(); ++n) {
            if (even)
                board_.owner[figures[n]] = waiting[n];
            else
                leave_undecided(rivals, figures[n]);
        }
    }

    void leave_undecided(const std::vector<std::size_t>& rivals, std::size_t f) {
        for (const std::size_t i : rivals)
            if (may_be(features(i, f))) features(i, f).add(Feature::several);
    }

    // （今後10件予定）, 計95件: belongs to the figure it stands behind.
    void follow_leader(std::size_t f) {
        const ReportFigure& r = board_.figures[f];
        std::optional<std::size_t> leader = r.host;
        if (!leader && (r.total || r.state != ReportState::done) && !r.labelled) leader = board_.figure(f).previous;
        if (!leader || *leader >= board_.figures.size() || !board_.owner[*leader]) return;
        if (compare_units(board_.quantity(f).unit, board_.quantity(*leader).unit) == UnitLikeness::different) return;
        const std::size_t i = *board_.owner[*leader];
        Features alone = features(i, f);
        alone.remove(Feature::several);
        if (!may_be(alone)) return;
        features(i, f) = alone;
        board_.owner[f] = i;
    }

    Board& board_;
};

}  // namespace

void assign_figures(Board& board) { Assigner(board).run(); }

}  // namespace goalsheet::match
