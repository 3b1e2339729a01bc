// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "goalsheet/text.hpp"
#include "tables/row_height.hpp"
#include "write/format/xlsx/cell_text.hpp"
#include "write/format/xlsx/data_sheet.hpp"
#include "write/format/xlsx/sheet_names.hpp"

using namespace goalsheet::xlsx;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string joined(const std::vector<std::string_view>& pieces) {
    std::string out;
    for (const std::string_view piece : pieces) out += piece;
    return out;
}

}  // namespace

TEST_CASE("cell texts are valid XML text with LF line ends") {
    struct Row {
        std::string text;
        std::string clean;
        std::size_t controls;
        std::size_t invalid;
    };
    const Row rows[] = {
        {"一行目\r\n二行目\r三行目\n", "一行目\n二行目\n三行目\n", 0, 0},
        {"上\x0B下\x14中", "上下中", 2, 0},
        {"左\t右", "左\t右", 0, 0},
        {std::string("零\0零", 7), "零零", 1, 0},
        {"\xEF\xBF\xBE\xEF\xBF\xBF", "", 2, 0},
        {"途中\xE3\x81", "途中\xEF\xBF\xBD\xEF\xBF\xBD", 0, 2},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 0, 3},
        {"置換済み\xEF\xBF\xBD", "置換済み\xEF\xBF\xBD", 0, 0},
        {"𠮷野", "𠮷野", 0, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.clean);
        Repairs repairs;
        CHECK(clean_text(row.text, repairs) == row.clean);
        CHECK(repairs.controls == row.controls);
        CHECK(repairs.invalid == row.invalid);
    }
}

