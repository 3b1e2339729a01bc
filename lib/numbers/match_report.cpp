// SPDX-License-Identifier: MIT
#include "numbers/match_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "goalsheet/text.hpp"
#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_figures.hpp"
#include "numbers/match_units.hpp"
#include "numbers/progress_dates.hpp"
#include "numbers/progress_exact.hpp"

namespace goalsheet::match {
namespace {

enum class Reason {
    fits,
    unit,
    past,
    target,
    comparison,
    change,
    share,
    achievement,
    cancelled,
    part,
    cumulative,
    increment,
    activity,
    subject,
    other_indicator,
    several,
    whole,
    other
};

Message describe(Reason reason) {
    switch (reason) {
        case Reason::fits:
            return {"目標に対応する", "answers the target"};
        case Reason::unit:
            return {"単位が違う", "another unit"};
        case Reason::past:
            return {"過去の値", "a value of an earlier year"};
        case Reason::target:
            return {"目標・計画の値", "the target said again"};
        case Reason::comparison:
            return {"比べる相手の値", "what another figure is compared with"};
        case Reason::change:
            return {"増減の値", "a change, not an amount"};
        case Reason::share:
            return {"平均・一件当たりの値", "an average or a share"};
        case Reason::achievement:
            return {"達成率・進捗率", "a rate of achievement"};
        case Reason::cancelled:
            return {"中止・延期の分", "cancelled or put off"};
        case Reason::part:
            return {"内数", "part of another figure"};
        case Reason::cumulative:
            return {"年度をまたぐ累計", "a sum over the years"};
        case Reason::increment:
            return {"現状からの増分", "only what has been added"};
        case Reason::activity:
            return {"別の行為の数", "counts something else that was done"};
        case Reason::subject:
            return {"別の内容の数", "its words name something else"};
        case Reason::other_indicator:
            return {"別の指標に対応する", "answers another indicator"};
        case Reason::several:
            return {"対応する数が複数あり、決められない", "several figures could be meant"};
        case Reason::whole:
            return {"内訳のある全体の数", "the whole of which parts are given"};
        case Reason::other:
            break;
    }
    return {"件数などの実績ではない", "no result"};
}

Reason reason_of(Use use) {
    switch (use) {
        case Use::past:
            return Reason::past;
        case Use::target:
            return Reason::target;
        case Use::comparison:
            return Reason::comparison;
        case Use::change:
            return Reason::change;
        case Use::share:
            return Reason::share;
        case Use::achievement:
            return Reason::achievement;
        case Use::cancelled:
            return Reason::cancelled;
        case Use::part:
            return Reason::part;
        case Use::other:
            return Reason::other;
        case Use::candidate:
            break;
    }
    return Reason::fits;
}

bool share_words(const Topic& a, const Topic& b) { return count_shared(a, b) > 0; }

// An indicator with what its words are about.
struct Goal {
    const Indicator* indicator = nullptr;
    Glyphs label;
    Topic topic;
    std::uint64_t activities = 0;
    std::vector<std::size_t> figures;  // assigned
    bool settled = false;              // by names
};

class Matcher {
public:
    Matcher(const std::vector<Indicator>& indicators, std::string_view report, const ReportContext& context)
        : report_(report),
          context_(context),
          text_(read_figures(report)),
          figures_(read_report_figures(text_, context.fiscal_year, kMaxReportFigures)) {
        add_words(context_topic_, fold_glyphs(context.action).text);
        add_words(context_topic_, fold_glyphs(context.item_title).text);
        for (const Indicator& indicator : indicators) goals_.push_back(make_goal(indicator));
        reasons_.assign(goals_.size(), std::vector<Reason>(figures_.size(), Reason::unit));
        owner_.resize(figures_.size());
        matches_.resize(goals_.size());
    }

    std::vector<Match> run() {
        for (std::size_t i = 0; i < goals_.size(); ++i)
            for (std::size_t f = 0; f < figures_.size(); ++f) reasons_[i][f] = fit(goals_[i], figures_[f]);
        settle_by_places();
        assign();
        for (std::size_t i = 0; i < goals_.size(); ++i) {
            if (!goals_[i].settled) choose(i);
            explain(i);
        }
        return std::move(matches_);
    }

private:
    const Figure& figure(std::size_t f) const { return text_.figures[figures_[f].figure]; }
    const Quantity& quantity(std::size_t f) const { return figure(f).quantity; }
    std::u32string_view words(Span span) const { return text_.words(span); }

