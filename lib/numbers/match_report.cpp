// SPDX-License-Identifier: MIT
#include "numbers/match_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "dates/report_dates.hpp"
#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_board.hpp"
#include "numbers/match_fit.hpp"
#include "numbers/match_frames.hpp"
#include "numbers/match_owner.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/quantity/unreadable.hpp"
#include "numbers/word_lists.hpp"
#include "text/display.hpp"

namespace goalsheet::match {
namespace {

constexpr ReportState kBestFirst[] = {ReportState::done, ReportState::ongoing, ReportState::planned};

std::size_t count_names(const std::vector<std::string>& wanted, const std::vector<std::string>& named) {
    return static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](const std::string& name) {
        return std::find(named.begin(), named.end(), name) != named.end();
    }));
}

void add_note(Match& match, const Message& more) {
    match.note.ja += (match.note.ja.empty() ? "" : "、") + more.ja;
    match.note.en += (match.note.en.empty() ? "" : ", ") + more.en;
}

class Matcher {
public:
    Matcher(const std::vector<Indicator>& indicators, const ReportReading& report, const ReportContext& context)
        : board_(indicators, report, context), matches_(indicators.size()), tied_(indicators.size()) {}

    std::vector<Match> run() {
        for (std::size_t i = 0; i < board_.goals.size(); ++i) settle_by_places(i);
        assign_figures(board_);
        for (std::size_t i = 0; i < board_.goals.size(); ++i) {
            if (!board_.goals[i].settled) choose_result(i);
            if (board_.context.trace) trace_others(i);
            explain(i);
        }
        return std::move(matches_);
    }

private:
    const ReportFigure& figure(std::size_t f) const { return board_.figures[f]; }
    const Quantity& quantity(std::size_t f) const { return board_.quantity(f); }

    // Where target and report both list names, the names are counted: 3箇所（東堰、西堰、南池） against
    // 2件完了（東堰、西堰）.
    void settle_by_places(std::size_t i) {
        Goal& goal = board_.goals[i];
        std::size_t counts[4] = {};
        for (std::size_t f = 0; f < board_.figures.size(); ++f) {
            const std::size_t n =
                may_be(board_.features[i][f]) ? count_names(goal.indicator->places, figure(f).places) : 0;
            counts[static_cast<std::size_t>(state_for(board_, goal, f))] += n;
            if (n != 0) goal.figures.push_back(f);
        }
        for (const ReportState state : kBestFirst) {
            const std::size_t n = counts[static_cast<std::size_t>(state)];
            if (n == 0 || goal.settled) continue;
            goal.settled = true;
            matches_[i].result = Decimal{static_cast<std::int64_t>(n), 0};
            matches_[i].state = state;
            matches_[i].confidence = confidence_of(board_.features[i][goal.figures.front()].score());
            matches_[i].frame = frame_words(Frame::names);
            set_unit(i, quantity(goal.figures.front()).unit);
            add_note(matches_[i], {"列記された箇所名で数えた", "counted by the names listed"});
            for (const std::size_t f : goal.figures) board_.owner[f] = i;
        }
    }

    // One result out of a goal's figures: what is done, else what is under way, else what is planned.
    void choose_result(std::size_t i) {
        Goal& goal = board_.goals[i];
        std::vector<std::size_t> all = goal.figures;
        const std::optional<Decimal> whole = drop_wholes_and_parts(i, all);
        Choice choices[4];
        for (const ReportState state : kBestFirst) {
            std::vector<std::size_t> group;
            for (const std::size_t f : all)
                if (state_for(board_, goal, f) == state) group.push_back(f);
            const std::vector<Explanation> readings = match::explain(board_, goal, group);
            if (board_.context.trace) trace(i, readings);
            choices[static_cast<std::size_t>(state)] = choose(board_, readings);
        }
        for (const ReportState state : kBestFirst) {
            const Choice& choice = choices[static_cast<std::size_t>(state)];
            if (!choice.best || is_foreign_beside(goal, choices, state)) continue;
            if (choice.tied) return mark_several(i, all, choice);
            take(i, choice, state);
            if (state != ReportState::planned) project(i, all, choices, whole);
            return;
        }
        goal.figures.clear();
    }

