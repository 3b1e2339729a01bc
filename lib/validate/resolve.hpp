// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "goalsheet/finding.hpp"
#include "validate/reporter.hpp"

namespace goalsheet {

/// Makes findings of what the rules said about one document: lines and columns, addresses, fingerprints.
/// `raw` comes back sorted by place and without repetitions; findings have the same order.
std::vector<Finding> resolve(std::vector<RawFinding>& raw, const Document& document, const std::string& path);

/// The path as reports show it: normal, with /, below `root` where it lies there.
std::string shown_path(const std::string& path, const std::string& root);

/// A finding about a file that is no sheet: a configuration, a baseline, an input that cannot be read.
Finding file_finding(std::string_view code, Severity severity, const std::vector<Message>& arguments,
                     const std::string& path, const std::string& about);

}  // namespace goalsheet
