// SPDX-License-Identifier: MIT
#include "tables/document_tables.hpp"

#include <fmt/format.h>

#include "dates/schedule.hpp"
#include "goalsheet/review_remarks.hpp"
#include "goalsheet/text.hpp"
#include "model/ids.hpp"
#include "model/sdgs/sdgs.hpp"
#include "tables/cells.hpp"
#include "tables/columns.hpp"
#include "tables/paragraph_kinds.hpp"
#include "text/log_safe.hpp"

namespace goalsheet {
namespace {

constexpr Column kDepartment = columns::kDepartment.wide(13);
constexpr Column kSheetId = columns::kSheetId.wide(22);
constexpr Column kItemId = columns::kItemId.wide(25);
constexpr Column kMeasureNumber = columns::kMeasureNumber.wide(7);

constexpr Column kBasicInfo[] = {
    kSheetId,
    {"項目", "field_label", ColumnType::text, 34, "", "シートの見出し"},
    {"物理名", "field_name", ColumnType::code, 16, "", "項目の英数名"},
    {"行番号", "line_number", ColumnType::integer, 9, "", "その項目の中での順番"},
    {"値", "value", ColumnType::text, 52, "", "整えた値。優先順位は数、年度は西暦の年度"},
    {"原文", "source_text", ColumnType::text, 52, "", "シートに書かれた文言"},
};

constexpr Column kMeasures[] = {
    kSheetId,
    columns::kFiscalYear.wide(11),
    kDepartment,
    columns::kGoal.wide(24),
    kItemId,
    columns::kItemNumberText.wide(8),
    columns::kItemTitle.wide(26),
    kMeasureNumber,
    columns::kAction.wide(36),
    columns::kStartDate.wide(12),
    columns::kEndDate.wide(12),
    {"時期区分", "schedule_kind", ColumnType::code, 8, "", "コード表の「時期区分」"},
    {"旬コード", "third_of_month", ColumnType::code, 8, "", "コード表の「旬コード」。旬の記載がないときは空"},
    {"スケジュール原文", "schedule_text", ColumnType::text, 18, "", "期間・期限の文言。改行は「 / 」"},
    {"報告状況", "report_state", ColumnType::code, 12, "", "コード表の「報告状況」"},
    columns::kStatus.wide(9)
        .typed(ColumnType::code)
        .meaning_here("コード表の「進捗区分」。報告のある最も新しい時点のもの"),
    columns::kMeasureId.wide(27),
    columns::kFiscalYearLabel.wide(14),
};

constexpr Column kSdgs[] = {
    kSheetId,
    columns::kGoalNumber.wide(12),
    columns::kGoalName.wide(36),
    columns::kNameAsWritten.wide(36),
};

constexpr Column kDefinitions[] = {
    {"シート", "sheet", ColumnType::code, 14, "", "データシートの名前"},
    columns::kColumnNumber.wide(9),
    columns::kLogicalName.wide(20),
    columns::kPhysicalName.wide(22),
    columns::kType.wide(10),
    columns::kUnit.wide(10),
    columns::kMeaning.wide(70),
};

constexpr Column kConversion[] = {
    columns::kNumber.wide(7),
    {"区分", "record_kind", ColumnType::code, 10, "", "情報または注意"},
    {"項目", "record_item", ColumnType::text, 24, "", "記録の種類"},
    columns::kRecordText.wide(80),
    {"場所", "record_place", ColumnType::text, 30, "", "セルなど。全体のことなら空"},
};

const std::optional<FiscalYear>& year_of(const Document& document, const Sheet& sheet) {
    return sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
}

std::string year_text(const std::optional<FiscalYear>& year) {
    return year ? fmt::format("{}年度", year->gregorian) : "";
}

const std::string& department_of(const Document& document, const Sheet& sheet) {
    return sheet.department.empty() ? document.department.text : sheet.department.text;
}

struct BasicField {
    std::string label;
    FieldId field;
};

// The label as the sheet has it, else the name of the form.
std::string label_of(const Sheet& sheet, FieldId field, const char* otherwise) {
    for (const LabelCell& label : sheet.labels)
        if (label.field == field) return label.text.text;
    return otherwise;
}

void add_field(std::vector<DataRow>& rows, const std::string& id, const BasicField& field, int line, std::string value,
               std::string source) {
    rows.push_back({id, field.label, std::string(field_name(field.field)), std::int64_t{line}, std::move(value),
                    std::move(source)});
}

void add_lines(std::vector<DataRow>& rows, const std::string& id, const BasicField& field, const std::string& text) {
    int number = 0;
    for (const std::string_view line : split_lines(text))
        if (!trim(line).empty()) add_field(rows, id, field, ++number, std::string(line), std::string(line));
}

void add_sheet_info(std::vector<DataRow>& rows, const Document& document, const Sheet& sheet, const std::string& id) {
    const auto& year = year_of(document, sheet);
    add_field(rows, id, {"年度", FieldId::fiscal_year}, 1, year_text(year), year ? year->label : "");
    add_field(rows, id, {label_of(sheet, FieldId::department, "部局名"), FieldId::department}, 1,
              department_of(document, sheet), sheet.department.text);
    add_field(rows, id, {label_of(sheet, FieldId::priority, "優先順位"), FieldId::priority}, 1,
              sheet.priority ? fmt::format("{}", *sheet.priority) : "", sheet.priority_text.text);
    add_field(rows, id, {label_of(sheet, FieldId::goal, "重点目標"), FieldId::goal}, 1, sheet.goal.text,
              sheet.goal.text);
    for (const Alignment& alignment : sheet.alignments)
        add_lines(rows, id, {alignment.plan.text, FieldId::alignment}, alignment.text.text);
}

const char* report_state(const Measure& measure) {
    if (!measure.final.empty()) return "期末報告あり";
    return measure.midterm.empty() ? "未報告" : "中間報告あり";
}

struct SheetKeys {
    std::size_t position;
    const MeasureStatuses& statuses;
    std::string id;
    MeasureIds ids;
    const std::string& department;
    const Sheet& sheet;
    const std::optional<FiscalYear>& year;
};

DataRow measure_row(const SheetKeys& keys, std::size_t number, const Measure& measure) {
    const Item& item = keys.sheet.items[number];
    const std::optional<int> year = keys.year ? std::optional(keys.year->gregorian) : std::nullopt;
    const Schedule schedule = measure.deadline.empty() ? Schedule{} : read_schedule(measure.deadline.text, year);
    return {keys.id,
            year ? DataCell(std::int64_t{*year}) : DataCell(),
            keys.department,
            keys.sheet.goal.text,
            keys.ids.item(number),
            fmt::format("({})", item.number),
            item.title.text,
            std::int64_t{measure.number},
            measure.action.text,
            date_cell(schedule.start),
            date_cell(schedule.end),
            measure.deadline.empty() ? std::string() : std::string(schedule_kind_name(schedule.kind)),
            std::string(schedule.third),
            measure.deadline.text,
            std::string(report_state(measure)),
            keys.statuses.of(keys.position, item.number, measure.number),
            std::string(),
            keys.year ? keys.year->label : std::string()};
}

// An item that names no measure still has its row.
void add_item_rows(std::vector<DataRow>& rows, const SheetKeys& keys, std::size_t number) {
    constexpr std::size_t kMeasureNumberAt = 7;
    const Item& item = keys.sheet.items[number];
    for (std::size_t i = 0; i < item.measures.size(); ++i) {
        rows.push_back(measure_row(keys, number, item.measures[i]));
        rows.back()[std::size(kMeasures) - 2] = keys.ids.measure(number, i);
    }
    if (!item.measures.empty()) return;
    rows.push_back(measure_row(keys, number, Measure{}));
    rows.back()[kMeasureNumberAt] = DataCell();
}

// What a remark's kind means, for people; {0} is the text it points at, {1} its detail.
struct RemarkWords {
    const char* kind;
    const char* name;
    const char* pattern;
};
constexpr RemarkWords kRemarkWords[] = {
    {remark::kUndecodable, "読めない文字", "文字コードとして読めないバイトを「�」に置き換えました（{1}バイト目）。"},
    {remark::kCharsetMismatch, "文字コードの宣言", "宣言された文字コードと中身が異なります（{1}）。"},
    {remark::kTruncated, "途中で終わる入力", "入力が途中で終わっています（{1}）。"},
    {remark::kLimit, "処理の上限", "上限に達したため一部を省きました（{1}）。"},
    {remark::kHiddenTable, "非表示の表", "画面に表示されない表を読み飛ばしました。"},
    {remark::kResidue, "HTMLの残り", "本文に混ざったHTMLの断片を除きました：{0}"},
    {remark::kUnknownLabel, "未知の見出し", "様式にない見出しです：{0}"},
    {remark::kDuplicateLabel, "見出しの重複", "同じ見出しが2か所あります：{0}"},
    {remark::kNotesLabelMissing, "特記事項の見出し", "「特記事項」の見出しがない行を特記事項として読みました。"},
    {remark::kRaggedRow, "セルの過不足", "行のセルの数が表と合いません（{1}）：{0}"},
    {remark::kOverlap, "セルの重なり", "結合したセルが重なっています（{1}）：{0}"},
    {remark::kColumnMissing, "列の不足", "様式の列がありません：{1}"},
    {remark::kLabelReasoned, "見出しの推定", "様式にない見出しを、言葉から判断しました：{0}（{1}）"},
    {remark::kColumnInferred, "列の推定", "見出しで分からない列を、位置と中身から判断しました：{0}（{1}）"},
    {remark::kGoalInferred, "表の外の言葉", "表の外の言葉を欄に入れました：{0}（{1}）"},
    {remark::kFormula, "数式", "数式の計算結果です：{0}（{1}）"},
    {remark::kCellError, "セルのエラー", "セルの値がエラーです：{0}"},
    {remark::kNumberFormat, "表示形式", "表示形式（{1}）を読み取れず、元の数値を使いました：{0}"},
    {remark::kNumberStyle, "番号の書き方", "番号の書き方が様式と異なります：{0}（様式では{1}）"},
};

const RemarkWords* find_words(const std::string& kind) {
    for (const RemarkWords& words : kRemarkWords)
        if (kind == words.kind) return &words;
    return nullptr;
}

class ConversionRows {
public:
    void add(const char* kind, std::string item, std::string text, std::string place = "") {
        rows_.push_back(conversion_row(rows_.size() + 1, kind, std::move(item), std::move(text), std::move(place)));
    }
    void add_remarks(std::span<const Remark> remarks, const std::string& place) {
        for (const Remark& remark : remarks) {
            if (remark.kind == remark::kPerson) continue;
            const RemarkWords* words = find_words(remark.kind);
            if (words)
                add("注意", words->name, fmt::format(fmt::runtime(words->pattern), remark.text.text, remark.detail),
                    place);
            else
                add("注意", remark.kind, fmt::format("{} {}", remark.text.text, remark.detail), place);
        }
    }
    std::vector<DataRow> take() { return std::move(rows_); }

private:
    std::vector<DataRow> rows_;
};

}  // namespace

DataRow conversion_row(std::size_t number, const char* kind, std::string item, std::string text, std::string place) {
    return {whole(number), std::string(kind), std::move(item), std::move(text), std::move(place)};
}

DataTable empty_conversion_table() { return {"変換記録", "conversion", "変換記録", kConversion, 1, {}}; }

std::string file_name(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return log_safe(slash == std::string::npos ? path : path.substr(slash + 1));
}

DataTable basic_info_table(const TableSource& source) {
    const Document& document = source.document;
    DataTable table = {"基本情報", "basic_info", "目標管理シートの基本情報", kBasicInfo, 2, {}};
    const std::vector<std::string>& ids = source.ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        add_sheet_info(table.rows, document, document.sheets[i], ids[i]);
    std::int64_t number = 0;
    for (const SourcedText& goal : document.goals)
        table.rows.push_back({std::string("文書全体"), std::string("重点目標の一覧"), std::string("goals"), ++number,
                              goal.text, goal.text});
    return table;
}

DataTable measures_table(const TableSource& source) {
    const Document& document = source.document;
    const MeasureStatuses statuses(source.measured());
    DataTable table = {"取組項目", "measures", "取組項目と方法・手段", kMeasures, 1, {}};
    const std::vector<std::string>& ids = source.ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const Sheet& sheet = document.sheets[i];
        const SheetKeys keys = {i,
                                statuses,
                                ids[i],
                                MeasureIds(sheet, ids[i]),
                                department_of(document, sheet),
                                sheet,
                                year_of(document, sheet)};
        for (std::size_t item = 0; item < sheet.items.size(); ++item) add_item_rows(table.rows, keys, item);
    }
    return table;
}