    // 隊員3人が活動中。定住者は5人: what names something else does not go before what the goal itself names.
    bool is_foreign_beside(const Goal& goal, const Choice (&choices)[4], ReportState state) const {
        const auto& ongoing = choices[static_cast<std::size_t>(ReportState::ongoing)].best;
        const auto& done = choices[static_cast<std::size_t>(ReportState::done)].best;
        if (state != ReportState::done || !ongoing || !done) return false;
        const Features& own = ongoing->features;
        if (!own.has(Feature::label_same) && !own.has(Feature::label_words)) return false;
        const ReportFigure& other = figure(done->figures.front());
        const auto said = board_.words(other.label.empty() ? other.about : other.label);
        const bool foreign = !said.empty() && !is_generic_label(said) && !ends_with(WordList::result_label, said) &&
                             !share_words(goal.topic, find_topic(said));
        return foreign || done->features.has(Feature::label_foreign);
    }

    void trace(std::size_t i, const std::vector<Explanation>& readings) {
        for (const Explanation& reading : readings)
            matches_[i].readings.push_back({reading.value, reading.features.names()});
    }

    // Figures that no goal could own.
    void trace_others(std::size_t i) {
        for (std::size_t f = 0; f < board_.figures.size(); ++f)
            if (!board_.owner[f] && !board_.features[i][f].has(Feature::unit_other))
                matches_[i].readings.push_back({quantity(f).value, board_.features[i][f].names()});
    }

    void mark_several(std::size_t i, const std::vector<std::size_t>& all, const Choice& choice) {
        for (const std::size_t f : all) board_.features[i][f].add(Feature::several);
        board_.goals[i].figures.clear();
        tied_[i] = Message{fmt::format("「{}」とも「{}」とも読める", written(choice.best->figures.front()),
                                       written(choice.second->figures.front())),
                           fmt::format("may be \"{}\" or \"{}\"", written(choice.best->figures.front()),
                                       written(choice.second->figures.front()))};
    }

    void take(std::size_t i, const Choice& choice, ReportState state) {
        const Explanation& best = *choice.best;
        Match& match = matches_[i];
        match.result = best.value;
        match.state = state;
        match.confidence = confidence_of(best.score());
        match.frame = frame_words(best.frame);
        if (choice.second)
            match.second = {written(choice.second->figures.front()), confidence_of(choice.second->score())};
        set_unit(i, quantity(best.figures.front()).unit);
        if (best.figures.size() > 1) {
            std::string parts;
            for (const std::size_t f : best.figures) parts += (parts.empty() ? "" : "＋") + quantity(f).value.to_text();
            add_note(match, {fmt::format("{} の合計", parts), fmt::format("sum of {}", parts)});
        }
        for (const std::size_t f : board_.goals[i].figures)
            if (std::find(best.figures.begin(), best.figures.end(), f) == best.figures.end() &&
                may_be(board_.features[i][f]))
                board_.features[i][f].add(Feature::of_total);
        board_.goals[i].figures = best.figures;
    }

    void set_unit(std::size_t i, const std::string& unit) {
        const std::string& wanted = board_.goals[i].indicator->target.unit;
        matches_[i].unit = unit.empty() ? wanted : unit;  // a bare figure is in the target's unit
        if (unit.empty() || wanted.empty()) return;
        if (compare_units(wanted, unit) == UnitLikeness::same) return;
        add_note(matches_[i], {fmt::format("単位 {}/{}", wanted, unit), fmt::format("units {}/{}", wanted, unit)});
    }

