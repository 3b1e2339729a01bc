// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/field.hpp"
#include "goalsheet/finding.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

struct RuleInfo;

/// An exception that goalsheet.json grants. Empty parts match everything.
struct Ignore {
    std::string rule;        ///< code, name or beginning of codes: GS302, target-without-number, GS7
    std::string path;        ///< relative to the configuration file; * and ** as in shells
    std::string goal;        ///< the sheet's goal, or a part of it
    std::string item;        ///< ③ or ③(2)
    std::string reason;      ///< never empty
    std::string until;       ///< last day on which it holds, YYYY-MM-DD, or empty
    std::size_t offset = 0;  ///< where its entry starts in the file
};

/// A word the city writes otherwise (GS718).
struct HouseTerm {
    std::string wrong;
    std::string right;
    std::string reason;  ///< may be empty
};

/// How a city writes figures: all alike in half or full width, or single digits full and longer numbers half.
enum class DigitStyle { half, full, single_full };

/// What counts and what fails: goalsheet.json, overlaid by the command line.
struct Policy {
    std::optional<Stage> stage;  ///< nothing: found from what is filled in
    std::vector<std::string> select;
    std::vector<std::string> ignore_rules;
    std::vector<std::pair<std::string, Severity>> severity;  ///< rule or beginning of codes; later entries win
    std::optional<Severity> fail_on;                         ///< off: never fail. Nothing: error
    std::optional<unsigned> max_warnings;
    std::vector<Ignore> ignores;
    std::string allowed_characters;  ///< in addition to what every system shows
    double low_progress = 0.5;       ///< GS504 speaks below this share of what the elapsed time would make

    std::vector<HouseTerm> terms;      ///< GS718
    std::optional<DigitStyle> digits;  ///< GS703; nothing: as most of the sheet has it

    std::string path;    ///< of the file it came from, or empty
    std::string folder;  ///< of that file; paths of ignores start there
    std::shared_ptr<const SourceText> source;

    /// The severity of a rule under this policy at a stage; off when it was not selected.
    Severity severity_of(std::string_view code, Stage at) const;
    Severity severity_of(const RuleInfo& rule, Stage at) const;
};

/// Reads goalsheet.json. An unknown key, rule or value is a fault that names it.
Result<Policy> parse_policy(std::string_view json, const std::string& path);

/// A rule's code, name, or a beginning of codes that some rule has (GS, GS3).
bool names_rules(std::string_view selector);

}  // namespace goalsheet
