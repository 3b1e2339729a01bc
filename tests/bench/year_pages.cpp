// SPDX-License-Identifier: MIT
#include "bench/year_pages.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <random>
#include <string_view>

namespace goalsheet {
namespace {

constexpr std::array kDepartments = {"市民部", "福祉部", "産業部",     "建設部",
                                     "教育部", "環境部", "上下水道局", "消防本部"};
constexpr std::array kGoals = {"待たない窓口をつくる",
                               "歩いて暮らせる地域をつくる",
                               "新しい担い手が増える商店街にする",
                               "災害に備える道路網を保つ",
                               "学びを支える学校を整える",
                               "ごみの少ない暮らしを広げる",
                               "安全な水を届け続ける",
                               "救える命を増やす"};
constexpr std::array kActions = {"相談会の開催",     "講座の開催",         "事業者への訪問",       "橋の点検",
                                 "通学路の改良",     "施設の更新",         "協定の締結",           "体験会の実施",
                                 "補助制度の見直し", "窓口の予約化の推進", "空き店舗の活用の支援", "訓練の実施"};
struct Unit {
    const char* what;
    const char* unit;
    int most;
};
constexpr std::array<Unit, 8> kUnits = {{{"開催", "回", 20},
                                         {"参加者", "人", 3000},
                                         {"相談件数", "件", 400},
                                         {"実施率", "％", 100},
                                         {"整備延長", "ｍ", 2500},
                                         {"登録事業者", "社", 120},
                                         {"利用者", "人", 60000},
                                         {"補助額", "千円", 90000}}};
constexpr std::string_view kProse =
    "人口の減少と高齢化が進むなかで、地域の担い手が足りなくなっている。施設の老朽化も進み、計画的な更新が欠かせない。"
    "一方で、新しい取組を始める団体や事業者も現れており、これを支える仕組みが求められている。";

class PageMaker {
public:
    explicit PageMaker(std::size_t number) : number_(number), random_(static_cast<unsigned>(number)) {}

    std::string make() {
        const std::string department = kDepartments[number_ % kDepartments.size()];
        const int year = 5 + static_cast<int>(number_ / kDepartments.size() % 3);
        add("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"UTF-8\">\n<title>{} - 白樺市</title>\n"
            "<link rel=\"stylesheet\" href=\"/css/site.css\">\n</head>\n<body>\n<div id=\"header\"><table><tr>"
            "<td><a href=\"/kurashi/\">くらし</a></td><td><a href=\"/shisei/\">市政</a></td></tr></table></div>\n"
            "<div id=\"main\"><h1>{}</h1>\n<h2>令和{}年度 重点目標</h2>\n",
            department, department, year);
        for (int sheet = 1; sheet <= 5; ++sheet) add_sheet(department, year, sheet);
        add("<table class=\"contact\"><tr><th>問い合わせ</th><td>{} "
            "内線{}</td></tr></table>\n</div>\n</body>\n</html>\n",
            department, draw(100, 999));
        return std::move(page_);
    }

private:
    template <class... Values>
    void add(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(page_), format, std::forward<Values>(values)...);
    }

    int draw(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }

    template <class List>
    auto pick(const List& list) {
        return list[static_cast<std::size_t>(draw(0, static_cast<int>(list.size()) - 1))];
    }

    void add_sheet(const std::string& department, int year, int sheet) {
        add("<h3>令和{}年度 重点目標管理シート</h3>\n<table border=\"1\" summary=\"令和{}年度 "
            "重点目標管理シート\">\n<tbody>\n"
            "<tr>\n<td>重点目標</td>\n<td colspan=\"2\">{}</td>\n<td>部局名</td>\n<td>{}</td>\n<td>優先順位</td>\n"
            "<td colspan=\"4\">{}位</td>\n</tr>\n",
            year, year, pick(kGoals), department, sheet);
        add("<tr>\n<td>総合計画における位置付け</td>\n<td colspan=\"9\">第{}編 暮らしを支えるまち<br>\n第{}章 "
            "地域の力<br>\n第{}節 "
            "支え合い</td>\n</tr>\n<tr>\n<td>現況・課題</td>\n<td "
            "colspan=\"9\"><ul>\n<li>{}</li>\n<li>{}</li>\n</ul></td>\n</tr>\n",
            draw(1, 6), draw(1, 4), draw(1, 5), kProse, kProse);
        add("<tr>\n<td>目的・効果</td>\n<td colspan=\"4\"><ul>\n<li>{}</li>\n</ul></td>\n<td>該当するSDGsの目標</td>\n"
            "<td colspan=\"4\"><img src=\"/i/{}.png\" alt=\"{} 住み続けられるまちづくりを\"></td>\n</tr>\n",
            kProse, 11, 11);
        add("<tr>\n<td></td>\n<td "
            "colspan=\"3\">取組項目及び方法・手段（何をどのように）</td>\n<td>期間・期限（いつ・いつまでに）</td>\n"
            "<td>数値目標（どの水準まで）</td>\n<td colspan=\"2\">中間報告（目標に対する進捗状況・進捗度）</td>\n"
            "<td colspan=\"2\">期末報告（目標に対する達成状況・達成度）</td>\n</tr>\n");
        const int items = draw(3, 5);
        for (int item = 1; item <= items; ++item) add_item(item);
        add("<tr>\n<td>特記事項</td>\n<td colspan=\"4\">○ "
            "市民参加・協働の推進、市民満足度の向上を考慮した点<br>\n{}</td>\n"
            "<td colspan=\"5\">○ 取組による効果・残された課題<br>\n{}</td>\n</tr>\n</tbody>\n</table>\n",
            kProse, kProse);
    }

    void add_item(int item) {
        const int measures = draw(1, 4);
        std::string actions, deadlines, targets, midterms, finals;
        for (int i = 1; i <= measures; ++i) {
            const Unit unit = pick(kUnits);
            const int target = draw(1, unit.most), midterm = target * draw(0, 12) / 10,
                      final = target * draw(5, 13) / 10;
            const char* end = i < measures ? "<br>\n" : "";
            actions += fmt::format("({}) {}{}", i, pick(kActions), end);
            deadlines += fmt::format("({}) {}月まで{}", i, draw(9, 12), end);
            targets += fmt::format("({}) {} {}{}{}", i, unit.what, target, unit.unit, end);
            midterms +=
                fmt::format("({}) 9月末現在で{} {}{}。引き続き取り組む。{}", i, unit.what, midterm, unit.unit, end);
            finals += fmt::format("({}) {} {}{}となった。{}", i, unit.what, final, unit.unit, end);
        }
        add("<tr>\n<td>{}</td>\n<td colspan=\"3\">○ {}<br>\n{}</td>\n<td>{}</td>\n<td>{}</td>\n<td "
            "colspan=\"2\">{}</td>\n"
            "<td colspan=\"2\">{}</td>\n</tr>\n",
            std::array{"①", "②", "③", "④", "⑤"}[static_cast<std::size_t>(item - 1)], pick(kActions), actions, deadlines,
            targets, midterms, finals);
    }

    std::size_t number_;
    std::mt19937 random_;
    std::string page_;
};

}  // namespace

std::string make_year_page(std::size_t number) { return PageMaker(number).make(); }

}  // namespace goalsheet
