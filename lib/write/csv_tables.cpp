// SPDX-License-Identifier: MIT
#include "write/csv_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>

#include "goalsheet/text.hpp"
#include "write/ids.hpp"
#include "write/paragraphs.hpp"

namespace goalsheet {
namespace {

using Record = std::vector<std::string>;

constexpr CsvColumn kCityCode = {"全国地方公共団体コード", "city_code", "コード", "6桁。書き出しのときに与えたもの"};
constexpr CsvColumn kCityName = {"地方公共団体名", "city_name", "文字列", "書き出しのときに与えたもの"};
constexpr CsvColumn kYear = {"年度", "fiscal_year", "整数", "西暦。2025は2025年4月1日から2026年3月31日まで"};
constexpr CsvColumn kDepartment = {"部局名", "department", "文字列", ""};
constexpr CsvColumn kSheetId = {"目標ID", "sheet_id", "コード", "年度-部局名-優先順位。すべての表に共通"};
constexpr CsvColumn kItem = {"項目番号", "item_number", "整数", "取組項目の番号。①は1"};
constexpr CsvColumn kMeasure = {"枝番", "measure_number", "整数", "方法・手段の番号。(1)は1"};

constexpr CsvColumn kSheets[] = {
    kCityCode,
    {"ID", "id", "コード", "目標IDと同じ"},
    kCityName,
    kYear,
    kDepartment,
    {"優先順位", "priority", "整数", "1位は1。読めないときは空"},
    {"重点目標", "goal", "文字列", ""},
    {"取組項目数(件)", "item_count", "整数", ""},
    {"方法・手段数(件)", "measure_count", "整数", ""},
    {"変換元", "source_path", "文字列", "読み込んだファイル"},
    {"変換元SHA-256", "source_sha256", "コード", "読み込んだファイルの指紋"},
};

constexpr CsvColumn kAlignments[] = {
    kCityCode,
    {"ID", "id", "コード", "目標IDと通し番号"},
    kCityName,
    kYear,
    kDepartment,
    kSheetId,
    {"計画", "plan", "文字列", "見出しの文言のまま"},
    {"位置付け", "text", "文字列", "1行が1件"},
};

constexpr CsvColumn kMeasures[] = {
    kCityCode,
    {"ID", "id", "コード", "目標ID-項目番号-枝番"},
    kCityName,
    kYear,
    kDepartment,
    kSheetId,
    {"重点目標", "goal", "文字列", ""},
    kItem,
    {"取組項目", "item_title", "文字列", ""},
    kMeasure,
    {"方法・手段", "action", "文字列", "原文。改行は「 / 」"},
    {"スケジュール原文", "deadline_text", "文字列", "「期間・期限」の原文。改行は「 / 」"},
    {"数値目標", "target_text", "文字列", "原文。改行は「 / 」"},
    {"中間報告", "midterm_text", "文字列", "原文。改行は「 / 」。空は未記入"},
    {"期末報告", "final_text", "文字列", "原文。改行は「 / 」。空は未記入"},
};

constexpr CsvColumn kTexts[] = {
    kCityCode,
    {"ID", "id", "コード", "目標IDと通し番号"},
    kCityName,
    kYear,
    kDepartment,
    kSheetId,
    {"項目番号", "item_number", "整数", "取組項目の番号。シート全体の文章では空"},
    {"枝番", "measure_number", "整数", "方法・手段の番号。シート全体の文章では空"},
    {"区分", "section", "コード", "現況・課題、目的・効果、中間報告、期末報告、市民参加・協働、効果・課題"},
    {"段落番号", "paragraph", "整数", "その文章の中での順番"},
    {"種別", "kind", "コード", "段落、箇条書き"},
    {"本文", "text", "文字列", "箇条書きの記号を除いた1段落"},
};

constexpr CsvColumn kSdgs[] = {
    kCityCode,
    {"ID", "id", "コード", "目標IDとゴール番号"},
    kCityName,
    kYear,
    kDepartment,
    kSheetId,
    {"ゴール番号", "goal_number", "整数", "1から17まで"},
    {"ゴール名", "goal_name", "文字列", "シートに書かれたまま"},
};

constexpr CsvColumn kUnplaced[] = {
    kCityCode,
    {"ID", "id", "コード", "目標IDと通し番号"},
    kCityName,
    kYear,
    kDepartment,
    kSheetId,
    {"見出し", "label", "文字列", "その文章が付いていた見出し"},
    {"場所", "address", "文字列", "シートの中の場所"},
    {"本文", "text", "文字列", "どの欄にも入らなかった文章。改行は「 / 」"},
};

constexpr CsvColumn kDefinitions[] = {
    {"表", "table", "コード", "CSVファイルの名前"},
    {"論理名", "logical_name", "文字列", "見出しの日本語名"},
    {"物理名", "physical_name", "文字列", "見出しの英数名"},
    {"型", "type", "コード", "文字列、整数、コード"},
    {"説明", "meaning", "文字列", "算出方法・凡例"},
    {"文字コード", "encoding", "コード", "この表一式の文字コードとBOMの有無"},
};

// A sheet with everything its rows repeat.
struct SheetRows {
    const Document& document;
    const Sheet& sheet;
    const std::string& id;
    const CsvOptions& options;
    std::vector<Record>& out;

