// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/item_columns.hpp"
#include "model/label.hpp"

namespace goalsheet {
namespace {

using Period = LabelReading::Period;
using Strength = LabelReading::Strength;

// Columns under one label are one group.
using Group = std::vector<ItemColumn*>;

class Settler {
public:
    Settler(ItemHeading& heading, int year, bool years) : heading_(heading), year_(year), years_(years) {}

    void settle() {
        yield_weak_words();
        leave_schedule();
        tell_progress();
        tell_by_time();
        pick_years();
        settle_goals();
        name_by_bare_target();
        name_by_plan();
        name_by_what_is_measured();
        settle_names();
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final, FieldId::deadline,
                                    FieldId::indicator, FieldId::unit, FieldId::baseline, FieldId::item_number})
            keep_best(field);
        use_grade_as_report();
        name_by_indicator();
        count_as_goal();
    }

private:
    std::vector<Group> groups(const std::function<bool(const ItemColumn&)>& wanted) {
        std::vector<Group> found;
        for (ItemColumn& column : heading_.columns) {
            if (!wanted(column)) continue;
            if (!found.empty() && found.back().back()->label.text == column.label.text &&
                found.back().back() + 1 == &column)
                found.back().push_back(&column);
            else
                found.push_back({&column});
        }
        return found;
    }

    std::vector<Group> groups_of(FieldId field) {
        return groups([field](const ItemColumn& column) { return column.field == field && !column.series; });
    }

    static void set(const Group& group, FieldId field) {
        for (ItemColumn* column : group) column->field = field;
    }

    static void make_extra(const Group& group, ExtraRole role = ExtraRole::other) {
        for (ItemColumn* column : group) {
            column->field = FieldId::extra;
            column->role = role;
        }
    }

