// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/text.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "support/xlsx_file.hpp"

using goalsheet::Document;
using goalsheet::Item;
using goalsheet::ItemCells;
using goalsheet::Measure;
using goalsheet::Sheet;
using goalsheet::test::XlsxCell;
using goalsheet::test::XlsxFile;
using goalsheet::test::XlsxSheet;

namespace {

Measure measure(int number, const char* action, const char* deadline, const char* target, const char* midterm) {
    Measure m;
    m.number = number;
    m.action = action;
    m.deadline = deadline;
    m.target = target;
    m.midterm = midterm;
    return m;
}

Sheet plain_sheet() {
    Sheet sheet;
    sheet.goal = "歩いて楽しい中心市街地をつくる";
    sheet.department = "まちなか振興部";
    sheet.priority = 1;
    sheet.priority_text = "1位";
    sheet.fiscal_year = goalsheet::FiscalYear{"令和6年度", 2024};
    sheet.alignments = {{"総合計画における位置付け", "第2編 にぎわい\n第1章 まちなか"},
                        {"行政経営プランにおける位置付け", "3 共創のまちづくり"}};
    sheet.situation = "・空き店舗が増えている。\n・歩行者が減っている。";
    sheet.purpose = "・歩く人を増やす。";
    sheet.sdgs = {{8, "働きがいも経済成長も"}, {11, "住み続けられるまちづくりを"}};
    Item item;
    item.number = 1;
    item.number_text = "①";
    item.title = "空き店舗の活用";
    item.measures = {measure(1, "改装費の補助", "年度末まで", "補助件数 8件", "3件（9月末現在）"),
                     measure(2, "見学会の開催", "10月中旬", "見学会 4回", "2回開催")};
    item.as_written = ItemCells{"○ 空き店舗の活用\n(1) 改装費の補助\n(2) 見学会の開催", "(1)年度末まで\n(2)10月中旬",
                                "(1) 補助件数 8件\n(2) 見学会 4回", "(1) 3件（9月末現在）\n(2) 2回開催", ""};
    sheet.items = {item};
    sheet.notes.participation_heading = "○市民参加・協働の推進、市民満足度の向上を考慮した点";
    sheet.notes.participation = "商店会と話し合いを重ねる。";
    sheet.notes.outcomes_heading = "○取組による効果・残された課題";
    return sheet;
}

Document document_of(std::vector<Sheet> sheets) {
    Document document;
    document.source.path = "/home/someone/plan.html";
    document.source.format = "html";
    document.source.encoding = "utf-8";
    document.source.sha256 = "0123abcd";
    document.department = "まちなか振興部";
    document.fiscal_year = goalsheet::FiscalYear{"令和6年度", 2024};
    document.sheets = std::move(sheets);
    return document;
}

std::string bytes_of(const Document& document, const goalsheet::WorkbookOptions& options = {}) {
    auto bytes = goalsheet::write_workbook(document, options);
    REQUIRE(bytes);
    return *bytes;
}

XlsxFile workbook_of(const Document& document) { return XlsxFile::read(bytes_of(document)); }

bool has_text(const XlsxSheet& sheet, const std::string& text) {
    return std::any_of(sheet.cells.begin(), sheet.cells.end(),
                       [&](const auto& cell) { return cell.second.type == 's' && cell.second.text == text; });
}

}  // namespace

TEST_CASE("a workbook has a print sheet for every goal sheet and then the data sheets") {
    const XlsxFile file = workbook_of(document_of({plain_sheet(), plain_sheet()}));
    std::vector<std::string> names;
    for (const XlsxSheet& sheet : file.sheets) names.push_back(sheet.name);
    CHECK(names == std::vector<std::string>{"1 歩いて楽しい中心市街地…", "2 歩いて楽しい中心市街地…", "基本情報",
                                            "取組項目", "数値目標", "本文", "SDGs", "コード表", "項目定義",
                                            "変換記録"});
}

