// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/result.hpp"

namespace goalsheet::cmd {

/// The program's exit codes; they mean the same for every command and format. Never a count.
enum ExitCode : int {
    kDone = 0,      ///< done, nothing to object to
    kFindings = 1,  ///< done, and there are findings, or indicators below --fail-under
    kFailed = 2,    ///< not done, or not all of it
};

/// What every command shares: the options in front of it and the two streams.
struct Session {
    std::string lang_option;  ///< --lang as given, or empty
    std::string color = "auto";
    std::vector<std::string> forms;  ///< --form: files, and folders of them
    std::string encoding;
    bool strict = false;  ///< read only what the form has
    bool quiet = false;
    unsigned jobs = 0;  ///< 0: as many as there are processors

    std::function<ExitCode()> run;  ///< what the chosen command will do

    Lang lang() const;
    /// How many threads --jobs asks for; without it as many as there are processors to use.
    unsigned threads() const;
    bool color_on(int fd) const;  ///< colours for this stream: a terminal, no NO_COLOR, or --color always

    /// Results: standard output. False when it cannot be written, which is reported; the commands then stop with
    /// kFailed.
    bool print(std::string_view text) const;
    /// About the run: a line on standard error, dropped with --quiet. File names and texts in it cannot command the
    /// terminal.
    void note(const Message& message) const;
    /// Likewise, but with --quiet too.
    void warn(const Message& message) const;
    /// A fault: a line on standard error, always; escaped likewise.
    void report(const Fault& fault) const;
    /// Likewise for arguments that cannot be read: no file is to blame, and the lines of the message stay lines.
    void refuse(const Message& message) const;
    /// Before standard input is read: where it is a terminal, whoever forgot the file would wait for ever.
    void say_input_is_awaited() const;
    /// A line on standard error that the next one paints over; only for a terminal.
    void paint(std::string_view line) const;
    void wipe() const;

private:
    mutable bool painted_ = false;
};

}  // namespace goalsheet::cmd
