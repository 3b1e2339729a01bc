// SPDX-License-Identifier: MIT
#include "unit/validate/example_sheet.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet::test {
namespace {

const std::vector<std::string> kHeaderLabels = {
    "重点目標", "部局名", "優先順位", "総合計画における位置付け", "現況・課題", "目的・効果", "該当するSDGsの目標"};
const std::vector<std::string> kColumns = {"取組", "期間・期限", "数値目標", "中間報告", "期末報告"};
const std::string kItemHeading = "取組項目及び方法・手段（何をどのように）";
const std::string kNotes = "特記事項";
const std::string kParticipation = "市民参加・協働の推進、市民満足度の向上を考慮した点";
const std::string kOutcomes = "取組による効果・残された課題";

bool is_one_of(const std::string& label, const std::vector<std::string>& labels) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace

ExamplePage::ExamplePage() {
    list_ = "1 ごみの減量と資源循環の推進\n2 水と緑の保全";
    Sheet first;
    first.fields = {{"重点目標", "ごみの減量と資源循環の推進"},
                    {"部局名", "環境部"},
                    {"優先順位", "1位"},
                    {"総合計画における位置付け", "第2編 安心して暮らせるまち 第1章 循環型社会の形成 第2節 ごみの減量"},
                    {"現況・課題", "家庭ごみの排出量が増加している。"},
                    {"目的・効果", "ごみを減らし、資源を循環させる。"},
                    {"該当するSDGsの目標", "12 つくる責任 つかう責任"},
                    {kParticipation, "自治会と協力して拠点を選定した。"}};
    first.items = {{"①",
                    {{"取組", "○ 資源回収の推進\n(1) 回収拠点の増設\n(2) 出前講座の開催"},
                     {"期間・期限", "(1)～(2) 年度末まで"},
                     {"数値目標", "(1) 回収拠点数 20箇所\n(2) 出前講座 12回"},
                     {"中間報告", "(1) 回収拠点数 11箇所\n(2) 出前講座 7回"}}},
                   {"②",
                    {{"取組", "○ 食品ロスの削減\n(1) 啓発イベントの開催"},
                     {"期間・期限", "(1) 年度末まで"},
                     {"数値目標", "(1) 啓発イベント 4回"},
                     {"中間報告", "(1) 啓発イベント 2回"}}}};
    Sheet second;
    second.fields = {{"重点目標", "水と緑の保全"},
                     {"部局名", "環境部"},
                     {"優先順位", "2位"},
                     {"総合計画における位置付け", "第2編 安心して暮らせるまち 第2章 水と緑 第1節 水辺の保全"},
                     {"現況・課題", "河川の清掃に参加する市民が減少している。"},
                     {"目的・効果", "水辺に親しむ機会を増やし、保全につなげる。"},
                     {"該当するSDGsの目標", "15 陸の豊かさも守ろう"},
                     {kParticipation, "市民団体と日程を調整した。"}};
    second.items = {{"①",
                     {{"取組", "○ 水辺の保全\n(1) 清掃活動の支援"},
                      {"期間・期限", "(1) 10月まで"},
                      {"数値目標", "(1) 参加者数 300人"},
                      {"中間報告", "(1) 参加者数 180人"}}}};
    sheets_ = {first, second};
}

void ExamplePage::apply(std::string_view example) {
    std::string key;
    std::string value;
    const auto flush = [&] {
        if (!key.empty()) apply_line(key, value);
        key.clear();
    };
    for (const std::string_view line : split_lines(example)) {
        if (line.starts_with("  ")) {
            value += "\n" + std::string(line.substr(2));
            continue;
        }
        flush();
        if (line.empty()) continue;
        if (line.starts_with("- ")) {
            sheets_[0].removed.insert(std::string(line.substr(2)));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) throw std::invalid_argument("no label in: " + std::string(line));
        key = std::string(line.substr(0, colon));
        value = std::string(trim(line.substr(colon + 1)));
    }
    flush();
}

void ExamplePage::apply_line(const std::string& key, const std::string& value) {
    std::string label = key;
    const auto take = [&label](std::string_view prefix) {
        if (!label.starts_with(prefix)) return false;
        label.erase(0, prefix.size());
        return true;
    };
    Sheet& sheet = sheets_.at(take("シート2 ") ? 1 : 0);
    const bool renames = take("見出し ");
    Item& item = sheet.items.at(take("②") ? 1 : 0);
    if (renames)
        sheet.headings[label] = value;
    else if (label == "一覧")
        list_ = value;
    else if (label == "年度")
        sheet.year = value;
    else if (label == "番号")
        item.number = value;
    else if (is_one_of(label, kColumns))
        item.cells[label] = value;
    else if (is_one_of(label, kHeaderLabels) || label == kParticipation || label == kOutcomes)
        sheet.fields[label] = value;
    else
        throw std::invalid_argument("unknown label: " + key);
}

std::string ExamplePage::heading(const Sheet& sheet, const std::string& label) const {
    const auto renamed = sheet.headings.find(label);
    if (renamed != sheet.headings.end()) return renamed->second;
    return label == "取組" ? kItemHeading : label;
}

std::vector<ExamplePage::Row> ExamplePage::rows(const Sheet& sheet) const {
    const auto field = [&](const std::string& label) {
        const auto found = sheet.fields.find(label);
        return found == sheet.fields.end() ? std::string() : found->second;
    };
    std::vector<Row> rows;
    Row row;
    for (const std::string& label : kHeaderLabels) {
        if (sheet.removed.contains(label)) continue;
        const bool short_one = label == "部局名" || label == "優先順位";
        if (!row.empty() && !short_one) {
            rows.push_back(row);
            row.clear();
        }
        row.emplace_back("", heading(sheet, label));
        row.emplace_back(short_one || label == "重点目標" ? "" : " colspan=\"5\"", field(label));
    }
    rows.push_back(row);
    Row columns = {{"", ""}};
    for (const std::string& label : kColumns)
        if (!sheet.removed.contains(label)) columns.emplace_back("", heading(sheet, label));
    rows.push_back(columns);
    for (const Item& item : sheet.items) {
        Row cells = {{"", item.number}};
        for (const std::string& label : kColumns) {
            if (sheet.removed.contains(label)) continue;
            const auto cell = item.cells.find(label);
            cells.emplace_back("", cell == item.cells.end() ? std::string() : cell->second);
        }
        rows.push_back(cells);
    }
    const std::string notes = heading(sheet, kNotes);
    rows.push_back({{"", notes},
                    {" colspan=\"3\"", "○ " + kParticipation + "\n" + field(kParticipation)},
                    {" colspan=\"2\"", "○ " + kOutcomes + "\n" + field(kOutcomes)}});
    return rows;
}

std::string ExamplePage::html() const {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta "
        "charset=\"utf-8\"><title>環境部</title></head><body>\n<h1>環境部</h1>\n";
    out += "<h2>令和7年度 重点目標</h2>\n<ul>\n";
    for (const std::string_view entry : split_lines(list_)) out += "<li>" + std::string(entry) + "</li>\n";
    out += "</ul>\n";
    for (const Sheet& sheet : sheets_) {
        out += "<h2>" + sheet.year + " 重点目標管理シート</h2>\n<table>\n";
        for (const Row& row : rows(sheet)) {
            out += "<tr>";
            for (const auto& [attributes, text] : row)
                out += "<td" + attributes + ">" + replace_all(text, "\n", "<br>\n") + "</td>";
            out += "</tr>\n";
        }
        out += "</table>\n";
    }
    return out + "</body></html>\n";
}

std::string ExamplePage::tab_separated() const {
    std::string out = "環境部\n\n令和7年度 重点目標\n\n";
    for (const std::string_view entry : split_lines(list_)) out += "- " + std::string(entry) + "\n";
    for (const Sheet& sheet : sheets_) {
        out += "\n" + sheet.year + " 重点目標管理シート\n\n";
        for (const Row& row : rows(sheet)) {
            std::string line;
            for (const auto& [attributes, text] : row)
                line += (&text == &row.front().second ? "" : "\t") + replace_all(text, "\n", " ");
            out += line + "\n";
        }
    }
    return out;
}

Report check_page(const std::string& bytes, const std::string& path, ValidateOptions options) {
    const auto documents = read_documents(bytes, path);
    if (!documents) {
        options.unreadable.push_back({documents.fault(), nullptr});
        return validate({}, options);
    }
    return validate(*documents, options);
}

Report check_example(std::string_view example, const ValidateOptions& options) {
    ExamplePage page;
    page.apply(example);
    return check_page(page.html(), "sheets/example.html", options);
}

std::multiset<std::string> codes(const Report& report) {
    std::multiset<std::string> found;
    for (const Finding& finding : report.findings) found.insert(finding.code);
    return found;
}

const Finding& find(const Report& report, std::string_view code) {
    for (const Finding& finding : report.findings)
        if (finding.code == code) return finding;
    FAIL("no finding " << std::string(code));
    throw std::logic_error("unreachable");
}

}  // namespace goalsheet::test
