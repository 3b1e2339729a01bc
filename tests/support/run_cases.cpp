// SPDX-License-Identifier: MIT
// usage: run_cases [--update] GOALSHEET SOURCE_DIR FOLDER|FILE...
// Runs every *.case and compares exit code, standard output, standard error and written files as a whole.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "support/case_file.hpp"

namespace fs = std::filesystem;

namespace goalsheet::cases {
namespace {

// A case that hangs is killed. Honest ones take seconds; one of eighty runs with sanitizers on a busy machine, two
// minutes.
constexpr std::chrono::seconds kTimeLimit{300};

struct Setting {
    fs::path program;
    fs::path source;
    bool update = false;
};

std::string read_bytes(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

// A folder of its own for each run, gone afterwards.
class Scratch {
public:
    Scratch() {
        std::string name = (fs::temp_directory_path() / "goalsheet-case-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    fs::path work() const { return path_ / "work"; }
    fs::path side(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

struct Outcome {
    int exit_code = 0;
    std::string standard_output;
    std::string standard_error;
};

// What the machine at hand has set must not change what a case sees.
void set_environment(const Setting& setting, const Case& value) {
    for (const char* name :
         {"LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "GITHUB_ACTIONS", "GITLAB_CI", "SOURCE_DATE_EPOCH"})
        unsetenv(name);
    setenv("LANG", "ja_JP.UTF-8", 1);
    setenv("TZ", "UTC", 1);
    const char* path = std::getenv("PATH");
    setenv("PATH", fmt::format("{}:{}", setting.program.parent_path().string(), path ? path : "").c_str(), 1);
    for (const std::string& variable : value.environment) {
        const std::size_t equals = variable.find('=');
        setenv(variable.substr(0, equals).c_str(), variable.substr(equals + 1).c_str(), 1);
    }
}

void redirect(const fs::path& path, int flags, int to) {
    constexpr mode_t kMode = 0600;
    const int from = open(path.c_str(), flags, kMode);
    if (from < 0 || dup2(from, to) < 0) _exit(126);
    close(from);
}

[[noreturn]] void become_shell(const Setting& setting, const Case& value, const Scratch& scratch) {
    setpgid(0, 0);
    set_environment(setting, value);
    if (chdir(scratch.work().c_str()) != 0) _exit(126);
    redirect(value.standard_input ? scratch.side("stdin") : fs::path("/dev/null"), O_RDONLY, STDIN_FILENO);
    redirect(scratch.side("stdout"), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(scratch.side("stderr"), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    std::string script;
    for (const std::string& command : value.commands) script += command + "\n";
    execl("/bin/sh", "sh", "-c", script.c_str(), static_cast<char*>(nullptr));
    _exit(127);
}

// The exit status, or 128 and the signal as shells have it.
int wait_for(pid_t child) {
    const auto deadline = std::chrono::steady_clock::now() + kTimeLimit;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > deadline) {
            kill(-child, SIGKILL);
            waitpid(child, &status, 0);
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

Outcome run_commands(const Setting& setting, const Case& value, const Scratch& scratch) {
    const pid_t child = fork();
    if (child == 0) become_shell(setting, value, scratch);
    Outcome outcome;
    outcome.exit_code = wait_for(child);
    outcome.standard_output = read_bytes(scratch.side("stdout"));
    outcome.standard_error = read_bytes(scratch.side("stderr"));
    return outcome;
}

std::optional<std::string> bytes_of(const Setting& setting, const CaseFile& file) {
    if (file.from.empty()) return to_bytes(file.section.text, file.section.coding);
    const fs::path path = setting.source / file.from;
    if (!fs::exists(path)) return std::nullopt;
    return read_bytes(path);
}

std::string list_files(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_directory()) names.push_back(fs::relative(entry.path(), folder).string());
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string& name : names) text += name + "\n";
    return text;
}

class Check {
public:
    Check(const Setting& setting, const fs::path& path) : setting_(setting), path_(path) {}

    bool run() {
        Parsed parsed = parse_case(read_bytes(path_));
        if (!parsed.fault.empty()) return complain(parsed.fault);
        value_ = std::move(parsed.value);
        const Scratch scratch;
        if (!prepare(scratch)) return false;
        compare(run_commands(setting_, value_, scratch), scratch);
        if (setting_.update && !passed_) write_bytes(path_, format_case(value_));
        return passed_;
    }

private:
    bool complain(const std::string& what) {
        fmt::print("FAILED {}\n  {}\n", path_.string(), what);
        return passed_ = false;
    }

    bool prepare(const Scratch& scratch) {
        fs::create_directories(scratch.work());
        for (const CaseFile& input : value_.inputs) {
            const auto bytes = bytes_of(setting_, input);
            if (!bytes) return complain(fmt::format("cannot make the input {}", input.name));
            write_bytes(scratch.work() / input.name, *bytes);
        }
        if (!value_.standard_input) return true;
        const auto bytes = bytes_of(setting_, *value_.standard_input);
        if (!bytes) return complain("cannot make the standard input");
        write_bytes(scratch.side("stdin"), *bytes);
        return true;
    }

    void compare(const Outcome& outcome, const Scratch& scratch) {
        if (outcome.exit_code != value_.exit_code) {
            complain(fmt::format("exit code {}, expected {}", outcome.exit_code, value_.exit_code));
            value_.exit_code = outcome.exit_code;
        }
        compare_part("stdout", value_.standard_output, outcome.standard_output, scratch);
        compare_part("stderr", value_.standard_error, outcome.standard_error, scratch);
        for (CaseFile& output : value_.outputs) compare_output(output, scratch);
        if (!value_.tree) return;
        const std::string tree = list_files(scratch.work());
        if (tree == *value_.tree) return;
        show_difference("tree", *value_.tree, tree, scratch);
        value_.tree = tree;
    }

    void compare_output(CaseFile& output, const Scratch& scratch) {
        const fs::path path = scratch.work() / output.name;
        if (fs::exists(path))
            compare_part(output.name, output, read_bytes(path), scratch);
        else
            complain(fmt::format("{} was not written", output.name));
    }

    void compare_part(const std::string& name, CaseFile& part, const std::string& got, const Scratch& scratch) {
        const auto want = bytes_of(setting_, part);
        if (want == got) return;
        show_difference(name, want.value_or(""), got, scratch);
        if (part.from.empty())
            part.section = to_section(got, part.section.coding);
        else if (setting_.update)
            write_bytes(setting_.source / part.from, got);
    }

    void show_difference(const std::string& name, const std::string& want, const std::string& got,
                         const Scratch& scratch) {
        complain(fmt::format("{} is not what was expected:", name));
        write_bytes(scratch.side("want"), want);
        write_bytes(scratch.side("got"), got);
        std::fflush(stdout);
        const std::string command = fmt::format("diff -u --text --label expected --label got '{}' '{}'",
                                                scratch.side("want").string(), scratch.side("got").string());
        if (std::system(command.c_str()) == 0) fmt::print("  (diff finds no difference)\n");
    }

    const Setting& setting_;
    fs::path path_;
    Case value_;
    bool passed_ = true;
};

std::vector<fs::path> find_cases(const fs::path& where) {
    if (fs::is_regular_file(where)) return {where};
    std::vector<fs::path> cases;
    for (const auto& entry : fs::recursive_directory_iterator(where))
        if (entry.path().extension() == ".case") cases.push_back(entry.path());
    std::sort(cases.begin(), cases.end());
    return cases;
}

int run(std::vector<std::string> arguments) {
    Setting setting;
    if (!arguments.empty() && arguments[0] == "--update") {
        setting.update = true;
        arguments.erase(arguments.begin());
    }
    if (arguments.size() < 3) {
        fmt::print(stderr, "usage: run_cases [--update] GOALSHEET SOURCE_DIR FOLDER|FILE...\n");
        return 2;
    }
    setting.program = fs::absolute(arguments[0]);
    setting.source = fs::absolute(arguments[1]);
    std::size_t total = 0;
    std::size_t failed = 0;
    for (std::size_t i = 2; i < arguments.size(); ++i)
        for (const fs::path& path : find_cases(arguments[i])) {
            ++total;
            failed += !Check(setting, path).run();
        }
    fmt::print("{} cases, {} failed\n", total, failed);
    if (setting.update && failed > 0) fmt::print("rewrote them: read the change, then run again without --update\n");
    return total > 0 && failed == 0 && !setting.update ? 0 : 1;
}

}  // namespace
}  // namespace goalsheet::cases

int main(int argc, char** argv) { return goalsheet::cases::run({argv + 1, argv + argc}); }
