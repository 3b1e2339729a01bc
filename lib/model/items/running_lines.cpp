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
        if (!known && !title && !goals.contains(fold(without_number(line).text)))
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
