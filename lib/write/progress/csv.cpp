// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <iterator>

#include "goalsheet/write_progress.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

struct Column {
    Message name;
    std::string (*cell)(const ProgressRow& row, Lang lang);  // quoted
};

std::string text(std::string_view value) { return quote_csv(value); }
std::string number(const std::string& value) { return quote_csv_number(value); }

template <typename T>
std::string whole(const std::optional<T>& value) {
    return number(value ? fmt::format("{}", *value) : std::string());
}
std::string decimal(const std::optional<Decimal>& value) { return number(value ? value->to_text() : std::string()); }
std::string share(const std::optional<double>& value) {
    return number(value ? fmt::format("{:.4f}", *value) : std::string());
}

// The fields of the JSON in its order, the day the figures are of, and the report.
const Column kColumns[] = {
    {{"入力ファイル", "source"}, [](const ProgressRow& r, Lang) { return text(r.source_name); }},
    {{"行", "line"},
     [](const ProgressRow& r, Lang) { return number(r.line ? fmt::format("{}", r.line) : std::string()); }},
    {{"年度", "fiscal_year"}, [](const ProgressRow& r, Lang) { return whole(r.fiscal_year); }},
    {{"部局名", "department"}, [](const ProgressRow& r, Lang) { return text(r.department); }},
    {{"優先順位", "priority"}, [](const ProgressRow& r, Lang) { return whole(r.priority); }},
    {{"重点目標", "goal"}, [](const ProgressRow& r, Lang) { return text(r.goal); }},
    {{"項目番号", "item"}, [](const ProgressRow& r, Lang) { return number(fmt::format("{}", r.item)); }},
    {{"取組項目", "item_title"}, [](const ProgressRow& r, Lang) { return text(r.item_title); }},
    {{"枝番", "measure"}, [](const ProgressRow& r, Lang) { return number(fmt::format("{}", r.measure)); }},
    {{"方法・手段", "action"}, [](const ProgressRow& r, Lang) { return text(r.action); }},
    {{"指標名", "indicator"}, [](const ProgressRow& r, Lang) { return text(r.indicator); }},
    {{"基準値", "baseline"}, [](const ProgressRow& r, Lang) { return decimal(r.baseline); }},
    {{"目標値", "target"}, [](const ProgressRow& r, Lang) { return decimal(r.target); }},
    {{"目標単位", "unit"}, [](const ProgressRow& r, Lang) { return text(r.unit); }},
    {{"比較", "comparator"},
     [](const ProgressRow& r, Lang) { return number(std::string(comparator_sign(r.comparator))); }},
    {{"修飾", "modifier"}, [](const ProgressRow& r, Lang) { return text(r.modifier); }},
    {{"実績値", "result"}, [](const ProgressRow& r, Lang) { return decimal(r.result); }},
    {{"実績単位", "result_unit"}, [](const ProgressRow& r, Lang) { return text(r.result_unit); }},
    {{"状態", "state"}, [](const ProgressRow& r, Lang) { return text(report_state_name(r.state)); }},
    {{"見込値", "projected"}, [](const ProgressRow& r, Lang) { return decimal(r.projected); }},
    {{"方向", "direction"},
     [](const ProgressRow& r, Lang lang) {
         if (lang == Lang::en) return text(direction_name(r.direction));
         return text(r.target ? direction_words(r.direction).ja : std::string());
     }},
    {{"達成率", "rate"}, [](const ProgressRow& r, Lang) { return share(r.rate); }},
    {{"改善率", "improvement"}, [](const ProgressRow& r, Lang) { return share(r.improvement); }},
    {{"経過率", "pace"}, [](const ProgressRow& r, Lang) { return share(r.pace); }},
    {{"進捗区分", "status"},
     [](const ProgressRow& r, Lang lang) {
         return text(lang == Lang::ja ? std::string_view(status_words(r.status).ja) : status_name(r.status));
     }},
    {{"確信度", "confidence"}, [](const ProgressRow& r, Lang) { return share(r.confidence); }},
    {{"備考", "note"}, [](const ProgressRow& r, Lang lang) { return text(r.note.in(lang)); }},
    {{"目標原文", "target_text"}, [](const ProgressRow& r, Lang) { return text(r.target_text); }},
    {{"報告原文", "report_text"}, [](const ProgressRow& r, Lang) { return text(r.report_text); }},
    {{"基準日", "as_of"},
     [](const ProgressRow& r, Lang) { return number(r.as_of ? format_date(*r.as_of) : std::string()); }},
    {{"報告", "against"},
     [](const ProgressRow& r, Lang lang) {
         return lang == Lang::en ? text(against_name(r.against)) : text(against_words(r.against).ja);
     }},
    {{"全国地方公共団体コード", "city_code"}, [](const ProgressRow& r, Lang) { return text(r.keys.city.code); }},
    {{"地方公共団体名", "city_name"}, [](const ProgressRow& r, Lang) { return text(r.keys.city.name); }},
    {{"目標ID", "sheet_id"}, [](const ProgressRow& r, Lang) { return text(r.keys.sheet_id); }},
    {{"方法・手段ID", "measure_id"}, [](const ProgressRow& r, Lang) { return text(r.keys.measure_id); }},
    {{"目標値ID", "indicator_id"}, [](const ProgressRow& r, Lang) { return text(r.keys.indicator_id); }},
};

template <typename Cell>
void add_record(std::string& out, Cell cell) {
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
        if (i != 0) out += ',';
        out += cell(kColumns[i]);
    }
    out += "\r\n";
}

}  // namespace

std::string write_progress_csv(const Progress& progress, Lang lang) {
    return write_progress_csv_opening(lang) + write_progress_csv_rows(progress.rows, lang);
}

std::string write_progress_csv_opening(Lang lang) {
    std::string out = "\xEF\xBB\xBF";
    add_record(out, [&](const Column& column) { return quote_csv(column.name.in(lang)); });
    return out;
}

std::string write_progress_csv_rows(std::span<const ProgressRow> rows, Lang lang) {
    std::string out;
    for (const ProgressRow& row : rows) add_record(out, [&](const Column& column) { return column.cell(row, lang); });
    return out;
}

}  // namespace goalsheet
