// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

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

IndicatorReport make_report(const ProgressRow& row) {
    IndicatorReport report;
    report.result = row.result;
    report.unit = row.result_unit;
    report.state = row.state;
    report.projected = row.projected;
    report.rate = row.rate;
    report.improvement = row.improvement;
    report.pace = row.pace;
    report.as_of = row.as_of;
    report.status = row.status;
    report.kind = figure_kind(row);
    report.note = row.note;
    return report;
}

SummaryIndicator make_indicator(const Document& document, const ProgressRow& midterm, const ProgressRow& final) {
    SummaryIndicator indicator;
    indicator.sheet = midterm.sheet;
    indicator.item = &document.sheets[midterm.sheet].items[midterm.item_index];
    indicator.measure = &indicator.item->measures[midterm.measure_index];
    indicator.label = midterm.indicator;
    indicator.baseline = midterm.baseline;
    indicator.target = midterm.target;
    indicator.unit = midterm.unit;
    indicator.comparator = midterm.comparator;
    indicator.direction = midterm.direction;
    indicator.line = midterm.line;
    indicator.midterm = make_report(midterm);
    indicator.final = make_report(final);
    return indicator;
}

std::uint32_t line_of(const Document& document, const Sheet& sheet) {
    const auto place = sheet.place.source_of();
    return place && document.source.text ? document.source.text->line_at(place->first) : 0;
}

SummarySheet describe_sheet(const Document& document, const Sheet& sheet) {
    SummarySheet described;
    described.sheet = &sheet;
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
    if (year) described.year = year->gregorian;
    DepartmentName name = split_department(sheet.department.empty() ? document.department.text : sheet.department.text);
    described.department = std::move(name.department);
    described.section = std::move(name.section);
    described.line = line_of(document, sheet);
    return described;
}

// Those of a row both reports have.
std::vector<SummaryIndicator> make_indicators(const MeasuredDocument& measured) {
    std::vector<SummaryIndicator> indicators;
    indicators.reserve(measured.midterm.size());
    for (std::size_t i = 0; i < measured.midterm.size(); ++i) {
        SummaryIndicator one = make_indicator(*measured.document, measured.midterm[i], measured.final[i]);
        if (!indicators.empty() && indicators.back().measure == one.measure) one.order = indicators.back().order + 1;
        indicators.push_back(std::move(one));
    }
    return indicators;
}

bool any_other_city(std::span<const Document> documents) {
    return std::any_of(documents.begin(), documents.end(),
                       [&](const Document& one) { return one.city.code != documents.front().city.code; });
}

// Two cities have a 総務部 each.
std::string in_city(const City& city, const std::string& department) {
    const std::string& name = city.name.empty() ? city.code : city.name;
    return name.empty() ? department : name + " " + department;
}

class Summariser {
public:
    Summariser(SummaryInput input, const SummaryOptions& options) : options_(options) {
        summary_.documents = input.documents;
        summary_.unreadable = std::move(input.unreadable);
        findings_ = std::move(input.findings);
        pages_ = std::move(input.pages);
    }

    Summary run() {
        if (pages_.empty()) read_all();
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
        pages_.resize(summary_.documents.size());
        for_each_index(summary_.documents.size(), options_.jobs, [this](std::size_t i) {
            pages_[i] = summarise_page(measure_document(summary_.documents[i], options_.as_of));
        });
    }

