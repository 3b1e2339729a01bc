// SPDX-License-Identifier: MIT
#include "write/template/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "goalsheet/write_template.hpp"
#include "model/sdgs/sdgs.hpp"
#include "tables/document_tables.hpp"
#include "write/document/cell_hints.hpp"
#include "write/document/form_texts.hpp"
#include "write/document/print_sheet.hpp"

namespace goalsheet {
namespace {

using xlsx::Style;
using Kind = FormRow::Kind;

constexpr double kTitleHeight = 30;
constexpr double kGuideHeight = 30;
constexpr double kGoalHeight = 36;
constexpr double kPlanHeight = 48;
constexpr double kTextHeight = 66;
constexpr double kChoiceHeight = 30;
constexpr double kItemHeight = 84;
constexpr double kNotesHeight = 84;
constexpr double kRecordHeight = 16;
constexpr std::size_t kShownGoal = 60;

constexpr const char* kGuide =
    "黄色の欄に書いてください。欄を選ぶと書き方が出ます（▼のある欄は一覧から選べます）。欄の中で行を変えるには "
    "Alt＋Enter。書ききれないときは行の高さを広げてください。\n"
    "使わない取組の行と、使わない目標のシートは空のままで構いません。";
constexpr const char* kLastYearGuide =
    "白い欄は前年度から引き継いだ内容です。今年度に合わせて直してください。灰色の欄は前年度の目標です。今年度の目標は"
    "「{}」の欄に書いてください。";

// The columns of the print sheet; the one of last year's targets stands between target and reports.
struct Columns {
    explicit Columns(bool last_year) : shift(last_year ? 1 : 0) {}

    std::uint16_t shift;
    std::uint16_t last_year() const { return 5; }
    std::uint16_t left_end() const { return static_cast<std::uint16_t>(E + shift); }
    std::uint16_t f() const { return static_cast<std::uint16_t>(5 + shift); }
    std::uint16_t g() const { return static_cast<std::uint16_t>(6 + shift); }
    std::uint16_t h() const { return static_cast<std::uint16_t>(7 + shift); }
    std::uint16_t i() const { return static_cast<std::uint16_t>(8 + shift); }
    enum Fixed : std::uint16_t { A, B, C, D, E };

    std::vector<double> widths() const {
        if (shift == 0) return {8, 11, 25, 18, 28, 18, 18, 12, 26};
        return {8, 11, 25, 17, 27, 23, 16, 16, 12, 23};
    }
};

constexpr std::array<const char*, 4> kDeadlines = {"年度末まで", "6月末まで", "9月末まで", "12月末まで"};

std::string sdg_choice(int number) { return fmt::format("{} {}", number, sdg_name(number)); }

// Where choices stand in コード表, below its header.
struct Choices {
    std::size_t first = 0;
    std::size_t count = 0;
    std::string range() const { return fmt::format("='コード表'!$C${}:$C${}", first + 2, first + count + 1); }
};

Choices choices_of(const char* list) {
    const DataTable table = template_codes();
    const auto is_of_list = [list](const DataRow& row) { return std::get<std::string>(row.front()) == list; };
    const auto first = std::find_if(table.rows.begin(), table.rows.end(), is_of_list);
    const auto count = std::count_if(first, table.rows.end(), is_of_list);
    return {static_cast<std::size_t>(first - table.rows.begin()), static_cast<std::size_t>(count)};
}

constexpr const char* kSdgList = "SDGsゴール";
constexpr const char* kDeadlineList = "期限の例";

class TemplateRows {
public:
    TemplateRows(const TemplateSheet& of, const Form& form)
        : of_(of), sheet_(of.sheet), form_(form), at_(of.last_year != nullptr) {}

    FormLayout build() {
        add_title();
        add_line("案内", guide(), kGuideHeight);
        add_goal();
        add_alignments();
        add_text_row(FieldId::situation, sheet_.situation.text);
        add_text_row(FieldId::purpose, sheet_.purpose.text);
        add_sdgs();
        add_heading();
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) add_item(i);
        add_notes();
        for (FormRow& row : appendix_rows(sheet_, at_.i())) rows_.push_back(std::move(row));
        add_line("版", record(), kRecordHeight);
        return {at_.widths(), std::move(rows_)};
    }

private:
    std::string label(FieldId field) const { return label_of(sheet_, form_, field); }
    std::string name_of(std::string_view what) const { return fmt::format("目標{}_{}", of_.position, what); }
    std::string own_name(std::string_view what) const { return fmt::format("{}{}", kOwnNames, name_of(what)); }

