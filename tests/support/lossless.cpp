// SPDX-License-Identifier: MIT
#include "support/lossless.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// May become the number of an item or measure, a heading's mark or a bullet.
bool is_structure(char32_t c) {
    constexpr std::u32string_view kSigns =
        U"0123456789０１２３４５６７８９()（）[]［］〔〕.．:：、,，)-－‐～〜~・･○〇◯●■□◆◇▪•※*"
        U"＊–—アイウエオカキクケコabcdeNo";
    return is_space(c) || c == 0xFFFD || circled_number(c) || kSigns.find(c) != std::u32string_view::npos;
}

// What a set of texts holds: bytes of the source, and characters that have no place in it (entities, marks we wrote).
class Holdings {
public:
    explicit Holdings(std::size_t source_bytes) : bytes_(source_bytes, false) {}

    void add(const SourcedText& text) {
        for (const SourcedText::Run& run : text.runs)
            for (std::uint32_t i = 0; i < run.length; ++i) bytes_[run.source + i] = true;
        for_each_unplaced(text, [this](char32_t c, std::size_t) { ++loose_[c]; });
    }
    /// A cell that became the label of what stood beside it.
    void add_label(const std::string& text) { labels_.insert(text); }
    bool has_label(const SourcedText& text) const { return labels_.contains(text.text); }
    bool touches(const SourcedText& text) const {
        return std::any_of(text.runs.begin(), text.runs.end(),
                           [this](const SourcedText::Run& run) { return bytes_[run.source]; });
    }
    /// The first byte of `text` that is not held; its size where all is.
    std::size_t find_missing(const SourcedText& text) const {
        for (const SourcedText::Run& run : text.runs)
            for (std::uint32_t i = 0; i < run.length;) {
                const CodePoint c = decode_at(text.text, run.at + i);
                if (!bytes_[run.source + i] && !is_structure(c.value)) return run.at + i;
                i += c.length;
            }
        return text.text.size();
    }
    /// Likewise for characters without a place: each held one is good for one asked for.
    std::size_t find_missing_loose(const SourcedText& text) {
        std::size_t missing = text.text.size();
        for_each_unplaced(text, [&](char32_t c, std::size_t at) {
            if (!is_structure(c) && loose_[c]-- <= 0) missing = std::min(missing, at);
        });
        return missing;
    }

private:
    template <typename Take>
    static void for_each_unplaced(const SourcedText& text, Take take) {
        std::size_t run = 0;
        for (std::size_t at = 0; at < text.text.size();) {
            while (run < text.runs.size() && text.runs[run].at + text.runs[run].length <= at) ++run;
            const CodePoint c = decode_at(text.text, at);
            if (run == text.runs.size() || text.runs[run].at > at) take(c.value, at);
            at += c.length;
        }
    }

    std::vector<bool> bytes_;
    std::map<char32_t, long> loose_;
    std::set<std::string> labels_;
};

// What stands beside the fields under a label of its own.
template <class Owner>
void add_beside(Holdings& held, const Owner& owner) {
    for (const Extra& one : owner.extras) held.add(one.label), held.add(one.text), held.add_label(one.label.text);
    for (const SeriesValue& one : owner.series) held.add(one.label), held.add(one.text), held.add_label(one.label.text);
}

void add_item(Holdings& held, const Item& item) {
    held.add(item.title);
    held.add(item.number_text);
    add_beside(held, item);
    for (const Measure& one : item.measures) {
        add_beside(held, one);
        for (const IndicatorCells& cells : one.indicators)
            for (const SourcedText* text :
                 {&cells.name, &cells.unit, &cells.baseline, &cells.target, &cells.midterm, &cells.final})
                held.add(*text);
        for (const SourcedText* text : {&one.action, &one.deadline, &one.target, &one.midterm, &one.final})
            held.add(*text);
    }
}

// What may come from the lines around a sheet's tables; where tables lay out the page, those stand in a cell, too.
bool is_from_around(const Unplaced& one) { return one.address == "表の下" || one.address == "表題"; }

void add_around(Holdings& held, const Sheet& sheet) {
    held.add(sheet.fiscal_year_text);
    for (const Unplaced& one : sheet.unplaced)
        if (is_from_around(one)) held.add(one.text);
}

void add_cells(Holdings& held, const Sheet& sheet) {
    for (const SourcedText* text : {&sheet.goal, &sheet.department, &sheet.priority_text, &sheet.situation,
                                    &sheet.purpose, &sheet.sdgs_text, &sheet.notes.participation, &sheet.notes.outcomes,
                                    &sheet.notes.participation_heading, &sheet.notes.outcomes_heading})
        held.add(*text);
    for (const Alignment& one : sheet.alignments) held.add(one.plan), held.add(one.text);
    for (const Item& item : sheet.items) add_item(held, item);
    add_beside(held, sheet);
    for (const Unplaced& one : sheet.unplaced)
        if (!is_from_around(one)) held.add(one.text), held.add_label(one.label);
    for (const LabelCell& label : sheet.labels) held.add(label.text);
    for (const Remark& one : sheet.remarks) held.add(one.text);
}

bool is_cut(const Document& document) {
    return std::any_of(document.remarks.begin(), document.remarks.end(),
                       [](const Remark& one) { return one.kind == remark::kLimit; });
}

bool is_of_sheet(const Table& table, const Holdings& held) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& one) { return held.touches(one.text); });
    });
}

std::string around(const SourcedText& text, std::size_t at) {
    constexpr std::size_t kBytes = 60;
    std::size_t begin = at > kBytes ? at - kBytes : 0;
    while (begin > 0 && (static_cast<unsigned char>(text.text[begin]) & 0xC0U) == 0x80U) --begin;
    return text.text.substr(begin, at - begin) + "⟦" + text.text.substr(at, kBytes) + "⟧";
}

}  // namespace

std::vector<std::string> find_lost_text(const Page& page, const std::vector<Document>& documents) {
    std::vector<std::string> lost;
    if (std::any_of(documents.begin(), documents.end(), is_cut)) return lost;
    Holdings held(page.source->text().size());
    for (const Document& document : documents)
        for (const Sheet& sheet : document.sheets) add_cells(held, sheet);
    std::vector<bool> asked;
    for (const Table& table : page.tables) asked.push_back(!table.hidden && is_of_sheet(table, held));
    for (const Document& document : documents) {
        for (const Sheet& sheet : document.sheets) add_around(held, sheet);
        for (const Remark& one : document.remarks) held.add(one.text);
    }
    const auto ask = [&](const SourcedText& text) {
        if (held.has_label(text)) return;
        const std::size_t at = std::min(held.find_missing(text), held.find_missing_loose(text));
        if (at < text.text.size()) lost.push_back(around(text, at));
    };
    for (std::size_t i = 0; i < page.tables.size(); ++i) {
        const Table& table = page.tables[i];
        if (!asked[i]) continue;
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) {
                ask(cell.text);
                for (const SourcedText& hidden : cell.hidden) ask(hidden);
                for (const SourcedText& residue : cell.residue) ask(residue);
            }
        for (const SourcedText& hidden : table.hidden_texts) ask(hidden);
    }
    return lost;
}

}  // namespace goalsheet
