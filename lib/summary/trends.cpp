// SPDX-License-Identifier: MIT
#include "summary/trends.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "goalsheet/text.hpp"
#include "summary/wording.hpp"
#include "validate/sheet_groups.hpp"

namespace goalsheet {
namespace {

// 健康づくりの推進 and 地域づくりの推進 are alike by 0.71 and have nothing in common.
constexpr double kLikeEnough = 0.75;
constexpr double kLikeEnoughElsewhere = 0.85;  // in a department of another name

struct Pair {
    std::size_t before = 0;  ///< sheet of the earlier year
    std::size_t after = 0;
    double share = 0;
    bool same_department = false;
};

// The same words in the same department first, then by likeness; ties in reading order.
bool is_better(const Pair& a, const Pair& b) {
    if (a.share != b.share) return a.share > b.share;
    if (a.same_department != b.same_department) return a.same_department;
    return a.after != b.after ? a.after < b.after : a.before < b.before;
}

/// Which goals of a year go on in the next. Each goes on in at most one, and goes on from at most one.
class GoalMatcher {
public:
    GoalMatcher(const Summary& summary, const SummaryYear& before, const SummaryYear& after)
        : summary_(summary), before_(before), after_(after), taken_(summary.sheets.size()) {}

    std::vector<Pair> match() {
        match_same();
        for (const Pair& pair : find_alike())
            if (!taken_[pair.before] && !taken_[pair.after]) take(pair);
        return std::move(matched_);
    }

private:
    std::string key_of(std::size_t sheet) const {
        const SummarySheet& one = summary_.sheets[sheet];
        return fold(one.department) + "\n" + rules::title_key(one.sheet->goal.text);
    }

    // The same words in the same department, in reading order: nearly all goals, and no need to compare them all.
    void match_same() {
        std::unordered_map<std::string, std::vector<std::size_t>> open;
        for (std::size_t i = before_.first_sheet + before_.sheet_count; i-- > before_.first_sheet;)
            if (!summary_.sheets[i].sheet->goal.empty()) open[key_of(i)].push_back(i);
        for (std::size_t i = after_.first_sheet; i < after_.first_sheet + after_.sheet_count; ++i) {
            const auto same = open.find(key_of(i));
            if (same == open.end() || same->second.empty()) continue;
            take({same->second.back(), i, 1.0, true});
            same->second.pop_back();
        }
    }

    std::vector<Pair> find_alike() const {
        WordingIndex index;
        std::vector<std::size_t> indexed;
        for (std::size_t i = before_.first_sheet; i < before_.first_sheet + before_.sheet_count; ++i) {
            if (taken_[i]) continue;
            index.add(summary_.sheets[i].sheet->goal.text);
            indexed.push_back(i);
        }
        std::vector<Pair> pairs;
        for (std::size_t i = after_.first_sheet; i < after_.first_sheet + after_.sheet_count; ++i)
            if (!taken_[i]) add_alike(pairs, index, indexed, i);
        std::sort(pairs.begin(), pairs.end(), is_better);
        return pairs;
    }

    void add_alike(std::vector<Pair>& pairs, const WordingIndex& index, const std::vector<std::size_t>& indexed,
                   std::size_t after) const {
        const SummarySheet& sheet = summary_.sheets[after];
        for (const auto& like : index.find(sheet.sheet->goal.text)) {
            const std::size_t before = indexed[like.goal];
            const bool same = fold(sheet.department) == fold(summary_.sheets[before].department);
            if (like.share >= (same ? kLikeEnough : kLikeEnoughElsewhere))
                pairs.push_back({before, after, like.share, same});
        }
    }

    void take(const Pair& pair) {
        taken_[pair.before] = taken_[pair.after] = true;
        matched_.push_back(pair);
    }

    const Summary& summary_;
    const SummaryYear& before_;
    const SummaryYear& after_;
    std::vector<bool> taken_;
    std::vector<Pair> matched_;
};

Message describe(const Summary& summary, const Pair& pair) {
    Message how = pair.share == 1.0 ? Message{"目標の文言が同じ", "same wording of the goal"}
                                    : Message{fmt::format("目標の文言が近い（類似度{:.2f}）", pair.share),
                                              fmt::format("similar wording of the goal ({:.2f})", pair.share)};
    if (pair.same_department) return how;
    const std::string& from = summary.sheets[pair.before].department;
    how.ja += fmt::format("。前は{}", from);
    how.en += fmt::format("; before in {}", from);
    return how;
}

// Trends grow by points; whoever goes on from a point joins its trend.
class TrendGrower {
public:
    void start(TrendPoint point) {
        trend_of_[{point.year, point.index}] = trends_.size();
        trends_.push_back({std::move(point)});
    }
    void go_on(std::size_t year_before, std::size_t index_before, TrendPoint point) {
        const std::size_t trend = trend_of_.at({year_before, index_before});
        trend_of_[{point.year, point.index}] = trend;
        trends_[trend].push_back(std::move(point));
    }
    std::vector<Trend> take() { return std::move(trends_); }

private:
    std::vector<Trend> trends_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> trend_of_;
};

// Which department of its year a sheet belongs to.
std::unordered_map<std::size_t, std::size_t> departments_of_sheets(const SummaryYear& year) {
    std::unordered_map<std::size_t, std::size_t> departments;
    for (std::size_t d = 0; d < year.departments.size(); ++d)
        for (const std::size_t sheet : year.departments[d].sheets) departments[sheet] = d;
    return departments;
}

struct DepartmentLink {
    std::size_t before = 0;
    TrendLink link = TrendLink::first;
    Message how;
};

// From departments of the later year to those of the earlier one.
class DepartmentMatcher {
public:
    DepartmentMatcher(const SummaryYear& before, const SummaryYear& after) : before_(before), after_(after) {}

