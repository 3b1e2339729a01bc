// SPDX-License-Identifier: MIT
#include <cmath>
#include <string_view>
#include <utility>

#include "goalsheet/write_summary.hpp"
#include "model/ids.hpp"
#include "summary/each_sheet.hpp"
#include "text/json_text.hpp"
#include "write/format/pieces.hpp"

namespace goalsheet {
namespace {

// Each row goes out as it is made: all of them would not fit.
class JsonWriter {
public:
    explicit JsonWriter(const TextSink& sink) : out_(sink) {}

    void open() { out_.text += "{\n  \"schema_version\": 2"; }
    bool close() {
        out_.text += "\n}\n";
        return out_.finish();
    }

    void begin_list(const char* name) {
        out_.text += std::string(",\n  \"") + name + "\": [";
        first_ = true;
    }
    void add(std::string_view entry) {
        out_.text += first_ ? "\n    " : ",\n    ";
        out_.text += entry;
        first_ = false;
        out_.hand_over();
    }
    void end_list() { out_.text += first_ ? "]" : "\n  ]"; }

private:
    Pieces out_;
    bool first_ = true;
};

/// `fill`: what writes it.
template <class Fill>
std::string entry_of(Fill fill) {
    JsonText json(-1);
    fill(json);
    return std::move(json).take();
}

void add(JsonText& json, std::string_view name, const std::optional<int>& value) {
    json.key(name);
    value ? json.number(*value) : json.null();
}

void add(JsonText& json, std::string_view name, const std::optional<Decimal>& value) {
    json.key(name);
    if (!value) return json.null();
    value->scale == 0 ? json.number(value->mantissa) : json.real(value->to_double());
}

void add_count(JsonText& json, std::string_view name, std::size_t count) {
    json.field(name, static_cast<std::int64_t>(count));
}

// Four places are a hundredth of a percent.
void add_share(JsonText& json, std::string_view name, const std::optional<double>& value) {
    json.key(name);
    value ? json.real(std::round(*value * 10000) / 10000) : json.null();
}

void add_line(JsonText& json, std::uint32_t line) {
    add(json, "line", line == 0 ? std::nullopt : std::optional(static_cast<int>(line)));
}

void add_average(JsonText& json, std::string_view name, const RateAverage& average) {
    const auto of = [&](double value) { return average.n == 0 ? std::nullopt : std::optional(value); };
    json.object(name, [&] {
        add_count(json, "n", average.n);
        add_share(json, "mean", of(average.mean));
        add_share(json, "median", of(average.median));
    });
}

void add_counts(JsonText& json, std::string_view name, const SummaryCounts& counts) {
    json.object(name, [&] {
        add_count(json, "goals", counts.goals);
        add_count(json, "items", counts.items);
        add_count(json, "measures", counts.measures);
        add_count(json, "indicators", counts.indicators);
        add_count(json, "reported", counts.reported());
        json.object("standings", [&] {
            for (const Standing standing : kStandings) add_count(json, standing_name(standing), counts.count(standing));
        });
        json.object("statuses", [&] {
            for (std::size_t i = 0; i < kProgressStatusCount; ++i)
                add_count(json, status_name(static_cast<ProgressStatus>(i)), counts.statuses[i]);
        });
        add_average(json, "midterm_rate", counts.midterm);
        add_average(json, "final_rate", counts.final);
    });
}

void add_department(JsonText& json, const SummaryDepartment& department) {
    json.object([&] {
        json.field("department", department.name);
        add_counts(json, "counts", department.counts);
    });
}

void add_year(JsonText& json, const SummaryYear& year) {
    json.object([&] {
        add(json, "fiscal_year", year.year);
        json.field("against", against_name(year.against));
        json.key("as_of");
        year.as_of ? json.text(format_date(*year.as_of)) : json.null();
        add_counts(json, "total", year.total);
        json.list("departments", [&] {
            for (const SummaryDepartment& department : year.departments) add_department(json, department);
        });
        json.list("sdgs", [&] {
            for (std::size_t i = 0; i < kSdgCount; ++i)
                json.object([&] {
                    add_count(json, "number", i + 1);
                    add_count(json, "goals", year.sdgs[i]);
                });
        });
        add_count(json, "goals_without_sdgs", year.without_sdgs);
        json.list("rate_bands", [&] {
            for (const std::size_t count : year.rate_bands) json.number(static_cast<std::int64_t>(count));
        });
        add_count(json, "inputs", year.inputs);
    });
}

void add_goal(JsonText& json, const Summary& summary, const SummarySheet& sheet) {
    json.object([&] {
        json.field("id", sheet.id);
        add(json, "fiscal_year", sheet.year);
        json.field("department", sheet.department);
        json.field("section", sheet.section);
        add(json, "priority", sheet.priority);
        json.field("goal", sheet.goal);
        json.list("sdgs", [&] {
            for (const SdgGoal& sdg : sheet.named_sdgs()) json.number(sdg.number);
        });
        json.field("source", summary.document_of(sheet).path);
        add_line(json, sheet.line);
        add_counts(json, "counts", summary.count(sheet));
    });
}

void add_report(JsonText& json, std::string_view name, const IndicatorReport& report, const std::string& text,
                Lang lang) {
    json.object(name, [&] {
        add(json, "result", report.result);
        json.field("unit", report.unit);
        json.field("state", report_state_name(report.state));
        add(json, "projected", report.projected);
        add_share(json, "rate", report.rate);
        add_share(json, "improvement", report.improvement);
        add_share(json, "pace", report.pace);
        json.field("status", status_name(report.status));
        json.field("kind", figure_kind_name(report.kind));
        json.field("note", report.note.in(lang));
        json.field("text", text);
    });
}

void add_indicator(JsonText& json, const SummarySheet& sheet, const std::string& source, const Item& item,
                   const std::string& measure_id, const SummaryIndicator& one, Lang lang) {
    const Measure& measure = item.measures[one.measure];
    json.object([&] {
        json.field("goal_id", sheet.id);
        json.field("measure_id", measure_id);
        json.field("indicator_id", indicator_id(measure_id, one.order));
        add(json, "fiscal_year", sheet.year);
        json.field("department", sheet.department);
        json.field("item", item.number);
        json.field("item_title", item.title.text);
        json.field("measure", measure.number);
        json.field("order", one.order);
        json.field("action", measure.action.text);
        json.field("deadline", measure.deadline.text);
        json.field("indicator", one.label);
        add(json, "baseline", one.baseline);
        add(json, "target", one.target);
        json.field("unit", one.unit);
        json.field("comparator", comparator_sign(one.comparator));
        json.field("direction", direction_name(one.direction));
        json.field("target_text", measure.target.text);
        json.field("source", source);
        add_line(json, one.line);
        json.field("status", status_name(one.status));
        json.field("standing", standing_name(standing_of(one.status)));
        json.field("kind", figure_kind_name(one.kind));
        add_report(json, "midterm", one.midterm, measure.midterm.text, lang);
        add_report(json, "final", one.final, measure.final.text, lang);
    });
}

void add_point(JsonText& json, const Summary& summary, const TrendPoint& point, bool of_goals, Lang lang) {
    const SummaryYear& year = summary.years[point.year];
    json.object([&] {
        add(json, "fiscal_year", year.year);
        if (of_goals) {
            const SummarySheet& sheet = summary.sheets[point.index];
            json.field("goal_id", sheet.id);
            json.field("goal", sheet.goal);
            json.field("department", sheet.department);
            add_counts(json, "counts", summary.count(sheet));
        } else {
            json.field("department", year.departments[point.index].name);
            add_counts(json, "counts", year.departments[point.index].counts);
        }
        json.field("link", trend_link_name(point.link));
        json.field("how", point.how.in(lang));
    });
}

void add_trends(JsonWriter& out, const char* name, const Summary& summary, const std::vector<Trend>& trends,
                Lang lang) {
    const bool of_goals = &trends == &summary.goals;
    out.begin_list(name);
    for (const Trend& trend : trends)
        out.add(entry_of([&](JsonText& json) {
            json.open_list();
            for (const TrendPoint& point : trend) add_point(json, summary, point, of_goals, lang);
            json.close_list();
        }));
    out.end_list();
}

void add_finding(JsonText& json, const Summary& summary, const SummaryFinding& placed, Lang lang) {
    const Finding& finding = placed.finding;
    json.object([&] {
        json.field("code", finding.code);
        json.field("name", finding.name);
        json.field("severity", severity_name(finding.severity));
        json.field("message", finding.message.in(lang));
        json.key("goal_id");
        placed.sheet ? json.text(summary.sheets[*placed.sheet].id) : json.null();
        json.field("path", finding.path);
        json.field("line", finding.region.begin.line);
        json.field("column", finding.region.begin.column);
        json.field("address", finding.address_in(lang));
    });
}

void add_input(JsonText& json, const SummaryDocument& document) {
    json.object([&] {
        json.field("path", document.path);
        json.field("format", document.format);
        json.field("encoding", document.encoding);
        json.field("sha256", document.sha256);
        add_count(json, "sheets", document.sheets);
    });
}

std::vector<std::string> indicator_entries(const Summary& summary, const SummarySheet& sheet, Lang lang) {
    std::vector<std::string> entries;
    const Sheet texts = sheet.texts();
    const MeasureIds ids(texts, sheet.id);
    for (const SummaryIndicator& one : sheet.indicators())
        entries.push_back(entry_of([&](JsonText& json) {
            add_indicator(json, sheet, summary.document_of(sheet).path, texts.items[one.item],
                          ids.measure(one.item, one.measure), one, lang);
        }));
    return entries;
}

void add_goals(JsonWriter& out, const Summary& summary) {
    out.begin_list("goals");
    for_each_sheet(
        summary,
        [&](std::size_t i) { return entry_of([&](JsonText& json) { add_goal(json, summary, summary.sheets[i]); }); },
        [&](std::size_t, const std::string& entry) { out.add(entry); });
    out.end_list();
}

void add_indicators(JsonWriter& out, const Summary& summary, Lang lang) {
    out.begin_list("indicators");
    for_each_sheet(
        summary, [&](std::size_t i) { return indicator_entries(summary, summary.sheets[i], lang); },
        [&](std::size_t, const std::vector<std::string>& entries) {
            for (const std::string& entry : entries) out.add(entry);
        });
    out.end_list();
}

}  // namespace

std::string write_summary_json(const Summary& summary, Lang lang) {
    std::string text;
    write_summary_json(summary, lang, [&](std::string_view piece) {
        text += piece;
        return true;
    });
    return text;
}

bool write_summary_json(const Summary& summary, Lang lang, const TextSink& sink) {
    JsonWriter out(sink);
    out.open();
    out.begin_list("years");
    for (const SummaryYear& year : summary.years) out.add(entry_of([&](JsonText& json) { add_year(json, year); }));
    out.end_list();
    add_trends(out, "department_trends", summary, summary.departments, lang);
    add_trends(out, "goal_trends", summary, summary.goals, lang);
    add_goals(out, summary);
    add_indicators(out, summary, lang);
    out.begin_list("findings");
    for (std::size_t i = 0; i < summary.findings.size(); ++i)
        out.add(entry_of([&](JsonText& json) { add_finding(json, summary, summary.finding(i), lang); }));
    out.end_list();
    out.begin_list("inputs");
    for (const SummaryDocument& document : summary.documents)
        out.add(entry_of([&](JsonText& json) { add_input(json, document); }));
    out.end_list();
    out.begin_list("unreadable");
    for (const Fault& fault : summary.unreadable)
        out.add(entry_of([&](JsonText& json) {
            json.object([&] {
                json.field("path", fault.path);
                json.field("message", fault.message.in(lang));
            });
        }));
    out.end_list();
    return out.close();
}

}  // namespace goalsheet