TEST_CASE("print sheets hold every text of the goal sheet character for character") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    const XlsxSheet& sheet = file.sheets.front();
    const Sheet source = plain_sheet();
    CHECK(has_text(sheet, source.goal.text));
    CHECK(has_text(sheet, source.department.text));
    CHECK(has_text(sheet, "1位"));
    CHECK(has_text(sheet, source.alignments[0].plan.text));
    CHECK(has_text(sheet, source.alignments[1].text.text));
    CHECK(has_text(sheet, source.situation.text));
    CHECK(has_text(sheet, source.purpose.text));
    CHECK(has_text(sheet, "8 働きがいも経済成長も\n11 住み続けられるまちづくりを"));
    CHECK(has_text(sheet, "①"));
    CHECK(has_text(sheet, source.items[0].as_written->item.text));
    CHECK(has_text(sheet, source.items[0].as_written->midterm.text));
    CHECK(has_text(sheet, "○市民参加・協働の推進、市民満足度の向上を考慮した点\n商店会と話し合いを重ねる。"));
    CHECK(has_text(sheet, "○取組による効果・残された課題"));
}

TEST_CASE("two runs give the same bytes") {
    const Document document = document_of({plain_sheet(), plain_sheet()});
    CHECK(bytes_of(document) == bytes_of(document));
}

namespace {

constexpr const char* kDataSheets[] = {"基本情報", "取組項目", "数値目標", "本文",
                                       "SDGs",     "コード表", "項目定義", "変換記録"};

constexpr int kTextFormat = 49;  // @

// What other tools take for numbers, dates, formulas or nothing.
constexpr const char* kTempting[] = {
    "(1)",  "1/2",  "9/11",     "3-1",     "007",      "10%",     "1.0",    "１２３",
    "1E3",  "=1+1", "NA",       "+5",      "1,200",    "12:30",   "2024.4", "12345678901234567890",
    "TRUE", "-1",   "@SUM(A1)", "'2024.4", "\"引用\"", "<b>&amp;"};

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::vector<std::string> column(const XlsxSheet& sheet, std::string_view header) {
    const auto grid = sheet.grid();
    const auto found = std::find(grid.front().begin(), grid.front().end(), header);
    REQUIRE(found != grid.front().end());
    const auto index = static_cast<std::size_t>(found - grid.front().begin());
    std::vector<std::string> values;
    for (std::size_t row = 1; row < grid.size(); ++row)
        values.push_back(index < grid[row].size() ? grid[row][index] : "");
    return values;
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool has_note(const XlsxFile& file, std::string_view words) {
    const auto notes = column(file.sheet("変換記録"), "内容");
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

Sheet tempting_sheet(const std::string& text) {
    Sheet sheet = plain_sheet();
    sheet.goal = text;
    sheet.department = text;
    sheet.priority.reset();
    sheet.priority_text = text;
    sheet.alignments = {{text, text}};
    sheet.situation = text;
    sheet.purpose = text;
    sheet.sdgs_text = text;
    Item& item = sheet.items.front();
    item.title = text;
    item.measures = {measure(1, text.c_str(), text.c_str(), text.c_str(), text.c_str())};
    item.as_written = ItemCells{text, text, text, text, text};
    sheet.notes.participation_heading = "";
    sheet.unplaced = {{text, text, "表の5行目3列目"}};
    return sheet;
}

}  // namespace

TEST_CASE("texts that look like numbers, dates or formulas stay text in print sheets") {
    for (const std::string text : kTempting) {
        CAPTURE(text);
        const XlsxFile file = workbook_of(document_of({tempting_sheet(text)}));
        const XlsxSheet& sheet = file.sheets.at(1);
        const auto count = std::count_if(sheet.cells.begin(), sheet.cells.end(),
                                         [&](const auto& cell) { return cell.second.text == text; });
        CHECK(count >= 12);
        for (const auto& [address, cell] : sheet.cells) {
            CHECK_FALSE(cell.formula);
            CHECK((cell.type == 's' || cell.type == 0));
            if (cell.text == text && file.style(cell).unlocked) CHECK(file.style(cell).number_format == kTextFormat);
        }
    }
}

TEST_CASE("texts that look like numbers, dates or formulas stay text in data sheets") {
    for (const std::string text : kTempting) {
        CAPTURE(text);
        const XlsxFile file = workbook_of(document_of({tempting_sheet(text)}));
        for (const char* header : {"方法・手段", "取組項目", "スケジュール原文", "重点目標"}) {
            const auto values = column(file.sheet("取組項目"), header);
            REQUIRE(values.size() == 1);
            CHECK(values.front() == text);
        }
        for (const auto& [address, cell] : file.sheet("取組項目").cells)
            if (cell.text == text) CHECK(cell.type == 's');
    }
}

TEST_CASE("line breaks and list items keep their own lines in print sheets") {
    Sheet sheet = plain_sheet();
    sheet.situation = "一行目\n二行目\n\n四行目";
    sheet.purpose = "・面談の実施\n・訪問の実施\n・相談の実施";
    const XlsxFile file = workbook_of(document_of({sheet}));
    CHECK(has_text(file.sheets.front(), sheet.situation.text));
    CHECK(has_text(file.sheets.front(), sheet.purpose.text));
    for (const auto& [address, cell] : file.sheets.front().cells)
        if (cell.text.find('\n') != std::string::npos) CHECK(file.style(cell).wrap);
    const auto texts = column(file.sheet("本文"), "本文");
    for (const char* line : {"一行目", "二行目", "四行目", "面談の実施", "訪問の実施", "相談の実施"})
        CHECK(contains(texts, line));
}

TEST_CASE("every text of a goal sheet is in the data sheet of paragraphs") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    const XlsxSheet& texts = file.sheet("本文");
    const auto sections = column(texts, "区分");
    for (const char* section : {"位置付け", "現況・課題", "目的・効果", "取組項目", "方法・手段", "期間・期限",
                                "数値目標", "中間報告", "特記事項"})
        CHECK(contains(sections, section));
    for (const char* text : {"第1章 まちなか", "空き店舗が増えている。", "空き店舗の活用", "見学会の開催",
                             "補助件数 8件", "3件（9月末現在）", "商店会と話し合いを重ねる。"})
        CHECK(contains(column(texts, "本文"), text));
    CHECK(contains(column(texts, "記号"), "・"));
}

TEST_CASE("a value that spans rows is repeated on every row of the data sheets") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    const XlsxSheet& measures = file.sheet("取組項目");
    CHECK(column(measures, "重点目標") == std::vector<std::string>(2, "歩いて楽しい中心市街地をつくる"));
    CHECK(column(measures, "部局名") == std::vector<std::string>(2, "まちなか振興部"));
    CHECK(column(measures, "取組項目") == std::vector<std::string>(2, "空き店舗の活用"));
    CHECK(column(measures, "目標ID") == std::vector<std::string>(2, "2024-まちなか振興部-01"));
    CHECK(column(measures, "項目番号") == std::vector<std::string>(2, "(1)"));
    CHECK(column(measures, "枝番") == std::vector<std::string>{"1", "2"});
}

