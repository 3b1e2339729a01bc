// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/session.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet::cmd {

/// What a command is asked to write, and where.
struct OutputChoice {
    std::string_view asked;                ///< --to or --format as given; empty: not
    std::string_view output;               ///< -o as given; empty or - : standard output
    std::span<const std::string> formats;  ///< the first where neither says anything
};

/// The format asked for, else what the name of the output says (upper or lower case; .htm is html, .tsv txt, .jsonl
/// ndjson). A fault where the name says another format than the one asked for, or one that the command cannot write,
/// so that no file is called what it is not.
Result<std::string> choose_format(const OutputChoice& choice);

/// The names of a command's formats, in the order of its list.
template <class Format>
std::vector<std::string> format_names(std::span<const Format> formats) {
    std::vector<std::string> names;
    for (const Format& format : formats) names.emplace_back(format.name);
    return names;
}

extern const Message kNoWorkbookOnStdout;
/// Whether a file of bytes would go to standard output, which is refused.
bool is_workbook_for_stdout(const Session& session, bool binary, std::string_view output);

/// The format of the list that was asked for or that the output's name says; nullptr, and reported, where there is
/// none or where it cannot go there.
template <class Format>
const Format* choose_format(const Session& session, const std::string& asked, const std::string& output,
                            std::span<const Format> formats) {
    const std::vector<std::string> names = format_names(formats);
    const auto name = choose_format({asked, output, names});
    if (!name) {
        session.report(name.fault());
        return nullptr;
    }
    const auto chosen =
        std::find_if(formats.begin(), formats.end(), [&](const Format& one) { return one.name == *name; });
    return is_workbook_for_stdout(session, chosen->binary, output) ? nullptr : &*chosen;
}

/// What the name of an output ends in, in small letters, without the dot; nothing for a folder or standard output.
std::string extension_of(std::string_view output);
/// The format asked for is not what the name says.
Fault name_says_other_format(std::string_view output, std::string_view format);

/// What --against says: midterm, final, or anything else for whichever a document has.
Against against_of(std::string_view name);

}  // namespace goalsheet::cmd
