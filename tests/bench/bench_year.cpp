// SPDX-License-Identifier: MIT
// usage: bench_year GOALSHEET [PAGES [ratios]]     a city's years in one run: pages a second, beside parsing alone, and
// memory; `ratios`: only what checking takes beside exporting
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "bench/year_pages.hpp"
#include "goalsheet/files.hpp"
#include "read/html_parser.hpp"

namespace goalsheet {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Run {
    double seconds;
    double mebibytes;      ///< the most it held at a time
    double processor = 0;  ///< seconds of processor time, on all threads
};

Run run_program(std::vector<std::string> arguments) {
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int null = open("/dev/null", O_WRONLY);
        dup2(null, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        std::vector<char*> argv;
        for (std::string& argument : arguments) argv.push_back(argument.data());
        argv.push_back(nullptr);
        execv(argv[0], argv.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fmt::print(stderr, "failed: {}\n", fmt::join(arguments, " "));
        std::exit(1);
    }
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return {seconds_since(start), static_cast<double>(used.ru_maxrss) / 1024,
            seconds(used.ru_utime) + seconds(used.ru_stime)};
}

class Bench {
public:
    Bench(std::string program, std::size_t pages) : program_(std::move(program)), pages_(pages) {
        std::string name = (fs::temp_directory_path() / "goalsheet-bench-XXXXXX").string();
        folder_ = mkdtemp(name.data());
        for (std::size_t i = 0; i < pages; ++i) {
            const std::string page = make_year_page(i);
            bytes_ += page.size();
            const char* folder = i < pages / 20 ? "year/first" : i < pages / 10 ? "year" : "rest";
            const fs::path place = folder_ / "in" / folder;
            fs::create_directories(place);
            if (!write_file(place / fmt::format("{:05}.html", i), page)) std::exit(1);
        }
    }
    ~Bench() { fs::remove_all(folder_); }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    void print_all() {
        fmt::print("{} pages, {:.1f} MB\n", pages_, megabytes());
        for (int turn = 0; turn < kTurns; ++turn) parse_ = std::min(parse_, parse_alone());
        print("HTML parser alone, 1 thread", {parse_, 0});
        for (const std::string format : {"json", "ndjson", "md"})
            print_runs("export --to " + format, {"export", "--to", format});
        print_runs("export --to xlsx", {"export", "--to", "xlsx", "-o", (folder_ / "out").string() + "/"}, 1);
        print_runs("validate --format json", {"validate", "--format", "json"});
        print_ratios();
        print_runs("diff --format json", {"diff", "--format", "json"});
        print_runs("summary", {"summary", "-o", folder_ / "summary.xlsx"}, 1);
    }

    // What checking costs beside reading the same sheets and writing them as JSON: into a file for each page, as a year
    // is converted, and onto one stream. The runs take turns, and the best of each counts.
    void print_ratios() const {
        constexpr int kShortTurns = 10;
        const fs::path some = folder_ / "in/year/first";
        const std::vector<std::string> into_files = {"export", "--to", "json", "-o", (folder_ / "out").string() + "/"};
        for (const std::string jobs : {"1", "2"}) {
            Run checking = run({"validate", "--format", "json"}, jobs, {some});
            Run files = run(into_files, jobs, {some});
            Run stream = run({"export", "--to", "json"}, jobs, {some});
            for (int turn = 1; turn < kShortTurns; ++turn) {
                keep_best(checking, run({"validate", "--format", "json"}, jobs, {some}));
                keep_best(files, run(into_files, jobs, {some}));
                keep_best(stream, run({"export", "--to", "json"}, jobs, {some}));
            }
            fmt::print(
                "    {} sheets, {} thread(s): validate {:.2f} s, {:.2f} times export --to json into files "
                "(processor time {:.2f} times), {:.2f} times onto one stream ({:.2f} times)\n",
                kSheets * pages_ / 20, jobs, checking.seconds, checking.seconds / files.seconds,
                checking.processor / files.processor, checking.seconds / stream.seconds,
                checking.processor / stream.processor);
            std::fflush(stdout);
        }
    }

private:
    // The machine may have other work: what is quick is done so often, and the best time counts.
    static constexpr int kTurns = 3;
    static constexpr std::size_t kSheets = 5;  // of a page

    double megabytes() const { return static_cast<double>(bytes_) / 1e6; }

    // One thread over the same bytes, read from the disk as the program does.
    double parse_alone() const {
        const auto start = Clock::now();
        for (const auto& entry : fs::recursive_directory_iterator(folder_ / "in")) {
            if (!entry.is_regular_file()) continue;
            const auto bytes = read_file(entry.path());
            HtmlTree tree;
            if (!bytes || !parse_html(*bytes, entry.path(), tree)) std::exit(1);
        }
        return seconds_since(start);
    }

    void print(const std::string& what, const Run& run) const {
        fmt::print("{:<34} {:7.2f} s {:8.0f} pages/s {:7.1f} MB/s {:6.2f} of the parser's rate", what, run.seconds,
                   static_cast<double>(pages_) / run.seconds, megabytes() / run.seconds, parse_ / run.seconds);
        if (run.mebibytes > 0) fmt::print(" {:7.0f} MiB", run.mebibytes);
        fmt::print("\n");
        std::fflush(stdout);
    }

    void print_runs(const std::string& what, const std::vector<std::string>& command, int turns = kTurns) const {
        for (const std::string jobs : {"1", "2"}) {
            Run best = run(command, jobs, {folder_ / "in"});
            for (int turn = 1; turn < turns; ++turn) {
                const Run next = run(command, jobs, {folder_ / "in"});
                if (next.seconds < best.seconds) best = next;
            }
            print(fmt::format("{}, {} thread{}", what, jobs, jobs == "1" ? "" : "s"), best);
        }
        const double tenth = run(command, "2", {folder_ / "in/year"}).mebibytes;
        const double all = run(command, "2", {folder_ / "in"}).mebibytes;
        fmt::print("    memory for a tenth of the pages {:.0f} MiB, for all {:.0f} MiB: {:.2f} times\n", tenth, all,
                   all / tenth);
    }

    static void keep_best(Run& best, const Run& next) {
        best.seconds = std::min(best.seconds, next.seconds);
        best.processor = std::min(best.processor, next.processor);
    }

    Run run(const std::vector<std::string>& command, const std::string& jobs,
            const std::vector<fs::path>& inputs) const {
        std::vector<std::string> arguments = {program_, "--jobs", jobs, "--quiet", command.front()};
        arguments.insert(arguments.end(), inputs.begin(), inputs.end());
        arguments.insert(arguments.end(), command.begin() + 1, command.end());
        const Run result = run_program(arguments);
        fs::remove_all(folder_ / "out");
        return result;
    }

    std::string program_;
    std::size_t pages_;
    std::size_t bytes_ = 0;
    double parse_ = std::numeric_limits<double>::max();
    fs::path folder_;
};

}  // namespace
}  // namespace goalsheet

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    goalsheet::Bench bench(argv[1], argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2000);
    if (argc > 3 && std::string_view(argv[3]) == "ratios")
        bench.print_ratios();
    else
        bench.print_all();
}
