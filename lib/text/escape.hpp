// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace goalsheet {

/// U+FFFD in UTF-8: stands for what is no character.
inline constexpr std::string_view kReplacementText = "\xEF\xBF\xBD";

// Text from sheets is data. Whatever it holds, it must read the same in the output and command nothing there.
// All of these take and give UTF-8 and run in linear time.

/// For running text in Markdown that may have several lines: CommonMark, GFM and pandoc show the text as it is.
/// Line ends stay; whether they become paragraphs or list items is the caller's choice.
std::string escape_markdown(std::string_view text);
/// For a heading or a list item: as above, with every line end as a space.
std::string escape_markdown_line(std::string_view text);
/// For a table cell: as above, with every line end as „ ／ “ (renderers drop or glue <br>).
std::string escape_markdown_cell(std::string_view text);

/// One CSV field, always in quotes. A line end becomes „ / “, so that a record is a line; what
/// begins_formula() gets an apostrophe in front, so that a spreadsheet takes it for text, and the [ of ##[ and ##vso[ a
/// backslash.
std::string quote_csv(std::string_view text);
/// A number that we wrote ourselves: a minus in front of it is no formula.
std::string quote_csv_number(std::string_view digits);

/// For text between tags of XML or HTML. Characters that XML 1.0 forbids become U+FFFD, and the [ of ##[ a reference.
std::string escape_xml(std::string_view text);
/// For an attribute's value in double quotes; line ends and tabs survive as references.
std::string escape_xml_attribute(std::string_view text);

/// A whole JSON text with what a terminal or a runner of CI would obey in its strings written as \uXXXX: DEL and C1
/// controls, direction marks, tag characters, U+2028/9, the [ of ##[ and ##vso[. It means the same as before.
std::string escape_in_json(std::string json);

/// For one line on a terminal or in a log: control characters, line ends, direction marks, tag characters and broken
/// UTF-8 become visible (\n, \x1b, \u202e), so that a sheet can neither paint the screen nor forge a line.
std::string escape_terminal(std::string_view text);

/// Whether a [ behind this makes ##[ or ##vso[: a runner of CI takes them for a command wherever in a line they stand.
bool ends_as_command(std::string_view before);
/// Where a CI runner would find a command in the line: at :: behind nothing but blanks, at the [ of ##[ and ##vso[
/// anywhere. Nothing in most lines.
std::optional<std::size_t> find_command(std::string_view line);
/// Lines for people, on their way out: a backslash in front of whatever find_command() finds.
std::string guard_commands(std::string_view lines);

/// A spreadsheet takes a cell that begins so for a formula: = + - @, their full-width and small forms, U+2212, a tab,
/// a carriage return. A dash alone is none.
bool begins_formula(std::string_view cell);
/// The cell with the apostrophe that makes it a text, where it needs one; one that it has already gets a second.
std::string guard_formula(std::string_view cell);
/// Takes off what guard_formula() put on: the bytes to leave out at the start, 0 or 1.
std::size_t formula_guard_length(std::string_view cell);

}  // namespace goalsheet
