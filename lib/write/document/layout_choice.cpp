// SPDX-License-Identifier: MIT
#include "write/document/layout_choice.hpp"

#include <fmt/format.h>

#include <memory>

#include "goalsheet/table.hpp"
#include "model/interpret.hpp"
#include "read/cell_text.hpp"
#include "write/document/contents_page.hpp"
#include "write/format/xlsx/cell_text.hpp"

namespace goalsheet {
namespace {

// What a reader of the worksheet will see: cleaned as it is written, trimmed as it is read.
Table table_of(const FormLayout& layout) {
    Table table;
    for (const FormRow& form_row : layout.rows) {
        Row row;
        for (const xlsx::FormCell& form_cell : form_row.cells) {
            xlsx::Repairs ignored;
            Cell cell;
            cell.colspan = static_cast<std::uint32_t>(form_cell.last - form_cell.first + 1);
            cell.text = SourcedText(xlsx::clean_text(form_cell.text, ignored)).trimmed();
            take_residue(cell);
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

// ---- what a cell cannot hold is no difference: control characters, white space at both ends

SourcedText held(const SourcedText& text) {
    xlsx::Repairs ignored;
    return SourcedText(xlsx::clean_text(text.text, ignored)).trimmed();
}

IndicatorCells held(const IndicatorCells& one) {
    return {held(one.name), held(one.unit), held(one.baseline), held(one.target), held(one.midterm), held(one.final)};
}

template <class Owner>
void hold_entries(Owner& owner) {
    for (Extra& extra : owner.extras) extra = {held(extra.label), extra.role, held(extra.text)};
    for (SeriesValue& value : owner.series) value = {held(value.label), value.year, value.kind, held(value.text)};
}

void hold(Measure& measure) {
    for (SourcedText* text : {&measure.action, &measure.deadline, &measure.target, &measure.midterm, &measure.final})
        *text = held(*text);
    for (IndicatorCells& indicator : measure.indicators) indicator = held(indicator);
    hold_entries(measure);
}

Sheet held(Sheet sheet) {
    for (SourcedText* text : {&sheet.goal, &sheet.department, &sheet.situation, &sheet.purpose,
                              &sheet.notes.participation, &sheet.notes.outcomes})
        *text = held(*text);
    for (Alignment& alignment : sheet.alignments) alignment = {held(alignment.plan), held(alignment.text)};
    for (SdgGoal& sdg : sheet.sdgs) sdg.name = held(sdg.name);
    for (Item& item : sheet.items) {
        item.title = held(item.title);
        for (Measure& measure : item.measures) hold(measure);
        hold_entries(item);
    }
    hold_entries(sheet);
    for (Unplaced& unplaced : sheet.unplaced)
        unplaced = {held(unplaced.text), held(SourcedText(unplaced.label)).text,
                    held(SourcedText(unplaced.address)).text};
    return sheet;
}

Document held(Document document) {
    document.department = held(document.department);
    for (SourcedText& goal : document.goals) goal = held(goal);
    for (Sheet& sheet : document.sheets) sheet = held(std::move(sheet));
    return document;
}

// ---- reading what will be written

Page page_of(std::vector<Table> tables) {
    Page page;
    page.source = std::make_shared<const SourceText>("");
    page.format = "xlsx";
    page.tables = std::move(tables);
    return page;
}

bool reads_back(const Page& page, const Document& document, const Form& form) {
    const std::vector<Document> read = interpret(page, form);
    return read.size() == 1 && held(read.front()) == document;
}

bool reads_back(const Table& table, const Sheet& sheet, const Form& form) {
    const std::vector<Document> read = interpret(page_of({table}), form);
    return read.size() == 1 && read.front().sheets.size() == 1 && held(read.front().sheets.front()) == sheet;
}

// As the reader takes a worksheet of lines for a list under its first one.
void add_contents(Page& page, const FormLayout& contents) {
    const Table table = table_of(contents);
    List list;
    list.heading = table.rows.front().cells.front().text;
    page.headings = {list.heading};
    for (std::size_t i = 1; i < table.rows.size(); ++i) list.entries.push_back(table.rows[i].cells.front().text);
    page.lists = {std::move(list)};
}

// Each sheet that does not read back as a form, but as published, is laid out so; says whether there was one.
bool publish_others(WorkbookLayout& layout, std::vector<Table>& tables, const Document& document, const Form& form) {
    bool any = false;
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const Sheet wanted = held(document.sheets[i]);
        if (reads_back(tables[i], wanted, form)) continue;
        FormLayout published = published_layout(document.sheets[i]);
        Table table = table_of(published);
        if (!reads_back(table, wanted, form)) continue;
        layout.sheets[i] = std::move(published);
        layout.is_form[i] = false;
        tables[i] = std::move(table);
        any = true;
    }
    return any;
}

}  // namespace

// Reading back costs as much as reading: where the whole does, no sheet is read alone.
WorkbookLayout lay_out_workbook(const Document& document, const Form& form) {
    const Document wanted = held(document);
    WorkbookLayout layout;
    std::vector<Table> tables;
    for (const Sheet& sheet : document.sheets) {
        layout.sheets.push_back(form_layout(sheet, form));
        layout.is_form.push_back(true);
        tables.push_back(table_of(layout.sheets.back()));
    }
    Page page = page_of(tables);
    if (has_contents(document)) {
        layout.contents = contents_layout(document);
        add_contents(page, *layout.contents);
    }
    if (document == Document{} || reads_back(page, wanted, form)) return layout;
    if (publish_others(layout, tables, document, form)) {
        page.tables = tables;
        if (reads_back(page, wanted, form)) return layout;
    }
    FormLayout published = published_layout(document);
    page.headings.clear();
    page.lists.clear();
    page.tables.insert(page.tables.begin(), table_of(published));
    if (reads_back(page, wanted, form)) layout.contents = std::move(published);
    return layout;
}

}  // namespace goalsheet
