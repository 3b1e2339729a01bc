// SPDX-License-Identifier: MIT
#include "model/sheet/around_sheet.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"
#include "model/document_words.hpp"
#include "model/heading_words.hpp"

namespace goalsheet {
namespace {

bool contains(const std::vector<SourcedText>& texts, const SourcedText& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

bool AroundSheet::is_title(const SourcedText& text) const { return is_sheet_title(text, form_); }

// Below its own title, what stands above a sheet is part of it.
void AroundSheet::keep_words_above(const Table& table, const OutsideWords& all, const HeadingsAbove& above) {
    OutsideWords words = all;
    if (!strict_ && !words.fields.empty()) take_terms(words.rest);
    const auto last = std::find_if(words.rest.rbegin(), words.rest.rend(),
                                   [](const OutsideLine& line) { return line.kind == OutsideLine::Kind::heading; });
    if (last == words.rest.rend()) return keep_lines_behind_fields(words);
    keep_headings_above(words, above, last->text);
    const bool titled = is_title(last->text) && is_title(table.heading);
    const bool named = !strict_ && (contains(above.used, last->text) || names_sheet(last->text.text));
    for (auto line = last.base(); line != words.rest.end(); ++line) {
        if (is_title(line->text) || (!titled && has_contact_word(fold(line->text.text)))) continue;
        const auto labelled = titled || strict_ ? std::nullopt : labelled_line(line->text);
        if (labelled)
            between_.push_back({labelled->second, labelled->first.text, "表の上"});
        else if (titled || named)
            above_.push_back(line->text);
    }
}

// 部長名 in the list of terms that has the goal.
void AroundSheet::take_terms(std::vector<OutsideLine>& lines) {
    using Kind = OutsideLine::Kind;
    std::vector<OutsideLine> rest;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool term = lines[i].kind == Kind::term && i + 1 < lines.size() && lines[i + 1].kind == Kind::definition;
        if (!term || tells_of_page(lines[i].text.text)) {
            rest.push_back(lines[i]);
            continue;
        }
        const std::string label = lines[i].text.text;
        while (i + 1 < lines.size() && lines[i + 1].kind == Kind::definition)
            between_.push_back({lines[++i].text, label, "表の上"});
    }
    lines = std::move(rest);
}

// 部局名 …, 重点目標 … without a heading: what stands between them and the table is said of the sheet.
void AroundSheet::keep_lines_behind_fields(const OutsideWords& words) {
    if (words.fields.empty() || strict_) return;
    const auto begin = words.fields.front().label.source_of();
    for (const OutsideLine& line : words.rest) {
        const auto place = line.text.source_of();
        if (begin && place && place->first > begin->first && !has_contact_word(fold(line.text.text)))
            above_.push_back(line.text);
    }
}

// No later heading of its level, and no list of its own below it.
bool AroundSheet::stands_over_last(const OutsideWords& words, const OutsideLine& heading) const {
    const bool own_list = std::any_of(page_.lists.begin(), page_.lists.end(),
                                      [&](const List& list) { return list.heading == heading.text; });
    return !own_list &&
           std::none_of(&heading + 1, words.rest.data() + words.rest.size(), [&](const OutsideLine& later) {
               return later.kind == OutsideLine::Kind::heading && later.level <= heading.level;
           });
}

// Between the page's first heading and the table's own: chapters that the sheet belongs to.
void AroundSheet::keep_headings_above(const OutsideWords& words, const HeadingsAbove& above, const SourcedText& last) {
    for (const OutsideLine& line : words.rest) {
        const bool first = !page_.headings.empty() && line.text == page_.headings.front();
        if (!stands_over_last(words, line)) continue;
        const bool goal = line.text == last && form_.sheet().goal != GoalPlace::heading;
        if (line.kind != OutsideLine::Kind::heading || first || goal || strict_) continue;
        if (!contains(above.used, line.text) && !is_title(line.text) && !names_sheet(line.text.text))
            keep_chapter(line.text);
    }
}

// 【経営課題1】防災力を高める says itself what it is.
void AroundSheet::keep_chapter(const SourcedText& heading) {
    const HeadingWords words = read_heading_words(heading);
    const std::size_t begin = words.labelled ? heading.text.rfind(words.text.text) : std::string::npos;
    if (begin == std::string::npos || begin == 0) {
        above_.push_back(heading);
        return;
    }
    chapters_.push_back({heading.slice(0, begin).trimmed(), ExtraRole::other, words.text});
}

void AroundSheet::add_between(const OutsideWords& words, bool with_fields) {
    if (with_fields)
        for (const OutsideField& field : words.fields) between_.push_back({field.text, field.label.text, "表の間"});
    for (const OutsideLine& line : words.rest)
        if (!is_known_line(line.text) && !is_title(line.text)) between_.push_back({line.text, {}, "表の間"});
}

// It stands behind the table in front, too.
bool AroundSheet::is_known_line(const SourcedText& line) const {
    const auto place = line.source_of();
    return std::any_of(following_.begin(), following_.end(), [&](const SourcedText& known) {
        return known == line && (!place || known.source_of() == place);
    });
}

// The title of the next sheet may be a plain line between the two.
void AroundSheet::add_following(const Table& table, bool alone) {
    for (const SourcedText& line : table.following)
        if ((alone || form_.match(line.text) != FieldId::title) && !has_contact_word(fold(line.text)))
            following_.push_back(line);
}

void AroundSheet::add_hidden(const Table& table) {
    for (const SourcedText& hidden : table.hidden_texts) hidden_.push_back(hidden);
}

void AroundSheet::begin_table(const Table& table, const std::optional<SourcedText>& goal) {
    std::vector<SourcedText> words(table.prose.rbegin(), table.prose.rend());
    words.push_back(table.heading);
    // A title that readers see says more than a summary they do not; other words may be about anything.
    const auto titles = std::stable_partition(words.begin(), words.end(), [this](const SourcedText& line) {
        return form_.match(line.text) == FieldId::title;
    });
    years_.push_back(table.caption);
    years_.insert(years_.end(), words.begin(), titles);
    years_.push_back(table.summary);
    years_.insert(years_.end(), titles, words.end());
    const bool is_goal = goal && !table.caption.empty() && table.caption.text.ends_with(goal->text);
    if (!table.caption.empty() && form_.match(table.caption.text) != FieldId::title && !is_goal)
        captions_.push_back(table.caption);
}

std::optional<int> AroundSheet::known_year() const {
    for (const SourcedText& words : years_)
        if (const auto year = find_fiscal_year(words.text)) return year->gregorian;
    return std::nullopt;
}

void AroundSheet::move_to(Sheet& sheet) {
    sheet.extras.insert(sheet.extras.begin(), chapters_.begin(), chapters_.end());
    for (const SourcedText& line : above_) sheet.unplaced.push_back({line, {}, "表の上"});
    for (Unplaced& line : between_) sheet.unplaced.push_back(std::move(line));
    for (const SourcedText& caption : captions_) sheet.unplaced.push_back({caption, {}, "表題"});
    for (const SourcedText& line : following_) sheet.unplaced.push_back({line, {}, "表の下"});
    for (const SourcedText& hidden : hidden_) sheet.unplaced.push_back({hidden, "（非表示）", {}});
}

void AroundSheet::clear() {
    above_.clear();
    chapters_.clear();
    between_.clear();
    years_.clear();
    captions_.clear();
    hidden_.clear();
    following_.clear();
}

}  // namespace goalsheet
