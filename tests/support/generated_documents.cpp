// SPDX-License-Identifier: MIT
#include "support/generated_documents.hpp"

#include <fmt/format.h>

#include <iterator>
#include <random>
#include <string>

#include "model/sdgs/sdgs.hpp"

namespace goalsheet::tests {
namespace {

using namespace std::string_literals;

const std::string kPlain[] = {
    "相談件数 300件以上",
    "出前講座を年12回開催",
    "年度末まで",
    "10月まで",
    "参加者 延べ1,200人",
    "実施率 41.2％",
    "計画どおり進めている",
    "関係課と連携する。",
    "3年続けて増えている。",
    "令和7年9月末現在 208件",
    "予算 12,000千円",
    "検討中",
    "完了",
    "2箇所→4箇所",
    "前年度比5％減",
    "「こども」の居場所",
    "（うち新規3件）",
};

const std::string kDepartments[] = {"市民部", "産業部 商工課", "教育委員会事務局", "建設水道部"};
const std::string kGoals[] = {"歩いて暮らせるまちをつくる", "相談窓口の充実", "図書館のサービス拡充",
                              "農地の保全と活用"};
const std::string kHarmless[] = {"<5", "&amp;", "=1", "\"引用\"", "'", "_x000D_", "㈱", "𠮷", "👩‍👩‍👧",
                                 "ｶﾅ", "]]>",   "％"};

const std::string kOdd[] = {
    "(1) 一つ目",
    "(2)～(4)共通",
    "①取組",
    "1) 半括弧",
    "ア 項目",
    "・箇条書き",
    "・○印の箇条",
    "・1番目",
    "○見出し",
    "○○部との連携",
    "・",
    "－ 項目",
    "- 項目",
    "重点目標",
    "部局名：総務部",
    "優先順位",
    "数値目標",
    "特記事項",
    "取組による効果・残された課題",
    "総合計画における位置付け",
    "欄",
    "区分",
    "内容",
    "欄外の記載",
    "手段番号",
    "令和7年度",
    "3位",
    "2 飢餓をゼロに",
    "［取消線：10件］",
    "［取消線：",
    "］",
    "［取消線：［取消線：内］］",
    "<b>太字</b>",
    "<ul style=\"list-style-type: none\">",
    "</table><table><tr><td>",
    "&amp;&lt;&#65;",
    "<!-- 注 -->",
    "<script>alert(1)</script>",
    "]]>",
    "\"引用\"",
    "\"\"",
    "'文字",
    "=1+1",
    "+81",
    "-5",
    "@SUM(A1)",
    "|縦棒|",
    "`符号`",
    "*強調*_下線_",
    "[表示](url)",
    "# 見出し",
    "\\",
    "⟦U+0041⟧",
    "⟦",
    "{\"json\": 1}",
    "ｶﾅ",
    "㈱①²",
    "𠮷野家",
    "👩‍👩‍👧",
    "がぎ",
    "\xE2\x80\xAE逆\xE2\x80\xAC",
};

const std::string kSpaces[] = {
    " ",    "  ",       "　",           "\n",           "\n",           "\n",           "\n\n",         "\t",
    "\r\n", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\xA8", "\f",           "\v",           "\xC2\xAD",
    "\x01", "\x1B",     "\0"s,          "\x7F",         "\xC2\x85",     "\xEF\xBF\xBE", "\xEF\xBF\xBD",
};

class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed), odd_(seed % 4) {}

    Document document() {
        Document document;
        document.department = short_text();
        document.fiscal_year = year();
        repeat(4, [&] { document.goals.emplace_back(short_text()); });
        repeat(2, [&] { document.sheets.push_back(sheet()); });
        return document;
    }

    Document form_document() {
        Document document;
        document.department = any_of(kDepartments);
        const int gregorian = static_cast<int>(2019 + below(8));
        document.fiscal_year =
            FiscalYear{gregorian == 2019 ? "令和元年度" : fmt::format("令和{}年度", gregorian - 2018), gregorian};
        const std::size_t count = 1 + below(3);
        for (std::size_t i = 0; i < count; ++i) {
            Sheet sheet = form_sheet(static_cast<int>(i) + 1);
            sheet.department = document.department;
            sheet.fiscal_year = document.fiscal_year;
            document.goals.push_back(sheet.goal);
            document.sheets.push_back(std::move(sheet));
        }
        return document;
    }

    // Indicators, extras and values by year, here and there.
    void add_entries(Document& document) {
        for (Sheet& sheet : document.sheets) {
            add_labelled(sheet);
            for (Item& item : sheet.items) {
                add_labelled(item);
                for (Measure& measure : item.measures) {
                    add_labelled(measure);
                    if (one_in(3)) repeat(3, [&] { measure.indicators.push_back(indicator()); });
                }
            }
        }
    }

private:
    template <class Owner>
    void add_labelled(Owner& owner) {
        if (one_in(3))
            repeat(3, [&] { owner.extras.push_back({short_text(), static_cast<ExtraRole>(below(8)), text()}); });
        if (one_in(4))
            repeat(4, [&] {
                const int year = one_in(5) ? 0 : static_cast<int>(2018 + below(12));
                owner.series.push_back({short_text(), year, static_cast<SeriesKind>(below(4)), short_text()});
            });
    }

    IndicatorCells indicator() {
        return {short_text(), short_text(), short_text(), text(), short_text(), short_text()};
    }

