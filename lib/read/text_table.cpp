// SPDX-License-Identifier: MIT
#include "read/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/blank_columns.hpp"
#include "read/cell_text.hpp"

namespace goalsheet {
namespace {

struct Line {
    std::size_t begin = 0;
    std::vector<SourcedText> cells;  ///< one: no tab
    std::string_view text;           ///< as written, where there is one
    bool blank = true;
};

class LineReader {
public:
    explicit LineReader(std::string_view text) : text_(text) {}

    bool next(Line& line) {
        if (at_ >= text_.size()) return false;
        line = {};
        line.begin = at_;
        bool more = true;
        while (more) line.cells.push_back(read_cell(more));
        if (line.cells.size() == 1) line.text = without_line_end(text_.substr(line.begin, at_ - line.begin));
        for (const SourcedText& cell : line.cells) line.blank = line.blank && trim(cell.text).empty();
        return true;
    }

private:
    // Nothing of a quoted cell with several lines.
    static std::string_view without_line_end(std::string_view line) {
        while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
        return line.find_first_of("\r\n") == std::string_view::npos ? line : std::string_view();
    }

    // Up to the next tab (more cells follow) or line end.
    SourcedText read_cell(bool& more) {
        if (auto quoted = read_quoted(more)) return *quoted;
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != '\t' && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
        SourcedText cell;
        cell.append(text_.substr(begin, at_ - begin), static_cast<std::uint32_t>(begin));
        more = take_separator();
        return cell.trimmed();
    }

    bool take_separator() {
        if (at_ >= text_.size()) return false;
        const char separator = text_[at_++];
        if (separator == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
        return separator == '\t';
    }

    // "a⏎b" with "" for a quote: only where a quote closes right before a separator and the cell needed quoting.
    std::optional<SourcedText> read_quoted(bool& more) {
        if (at_ >= text_.size() || text_[at_] != '"') return std::nullopt;
        // Quotes that never close are looked for again in every cell that begins with one: together they may cost as
        // much as the text is long.
        constexpr std::size_t kLongestQuoted = 1U << 16U;
        const std::size_t left = text_.size() - std::min(text_.size(), wasted_);
        SourcedText cell;
        bool needed = false;
        std::size_t pos = at_ + 1;
        const std::size_t last = std::min(text_.size(), at_ + std::max(kLongestQuoted, left));
        while (pos < last) {
            const char c = text_[pos];
            const bool doubled = c == '"' && pos + 1 < text_.size() && text_[pos + 1] == '"';
            if (c == '"' && !doubled) break;
            needed = needed || c == '\n' || c == '\t' || doubled;
            if (c != '\r') cell.append(text_.substr(pos, 1), static_cast<std::uint32_t>(pos));
            pos += doubled ? 2 : 1;
        }
        const bool closed = pos < last && text_[pos] == '"';
        const bool ends = closed && (pos + 1 >= text_.size() || text_[pos + 1] == '\t' || text_[pos + 1] == '\n' ||
                                     text_[pos + 1] == '\r');
        if (!ends || !needed) {
            wasted_ += pos - at_;
            return std::nullopt;
        }
        at_ = pos + 1;
        more = take_separator();
        return cell.trimmed();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t wasted_ = 0;  ///< bytes looked at for quotes that close nothing
};

bool starts_list_entry(std::string_view line) {
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("・") || line.starts_with("• ");
}

std::size_t list_marker_length(std::string_view line) {
    return line.starts_with("・") ? std::string_view("・").size() : line.find(' ') + 1;
}

// A line whose first cell begins so goes on with the cell above; it starts no row.
bool continues_a_cell(std::string_view first) {
    const CodePoint point = decode_at(first, 0);
    constexpr std::u32string_view kMarks = U"(（・※-";
    return point.length != 0 && kMarks.find(point.value) != std::u32string_view::npos;
}

bool has_figure(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length)
        if (digit_value(decode_at(text, at).value)) return true;
    return false;
}

bool looks_alike(const Cell& one, const Cell& other) {
    const std::string_view a = one.text.text;
    const std::string_view b = other.text.text;
    return a.empty() == b.empty() && continues_a_cell(a) == continues_a_cell(b) && has_figure(a) == has_figure(b);
}

// How many of a row's cells look like those of the row above, `shift` columns further on.
std::size_t count_alike(const Row& row, const Row& above, std::size_t shift) {
    std::size_t alike = 0;
    for (std::size_t i = 0; i < row.cells.size() && i + shift < above.cells.size(); ++i)
        alike += looks_alike(row.cells[i], above.cells[i + shift]) ? 1 : 0;
    return alike;
}

// Some browsers copy nothing for cells that reach down from a row above: what looks like the cells on the right of a
// whole row stands below those.
void shift_short_rows(Table& table) {
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMostMissing = 3;
    for (std::size_t i = 2; i < table.rows.size(); ++i) {
        Row& row = table.rows[i];
        const Row& above = table.rows[i - 1];
        const std::size_t width = above.cells.size();
        const std::size_t shift = width - std::min(width, row.cells.size());
        if (row.cells.size() < kFewest || shift == 0 || shift > kMostMissing) continue;
        const std::size_t shifted = count_alike(row, above, shift);
        if (shifted * 2 <= row.cells.size() || shifted <= count_alike(row, above, 0)) continue;
        Cell missing;
        missing.source = row.cells.front().source;
        row.cells.insert(row.cells.begin(), shift, missing);
    }
}

class TextReader {
public:
    explicit TextReader(Page& page) : page_(page) {}