TEST_CASE("deadlines stand as dates beside their own words") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    const XlsxSheet& measures = file.sheet("取組項目");
    CHECK(column(measures, "スケジュール原文") == std::vector<std::string>{"年度末まで", "10月中旬"});
    CHECK(column(measures, "開始日") == std::vector<std::string>{"", "45576"});       // 2024-10-11
    CHECK(column(measures, "終了日") == std::vector<std::string>{"45747", "45585"});  // 2025-03-31, 2024-10-20
    CHECK(column(measures, "旬コード") == std::vector<std::string>{"", "A2"});
    CHECK(file.style(measures.cells.at("K2")).format_code == "yyyy-mm-dd");
}

TEST_CASE("data sheets obey the rules for machines") {
    Sheet sheet = plain_sheet();
    sheet.goal = "　歩いて　楽しい\n中心市街地  ";
    sheet.items.front().title = "空き店舗の\n活用　";
    sheet.items.front().measures.front().action = "・改装費の補助\n　・家賃の補助";
    sheet.unplaced = {{"備考　の\n文章", "備考", ""}};
    const XlsxFile file = workbook_of(document_of({sheet, plain_sheet()}));
    std::set<std::string> table_names;
    for (const char* name : kDataSheets) {
        CAPTURE(name);
        const XlsxSheet& data = file.sheet(name);
        const auto grid = data.grid();
        CHECK(data.merges.empty());
        CHECK(data.hidden_columns.empty());
        REQUIRE(data.tables.size() == 1);
        CHECK(table_names.insert(data.tables.front().substr(0, data.tables.front().find(' '))).second);
        const std::string last = data.tables.front().substr(data.tables.front().find(':') + 1);
        CHECK(data.tables.front().find(" A1:") != std::string::npos);
        CHECK(data.cells.contains(last));
        CHECK(std::set<std::string>(grid.front().begin(), grid.front().end()).size() == grid.front().size());
        for (const std::string& header : grid.front()) CHECK_FALSE(header.empty());
        for (const auto& entry : data.cells) {
            const XlsxCell& cell = entry.second;
            CAPTURE(entry.first);
            CHECK_FALSE(cell.formula);
            CHECK(cell.text.find('\n') == std::string::npos);
            CHECK(cell.text.find("　") == std::string::npos);
            CHECK(cell.text.find("  ") == std::string::npos);
            CHECK_FALSE(cell.text.starts_with(' '));
            CHECK_FALSE(cell.text.ends_with(' '));
        }
        for (const auto& [number, row] : data.rows) {
            CHECK_FALSE(row.hidden);
            CHECK(row.height > 0);
        }
    }
}