    Goal make_goal(const Indicator& indicator) const {
        Goal goal;
        goal.indicator = &indicator;
        goal.label = fold_glyphs(indicator.label.empty() ? context_.action : std::string_view(indicator.label));
        goal.topic = find_topic(goal.label.text);
        goal.activities = goal.topic.activities;
        if (counts_people(indicator.target.unit)) goal.activities = activities_of_persons(goal.activities, false);
        return goal;
    }

    // 2件完了（東堰、西堰）: the names show that 件 counts places here.
    static bool counts_named(const Indicator& indicator, const ReportFigure& f, std::string_view unit) {
        return unit == "件" && !f.places.empty() && counts_places(indicator.target.unit);
    }

    bool units_fit(const Goal& goal, const ReportFigure& f) const {
        const Quantity& q = text_.figures[f.figure].quantity;
        const std::string& unit = goal.indicator->target.unit;
        if (compare_units(unit, q.unit) != UnitLikeness::different) return true;
        if (counts_named(*goal.indicator, f, q.unit)) return true;
        return (unit.empty() || q.unit.empty()) && f.labelled && share_words(goal.topic, f.near);
    }

    bool periods_fit(const Quantity& target, const Quantity& q) const {
        return q.per.empty() || q.per == "年" || q.per == target.per || q.per == "人";
    }

    // 67→68団体 against 「1団体から申請」: that one is to be added, it is not the new total.
    bool is_increment(const Goal& goal, const ReportFigure& f) const {
        const Indicator& i = *goal.indicator;
        if (!i.baseline || i.change != Change::none) return false;
        const double step = std::abs(i.target.value.to_double() - i.baseline->value.to_double());
        const double value = text_.figures[f.figure].quantity.value.to_double();
        if (value > step || value * 2 > i.baseline->value.to_double()) return false;
        const Figure& figure = text_.figures[f.figure];
        const auto around = words({figure.head.begin, std::max(figure.tail.end, figure.span.end)});
        return starts_with_any(words(figure.tail), U"から が新 の新 の申請 の加入 の増") ||
               contains_any(around, U"申請 新規 新た 追加 加入 設立 新設 増");
    }

    // What was done to the figure is not what the target counts. Persons who took part answer only a target that speaks
    // of taking part, or one whose own words stand beside them.
    bool does_other(const Goal& goal, const ReportFigure& f) const {
        const bool people = counts_people(goal.indicator->target.unit);
        if (goal.activities == 0)
            return people && is_attendance(f.activities) && !goal.topic.words.empty() &&
                   !share_words(goal.topic, f.near);
        if (f.activities == 0 || (goal.activities & f.activities) != 0) return false;
        if (is_kind_of_support(f.activities, goal.activities)) return false;
        return !(is_aid_for_works(f.activities, goal.activities) && contains_head(f.near, goal.topic));
    }

    // 1,200時間 of 削減時間 against 632時間削減
    static bool names_change(const Goal& goal, std::u32string_view behind) {
        bool named = false;
        for_each_word(U"削減 縮減 短縮 低減 減少 増加 増設", [&](std::u32string_view word) {
            named = named || (behind.starts_with(word) && goal.label.text.find(word) != std::u32string::npos);
        });
        return named;
    }

