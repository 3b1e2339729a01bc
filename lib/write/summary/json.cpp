// SPDX-License-Identifier: MIT
#include <cmath>
#include <nlohmann/json.hpp>

#include "goalsheet/write_summary.hpp"
#include "text/escape.hpp"
#include "write/format/pieces.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::ordered_json;

// A tree of all rows would not fit: each is written as it is made.
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
    void add(const Json& entry) {
        out_.text += first_ ? "\n    " : ",\n    ";
        out_.text += escape_in_json(entry.dump(-1, ' ', false, Json::error_handler_t::replace));
        first_ = false;
        out_.hand_over();
    }
    void end_list() { out_.text += first_ ? "]" : "\n  ]"; }

private:
    Pieces out_;
    bool first_ = true;
};

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json number(const std::optional<Decimal>& value) {
    if (!value) return nullptr;
    return value->scale == 0 ? Json(value->mantissa) : Json(value->to_double());
}

// Four places are a hundredth of a percent.
double round_share(double value) { return std::round(value * 10000) / 10000; }
Json share(const std::optional<double>& value) { return value ? Json(round_share(*value)) : Json(nullptr); }

Json day(const std::optional<Date>& date) { return date ? Json(format_date(*date)) : Json(nullptr); }

Json average_json(const RateAverage& average) {
    return {{"n", average.n},
            {"mean", average.n == 0 ? Json(nullptr) : Json(round_share(average.mean))},
            {"median", average.n == 0 ? Json(nullptr) : Json(round_share(average.median))}};
}

Json counts_json(const SummaryCounts& counts) {
    Json standings;
    for (const Standing standing : kStandings) standings[std::string(standing_name(standing))] = counts.count(standing);
    Json statuses;
    for (std::size_t i = 0; i < kProgressStatusCount; ++i)
        statuses[std::string(status_name(static_cast<ProgressStatus>(i)))] = counts.statuses[i];
    return {{"goals", counts.goals},
            {"items", counts.items},
            {"measures", counts.measures},
            {"indicators", counts.indicators},
            {"reported", counts.reported()},
            {"standings", std::move(standings)},
            {"statuses", std::move(statuses)},
            {"midterm_rate", average_json(counts.midterm)},
            {"final_rate", average_json(counts.final)}};
}

Json department_json(const SummaryDepartment& department) {
    return {{"department", department.name}, {"counts", counts_json(department.counts)}};
}

Json year_json(const SummaryYear& year) {
    Json departments = Json::array();
    for (const SummaryDepartment& department : year.departments) departments.push_back(department_json(department));
    Json sdgs = Json::array();
    for (std::size_t i = 0; i < kSdgCount; ++i) sdgs.push_back({{"number", i + 1}, {"goals", year.sdgs[i]}});
    return {
        {"fiscal_year", or_null(year.year)},       {"against", against_name(year.against)}, {"as_of", day(year.as_of)},
        {"total", counts_json(year.total)},        {"departments", std::move(departments)}, {"sdgs", std::move(sdgs)},
        {"goals_without_sdgs", year.without_sdgs}, {"rate_bands", year.rate_bands},         {"inputs", year.inputs}};
}

Json line_json(std::uint32_t line) { return line == 0 ? Json(nullptr) : Json(line); }

Json goal_json(const Summary& summary, const SummarySheet& sheet) {
    Json sdgs = Json::array();
    for (const SdgGoal& sdg : sheet.texts().sdgs) sdgs.push_back(sdg.number);
    return {{"id", sheet.id},
            {"fiscal_year", or_null(sheet.year)},
            {"department", sheet.department},
            {"section", sheet.section},
            {"priority", or_null(sheet.priority)},
            {"goal", sheet.goal},
            {"sdgs", std::move(sdgs)},
            {"source", summary.document_of(sheet).path},
            {"line", line_json(sheet.line)},
            {"counts", counts_json(summary.count(sheet))}};
}

Json report_json(const IndicatorReport& report, const std::string& text, Lang lang) {
    return {{"result", number(report.result)},
            {"unit", report.unit},
            {"state", report_state_name(report.state)},
            {"projected", number(report.projected)},
            {"rate", share(report.rate)},
            {"improvement", share(report.improvement)},
            {"pace", share(report.pace)},
            {"status", status_name(report.status)},
            {"kind", figure_kind_name(report.kind)},
            {"note", report.note.in(lang)},
            {"text", text}};
}