    // A cell to write in and what it says of itself.
    NamedCell input(std::size_t cell, std::string_view what, FieldId field) const {
        NamedCell named;
        named.cell = cell;
        named.name = name_of(what);
        named.title = cut_to_width(form_.label(field), 32);
        named.prompt = writing_hint(form_, field);
        return named;
    }

    NamedCell choice(NamedCell named, std::string choices, std::string otherwise) const {
        named.choices = std::move(choices);
        named.otherwise = std::move(otherwise);
        return named;
    }

    NamedCell own(std::size_t cell, std::string_view what) const {
        NamedCell named;
        named.cell = cell;
        named.name = own_name(what);
        return named;
    }

    void add_title() {
        FormRow row{Kind::title, {{Columns::A, at_.i(), form_title(sheet_, form_), Style::title}}, kTitleHeight, {}};
        NamedCell title;
        title.name = fmt::format("{}目標{}{}", kOwnNames, of_.position, kTitleName);
        row.names = {std::move(title)};
        rows_.push_back(std::move(row));
    }

    std::string guide() const {
        return of_.last_year ? fmt::format("{}\n", kGuide) +
                                   fmt::format(fmt::runtime(kLastYearGuide), form_.label(FieldId::target))
                             : kGuide;
    }

    std::string record() const {
        const std::string goal = cut_to_width(sheet_.goal.text, kShownGoal);
        return fmt::format("様式の版 {}　{}　{}　目標 {}／{}{}", kTemplateVersion, form_.name(),
                           sheet_.fiscal_year->label, of_.position, of_.count,
                           goal.empty() ? goal : fmt::format("「{}」", goal));
    }

    void add_line(std::string_view what, std::string text, double height) {
        FormRow row{Kind::text, {{Columns::A, at_.i(), std::move(text), Style::guide}}, height, {}};
        row.names = {own(0, what)};
        rows_.push_back(std::move(row));
    }

    /// A label and the cell behind it, which reaches to the next label.
    struct Entry {
        FieldId field;
        const char* name;
        std::uint16_t label_first;
        std::uint16_t label_last;
        std::string label;
        std::string text;
    };