    void read() {
        std::vector<Line> lines = read_lines();
        std::vector<Line> block;
        const std::vector<BlankTable> aligned = find_blank_tables(plain_lines(lines));
        auto next = aligned.begin();
        for (std::size_t at = 0; at < lines.size();) {
            if (next != aligned.end() && next->first == at) {
                close_block(block);
                at = add_aligned(*next++, lines);
                continue;
            }
            Line& line = lines[at++];
            if (line.blank)
                close_block(block);
            else if (line.cells.size() == 1 && block.empty())
                add_prose(line.cells[0]);
            else
                block.push_back(std::move(line));
        }
        close_block(block);
        // What is left stands behind the last table.
        page_.after = before_;
        if (!page_.tables.empty())
            for (OutsideLine& behind : before_) page_.tables.back().following.push_back(std::move(behind.text));
    }

private:
    std::vector<Line> read_lines() {
        LineReader reader(page_.source->text());
        std::vector<Line> lines;
        std::size_t cells = 0;
        for (Line line; reader.next(line);) {
            cells += line.cells.size();
            if (cells > limit::kTextCells) {
                page_.remarks.push_back({remark::kLimit, {}, fmt::format("text-cells {}", limit::kTextCells)});
                break;
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }

    // Empty where a line has tabs, or goes on with a row that has.
    static std::vector<PlainLine> plain_lines(const std::vector<Line>& lines) {
        std::vector<PlainLine> plain;
        bool tabs = false;
        for (const Line& line : lines) {
            tabs = !line.blank && (tabs || line.cells.size() > 1);
            plain.push_back({line.begin, tabs ? std::string_view() : line.text});
        }
        return plain;
    }

    std::size_t add_aligned(const BlankTable& aligned, const std::vector<Line>& lines) {
        std::vector<Line> block;
        for (std::size_t row = 0; row < aligned.rows.size(); ++row)
            block.push_back({lines[aligned.first].begin, aligned.rows[row], {}, false});
        close_block(block);
        return aligned.last;
    }

    void add_prose(const SourcedText& line) {
        if (page_.title.empty()) page_.title = line;
        const bool entry = starts_list_entry(line.text);
        if (!entry) {
            page_.headings.push_back(line);
            heading_ = line;
        }
        before_.push_back({line, OutsideLine::Kind::line, 0});
        prose_.push_back(line);
        if (prose_.size() > kProseLines) prose_.erase(prose_.begin());
        if (!entry) {
            in_list_ = false;
            return;
        }
        if (!in_list_) page_.lists.push_back({heading_, {}, 0});
        in_list_ = true;
        page_.lists.back().entries.push_back(line.slice(list_marker_length(line.text), line.text.size()).trimmed());
    }

    void close_block(std::vector<Line>& block) {
        if (block.empty()) return;
        // Prose may follow a table without an empty line; a line below the last tab that is no continuation is prose.
        std::vector<Line> lines;
        lines.swap(block);
        Table table;
        table.source = static_cast<std::uint32_t>(lines.front().begin);
        table.heading = heading_;
        table.prose = std::move(prose_);
        prose_.clear();
        table.before = std::move(before_);
        before_.clear();
        std::size_t width = 0;
        for (const Line& line : lines) width = std::max(width, line.cells.size());
        bool bare_before = false;
        for (Line& line : lines) {
            const bool goes_on = !table.rows.empty() && continues_row(table.rows.back(), line, width, bare_before);
            bare_before = line.cells.size() == 1;
            if (goes_on)
                join(table.rows.back(), line);
            else
                add_row(table, line);
        }
        shift_short_rows(table);
        for (Row& row : table.rows)
            for (Cell& cell : row.cells) take_residue(cell);
        page_.tables.push_back(std::move(table));
        in_list_ = false;
    }

    static bool continues_row(const Row& row, const Line& line, std::size_t width, bool bare_before) {
        if (line.cells.size() == 1) return true;
        const bool fits = row.cells.size() < width && row.cells.size() + line.cells.size() - 1 <= width;
        return fits && (bare_before || continues_a_cell(line.cells[0].text));
    }

    static void join(Row& row, Line& line) {
        Cell& last = row.cells.back();
        if (!last.text.empty() && !line.cells[0].empty()) last.text.append("\n");
        last.text.append(line.cells[0]);
        for (std::size_t i = 1; i < line.cells.size(); ++i)
            row.cells.push_back(make_cell(std::move(line.cells[i]), line.begin));
    }

    static void add_row(Table& table, Line& line) {
        Row row;
        for (SourcedText& text : line.cells) row.cells.push_back(make_cell(std::move(text), line.begin));
        table.rows.push_back(std::move(row));
    }

    static Cell make_cell(SourcedText text, std::size_t line_begin) {
        Cell cell;
        const auto place = text.source_of();
        cell.source = place ? place->first : static_cast<std::uint32_t>(line_begin);
        cell.text = std::move(text);
        return cell;
    }

    Page& page_;
    SourcedText heading_;
    std::vector<SourcedText> prose_;
    std::vector<OutsideLine> before_;
    bool in_list_ = false;
};

}  // namespace

void read_text(Page& page) { TextReader(page).read(); }

}  // namespace goalsheet