    // A stated sum of all that is to come, the whole whose parts were given, or what is done and what is planned
    // together.
    void project(std::size_t i, const std::vector<std::size_t>& all, const Choice (&choices)[4],
                 const std::optional<Decimal>& whole) {
        Match& match = matches_[i];
        const auto stated = std::find_if(all.begin(), all.end(), [&](std::size_t f) {
            return figure(f).total && figure(f).state == ReportState::planned;
        });
        if (stated != all.end())
            match.projected = quantity(*stated).value;
        else if (whole)
            match.projected = whole;
        const auto& planned = choices[static_cast<std::size_t>(ReportState::planned)].best;
        if (match.projected || !planned || quantity(planned->figures.front()).unit != match.unit) return;
        match.projected = add_exact(*match.result, planned->value);
        const auto& ongoing = choices[static_cast<std::size_t>(ReportState::ongoing)].best;
        if (match.projected && match.state == ReportState::done && ongoing)
            match.projected = add_exact(*match.projected, ongoing->value);
    }

    std::vector<std::size_t> parts_of(std::size_t h, const std::vector<std::size_t>& all) const {
        std::vector<std::size_t> parts;
        for (const std::size_t f : all)
            if (f != h && figure(f).role != FigureRole::average &&
                (figure(f).host == h || (figure(f).role == FigureRole::part && figure(f).whole == h)))
                parts.push_back(f);
        return parts;
    }

    // Between a figure and the figures in its bracket: parts are not counted twice. Gives the whole where it is still
    // to come.
    std::optional<Decimal> drop_wholes_and_parts(std::size_t i, std::vector<std::size_t>& all) {
        std::optional<Decimal> whole;
        const std::vector<std::size_t> before = all;
        for (const std::size_t h : before) {
            std::vector<std::size_t> parts = parts_of(h, before);
            if (parts.empty()) continue;
            if (keeps_parts(i, h, parts)) {
                drop(i, all, h, Feature::role_whole);
                for (const std::size_t f : parts) board_.features[i][f].remove(Feature::bracket);
                if (!are_done(parts) || figure(h).state == ReportState::planned) whole = quantity(h).value;
                continue;
            }
            for (const std::size_t f : parts)
                if (figure(f).state != ReportState::planned || figure(f).role == FigureRole::part)
                    drop(i, all, f, Feature::role_part);
        }
        return whole;
    }

    bool are_done(const std::vector<std::size_t>& parts) const {
        return std::all_of(parts.begin(), parts.end(),
                           [&](std::size_t f) { return figure(f).state == ReportState::done; });
    }

    // The parts speak where the whole is only planned, was only promised, or is the sum of done and undone.
    bool keeps_parts(std::size_t i, std::size_t h, const std::vector<std::size_t>& parts) const {
        const bool some_done = std::any_of(parts.begin(), parts.end(),
                                           [&](std::size_t f) { return figure(f).state == ReportState::done; });
        if (figure(h).state == ReportState::planned && some_done) return true;
        const bool asked = board_.goals[i].indicator->target.role == QuantityRole::part;
        if (figure(parts.front()).role == FigureRole::part)
            return board_.features[i][parts.front()].has(Feature::frame_part) && !asked;
        Decimal sum;
        for (const std::size_t f : parts) sum = add_exact(sum, quantity(f).value).value_or(sum);
        return !are_done(parts) && parts.size() > 1 && compare_exact(sum, quantity(h).value) == 0;
    }

    void drop(std::size_t i, std::vector<std::size_t>& all, std::size_t f, Feature reason) {
        std::erase(all, f);
        board_.features[i][f].add(reason);
    }

    // The figure with its label and the words behind it, as written.
    std::string written(std::size_t f) const {
        const Figure& place = board_.figure(f);
        const Span label = board_.figures[f].label;
        const bool near = !label.empty() && label.end - label.begin <= 20 && place.span.begin - label.begin <= 24;
        Span all{near ? label.begin : place.span.begin, place.span.end};
        const std::size_t most = std::min(place.tail.end, place.span.end + 14);
        while (all.end < most &&
               std::u32string_view(U" (、\n").find(board_.text.glyphs.text[all.end]) == std::u32string_view::npos)
            ++all.end;
        return std::string(board_.text.written(all));
    }

