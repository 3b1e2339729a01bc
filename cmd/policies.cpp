// SPDX-License-Identifier: MIT
#include "cmd/policies.hpp"

#include <filesystem>

#include "cmd/missing_input.hpp"
#include "cmd/rule_names.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

// The codes and names given, as rules have them.
Result<std::vector<std::string>> read_selectors(const std::vector<std::string>& given, const std::string& option) {
    std::vector<std::string> selectors;
    for (const std::string& word : given) {
        selectors.push_back(rule_selector(word));
        if (!names_rules(selectors.back())) return Fault{option, no_such_rule(word)};
    }
    return selectors;
}

std::optional<Fault> read_severities(const std::vector<std::string>& given, Policy& policy) {
    for (const std::string& one : given) {
        const std::size_t sign = one.find('=');
        const std::string rule = rule_selector(one.substr(0, sign));
        const auto severity = sign == std::string::npos ? std::nullopt : severity_from_name(one.substr(sign + 1));
        if (!severity)
            return Fault{"--severity " + one,
                         {"「規則=重大度」の形で書いてください（例: GS503=off。重大度は off info warning error）。",
                          "Write RULE=SEVERITY, for example GS503=off (off, info, warning or error)."}};
        if (!names_rules(rule)) return Fault{"--severity", no_such_rule(rule)};
        policy.severity.emplace_back(rule, *severity);
    }
    return std::nullopt;
}

// The nearest goalsheet.json in this folder or above it, or an empty path.
std::string find_config(fs::path folder) {
    std::error_code error;
    while (true) {
        const fs::path candidate = folder / kConfigName;
        if (fs::is_regular_file(candidate, error)) return candidate.string();
        if (!folder.has_parent_path() || folder == folder.parent_path()) return {};
        folder = folder.parent_path();
    }
}

// A file in the working folder or below it needs no path from the root.
std::string as_seen_from_here(const std::string& path) {
    std::error_code error;
    const fs::path below = fs::absolute(path, error).lexically_relative(fs::current_path(error));
    return error || below.empty() || *below.begin() == ".." ? path : below.string();
}

}  // namespace

void add_policy_options(CLI::App& command, PolicyOptions& options) {
    command
        .add_option(
            "--stage", options.stage,
            "点検する段階。なければ記入の様子から決める / stage to check for (default: told by what is filled in)")
        ->check(CLI::IsMember({"auto", "plan", "midterm", "final"}));
    command
        .add_option("--select", options.select,
                    "この規則だけ（例: GS3,GS704） / only these rules, for example GS3,GS704")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->take_all();
    command.add_option("--ignore", options.ignore, "この規則は除く（例: GS711） / not these rules, for example GS711")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->take_all();
    command
        .add_option("--severity", options.severity,
                    "規則の重大度を変える（例: GS503=off。off info warning error） / another severity, for example "
                    "GS503=off (off info warning error)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->take_all();
    command
        .add_option("--fail-on", options.fail_on,
                    "この重大度から終了コード1にする。なければ error / exit 1 from this severity on (default: error)")
        ->check(CLI::IsMember({"error", "warning", "info", "never"}));
    command.add_option("--max-warnings", options.max_warnings,
                       "警告がこれより多ければ終了コード1 / exit 1 above so many warnings");
    command.add_option("--config", options.config,
                       "設定ファイル。なければ入力から上へ goalsheet.json を探す / configuration (default: "
                       "goalsheet.json found upward from each input)");
}

Result<Policies> Policies::load(const PolicyOptions& options) {
    Policies policies;
    Policy& policy = policies.command_line_;
    auto select = read_selectors(options.select, "--select");
    if (!select) return select.fault();
    auto ignore = read_selectors(options.ignore, "--ignore");
    if (!ignore) return ignore.fault();
    if (const auto fault = read_severities(options.severity, policy)) return *fault;
    policy.select = std::move(*select);
    policy.ignore_rules = std::move(*ignore);
    for (const Stage stage : {Stage::plan, Stage::midterm, Stage::final})
        if (options.stage == stage_name(stage)) policy.stage = stage;
    if (!options.fail_on.empty())
        policy.fail_on = options.fail_on == "never" ? Severity::off : severity_from_name(options.fail_on);
    policy.max_warnings = options.max_warnings;
    policies.config_ = options.config;
    if (!options.config.empty())
        if (const auto read = policies.read(options.config); !read) return read.fault();
    return policies;
}

Result<const Policy*> Policies::find_for(const std::string& input) {
    if (!config_.empty()) return read(config_);
    std::error_code error;
    const fs::path file = input == "-" ? fs::current_path(error) / "-" : fs::absolute(input, error).lexically_normal();
    const std::string folder = file.parent_path().string();
    const auto known = config_of_folder_.find(folder);
    const std::string config = known != config_of_folder_.end() ? known->second : find_config(folder);
    config_of_folder_[folder] = config;
    return read(config);
}

Result<const Policy*> Policies::read(const std::string& config) {
    if (const auto known = by_config_.find(config); known != by_config_.end()) return known->second.get();
    Policy policy;
    if (!config.empty()) {
        const auto json = read_input(config);
        if (!json) return json.fault();
        auto parsed = parse_policy(*json, config);
        if (!parsed) return Fault{as_seen_from_here(config), parsed.fault().message};
        policy = std::move(*parsed);
        std::error_code error;
        policy.folder = fs::absolute(config, error).lexically_normal().parent_path().string();
    }
    overlay(policy);
    return (by_config_[config] = std::make_unique<const Policy>(std::move(policy))).get();
}

void Policies::overlay(Policy& policy) const {
    const Policy& over = command_line_;
    if (over.stage) policy.stage = over.stage;
    if (!over.select.empty()) policy.select = over.select;
    policy.ignore_rules.insert(policy.ignore_rules.end(), over.ignore_rules.begin(), over.ignore_rules.end());
    policy.severity.insert(policy.severity.end(), over.severity.begin(), over.severity.end());
    if (over.fail_on) policy.fail_on = over.fail_on;
    if (over.max_warnings) policy.max_warnings = over.max_warnings;
}

}  // namespace goalsheet::cmd
