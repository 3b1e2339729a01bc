// SPDX-License-Identifier: MIT
#include "model/published_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/text.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

using namespace published;

// Somebody has changed the table: it is read like any other.
struct NotAsPublished {};

std::optional<int> read_integer(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// (1)
int read_bracketed(std::string_view text) {
    if (text.size() < 3 || text.front() != '(' || text.back() != ')') throw NotAsPublished{};
    if (const auto number = read_integer(text.substr(1, text.size() - 2))) return *number;
    throw NotAsPublished{};
}

// ① (51)
int read_item_number(std::string_view text) {
    const CodePoint first = decode_at(text, 0);
    const auto circle = first.length == text.size() ? circled_number(first.value) : std::nullopt;
    return circle ? *circle : read_bracketed(text);
}

// 1位
std::optional<int> read_rank(std::string_view text) {
    constexpr std::string_view kRank = "位";
    if (!text.ends_with(kRank)) return std::nullopt;
    return read_integer(text.substr(0, text.size() - kRank.size()));
}

// Copies `text` with every ⟦U+000D⟧ as the character it stands for.
SourcedText unescape(const SourcedText& text) {
    SourcedText plain;
    std::size_t done = 0;
    for (std::size_t at = text.text.find(kEscapeOpen); at != std::string::npos; at = text.text.find(kEscapeOpen, at)) {
        const std::size_t digits = at + kEscapeOpen.size() + 2;
        const std::size_t close = text.text.find(kEscapeClose, at);
        unsigned value = 0;
        const char* const begin = text.text.data() + std::min(digits, text.text.size());
        const auto read = close == std::string::npos || close < digits
                              ? std::from_chars_result{begin, std::errc::invalid_argument}
                              : std::from_chars(begin, text.text.data() + close, value, 16);
        if (read.ec != std::errc() || read.ptr != text.text.data() + close || value > 0x10FFFF) {
            at += kEscapeOpen.size();
            continue;
        }
        plain.append(text.slice(done, at));
        std::string character;
        append_utf8(character, value);
        plain.append(std::string_view(character));
        at = done = close + kEscapeClose.size();
    }
    if (done == 0) return text;
    plain.append(text.slice(done, text.text.size()));
    return plain;
}

/// The cells of a table by row and by heading.
class Cells {
public:
    Cells(const LaidTable& table, bool escaped) : table_(table), escaped_(escaped) {}

    std::uint32_t rows() const { return table_.grid().rows(); }

    // Row and column of every cell with text that starts in a row.
    std::vector<std::uint32_t> columns_of_texts(std::uint32_t row) const {
        std::vector<std::uint32_t> columns;
        const auto [first, last] = table_.grid().starting_in(row);
        for (std::uint32_t cell = first; cell < last; ++cell)
            if (!raw(cell).empty()) columns.push_back(table_.grid().cells()[cell].column);
        return columns;
    }

    bool has_headings(std::uint32_t row, std::span<const std::string_view> headings) const {
        const std::vector<std::uint32_t> columns = columns_of_texts(row);
        return columns.size() == headings.size() && std::equal(columns.begin(), columns.end(), headings.begin(),
                                                               [&](std::uint32_t column, std::string_view heading) {
                                                                   return text(row, column).text == heading;
                                                               });
    }

    bool starts_at(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = table_.grid().at(row, column);
        return cell != Grid::kNone && table_.grid().cells()[cell].row == row &&
               table_.grid().cells()[cell].column == column;
    }

    SourcedText text(std::uint32_t row, std::uint32_t column) const {
        const std::uint32_t cell = table_.grid().at(row, column);
        if (cell == Grid::kNone) return {};
        return escaped_ ? unescape(without_guard(raw(cell))) : raw(cell);
    }

    std::uint32_t cell_at(std::uint32_t row, std::uint32_t column) const { return table_.grid().at(row, column); }

    // The text of a cell that does not reach down from a row above.
    SourcedText own_text(std::uint32_t row, std::uint32_t column) const {
        return starts_at(row, column) ? text(row, column) : SourcedText{};
    }

    std::optional<AppendixKind> appendix_headed_by(std::uint32_t row) const {
        for (const AppendixKind kind : kAppendixKinds)
            if (has_headings(row, appendix_headings(kind))) return kind;
        return std::nullopt;
    }

private:
    static SourcedText without_guard(const SourcedText& text) {
        const std::size_t guard = formula_guard_length(text.text);
        return guard == 0 ? text : text.slice(guard, text.text.size());
    }

    // Tags that stand as text in a cell are text here: whoever wrote them had them in the Document.
    const SourcedText& raw(std::uint32_t cell) const {
        const std::optional<SourcedText>& whole = table_.grid().cells()[cell].cell->whole;
        return whole ? *whole : table_.text(cell);
    }

    const LaidTable& table_;
    bool escaped_;
};

constexpr std::array<std::string_view, 3> kFieldHeadings = {kField, kQualifier, kText};
constexpr std::array<std::string_view, 3> kPageHeadings = {kPageField, kQualifier, kText};
constexpr std::array<std::string_view, 2> kNotesHeadings = {kNotes, kText};
constexpr std::array<std::string_view, 3> kUnplacedHeadings = {kUnplaced, kAddress, kText};

/// A row below 欄 | 区分 | 内容.
struct PublishedRow {
    SourcedText label;
    SourcedText qualifier;
    SourcedText text;
};

/// Reads rows of a block whose headings stand in these columns: the label, perhaps what qualifies it, the text.
class EntryReader {
public:
    EntryReader(const Cells& cells, std::uint32_t heading_row)
        : cells_(cells), columns_(cells.columns_of_texts(heading_row)) {}

    PublishedRow read(std::uint32_t row) const {
        for (const std::uint32_t column : cells_.columns_of_texts(row))
            if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) throw NotAsPublished{};
        PublishedRow entry;
        const std::uint32_t label = columns_.front();
        entry.label = cells_.text(row, label);
        const bool divided = columns_.size() == 3 && cells_.cell_at(row, columns_[1]) != cells_.cell_at(row, label);
        if (divided) entry.qualifier = cells_.text(row, columns_[1]);
        if (cells_.cell_at(row, columns_.back()) == cells_.cell_at(row, label)) throw NotAsPublished{};
        entry.text = cells_.text(row, columns_.back());
        return entry;
    }

private:
    const Cells& cells_;
    std::vector<std::uint32_t> columns_;
};