    std::string year() const {
        const auto& year = sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
        return year ? fmt::format("{}", year->gregorian) : "";
    }
    std::string department() const {
        return sheet.department.empty() ? document.department.text : sheet.department.text;
    }
    // City, row ID, city's name, year and department come first in every table.
    void add(std::string row_id, Record rest) const {
        Record record = {options.city_code, std::move(row_id), options.city_name, year(), department()};
        record.insert(record.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
        out.push_back(std::move(record));
    }
    // Rows without a number of their own are counted through the sheet.
    std::string next_id() { return fmt::format("{}-{}", id, ++count); }

    int count = 0;
};

std::string number(int value) { return fmt::format("{}", value); }

void add_sheet(SheetRows& rows) {
    const Sheet& sheet = rows.sheet;
    std::size_t measures = 0;
    for (const Item& item : sheet.items) measures += item.measures.size();
    rows.add(rows.id,
             {sheet.priority ? number(*sheet.priority) : "", sheet.goal.text, fmt::format("{}", sheet.items.size()),
              fmt::format("{}", measures), rows.document.source.path, rows.document.source.sha256});
}

void add_alignments(SheetRows& rows) {
    for (const Alignment& alignment : rows.sheet.alignments)
        for (const Paragraph& paragraph : split_paragraphs(alignment.text.text))
            rows.add(rows.next_id(), {rows.id, alignment.plan.text, std::string(paragraph.text)});
}

void add_measures(SheetRows& rows) {
    for (const Item& item : rows.sheet.items)
        for (const Measure& m : item.measures)
            rows.add(measure_id(rows.id, item.number, m.number),
                     {rows.id, rows.sheet.goal.text, number(item.number), item.title.text, number(m.number),
                      m.action.text, m.deadline.text, m.target.text, m.midterm.text, m.final.text});
}

struct TextPlace {
    std::string item;
    std::string measure;
    const char* section;
};

void add_text(SheetRows& rows, const TextPlace& place, const SourcedText& text) {
    int at = 0;
    for (const Paragraph& paragraph : split_paragraphs(text.text))
        rows.add(rows.next_id(), {rows.id, place.item, place.measure, place.section, number(++at),
                                  paragraph.bullet ? "箇条書き" : "段落", std::string(paragraph.text)});
}

void add_texts(SheetRows& rows) {
    add_text(rows, {"", "", "現況・課題"}, rows.sheet.situation);
    add_text(rows, {"", "", "目的・効果"}, rows.sheet.purpose);
    for (const Item& item : rows.sheet.items)
        for (const Measure& measure : item.measures) {
            add_text(rows, {number(item.number), number(measure.number), "中間報告"}, measure.midterm);
            add_text(rows, {number(item.number), number(measure.number), "期末報告"}, measure.final);
        }
    add_text(rows, {"", "", "市民参加・協働"}, rows.sheet.notes.participation);
    add_text(rows, {"", "", "効果・課題"}, rows.sheet.notes.outcomes);
}

void add_sdgs(SheetRows& rows) {
    for (const SdgGoal& sdg : rows.sheet.sdgs)
        rows.add(fmt::format("{}-{:02}", rows.id, sdg.number), {rows.id, number(sdg.number), sdg.name.text});
}

void add_unplaced(SheetRows& rows) {
    for (const Unplaced& unplaced : rows.sheet.unplaced)
        rows.add(rows.next_id(), {rows.id, unplaced.label, unplaced.address, unplaced.text.text});
}

const char* encoding_words(CsvEncoding encoding) {
    switch (encoding) {
        case CsvEncoding::utf8_bom:
            return "UTF-8（BOMあり）";
        case CsvEncoding::utf8:
            return "UTF-8（BOMなし）";
        case CsvEncoding::cp932:
            return "CP932（Windows-31J）";
    }
    return "";
}

std::vector<Record> definition_records(const CsvOptions& options) {
    std::vector<Record> records;
    for (const CsvTable table : kCsvTables)
        for (const CsvColumn& column : csv_columns(table))
            records.push_back({fmt::format("{}.csv", csv_table_name(table)), column.japanese, column.physical,
                               column.type, column.meaning, encoding_words(options.encoding)});
    return records;
}

struct TableRows {
    CsvTable table;
    const char* name;
    std::span<const CsvColumn> columns;
    void (*add)(SheetRows&);  ///< none for the table that describes the others
};
constexpr TableRows kTables[] = {
    {CsvTable::sheets, "sheets", kSheets, add_sheet},
    {CsvTable::alignments, "alignments", kAlignments, add_alignments},
    {CsvTable::measures, "measures", kMeasures, add_measures},
    {CsvTable::texts, "texts", kTexts, add_texts},
    {CsvTable::sdgs, "sdgs", kSdgs, add_sdgs},
    {CsvTable::unplaced, "unplaced", kUnplaced, add_unplaced},
    {CsvTable::definitions, "definitions", kDefinitions, nullptr},
};

const TableRows& find_table(CsvTable table) {
    const auto* found =
        std::find_if(std::begin(kTables), std::end(kTables), [&](const TableRows& t) { return t.table == table; });
    assert(found != std::end(kTables));
    return *found;
}

}  // namespace

std::string_view csv_table_name(CsvTable table) { return find_table(table).name; }

std::optional<CsvTable> csv_table_from_name(std::string_view name) {
    for (const TableRows& entry : kTables)
        if (entry.name == name) return entry.table;
    return std::nullopt;
}

std::span<const CsvColumn> csv_columns(CsvTable table) { return find_table(table).columns; }

std::vector<std::vector<std::string>> csv_records(std::span<const Document> documents, CsvTable table,
                                                  const CsvOptions& options) {
    const auto add = find_table(table).add;
    if (!add) return definition_records(options);
    std::vector<Record> records;
    const auto ids = sheet_ids(documents);
    for (std::size_t d = 0; d < documents.size(); ++d)
        for (std::size_t s = 0; s < documents[d].sheets.size(); ++s) {
            SheetRows rows{documents[d], documents[d].sheets[s], ids[d][s], options, records};
            add(rows);
        }
    return records;
}

}  // namespace goalsheet