TEST_CASE("a column has one type and one format in all its rows") {
    const XlsxFile file = workbook_of(document_of({plain_sheet(), plain_sheet()}));
    for (const char* name : kDataSheets) {
        std::map<std::string, std::set<int>> styles;
        for (const auto& [address, cell] : file.sheet(name).cells) {
            const std::size_t digits = address.find_first_of("0123456789");
            if (address.substr(digits) != "1") styles[address.substr(0, digits)].insert(cell.style);
        }
        for (const auto& column_styles : styles) {
            CAPTURE(name);
            CAPTURE(column_styles.first);
            CHECK(column_styles.second.size() == 1);
        }
    }
}

TEST_CASE("every column of the data sheets is defined, every code is in the code table") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    const XlsxSheet& definitions = file.sheet("項目定義");
    const auto sheets = column(definitions, "シート");
    const auto logical = column(definitions, "論理名");
    const auto physical = column(definitions, "物理名");
    for (const char* name : kDataSheets) {
        const auto grid = file.sheet(name).grid();
        for (const std::string& header : grid.front()) {
            CAPTURE(name);
            CAPTURE(header);
            bool defined = false;
            for (std::size_t i = 0; i < sheets.size(); ++i)
                defined = defined || (sheets[i] == name && logical[i] == header);
            CHECK(defined);
        }
    }
    for (const std::string& name : physical)
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string::npos);
    const auto codes = column(file.sheet("コード表"), "コード");
    for (const char* header : {"時期区分", "報告状況", "進捗区分"})
        for (const std::string& code : column(file.sheet("取組項目"), header)) CHECK(contains(codes, code));
    for (const char* header : {"比較", "中間進捗区分", "期末進捗区分", "算定区分"})
        for (const std::string& code : column(file.sheet("数値目標"), header)) CHECK(contains(codes, code));
    for (const char* header : {"区分", "種別"})
        for (const std::string& code : column(file.sheet("本文"), header)) CHECK(contains(codes, code));
}

TEST_CASE("columns keep their names and order from year to year") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    using Headers = std::vector<std::string>;
    CHECK(file.sheet("基本情報").grid().front() == Headers{"目標ID", "項目", "物理名", "行番号", "値", "原文"});
    CHECK(file.sheet("取組項目").grid().front() == Headers{"目標ID", "年度", "部局名", "重点目標", "項目ID", "項目番号",
                                                           "取組項目", "枝番", "方法・手段", "開始日", "終了日",
                                                           "時期区分", "旬コード", "スケジュール原文", "報告状況",
                                                           "進捗区分", "方法・手段ID", "和暦"});
    CHECK(file.sheet("数値目標").grid().front() ==
          Headers{"目標値ID",      "目標ID",       "項目ID",       "枝番",       "指標名",       "基準値",
                  "目標値",        "比較",         "目標単位",     "目標原文",   "中間実績値",   "中間実績単位",
                  "中間達成率(%)", "中間進捗区分", "中間実績原文", "期末実績値", "期末実績単位", "期末達成率(%)",
                  "期末進捗区分",  "期末実績原文", "算定区分",     "備考",       "方向",         "中間改善率(%)",
                  "期末改善率(%)", "方法・手段ID"});
    CHECK(file.sheet("本文").grid().front() == Headers{"目標ID", "項目ID", "枝番", "区分", "見出し", "段落番号",
                                                       "分割番号", "種別", "記号", "本文", "方法・手段ID"});
    CHECK(file.sheet("SDGs").grid().front() == Headers{"目標ID", "ゴール番号", "ゴール名", "記載名"});
}