    Sheet form_sheet(int rank) {
        Sheet sheet;
        sheet.goal = fmt::format("{}{}", any_of(kGoals), rank);
        sheet.priority = rank;
        for (const char* plan : {"総合計画における位置付け", "再構築プランにおける位置付け"})
            if (!one_in(4)) sheet.alignments.push_back({plan, form_text(3)});
        sheet.situation = form_text(4);
        sheet.purpose = form_text(4);
        for (int number = 1; number <= 17; ++number)
            if (one_in(6)) sheet.sdgs.push_back({number, std::string(sdg_name(number))});
        const int items = static_cast<int>(1 + below(one_in(20) ? 20 : 5));
        for (int number = 1; number <= items; ++number) sheet.items.push_back(form_item(number));
        sheet.notes.participation = form_text(3);
        sheet.notes.outcomes = form_text(3);
        return sheet;
    }

    Item form_item(int number) {
        Item item;
        item.number = number;
        item.title = any_of(kGoals);
        const int measures = static_cast<int>(1 + below(4));
        for (int i = 1; i <= measures; ++i) {
            Measure measure;
            measure.number = i;
            measure.action = any_of(kPlain);
            for (SourcedText* text : {&measure.deadline, &measure.target, &measure.midterm, &measure.final})
                if (!one_in(4)) *text = form_text(2);
            item.measures.push_back(std::move(measure));
        }
        return item;
    }

    // Sentences, some lines of them in a list, now and then with a character that markup or a spreadsheet would take.
    std::string form_text(std::size_t lines) {
        std::string text;
        for (std::size_t i = 1 + below(lines); i > 0; --i) {
            if (!text.empty()) text += '\n';
            if (lines > 2 && one_in(2)) text += "・";
            text += any_of(kPlain);
            if (one_in(6)) text += any_of(kHarmless);
        }
        return text;
    }

    // Of mt19937 itself: how distributions use it is up to each library.
    std::size_t below(std::size_t count) { return random_() % count; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class Make>
    void repeat(std::size_t most, Make make) {
        for (std::size_t i = below(most + 1); i > 0; --i) make();
    }
    template <std::size_t N>
    const std::string& any_of(const std::string (&list)[N]) {
        return list[below(N)];
    }

    // A quarter of the documents is as offices write them, the others odder and odder.
    std::string fragment() {
        if (below(4) < odd_) return one_in(3) ? any_of(kSpaces) : any_of(kOdd);
        return any_of(kPlain);
    }

    std::string short_text() { return one_in(6) ? std::string{} : fragment(); }

    std::string text() {
        if (one_in(5)) return {};
        std::string text;
        for (std::size_t i = 1 + below(one_in(20) ? 40 : 5); i > 0; --i) {
            if (!text.empty()) text += one_in(2) ? "\n" : odd_ > 1 && one_in(4) ? any_of(kSpaces) : "";
            if (one_in(4)) text += "・";
            text += fragment();
        }
        return text;
    }

    std::optional<FiscalYear> year() {
        if (one_in(5)) return std::nullopt;
        const int gregorian = one_in(8) ? static_cast<int>(1868 + below(8000)) : static_cast<int>(2019 + below(8));
        std::string label = one_in(4) ? fragment() : fmt::format("令和{}年度", gregorian - 2018);
        return FiscalYear{std::move(label), gregorian};
    }

    Sheet sheet() {
        Sheet sheet;
        sheet.goal = short_text();
        sheet.department = short_text();
        if (!one_in(4)) sheet.priority = static_cast<int>(one_in(8) ? below(2000) : 1 + below(6));
        sheet.fiscal_year = year();
        repeat(3, [&] { sheet.alignments.push_back({short_text(), text()}); });
        sheet.situation = text();
        sheet.purpose = text();
        repeat(4, [&] { sheet.sdgs.push_back({static_cast<int>(below(20)), short_text()}); });
        int number = 0;
        for (std::size_t i = below(one_in(60) ? 100 : 5); i > 0; --i) sheet.items.push_back(item(number));
        sheet.notes.participation = text();
        sheet.notes.outcomes = text();
        repeat(3, [&] { sheet.unplaced.push_back({"記載" + text(), short_text(), short_text()}); });
        return sheet;
    }

    // Numbers rise, with gaps; now and then one comes again or starts anew.
    int next_number(int& last) {
        last = one_in(12) ? static_cast<int>(below(130)) : last + 1 + (one_in(8) ? 1 : 0);
        return last;
    }

    Item item(int& last) {
        Item item;
        item.number = next_number(last);
        item.title = one_in(3) ? text() : short_text();
        int number = 0;
        for (std::size_t i = 1 + below(3); i > 0; --i) {
            Measure measure;
            measure.number = next_number(number);
            measure.action = text();
            measure.deadline = short_text();
            measure.target = text();
            measure.midterm = text();
            measure.final = text();
            item.measures.push_back(std::move(measure));
        }
        return item;
    }

    std::mt19937 random_;
    std::size_t odd_;
};

}  // namespace

Document generate_document(std::uint32_t seed) { return Generator(seed).document(); }
Document generate_form_document(std::uint32_t seed) { return Generator(seed).form_document(); }

Document with_entries(Document document, std::uint32_t seed) {
    Generator(seed).add_entries(document);
    return document;
}

}  // namespace goalsheet::tests