TEST_CASE("what looks like an escape is escaped, overlapping ones too") {
    CHECK(escape_text("_x0041_") == "_x005F_x0041_");
    CHECK(escape_text("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_");
    CHECK(escape_text("_x004_ _x00G1_ x0041_") == "_x004_ _x00G1_ x0041_");
    CHECK(escape_text("_x00") == "_x00");
}

TEST_CASE("long texts are cut where a cell ends and lose nothing") {
    const std::string kanji = repeat("漢", kMaxCellUnits);
    CHECK(split_for_cells(kanji).size() == 1);
    CHECK(split_for_cells(kanji + "字").size() == 2);
    const std::string rare = repeat("𠮷", kMaxCellUnits);
    REQUIRE(split_for_cells(rare).size() == 3);
    for (const std::string_view piece : split_for_cells(rare)) {
        CHECK(count_utf16_units(piece) <= kMaxCellUnits);
        CHECK_FALSE(goalsheet::find_invalid_utf8(piece));
    }
    CHECK(joined(split_for_cells(rare)) == rare);
    const std::string escapes = repeat("_x0041_", 5000);
    for (const std::string_view piece : split_for_cells(escapes))
        CHECK(goalsheet::count_code_points(escape_text(piece)) <= kMaxCellUnits);
    CHECK(joined(split_for_cells(escapes)) == escapes);
    CHECK(split_for_cells("").size() == 1);
}

TEST_CASE("sheet names are legal") {
    struct Row {
        const char* wanted;
        const char* name;
    };
    const Row rows[] = {
        {"健康/福祉", "健康／福祉"},
        {"[案]1:2*?\\", "［案］1：2＊？＼"},
        {"'引用'", "’引用’"},
        {"", "シート"},
        {"   ", "シート"},
        {"History", "History＿"},
        {"ＨＩＳＴＯＲＹ", "ＨＩＳＴＯＲＹ＿"},
        {"一行目\n二行目", "一行目 二行目"},
        {"A_x0041_", "A＿x0041＿"},
    };
    for (const Row& row : rows) CHECK(SheetNames().take(row.wanted) == row.name);
}

TEST_CASE("sheet names have at most 31 UTF-16 units") {
    CHECK(SheetNames().take(repeat("漢", 31)) == repeat("漢", 31));
    CHECK(SheetNames().take(repeat("漢", 32)) == repeat("漢", 31));
    CHECK(SheetNames().take(repeat("𠮷", 31)) == repeat("𠮷", 15));
}

TEST_CASE("sheet names are unique when neither case nor width counts") {
    SheetNames names;
    CHECK(names.take("data") == "data");
    CHECK(names.take("Data") == "Data (2)");
    CHECK(names.take("ＤＡＴＡ") == "ＤＡＴＡ (3)");
    CHECK(names.take("本文") == "本文");
    CHECK(names.take("本文") == "本文 (2)");
    CHECK(names.take(repeat("漢", 40)) == repeat("漢", 31));
    CHECK(names.take(repeat("漢", 40)) == repeat("漢", 27) + " (2)");
}

TEST_CASE("lines are counted as a wrapped cell shows them") {
    // 20 characters wide at 10 points: 145 pixels less 6, 6.67 a half-width advance: 20 advances.
    CHECK(wrap_lines("", 20, 10).size() == 1);
    CHECK(wrap_lines(repeat("漢", 10), 20, 10).size() == 1);
    CHECK(wrap_lines(repeat("漢", 11), 20, 10).size() == 2);
    CHECK(wrap_lines(repeat("①", 11), 20, 10).size() == 2);
    CHECK(wrap_lines(repeat("a", 20), 20, 10).size() == 1);
    CHECK(wrap_lines(repeat("ｱ", 20), 20, 10).size() == 1);
    CHECK(wrap_lines("一\n二\n三", 20, 10).size() == 3);
    CHECK(wrap_lines("一\n", 20, 10).size() == 2);
    // A word is not broken, and a closing mark takes the character before it along.
    CHECK(wrap_lines("aaaaaaaaaaaa bbbbbbbbbbbb", 20, 10) == std::vector<std::size_t>{0, 13});
    CHECK(wrap_lines(repeat("漢", 10) + "。", 20, 10) == std::vector<std::size_t>{0, 27});
    CHECK(wrap_lines(repeat("a", 45), 20, 10).size() == 3);
}

TEST_CASE("lines are counted as they are wrapped") {
    for (const std::string& text : {std::string(), repeat("漢", 10), repeat("漢", 11), repeat("ｱ", 20), repeat("a", 45),
                                    std::string("一\n二\n三"), std::string("a\n"),
                                    std::string("aaaaaaaaaaaa bbbbbbbbbbbb"), repeat("漢", 10) + "。", repeat("é", 21)})
        CHECK(count_lines(text, 20, 10) == wrap_lines(text, 20, 10).size());
}

TEST_CASE("row heights are whole pixels, never the default and never over Excel's limit") {
    CHECK(row_height(1, 10) == 18.75);
    CHECK(row_height(2, 10) == 33);
    CHECK(row_height(1, 7.3) == 15.75);
    CHECK(row_height(1000, 10) == kMaxRowHeight);
    CHECK(row_height(kMaxRowLines, 10) < kMaxRowHeight);
}

TEST_CASE("texts are cut into rows at their own line breaks and lose nothing") {
    std::string text;
    for (int i = 0; i < 60; ++i) text += repeat("文", 14) + "\n";
    const auto pieces = split_by_lines(text, 20, 10);
    CHECK(pieces.size() > 4);
    CHECK(joined(pieces) == text);
    for (const std::string_view piece : pieces) CHECK(wrap_lines(piece, 20, 10).size() <= kPartLines + 1);
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) CHECK(pieces[i].ends_with("\n"));
    const std::string unbroken = repeat("長", 5000);
    CHECK(joined(split_by_lines(unbroken, 20, 10)) == unbroken);
}

TEST_CASE("data cells are one line without blanks for layout") {
    CHECK(goalsheet::tidy_text("　相談件数　 300件 \n\n・延べ  人数\n") == "相談件数 300件 / ・延べ 人数");
    CHECK(goalsheet::tidy_text("\xC2\xA0一\xC2\xA0\xC2\xA0二") == "一 二");
    CHECK(goalsheet::tidy_text("") == "");
}