TEST_CASE("control characters go, and the conversion record says so") {
    Sheet sheet = plain_sheet();
    sheet.situation = "表計算から\x0B貼り付けた\x14文章";
    sheet.purpose = "壊れた\xE3\x81文字";
    sheet.goal = "_x0041_と書いた目標";
    const XlsxFile file = workbook_of(document_of({sheet}));
    CHECK(has_text(file.sheets.front(), "表計算から貼り付けた文章"));
    CHECK(has_text(file.sheets.front(), "壊れた\xEF\xBF\xBD\xEF\xBF\xBD文字"));
    CHECK(has_text(file.sheets.front(), "_x0041_と書いた目標"));
    CHECK(has_note(file, "制御文字2字"));
    CHECK(has_note(file, "UTF-8でないバイト2個"));
}

TEST_CASE("a text over 32,767 characters goes on in the next rows and nothing is lost") {
    Sheet sheet = plain_sheet();
    std::string text;
    for (int i = 0; text.size() < 3 * 40000; ++i) text += "あ" + std::to_string(i) + "い";
    sheet.situation = text;
    sheet.items.front().measures.front().action = text;
    sheet.items.front().as_written.reset();
    const XlsxFile file = workbook_of(document_of({sheet}));
    std::string printed;
    bool goes_on = false;
    std::string marked;
    for (const auto& row : file.sheets.front().grid()) {
        if (row.front().starts_with("現況・課題")) printed += row.at(2);
        goes_on = goes_on || row.front() == "現況・課題（続き）";
    }
    CHECK(printed == text);
    CHECK(goes_on);
    CHECK(has_note(file, "続きの"));
    std::string paragraph;
    const auto sections = column(file.sheet("本文"), "区分");
    const auto texts = column(file.sheet("本文"), "本文");
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (sections[i] == "現況・課題") paragraph += texts[i];
    CHECK(paragraph == text);
    CHECK(has_note(file, "1セルの上限32767字"));
    for (const XlsxSheet& page : file.sheets)
        for (const auto& [number, row] : page.rows) CHECK(row.height <= 409);
}

TEST_CASE("an item whose texts need two rows says so in the second") {
    Sheet sheet = plain_sheet();
    sheet.items.front().as_written->midterm = "(1) " + repeat("実施した。\n", 30) + "以上";
    sheet.items.front().measures[0].midterm = repeat("実施した。\n", 30) + "以上";
    sheet.items.front().measures[1].midterm = "";
    const XlsxSheet page = workbook_of(document_of({sheet})).sheets.front();
    std::string midterm;
    int rows = 0;
    for (const auto& row : page.grid())
        if (row.front() == "①" || row.front() == "①\n（続き）") {
            ++rows;
            midterm += row.at(5);
        }
    CHECK(rows == 2);
    CHECK(midterm == sheet.items.front().as_written->midterm.text);
}

TEST_CASE("three hundred items keep their order") {
    Sheet sheet = plain_sheet();
    const Item item = sheet.items.front();
    sheet.items.clear();
    for (int i = 1; i <= 300; ++i) {
        sheet.items.push_back(item);
        sheet.items.back().number = i;
        sheet.items.back().number_text = goalsheet::circled(i);
        sheet.items.back().as_written.reset();
        sheet.items.back().measures[0].target = std::to_string(i) + "件";
        sheet.items.back().measures[1].target = "";
    }
    const XlsxFile file = workbook_of(document_of({sheet}));
    int next = 1;
    for (const auto& row : file.sheets.front().grid())
        if (std::find(row.begin(), row.end(), "(1) " + std::to_string(next) + "件") != row.end()) ++next;
    CHECK(next == 301);
    CHECK(column(file.sheet("取組項目"), "枝番").size() == 600);
}

