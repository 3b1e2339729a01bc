// SPDX-License-Identifier: MIT
#include "goalsheet/reading_note.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kMostLabels = 5;
constexpr std::size_t kFewestUnplaced = 3;  // one stray line is no unread column

std::size_t count_texts(const Measure& measure) {
    std::size_t count = measure.extras.size() + measure.series.size();
    for (const SourcedText* text :
         {&measure.action, &measure.deadline, &measure.target, &measure.midterm, &measure.final})
        count += text->empty() ? 0 : 1;
    return count;
}

std::size_t count_texts(const Sheet& sheet) {
    std::size_t count = sheet.extras.size() + sheet.series.size();
    for (const SourcedText* text : {&sheet.goal, &sheet.department, &sheet.priority_text, &sheet.situation,
                                    &sheet.purpose, &sheet.notes.participation, &sheet.notes.outcomes})
        count += text->empty() ? 0 : 1;
    for (const Item& item : sheet.items) {
        count += (item.title.empty() ? 0 : 1) + item.extras.size() + item.series.size();
        for (const Measure& measure : item.measures) count += count_texts(measure);
    }
    return count;
}

bool is_little_understood(const Sheet& sheet) {
    // What the page hid or an earlier reading listed was never a cell of the form.
    const auto unplaced =
        static_cast<std::size_t>(std::count_if(sheet.unplaced.begin(), sheet.unplaced.end(), [](const Unplaced& one) {
            return !one.label.empty() && one.label != "（非表示）";
        }));
    return unplaced >= kFewestUnplaced && unplaced * 10 > count_texts(sheet) + unplaced;
}

std::vector<std::string> unknown_labels(const std::vector<Sheet>& sheets) {
    std::vector<std::string> labels;
    std::set<std::string> met;
    for (const Sheet& sheet : sheets)
        for (const Remark& remark : sheet.remarks)
            if (remark.kind == remark::kUnknownLabel && met.insert(remark.text.text).second)
                labels.push_back(remark.text.text);
    return labels;
}

std::string join(const std::vector<std::string>& labels, std::string_view open, std::string_view close,
                 std::string_view between) {
    std::string joined;
    for (std::size_t i = 0; i < std::min(labels.size(), kMostLabels); ++i) {
        if (i > 0) joined.append(between);
        std::string label;
        for (const char c : labels[i]) label.push_back(c == '\n' ? ' ' : c);
        joined.append(open).append(label).append(close);
    }
    return joined;
}

}  // namespace

std::optional<Message> note_of_reading(const Document& document) {
    const auto without_items = [](const Sheet& sheet) { return sheet.items.empty(); };
    const bool no_items = std::any_of(document.sheets.begin(), document.sheets.end(), without_items);
    const bool little = std::any_of(document.sheets.begin(), document.sheets.end(), is_little_understood);
    const std::vector<std::string> labels = unknown_labels(document.sheets);
    // An empty form has no items either; it is the unknown headings that say the form was not understood.
    if (labels.empty() || (!no_items && !little)) return std::nullopt;
    const std::string& path = document.source.path;
    return Message{
        fmt::format(
            "{}: {}。様式にない見出し: {}。`goalsheet form learn {}` で様式の下書きを作れます。", path,
            no_items ? "取組項目を読み取れないシートがあります" : "欄に当てはまらない文章が1割を超えるシートがあります",
            join(labels, "「", "」", ""), path),
        fmt::format(
            "{}: {}; headings no form knows: {}. `goalsheet form learn {}` drafts a form.", path,
            no_items ? "a sheet without a single item was read" : "more than a tenth of a sheet's texts found no field",
            join(labels, "“", "”", ", "), path)};
}

}  // namespace goalsheet
