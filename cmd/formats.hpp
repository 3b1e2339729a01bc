// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "goalsheet/result.hpp"

namespace goalsheet::cmd {

/// What a command is asked to write, and where.
struct OutputChoice {
    std::string_view asked;   ///< --to or --format as given; empty: not
    std::string_view output;  ///< -o as given; empty or - : standard output
    std::span<const std::string_view> formats;
    std::string_view otherwise;  ///< where neither says anything
};

/// The format asked for, else what the name of the output says (upper or lower case; .htm is html, .tsv txt, .jsonl
/// ndjson). A fault where the name says another format than the one asked for, or one that the command cannot write,
/// so that no file is called what it is not.
Result<std::string> choose_format(const OutputChoice& choice);

/// What the name of an output ends in, in small letters, without the dot; nothing for a folder or standard output.
std::string extension_of(std::string_view output);
/// The format asked for is not what the name says.
Fault name_says_other_format(std::string_view output, std::string_view format);

extern const Message kNoWorkbookOnStdout;

}  // namespace goalsheet::cmd
