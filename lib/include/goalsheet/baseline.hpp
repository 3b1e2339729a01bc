// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "goalsheet/finding.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

/// Findings that are known already and not shown again, by fingerprint.
struct Baseline {
    struct Entry {
        std::string code;
        std::string path;
        std::string message;  ///< for people who read the file
    };

    std::string path;
    std::map<std::string, Entry> entries;
};

/// Reads a baseline file; a fault when it is none.
Result<Baseline> parse_baseline(std::string_view json, const std::string& path);
/// The findings as a baseline file: JSON in the order of path, code and fingerprint, so that it can be reviewed as a
/// diff.
std::string write_baseline(const Baseline& baseline);
/// The entries of these findings.
Baseline make_baseline(std::span<const Finding> findings, const std::string& path);

}  // namespace goalsheet
