// SPDX-License-Identifier: MIT
#include "model/items/running_lines.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "goalsheet/text.hpp"
#include "model/label_reader.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

std::set<std::string> goals_of(const std::vector<Document>& documents) {
    std::set<std::string> goals;
    for (const Document& document : documents) {
        for (const SourcedText& goal : document.goals) goals.insert(fold(goal.text));
        for (const Sheet& sheet : document.sheets) goals.insert(fold(sheet.goal.text));
    }
    return goals;
}

// - 3 -, 1 / 4 ページ: what a word processor counts is no text of a sheet.
bool is_page_number(std::string_view text) {
    std::string rest = fold(text);
    for (const std::string_view word : {"ページ", "page", "頁", "of", "p."})
        for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word))
            rest.erase(at, word.size());
    constexpr std::u32string_view kAround = U"0123456789-/|ー－―‐–—・()[]~全中第";
    bool digit = false;
    for (std::size_t at = 0; at < rest.size();) {
        const CodePoint point = decode_at(rest, at);
        if (kAround.find(point.value) == std::u32string_view::npos) return false;
        digit = digit || digit_value(point.value);
        at += point.length;
    }
    return digit;
}

}  // namespace

void keep_running_lines(const Page& page, const Form& form, std::vector<Document>& documents) {
    if (page.running.empty() || documents.front().sheets.empty()) return;
    const std::set<std::string> goals = goals_of(documents);
    std::vector<Unplaced>& unplaced = documents.front().sheets.front().unplaced;
    for (const SourcedText& line : page.running) {
        const bool known = std::any_of(unplaced.begin(), unplaced.end(), [&](const Unplaced& one) {
            return one.text == line && one.text.source_of() == line.source_of();
        });
        const bool title = form.match(line.text) == FieldId::title || has_title_word(fold(line.text));
        if (!known && !title && !is_page_number(line.text) && !goals.contains(fold(without_number(line).text)))
            unplaced.push_back({line, {}, "表の外"});
    }
}

SourcedText without_number(const SourcedText& entry) {
    const auto number = leading_number(entry.text);
    const std::size_t begin = number ? number->length : 0;
    return entry.slice(begin + heading_mark_length(std::string_view(entry.text).substr(begin)), entry.text.size())
        .trimmed();
}

}  // namespace goalsheet
