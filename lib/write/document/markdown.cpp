// SPDX-License-Identifier: MIT
#include "write/format/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>

#include "goalsheet/text.hpp"
#include "goalsheet/write_markdown.hpp"
#include "model/measure_fields.hpp"
#include "text/json_text.hpp"
#include "write/document/markdown_entries.hpp"
#include "write/document/markdown_figures.hpp"

namespace goalsheet {
namespace {

constexpr const char* kFormName = "重点目標管理シート";
constexpr const char* kNotFilledIn = "（未記入）";

// 令和7年度（2025年度）; a label that names the year itself stands alone.
std::string year_words(const std::optional<FiscalYear>& year) {
    if (!year) return "";
    const std::string gregorian = fmt::format("{}", year->gregorian);
    if (nfkc(year->label).find(gregorian) != std::string::npos) return year->label;
    return fmt::format("{}（{}年度）", year->label, gregorian);
}

const std::optional<FiscalYear>& year_of(const Document& document, const Sheet& sheet) {
    return sheet.fiscal_year ? sheet.fiscal_year : document.fiscal_year;
}

bool is_numbered(const Item& item) { return item.measures.size() > 1; }

// A text of one measure, headed by its number where the item has more than one.
void add_measure_text(MarkdownBlocks& out, const Item& item, const Measure& measure, const std::string& text) {
    const std::string shown = text.empty() ? kNotFilledIn : text;
    if (!is_numbered(item)) return out.text(shown);
    out.text(fmt::format("({}){}{}", measure.number, shown.starts_with("・") ? '\n' : ' ', shown));
}

void add_texts(MarkdownBlocks& out, const Item& item, FieldId field) {
    const auto filled = [field](const Measure& measure) { return !text_of(measure, field).empty(); };
    if (std::none_of(item.measures.begin(), item.measures.end(), filled)) return out.text(kNotFilledIn);
    for (const Measure& measure : item.measures) add_measure_text(out, item, measure, text_of(measure, field).text);
}

struct Column {
    const char* label;
    FieldId field;
};
constexpr Column kShortColumns[] = {{"期間・期限", FieldId::deadline}, {"数値目標", FieldId::target}};

bool fits_table(const Item& item, const Column& column) {
    return std::all_of(item.measures.begin(), item.measures.end(),
                       [&](const Measure& measure) { return fits_cell(text_of(measure, column.field).text); });
}

void add_measure_table(MarkdownBlocks& out, const Item& item, const std::vector<Column>& columns) {
    std::vector<std::string> header;
    if (is_numbered(item)) header.emplace_back("番号");
    for (const Column& column : columns) header.emplace_back(column.label);
    out.begin_table(header);
    for (const Measure& measure : item.measures) {
        std::vector<std::string> cells;
        if (is_numbered(item)) cells.push_back(fmt::format("({})", measure.number));
        for (const Column& column : columns) cells.push_back(text_of(measure, column.field).text);
        out.row(cells);
    }
}

// Short deadlines and targets make one table; a column with a long one among them gets a heading of its own instead.
void add_deadlines_and_targets(MarkdownBlocks& out, const Item& item) {
    std::vector<Column> in_table;
    std::vector<Column> apart;
    for (const Column& column : kShortColumns) (fits_table(item, column) ? in_table : apart).push_back(column);
    if (!in_table.empty() && !item.measures.empty()) add_measure_table(out, item, in_table);
    for (const Column& column : apart) {
        out.heading(4, column.label);
        add_texts(out, item, column.field);
    }
}

// What a document's targets and reports come to, by sheet and item.
class Figures {
public:
    explicit Figures(const Document& document)
        : against_(choose_against(document, Against::automatic)),
          rows_(measure_progress(document, {against_, std::nullopt})) {}

