// SPDX-License-Identifier: MIT
#include "model/words_before.hpp"

#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/document_words.hpp"
#include "model/heading_words.hpp"
#include "model/list_numbers.hpp"

namespace goalsheet {
namespace {

bool reads(const Form& form, OutsidePlace place, bool unless_said) {
    const auto& places = form.outside();
    if (places.empty()) return unless_said;
    return std::find(places.begin(), places.end(), place) != places.end();
}

bool reads_line(const Form& form, OutsideLine::Kind kind) {
    switch (kind) {
        case OutsideLine::Kind::heading:
            return reads(form, OutsidePlace::heading, true);
        case OutsideLine::Kind::term:
        case OutsideLine::Kind::definition:
            return reads(form, OutsidePlace::definition, true);
        case OutsideLine::Kind::line:
            break;
    }
    return reads(form, OutsidePlace::paragraph, true) || reads(form, OutsidePlace::line, true);
}

// Copied text does not say what was a heading: the words do, or a number directly above the table.
bool was_heading(const SourcedText& line, bool last) {
    constexpr std::size_t kLongest = 40;  // characters
    if (count_code_points(line.text) > kLongest || line.text.find("。") != std::string::npos) return false;
    if (read_heading_words(line).kind != HeadingWords::Kind::none || names_sheet(line.text)) return true;
    const auto number = last ? leading_number(line.text) : std::nullopt;
    return number && number->length < line.text.size();
}

OutsideLine as_heading(OutsideLine line) {
    const bool item = read_heading_words(line.text).kind == HeadingWords::Kind::item;
    line.kind = OutsideLine::Kind::heading;
    line.level = item ? kCaptionLevel : kCaptionLevel - 1;
    return line;
}

// Where the form says that they hold fields.
void add_attributes(const Table& table, const Form& form, LabelReader* readings, OutsideWords& words) {
    std::vector<OutsideLine> lines;
    if (!table.caption.empty() && reads(form, OutsidePlace::caption, false))
        lines.push_back({table.caption, OutsideLine::Kind::line, 0});
    if (!table.summary.empty() && reads(form, OutsidePlace::summary, false))
        lines.push_back({table.summary, OutsideLine::Kind::line, 0});
    for (OutsideField& field : read_outside(lines, form, readings).fields) words.fields.push_back(std::move(field));
}

}  // namespace

std::vector<OutsideLine> mark_headings(std::vector<OutsideLine> lines) {
    for (OutsideLine& line : lines)
        if (was_heading(line.text, false)) line = as_heading(line);
    return lines;
}

OutsideWords read_words_before(const Table& table, const Form& form, LabelReader* readings, bool copied) {
    std::vector<OutsideLine> kept;
    std::vector<OutsideLine> others;
    for (const OutsideLine& before : table.before) {
        const bool heading = copied && readings && was_heading(before.text, &before == &table.before.back());
        OutsideLine line = heading ? as_heading(before) : before;
        (reads_line(form, line.kind) ? kept : others).push_back(std::move(line));
    }
    OutsideWords words = read_outside(kept, form, readings);
    words.rest.insert(words.rest.end(), others.begin(), others.end());
    add_attributes(table, form, readings, words);
    return words;
}

HeadingsAbove read_headings_above(const Table& table, const OutsideWords& words, const Form& form, bool own_goal) {
    HeadingsAbove above;
    if (!reads(form, OutsidePlace::heading, true)) return above;
    std::vector<OutsideLine> lines = words.rest;
    std::erase_if(lines, [](const OutsideLine& line) { return line.kind != OutsideLine::Kind::heading; });
    if (!table.caption.empty()) lines.push_back({table.caption, OutsideLine::Kind::heading, kCaptionLevel});
    for (const OutsideLine& line : lines) {
        above.top_level = std::min(above.top_level, line.level);
        above.last_level = line.level;
        if (auto department = department_in_title(line.text)) above.department = std::move(department);
        const HeadingWords heading = read_heading_words(line.text);
        if (heading.kind == HeadingWords::Kind::none || is_sheet_title(line.text, form)) continue;
        if (heading.kind == HeadingWords::Kind::item) {
            above.item = heading.text;
        } else if (!own_goal && (heading.labelled || !above.names_goal)) {
            above.goal = heading.text;
            above.level = line.level;
            above.names_goal = heading.labelled;
            above.item.reset();
        } else {
            continue;
        }
        above.used.push_back(line.text);
    }
    return above;
}

}  // namespace goalsheet
