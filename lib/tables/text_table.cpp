// SPDX-License-Identifier: MIT
#include "tables/text_table.hpp"

#include <optional>

#include "model/ids.hpp"
#include "tables/columns.hpp"
#include "tables/paragraph_kinds.hpp"

namespace goalsheet {
namespace {

constexpr Column kTexts[] = {
    columns::kSheetId.wide(22),
    columns::kItemId.wide(25),
    columns::kMeasureNumber.wide(7),
    {"区分", "section", ColumnType::code, 14, "", "コード表の「区分」"},
    {"見出し", "heading", ColumnType::text, 24, "", "文章が付いていた見出し。様式の欄なら空"},
    {"段落番号", "paragraph_number", ColumnType::integer, 10, "", "その文章の中での順番"},
    {"分割番号", "part_number", ColumnType::integer, 10, "", "長い段落を分けたときの順番。つなぐと元の段落になる"},
    {"種別", "paragraph_kind", ColumnType::code, 10, "", "コード表の「種別」"},
    {"記号", "mark", ColumnType::code, 8, "", "行頭の記号や番号"},
    {"本文", "text", ColumnType::text, 92, "", "記号を除いた1段落"},
    columns::kMeasureId.wide(27),
};
constexpr std::size_t kTextColumn = std::size(kTexts) - 2;

class TextRows {
public:
    TextRows(const Sheet& sheet, const std::string& id)
        : sheet_(sheet), id_(id), ids_(sheet, id), whole_(item_id(id, 0)) {}

    SheetTexts read() {
        for (const Alignment& alignment : sheet_.alignments)
            add({whole_, {}, std::nullopt, "位置付け", alignment.plan.text}, alignment.text.text);
        add({whole_, {}, std::nullopt, "現況・課題", ""}, sheet_.situation.text);
        add({whole_, {}, std::nullopt, "目的・効果", ""}, sheet_.purpose.text);
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) add_item(i);
        const Notes& notes = sheet_.notes;
        add({whole_, {}, std::nullopt, "特記事項", notes.participation_heading.text}, notes.participation.text);
        add({whole_, {}, std::nullopt, "特記事項", notes.outcomes_heading.text}, notes.outcomes.text);
        for (const Unplaced& unplaced : sheet_.unplaced)
            add({whole_, {}, std::nullopt, "未配置", unplaced.label.empty() ? unplaced.address : unplaced.label},
                unplaced.text.text);
        return std::move(texts_);
    }

private:
    struct Place {
        const std::string& item;
        std::string measure;
        std::optional<int> number;
        const char* section;
        std::string heading;
    };

    void add_item(std::size_t index) {
        const Item& item = sheet_.items[index];
        const std::string& id = ids_.item(index);
        add({id, {}, std::nullopt, "取組項目", ""}, item.title.text);
        for (std::size_t i = 0; i < item.measures.size(); ++i) {
            const Measure& measure = item.measures[i];
            const auto add_field = [&](const char* section, const SourcedText& text) {
                add({id, ids_.measure(index, i), measure.number, section, ""}, text.text);
            };
            add_field("方法・手段", measure.action);
            add_field("期間・期限", measure.deadline);
            add_field("数値目標", measure.target);
            add_field("中間報告", measure.midterm);
            add_field("期末報告", measure.final);
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
                                       place.number ? DataCell(std::int64_t{*place.number}) : DataCell(),
                                       std::string(place.section), place.heading, number, ++part,
                                       std::string(paragraph_kind_name(paragraph.kind)), std::string(paragraph.mark),
                                       std::string(piece), place.measure});
        }
        if (texts_.rows.size() > first) texts_.first_row[&text] = first;
    }

    const Sheet& sheet_;
    const std::string& id_;
    MeasureIds ids_;
    std::string whole_;
    SheetTexts texts_;
};

}  // namespace

SheetTexts read_sheet_texts(const Sheet& sheet, const std::string& sheet_id) {
    return TextRows(sheet, sheet_id).read();
}

std::span<const Column> text_columns() { return kTexts; }

DataTable texts_table(const TableSource& source) {
    const Document& document = source.document;
    DataTable table = {"本文", "texts", "本文（1段落1行）", kTexts, 1, {}};
    const std::vector<std::string>& ids = source.ids;
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        for (DataRow& row : read_sheet_texts(document.sheets[i], ids[i]).rows) table.rows.push_back(std::move(row));
    return table;
}

}  // namespace goalsheet
