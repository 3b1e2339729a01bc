// SPDX-License-Identifier: MIT
// Tables of a DocxStory.
#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "read/docx/story.hpp"

namespace goalsheet {
namespace {

std::uint32_t columns_of(std::string_view number) {
    return std::clamp<std::uint32_t>(number_of(number).value_or(1), 1, limit::kColspan);
}

bool is_wrapper(pugi::xml_node node) {
    return is_element(node, "sdtContent") || is_element(node, "customXml") || is_element(node, "smartTag") ||
           is_element(node, "ins") || is_element(node, "moveTo");
}

}  // namespace

void DocxStory::read_table(pugi::xml_node node) {
    if (joined_) finish_paragraph();
    const bool in_paragraph = std::exchange(in_paragraph_, false);
    page_.open_table();
    tables_.emplace_back();
    const auto boxes = std::exchange(boxes_, {});
    const auto drawings = std::exchange(drawings_, {});
    read_rows(node);
    boxes_ = boxes;
    drawings_ = drawings;
    tables_.pop_back();
    page_.close_table();
    if (!page_.in_table()) read_pending_notes(true);
    in_paragraph_ = in_paragraph;
}

void DocxStory::read_rows(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent) {
        if (is_element(child, "tr")) read_row(child);
        if (is_element(child, "sdt")) read_rows(child_of(child, "sdtContent"));
        if (is_wrapper(child)) read_rows(child);
    }
}

void DocxStory::read_row(pugi::xml_node node) {
    const pugi::xml_node properties = child_of(node, "trPr");
    if (const pugi::xml_node deleted = child_of(properties, "del")) {
        add_change(remark::kDeletion, deleted, page_.offset(), "行");
        return say_change();
    }
    OpenTable& table = tables_.back();
    table.here.clear();
    table.column = 0;
    table.hidden_row = docx_switch(properties, "hidden").value_or(false);
    table.last_cell = {};
    page_.open_row(table.hidden_row);
    const std::uint32_t begin = page_.offset();
    add_gap(properties, "gridBefore");
    read_cells(node);
    add_gap(properties, "gridAfter");
    if (const pugi::xml_node inserted = child_of(properties, "ins"))
        add_change(remark::kInsertion, inserted, begin, {});
    say_change();
    page_.close_row();
    if (!tables_.back().hidden_row) tables_.back().above = std::move(tables_.back().here);
}

void DocxStory::add_gap(pugi::xml_node properties, std::string_view name) {
    const auto columns = number_of(docx_value(properties, name));
    if (!columns || *columns == 0) return;
    page_.add_gap(std::min(*columns, limit::kColspan));
    tables_.back().column += std::min(*columns, limit::kColspan);
}

void DocxStory::read_cells(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent) {
        if (is_element(child, "tc")) read_cell(child);
        if (is_element(child, "sdt")) read_cells(child_of(child, "sdtContent"));
        if (is_wrapper(child)) read_cells(child);
    }
}

void DocxStory::read_cell(pugi::xml_node node) {
    const pugi::xml_node properties = child_of(node, "tcPr");
    const std::uint32_t columns = columns_of(docx_value(properties, "gridSpan"));
    const std::uint32_t column = tables_.back().column;
    const pugi::xml_node merge = child_of(properties, "vMerge");
    const bool restarts = merge && docx_attribute(merge, "val") == "restart";
    const std::string_view across = child_of(properties, "hMerge") ? docx_value(properties, "hMerge") : "restart";
    if (across != "restart" && tables_.back().last_cell) return join_left(node, columns);
    tables_.back().column += columns;
    if (merge && !restarts) {
        const auto above = tables_.back().above.find(column);
        if (above != tables_.back().above.end() && above->second.columns == columns)
            return read_covered(node, above->second);
    }
    const pugi::xml_node cell = page_.open_cell(columns);
    tables_.back().last_cell = cell;
    walk_children(node);
    finish_paragraph();
    page_.close_cell();
    if (merge) tables_.back().here[column] = {cell, columns, 1};
}

void DocxStory::read_covered(pugi::xml_node node, OpenMerge merge) {
    const std::uint32_t column = tables_.back().column - merge.columns;
    page_.open_covered(merge.cell);
    walk_children(node);
    finish_paragraph();
    page_.close_covered();
    if (!tables_.back().hidden_row) {
        pugi::xml_attribute rows = merge.cell.attribute("rowspan");
        if (!rows) rows = merge.cell.append_attribute("rowspan");
        rows.set_value(++merge.rows);
    }
    tables_.back().here[column] = merge;
    tables_.back().last_cell = {};
}

// w:hMerge, as programs of before 2007 write what lies under a cell that is wider than its column.
void DocxStory::join_left(pugi::xml_node node, std::uint32_t columns) {
    pugi::xml_node cell = tables_.back().last_cell;
    tables_.back().column += columns;
    page_.open_covered(cell);
    walk_children(node);
    finish_paragraph();
    page_.close_covered();
    const std::uint32_t all = cell.attribute("colspan").as_uint(1) + columns;
    if (!cell.attribute("colspan")) cell.append_attribute("colspan");
    cell.attribute("colspan").set_value(std::min(all, limit::kColspan));
}

}  // namespace goalsheet