DataTable sdgs_table(const TableSource& source) {
    const Document& document = source.document;
    DataTable table = {"SDGs", "sdgs", "該当するSDGsの目標", kSdgs, 1, {}};
    const std::vector<std::string>& ids = source.ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        for (const SdgGoal& sdg : document.sheets[i].sdgs)
            table.rows.push_back({ids[i], std::int64_t{sdg.number}, std::string(sdg_name(sdg.number)), sdg.name.text});
    return table;
}

DataTable definitions_table(std::span<const DataTable> tables) {
    DataTable table = {"項目定義", "definitions", "項目定義", kDefinitions, 3, {}};
    const auto add = [&table](const DataTable& of) {
        for (std::size_t c = 0; c < of.columns.size(); ++c) {
            const Column& column = of.columns[c];
            table.rows.push_back({std::string(of.sheet), whole(c + 1), std::string(column.header),
                                  std::string(column.physical), std::string(column_type_name(column.type)),
                                  std::string(column.unit), std::string(column.meaning)});
        }
    };
    for (const DataTable& other : tables) add(other);
    const DataTable own = table;
    add(own);
    add(empty_conversion_table());
    return table;
}

DataTable conversion_table(const TableSource& source, const WorkbookOptions& options,
                           std::span<const ConversionNote> notes) {
    const Document& document = source.document;
    ConversionRows rows;
    rows.add("情報", "変換元ファイル", file_name(document.source.path));
    rows.add("情報", "変換元の形式", document.source.format);
    rows.add("情報", "変換元の文字コード", document.source.encoding);
    rows.add("情報", "変換元のSHA-256", document.source.sha256);
    rows.add("情報", "変換した道具",
             fmt::format("goalsheet {}", options.tool_version.empty() ? GOALSHEET_VERSION : options.tool_version));
    rows.add("情報", "データシートの版", fmt::format("{}", kWorkbookSchemaVersion));
    rows.add("情報", "目標管理シートの数(件)", fmt::format("{}", document.sheets.size()));
    for (const Message& warning : options.warnings) rows.add("注意", "変換時の注意", warning.ja);
    rows.add_remarks(document.remarks, "");
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        rows.add_remarks(document.sheets[i].remarks, source.ids[i]);
    for (const ConversionNote& note : notes) rows.add("注意", "Excelの制約", note.text, note.place);
    DataTable table = empty_conversion_table();
    table.rows = rows.take();
    return table;
}

}  // namespace goalsheet
