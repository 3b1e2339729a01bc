// SPDX-License-Identifier: MIT
#include "summary/trends.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "compare/alignment.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// Indices of the summary's sheets, with how they were found.
std::vector<SheetPair> match_goals(const Summary& summary, const SummaryYear& before, const SummaryYear& after) {
    const auto sheets_of = [&](const SummaryYear& year) {
        std::vector<EditionSheet> sheets;
        for (const SummarySheet& one : summary.sheets_of(year))
            sheets.push_back({one.goal, one.priority, one.department, one.year});
        return sheets;
    };
    std::vector<SheetPair> pairs = match_sheets(sheets_of(before), sheets_of(after), Years::any);
    for (SheetPair& pair : pairs) {
        pair.before += before.first_sheet;
        pair.after += after.first_sheet;
    }
    return pairs;
}

Message describe(const Summary& summary, const SheetPair& pair) {
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

    std::map<std::size_t, DepartmentLink> match(const std::vector<SheetPair>& goals) {
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
    void match_by_goals(const std::vector<SheetPair>& goals) {
        const auto from = departments_of_sheets(before_);
        const auto to = departments_of_sheets(after_);
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
        for (const SheetPair& pair : goals) ++shared[{from.at(pair.before), to.at(pair.after)}];
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
        const std::vector<SheetPair> goals = match_goals(summary_, summary_.years[before], summary_.years[after]);
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

    void go_on_goals(std::size_t before, std::size_t after, const std::vector<SheetPair>& goals) {
        std::unordered_map<std::size_t, const SheetPair*> by_sheet;
        for (const SheetPair& pair : goals) by_sheet[pair.after] = &pair;
        const SummaryYear& year = summary_.years[after];
        for (std::size_t i = year.first_sheet; i < year.first_sheet + year.sheet_count; ++i) {
            const auto found = by_sheet.find(i);
            if (found == by_sheet.end()) {
                goals_.start({after, i, TrendLink::first, nothing_before()});
                continue;
            }
            const SheetPair& pair = *found->second;
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
