// SPDX-License-Identifier: MIT
#include "model/no_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace goalsheet {
namespace {

constexpr std::size_t kMostNamed = 4;
constexpr int kNeeded = 3;  // what is done, a target, a report

int count_parts(const TableSigns& signs) {
    return (signs.names_something ? 1 : 0) + (signs.has_target ? 1 : 0) + (signs.has_report ? 1 : 0);
}

std::string list_labels(const std::vector<std::string>& labels) {
    std::string list;
    for (std::size_t i = 0; i < std::min(labels.size(), kMostNamed); ++i) {
        std::string label;
        for (const char c : labels[i]) label.push_back(c == '\n' ? ' ' : c);
        list.append("「").append(label).append("」");
    }
    return list;
}

Message missing_parts(const TableSigns& signs) {
    Message missing;
    const auto add = [&](bool there, std::string_view ja, std::string_view en) {
        if (there) return;
        missing.ja.append(missing.ja.empty() ? "" : "・").append(ja);
        missing.en.append(missing.en.empty() ? "" : ", ").append(en);
    };
    add(signs.names_something, "取組や指標の名前", "what is done or measured");
    add(signs.has_target, "目標", "a target");
    add(signs.has_report, "実績", "a result");
    return missing;
}

}  // namespace

Message no_sheet_message(const std::vector<TableSigns>& signs, const Form& form) {
    const auto best = std::max_element(signs.begin(), signs.end(), [](const TableSigns& a, const TableSigns& b) {
        return count_parts(a) < count_parts(b);
    });
    if (best == signs.end() || count_parts(*best) == 0)
        return {
            "目標シートの表が見つかりません。「重点目標」「部局名」「数値目標」などの見出しを持つ表があるか確認してく"
            "ださい。",
            "No goal-sheet table found; check that it has the form's labels (重点目標, 部局名, 数値目標, …)."};
    const Message missing = missing_parts(*best);
    const std::string unknown = list_labels(best->unknown);
    Message message{fmt::format("目標シートの表が見つかりません。{}番目の表に{}がありますが（{}つのうち{}つ）、",
                                best->table, list_labels(best->known), kNeeded, count_parts(*best)),
                    fmt::format("No goal-sheet table found. Table {} has {} ({} of {} needed)", best->table,
                                list_labels(best->known), count_parts(*best), kNeeded)};
    message.ja.append(missing.ja.empty() ? "ほかの種類の表と見ました。"
                                         : fmt::format("{}の欄が分かりません。", missing.ja));
    message.en.append(missing.en.empty() ? ", but reads as a table of another kind"
                                         : fmt::format("; it lacks {}", missing.en));
    if (!unknown.empty()) {
        message.ja.append(fmt::format("{}は様式「{}」にない見出しです。", unknown, form.name()));
        message.en.append(fmt::format("; {} is unknown to the form 「{}」", unknown, form.name()));
    }
    message.ja.append("`goalsheet form learn ページ` で様式の下書きを作れます。");
    message.en.append(". `goalsheet form learn PAGE` drafts a form.");
    return message;
}

}  // namespace goalsheet
