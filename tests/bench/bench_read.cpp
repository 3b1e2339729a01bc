// SPDX-License-Identifier: MIT
// usage: bench_read GOALSHEET PAGE...     what reading costs beside parsing alone, in one process and as a program
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "goalsheet/files.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/write.hpp"
#include "read/html_parser.hpp"
#include "text/decode.hpp"

namespace goalsheet {
namespace {

// The median of enough runs that the figure stands still to about a hundredth.
constexpr int kRuns = 101;

template <class Work>
double median_ms(Work work) {
    std::vector<double> times;
    for (int i = 0; i < kRuns; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + kRuns / 2, times.end());
    return times[kRuns / 2];
}

void run_program(const char* program, const std::vector<const char*>& arguments) {
    std::fflush(stdout);  // or the child prints it again
    const pid_t child = fork();
    if (child == 0) {
        std::vector<char*> argv = {const_cast<char*>(program)};
        for (const char* argument : arguments) argv.push_back(const_cast<char*>(argument));
        argv.push_back(nullptr);
        if (!std::freopen("/dev/null", "w", stdout)) _exit(126);
        execv(program, argv.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
}

void measure(const char* program, const std::string& path) {
    const auto bytes = read_file(path);
    if (!bytes) return fmt::print("{}: cannot be read\n", path);
    const std::string text = decode(*bytes).text;
    const double parse = median_ms([&] {
        HtmlTree tree;
        if (!parse_html(text, path, tree)) std::abort();
    });
    const double whole = median_ms([&] {
        const auto documents = read_documents(*bytes, path);
        if (!documents || write_json(*documents).empty()) std::abort();
    });
    const double process = median_ms([&] { run_program(program, {"export", path.c_str()}); });
    fmt::print("{:<45} {:>7} bytes  parse {:6.2f} ms  to JSON {:6.2f} ms  ratio {:4.2f}  as a program {:6.2f} ms\n",
               path, bytes->size(), parse, whole, whole / parse, process);
}

}  // namespace
}  // namespace goalsheet

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    fmt::print("start-up alone (--version): {:.2f} ms\n",
               goalsheet::median_ms([&] { goalsheet::run_program(argv[1], {"--version"}); }));
    for (int i = 2; i < argc; ++i) goalsheet::measure(argv[1], argv[i]);
}
