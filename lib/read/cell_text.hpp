// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/sourced_text.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

inline constexpr std::size_t kProseLines = 8;  ///< kept of the lines in front of a table: the last ones

/// Builds the text of a cell as a browser would show it: white space folds, breaks stay, blocks stand on lines of their
/// own.
class CellText {
public:
    /// Text of a text node. `raw` is how it was written at `source` (with its entities), or empty when it stands
    /// nowhere. With `keeps_lines` its line ends are breaks (pre).
    void add(std::string_view decoded, std::string_view raw, std::uint32_t source, bool keeps_lines = false);
    /// Characters of ours (a bullet, a bracket); white space in them is kept.
    void add_literal(std::string_view text);
    /// Characters that stand as they are, white space at the ends of the text too.
    void add_exact(std::string_view text);
    /// What stands in front of a list entry; the entry's own first block begins on the same line.
    void add_marker(std::string_view marker) {
        add_literal(marker);
        marker_end_ = text_.text.size();
    }
    /// Takes back the last bytes added with add_literal or add_marker.
    void remove_end(std::size_t bytes) {
        text_.text.resize(text_.text.size() - bytes);
        marker_end_ = std::string::npos;
    }
    /// Whether what comes from here on is struck out: it stands in ［取消線：…］, each line in its own.
    void set_struck(bool struck);
    /// <br>
    void break_line();
    /// The start or end of a block: what follows stands on a new line, but no empty line comes of it.
    void end_block() {
        close_struck();
        block_pending_ = !text_.text.empty() && text_.text.back() != '\n' && text_.text.size() != marker_end_;
        space_ = Space::none;
    }
    /// Two things side by side that must not run together (images, cells of a nested table).
    void separate();

    bool at_line_start() const { return block_pending_ || text_.text.empty() || text_.text.back() == '\n'; }
    std::size_t size() const { return text_.text.size(); }
    /// Empty where white space stands between that and what comes next.
    std::string_view so_far() const { return space_ == Space::none ? text_.text : std::string_view(); }
    SourcedText slice_from(std::size_t begin) {
        close_struck();
        return text_.slice(begin, text_.text.size()).trimmed();
    }
    /// The text so far, without white space at its ends and at the ends of its lines.
    SourcedText take();

private:
    enum class Space { none, blank, line_end };

    void add_piece(std::string_view piece, std::uint32_t source, bool placed);
    void flush_space(std::string_view next);
    void add_folded_space(Space space, std::string_view next);
    void open_struck();
    void close_struck();

    SourcedText text_;
    Space space_ = Space::none;
    bool block_pending_ = false;
    bool struck_ = false;
    bool struck_open_ = false;  ///< its bracket stands already
    bool struck_on_ = false;    ///< and stood on the line above, too
    Space before_struck_ = Space::none;
    std::size_t marker_end_ = std::string::npos;
    std::size_t exact_begin_ = std::string::npos;  ///< of the first exact characters
    std::size_t exact_end_ = 0;                    ///< of the last ones
};

/// Takes tag text (<ul style="list-style-type: none">) that someone typed or pasted out of a cell's text, into its
/// residue.
void take_residue(Cell& cell);

}  // namespace goalsheet