TEST_CASE("a document with nothing in it is still a whole workbook") {
    Document document;
    CHECK(workbook_of(document).sheets.size() == std::size(kDataSheets));
    document.sheets.resize(2);
    const XlsxFile file = workbook_of(document);
    CHECK(file.sheets.size() == std::size(kDataSheets) + 2);
    CHECK(file.sheets.front().name == "1 重点目標");
    CHECK(has_text(file.sheets.front(), "重点目標管理シート"));
    CHECK(file.sheet("取組項目").tables.front() == "measures A1:R2");
}

TEST_CASE("an item without measures has its row, a measure without an item's cells is put together") {
    Sheet sheet = plain_sheet();
    Item bare;
    bare.number = 2;
    bare.title = "題だけの取組";
    sheet.items.front().as_written.reset();
    sheet.items.front().measures[1].deadline = "年度末まで";
    sheet.items.push_back(bare);
    const XlsxFile file = workbook_of(document_of({sheet}));
    const XlsxSheet& page = file.sheets.front();
    CHECK(has_text(page, "○ 空き店舗の活用\n(1) 改装費の補助\n(2) 見学会の開催"));
    CHECK(has_text(page, "(1)～(2) 年度末まで"));
    CHECK(has_text(page, "(1) 補助件数 8件\n(2) 見学会 4回"));
    CHECK(has_text(page, "②"));
    CHECK(has_text(page, "○ 題だけの取組"));
    CHECK(column(file.sheet("取組項目"), "取組項目").back() == "題だけの取組");
    CHECK(column(file.sheet("取組項目"), "枝番").back().empty());
}

TEST_CASE("numbers inside the items' cells are not written a second time") {
    Sheet sheet = plain_sheet();
    sheet.items.front().as_written =
        ItemCells{"① ○ 空き店舗の活用\n(1) 改装費の補助", "年度末まで", "補助件数 8件", "", ""};
    sheet.items.front().measures = {measure(1, "改装費の補助", "年度末まで", "補助件数 8件", "")};
    const XlsxSheet page = workbook_of(document_of({sheet})).sheets.front();
    CHECK(has_text(page, "① ○ 空き店舗の活用\n(1) 改装費の補助"));
    CHECK_FALSE(has_text(page, "①"));
}

TEST_CASE("texts that have no field stand in a block of their own") {
    Sheet sheet = plain_sheet();
    CHECK_FALSE(
        has_text(workbook_of(document_of({sheet})).sheets.front(), "未配置（様式の欄に当てはまらなかった文章）"));
    sheet.unplaced = {{"予算は別に要求する。", "備考", "表の9行目2列目"}, {"行き場のない文章", "", ""}};
    const XlsxFile file = workbook_of(document_of({sheet}));
    const XlsxSheet& page = file.sheets.front();
    CHECK(has_text(page, "未配置（様式の欄に当てはまらなかった文章）"));
    CHECK(has_text(page, "備考"));
    CHECK(has_text(page, "表の9行目2列目"));
    CHECK(has_text(page, "予算は別に要求する。"));
    CHECK(has_text(page, "行き場のない文章"));
    CHECK(contains(column(file.sheet("本文"), "本文"), "行き場のない文章"));
}

TEST_CASE("every sheet prints on A4 landscape, print sheets one page wide, with the heading on every page") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    for (const XlsxSheet& sheet : file.sheets) {
        CAPTURE(sheet.name);
        CHECK(sheet.xml.find("paperSize=\"9\"") != std::string::npos);
        CHECK(sheet.xml.find("orientation=\"landscape\"") != std::string::npos);
        // Data sheets go over several pages across rather than below eight points.
        const bool fits = sheet.xml.find("fitToHeight=\"0\"") != std::string::npos;
        CHECK((fits || sheet.xml.find(" scale=\"") != std::string::npos));
        CHECK(sheet.xml.find("&amp;P / &amp;N") != std::string::npos);
        for (const auto& [number, row] : sheet.rows) CHECK(row.height > 0);
    }
    const XlsxSheet& page = file.sheets.front();
    const std::string title_row = file.defined_names.at("0 _xlnm.Print_Titles");
    const std::string row = title_row.substr(title_row.rfind('$') + 1);
    CHECK(page.text("D" + row) == "期間・期限（いつ・いつまでに）");
}

