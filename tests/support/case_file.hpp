// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goalsheet::cases {

/// How a section's text stands for bytes. The order on the marker line does not matter.
struct Coding {
    bool hex = false;          ///< the text is bytes in hexadecimal
    bool crlf = false;         ///< every line end is CR LF
    bool bom = false;          ///< a byte order mark comes first
    bool no_newline = false;   ///< the last line has no line end
    std::string charset = {};  ///< any name iconv knows; empty: UTF-8

    bool operator==(const Coding&) const = default;
};

/// Text of a case file to the bytes it stands for. Nothing when the text has characters the charset has not, or is no
/// hexadecimal.
std::optional<std::string> to_bytes(std::string_view text, const Coding& coding);
/// The text and coding that stand for these bytes: as `wish` says when that is possible, else the first that is.
struct Section {
    std::string text;
    Coding coding;
};
Section to_section(const std::string& bytes, const Coding& wish);

/// A file with its text, or with `from` the repository file whose bytes it has.
struct CaseFile {
    std::string name;
    Section section;
    std::string from;
};

/// One test in one text file. tests/cases/README.md describes the format.
struct Case {
    std::string about;                     ///< the first line
    std::vector<std::string> commands;     ///< shell lines; goalsheet is on the PATH
    std::vector<std::string> environment;  ///< NAME=VALUE
    std::vector<CaseFile> inputs;
    std::optional<CaseFile> standard_input;
    int exit_code = 0;
    CaseFile standard_output;
    CaseFile standard_error;
    std::vector<CaseFile> outputs;    ///< files that must be there afterwards, with these bytes
    std::optional<std::string> tree;  ///< names of all files that must be there afterwards, one a line
};

/// A parsed case, or what is wrong with the file.
struct Parsed {
    Case value;
    std::string fault;
};
Parsed parse_case(std::string_view text);
std::string format_case(const Case& value);

}  // namespace goalsheet::cases
