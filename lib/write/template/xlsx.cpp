// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/sha256.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/write_template.hpp"
#include "model/carry_over.hpp"
#include "read/xlsx/template_marks.hpp"
#include "tables/columns.hpp"
#include "tables/document_tables.hpp"
#include "write/document/print_sheet.hpp"
#include "write/template/layout.hpp"

namespace goalsheet {
namespace {

constexpr Column kRecord[] = {
    {xlsx_form::kKind, "record_kind", ColumnType::code, 14, "", "様式、重点目標、様式の文言"},
    {xlsx_form::kItem, "record_item", ColumnType::text, 30, "", "何についての記録か。様式の文言では定義された名前"},
    {"場所", "record_place", ColumnType::text, 30, "", "セル。全体のことなら空"},
    columns::kRecordText.wide(70),
    {xlsx_form::kDigest, "record_sha256", ColumnType::code, 20, "",
     "様式の文言のSHA-256。読み取るとき、記入と区別する"},
};

class TemplateBook {
public:
    TemplateBook(xlsx::Book& book, const Document& document, const Document* last, const TemplateOptions& options)
        : book_(book), document_(document), last_(last), options_(options) {}

    void write() {
        const DataTable codes = template_codes();
        book_.reserve_name(codes.sheet);
        book_.reserve_name(kRecordSheet);
        record_form();
        for (std::size_t i = 0; i < document_.sheets.size(); ++i) write_sheet(i);
        DataTable record{kRecordSheet, "form_record", "様式の記録", kRecord, 1, std::move(record_)};
        xlsx::write_data_sheet(book_, codes, document_.department.text);
        xlsx::write_data_sheet(book_, record, document_.department.text);
        book_.define_name(xlsx_form::kCodesName, {nullptr, codes.sheet}, 0, 0);
        book_.define_name(xlsx_form::kRecordName, {nullptr, kRecordSheet}, 0, 0);
    }

private:
    static constexpr const char* kRecordSheet = "様式の記録";

    void record(const char* kind, std::string item, std::string place, std::string text, std::string digest = {}) {
        record_.push_back({std::string(kind), std::move(item), std::move(place), std::move(text), std::move(digest)});
    }

    void record_form() {
        record("様式", "様式名", {}, options_.form->name());
        record("様式", "様式の版", {}, fmt::format("{}", kTemplateVersion));
        record("様式", "年度", {}, document_.fiscal_year->label);
        record("様式", "部局名", {}, document_.department.text);
        record("様式", "引き継ぎ元", {}, last_ ? file_name(last_->source.path) : "");
        record("様式", "引き継ぎ元のSHA-256", {}, last_ ? last_->source.sha256 : "");
    }

    void write_sheet(std::size_t index) {
        const Sheet& sheet = document_.sheets[index];
        const bool carried = last_ && index < last_->sheets.size();
        const TemplateSheet of{sheet, carried ? &last_->sheets[index] : nullptr, index + 1, document_.sheets.size()};
        const PrintWords words{form_title(sheet, *options_.form), sheet.department.text, sheet.goal.text};
        const FormLayout layout = template_layout(of, *options_.form);
        const auto names =
            write_print_sheet(book_, book_.add_page(print_sheet_name(sheet, index + 1)), layout, words, *options_.form);
        if (!carried)
            record(xlsx_form::kBlankSheet, names.front().name, {}, "何も書かれていないシート", blank_digest(layout));
        for (const WrittenName& name : names) record_name(index, name);
    }

    void record_name(std::size_t index, const WrittenName& name) {
        const bool number = name.name.ends_with("_番号");
        if (name.name.starts_with(kOwnNames) && !name.name.ends_with(kTitleName))
            record(number ? xlsx_form::kRowNumber : xlsx_form::kOwnText, name.name, name.place, name.text,
                   sha256(trim(name.text)));
        else if (name.name.ends_with("_重点目標"))
            record("重点目標", fmt::format("目標{}", index + 1), name.place, name.text);
    }

    // Of the sheet as it leaves our hands, so that one that came back like that can be told.
    static std::string blank_digest(const FormLayout& layout) {
        std::string texts;
        for (const FormRow& row : layout.rows)
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const bool department = std::any_of(row.names.begin(), row.names.end(), [i](const NamedCell& named) {
                    return named.cell == i && named.name.ends_with(xlsx_form::kDepartmentEnding);
                });
                const std::string_view text = trim(row.cells[i].text);
                if (!text.empty() && !department) texts.append(text).push_back('\n');
            }
        return sha256(texts);
    }

    xlsx::Book& book_;
    const Document& document_;
    const Document* last_;
    const TemplateOptions& options_;
    std::vector<DataRow> record_;
};

void add_goals(Document& document, const TemplateOptions& options) {
    while (document.sheets.size() < std::min(options.goals, kMostTemplateGoals))
        document.sheets.push_back(blank_sheet(options.year, 0));
    for (Sheet& sheet : document.sheets) {
        const std::size_t rows = sheet.items.empty() ? kTemplateItems : sheet.items.size() + 1;
        add_blank_items(sheet, std::min(options.items > 0 ? std::max(options.items, sheet.items.size()) : rows,
                                        std::max(sheet.items.size(), kMostTemplateItems)));
        if (!options.department.empty()) sheet.department = options.department;
    }
}

// A sheet without a goal, or with nothing to be done for it, is no form of goals.
std::optional<Fault> check_form(const Form& form) {
    const auto has = [&form](FieldId field) { return !form.label(field).empty(); };
    const bool columns = has(FieldId::item) || has(FieldId::deadline) || has(FieldId::target) ||
                         has(FieldId::midterm) || has(FieldId::final);
    if (has(FieldId::goal) && columns) return std::nullopt;
    return Fault{
        "--form",
        {"様式ファイルに「重点目標」の欄（goal）と、取組項目・期間・期限・数値目標・中間報告・期末報告のどれかの列"
         "（item、deadline、target、midterm、final）が要ります。様式に加えてください。",
         "The form file needs a field “goal” and one of the columns item, deadline, target, midterm, final; "
         "add them to the form."}};
}

Result<std::string> write(Document document, const Document* last, const TemplateOptions& options) {
    if (auto fault = check_form(*options.form)) return *std::move(fault);
    if (!options.department.empty()) document.department = options.department;
    add_goals(document, options);
    const std::string title = fmt::format("{} {}", document.fiscal_year->label, options.form->label(FieldId::title));
    auto opened = xlsx::Book::open({title, document.department.text, options.created});
    if (!opened) return opened.fault();
    TemplateBook(**opened, document, last, options).write();
    return (*opened)->finish();
}

}  // namespace

Result<std::string> write_template(const TemplateOptions& options) {
    Document document;
    document.fiscal_year = FiscalYear{fiscal_year_label(options.year), options.year};
    return write(std::move(document), nullptr, options);
}

Result<std::string> write_template(const Document& last_year, const TemplateOptions& options) {
    return write(carry_over(last_year, options.year), &last_year, options);
}

}  // namespace goalsheet