    std::map<std::size_t, DepartmentLink> match(const std::vector<Pair>& goals) {
        match_names();
        match_by_goals(goals);
        return std::move(links_);
    }

private:
    void match_names() {
        std::unordered_map<std::string, std::size_t> names;
        for (std::size_t i = 0; i < before_.departments.size(); ++i) names[fold(before_.departments[i].name)] = i;
        for (std::size_t i = 0; i < after_.departments.size(); ++i) {
            const auto same = names.find(fold(after_.departments[i].name));
            if (same == names.end()) continue;
            links_[i] = {same->second, TrendLink::same_name, {"部局名が同じ", "same name"}};
            names.erase(same);
        }
        for (const auto& [name, index] : names) gone_.insert(index);
    }

    // Renamed: more than half of the goals of either year went on from the one to the other.
    void match_by_goals(const std::vector<Pair>& goals) {
        const auto from = departments_of_sheets(before_);
        const auto to = departments_of_sheets(after_);
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
        for (const Pair& pair : goals) ++shared[{from.at(pair.before), to.at(pair.after)}];
        for (const auto& [departments, count] : shared) {
            const auto& [before, after] = departments;
            const std::size_t all_before = before_.departments[before].sheets.size();
            const std::size_t all_after = after_.departments[after].sheets.size();
            const bool most = 2 * count > all_before && 2 * count > all_after;
            if (!most || links_.contains(after) || !gone_.contains(before)) continue;
            const std::string& name = before_.departments[before].name;
            links_[after] = {before,
                             TrendLink::renamed,
                             {fmt::format("名称変更：前は{}（重点目標{}件中{}件が一致）", name, all_after, count),
                              fmt::format("renamed: before {} ({} of {} goals match)", name, count, all_after)}};
            gone_.erase(before);
        }
    }

    const SummaryYear& before_;
    const SummaryYear& after_;
    std::map<std::size_t, DepartmentLink> links_;
    std::set<std::size_t> gone_;  ///< departments of the earlier year that no name goes on from
};

/// Goes through the years, oldest first, and carries the trends along.
class TrendFollower {
public:
    explicit TrendFollower(Summary& summary) : summary_(summary) {}

    void follow(const std::vector<std::size_t>& years) {
        start(years.front());
        for (std::size_t i = 1; i < years.size(); ++i) go_on(years[i - 1], years[i]);
        summary_.goals = goals_.take();
        summary_.departments = departments_.take();
    }

private:
    void start(std::size_t number) {
        const SummaryYear& year = summary_.years[number];
        const Message how = {"最初の年度", "the first year"};
        for (std::size_t i = 0; i < year.departments.size(); ++i)
            departments_.start({number, i, TrendLink::first, how});
        for (std::size_t i = 0; i < year.sheet_count; ++i)
            goals_.start({number, year.first_sheet + i, TrendLink::first, how});
    }

    void go_on(std::size_t before, std::size_t after) {
        const std::vector<Pair> goals = GoalMatcher(summary_, summary_.years[before], summary_.years[after]).match();
        go_on_goals(before, after, goals);
        auto links = DepartmentMatcher(summary_.years[before], summary_.years[after]).match(goals);
        for (std::size_t i = 0; i < summary_.years[after].departments.size(); ++i) {
            const auto link = links.find(i);
            if (link == links.end())
                departments_.start({after, i, TrendLink::first, nothing_before()});
            else
                departments_.go_on(before, link->second.before,
                                   {after, i, link->second.link, std::move(link->second.how)});
        }
    }

    void go_on_goals(std::size_t before, std::size_t after, const std::vector<Pair>& goals) {
        std::unordered_map<std::size_t, const Pair*> by_sheet;
        for (const Pair& pair : goals) by_sheet[pair.after] = &pair;
        const SummaryYear& year = summary_.years[after];
        for (std::size_t i = year.first_sheet; i < year.first_sheet + year.sheet_count; ++i) {
            const auto found = by_sheet.find(i);
            if (found == by_sheet.end()) {
                goals_.start({after, i, TrendLink::first, nothing_before()});
                continue;
            }
            const Pair& pair = *found->second;
            const TrendLink link = pair.share == 1.0 ? TrendLink::same_wording : TrendLink::similar_wording;
            goals_.go_on(before, pair.before, {after, i, link, describe(summary_, pair)});
        }
    }

    static Message nothing_before() { return {"前の年度に対応なし", "nothing in the year before stands for it"}; }

    Summary& summary_;
    TrendGrower goals_;
    TrendGrower departments_;
};

}  // namespace

std::string_view trend_link_name(TrendLink link) {
    switch (link) {
        case TrendLink::first:
            return "first";
        case TrendLink::same_name:
            return "same-name";
        case TrendLink::renamed:
            return "renamed";
        case TrendLink::same_wording:
            return "same-wording";
        case TrendLink::similar_wording:
            return "similar-wording";
    }
    return "";
}

void follow_trends(Summary& summary) {
    std::vector<std::size_t> years;  // oldest first, those with a number
    for (std::size_t i = summary.years.size(); i-- > 0;)
        if (summary.years[i].year) years.push_back(i);
    if (years.size() < 2) return;
    TrendFollower(summary).follow(years);
}

}  // namespace goalsheet