// A row below the headings of an appendix: a cell for each of them, and then those that stand under none.
AppendixRow appendix_row(const Cells& cells, AppendixKind kind, std::uint32_t row,
                         const std::vector<std::uint32_t>& columns) {
    AppendixRow made{kind, {}};
    for (const std::uint32_t column : columns) made.cells.push_back(cells.own_text(row, column));
    for (const std::uint32_t column : cells.columns_of_texts(row))
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            made.cells.push_back(cells.text(row, column));
    return made;
}

std::optional<FiscalYear> year_of(const PublishedRow& entry) {
    if (entry.qualifier.empty()) {
        if (entry.text.empty()) return std::nullopt;
        throw NotAsPublished{};
    }
    const auto gregorian = read_integer(entry.qualifier.text);
    if (!gregorian) throw NotAsPublished{};
    return FiscalYear{entry.text.text, *gregorian};
}

class SheetReader {
public:
    explicit SheetReader(const Cells& cells) : cells_(cells) {}

    Sheet read() {
        for (std::uint32_t row = 0; row < cells_.rows(); ++row)
            if (!cells_.columns_of_texts(row).empty()) add_row(row);
        return std::move(sheet_);
    }

private:
    enum class Block { none, fields, items, appendix, notes, unplaced };

    void add_row(std::uint32_t row) {
        if (begins_block(row)) return;
        switch (block_) {
            case Block::none:
                throw NotAsPublished{};
            case Block::fields:
            case Block::notes:
                add_field(EntryReader(cells_, heading_row_).read(row));
                return;
            case Block::items:
                add_item_row(row);
                return;
            case Block::appendix:
                add_appendix_row(row);
                return;
            case Block::unplaced:
                const PublishedRow entry = EntryReader(cells_, heading_row_).read(row);
                sheet_.unplaced.push_back({entry.text, entry.label.text, entry.qualifier.text});
                return;
        }
    }