Json indicator_json(const SummarySheet& sheet, const std::string& source, const Item& item, const SummaryIndicator& one,
                    Lang lang) {
    const Measure& measure = item.measures[one.measure];
    return {{"goal_id", sheet.id},
            {"fiscal_year", or_null(sheet.year)},
            {"department", sheet.department},
            {"item", item.number},
            {"item_title", item.title.text},
            {"measure", measure.number},
            {"order", one.order},
            {"action", measure.action.text},
            {"deadline", measure.deadline.text},
            {"indicator", one.label},
            {"baseline", number(one.baseline)},
            {"target", number(one.target)},
            {"unit", one.unit},
            {"comparator", comparator_sign(one.comparator)},
            {"direction", direction_name(one.direction)},
            {"target_text", measure.target.text},
            {"source", source},
            {"line", line_json(one.line)},
            {"status", status_name(one.status)},
            {"standing", standing_name(standing_of(one.status))},
            {"kind", figure_kind_name(one.kind)},
            {"midterm", report_json(one.midterm, measure.midterm.text, lang)},
            {"final", report_json(one.final, measure.final.text, lang)}};
}

Json point_json(const Summary& summary, const TrendPoint& point, bool of_goals, Lang lang) {
    const SummaryYear& year = summary.years[point.year];
    Json json = {{"fiscal_year", or_null(year.year)}};
    if (of_goals) {
        const SummarySheet& sheet = summary.sheets[point.index];
        json["goal_id"] = sheet.id;
        json["goal"] = sheet.goal;
        json["department"] = sheet.department;
        json["counts"] = counts_json(summary.count(sheet));
    } else {
        json["department"] = year.departments[point.index].name;
        json["counts"] = counts_json(year.departments[point.index].counts);
    }
    json["link"] = trend_link_name(point.link);
    json["how"] = point.how.in(lang);
    return json;
}

void add_trends(JsonWriter& out, const char* name, const Summary& summary, const std::vector<Trend>& trends,
                Lang lang) {
    out.begin_list(name);
    for (const Trend& trend : trends) {
        Json points = Json::array();
        for (const TrendPoint& point : trend)
            points.push_back(point_json(summary, point, &trends == &summary.goals, lang));
        out.add(points);
    }
    out.end_list();
}

Json finding_json(const Summary& summary, const SummaryFinding& placed, Lang lang) {
    const Finding& finding = placed.finding;
    return {{"code", finding.code},
            {"name", finding.name},
            {"severity", severity_name(finding.severity)},
            {"message", finding.message.in(lang)},
            {"goal_id", placed.sheet ? Json(summary.sheets[*placed.sheet].id) : Json(nullptr)},
            {"path", finding.path},
            {"line", finding.region.begin.line},
            {"column", finding.region.begin.column},
            {"address", finding.address.in(lang)}};
}

Json input_json(const SummaryDocument& document) {
    return {{"path", document.path},
            {"format", document.format},
            {"encoding", document.encoding},
            {"sha256", document.sha256},
            {"sheets", document.sheets}};
}

void add_indicators(JsonWriter& out, const Summary& summary, Lang lang) {
    out.begin_list("indicators");
    for (const SummarySheet& sheet : summary.sheets) {
        const Sheet texts = sheet.texts();
        for (const SummaryIndicator& one : sheet.indicators())
            out.add(indicator_json(sheet, summary.document_of(sheet).path, texts.items[one.item], one, lang));
    }
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
    for (const SummaryYear& year : summary.years) out.add(year_json(year));
    out.end_list();
    add_trends(out, "department_trends", summary, summary.departments, lang);
    add_trends(out, "goal_trends", summary, summary.goals, lang);
    out.begin_list("goals");
    for (const SummarySheet& sheet : summary.sheets) out.add(goal_json(summary, sheet));
    out.end_list();
    add_indicators(out, summary, lang);
    out.begin_list("findings");
    for (std::size_t i = 0; i < summary.findings.size(); ++i) out.add(finding_json(summary, summary.finding(i), lang));
    out.end_list();
    out.begin_list("inputs");
    for (const SummaryDocument& document : summary.documents) out.add(input_json(document));
    out.end_list();
    out.begin_list("unreadable");
    for (const Fault& fault : summary.unreadable) out.add({{"path", fault.path}, {"message", fault.message.in(lang)}});
    out.end_list();
    return out.close();
}

}  // namespace goalsheet
