// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet {

/// A place in a decoded text. Lines and columns start at 1, columns count code points; 0 means unknown.
struct Position {
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    auto operator<=>(const Position&) const = default;
};

/// From the first character to just behind the last one.
struct Region {
    Position begin;
    Position end;

    bool known() const { return begin.line != 0; }
    bool operator==(const Region&) const = default;
};

/// The decoded text of one input (UTF-8, line ends as they came) and the way from byte offsets to lines.
/// Readers keep byte offsets; lines and columns are computed here, only for what is reported.
class SourceText {
public:
    explicit SourceText(std::string text);

    std::string_view text() const { return text_; }
    Position position(std::size_t offset) const;
    /// 1-based number of the line an offset lies in; its end belongs to it.
    std::uint32_t line_at(std::size_t offset) const;
    /// Offset of the first byte of a line that exists.
    std::size_t line_start(std::uint32_t number) const { return line_starts_[number - 1]; }
    Region region(std::size_t begin, std::size_t end) const { return {position(begin), position(end)}; }
    /// The line with this number, without its line end; empty when there is no such line.
    std::string_view line(std::uint32_t number) const;
    /// 1-based UTF-8 byte column of a position, as rdjson wants it.
    std::uint32_t byte_column(Position position) const;

    /// For inputs whose lines are cells of a workbook: what the reader calls each line (シート名!C12).
    std::vector<std::string> line_names;
    /// The cell name of a line, or an empty view where lines are lines.
    std::string_view line_name(std::uint32_t number) const;

private:
    std::string text_;
    static constexpr std::size_t kBlock = 1024;
    std::size_t code_points_before(std::size_t offset) const;

    std::vector<std::uint32_t> line_starts_;
    std::vector<std::uint32_t> counted_before_;  ///< code points in front of each block of kBlock bytes
};

}  // namespace goalsheet
