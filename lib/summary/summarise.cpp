// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.hpp"
#include "goalsheet/summary.hpp"
#include "goalsheet/text.hpp"
#include "model/ids.hpp"
#include "numbers/progress/measured_document.hpp"
#include "summary/counts.hpp"
#include "summary/department_name.hpp"
#include "summary/packed_sheet.hpp"
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

SummaryIndicator make_indicator(const ProgressRow& midterm, const ProgressRow& final) {
    SummaryIndicator indicator;
    indicator.item = midterm.item_index;
    indicator.measure = midterm.measure_index;
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

SummaryDocument describe_document(const Document& document) {
    const DocumentSource& source = document.source;
    return {source.path, source.format, source.encoding, source.sha256, document.city, document.sheets.size()};
}

SummarySheet describe_sheet(const Document& document, const Sheet& sheet) {
    SummarySheet described;
    const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
    if (year) described.year = year->gregorian;
    DepartmentName name = split_department(sheet.department.empty() ? document.department.text : sheet.department.text);
    described.department = std::move(name.department);
    described.section = std::move(name.section);
    described.line = line_of(document, sheet);
    described.goal = sheet.goal.text;
    described.priority = sheet.priority;
    described.items = sheet.items.size();
    for (const Item& item : sheet.items) described.measures += item.measures.size();
    described.reports.add(sheet);
    for (const SdgGoal& sdg : sheet.sdgs)
        if (sdg.number >= 1 && sdg.number <= static_cast<int>(kSdgCount))
            described.sdgs[static_cast<std::size_t>(sdg.number - 1)] = true;
    return described;
}

// By sheet. Those of a row both reports have.
std::vector<std::vector<SummaryIndicator>> make_indicators(const MeasuredDocument& measured) {
    std::vector<std::vector<SummaryIndicator>> all(measured.document->sheets.size());
    for (std::size_t i = 0; i < measured.midterm.size(); ++i) {
        SummaryIndicator one = make_indicator(measured.midterm[i], measured.final[i]);
        std::vector<SummaryIndicator>& own = all[measured.midterm[i].sheet];
        const bool again = !own.empty() && own.back().item == one.item && own.back().measure == one.measure;
        if (again) one.order = own.back().order + 1;
        own.push_back(std::move(one));
    }
    return all;
}

bool any_other_city(std::span<const SummaryDocument> documents) {
    return std::any_of(documents.begin(), documents.end(),
                       [&](const SummaryDocument& one) { return one.city.code != documents.front().city.code; });
}

// Two cities have a 総務部 each.
std::string in_city(const City& city, const std::string& department) {
    const std::string& name = city.name.empty() ? city.code : city.name;
    return name.empty() ? department : name + " " + department;
}

class Summariser {
public:
    Summariser(SummaryInput input, const SummaryOptions& options) : options_(options), input_(std::move(input)) {
        summary_.unreadable = std::move(input_.unreadable);
        summary_.findings = std::move(input_.findings);
        summary_.jobs = options_.jobs;
    }

    Summary run() {
        if (input_.pages.empty()) read_all();
        take_pages();
        group_years();
        for (SummaryYear& year : summary_.years) {
            judge(year);
            add_up(year);
        }
        follow_trends(summary_);
        place_sheets();
        count_findings();
        return std::move(summary_);
    }

private:
    void read_all() {
        input_.pages.resize(input_.documents.size());
        for_each_index(input_.documents.size(), options_.jobs, [this](std::size_t i) {
            input_.pages[i] = summarise_page(measure_document(input_.documents[i], options_.as_of));
        });
    }

    // Sheets by year, newest first, and stable within it.
    void take_pages() {
        SheetIds ids;
        for (SummaryPage& page : input_.pages) {
            for (SummarySheet& sheet : page.sheets) {
                sheet.input = summary_.documents.size();
                sheet.id = ids.next(std::move(sheet.id));
                summary_.sheets.push_back(std::move(sheet));
            }
            summary_.documents.push_back(std::move(page.document));
            page = SummaryPage();
        }
        if (any_other_city(summary_.documents))
            for (SummarySheet& sheet : summary_.sheets)
                sheet.department = in_city(summary_.document_of(sheet).city, sheet.department);
        const auto rank = [](const SummarySheet& sheet) {
            return sheet.year.value_or(std::numeric_limits<int>::min());
        };
        std::stable_sort(summary_.sheets.begin(), summary_.sheets.end(),
                         [&](const SummarySheet& a, const SummarySheet& b) { return rank(a) > rank(b); });
    }

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

    std::span<SummarySheet> sheets_of(const SummaryYear& year) {
        return std::span(summary_.sheets).subspan(year.first_sheet, year.sheet_count);
    }

    void judge(SummaryYear& year) {
        year.against = options_.against;
        if (year.against == Against::automatic) {
            ReportCounts reports;
            for (const SummarySheet& sheet : sheets_of(year)) {
                reports.measures += sheet.reports.measures;
                reports.midterm += sheet.reports.midterm;
                reports.final += sheet.reports.final;
            }
            year.against = reports.latest();
        }
        const bool final = year.against == Against::final;
        year.as_of = options_.as_of;
        if (!year.as_of && year.year) year.as_of = final ? Date{*year.year + 1, 3, 31} : Date{*year.year, 9, 30};
        for (SummarySheet& sheet : sheets_of(year)) sheet.against = year.against;
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
            const std::vector<SummaryIndicator> indicators = sheet.indicators();
            counters[entry->second].add(sheet, indicators);
            total.add(sheet, indicators);
            count_bands(year, indicators);
            count_sdgs(year, sheet);
            inputs.insert(sheet.input);
        }
        for (std::size_t i = 0; i < counters.size(); ++i) year.departments[i].counts = counters[i].finish();
        year.total = total.finish();
        year.inputs = inputs.size();
    }

    static void count_bands(SummaryYear& year, std::span<const SummaryIndicator> indicators) {
        for (const SummaryIndicator& one : indicators) {
            const IndicatorReport& report = year.against == Against::final ? one.final : one.midterm;
            if (report.kind == FigureKind::computed) ++year.rate_bands[rate_band(*report.rate)];
        }
    }

    static void count_sdgs(SummaryYear& year, const SummarySheet& sheet) {
        for (std::size_t i = 0; i < kSdgCount; ++i) year.sdgs[i] += sheet.sdgs[i] ? 1 : 0;
        if (std::none_of(sheet.sdgs.begin(), sheet.sdgs.end(), [](bool one) { return one; })) ++year.without_sdgs;
    }

    // Findings know their document and sheet; sheets stand by year here.
    void place_sheets() {
        summary_.places.resize(summary_.documents.size());
        for (std::size_t i = 0; i < summary_.documents.size(); ++i)
            summary_.places[i].resize(summary_.documents[i].sheets);
        for (std::size_t i = 0; i < summary_.sheets.size(); ++i)
            summary_.places[summary_.sheets[i].input][summary_.sheets[i].number] = i;
    }

    void count_findings() {
        std::vector<SummaryYear*> year_of(summary_.sheets.size());
        for (SummaryYear& year : summary_.years)
            std::fill_n(year_of.begin() + static_cast<std::ptrdiff_t>(year.first_sheet), year.sheet_count, &year);
        for (std::size_t i = 0; i < summary_.findings.size(); ++i) {
            const SummaryFinding placed = summary_.finding(i);
            if (placed.sheet) ++year_of[*placed.sheet]->findings[static_cast<std::size_t>(placed.finding.severity)];
        }
    }

    SummaryOptions options_;
    SummaryInput input_;
    Summary summary_;
};

}  // namespace

