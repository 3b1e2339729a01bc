// SPDX-License-Identifier: MIT
#include "read/blank_columns.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kMostColumns = 64;
constexpr std::size_t kLongestLine = 4000;  // bytes; longer ones are prose

/// Words of a line between wide blanks.
struct Piece {
    std::size_t begin = 0;  ///< bytes of the line
    std::size_t end = 0;
    std::size_t column = 0;  ///< where it begins, in columns of a terminal
};

bool is_blank(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0'; }

// Two blanks or more part words; so does one in front of a column that is known to begin behind it.
std::vector<Piece> cut_at_blanks(std::string_view line, const std::vector<std::size_t>& starts) {
    std::vector<Piece> pieces;
    std::size_t column = 0;
    std::size_t blanks = 2;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint point = decode_at(line, at);
        if (is_blank(point.value)) {
            ++blanks;
        } else {
            const bool starts_column = std::find(starts.begin(), starts.end(), column) != starts.end();
            if (blanks >= 2 || (blanks == 1 && starts_column)) pieces.push_back({at, at, column});
            pieces.back().end = at + point.length;
            blanks = 0;
        }
        column += display_width(point.value);
        at += point.length;
    }
    return pieces;
}

std::vector<std::size_t> starts_of(const std::vector<Piece>& pieces) {
    std::vector<std::size_t> starts;
    for (const Piece& piece : pieces) starts.push_back(piece.column);
    return starts;
}

// 部局名：総務部　　優先順位：1位 says it all in the one line.
bool may_be_heading(std::string_view line, const std::vector<Piece>& pieces) {
    if (pieces.size() < kFewestColumns || pieces.size() > kMostColumns) return false;
    return std::none_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        const std::string_view words = line.substr(piece.begin, piece.end - piece.begin);
        return words.find("：") != std::string_view::npos || words.find(':') != std::string_view::npos;
    });
}

class TableReader {
public:
    TableReader(const std::vector<PlainLine>& lines, std::size_t first) : lines_(lines) {
        table_.first = table_.last = first;
    }

    std::optional<BlankTable> read() {
        const std::vector<Piece> heading = pieces_of(table_.first);
        if (!may_be_heading(lines_[table_.first].text, heading)) return std::nullopt;
        starts_ = starts_of(heading);
        add_row(heading);
        while (table_.last < lines_.size() && take_line()) {
        }
        constexpr std::size_t kFewestRows = 2;
        const bool whole = rows_ >= kFewestRows || (rows_ == 1 && whole_rows_ == 1);
        if (!whole || whole_rows_ * 2 < rows_) return std::nullopt;
        return std::move(table_);
    }

private:
    std::vector<Piece> pieces_of(std::size_t line) const { return cut_at_blanks(lines_[line].text, starts_); }

    bool take_line() {
        const std::string_view line = lines_[table_.last].text;
        if (trim(line).empty() || line.size() > kLongestLine) return false;
        const std::vector<Piece> pieces = pieces_of(table_.last);
        if (goes_on_with_row(pieces)) {
            go_on(pieces);
            return true;
        }
        if (pieces.size() < 2 || !stand_in_columns(pieces)) return false;
        ++rows_;
        whole_rows_ += pieces.size() == starts_.size() ? 1 : 0;
        add_row(pieces);
        return true;
    }

    // Indented below the second column or a later one: the rest of what stands above.
    bool goes_on_with_row(const std::vector<Piece>& pieces) const {
        return rows_ > 0 && std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
                   return piece.column > starts_.front() &&
                          std::find(starts_.begin(), starts_.end(), piece.column) != starts_.end();
               });
    }

    // As many as there are labels, or most of them below one.
    bool stand_in_columns(const std::vector<Piece>& pieces) const {
        if (pieces.size() > starts_.size()) return false;
        if (pieces.size() == starts_.size()) return true;
        const auto below = std::count_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return std::any_of(starts_.begin(), starts_.end(),
                               [&](std::size_t start) { return start == piece.column; });
        });
        return static_cast<std::size_t>(below) * 4 >= pieces.size() * 3;
    }

    std::size_t column_of(const Piece& piece) const {
        std::size_t column = 0;
        while (column + 1 < starts_.size() && starts_[column + 1] <= piece.column + 1) ++column;
        return column;
    }

    SourcedText text_of(const Piece& piece) const {
        const PlainLine& line = lines_[table_.last];
        SourcedText text;
        text.append(line.text.substr(piece.begin, piece.end - piece.begin),
                    static_cast<std::uint32_t>(line.begin + piece.begin));
        return text;
    }

    void add_row(const std::vector<Piece>& pieces) {
        std::vector<SourcedText>& row = table_.rows.emplace_back(starts_.size());
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            SourcedText& cell = row[pieces.size() == starts_.size() ? i : column_of(pieces[i])];
            if (!cell.empty()) cell.append("\u3000");
            cell.append(text_of(pieces[i]));
        }
        ++table_.last;
    }

    void go_on(const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            SourcedText& cell = table_.rows.back()[column_of(piece)];
            if (!cell.empty()) cell.append("\n");
            cell.append(text_of(piece));
        }
        ++table_.last;
    }

    const std::vector<PlainLine>& lines_;
    std::vector<std::size_t> starts_;  ///< of the columns
    std::size_t rows_ = 0;             ///< below the first
    std::size_t whole_rows_ = 0;       ///< of those, with a text in every column
    BlankTable table_;
};

}  // namespace

std::vector<BlankTable> find_blank_tables(const std::vector<PlainLine>& lines) {
    std::vector<BlankTable> tables;
    for (std::size_t at = 0; at < lines.size();) {
        const bool empty = lines[at].text.empty() || lines[at].text.size() > kLongestLine;
        auto table = empty ? std::nullopt : TableReader(lines, at).read();
        at = table ? table->last : at + 1;
        if (table) tables.push_back(std::move(*table));
    }
    return tables;
}

}  // namespace goalsheet