    Reason fit(const Goal& goal, const ReportFigure& f) const {
        const Indicator& i = *goal.indicator;
        const Quantity& q = text_.figures[f.figure].quantity;
        if (!units_fit(goal, f)) return Reason::unit;
        if (i.change != Change::none)
            return f.use == Use::change && f.rise == (i.change == Change::rise) ? Reason::fits
                   : f.use == Use::candidate                                    ? Reason::other
                                                                                : reason_of(f.use);
        if (f.use == Use::achievement && contains_any(goal.label.text, U"達成率 達成度 進捗 執行率"))
            return Reason::fits;
        if (f.use == Use::share && contains_any(goal.label.text, U"平均 当たり あたり")) return Reason::fits;
        if (f.use == Use::part) return fit_part(goal, f);
        const bool named_change = f.use == Use::change && names_change(goal, words(text_.figures[f.figure].tail));
        if (f.use != Use::candidate && !named_change) return reason_of(f.use);
        if (!periods_fit(i.target, q)) return Reason::share;
        if (f.cumulative != (i.target.modifier == "累計")) return Reason::cumulative;
        if (does_other(goal, f)) return Reason::activity;
        if (is_increment(goal, f)) return Reason::increment;
        return Reason::fits;
    }

    // A part answers where its own words are the target's (うち新規12件), where it is what was reached of the whole
    // that was promised (5件のうち3件完了), or where the whole runs over the years (累計45件、うち今年度12件).
    Reason fit_part(const Goal& goal, const ReportFigure& f) const {
        if (does_other(goal, f)) return Reason::activity;
        if (goal.indicator->target.role == QuantityRole::part) return Reason::fits;
        if (!f.whole || *f.whole >= figures_.size()) return Reason::fits;
        const ReportFigure& whole = figures_[*f.whole];
        if (whole.cumulative)
            return contains_any(words(figure(f.figure).head), U"今年度 本年度 当年度 今期") ? Reason::fits
                                                                                            : Reason::part;
        if (is_promised_whole(goal, *f.whole) && f.state != ReportState::planned) return Reason::fits;
        Topic own = f.near;
        return count_shared(goal.topic, own) > 0 && !share_words(own, whole.near) &&
                       count_shared(goal.topic, own) >= count_shared(goal.topic, whole.near)
                   ? Reason::fits
                   : Reason::part;
    }

    // The whole says again what was to be done, and a part of it what was.
    bool is_promised_whole(const Goal& goal, std::size_t whole) const {
        const Quantity& q = quantity(whole);
        const bool same = compare_exact(q.value, goal.indicator->target.value) == 0;
        const bool promised =
            contains_any(words(figure(whole).head), U"予定 計画 対象 全") || figures_[whole].use == Use::target;
        return (same && starts_with_any(words(figure(whole).tail), U"のうち うち の内 中")) || promised;
    }

    // Words of both, their activities and, last, words of the wider text.
    int score(const Goal& goal, const ReportFigure& f) const {
        int points = 4 * count_shared(goal.topic, f.near) + count_shared(goal.topic, f.far);
        if ((goal.activities & f.activities) != 0) points += 3;
        return points;
    }

    // ---- by names
    // -----------------------------------------------------------------------------------------------------