void SummaryIndicator::judge(Against against) {
    const IndicatorReport& report = against == Against::final ? final : midterm;
    status = report.status;
    kind = report.kind;
}

std::size_t Summary::count_indicators() const {
    return std::accumulate(sheets.begin(), sheets.end(), std::size_t{0},
                           [](std::size_t sum, const SummarySheet& sheet) { return sum + sheet.indicator_count; });
}

std::size_t Summary::count_findings(Severity severity) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) count += findings.severity(i) == severity ? 1 : 0;
    return count;
}

SummaryFinding Summary::finding(std::size_t index) const {
    SummaryFinding placed{findings.at(index), std::nullopt};
    const Finding& one = placed.finding;
    if (one.address.sheet != 0 && one.document < places.size() && one.address.sheet <= places[one.document].size())
        placed.sheet = places[one.document][one.address.sheet - 1];
    return placed;
}

SummaryPage summarise_page(const MeasuredDocument& measured, SummaryTexts texts) {
    const Document& document = *measured.document;
    SummaryPage page{describe_document(document), {}};
    std::vector<std::string> ids = natural_ids(document);
    const std::vector<std::vector<SummaryIndicator>> indicators = make_indicators(measured);
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        SummarySheet sheet = describe_sheet(document, document.sheets[i]);
        sheet.number = i;
        sheet.id = std::move(ids[i]);
        sheet.indicator_count = indicators[i].size();
        sheet.packed_texts = pack_texts(document.sheets[i], texts);
        sheet.packed_figures = pack_figures(indicators[i]);
        page.sheets.push_back(std::move(sheet));
    }
    return page;
}

Summary summarise(SummaryInput input, const SummaryOptions& options) {
    return Summariser(std::move(input), options).run();
}

}  // namespace goalsheet
