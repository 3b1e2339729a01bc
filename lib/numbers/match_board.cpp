// SPDX-License-Identifier: MIT
#include "numbers/match_board.hpp"

#include <algorithm>

#include "numbers/indicator_words.hpp"
#include "numbers/match_compare.hpp"
#include "numbers/match_fit.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {
namespace {

// Of a target without a name the measure's words are its label: a whole list of them names nothing.
constexpr std::size_t kLongestLabel = 300;  // glyphs
// Goals times figures: a report of more answers no goal that could be told from the others.
constexpr std::size_t kMostPairs = 10'000;

Goal make_goal(const Indicator& indicator, std::string_view action) {
    Goal goal;
    goal.indicator = &indicator;
    goal.label = fold_glyphs(indicator.label.empty() ? action : std::string_view(indicator.label)).text;
    if (goal.label.size() > kLongestLabel) goal.label.resize(kLongestLabel);
    goal.topic = find_topic(goal.label);
    goal.activities = first_activities(outside_brackets(fold_glyphs(indicator.deed).text));
    if (goal.activities == 0) goal.activities = goal.topic.activities;
    if (counts_people(indicator.target.unit)) goal.activities = activities_of_persons(goal.activities, false);
    return goal;
}

std::vector<std::vector<Features>> all_unanswered(std::size_t goals, std::size_t figures) {
    Features none;
    none.add(Feature::unit_other);
    return {goals, std::vector<Features>(figures, none)};
}

}  // namespace

Board::Board(const std::vector<Indicator>& indicators, const ReportReading& read, const ReportContext& given)
    : context(given), report(read), text(read.text()), figures(read.figures()) {
    for (const Indicator& indicator : indicators) goals.push_back(make_goal(indicator, context.action));
    owner.resize(figures.size());
    if (goals.size() * figures.size() > kMostPairs) {
        features = all_unanswered(goals.size(), figures.size());
        return;
    }
    for (const Goal& goal : goals) {
        features.emplace_back();
        for (std::size_t f = 0; f < figures.size(); ++f) features.back().push_back(weigh(*this, goal, f));
    }
    follow_marks();
    for (std::size_t i = 0; i < goals.size(); ++i) compare_figures(*this, goals[i], features[i]);
}

namespace {

// Of the list item that a place stands in: 2 behind ②; 0: in none.
int list_mark(std::string_view text, std::size_t at) {
    constexpr std::string_view kFirst = "①";
    const std::string_view before = text.substr(0, at);
    const std::size_t mark = before.rfind(kFirst.substr(0, 2));  // ① to ⑳ have all but their last byte in common
    const auto number = mark == std::string_view::npos
                            ? 0
                            : static_cast<unsigned char>(before[mark + 2]) - static_cast<unsigned char>(kFirst[2]);
    return mark == std::string_view::npos || number < 0 || number >= 20 ? 0 : number + 1;
}

}  // namespace

// Target and report are lists of the same ①②③, and no figure is called by the words of another's target: what stands
// behind ③ answers ③, whatever its words.
void Board::follow_marks() {
    if (goals.size() < 2) return;
    std::vector<int> wanted;
    std::vector<int> given;
    for (const Goal& goal : goals) wanted.push_back(list_mark(context.target, goal.indicator->target.begin));
    if (wanted.front() == wanted.back()) return;
    for (std::size_t f = 0; f < figures.size(); ++f) {
        given.push_back(list_mark(text.source, quantity(f).begin));
        if (given.back() == 0) continue;
        if (std::find(wanted.begin(), wanted.end(), given.back()) == wanted.end()) return;
        for (std::size_t i = 0; i < goals.size(); ++i)
            if (wanted[i] != given.back() && features[i][f].has(Feature::label_same)) return;
    }
    for (std::size_t i = 0; i < goals.size(); ++i)
        for (std::size_t f = 0; f < figures.size(); ++f) {
            if (given[f] == 0) continue;
            if (wanted[i] != given[f])
                features[i][f].add(Feature::other_indicator);
            else
                features[i][f].name_by_place();
        }
}

const Topic& Board::keep(std::vector<std::optional<Topic>>& kept, TopicFinder find, std::size_t f) const {
    kept.resize(figures.size());
    if (!kept[f]) kept[f] = find(text, figures, f);
    return *kept[f];
}

const Topic& Board::context_words() const {
    if (context_words_) return *context_words_;
    context_words_.emplace();
    add_words(*context_words_, fold_glyphs(context.action).text);
    add_words(*context_words_, fold_glyphs(context.item_title).text);
    return *context_words_;
}

}  // namespace goalsheet::match