TEST_CASE("labels are locked, inputs open, and nobody needs a password") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    const XlsxSheet& page = file.sheets.front();
    CHECK(page.xml.find("<sheetProtection sheet=\"1\"") != std::string::npos);
    CHECK(page.xml.find("password") == std::string::npos);
    for (const auto& [address, cell] : page.cells) {
        if (cell.text == "重点目標" || cell.text == "①") {
            CHECK_FALSE(file.style(cell).unlocked);
            CHECK(file.style(cell).fill == "DDEBF7");
        }
        if (cell.text == "歩いて楽しい中心市街地をつくる" || cell.text.starts_with("(1) 補助件数"))
            CHECK(file.style(cell).unlocked);
    }
    CHECK(page.xml.find("'コード表'!$C$2:$C$21") != std::string::npos);
    const auto lists = column(file.sheet("コード表"), "コード種別");
    CHECK(std::count(lists.begin(), lists.begin() + 20, "優先順位") == 20);
    CHECK(lists[20] != "優先順位");
}

TEST_CASE("a note says how to fill in a field that is still empty, and no other") {
    const auto comments_of = [](const Sheet& sheet) {
        return workbook_of(document_of({sheet})).sheets.front().comments;
    };
    const auto says = [](const auto& comments, std::string_view words) {
        return std::any_of(comments.begin(), comments.end(),
                           [&](const std::string& one) { return one.find(words) != std::string::npos; });
    };
    Sheet sheet = plain_sheet();
    const auto filled = comments_of(sheet);
    CHECK_FALSE(says(filled, "めざすことを1行で書く"));
    sheet.goal = "";
    CHECK(says(comments_of(sheet), "めざすことを1行で書く"));
    CHECK_FALSE(says(comments_of(sheet), "行の初めに「・」を付け、1行に1つのことを書く"));
    sheet = plain_sheet();
    for (Item& item : sheet.items)
        for (Measure& measure : item.measures) measure.target = "";
    sheet.items.front().as_written.reset();
    CHECK_FALSE(says(filled, "数と単位を書く"));
    CHECK(says(comments_of(sheet), "数と単位を書く"));
}

TEST_CASE("an empty cell to write in is coloured by what stands in it, not beside it") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    const XlsxSheet& page = file.sheets.front();
    CHECK(page.xml.find("<conditionalFormatting sqref=\"C2:E") != std::string::npos);
    CHECK(page.xml.find("<formula>LEN(TRIM(C2))=0</formula>") != std::string::npos);
    CHECK(page.xml.find("<formula>LEN(TRIM(E2))=0</formula>") == std::string::npos);
}

TEST_CASE("every format has the Japanese font") {
    const XlsxFile file = workbook_of(document_of({plain_sheet()}));
    for (const auto& style : file.styles) CHECK(style.font == "BIZ UDゴシック");
}

TEST_CASE("sheet names stay legal and unique whatever the goals are called") {
    Sheet sheet = plain_sheet();
    std::vector<Sheet> sheets;
    for (const char* goal : {"健康/福祉", "[案]:*?\\", "", "本文", "'", "_x0041_", "\x01\x02", "行\n替え"}) {
        sheet.goal = goal;
        sheets.push_back(sheet);
    }
    const XlsxFile file = workbook_of(document_of(sheets));
    std::set<std::string> names;
    for (const XlsxSheet& page : file.sheets) {
        CHECK(page.name.find_first_of("[]:*?/\\'\n") == std::string::npos);
        CHECK(names.insert(page.name).second);
    }
    CHECK(names.size() == sheets.size() + std::size(kDataSheets));
}

TEST_CASE("the conversion record says where the workbook comes from") {
    Document document = document_of({plain_sheet()});
    document.remarks = {{goalsheet::remark::kCharsetMismatch, "", "Shift_JIS, windows-31j"}};
    document.sheets.front().remarks = {{"new-kind", "語句", "詳細"}};
    goalsheet::WorkbookOptions options;
    options.tool_version = "9.8.7";
    options.warnings = {{"表が2つありました。", "There were two tables."}};
    const XlsxFile file = XlsxFile::read(bytes_of(document, options));
    for (const char* words :
         {"plan.html", "0123abcd", "goalsheet 9.8.7", "表が2つありました。", "Shift_JIS, windows-31j", "語句 詳細"})
        CHECK(has_note(file, words));
    CHECK_FALSE(has_note(file, "someone"));
}

