// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cmd/inputs.hpp"
#include "goalsheet/report.hpp"

namespace goalsheet::cmd {

/// One report of a run: its format, and the file it goes to.
struct ReportOutput {
    const ReportFormat* format = nullptr;
    std::string path;
};

/// Where the reports of a run go.
struct ReportOutputs {
    std::vector<ReportOutput> files;
    bool to_stdout = true;                        ///< false where a file takes its place
    const ReportFormat* stdout_format = nullptr;  ///< none: text, as people read it
};

/// `format` is --format; `given` are those of --output: FORMAT=PATH goes beside what standard output gets, a PATH alone
/// takes its place and says the format by its name where --format does not. A fault for any other format, a name that
/// says another one, or two that take the place of standard output.
Result<ReportOutputs> read_report_outputs(const std::string& format, const std::vector<std::string>& given);

/// False, and reported, where a report would go over an input, over the baseline, or over another report.
bool reports_are_free(const Session& session, const ReportOutputs& outputs, const std::vector<InputFile>& inputs,
                      const std::string& baseline);

}  // namespace goalsheet::cmd