    // Unplaced text comes last: whatever its labels say, they are no headings.
    bool begins_block(std::uint32_t row) {
        if (block_ == Block::unplaced) return false;
        const auto begin = [&](Block block) {
            block_ = block;
            heading_row_ = row;
            return true;
        };
        if (cells_.has_headings(row, kFieldHeadings)) return begin(Block::fields);
        if (block_ == Block::none) return false;
        if (cells_.has_headings(row, kItemColumns)) {
            item_columns_ = cells_.columns_of_texts(row);
            appendix_.reset();
            note_item_labels(row);
            return begin(Block::items);
        }
        if (const auto kind = cells_.appendix_headed_by(row)) {
            appendix_kind_ = *kind;
            appendix_.emplace(sheet_);
            return begin(Block::appendix);
        }
        if (cells_.has_headings(row, kNotesHeadings)) {
            sheet_.labels.push_back({FieldId::notes, cells_.text(row, cells_.columns_of_texts(row).front())});
            return begin(Block::notes);
        }
        return cells_.has_headings(row, kUnplacedHeadings) && begin(Block::unplaced);
    }

    void note_item_labels(std::uint32_t row) {
        constexpr std::array<FieldId, 8> kLabelled = {FieldId::item_number, FieldId::item,     FieldId::item_number,
                                                      FieldId::action,      FieldId::deadline, FieldId::target,
                                                      FieldId::midterm,     FieldId::final};
        for (std::size_t i = 0; i < kLabelled.size(); ++i)
            if (kLabelled[i] != FieldId::item_number)
                sheet_.labels.push_back({kLabelled[i], cells_.text(row, item_columns_[i])});
    }

    void add_field(PublishedRow entry) {
        const bool alignment = entry.label.text == kAlignments;
        const auto field = alignment ? std::optional(FieldId::alignment) : Form::standard().match(entry.label.text);
        if (!field || (block_ == Block::notes) != is_notes_field(*field)) throw NotAsPublished{};
        sheet_.labels.push_back({*field, alignment ? entry.qualifier : entry.label});
        if (sheet_.place.empty()) sheet_.place = entry.text;
        switch (*field) {
            case FieldId::goal:
                return put(sheet_.goal, entry);
            case FieldId::department:
                return put(sheet_.department, entry);
            case FieldId::situation:
                return put(sheet_.situation, entry);
            case FieldId::purpose:
                return put(sheet_.purpose, entry);
            case FieldId::priority:
                return put_priority(entry);
            case FieldId::fiscal_year:
                sheet_.fiscal_year = year_of(entry);
                sheet_.fiscal_year_text = entry.text;
                return;
            case FieldId::alignment:
                sheet_.alignments.push_back({entry.qualifier, entry.text});
                return;
            case FieldId::sdgs:
                return put_sdg(entry);
            case FieldId::participation:
                sheet_.notes.participation_heading = entry.label;
                return put(sheet_.notes.participation, entry);
            case FieldId::outcomes:
                sheet_.notes.outcomes_heading = entry.label;
                return put(sheet_.notes.outcomes, entry);
            default:
                throw NotAsPublished{};
        }
    }

    // A field stands once, and only some are divided.
    static void put(SourcedText& to, PublishedRow& entry) {
        if (!to.empty() || !entry.qualifier.empty()) throw NotAsPublished{};
        to = std::move(entry.text);
    }

    void put_priority(const PublishedRow& entry) {
        if (!entry.qualifier.empty()) throw NotAsPublished{};
        sheet_.priority_text = entry.text;
        if (entry.text.empty()) return;
        sheet_.priority = read_rank(entry.text.text);
        if (!sheet_.priority) throw NotAsPublished{};
    }

    void put_sdg(const PublishedRow& entry) {
        const auto number = read_integer(entry.qualifier.text);
        if (!number) throw NotAsPublished{};
        sheet_.sdgs.push_back({*number, entry.text});
    }