    static std::size_t count_names(const std::vector<std::string>& wanted, const std::vector<std::string>& named) {
        return static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](const std::string& name) {
            return std::find(named.begin(), named.end(), name) != named.end();
        }));
    }

    // Where target and report both list names, the names are counted: 3箇所（東堰、西堰、南池） against
    // 2件完了（東堰、西堰）.
    void settle_by_places() {
        for (std::size_t i = 0; i < goals_.size(); ++i) {
            const auto& places = goals_[i].indicator->places;
            if (!places.empty()) settle_by_places(i, places);
        }
    }

    void settle_by_places(std::size_t i, const std::vector<std::string>& places) {
        std::size_t counts[4] = {};
        std::string unit;
        std::vector<std::size_t> from;
        for (std::size_t f = 0; f < figures_.size(); ++f) {
            if (reasons_[i][f] != Reason::fits) continue;
            const std::size_t n = count_names(places, figures_[f].places);
            if (n == 0) continue;
            counts[static_cast<std::size_t>(state_for(goals_[i], f))] += n;
            unit = quantity(f).unit;
            from.push_back(f);
        }
        for (const ReportState state : {ReportState::done, ReportState::ongoing, ReportState::planned}) {
            const std::size_t n = counts[static_cast<std::size_t>(state)];
            if (n == 0) continue;
            Match& match = matches_[i];
            match.result = Decimal{static_cast<std::int64_t>(n), 0};
            match.unit = unit;
            match.state = state;
            goals_[i].settled = true;
            goals_[i].figures = from;
            note_units(i, unit);
            add_note(i, {"列記された箇所名で数えた", "counted by the names listed"});
            for (const std::size_t f : from) owner_[f] = i;
            return;
        }
    }

    // ---- which figure is whose
    // ----------------------------------------------------------------------------------------

    void assign() {
        std::vector<std::size_t> pending;
        for (std::size_t f = 0; f < figures_.size(); ++f)
            if (!owner_[f] && !assign_by_words(f) && may_wait(f)) pending.push_back(f);
        assign_by_order(pending);
        for (std::size_t f = 0; f < figures_.size(); ++f)
            if (!owner_[f]) follow_host(f);
        for (std::size_t f = 0; f < figures_.size(); ++f)
            if (owner_[f] && !goals_[*owner_[f]].settled) goals_[*owner_[f]].figures.push_back(f);
    }

    std::vector<std::size_t> rivals(std::size_t f) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < goals_.size(); ++i)
            if (!goals_[i].settled && units_fit(goals_[i], figures_[f]) && same_kind(i, f)) found.push_back(i);
        return found;
    }
    // A 累計 is no rival of the year's own figure, nor a change of an amount.
    bool same_kind(std::size_t i, std::size_t f) const {
        const Reason reason = reasons_[i][f];
        return reason != Reason::cumulative && reason != Reason::change && reason != Reason::other;
    }

    bool may_wait(std::size_t f) const { return !figures_[f].labelled && !figures_[f].host && !figures_[f].total; }

    bool assign_by_words(std::size_t f) {
        const std::vector<std::size_t> all = rivals(f);
        std::vector<std::size_t> best;
        int most = 0;
        for (const std::size_t i : all) {
            if (reasons_[i][f] != Reason::fits) continue;
            const int points = score(goals_[i], figures_[f]);
            if (points > most) best.clear();
            most = std::max(most, points);
            if (points == most) best.push_back(i);
        }
        if (best.empty()) return true;  // nobody's: its reasons say why
        if (all.size() == 1) {
            if (names_something_else(goals_[best.front()], f))
                reasons_[best.front()][f] = Reason::subject;
            else
                owner_[f] = best.front();
            return true;
        }
        if (most > 0 && best.size() == 1) {
            owner_[f] = best.front();
            return true;
        }
        if (figures_[f].labelled && most == 0)
            for (const std::size_t i : best) reasons_[i][f] = Reason::subject;
        return figures_[f].labelled && most == 0;
    }

    // A figure with a noun of its own that the target does not know. 団体 or アカウント say themselves what they count,
    // and a list that ends in 等 may have meant it.
    bool names_something_else(const Goal& goal, std::size_t f) const {
        const ReportFigure& r = figures_[f];
        if (!r.labelled || goal.label.text.empty() || goal.topic.open || score(goal, r) > 0) return false;
        if (const Span label = find_label(text_, figure(f).head);
            label.end - label.begin <= 4 && when_of(f) == When::order)
            return false;  // 春コース
        if (!is_generic_unit(goal.indicator->target.unit) || goal.topic.words.empty()) return false;
        return !r.near.words.empty() && !share_words(context_topic_, r.near);
    }

    // As many figures without words as indicators without a figure: the first is the first's.
    void assign_by_order(const std::vector<std::size_t>& pending) {
        for (const std::size_t first : pending) {
            if (owner_[first]) continue;
            std::vector<std::size_t> waiting;
            for (const std::size_t i : rivals(first))
                if (reasons_[i][first] == Reason::fits &&
                    std::none_of(owner_.begin(), owner_.end(), [&](const auto& o) { return o == i; }))
                    waiting.push_back(i);
            std::vector<std::size_t> same;
            for (const std::size_t f : pending)
                if (!owner_[f] && rivals(f) == rivals(first)) same.push_back(f);
            const bool even =
                same.size() == waiting.size() && std::all_of(same.begin(), same.end(), [&](std::size_t f) {
                    return figures_[f].state == figures_[same.front()].state;
                });
            for (std::size_t n = 0; n < same.size(); ++n) {
                if (even && reasons_[waiting[n]][same[n]] == Reason::fits)
                    owner_[same[n]] = waiting[n];
                else
                    for (const std::size_t i : rivals(same[n]))
                        if (reasons_[i][same[n]] == Reason::fits) reasons_[i][same[n]] = Reason::several;
            }
        }
    }

    // （今後10件予定）, 計95件: belongs to the figure it stands behind.
    void follow_host(std::size_t f) {
        const ReportFigure& r = figures_[f];
        std::optional<std::size_t> leader = r.host;
        if (!leader && (r.total || r.state != ReportState::done) && !r.labelled) leader = figure(f).previous;
        if (!leader || *leader >= figures_.size() || !owner_[*leader]) return;
        const std::size_t i = *owner_[*leader];
        if (compare_units(quantity(f).unit, quantity(*leader).unit) == UnitLikeness::different) return;
        if (reasons_[i][f] == Reason::fits || reasons_[i][f] == Reason::several) owner_[f] = i;
    }

    // ---- one result out of an indicator's figures
    // ---------------------------------------------------------------------

    // 発注済 of works that are to be finished: begun, not done.
    ReportState state_for(const Goal& goal, std::size_t f) const {
        const ReportFigure& r = figures_[f];
        const bool is_start = contains_any(goal.label.text, U"発注 契約 着手 着工 入札 設計 説明 測量 用地 協議");
        return r.state == ReportState::done && r.only_started && !is_start ? ReportState::ongoing : r.state;
    }

    struct Pick {
        std::vector<std::size_t> from;
        std::optional<Decimal> value;
        bool several = false;
    };

    void choose(std::size_t i) {
        std::vector<std::size_t> all = goals_[i].figures;
        std::optional<Decimal> whole;
        drop_wholes_and_parts(i, all, whole);
        Pick picks[4];
        for (const ReportState state : {ReportState::done, ReportState::ongoing, ReportState::planned}) {
            std::vector<std::size_t> group;
            for (const std::size_t f : all)
                if (state_for(goals_[i], f) == state) group.push_back(f);
            picks[static_cast<std::size_t>(state)] = pick(i, group);
        }
        for (const ReportState state : {ReportState::done, ReportState::ongoing, ReportState::planned}) {
            const Pick& best = picks[static_cast<std::size_t>(state)];
            if (best.several) return mark_several(i, all);
            if (!best.value) continue;
            take(i, best, state);
            if (state != ReportState::planned) project(i, all, picks, whole);
            return;
        }
    }

    void mark_several(std::size_t i, const std::vector<std::size_t>& all) {
        for (const std::size_t f : all) reasons_[i][f] = Reason::several;
        goals_[i].figures.clear();
    }

    void take(std::size_t i, const Pick& best, ReportState state) {
        Match& match = matches_[i];
        match.result = best.value;
        match.state = state;
        match.unit = quantity(best.from.front()).unit;
        note_units(i, match.unit);
        if (best.from.size() > 1) {
            std::string parts;
            for (const std::size_t f : best.from) parts += (parts.empty() ? "" : "＋") + quantity(f).value.to_text();
            add_note(i, {fmt::format("{} の合計", parts), fmt::format("sum of {}", parts)});
        }
        for (const std::size_t f : goals_[i].figures)
            if (std::find(best.from.begin(), best.from.end(), f) == best.from.end() && reasons_[i][f] == Reason::fits)
                reasons_[i][f] = Reason::other;
        goals_[i].figures = best.from;
    }

    // A stated sum of all that is to come, the whole whose parts were given, or what is done and what is planned
    // together.
    void project(std::size_t i, const std::vector<std::size_t>& all, const Pick (&picks)[4],
                 const std::optional<Decimal>& whole) {
        Match& match = matches_[i];
        for (const std::size_t f : all) {
            if (figures_[f].total && figures_[f].state == ReportState::planned) {
                match.projected = quantity(f).value;
                return;
            }
        }
        if (whole) {
            match.projected = whole;
            return;
        }
        const Pick& planned = picks[static_cast<std::size_t>(ReportState::planned)];
        if (!planned.value || quantity(planned.from.front()).unit != match.unit) return;
        std::optional<Decimal> sum = add_exact(*match.result, *planned.value);
        const Pick& ongoing = picks[static_cast<std::size_t>(ReportState::ongoing)];
        if (sum && match.state == ReportState::done && ongoing.value) sum = add_exact(*sum, *ongoing.value);
        match.projected = sum;
    }

    // Between a figure and the figures in its bracket: parts are not counted twice.
    void drop_wholes_and_parts(std::size_t i, std::vector<std::size_t>& all, std::optional<Decimal>& whole) {
        const std::vector<std::size_t> before = all;
        for (const std::size_t h : before) {
            std::vector<std::size_t> inner;
            for (const std::size_t f : before)
                if ((figures_[f].host == h || (figures_[f].use == Use::part && figures_[f].whole == h)) && f != h)
                    inner.push_back(f);
            if (inner.empty()) continue;
            if (keeps_parts(i, h, inner)) {
                drop(i, all, {h}, Reason::whole);
                const bool open = std::any_of(inner.begin(), inner.end(),
                                              [&](std::size_t f) { return figures_[f].state != ReportState::done; });
                if (open || figures_[h].state == ReportState::planned || is_promised_whole(goals_[i], h))
                    whole = quantity(h).value;
            } else {
                std::vector<std::size_t> done;
                for (const std::size_t f : inner)
                    if (figures_[f].state != ReportState::planned || figures_[f].use == Use::part) done.push_back(f);
                drop(i, all, done, Reason::part);
            }
        }
        for (const std::size_t f : before) {
            if (figures_[f].use != Use::part || !figures_[f].whole) continue;
            const auto h = std::find(all.begin(), all.end(), *figures_[f].whole);
            if (h != all.end() && std::find(all.begin(), all.end(), f) != all.end() && figures_[f].host != *h)
                drop(i, all, {*h}, Reason::whole);
        }
    }

    // The parts speak where the whole is only planned, was only promised, or is the sum of done and undone.
    bool keeps_parts(std::size_t i, std::size_t h, const std::vector<std::size_t>& inner) const {
        const bool has_done = std::any_of(inner.begin(), inner.end(),
                                          [&](std::size_t f) { return figures_[f].state == ReportState::done; });
        if (figures_[h].state == ReportState::planned && has_done) return true;
        if (inner.size() == 1 && figures_[inner.front()].use == Use::part)
            return reasons_[i][inner.front()] == Reason::fits && goals_[i].indicator->target.role != QuantityRole::part;
        Decimal sum;
        for (const std::size_t f : inner) sum = add_exact(sum, quantity(f).value).value_or(sum);
        const bool mixed = std::any_of(inner.begin(), inner.end(),
                                       [&](std::size_t f) { return figures_[f].state != ReportState::done; });
        return mixed && inner.size() > 1 && compare_exact(sum, quantity(h).value) == 0;
    }

    void drop(std::size_t i, std::vector<std::size_t>& all, const std::vector<std::size_t>& gone, Reason reason) {
        for (const std::size_t f : gone) {
            std::erase(all, f);
            reasons_[i][f] = reason;
        }
    }

    // One figure of those in one state: the only one, the sum that is stated, the one whose words fit best, or the sum
    // of instalments.
    Pick pick(std::size_t i, const std::vector<std::size_t>& group) const {
        if (group.empty()) return {};
        if (group.size() == 1) return {group, quantity(group.front()).value, false};
        if (const auto total = find_total(group)) return {{*total}, quantity(*total).value, false};
        if (const auto sum = add_instalments(group)) return *sum;
        if (const auto best = find_best(i, group)) return {{*best}, quantity(*best).value, false};
        const bool equal = std::all_of(group.begin(), group.end(), [&](std::size_t f) {
            return compare_exact(quantity(f).value, quantity(group.front()).value) == 0;
        });
        if (equal && figure(group[0]).clause != figure(group[1]).clause)
            return {{group.front()}, quantity(group.front()).value, false};
        return {{}, std::nullopt, true};
    }

    std::optional<std::size_t> find_total(const std::vector<std::size_t>& group) const {
        std::optional<std::size_t> total;
        for (const std::size_t f : group) {
            if (!figures_[f].total) continue;
            if (total) return std::nullopt;
            total = f;
        }
        if (total) return is_sum(*total, group) ? total : std::nullopt;
        for (const std::size_t f : group) {  // 5回（…）beside 2回 and 3回
            Decimal rest;
            for (const std::size_t other : group)
                if (other != f) rest = add_exact(rest, quantity(other).value).value_or(rest);
            if (group.size() > 2 && compare_exact(rest, quantity(f).value) == 0) return f;
        }
        return std::nullopt;
    }

    // The other figures are its parts: they make it up, or are some of several (3件、4件ほか 計10件).
    bool is_sum(std::size_t total, const std::vector<std::size_t>& group) const {
        Decimal rest;
        for (const std::size_t f : group)
            if (f != total) rest = add_exact(rest, quantity(f).value).value_or(rest);
        const int order = compare_exact(rest, quantity(total).value);
        return order == 0 || (order < 0 && group.size() > 2);
    }

    // Figures that differ only in when or where: 7月2回、9月1回; 第1回35人、第2回42人; 東会場20人、西会場15人.
    std::optional<Pick> add_instalments(const std::vector<std::size_t>& group) const {
        if (!adds_up(quantity(group.front()).unit)) return std::nullopt;
        Pick sum;
        sum.value = Decimal{};
        for (const std::size_t f : group) {
            if (!is_instalment(f, group)) return std::nullopt;
            if (quantity(f).unit != quantity(group.front()).unit) return std::nullopt;
            const auto next = add_exact(*sum.value, quantity(f).value);
            if (!next) return std::nullopt;
            sum.value = next;
            sum.from.push_back(f);
        }
        return sum;
    }

    enum class When { none, date, order, place };

    When when_of(std::size_t f) const {
        const Figure& fig = figure(f);
        for (const Span span : {fig.head, fig.note}) {
            const auto around = words(span);
            if (contains_any(around,
                             U"第1回 第2回 第3回 第4回 第5回 第一回 第二回 第三回 1回目 2回目 3回目 4回目 前期 後期 "
                             U"春季 夏季 秋季 冬季 春 夏 秋 冬 午前 午後 上半期 下半期 前半 後半 初回"))
                return When::order;
            for (std::size_t n = 0; n + 1 < around.size(); ++n)
                if (is_digit(around[n]) && (around[n + 1] == U'月' || around[n + 1] == U'/')) return When::date;
        }
        if (!figures_[f].places.empty()) return When::place;
        return ends_with_any(words(find_label(text_, fig.head)),
                             U"会場 地区 地域 支所 公民館 小学校 中学校 校 会場分 部会 コース 組")
                   ? When::place
                   : When::none;
    }

    bool is_instalment(std::size_t f, const std::vector<std::size_t>& group) const {
        const When when = when_of(f);
        return when != When::none && when == when_of(group.front());
    }

    std::optional<std::size_t> find_best(std::size_t i, const std::vector<std::size_t>& group) const {
        std::vector<std::pair<int, std::size_t>> ranked;
        for (const std::size_t f : group) ranked.emplace_back(score(goals_[i], figures_[f]), f);
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        const ReportFigure& first = figures_[ranked[0].second];
        const ReportFigure& second = figures_[ranked[1].second];
        const bool clear = ranked[0].first >= ranked[1].first + kClearLead && first.labelled;
        const bool other_subject = second.worded && count_shared(goals_[i].topic, second.near) == 0;
        if (clear && other_subject && !goals_[i].topic.open) return ranked[0].second;
        return std::nullopt;
    }
    static constexpr int kClearLead = 4;  // one more word of its own in common

    // ---- what to say of it
    // --------------------------------------------------------------------------------------------

    void add_note(std::size_t i, const Message& more) {
        Message& note = matches_[i].note;
        note.ja += (note.ja.empty() ? "" : "、") + more.ja;
        note.en += (note.en.empty() ? "" : ", ") + more.en;
    }

    void note_units(std::size_t i, const std::string& unit) {
        const std::string& wanted = goals_[i].indicator->target.unit;
        if (compare_units(wanted, unit) == UnitLikeness::same) return;
        const std::string pair = wanted + "/" + unit;
        add_note(i, {"単位 " + pair, "units " + pair});
    }

    std::string written(std::size_t f) const {
        const Figure& fig = figure(f);
        const Span label = find_label(text_, fig.head);
        const bool near = !label.empty() && label.end - label.begin <= 20 && fig.span.begin - label.begin <= 24;
        Span all{near ? label.begin : fig.span.begin, fig.span.end};
        const std::size_t most = std::min(fig.tail.end, fig.span.end + 14);
        while (all.end < most &&
               std::u32string_view(U" (、\n").find(text_.glyphs.text[all.end]) == std::u32string_view::npos)
            ++all.end;
        return std::string(text_.written(all));
    }

    void explain(std::size_t i) {
        Match& match = matches_[i];
        Reason why = Reason::unit;
        std::size_t whose = 0;
        for (std::size_t f = 0; f < figures_.size(); ++f) {
            const auto& mine = goals_[i].figures;
            const bool taken = match.result && std::find(mine.begin(), mine.end(), f) != mine.end();
            Reason reason = reasons_[i][f];
            if (!taken && reason == Reason::fits)
                reason = owner_[f] && *owner_[f] != i ? Reason::other_indicator : Reason::several;
            match.evidence.push_back({written(f), taken, describe(taken ? Reason::fits : reason)});
            if (rank(reason) > rank(why)) why = reason, whose = f;
        }
        match.mentioned = match.result || mentions(i);
        match.as_of = find_as_of(i);
        if (match.result || report_.empty()) return;
        if (figures_.empty()) return add_note(i, {"報告に数値がない", "the report gives no number"});
        if (why == Reason::other_indicator)
            return add_note(i, {"この指標の数値がない", "no number for this indicator"});
        if (why == Reason::unit) return add_note(i, {"単位の合う数値がない", "no number in a fitting unit"});
        const Message words = describe(why);
        add_note(i, {fmt::format("「{}」は{}", written(whose), words.ja),
                     fmt::format("\"{}\": {}", written(whose), words.en)});
    }

    // The reason nearest to a match is the one to tell.
    static int rank(Reason reason) {
        switch (reason) {
            case Reason::unit:
                return 0;
            case Reason::other_indicator:
                return 1;
            case Reason::several:
                return 4;
            case Reason::subject:
            case Reason::activity:
            case Reason::increment:
                return 3;
            default:
                return 2;
        }
    }

    // The day the taken figure is of; else the one day the report names.
    std::optional<Date> find_as_of(std::size_t i) const {
        if (context_.fiscal_year == 0) return std::nullopt;
        if (matches_[i].result && !goals_[i].figures.empty()) {
            const Figure& taken = figure(goals_[i].figures.back());
            const Span around{taken.head.empty() ? taken.span.begin : taken.head.begin,
                              std::max(taken.span.end, taken.tail.end)};
            if (const auto day = find_as_of_day(text_.glyphs, around, context_.fiscal_year)) return day;
        }
        return find_as_of_day(text_.glyphs, {0, std::min<std::size_t>(text_.glyphs.size(), 4000)},
                              context_.fiscal_year);
    }

    // Its words stand somewhere in the report, with or without a figure.
    bool mentions(std::size_t i) const {
        Topic all;
        constexpr std::size_t kMost = 4000;
        add_words(all, std::u32string_view(text_.glyphs.text).substr(0, kMost));
        return share_words(goals_[i].topic, all) || goals_.size() == 1;
    }

    std::string_view report_;
    ReportContext context_;
    FigureText text_;
    std::vector<ReportFigure> figures_;
    Topic context_topic_;
    std::vector<Goal> goals_;
    std::vector<std::vector<Reason>> reasons_;       // [goal][figure]
    std::vector<std::optional<std::size_t>> owner_;  // of each figure
    std::vector<Match> matches_;
};

}  // namespace

std::vector<Match> match_report(const std::vector<Indicator>& indicators, std::string_view report,
                                const ReportContext& context) {
    return Matcher(indicators, report, context).run();
}

}  // namespace goalsheet::match
