// SPDX-License-Identifier: MIT
#include "model/arrange/piece_together.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/arrange/join_tables.hpp"
#include "model/arrange/nested_tables.hpp"
#include "model/arrange/outline_records.hpp"
#include "model/heading_words.hpp"
#include "model/list_numbers.hpp"
#include "model/words_before.hpp"

namespace goalsheet {
namespace {

using Lines = std::vector<OutsideLine>;

Row labelled_row(SourcedText label, SourcedText text) {
    Row row;
    row.cells.resize(2);
    row.cells[0].text = std::move(label);
    row.cells[0].header = true;
    row.cells[1].text = std::move(text);
    return row;
}

class Piecer {
public:
    Piecer(const Page& page, const Form& form, LabelReader& labels) : page_(page), form_(form), labels_(labels) {}

    std::optional<Page> piece() {
        if (!has_records()) return std::nullopt;
        std::vector<Table> tables;
        std::vector<std::size_t> now_at;
        for (const Table& table : page_.tables) {
            Table kept = table;
            if (!table.nested) kept.before = take_records(as_headings(table.before), tables);
            now_at.push_back(tables.size());
            tables.push_back(std::move(kept));
        }
        take_records(as_headings(page_.after), tables);
        renumber_nested(tables, now_at);
        Page pieced = page_;
        pieced.tables = std::move(tables);
        return pieced;
    }

private:
    // One record alone may be of anything, unless the page says which year it tells of.
    bool has_records() {
        const auto count = [this](const Lines& lines) {
            return lines.empty() ? 0 : find_outline_records(as_headings(lines), labels_).size();
        };
        std::size_t records = count(page_.after);
        for (const Table& table : page_.tables) records += table.nested ? 0 : count(table.before);
        return records > 1 || (records == 1 && names_year());
    }

    bool names_year() const {
        return find_fiscal_year(page_.title.text) ||
               std::any_of(page_.headings.begin(), page_.headings.end(),
                           [](const SourcedText& heading) { return find_fiscal_year(heading.text).has_value(); });
    }

    // Copied text does not say what was a heading.
    Lines as_headings(const Lines& lines) const { return page_.format == "text" ? mark_headings(lines) : lines; }

    // Adds a table for each record; gives what is left behind the last.
    Lines take_records(Lines lines, std::vector<Table>& tables) {
        const std::vector<OutlineRecord> records = find_outline_records(lines, labels_);
        std::size_t begin = 0;
        for (const OutlineRecord& record : records) {
            const auto at = [&](std::size_t line) { return lines.begin() + static_cast<std::ptrdiff_t>(line); };
            if (!tables.empty()) forget_following(tables.back(), lines, record);
            tables.push_back(make_table(record, Lines(at(begin), at(record.first))));
            begin = record.last;
        }
        lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(begin));
        return lines;
    }

    Table make_table(const OutlineRecord& record, Lines before) {
        Table table;
        if (const auto place = record.parts.front().label.source_of()) table.source = place->first;
        for (const OutsideLine& line : before)
            if (line.kind == OutsideLine::Kind::heading) heading_ = line.text;
        table.heading = heading_;
        for (const OutsideLine& line : before) table.prose.push_back(line.text);
        if (record.is_card && !record.names_item)
            name_card(before, table);
        else if (!record.names_something)
            name_by_heading(before, table);
        if (!record.names_item) name_by_entry(before, table);
        table.before = std::move(before);
        for (const OutlinePart& part : record.parts) table.rows.push_back(labelled_row(part.label, part.text));
        return table;
    }

    // Where no label says what is done, the heading right above does, unless it calls itself a goal.
    void name_by_heading(Lines& before, Table& table) const {
        if (before.empty() || before.back().kind != OutsideLine::Kind::heading) return;
        const HeadingWords words = read_heading_words(before.back().text);
        if (words.kind == HeadingWords::Kind::goal && words.labelled) return;
        table.rows.push_back(labelled_row(std::string(form_.label(FieldId::item)), words.text));
        before.pop_back();
    }

    // 01施設の包括管理: cards may be numbered without anything between number and name.
    void name_card(Lines& before, Table& table) {
        if (before.empty()) return;
        ++cards_;
        const SourcedText& line = before.back().text;
        std::size_t number = 0;
        std::size_t length = 0;
        for (auto digit = digit_value(decode_at(line.text, 0).value); digit && number <= cards_;
             digit = digit_value(decode_at(line.text, length).value)) {
            number = number * 10 + static_cast<std::size_t>(*digit);
            length += decode_at(line.text, length).length;
        }
        const bool counts = number == cards_ && length < line.text.size();
        const auto spaced = leading_number(line.text);
        const std::size_t begin = spaced && spaced->length < line.text.size() ? spaced->length : counts ? length : 0;
        table.rows.push_back(
            labelled_row(std::string(form_.label(FieldId::item)), line.slice(begin, line.text.size()).trimmed()));
        before.pop_back();
    }

    // 1. 徴収率を上げる in a list, its parts below it.
    void name_by_entry(Lines& before, Table& table) const {
        if (before.empty() || before.back().kind != OutsideLine::Kind::line || !table.rows.empty()) return;
        const SourcedText& line = before.back().text;
        const auto number = leading_number(line.text);
        if (!number || number->length >= line.text.size()) return;
        table.rows.push_back(labelled_row(std::string(form_.label(FieldId::item)),
                                          line.slice(number->length, line.text.size()).trimmed()));
        before.pop_back();
    }

    // The lines of a record are not what stands behind the table in front.
    static void forget_following(Table& table, const Lines& lines, const OutlineRecord& record) {
        std::erase_if(table.following, [&](const SourcedText& known) {
            const auto place = known.source_of();
            return place && std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(record.first),
                                        lines.begin() + static_cast<std::ptrdiff_t>(record.last),
                                        [&](const OutsideLine& line) { return line.text.source_of() == place; });
        });
    }

    const Page& page_;
    const Form& form_;
    LabelReader& labels_;
    SourcedText heading_;
    std::size_t cards_ = 0;  ///< named so far
};

}  // namespace

std::optional<Page> piece_together(const Page& page, const Form& form, LabelReader& labels) {
    std::optional<Page> pieced = Piecer(page, form, labels).piece();
    std::optional<Page> joined = join_tables(pieced ? *pieced : page, labels);
    return joined ? std::move(joined) : std::move(pieced);
}

}  // namespace goalsheet