    void add_item_row(std::uint32_t row) {
        if (row_has_other_cells(row)) throw NotAsPublished{};
        const SourcedText number = own_text(row, 0);
        SourcedText title = own_text(row, 1);
        if (!number.empty()) {
            Item item;
            item.number = read_item_number(number.text);
            item.number_text = number;
            const bool marked = title.text.starts_with(kTitleMark);
            item.title = marked ? title.slice(kTitleMark.size(), title.text.size()) : std::move(title);
            sheet_.items.push_back(std::move(item));
        } else if (sheet_.items.empty() || !title.empty()) {
            throw NotAsPublished{};
        }
        Measure measure;
        measure.number = read_bracketed(own_text(row, 2).text);
        measure.action = own_text(row, 3);
        measure.deadline = own_text(row, 4);
        measure.target = own_text(row, 5);
        measure.midterm = own_text(row, 6);
        measure.final = own_text(row, 7);
        sheet_.items.back().measures.push_back(std::move(measure));
    }

    void add_appendix_row(std::uint32_t row) {
        const AppendixRow made = appendix_row(cells_, appendix_kind_, row, cells_.columns_of_texts(heading_row_));
        if (!appendix_->add(made.kind, made.cells)) throw NotAsPublished{};
    }

    bool row_has_other_cells(std::uint32_t row) const {
        for (const std::uint32_t column : cells_.columns_of_texts(row))
            if (std::find(item_columns_.begin(), item_columns_.end(), column) == item_columns_.end()) return true;
        return false;
    }

    SourcedText own_text(std::uint32_t row, std::size_t heading) const {
        return cells_.own_text(row, item_columns_[heading]);
    }

    const Cells& cells_;
    Sheet sheet_;
    Block block_ = Block::none;
    std::uint32_t heading_row_ = 0;
    std::vector<std::uint32_t> item_columns_;
    AppendixKind appendix_kind_ = AppendixKind::extras;
    std::optional<AppendixReader> appendix_;
};

void add_page_entry(const PublishedRow& entry, Document& document) {
    const auto field = Form::standard().match(entry.label.text);
    if (field == FieldId::department) {
        document.department = entry.text;
    } else if (field == FieldId::fiscal_year) {
        document.fiscal_year = year_of(entry);
        document.fiscal_year_text = entry.text;
    } else if (field == FieldId::goal) {
        document.goals.push_back(entry.text);
    } else {
        throw NotAsPublished{};
    }
}

}  // namespace

std::optional<TableAppendix> find_appendix(const LaidTable& table, bool escaped) {
    const Cells cells(table, escaped);
    std::optional<TableAppendix> appendix;
    AppendixKind kind = AppendixKind::extras;
    std::vector<std::uint32_t> columns;
    for (std::uint32_t row = 0; row < cells.rows(); ++row) {
        if (const auto headed = cells.appendix_headed_by(row)) {
            if (!appendix) appendix = TableAppendix{row, {}};
            kind = *headed;
            columns = cells.columns_of_texts(row);
        } else if (appendix && !cells.columns_of_texts(row).empty()) {
            appendix->rows.push_back(appendix_row(cells, kind, row, columns));
        }
    }
    return appendix;
}

std::optional<Sheet> read_published_sheet(const LaidTable& table, bool escaped) {
    const Cells cells(table, escaped);
    if (cells.rows() == 0 || !cells.has_headings(0, kFieldHeadings)) return std::nullopt;
    try {
        return SheetReader(cells).read();
    } catch (const NotAsPublished&) {
        return std::nullopt;
    }
}

std::optional<Document> read_published_page(const LaidTable& table, bool escaped) {
    const Cells cells(table, escaped);
    if (cells.rows() == 0 || !cells.has_headings(0, kPageHeadings)) return std::nullopt;
    try {
        const EntryReader entries(cells, 0);
        Document document;
        for (std::uint32_t row = 1; row < cells.rows(); ++row) add_page_entry(entries.read(row), document);
        return document;
    } catch (const NotAsPublished&) {
        return std::nullopt;
    }
}

}  // namespace goalsheet