    // Several years of one thing are a series; the sheet's own year says which is its target, and which its report.
    void pick_years() {
        std::set<int> years;
        for (const ItemColumn& column : heading_.columns)
            if (column.reading.year != 0) years.insert(column.reading.year);
        if (years.empty()) return;
        for (ItemColumn& column : heading_.columns)
            if (!column.field && column.reading.only_year && (years_ || years.size() > 1))
                column.field = FieldId::target;
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final}) {
            const auto all = groups_of(field);
            std::set<int> own;
            for (const Group& group : all) own.insert(group[0]->reading.year);
            if (all.size() < 2 || own.size() < 2) continue;
            for (const Group& group : all)
                if (group[0]->reading.year != 0 && group[0]->reading.year != year_) make_series(group);
        }
        leave_earlier_results();
    }

    // 令和6年度実績 beside 令和7年度目標 tells where the year began.
    void leave_earlier_results() {
        if (year_ == 0) return leave_results_before(first_year_of_targets());
        const auto targets = groups_of(FieldId::target);
        if (targets.size() != 1 || targets[0][0]->reading.year != year_) return;
        leave_results_before(year_);
    }

    void leave_results_before(int year) {
        for (const FieldId field : {FieldId::midterm, FieldId::final})
            for (const Group& group : groups_of(field))
                // 中間値（令和5年度） stays what a plan had reached half-way.
                if (group[0]->reading.year != 0 && group[0]->reading.year < year && !group[0]->reading.interim)
                    make_series(group);
    }

    // 0 where no target names a year.
    int first_year_of_targets() const {
        int first = 0;
        for (const ItemColumn& column : heading_.columns) {
            const int year = column.field == FieldId::target ? column.reading.year : 0;
            if (year != 0 && (first == 0 || year < first)) first = year;
        }
        return first;
    }

    static void make_series(const Group& group) {
        for (ItemColumn* column : group) column->series = true;
    }

    bool has_other(FieldId field, const Group& than) {
        for (const Group& group : groups_of(field))
            if (group[0] != than[0] && (!group[0]->reading.other || group[0]->reading.other == field)) return true;
        const auto year_alone = [](const ItemColumn& column) { return !column.field && column.reading.only_year; };
        return field == FieldId::target && groups(year_alone).size() > 1;
    }

    // 指標 is the target where nothing else is; beside 目標値 it is what is counted. So 達成度 beside 実績.
    void yield_weak_words() {
        for (const Group& group : groups([](const ItemColumn& column) {
                 return column.field && column.reading.other && column.reading.other != column.field;
             })) {
            const FieldId field = *group[0]->field;
            const FieldId other = *group[0]->reading.other;
            const bool beside_report = other == FieldId::progress || other == FieldId::grade;
            if (beside_report && (has_other(FieldId::midterm, group) || has_other(FieldId::final, group)))
                make_extra(group, extra_role_of(other));
            else if (field == FieldId::target && other == FieldId::indicator && has_other(field, group))
                set(group, other);
        }
    }

    // 4月 … 3月, 第1四半期 … 第4四半期: what is done when, and neither a deadline nor the reports.
    void leave_schedule() {
        constexpr std::size_t kFewest = 3;
        const auto times = groups([](const ItemColumn& column) { return column.reading.timed; });
        std::map<std::string, std::vector<Group>> schedules;
        for (const Group& group : times) schedules[parent_of(group)].push_back(group);
        for (const auto& [parent, parts] : schedules) {
            const bool deadline = parts[0][0]->field == FieldId::deadline;
            if (parts.size() < (deadline ? 2 : kFewest) || parts[0][0]->field == FieldId::target) continue;
            const bool reports = parts[0][0]->reading.below_report;
            for (const Group& part : parts)
                if (!reports || !part[0]->reading.is_report()) make_extra(part, ExtraRole::period);
        }
    }

    static std::string parent_of(const Group& group) { return split_levels(group[0]->label.text).above; }

    // 上半期の進捗 beside 年度末の成果 is the report of its time.
    void tell_progress() {
        for (const Group& group : groups([](const ItemColumn& column) {
                 return column.extra() && column.role == ExtraRole::progress &&
                        (column.reading.period == Period::middle || column.reading.period == Period::end);
             })) {
            const bool middle = group[0]->reading.period == Period::middle;
            const FieldId report = middle ? FieldId::midterm : FieldId::final;
            const bool other = !groups_of(middle ? FieldId::final : FieldId::midterm).empty();
            if (!other || !groups_of(report).empty()) continue;
            set(group, report);
            note(group, "no other column tells the result of that time");
        }
    }

    // 折り返し（9月末）, 中間の様子 beside a target: the time says which report it is.
    void tell_by_time() {
        if (groups_of(FieldId::target).empty()) return;
        for (const Group& group : groups([](const ItemColumn& column) {
                 return !column.field && !column.reading.generic && !column.reading.plan && column.reading.year == 0 &&
                        (column.reading.period == Period::middle || column.reading.period == Period::end);
             })) {
            const bool middle = group[0]->reading.period == Period::middle;
            const FieldId report = middle ? FieldId::midterm : FieldId::final;
            if (!groups_of(report).empty()) continue;
            set(group, report);
            note(group, "told of that time");
        }
    }

    // A column of goals begins a sheet with each of them; below it there are items.
    void settle_goals() {
        const auto goals = groups_of(FieldId::goal);
        for (std::size_t i = 1; i < goals.size(); ++i) {
            const FieldId free = groups_of(FieldId::item).empty()     ? FieldId::item
                                 : groups_of(FieldId::action).empty() ? FieldId::action
                                                                      : FieldId::extra;
            set(goals[i], free);
        }
        if (goals.empty()) return;
        const auto actions = groups_of(FieldId::action);
        const bool named = !groups_of(FieldId::item).empty() || !actions.empty();
        if (!named) return set(goals[0], FieldId::item);
        // 重点目標 | 具体的方策: what is done for the goal names the row.
        if (groups_of(FieldId::item).empty() && actions.size() == 1) set(actions[0], FieldId::item);
        find_department(goals[0][0]);
    }

    // 部局 | 重点目標 | 取組項目: in front of the goals, whose they are.
    void find_department(const ItemColumn* goal) {
        for (const Group& group : groups([](const ItemColumn& column) {
                 return column.reading.field == FieldId::department ||
                        (column.reading.field == FieldId::section && column.reading.strength == Strength::form);
             })) {
            if (group[0] < goal) set(group, FieldId::department);
            for (ItemColumn* column : group) column->role = ExtraRole::section;
            return;
        }
    }

    // 目標 | 取組内容 | 達成基準: what is to be reached in words names the row, how far it is to come is its target.
    void name_by_bare_target() {
        const auto targets = groups_of(FieldId::target);
        const auto items = groups_of(FieldId::item);
        if (targets.size() < 2 || !measures(targets)) return;
        const std::string& label = targets[0][0]->label.text;
        if (!is_bare(label) && !(items.empty() && says_what(label))) return;
        const bool in_front = items.empty() || targets[0][0] < items[0][0];
        if (!in_front || !groups_of(FieldId::action).empty() || items.size() > 1) return;
        if (!items.empty()) set(items[0], FieldId::action);
        set(targets[0], FieldId::item);
        note(targets[0], "another column says how far");
    }

    // 目標 | 達成手段 | 指標: what is to be reached names the row, and what it is measured by says how far.
    void name_by_what_is_measured() {
        const auto targets = groups_of(FieldId::target);
        const auto actions = groups_of(FieldId::action);
        const auto indicators = groups_of(FieldId::indicator);
        if (targets.size() != 1 || actions.size() != 1 || indicators.size() != 1) return;
        const std::string& label = targets[0][0]->label.text;
        const bool in_order = targets[0][0] < actions[0][0] && actions[0][0] < indicators[0][0];
        if (!groups_of(FieldId::item).empty() || !in_order || !(is_bare(label) || says_what(label))) return;
        set(targets[0], FieldId::item);
        set(indicators[0], FieldId::target);
        note(targets[0], "another column says by what it is measured");
    }

    // 年度計画 | 到達目標: what is planned says what is done where another column says how far.
    void name_by_plan() {
        const auto targets = groups_of(FieldId::target);
        const auto is_plan = [](const Group& group) {
            return group[0]->reading.plan && group[0]->label.text.find("＞") == std::string::npos;
        };
        const auto plan = std::find_if(targets.begin(), targets.end(), is_plan);
        if (plan == targets.end() || std::all_of(targets.begin(), targets.end(), is_plan)) return;
        const bool named = !groups_of(FieldId::item).empty();
        if (named && !groups_of(FieldId::action).empty()) return;
        set(*plan, named ? FieldId::action : FieldId::item);
        note(*plan, "another column says how far");
    }

    static bool is_bare(std::string_view label) { return label == "目標" || label == "課題" || label == "目標名"; }

    static bool measures(const std::vector<Group>& targets) {
        return std::any_of(targets.begin() + 1, targets.end(),
                           [&](const Group& group) { return says_how_far(group[0]->label.text); });
    }

    static bool says_how_far(std::string_view label) {
        constexpr std::array<std::string_view, 9> kWords = {"基準", "水準",   "値",   "指標",    "数",
                                                            "目安", "めやす", "どれ", "どこまで"};
        return std::any_of(kWords.begin(), kWords.end(),
                           [&](std::string_view word) { return label.find(word) != std::string_view::npos; });
    }

    // 業務上の目標, 取組目標.
    static bool says_what(std::string_view label) { return label.ends_with("目標") && !says_how_far(label); }

    // 施策 | 事業名 | 事業内容: from the left, what is over others, the item, how it is done.
    void settle_names() {
        auto items = groups_of(FieldId::item);
        auto actions = groups_of(FieldId::action);
        if (items.empty() && actions.size() > 1) {
            set(actions[0], FieldId::item);
            actions.erase(actions.begin());
        }
        for (std::size_t i = 1; i < actions.size(); ++i) make_extra(actions[i]);
        if (items.size() < 2) return;
        const std::size_t left_over = items.size() - 2;
        if (actions.empty()) {
            for (std::size_t i = 0; i < left_over; ++i) make_extra(items[i]);
            set(items.back(), FieldId::action);
            return;
        }
        const Group* name = &items.front();
        for (const Group& group : items)
            if (is_name_label(group[0]->label.text)) name = &group;
        for (const Group& group : items)
            if (&group != name) make_extra(group);
    }

    // 事業名, 取組項目, and not 取組内容.
    static bool is_name_label(std::string_view label) {
        for (const std::string_view word : {"名", "名称", "項目", "事業", "取組"})
            if (label.ends_with(word)) return true;
        return false;
    }

    static int rank(const ItemColumn& column) {
        int rank = static_cast<int>(column.reading.strength) * 10;
        constexpr std::array<std::string_view, 5> kSurest = {"年間", "通期", "最終", "年度末", "実績値"};
        for (const std::string_view word : kSurest)
            if (column.label.text.find(word) != std::string::npos) rank += 5;
        constexpr std::array<std::string_view, 4> kSure = {"実績", "値", "水準", "基準"};
        for (const std::string_view word : kSure)
            if (column.label.text.find(word) != std::string::npos) rank += 2;
        return rank;
    }

    // 中間目標, and 目標 of each half beside 年度目標, are none of the year.
    static void leave_targets_of_parts(const std::vector<Group>& targets) {
        const bool of_year = std::any_of(targets.begin(), targets.end(), [](const Group& group) {
            return !group[0]->reading.part_in_time && group[0]->reading.period != Period::middle;
        });
        for (const Group& group : targets) {
            const LabelReading& reading = group[0]->reading;
            if (reading.period == Period::middle || (of_year && reading.part_in_time)) make_extra(group);
        }
    }

    void keep_best(FieldId field) {
        auto all = groups_of(field);
        if (all.size() < 2) return;
        if (field == FieldId::target) leave_targets_of_parts(all);
        all = groups_of(field);
        // A form that names several columns the target means all of them together.
        const bool by_form = field == FieldId::target && std::all_of(all.begin(), all.end(), [](const Group& group) {
                                 return group[0]->reading.strength == Strength::form;
                             });
        if (all.size() < 2 || by_form) return;
        const auto best = std::max_element(all.begin(), all.end(),
                                           [](const Group& a, const Group& b) { return rank(*a[0]) < rank(*b[0]); });
        for (const Group& group : all) {
            if (&group == &*best) continue;
            if (field == FieldId::target && groups_of(FieldId::item).empty())
                set(group, FieldId::item);
            else
                make_extra(group, field == FieldId::deadline ? ExtraRole::period : ExtraRole::other);
        }
    }

    // 評価 and 進捗率 are the report where there is no other.
    void use_grade_as_report() {
        if (heading_.has_report() || !groups_of(FieldId::baseline).empty() || has_series()) return;
        const auto grades = groups([](const ItemColumn& column) {
            return column.extra() && (column.role == ExtraRole::grade || column.role == ExtraRole::progress);
        });
        if (grades.size() != 1) return;
        const bool middle = grades[0][0]->reading.period == Period::middle;
        set(grades[0], middle ? FieldId::midterm : FieldId::final);
        note(grades[0], "no other column tells the result");
    }

    bool has_series() const {
        return std::any_of(heading_.columns.begin(), heading_.columns.end(),
                           [](const ItemColumn& column) { return column.series; });
    }

    // Where nothing else says what is done, how it is done does; then what is counted.
    void name_by_indicator() {
        if (!groups_of(FieldId::item).empty()) return;
        const auto actions = groups_of(FieldId::action);
        if (actions.size() == 1 && groups_of(FieldId::item_number).empty() == false) set(actions[0], FieldId::item);
    }

    // 指標 | 実績 without a target of its own.
    void count_as_goal() {
        const auto indicators = groups_of(FieldId::indicator);
        if (indicators.size() == 1 && groups_of(FieldId::target).empty() && !has_series() &&
            !groups_of(FieldId::item).empty())
            set(indicators[0], FieldId::target);
    }

    void note(const Group& group, const std::string& evidence) {
        heading_.remarks.push_back({remark::kLabelReasoned, group[0]->label,
                                    std::string(field_name(*group[0]->field)).append(": ").append(evidence)});
    }

    ItemHeading& heading_;
    int year_;
    bool years_;
};

}  // namespace

void settle_columns(ItemHeading& heading, int year, bool years) {
    Settler(heading, year, years).settle();
    for (const ItemColumn& column : heading.columns) {
        const bool reasoned = column.field && column.field != FieldId::extra && !column.of_form;
        const bool said = std::any_of(heading.remarks.begin(), heading.remarks.end(),
                                      [&](const Remark& remark) { return remark.text == column.label; });
        if (reasoned && !said && !column.label.empty())
            heading.remarks.push_back(
                {remark::kLabelReasoned, column.label, std::string(field_name(*column.field)).append(": its words")});
    }
}

}  // namespace goalsheet
