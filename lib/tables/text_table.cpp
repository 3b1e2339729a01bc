// SPDX-License-Identifier: MIT
#include "tables/text_table.hpp"

#include <optional>

#include "model/ids.hpp"
#include "tables/paragraph_kinds.hpp"

namespace goalsheet {
namespace {

constexpr Column kTexts[] = {
    {"目標ID", "sheet_id", ColumnType::code, 22, "", "年度-部局名-優先順位。すべてのシートに共通の鍵"},
    {"項目ID", "item_id", ColumnType::code, 25, "", "目標IDと取組項目の番号。00は目標全体"},
    {"枝番", "measure_number", ColumnType::integer, 7, "", "方法・手段の番号。(1)は1"},
    {"区分", "section", ColumnType::code, 14, "", "コード表の「区分」"},
    {"見出し", "heading", ColumnType::text, 24, "", "文章が付いていた見出し。様式の欄なら空"},
    {"段落番号", "paragraph_number", ColumnType::integer, 10, "", "その文章の中での順番"},
    {"分割番号", "part_number", ColumnType::integer, 10, "", "長い段落を分けたときの順番。つなぐと元の段落になる"},
    {"種別", "paragraph_kind", ColumnType::code, 10, "", "コード表の「種別」"},
    {"記号", "mark", ColumnType::code, 8, "", "行頭の記号や番号"},
    {"本文", "text", ColumnType::text, 92, "", "記号を除いた1段落"},
};
constexpr std::size_t kTextColumn = std::size(kTexts) - 1;

class TextRows {
public:
    TextRows(const Sheet& sheet, const std::string& id) : sheet_(sheet), id_(id), whole_(item_id(id, 0)) {}

    SheetTexts read() {
        for (const Alignment& alignment : sheet_.alignments)
            add({whole_, std::nullopt, "位置付け", alignment.plan.text}, alignment.text.text);
        add({whole_, std::nullopt, "現況・課題", ""}, sheet_.situation.text);
        add({whole_, std::nullopt, "目的・効果", ""}, sheet_.purpose.text);
        for (const Item& item : sheet_.items) add_item(item);
        const Notes& notes = sheet_.notes;
        add({whole_, std::nullopt, "特記事項", notes.participation_heading.text}, notes.participation.text);
        add({whole_, std::nullopt, "特記事項", notes.outcomes_heading.text}, notes.outcomes.text);
        for (const Unplaced& unplaced : sheet_.unplaced)
            add({whole_, std::nullopt, "未配置", unplaced.label.empty() ? unplaced.address : unplaced.label},
                unplaced.text.text);
        return std::move(texts_);
    }

private:
    struct Place {
        const std::string& item;
        std::optional<int> measure;
        const char* section;
        std::string heading;
    };

    void add_item(const Item& item) {
        const std::string id = item_id(id_, item.number);
        add({id, std::nullopt, "取組項目", ""}, item.title.text);
        for (const Measure& measure : item.measures) {
            add({id, measure.number, "方法・手段", ""}, measure.action.text);
            add({id, measure.number, "期間・期限", ""}, measure.deadline.text);
            add({id, measure.number, "数値目標", ""}, measure.target.text);
            add({id, measure.number, "中間報告", ""}, measure.midterm.text);
            add({id, measure.number, "期末報告", ""}, measure.final.text);
        }
    }

    void add(const Place& place, const std::string& text) {
        const std::size_t first = texts_.rows.size();
        std::int64_t number = 0;
        for (const MarkedParagraph& paragraph : split_marked_paragraphs(text)) {
            ++number;
            std::int64_t part = 0;
            const std::string tidy = tidy_text(paragraph.text);
            for (const std::string_view piece : split_for_rows(tidy, kTexts[kTextColumn].width))
                texts_.rows.push_back({id_, place.item,
                                       place.measure ? DataCell(std::int64_t{*place.measure}) : DataCell(),
                                       std::string(place.section), place.heading, number, ++part,
                                       std::string(paragraph_kind_name(paragraph.kind)), std::string(paragraph.mark),
                                       std::string(piece)});
        }
        if (texts_.rows.size() > first) texts_.first_row[&text] = first;
    }

    const Sheet& sheet_;
    const std::string& id_;
    std::string whole_;
    SheetTexts texts_;
};

}  // namespace

SheetTexts read_sheet_texts(const Sheet& sheet, const std::string& sheet_id) {
    return TextRows(sheet, sheet_id).read();
}

std::span<const Column> text_columns() { return kTexts; }

DataTable texts_table(const Document& document) {
    DataTable table = {"本文", "texts", "本文（1段落1行）", kTexts, 1, {}};
    const std::vector<std::string> ids = sheet_ids(std::span(&document, 1)).front();
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        for (DataRow& row : read_sheet_texts(document.sheets[i], ids[i]).rows) table.rows.push_back(std::move(row));
    return table;
}

}  // namespace goalsheet
