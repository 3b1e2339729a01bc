// SPDX-License-Identifier: MIT
#include "write/format/xlsx/styles.hpp"

#include <xlsxwriter.h>

#include <cstdint>

#include "tables/row_height.hpp"

namespace goalsheet::xlsx {
namespace {

constexpr lxw_color_t kLabelFill = 0xDDEBF7;
constexpr lxw_color_t kInputFill = 0xFFFFE5;
constexpr lxw_color_t kNoticeFill = 0xFCE4D6;
constexpr std::uint8_t kTextFormat = 49;  // Excel's own @
constexpr lxw_color_t kLine = 0x7F7F7F;
constexpr lxw_color_t kAsideColor = 0x595959;
constexpr lxw_color_t kAsideFill = 0xF2F2F2;
constexpr lxw_color_t kTileFill = 0xF2F7FC;
constexpr lxw_color_t kLink = 0x0B5394;
constexpr double kTilePoints = 22;
constexpr double kNotePoints = 9;

lxw_format* add_format(lxw_workbook* workbook, double points) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_font_name(format, kFont);
    format_set_font_size(format, points);
    return format;
}

lxw_format* add_cell(lxw_workbook* workbook, double points = kBodyPoints) {
    lxw_format* format = add_format(workbook, points);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kLine);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

lxw_format* add_title(lxw_workbook* workbook) {
    lxw_format* format = add_format(workbook, kTitlePoints);
    format_set_bold(format);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

lxw_format* add_label(lxw_workbook* workbook, lxw_color_t fill) {
    lxw_format* format = add_cell(workbook);
    format_set_bold(format);
    format_set_bg_color(format, fill);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

// Reminds of cells that are still to be filled in; goes once they are.
lxw_format* add_blank_fill(lxw_workbook* workbook) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_bg_color(format, kInputFill);
    return format;
}

lxw_format* add_number_cell(lxw_workbook* workbook) {
    lxw_format* format = add_cell(workbook);
    format_set_bg_color(format, kLabelFill);
    format_set_align(format, LXW_ALIGN_CENTER);
    return format;
}

// Text format: what an officer types there, (1) or 9/11, stays what she typed.
lxw_format* add_input(lxw_workbook* workbook, double points) {
    lxw_format* format = add_cell(workbook, points);
    format_set_num_format_index(format, kTextFormat);
    format_set_indent(format, 1);  // letters on the border are hard to read
    format_set_unlocked(format);
    return format;
}

lxw_format* add_input_block(lxw_workbook* workbook) {
    lxw_format* format = add_input(workbook, kBodyPoints);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

lxw_format* add_strong_input(lxw_workbook* workbook) {
    lxw_format* format = add_input(workbook, kBodyPoints + 1);
    format_set_bold(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

// Not to be taken for what is written: grey and locked.
lxw_format* add_aside(lxw_workbook* workbook) {
    lxw_format* format = add_cell(workbook, kNotePoints);
    format_set_num_format_index(format, kTextFormat);
    format_set_font_color(format, kAsideColor);
    format_set_bg_color(format, kAsideFill);
    return format;
}

lxw_format* add_guide(lxw_workbook* workbook) {
    lxw_format* format = add_format(workbook, kNotePoints);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_font_color(format, kAsideColor);
    return format;
}

lxw_format* add_part(lxw_workbook* workbook, bool bold) {
    lxw_format* format = add_format(workbook, kBodyPoints);
    if (bold) format_set_bold(format);
    return format;
}

// Underlined and bold: the difference must be seen on a black-and-white copy.
void mark_changed(lxw_format* format) {
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
    format_set_bold(format);
}

lxw_format* add_changed_part(lxw_workbook* workbook) {
    lxw_format* format = add_part(workbook, false);
    mark_changed(format);
    return format;
}

lxw_format* add_changed_input(lxw_workbook* workbook) {
    lxw_format* format = add_input(workbook, kBodyPoints);
    mark_changed(format);
    return format;
}

lxw_format* add_data(lxw_workbook* workbook) {
    lxw_format* format = add_cell(workbook);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

lxw_format* add_text_data(lxw_workbook* workbook) {
    lxw_format* format = add_data(workbook);
    format_set_num_format_index(format, kTextFormat);
    return format;
}

lxw_format* add_number_data(lxw_workbook* workbook, const char* number_format) {
    lxw_format* format = add_data(workbook);
    format_set_num_format(format, number_format);
    return format;
}

lxw_format* add_short_data(lxw_workbook* workbook, const char* number_format) {
    lxw_format* format = add_number_data(workbook, number_format);
    format_set_align(format, LXW_ALIGN_CENTER);
    return format;
}

lxw_format* add_link_data(lxw_workbook* workbook) {
    lxw_format* format = add_text_data(workbook);
    format_set_font_color(format, kLink);
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
    return format;
}

lxw_format* add_mark(lxw_workbook* workbook, lxw_color_t fill, lxw_color_t font) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_bg_color(format, fill);
    format_set_font_color(format, font);
    return format;
}

lxw_format* add_cover(lxw_workbook* workbook, double points, bool bold) {
    lxw_format* format = add_format(workbook, points);
    if (bold) format_set_bold(format);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

// The three cells of a tile share a frame: a line on top, none between, a line below.
lxw_format* add_tile(lxw_workbook* workbook, double points, bool bold, bool top, bool bottom) {
    lxw_format* format = add_cover(workbook, points, bold);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_bg_color(format, kTileFill);
    format_set_left(format, LXW_BORDER_THIN);
    format_set_right(format, LXW_BORDER_THIN);
    if (top) format_set_top(format, LXW_BORDER_THIN);
    if (bottom) format_set_bottom(format, LXW_BORDER_THIN);
    format_set_border_color(format, kLine);
    return format;
}

lxw_format* add_tile_value(lxw_workbook* workbook, const char* number_format) {
    lxw_format* format = add_tile(workbook, kTilePoints, true, false, false);
    format_set_num_format(format, number_format);
    return format;
}

}  // namespace

Styles::Styles(lxw_workbook* workbook) {
    const auto set = [this](Style style, lxw_format* format) { formats_[static_cast<std::size_t>(style)] = format; };
    set(Style::title, add_title(workbook));
    set(Style::label, add_label(workbook, kLabelFill));
    set(Style::heading, add_label(workbook, kLabelFill));
    set(Style::number, add_number_cell(workbook));
    set(Style::input, add_input(workbook, kBodyPoints));
    set(Style::input_block, add_input_block(workbook));
    set(Style::input_strong, add_strong_input(workbook));
    set(Style::bold_part, add_part(workbook, true));
    set(Style::plain_part, add_part(workbook, false));
    set(Style::changed_part, add_changed_part(workbook));
    set(Style::input_changed, add_changed_input(workbook));
    set(Style::aside, add_aside(workbook));
    set(Style::guide, add_guide(workbook));
    set(Style::notice, add_label(workbook, kNoticeFill));
    set(Style::blank_fill, add_blank_fill(workbook));
    set(Style::mark_good, add_mark(workbook, 0xD8EFDC, 0x0B5A20));
    set(Style::mark_bad, add_mark(workbook, 0xFBD9D5, 0x8E0B0B));
    set(Style::mark_none, add_mark(workbook, 0xE3E3E3, 0x404040));
    set(Style::flag_on, add_mark(workbook, 0x1F4E79, 0xFFFFFF));
    set(Style::flag_off, add_mark(workbook, 0xFFFFFF, 0x767676));
    set(Style::cover_title, add_cover(workbook, kTitlePoints, true));
    set(Style::cover_text, add_cover(workbook, kBodyPoints, false));
    set(Style::tile_label, add_tile(workbook, kBodyPoints, true, true, false));
    set(Style::tile_value, add_tile_value(workbook, "#,##0"));
    set(Style::tile_percent, add_tile_value(workbook, "0.0\"%\""));
    set(Style::tile_note, add_tile(workbook, kNotePoints, false, false, true));
    set(Style::data_header, add_label(workbook, kLabelFill));
    set(Style::data_text, add_text_data(workbook));
    set(Style::data_link, add_link_data(workbook));
    set(Style::data_integer, add_short_data(workbook, "0"));
    set(Style::data_year, add_short_data(workbook, "0\"年度\""));
    set(Style::data_count, add_number_data(workbook, "#,##0"));
    set(Style::data_number, add_number_data(workbook, "#,##0.0##############"));
    set(Style::data_percent, add_number_data(workbook, "0.0"));
    set(Style::data_date, add_short_data(workbook, "yyyy-mm-dd"));
}

double indent_of(Style style) {
    constexpr double kIndent = 1.75;  // three blanks, and some room for fonts with wide ones
    const bool input = style == Style::input || style == Style::input_block || style == Style::input_strong ||
                       style == Style::input_changed;
    return input ? kIndent : 0;
}

double points_of(Style style) {
    switch (style) {
        case Style::title:
        case Style::cover_title:
            return kTitlePoints;
        case Style::input_strong:
            return kBodyPoints + 1;
        case Style::tile_value:
        case Style::tile_percent:
            return kTilePoints;
        case Style::tile_note:
        case Style::aside:
        case Style::guide:
            return kNotePoints;
        default:
            return kBodyPoints;
    }
}

}  // namespace goalsheet::xlsx
