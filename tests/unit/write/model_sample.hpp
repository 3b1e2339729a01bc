// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "goalsheet/document.hpp"

/// A small document with something in every field, for tests of writers.
inline goalsheet::Document sample_document() {
    using namespace goalsheet;
    Sheet sheet;
    sheet.goal = "待たない窓口をつくる";
    sheet.department = "市民部";
    sheet.priority = 1;
    sheet.fiscal_year = FiscalYear{"令和7年度", 2025};
    sheet.alignments = {{"総合計画における位置付け", "第2編 安心して暮らす\n第4章 身近な市役所"}};
    sheet.situation = "・窓口の待ち時間が長い。\n・手続きの半分は電子申請でできる。";
    sheet.purpose = "待ち時間を15分以内にする。";
    sheet.sdgs = {{16, "平和と公正をすべての人に"}, {17, ""}};
    Item booking;
    booking.number = 1;
    booking.title = "窓口の予約制";
    booking.measures.resize(2);
    booking.measures[0] = {
        1, "転入と転出の予約", "9月末まで", "予約件数 600件", "予約件数 412件（9月末現在）\n'-ではない", ""};
    booking.measures[1] = {2, "予約画面の改良", "年度末まで", "改良の完了", "・画面を試作中\n・職員30人が試用", ""};
    Item online;
    online.number = 2;
    online.title = "電子申請 4月~6月 | 10月~12月";
    online.measures.resize(1);
    online.measures[0].deadline = "年度末まで";
    online.measures[0].target = "**20手続**を追加";
    sheet.items = {booking, online};
    sheet.notes = {"利用者の声を四半期ごとに聞く。", "・職員の案内が減った。\n・高齢の方への支援が要る。", "", ""};
    sheet.unplaced = {{"担当：窓口係", "備考", "表の5行目3列目"}};
    Document document;
    document.source = {"shimin.html", "html", "utf-8", "00ff", nullptr};
    document.department = "市民部";
    document.fiscal_year = sheet.fiscal_year;
    document.goals = {"待たない窓口をつくる"};
    document.sheets = {sheet};
    return document;
}

/// The sample with an indicator, an extra and a value by year wherever one can be; every text of them begins with 印
/// and a number of its own. `marks`: those texts, if asked for.
inline goalsheet::Document marked_document(std::vector<std::string>* marks = nullptr) {
    using namespace goalsheet;
    int count = 0;
    const auto mark = [&](const char* rest) {
        std::string text = "印" + std::to_string(++count) + "の" + rest;
        if (marks) marks->push_back(text);
        return SourcedText(std::move(text));
    };
    const auto add_labelled = [&](auto& owner) {
        owner.extras.push_back({mark("評価（5段階）"), ExtraRole::grade, mark("順調")});
        owner.extras.push_back({mark("その他"), ExtraRole::other, mark("備考欄の文")});
        owner.series.push_back({mark("令和8年度"), 2026, SeriesKind::target, mark("900件")});
        owner.series.push_back({mark("計画期間"), 0, SeriesKind::plan, mark("未定")});
    };
    Document document = sample_document();
    for (Sheet& sheet : document.sheets) {
        add_labelled(sheet);
        for (Item& item : sheet.items) {
            add_labelled(item);
            for (Measure& measure : item.measures) {
                add_labelled(measure);
                measure.indicators.push_back(
                    {mark("相談件数"), mark("件"), mark("820"), mark("900"), mark("455"), mark("－")});
            }
        }
    }
    return document;
}
