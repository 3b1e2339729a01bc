// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/parallel.hpp"
#include "goalsheet/summary.hpp"
#include "goalsheet/text.hpp"
#include "model/ids.hpp"
#include "numbers/progress/measured_document.hpp"
#include "summary/counts.hpp"
#include "summary/department_name.hpp"
#include "summary/trends.hpp"

namespace goalsheet {
namespace {

IndicatorReport take_report(ProgressRow& row) {
    IndicatorReport report;
    report.result = row.result;
    report.unit = std::move(row.result_unit);
    report.state = row.state;
    report.projected = row.projected;
    report.rate = row.rate;
    report.improvement = row.improvement;
    report.pace = row.pace;
    report.as_of = row.as_of;
    report.status = row.status;
    report.kind = figure_kind(row);
    report.note = std::move(row.note);
    return report;
}

SummaryIndicator make_indicator(const Document& document, ProgressRow& midterm, ProgressRow& final) {
    SummaryIndicator indicator;
    indicator.sheet = midterm.sheet;
    indicator.item = &document.sheets[midterm.sheet].items[midterm.item_index];
    indicator.measure = &indicator.item->measures[midterm.measure_index];
    indicator.label = std::move(midterm.indicator);
    indicator.baseline = midterm.baseline;
    indicator.target = midterm.target;
    indicator.unit = std::move(midterm.unit);
    indicator.comparator = midterm.comparator;
    indicator.direction = midterm.direction;
    indicator.line = midterm.line;
    indicator.midterm = take_report(midterm);
    indicator.final = take_report(final);
    return indicator;
}

// The indicators of one document; `sheet` is the index in the document.
std::vector<SummaryIndicator> read_indicators(const Document& document, const std::optional<Date>& as_of) {
    BothReports reports = measure_both_reports(document, as_of);
    std::vector<SummaryIndicator> indicators;
    indicators.reserve(reports.midterm.size());
    for (std::size_t i = 0; i < reports.midterm.size(); ++i) {
        SummaryIndicator one = make_indicator(document, reports.midterm[i], reports.final[i]);
        if (!indicators.empty() && indicators.back().measure == one.measure) one.order = indicators.back().order + 1;
        indicators.push_back(std::move(one));
    }
    return indicators;
}

std::uint32_t line_of(const Document& document, const Sheet& sheet) {
    const auto place = sheet.place.source_of();
    return place && document.source.text ? document.source.text->line_at(place->first) : 0;
}

SummarySheet describe_sheet(const Document& document, const Sheet& sheet) {
    SummarySheet described;
    described.document = &document;
    described.sheet = &sheet;
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
    if (year) described.year = year->gregorian;
    DepartmentName name = split_department(sheet.department.empty() ? document.department.text : sheet.department.text);
    described.department = std::move(name.department);
    described.section = std::move(name.section);
    described.line = line_of(document, sheet);
    return described;
}

class Summariser {
public:
    Summariser(SummaryInput input, const SummaryOptions& options) : options_(options) {
        summary_.documents = input.documents;
        summary_.unreadable = std::move(input.unreadable);
        findings_ = std::move(input.findings);
    }

    Summary run() {
        read_all();
        order_sheets();
        group_years();
        for (SummaryYear& year : summary_.years) {
            judge(year);
            add_up(year);
        }
        follow_trends(summary_);
        place_findings();
        return std::move(summary_);
    }

private:
    void read_all() {
        per_document_.resize(summary_.documents.size());
        for_each_index(summary_.documents.size(), options_.jobs, [this](std::size_t i) {
            per_document_[i] = read_indicators(summary_.documents[i], options_.as_of);
        });
    }

    // By year, newest first, and stable within it.
    void order_sheets() {
        const auto ids = sheet_ids(summary_.documents);
        for (std::size_t d = 0; d < summary_.documents.size(); ++d)
            for (std::size_t s = 0; s < summary_.documents[d].sheets.size(); ++s) {
                SummarySheet sheet = describe_sheet(summary_.documents[d], summary_.documents[d].sheets[s]);
                sheet.input = d;
                sheet.id = ids[d][s];
                summary_.sheets.push_back(std::move(sheet));
            }
        const auto rank = [](const SummarySheet& sheet) {
            return sheet.year.value_or(std::numeric_limits<int>::min());
        };
        std::stable_sort(summary_.sheets.begin(), summary_.sheets.end(),
                         [&](const SummarySheet& a, const SummarySheet& b) { return rank(a) > rank(b); });
        for (std::size_t i = 0; i < summary_.sheets.size(); ++i) take_indicators(i);
        per_document_.clear();
    }