    void explain(std::size_t i) {
        Match& match = matches_[i];
        Feature nearest = Feature::unit_other;
        std::string words;
        for (std::size_t f = 0; f < board_.figures.size(); ++f) {
            const auto& mine = board_.goals[i].figures;
            const bool taken = match.result && std::find(mine.begin(), mine.end(), f) != mine.end();
            Feature reason = board_.features[i][f].worst();
            if (!taken && may_be(board_.features[i][f]))
                reason = board_.owner[f] && *board_.owner[f] != i ? Feature::other_indicator : Feature::several;
            match.evidence.push_back({written(f), taken, taken ? why_taken(match) : describe(reason),
                                      taken ? EvidenceKind::answers : kind_of(reason)});
            if (nearness(reason) > nearness(nearest)) nearest = reason, words = match.evidence.back().words;
        }
        match.mentioned = match.result || mentions(i);
        match.as_of = find_as_of(i);
        if (!match.result) add_note(match, tied_[i] ? *tied_[i] : why_empty(nearest, words));
    }

    // The frame, how sure the reading is, and what came second.
    static Message why_taken(const Match& match) {
        const std::string& second = match.second.words;
        const auto next = [&](const char* pattern) {
            return second.empty() ? std::string() : fmt::format(fmt::runtime(pattern), second, match.second.confidence);
        };
        const Message why = describe(Feature::kCount);
        return {fmt::format("{}（型：{}、確信度{:.2f}{}）", why.ja, match.frame.ja, match.confidence,
                            next("、次点「{}」{:.2f}")),
                fmt::format("{} ({}, confidence {:.2f}{})", why.en, match.frame.en, match.confidence,
                            next(", next \"{}\" {:.2f}"))};
    }

    Message why_empty(Feature nearest, const std::string& words) {
        if (!unreadable_) unreadable_ = find_unreadable_figures(board_.text.source);
        const auto& unreadable = *unreadable_;
        if (!unreadable.empty()) return describe_unreadable(unreadable.front());
        if (board_.figures.empty()) return {"報告に数値がない", "the report gives no number"};
        if (nearest == Feature::other_indicator) return {"この指標の数値がない", "no number for this indicator"};
        if (nearest == Feature::unit_other) return {"単位の合う数値がない", "no number in a fitting unit"};
        const Message why = describe(nearest);
        return {fmt::format("「{}」は{}", words, why.ja), fmt::format("\"{}\": {}", words, why.en)};
    }

    // The day the taken figure is of; else the one day the report names.
    std::optional<Date> find_as_of(std::size_t i) const {
        const int year = board_.context.fiscal_year;
        const FigureText& text = board_.text;
        if (year == 0) return std::nullopt;
        if (matches_[i].result && !board_.goals[i].figures.empty()) {
            const Span around = board_.figure(board_.goals[i].figures.back()).around();
            if (const auto day = find_as_of_day(text.glyphs, around, year)) return day;
        }
        return board_.report.as_of_day();
    }

    // Its words stand somewhere in the report, with or without a figure.
    bool mentions(std::size_t i) const {
        Topic all;
        add_words(all, std::u32string_view(board_.text.glyphs.text).substr(0, ReportReading::kMostWords));
        return share_words(board_.goals[i].topic, all) || board_.goals.size() == 1;
    }

    Board board_;
    std::vector<Match> matches_;
    std::optional<std::vector<std::string_view>> unreadable_;
    std::vector<std::optional<Message>> tied_;  ///< the two readings that cannot be told apart
};

}  // namespace

Message describe_unreadable(std::string_view unreadable) {
    constexpr std::size_t kColumns = 40;
    const std::string figure = excerpt(unreadable, kColumns);
    return {fmt::format("「{}」は数の書き方が正しくないため読まない", figure),
            fmt::format("\"{}\" is not written right and was not read", figure)};
}

std::vector<Match> match_report(const std::vector<Indicator>& indicators, const ReportReading& report,
                                const ReportContext& context) {
    return Matcher(indicators, report, context).run();
}

std::vector<Match> match_report(const std::vector<Indicator>& indicators, std::string_view report,
                                const ReportContext& context) {
    return match_report(indicators, ReportReading(report, find_quantities(report), context.fiscal_year), context);
}

}  // namespace goalsheet::match
