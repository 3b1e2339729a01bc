// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "goalsheet/finding.hpp"
#include "validate/scope/reporter.hpp"

namespace goalsheet {

/// What the rules said of one page: lines and columns, addresses, fingerprints; sorted by place, without repetitions.
struct PageFindings {
    /// What findings are sorted by, beside their address and message.
    struct Order {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t rule = 0;
    };
    std::vector<Finding> findings;
    std::vector<Order> orders;  ///< one for each

    /// Takes what the rules of the whole run said of the same page.
    void merge(PageFindings other);
};

/// `known`: fingerprints of the page that are taken.
PageFindings resolve(std::vector<RawFinding> raw, const PageFacts& page, const std::string& path,
                     const PageFindings& known = {});

/// The path as reports show it: normal, with /, below `root` where it lies there.
std::string shown_path(const std::string& path, const std::string& root);

/// A finding about a file that is no sheet: a configuration, a baseline, an input that cannot be read.
Finding file_finding(std::string_view code, Severity severity, const std::vector<Message>& arguments,
                     const std::string& path, const std::string& about);

}  // namespace goalsheet