    void add(MarkdownBlocks& out, std::size_t sheet, const Item& item) const {
        std::vector<ProgressRow> own;
        std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(own),
                     [&](const ProgressRow& row) { return row.sheet == sheet && row.item == item.number; });
        add_figures(out, item, own, against_);
    }

private:
    Against against_;
    std::vector<ProgressRow> rows_;
};

void add_item(MarkdownBlocks& out, const Item& item, std::size_t sheet, const Figures& figures) {
    out.heading(3, fmt::format("取組{} {}", item.number, item.title.text));
    for (const Measure& measure : item.measures)
        if (!measure.action.empty()) add_measure_text(out, item, measure, measure.action.text);
    add_deadlines_and_targets(out, item);
    figures.add(out, sheet, item);
    out.heading(4, "中間報告");
    add_texts(out, item, FieldId::midterm);
    out.heading(4, "期末報告");
    add_texts(out, item, FieldId::final);
    add_entries(out, item);
}

void add_section(MarkdownBlocks& out, int level, const std::string& heading, const std::string& text) {
    if (text.empty()) return;
    out.heading(level, heading);
    out.text(text);
}

// The plan is the sheet's own word, also where nothing is said of it.
void add_alignment(MarkdownBlocks& out, const Alignment& alignment) {
    if (!alignment.plan.empty()) out.heading(3, alignment.plan.text);
    if (!alignment.text.empty()) out.text(alignment.text.text);
}

void add_basics(MarkdownBlocks& out, const Document& document, const Sheet& sheet) {
    const std::string& department = sheet.department.empty() ? document.department.text : sheet.department.text;
    out.heading(2, "基本情報");
    out.begin_table({"項目", "内容"});
    out.row({"年度", year_words(year_of(document, sheet))});
    out.row({"部局名", department});
    out.row({"優先順位", sheet.priority ? fmt::format("{}位", *sheet.priority) : ""});
    if (fits_cell(sheet.goal.text)) out.row({"重点目標", sheet.goal.text});
    if (!fits_cell(sheet.goal.text)) add_section(out, 3, "重点目標", sheet.goal.text);
    for (const Alignment& alignment : sheet.alignments) add_alignment(out, alignment);
    add_section(out, 3, "現況・課題", sheet.situation.text);
    add_section(out, 3, "目的・効果", sheet.purpose.text);
}

void add_notes(MarkdownBlocks& out, const Notes& notes) {
    if (notes == Notes{}) return;
    out.heading(2, "特記事項");
    add_section(out, 3, "市民参加・協働の推進、市民満足度の向上を考慮した点", notes.participation.text);
    add_section(out, 3, "取組による効果・残された課題", notes.outcomes.text);
}

void add_sdgs(MarkdownBlocks& out, const std::vector<SdgGoal>& sdgs) {
    if (sdgs.empty()) return;
    out.heading(2, "SDGs");
    for (const SdgGoal& sdg : sdgs) out.item(fmt::format("{} {}", sdg.number, sdg.name.text));
}

void add_unplaced(MarkdownBlocks& out, const std::vector<Unplaced>& unplaced) {
    if (unplaced.empty()) return;
    out.heading(2, "どの欄にも入らなかった記載");
    for (const Unplaced& text : unplaced) {
        out.item(
            fmt::format("{}{}{}", text.label, text.label.empty() || text.address.empty() ? "" : "、", text.address));
        out.text(text.text.text);
    }
}

void add_sheet(MarkdownBlocks& out, const Document& document, std::size_t index, const Figures& figures) {
    const Sheet& sheet = document.sheets[index];
    const char* colon = sheet.goal.empty() ? "" : "：";
    out.heading(1, fmt::format("{}{}{}{}", year_words(year_of(document, sheet)), kFormName, colon, sheet.goal.text));
    add_basics(out, document, sheet);
    out.heading(2, "取組項目");
    if (sheet.items.empty()) out.text(kNotFilledIn);
    for (const Item& item : sheet.items) add_item(out, item, index, figures);
    add_notes(out, sheet.notes);
    add_entries(out, sheet);
    add_sdgs(out, sheet.sdgs);
    add_unplaced(out, sheet.unplaced);
    add_reasoned_labels(out, sheet);
}

void add_goal_list(MarkdownBlocks& out, const Document& document) {
    if (document.goals.empty()) return;
    out.heading(1, fmt::format("{}重点目標：{}", year_words(document.fiscal_year), document.department.text));
    for (const SourcedText& goal : document.goals) out.item(goal.text);
}

// A JSON string is a YAML string (YAML 1.2, 1.3).
std::string front_matter(const Document& document) {
    const std::string title = fmt::format("{}{}", year_words(document.fiscal_year), kFormName);
    std::string out =
        fmt::format("---\ntitle: {}\ndepartment: {}\n", quote_json(title), quote_json(document.department.text));
    if (document.fiscal_year) out += fmt::format("fiscal_year: {}\n", document.fiscal_year->gregorian);
    return out + fmt::format("source: {}\n---\n\n", quote_json(document.source.path));
}

std::string write_body(const Document& document) {
    MarkdownBlocks out;
    add_goal_list(out, document);
    const Figures figures(document);
    for (std::size_t i = 0; i < document.sheets.size(); ++i) add_sheet(out, document, i, figures);
    return std::move(out).finish();
}

// How a sheet's indicators stand, in the words of the table's columns.
struct Counts {
    int all = 0;
    int well = 0;
    int behind = 0;
    int missing = 0;

    void add(const ProgressRow& row) {
        if (!row.target) return;
        ++all;
        well += row.status == ProgressStatus::achieved || row.status == ProgressStatus::within ||
                row.status == ProgressStatus::on_track;
        behind += row.status == ProgressStatus::behind || row.status == ProgressStatus::over;
        missing += row.status == ProgressStatus::not_reported;
    }
};

void add_summary(MarkdownBlocks& out, const Document& document) {
    std::vector<Counts> counts(document.sheets.size());
    for (const ProgressRow& row : measure_progress(document)) counts[row.sheet].add(row);
    out.begin_table({"優先順位", "重点目標", "指標", "達成・順調", "遅れ・超過", "未報告"});
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const Sheet& sheet = document.sheets[i];
        out.row({sheet.priority ? fmt::format("{}位", *sheet.priority) : "", sheet.goal.text,
                 fmt::format("{}", counts[i].all), fmt::format("{}", counts[i].well),
                 fmt::format("{}", counts[i].behind), fmt::format("{}", counts[i].missing)});
    }
}

}  // namespace

std::string write_markdown(const Document& document, const MarkdownOptions& options) {
    return options.front_matter ? front_matter(document) + write_body(document) : write_body(document);
}

std::string write_markdown(std::span<const Document> documents, const MarkdownOptions& options) {
    std::string out;
    for (const Document& document : documents) {
        if (!out.empty()) out += '\n';
        out += write_markdown(document, out.empty() ? options : MarkdownOptions{});
    }
    return out;
}

std::string write_markdown_index_entry(const Document& document, const std::string& file) {
    MarkdownBlocks out;
    out.heading(2, fmt::format("{} {}", document.department.text, year_words(document.fiscal_year)));
    out.link(file, file);
    add_summary(out, document);
    return std::move(out).finish();
}

std::string write_markdown_index(std::span<const std::string> entries) {
    std::string out = fmt::format("# {}\n", kFormName);
    for (const std::string& entry : entries) out += "\n" + entry;
    return out;
}

}  // namespace goalsheet