    // By year, newest first, and stable within it.
    void order_sheets() {
        const auto ids = sheet_ids(summary_.documents);
        const bool several_cities = any_other_city(summary_.documents);
        for (std::size_t d = 0; d < pages_.size(); ++d)
            for (std::size_t i = 0; i < pages_[d].sheets.size(); ++i) {
                SummarySheet& sheet = summary_.sheets.emplace_back(std::move(pages_[d].sheets[i]));
                sheet.document = &summary_.documents[d];
                sheet.input = d;
                sheet.id = ids[d][i];
                if (several_cities) sheet.department = in_city(sheet.document->city, sheet.department);
            }
        const auto rank = [](const SummarySheet& sheet) {
            return sheet.year.value_or(std::numeric_limits<int>::min());
        };
        std::stable_sort(summary_.sheets.begin(), summary_.sheets.end(),
                         [&](const SummarySheet& a, const SummarySheet& b) { return rank(a) > rank(b); });
        std::size_t count = 0;
        for (const SummaryPage& page : pages_) count += page.indicators.size();
        summary_.indicators.reserve(count);
        for (std::size_t i = 0; i < summary_.sheets.size(); ++i) take_indicators(i);
        pages_ = std::vector<SummaryPage>();
    }

    // Those of a document stand in the order of its sheets.
    void take_indicators(std::size_t index) {
        SummarySheet& sheet = summary_.sheets[index];
        std::vector<SummaryIndicator>& all = pages_[sheet.input].indicators;
        const std::size_t position = position_of(sheet);
        const auto [first, last] = std::equal_range(all.begin(), all.end(), position, BySheet{});
        sheet.first_indicator = summary_.indicators.size();
        sheet.indicator_count = static_cast<std::size_t>(last - first);
        for (auto one = first; one != last; ++one) {
            summary_.indicators.push_back(std::move(*one));
            summary_.indicators.back().sheet = index;
        }
    }
    static std::size_t position_of(const SummarySheet& sheet) {
        return static_cast<std::size_t>(sheet.sheet - sheet.document->sheets.data());
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
            if (one.kind == FigureKind::computed) ++year.rate_bands[rate_band(*report.rate)];
        }
    }

    void add_up(SummaryYear& year) {
        Counter total;
        std::vector<Counter> counters;
        std::unordered_set<std::size_t> inputs;
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
            inputs.insert(sheet.input);
        }
        for (std::size_t i = 0; i < counters.size(); ++i) year.departments[i].counts = counters[i].finish();
        year.total = total.finish();
        year.inputs = inputs.size();
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

    // Findings know their document and sheet; sheets stand by year here.
    void place_findings() {
        std::vector<std::vector<std::size_t>> index(summary_.documents.size());
        for (std::size_t i = 0; i < summary_.sheets.size(); ++i) {
            std::vector<std::size_t>& own = index[summary_.sheets[i].input];
            own.resize(std::max(own.size(), position_of(summary_.sheets[i]) + 1));
            own[position_of(summary_.sheets[i])] = i;
        }
        summary_.findings.reserve(findings_.size());
        for (Finding& finding : findings_) {
            SummaryFinding placed{std::move(finding), std::nullopt};
            const Finding& one = placed.finding;
            if (one.sheet != 0 && one.document < index.size() && one.sheet <= index[one.document].size())
                placed.sheet = index[one.document][one.sheet - 1];
            summary_.findings.push_back(std::move(placed));
        }
        findings_ = std::vector<Finding>();
        count_findings();
    }

    void count_findings() {
        std::vector<SummaryYear*> year_of(summary_.sheets.size());
        for (SummaryYear& year : summary_.years)
            std::fill_n(year_of.begin() + static_cast<std::ptrdiff_t>(year.first_sheet), year.sheet_count, &year);
        for (const SummaryFinding& placed : summary_.findings)
            if (placed.sheet) ++year_of[*placed.sheet]->findings[static_cast<std::size_t>(placed.finding.severity)];
    }

    SummaryOptions options_;
    Summary summary_;
    std::vector<SummaryPage> pages_;
    std::vector<Finding> findings_;
};

}  // namespace

SummaryPage summarise_page(const MeasuredDocument& measured) {
    SummaryPage page;
    for (const Sheet& sheet : measured.document->sheets)
        page.sheets.push_back(describe_sheet(*measured.document, sheet));
    page.indicators = make_indicators(measured);
    return page;
}

Summary summarise(SummaryInput input, const SummaryOptions& options) {
    return Summariser(std::move(input), options).run();
}

}  // namespace goalsheet
