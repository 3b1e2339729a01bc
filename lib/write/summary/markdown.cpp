// SPDX-License-Identifier: MIT
#include "write/format/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/text.hpp"
#include "goalsheet/write_summary.hpp"
#include "model/sdgs/sdgs.hpp"
#include "tables/summary_tables.hpp"
#include "text/log_safe.hpp"
#include "write/progress/cells.hpp"
#include "write/summary/cover.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLabelColumns = 80;

std::string figure(const std::optional<Decimal>& value, const std::string& unit) {
    return value ? show_number(*value) + unit : "";
}

std::string rate_words(const std::optional<double>& rate) {
    return rate ? fmt::format("{:.1f}%", percent_of(*rate)) : "";
}

std::string count_words(std::size_t count) { return fmt::format("{}", count); }

void add_headlines(MarkdownBlocks& out, const SummaryYear& year) {
    out.begin_table({"項目", "値", "内訳"});
    for (const Headline& one : headlines(year)) {
        const std::string value = !one.known    ? "―"
                                  : one.percent ? fmt::format("{:.1f}%", one.value)
                                                : fmt::format("{:.0f}", one.value);
        out.row({one.label, value, one.note});
    }
}

// Two tables, because six columns are as many as a page takes.
void add_departments(MarkdownBlocks& out, const SummaryYear& year) {
    out.heading(3, "部門別の集計（指標の件数）");
    out.begin_table({"部", "順調", "概ね順調", "遅れ", "判定なし", "未報告"});
    for (const SummaryDepartment& one : year.departments) {
        std::vector<std::string> cells = {one.name};
        for (const Standing standing : kStandings) cells.push_back(count_words(one.counts.count(standing)));
        out.row(cells);
    }
    const bool final = year.against == Against::final;
    out.heading(3, fmt::format("部門別の平均{}達成率", final ? "期末" : "中間"));
    out.begin_table({"部", "重点目標", "指標", "算定可能", "平均達成率"});
    for (const SummaryDepartment& one : year.departments) {
        const RateAverage& rate = final ? one.counts.final : one.counts.midterm;
        out.row({one.name, count_words(one.counts.goals), count_words(one.counts.indicators), count_words(rate.n),
                 rate.n == 0 ? "" : fmt::format("{:.1f}%", percent_of(rate.mean))});
    }
}

void add_sdgs(MarkdownBlocks& out, const SummaryYear& year) {
    if (year.without_sdgs == year.total.goals) return;
    out.heading(3, "SDGsのゴール別の重点目標");
    out.begin_table({"ゴール", "重点目標"});
    for (std::size_t i = 0; i < kSdgCount; ++i)
        if (year.sdgs[i] != 0)
            out.row({fmt::format("{} {}", i + 1, sdg_name(static_cast<int>(i) + 1)), count_words(year.sdgs[i])});
}

void add_goal(MarkdownBlocks& out, const Summary& summary, const SummarySheet& sheet, bool final) {
    const std::string section = sheet.section.empty() ? "" : fmt::format("（{}）", sheet.section);
    out.heading(4, (sheet.goal.empty() ? "（重点目標の記載なし）" : sheet.goal) + section);
    out.text(fmt::format("出典 {}{}", log_safe(summary.document_of(sheet).path),
                         sheet.line == 0 ? "" : fmt::format(" {}行", sheet.line)));
    if (sheet.indicator_count == 0) return;
    out.begin_table({"目標", "目標値", final ? "期末" : "中間", "達成率", "区分"});
    for (const SummaryIndicator& one : sheet.indicators()) {
        const IndicatorReport& report = final ? one.final : one.midterm;
        out.row({cut_to_width(one.label, kLabelColumns), figure(one.target, one.unit),
                 figure(report.result, report.unit), rate_words(report.rate), status_words(one.status).ja});
    }
}

void add_year(MarkdownBlocks& out, const Summary& summary, const SummaryYear& year,
              const SummaryTableOptions& options) {
    out.heading(2, year_title(year));
    out.text(summary_subtitle(summary, year, options));
    add_headlines(out, year);
    for (const std::string& note : summary_footnotes(summary, year)) out.item(note);
    add_departments(out, year);
    add_sdgs(out, year);
    for (const SummaryDepartment& department : year.departments) {
        out.heading(3, department.name.empty() ? "（部局名の記載なし）" : department.name);
        for (const std::size_t sheet : department.sheets)
            add_goal(out, summary, summary.sheets[sheet], year.against == Against::final);
    }
}

void add_trends(MarkdownBlocks& out, const Summary& summary) {
    if (summary.goals.empty()) return;
    out.heading(2, "推移");
    for (const Trend& trend : summary.departments) {
        if (trend.size() < 2) continue;
        out.heading(3, summary.years[trend.back().year].departments[trend.back().index].name);
        out.begin_table({"年度", "部", "順調", "遅れ", "平均中間達成率", "つながり"});
        for (const TrendPoint& point : trend) {
            const SummaryDepartment& one = summary.years[point.year].departments[point.index];
            const RateAverage& rate = one.counts.midterm;
            out.row({year_words(summary.years[point.year].year), one.name,
                     count_words(one.counts.count(Standing::on_course)),
                     count_words(one.counts.count(Standing::behind)),
                     rate.n == 0 ? "" : fmt::format("{:.1f}%", percent_of(rate.mean)), point.how.ja});
        }
    }
    out.heading(3, "年度をまたいで続く重点目標");
    for (const Trend& trend : summary.goals) {
        if (trend.size() < 2) continue;
        out.heading(4, summary.sheets[trend.back().index].goal);
        out.begin_table({"年度", "部", "順調", "遅れ", "平均中間達成率", "つながり"});
        for (const TrendPoint& point : trend) {
            const SummarySheet& sheet = summary.sheets[point.index];
            const SummaryCounts counts = summary.count(sheet);
            out.row({year_words(sheet.year), sheet.department, count_words(counts.count(Standing::on_course)),
                     count_words(counts.count(Standing::behind)),
                     counts.midterm.n == 0 ? "" : fmt::format("{:.1f}%", percent_of(counts.midterm.mean)),
                     point.how.ja});
        }
    }
}

void add_findings(MarkdownBlocks& out, const Summary& summary) {
    out.heading(2, "要確認");
    bool any = false;
    for (const Fault& fault : summary.unreadable) {
        out.item(fmt::format("読込不可 {}：{}", log_safe(fault.path), fault.message.ja));
        any = true;
    }
    for (std::size_t i = 0; i < summary.findings.size(); ++i) {
        if (summary.findings.severity(i) < Severity::warning) continue;
        const Finding finding = summary.findings.at(i);
        out.item(fmt::format("{} {} {}:{} {}：{}", severity_word(finding.severity).ja, finding.code,
                             log_safe(finding.path), finding.region.begin.line, finding.address_in(Lang::ja),
                             finding.message.ja));
        any = true;
    }
    if (!any) out.text("エラーも警告もありません。");
}

}  // namespace

std::string write_summary_markdown(const Summary& summary, const SummaryTableOptions& options) {
    MarkdownBlocks out;
    out.heading(1, "重点目標 総括");
    for (const SummaryYear& year : summary.years) add_year(out, summary, year, options);
    add_trends(out, summary);
    add_findings(out, summary);
    return std::move(out).finish();
}

}  // namespace goalsheet
