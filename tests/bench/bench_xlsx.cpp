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

unsigned span_of(const GumboNode& cell, const char* name) {
    const GumboAttribute* span = gumbo_get_attribute(&cell.v.element.attributes, name);
    constexpr unsigned long kMost = 1000;  // what a browser takes
    return span ? static_cast<unsigned>(std::clamp(std::strtoul(span->value, nullptr, 10), 1UL, kMost)) : 1;
}

// A table's cells at their places: those that others reach over are left free.
class Grid {
public:
    explicit Grid(lxw_worksheet& sheet) : sheet_(sheet) {}

    void begin_row() {
        ++row_;
        column_ = 0;
    }
    void add(const GumboNode& cell) {
        if (row_ < 0) return;
        while (column_ < reaches_to_.size() && reaches_to_[column_] >= row_) ++column_;
        const auto first = static_cast<lxw_col_t>(column_);
        const auto last = static_cast<lxw_col_t>(column_ + span_of(cell, "colspan") - 1);
        const int last_row = row_ + static_cast<int>(span_of(cell, "rowspan")) - 1;
        reaches_to_.resize(std::max<std::size_t>(reaches_to_.size(), last + 1U), -1);
        std::fill(reaches_to_.begin() + first, reaches_to_.begin() + last + 1, last_row);
        const auto row = static_cast<lxw_row_t>(row_);
        const std::string text = text_of(cell);
        if (first == last && last_row == row_)
            worksheet_write_string(&sheet_, row, first, text.c_str(), nullptr);
        else
            worksheet_merge_range(&sheet_, row, first, static_cast<lxw_row_t>(last_row), last, text.c_str(), nullptr);
        column_ = last + 1U;
    }

private:
    lxw_worksheet& sheet_;
    int row_ = -1;
    std::size_t column_ = 0;
    std::vector<int> reaches_to_;  ///< by column: the last row that a cell above it takes
};

void write_table(lxw_worksheet& sheet, const GumboNode& table) {
    Grid grid(sheet);
    walk(table, [&](const GumboNode& node) {
        if (is_element(node, {GUMBO_TAG_TR})) grid.begin_row();
        if (!is_element(node, {GUMBO_TAG_TD, GUMBO_TAG_TH})) return true;
        grid.add(node);
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
