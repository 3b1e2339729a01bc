// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "goalsheet/policy.hpp"

namespace goalsheet::cmd {

/// The file of rules for a folder and those in it.
inline constexpr const char* kConfigName = "goalsheet.json";

/// What the command line says about rules; it overlays every goalsheet.json.
struct PolicyOptions {
    std::string stage = "auto";
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::vector<std::string> severity;  ///< RULE=LEVEL
    std::string fail_on;
    std::optional<unsigned> max_warnings;
    std::string config;  ///< --config, or empty: found upward from each input
};

void add_policy_options(CLI::App& command, PolicyOptions& options);

/// The policy of every input: the nearest goalsheet.json above it, read once.
class Policies {
public:
    /// A fault when the command line names a rule that does not exist, or --config cannot be read.
    static Result<Policies> load(const PolicyOptions& options);

    /// A fault when the configuration found for this input is wrong.
    Result<const Policy*> find_for(const std::string& input);

private:
    Result<const Policy*> read(const std::string& config);
    void overlay(Policy& policy) const;

    Policy command_line_;
    std::string config_;
    std::map<std::string, std::unique_ptr<const Policy>> by_config_;
    std::map<std::string, std::string> config_of_folder_;
};

}  // namespace goalsheet::cmd