TEST_CASE("the creation date is what the caller says, else always the same") {
    const auto core = [](const std::string& bytes) { return XlsxFile::read(bytes).parts.at("docProps/core.xml"); };
    const Document document = document_of({plain_sheet()});
    CHECK(core(bytes_of(document)).find("2000-01-01T00:00:00Z") != std::string::npos);
    goalsheet::WorkbookOptions options;
    options.created = 1735689600;
    CHECK(core(bytes_of(document, options)).find("2025-01-01T00:00:00Z") != std::string::npos);
}

TEST_CASE("a folder for temporary files that cannot be written to is a fault that names it") {
    const char* before = std::getenv("TMPDIR");
    const std::string kept = before ? before : "";
    ::setenv("TMPDIR", "/proc", 1);
    const auto bytes = goalsheet::write_workbook(document_of({plain_sheet()}));
    if (before)
        ::setenv("TMPDIR", kept.c_str(), 1);
    else
        ::unsetenv("TMPDIR");
    REQUIRE_FALSE(bytes);
    CHECK(bytes.fault().path == "/proc");
    CHECK(bytes.fault().message.ja.find("作業用ファイル") != std::string::npos);
    CHECK(bytes.fault().message.en.find("temporary file") != std::string::npos);
}

TEST_CASE("targets and results stand as numbers beside the words they were read from") {
    Sheet sheet = plain_sheet();
    sheet.items.front().measures = {
        measure(1, "改装費の補助", "年度末まで", "補助件数 8件", "補助件数 3件（9月末現在）"),
        measure(2, "案内の改善", "年度末まで", "苦情 24件→20件以下", "苦情 11件"),
        measure(3, "計画づくり", "年度末まで", "計画の策定", "策定委員会を設置"),
        measure(4, "見学会", "年度末まで", "見学会 4回、参加者 120人", ""),
        measure(5, "清掃", "年度末まで", "清掃活動 6回", "参加者を募集している"),
    };
    sheet.items.front().measures.front().final = "補助件数 9件";
    const XlsxFile file = workbook_of(document_of({sheet}));
    const XlsxSheet& targets = file.sheet("数値目標");
    using Values = std::vector<std::string>;
    CHECK(column(targets, "目標値ID").front() == "2024-まちなか振興部-01-01-1-1");
    CHECK(column(targets, "枝番") == Values{"1", "2", "3", "4", "4", "5"});
    CHECK(column(targets, "目標値") == Values{"8", "20", "", "4", "120", "6"});
    CHECK(column(targets, "目標単位") == Values{"件", "件", "", "回", "人", "回"});
    CHECK(column(targets, "基準値") == Values{"", "24", "", "", "", ""});
    CHECK(column(targets, "中間実績値").front() == "3");
    CHECK(column(targets, "中間達成率(%)").front() == "37.5");
    CHECK(column(targets, "期末実績値").front() == "9");
    CHECK(column(targets, "期末達成率(%)").front() == "112.5");
    CHECK(column(targets, "算定区分") == Values{"算定", "減少目標", "定性", "未報告", "未報告", "算定不可"});
    CHECK(column(targets, "目標原文").back() == "清掃活動 6回");
    for (const auto& [address, cell] : targets.cells)
        if (address == "G2" || address == "M2" || address == "R2") CHECK(cell.type == 'n');
    CHECK(targets.xml.find("<dataBar>") != std::string::npos);
    CHECK(targets.xml.find("<cfvo type=\"num\" val=\"100\"/>") != std::string::npos);
}

TEST_CASE("a measure has the word its indicators share") {
    Sheet sheet = plain_sheet();
    sheet.items.front().measures = {
        measure(1, "見学会", "年度末まで", "見学会 4回、参加者 120人", "見学会 4回、参加者 12人"),
        measure(2, "清掃", "年度末まで", "清掃活動 6回", "清掃活動 6回実施済")};
    const XlsxFile file = workbook_of(document_of({sheet}));
    CHECK(column(file.sheet("取組項目"), "進捗区分") == std::vector<std::string>{"混在", "達成"});
}