    // Those the form does not have leave their place to the one before.
    void add_entries(FormRow row, const std::vector<Entry>& entries, Style style) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Entry& entry = entries[i];
            const std::uint16_t last =
                i + 1 < entries.size() ? static_cast<std::uint16_t>(entries[i + 1].label_first - 1) : at_.i();
            row.cells.push_back({entry.label_first, entry.label_last, entry.label, Style::label});
            row.labels.emplace_back(entry.label_first, entry.field);
            row.names.push_back(input(row.cells.size(), entry.name, entry.field));
            row.cells.push_back({static_cast<std::uint16_t>(entry.label_last + 1), last, entry.text, style});
        }
        rows_.push_back(std::move(row));
    }

    void add_goal() {
        std::vector<Entry> entries = {
            {FieldId::goal, "重点目標", Columns::A, Columns::B, label(FieldId::goal), sheet_.goal.text},
            {FieldId::department, "部局名", at_.f(), at_.f(), label(FieldId::department), sheet_.department.text},
            {FieldId::priority, "優先順位", at_.h(), at_.h(), label(FieldId::priority), priority_text_of(sheet_)}};
        std::erase_if(entries, [](const Entry& entry) { return entry.label.empty(); });
        if (entries.empty()) return;
        add_entries({Kind::goal, {}, kGoalHeight, {}}, entries, Style::input_strong);
        for (NamedCell& named : rows_.back().names)
            if (named.name.ends_with("_優先順位"))
                named = choice(std::move(named), priority_choices(), kNoSuchPriority);
    }

    std::vector<Alignment> alignments() const {
        if (!sheet_.alignments.empty() || !form_.find(FieldId::alignment)) return sheet_.alignments;
        return {{label(FieldId::alignment), {}}};
    }

    void add_alignments() {
        const std::vector<Alignment> plans = alignments();
        for (std::size_t i = 0; i < plans.size(); i += 2) {
            const bool pair = i + 1 < plans.size();
            FormRow row{Kind::text, {}, kPlanHeight, {}};
            row.cells = {{Columns::A, Columns::B, plans[i].plan.text, Style::label},
                         {Columns::C, pair ? at_.left_end() : at_.i(), plans[i].text.text, Style::input_block}};
            row.names = {input(1, fmt::format("位置付け{}", i + 1), FieldId::alignment)};
            if (pair) {
                row.cells.push_back({at_.f(), at_.f(), plans[i + 1].plan.text, Style::label});
                row.cells.push_back({at_.g(), at_.i(), plans[i + 1].text.text, Style::input_block});
                row.names.push_back(input(3, fmt::format("位置付け{}", i + 2), FieldId::alignment));
            }
            rows_.push_back(std::move(row));
        }
    }

    void add_text_row(FieldId field, const std::string& text) {
        if (!form_.find(field)) return;
        FormRow row{
            Kind::text,
            {{Columns::A, Columns::B, label(field), Style::label}, {Columns::C, at_.i(), text, Style::input_block}},
            kTextHeight,
            {{Columns::A, field}}};
        row.names = {input(1, field == FieldId::situation ? "現況課題" : "目的効果", field)};
        rows_.push_back(std::move(row));
    }

    // One goal a cell, so that each can be chosen from the list; the last cell takes what is left.
    void add_sdgs() {
        if (!form_.find(FieldId::sdgs)) return;
        std::vector<std::pair<std::uint16_t, std::uint16_t>> cells = {{Columns::C, Columns::C},
                                                                      {Columns::D, Columns::D}};
        for (std::uint16_t c = Columns::E; c <= at_.left_end(); ++c) cells.emplace_back(c, c);
        cells.emplace_back(at_.f(), at_.g());
        cells.emplace_back(at_.h(), at_.i());
        FormRow row{Kind::text,
                    {{Columns::A, Columns::B, label(FieldId::sdgs), Style::label}},
                    kChoiceHeight,
                    {{Columns::A, FieldId::sdgs}}};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            row.cells.push_back(
                {cells[i].first, cells[i].second, sdgs_from(i, i + 1 == cells.size()), Style::input_block});
            NamedCell named = input(i + 1, fmt::format("SDGs{}", i + 1), FieldId::sdgs);
            named.prompt =
                "一覧から1つ選びます。足りないときは、最後の欄に「8 "
                "働きがいも経済成長も」のように1行に1つずつ書きます。";
            row.names.push_back(
                choice(std::move(named), choices_of(kSdgList).range(), "一覧にない書き方です。このままでよいですか。"));
        }
        rows_.push_back(std::move(row));
    }

    std::string sdgs_from(std::size_t first, bool all) const {
        std::string lines;
        for (std::size_t i = first; i < sheet_.sdgs.size() && (all || i == first); ++i) {
            const SdgGoal& sdg = sheet_.sdgs[i];
            const std::string name = sdg.name.empty() ? std::string(sdg_name(sdg.number)) : sdg.name.text;
            lines += fmt::format("{}{} {}", lines.empty() ? "" : "\n", sdg.number, name);
        }
        return lines;
    }

    /// A column of the items; without a field, that of last year's targets.
    struct ItemColumn {
        std::optional<FieldId> field;
        const char* name;
        std::uint16_t first;
        std::uint16_t last;
        std::string heading;
    };

    std::vector<ItemColumn> item_columns() const {
        std::vector<ItemColumn> columns = {
            {FieldId::item, "取組項目", Columns::B, Columns::C, item_label_of(sheet_, form_)},
            {FieldId::deadline, "期間期限", Columns::D, Columns::D, label(FieldId::deadline)},
            {FieldId::target, "数値目標", Columns::E, Columns::E, label(FieldId::target)},
            {FieldId::midterm, "中間報告", at_.f(), at_.g(), label(FieldId::midterm)},
            {FieldId::final, "期末報告", at_.h(), at_.i(), label(FieldId::final)}};
        if (of_.last_year)
            columns.insert(columns.begin() + 3,
                           {std::nullopt, "前年度", at_.last_year(), at_.last_year(), last_year_heading()});
        std::erase_if(columns, [](const ItemColumn& column) { return column.heading.empty(); });
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns[i].last = i + 1 < columns.size() ? static_cast<std::uint16_t>(columns[i + 1].first - 1) : at_.i();
        return columns;
    }

    void add_heading() {
        FormRow row{Kind::item_heading, {}, xlsx::kMinFormRow, {}};
        row.cells = {{Columns::A, Columns::A, number_label_of(sheet_), Style::heading}};
        for (const ItemColumn& column : item_columns()) {
            if (!column.field) row.names = {own(row.cells.size(), column.name)};
            if (column.field) row.labels.emplace_back(column.first, *column.field);
            row.cells.push_back(
                {column.first, column.last, column.heading, column.field ? Style::heading : Style::aside});
        }
        rows_.push_back(std::move(row));
    }

    std::string last_year_heading() const {
        const auto& year = of_.last_year->fiscal_year;
        return fmt::format("【参考】前年度{}の目標と期限", year ? fmt::format("（{}）", year->label) : "");
    }

    void add_item(std::size_t index) {
        const PrintItem item = print_item(sheet_.items[index]);
        const auto name = [index](std::string_view what) { return fmt::format("取組{}_{}", index + 1, what); };
        FormRow row{Kind::item, {}, kItemHeight, {}};
        row.cells = {{Columns::A, Columns::A, number_of(sheet_.items[index], item), Style::number}};
        row.names = {own(0, name("番号"))};
        for (const ItemColumn& column : item_columns()) {
            const std::size_t cell = row.cells.size();
            if (column.field) {
                row.names.push_back(input(cell, name(column.name), *column.field));
                row.cells.push_back({column.first, column.last, "", Style::input});
            } else {
                std::string target = last_year_target(index);
                if (!target.empty()) row.names.push_back(own(cell, name(column.name)));
                row.cells.push_back({column.first, column.last, std::move(target), Style::aside});
            }
            if (column.field == FieldId::deadline) row.names.back().choices = choices_of(kDeadlineList).range();
            if (column.field == FieldId::item) {
                row.cells.back().text = item.text(FieldId::item);
                row.cells.back().bold = item.title_bytes;
            }
        }
        rows_.push_back(std::move(row));
    }

    // A number that the item's own text begins with stands there, and nowhere else.
    static std::string number_of(const Item& item, const PrintItem& print) {
        return print.number.empty() && print.text(FieldId::item).empty() ? circled(item.number) : print.number;
    }

    std::string last_year_target(std::size_t index) const {
        if (index >= of_.last_year->items.size()) return {};
        const PrintItem item = print_item(of_.last_year->items[index]);
        const std::string& target = item.text(FieldId::target);
        const std::string& deadline = item.text(FieldId::deadline);
        if (deadline.empty()) return target;
        const char* joint = deadline.find('\n') == std::string::npos ? "" : "\n";
        return fmt::format("{}{}期限：{}{}", target, target.empty() ? "" : "\n", joint, deadline);
    }

    // As the sheet heads it, or else the form; nothing where neither knows it.
    std::string note_label(const SourcedText& heading, FieldId field) const {
        if (!heading.empty()) return heading.text;
        return form_.find(field) ? fmt::format("○ {}", form_.label(field)) : std::string();
    }

    void add_notes() {
        const Notes& notes = sheet_.notes;
        std::vector<Entry> entries = {
            {FieldId::participation, "市民参加協働", Columns::C, Columns::C,
             note_label(notes.participation_heading, FieldId::participation), notes.participation.text},
            {FieldId::outcomes, "効果課題", at_.f(), at_.f(), note_label(notes.outcomes_heading, FieldId::outcomes),
             notes.outcomes.text}};
        std::erase_if(entries, [](const Entry& entry) { return entry.label.empty(); });
        if (entries.empty()) return;
        const auto end = static_cast<std::uint16_t>(entries.front().label_first - 1);
        add_entries({Kind::notes, {{Columns::A, end, label(FieldId::notes), Style::label}}, kNotesHeight, {}}, entries,
                    Style::input_block);
    }

    const TemplateSheet& of_;
    const Sheet& sheet_;
    const Form& form_;
    Columns at_;
    std::vector<FormRow> rows_;
};

}  // namespace

FormLayout template_layout(const TemplateSheet& sheet, const Form& form) { return TemplateRows(sheet, form).build(); }

DataTable template_codes() {
    DataTable table = priorities_table();
    for (int number = 1; !sdg_name(number).empty(); ++number)
        table.rows.push_back(
            code_row(kSdgList, fmt::format("{}", number), sdg_choice(number), "持続可能な開発目標のゴール"));
    for (const char* deadline : kDeadlines)
        table.rows.push_back(code_row(kDeadlineList, deadline, deadline, "ほかの期限も書けます"));
    return table;
}

}  // namespace goalsheet
