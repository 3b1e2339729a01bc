// SPDX-License-Identifier: MIT
// usage: bench_xlsx GOALSHEET [PAGES]     what `export --to xlsx` takes beside the smallest program that parses the
// same pages and writes the grids of their tables: processor time, best of five
#include <fmt/format.h>
#include <gumbo.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "bench/year_pages.hpp"
#include "goalsheet/files.hpp"

namespace goalsheet {
namespace {

namespace fs = std::filesystem;

// In tree order; `take(node)` says whether to go into it.
template <class Take>
void walk(const GumboNode& node, Take take) {
    if (!take(node) || node.type != GUMBO_NODE_ELEMENT) return;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) walk(*static_cast<const GumboNode*>(children.data[i]), take);
}

bool is_element(const GumboNode& node, std::initializer_list<GumboTag> tags) {
    return node.type == GUMBO_NODE_ELEMENT &&
           std::any_of(tags.begin(), tags.end(), [&](GumboTag tag) { return node.v.element.tag == tag; });
}

std::string text_of(const GumboNode& cell) {
    std::string text;
    walk(cell, [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT) text += node.v.text.text;
        if (is_element(node, {GUMBO_TAG_BR, GUMBO_TAG_LI})) text += "\n";
        return true;
    });
    return text;
}

void write_table(lxw_worksheet& sheet, const GumboNode& table) {
    lxw_row_t row = 0;
    lxw_col_t column = 0;
    walk(table, [&](const GumboNode& node) {
        if (is_element(node, {GUMBO_TAG_TR})) {
            ++row;
            column = 0;
        }
        if (!is_element(node, {GUMBO_TAG_TD, GUMBO_TAG_TH})) return true;
        worksheet_write_string(&sheet, row, column++, text_of(node).c_str(), nullptr);
        return false;
    });
}

void write_grids(const std::string& html, const fs::path& path) {
    GumboOutput* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    lxw_workbook* workbook = workbook_new(path.c_str());
    walk(*parsed->root, [&](const GumboNode& node) {
        if (!is_element(node, {GUMBO_TAG_TABLE})) return true;
        write_table(*workbook_add_worksheet(workbook, nullptr), node);
        return false;
    });
    if (workbook_close(workbook) != LXW_NO_ERROR) std::exit(1);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
}

void write_all_grids(const fs::path& pages, const fs::path& out) {
    fs::create_directories(out);
    for (const auto& entry : fs::directory_iterator(pages)) {
        const auto html = read_file(entry.path());
        if (!html) std::exit(1);
        write_grids(*html, out / entry.path().filename().replace_extension(".xlsx"));
    }
}

// Processor seconds of a child that does the work, user and system.
template <class Work>
double seconds_of(Work work) {
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) std::exit(1);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void export_all(const char* program, const fs::path& pages, const fs::path& out) {
    const std::string folder = out.string() + "/";
    execl(program, program, "--quiet", "--jobs", "1", "export", pages.c_str(), "--to", "xlsx", "-o", folder.c_str(),
          static_cast<char*>(nullptr));
    _exit(127);
}

void measure(const char* program, std::size_t count) {
    std::string name = (fs::temp_directory_path() / "goalsheet-bench-XXXXXX").string();
    const fs::path folder = mkdtemp(name.data());
    const fs::path pages = folder / "in";
    fs::create_directories(pages);
    for (std::size_t i = 0; i < count; ++i)
        if (!write_file(pages / fmt::format("{:05}.html", i), make_year_page(i))) std::exit(1);
    constexpr int kTurns = 5;
    double smallest = std::numeric_limits<double>::max();
    double ours = smallest;
    for (int turn = 0; turn < kTurns; ++turn) {
        smallest = std::min(smallest, seconds_of([&] { write_all_grids(pages, folder / "grids"); }));
        ours = std::min(ours, seconds_of([&] { export_all(program, pages, folder / "out"); }));
    }
    fs::remove_all(folder);
    fmt::print("{} pages to xlsx: smallest program {:.2f} s, export {:.2f} s of processor time: {:.2f} times\n", count,
               smallest, ours, ours / smallest);
}

}  // namespace
}  // namespace goalsheet

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    constexpr std::size_t kPages = 50;
    goalsheet::measure(argv[1], argc > 2 ? std::strtoull(argv[2], nullptr, 10) : kPages);
}