    // Those of a document stand in the order of its sheets.
    void take_indicators(std::size_t index) {
        SummarySheet& sheet = summary_.sheets[index];
        std::vector<SummaryIndicator>& all = per_document_[sheet.input];
        const auto position = static_cast<std::size_t>(sheet.sheet - sheet.document->sheets.data());
        const auto [first, last] = std::equal_range(all.begin(), all.end(), position, BySheet{});
        sheet.first_indicator = summary_.indicators.size();
        sheet.indicator_count = static_cast<std::size_t>(last - first);
        for (auto one = first; one != last; ++one) {
            summary_.indicators.push_back(std::move(*one));
            summary_.indicators.back().sheet = index;
        }
    }
    struct BySheet {
        bool operator()(const SummaryIndicator& a, std::size_t sheet) const { return a.sheet < sheet; }
        bool operator()(std::size_t sheet, const SummaryIndicator& a) const { return sheet < a.sheet; }
    };

    void group_years() {
        for (std::size_t i = 0; i < summary_.sheets.size(); ++i) {
            if (i == 0 || summary_.sheets[i].year != summary_.years.back().year) {
                SummaryYear& year = summary_.years.emplace_back();
                year.year = summary_.sheets[i].year;
                year.first_sheet = i;
            }
            ++summary_.years.back().sheet_count;
        }
    }

    std::span<SummaryIndicator> indicators_of(const SummaryYear& year) {
        const std::size_t first = summary_.sheets[year.first_sheet].first_indicator;
        const SummarySheet& last = summary_.sheets[year.first_sheet + year.sheet_count - 1];
        return std::span(summary_.indicators).subspan(first, last.first_indicator + last.indicator_count - first);
    }

    void judge(SummaryYear& year) {
        const auto indicators = indicators_of(year);
        year.against = options_.against;
        if (year.against == Against::automatic) {
            ReportCounts reports;
            for (const SummarySheet& sheet : summary_.sheets_of(year)) reports.add(*sheet.sheet);
            year.against = reports.latest();
        }
        const bool final = year.against == Against::final;
        year.as_of = options_.as_of;
        if (!year.as_of && year.year) year.as_of = final ? Date{*year.year + 1, 3, 31} : Date{*year.year, 9, 30};
        for (SummaryIndicator& one : indicators) {
            const IndicatorReport& report = final ? one.final : one.midterm;
            one.status = report.status;
            one.kind = report.kind;
        }
    }

    void add_up(SummaryYear& year) {
        Counter total;
        std::vector<Counter> counters;
        std::unordered_map<std::string, std::size_t> index;
        for (std::size_t i = year.first_sheet; i < year.first_sheet + year.sheet_count; ++i) {
            const SummarySheet& sheet = summary_.sheets[i];
            const auto [entry, added] = index.try_emplace(fold(sheet.department), counters.size());
            if (added) {
                counters.emplace_back();
                year.departments.push_back({sheet.department, {}, {}});
            }
            year.departments[entry->second].sheets.push_back(i);
            counters[entry->second].add(sheet, summary_.indicators_of(sheet));
            total.add(sheet, summary_.indicators_of(sheet));
            count_sdgs(year, *sheet.sheet);
        }
        for (std::size_t i = 0; i < counters.size(); ++i) year.departments[i].counts = counters[i].finish();
        year.total = total.finish();
    }

    // A goal that names an SDG twice names it once.
    static void count_sdgs(SummaryYear& year, const Sheet& sheet) {
        std::array<bool, kSdgCount> named{};
        for (const SdgGoal& sdg : sheet.sdgs)
            if (sdg.number >= 1 && sdg.number <= static_cast<int>(kSdgCount))
                named[static_cast<std::size_t>(sdg.number - 1)] = true;
        for (std::size_t i = 0; i < kSdgCount; ++i) year.sdgs[i] += named[i] ? 1 : 0;
        if (std::none_of(named.begin(), named.end(), [](bool one) { return one; })) ++year.without_sdgs;
    }

    // A finding is about the last sheet of its file that begins at or above it.
    void place_findings() {
        std::unordered_map<std::string, std::vector<std::size_t>> by_path;
        for (std::size_t i = 0; i < summary_.sheets.size(); ++i)
            if (summary_.sheets[i].line != 0) by_path[summary_.sheets[i].document->source.path].push_back(i);
        for (Finding& finding : findings_) {
            SummaryFinding placed{std::move(finding), std::nullopt};
            std::uint32_t best = 0;
            const auto sheets = by_path.find(placed.finding.path);
            if (sheets != by_path.end())
                for (const std::size_t i : sheets->second) {
                    const std::uint32_t line = summary_.sheets[i].line;
                    if (line > placed.finding.region.begin.line || line < best) continue;
                    best = line;
                    placed.sheet = i;
                }
            summary_.findings.push_back(std::move(placed));
        }
    }

    SummaryOptions options_;
    Summary summary_;
    std::vector<std::vector<SummaryIndicator>> per_document_;
    std::vector<Finding> findings_;
};

}  // namespace

Summary summarise(SummaryInput input, const SummaryOptions& options) {
    return Summariser(std::move(input), options).run();
}

}  // namespace goalsheet
