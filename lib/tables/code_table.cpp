// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "dates/schedule.hpp"
#include "model/sdgs/sdgs.hpp"
#include "tables/document_tables.hpp"
#include "tables/paragraph_kinds.hpp"

namespace goalsheet {
namespace {

constexpr Column kCodes[] = {
    {"コード種別", "code_list", ColumnType::code, 14, "", "コードの種類"},
    {"コード", "code", ColumnType::code, 10, "", "表で使う値"},
    {"名称", "code_name", ColumnType::text, 34, "", "読み方"},
    {"説明", "code_meaning", ColumnType::text, 70, "", "使い方"},
};

constexpr int kPriorityChoices = 20;

void add_code(std::vector<DataRow>& rows, const char* list, std::string code, std::string name, std::string meaning) {
    rows.push_back(code_row(list, std::move(code), std::move(name), std::move(meaning)));
}

void add_section_codes(std::vector<DataRow>& rows) {
    constexpr const char* kSections[][2] = {
        {"位置付け", "総合計画などの計画での位置付け。見出しに計画の名前"},
        {"現況・課題", "目標を立てた背景"},
        {"目的・効果", "目標の目的と期待する効果"},
        {"取組項目", "取組項目の名前"},
        {"方法・手段", "取組の方法・手段"},
        {"期間・期限", "いつ・いつまでに"},
        {"数値目標", "どの水準まで"},
        {"中間報告", "中間時点の進捗"},
        {"期末報告", "年度末の達成状況"},
        {"特記事項", "市民参加・協働、取組による効果・残された課題"},
        {"未配置", "様式のどの欄にも当てはまらなかった文章"},
    };
    for (const auto& section : kSections) add_code(rows, "区分", section[0], section[0], section[1]);
}

void add_report_codes(std::vector<DataRow>& rows) {
    add_code(rows, "報告状況", "未報告", "未報告", "中間報告・期末報告とも空");
    add_code(rows, "報告状況", "中間報告あり", "中間報告あり", "中間報告に記載があり、期末報告は空");
    add_code(rows, "報告状況", "期末報告あり", "期末報告あり", "期末報告に記載がある");
}

void add_progress_codes(std::vector<DataRow>& rows) {
    constexpr const char* kMeanings[] = {
        "目標に達し、実施済み",
        "上限のある目標で、上限の中にある",
        "上限のある目標で、上限を超えた",
        "増減のどちらがよいか分からないか、年度途中の数値が基準値より悪い",
        "達成率（基準値があれば改善率）が経過した期間の割合以上",
        "達成率（基準値があれば改善率）が経過した期間の割合より低い",
        "報告に予定の数値だけがある",
        "報告に目標と比べられる数値がない",
        "報告が空",
        "数値のない目標で、報告は完了・実施済み",
        "数値のない目標で、報告は実施中",
        "数値のない目標で、報告は準備中・予定",
        "数値のない目標で、その他の報告がある",
    };
    static_assert(std::size(kMeanings) == kProgressStatusCount);
    for (std::size_t i = 0; i < kProgressStatusCount; ++i) {
        const std::string& words = status_words(static_cast<ProgressStatus>(i)).ja;
        add_code(rows, "進捗区分", words, words, kMeanings[i]);
    }
    add_code(rows, "進捗区分", kMixedStatus, kMixedStatus, "指標ごとに異なる。数値目標のシートに1つずつある");
}

void add_figure_codes(std::vector<DataRow>& rows) {
    constexpr const char* kMeanings[] = {
        "目標値と実績値から達成率を算定したもの。基準値より悪い年度途中の数値は除く",
        "少ないほどよい目標。達成率の平均には含めない",
        "数値のない目標",
        "報告が空のもの",
        "報告はあるが、目標値と比べられる数値を確かに読み取れないもの。実績値は空",
    };
    static_assert(std::size(kMeanings) == kFigureKindCount);
    for (std::size_t i = 0; i < kFigureKindCount; ++i) {
        const std::string& words = figure_kind_words(static_cast<FigureKind>(i)).ja;
        add_code(rows, "算定区分", words, words, kMeanings[i]);
    }
    for (const Comparator comparator :
         {Comparator::at_least, Comparator::more_than, Comparator::at_most, Comparator::less_than, Comparator::about}) {
        const std::string word(comparator_word(comparator));
        add_code(rows, "比較", word, word, "目標値に付く言葉");
    }
}

void add_third_codes(std::vector<DataRow>& rows) {
    add_code(rows, "旬コード", "A1", "上旬", "1日から10日まで");
    add_code(rows, "旬コード", "A2", "中旬", "11日から20日まで");
    add_code(rows, "旬コード", "A3", "下旬", "21日から月末まで");
}

}  // namespace

DataRow code_row(const char* list, std::string code, std::string name, std::string meaning) {
    return {std::string(list), std::move(code), std::move(name), std::move(meaning)};
}

DataTable priorities_table() {
    DataTable table = {"コード表", "codes", "コード表", kCodes, 2, {}};
    for (int rank = 1; rank <= kPriorityChoices; ++rank)
        add_code(table.rows, "優先順位", fmt::format("{}", rank), fmt::format("{}位", rank), "シートの優先順位");
    return table;
}

DataTable codes_table() {
    DataTable table = priorities_table();
    for (const ScheduleKind kind : kScheduleKinds)
        add_code(table.rows, "時期区分", std::string(schedule_kind_name(kind)), std::string(schedule_kind_name(kind)),
                 std::string(schedule_kind_meaning(kind)));
    add_third_codes(table.rows);
    add_report_codes(table.rows);
    add_progress_codes(table.rows);
    add_figure_codes(table.rows);
    add_section_codes(table.rows);
    for (const ParagraphKind kind : kParagraphKinds)
        add_code(table.rows, "種別", std::string(paragraph_kind_name(kind)), std::string(paragraph_kind_name(kind)),
                 std::string(paragraph_kind_meaning(kind)));
    for (int number = 1; !sdg_name(number).empty(); ++number)
        add_code(table.rows, "SDGsゴール", fmt::format("{}", number), std::string(sdg_name(number)),
                 "持続可能な開発目標のゴール");
    return table;
}

std::string priority_choices() { return fmt::format("='コード表'!$C$2:$C${}", kPriorityChoices + 1); }

}  // namespace goalsheet
