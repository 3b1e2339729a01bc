// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "goalsheet/fix.hpp"
#include "goalsheet/source.hpp"
#include "validate/fix/cell_changes.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kContext = 3;  // lines around a change

/// Old lines [begin, end), from 0, and what stands there afterwards.
struct Change {
    std::size_t begin;
    std::size_t end;
    std::vector<std::string> lines;
};

// Lines with their ends.
std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::vector<Change> find_changes(std::string_view text, std::span<const Edit> edits) {
    const SourceText source{std::string(text)};
    std::vector<Change> changes;
    for (std::size_t i = 0; i < edits.size();) {
        const std::size_t first = source.line_at(edits[i].begin) - 1;
        std::size_t last = first;
        std::size_t k = i;
        for (; k < edits.size() && source.line_at(edits[k].begin) - 1 <= last; ++k)
            last = std::max<std::size_t>(last, source.line_at(edits[k].end) - 1);
        const std::size_t begin = source.line_start(static_cast<std::uint32_t>(first + 1));
        std::size_t end = text.find('\n', edits[k - 1].end);
        end = end == std::string_view::npos ? text.size() : end + 1;
        std::string now;
        std::size_t done = begin;
        for (; i < k; ++i) {
            now.append(text.substr(done, edits[i].begin - done)).append(edits[i].after);
            done = edits[i].end;
        }
        now.append(text.substr(done, end - done));
        changes.push_back({first, last + 1, split(now)});
    }
    return changes;
}

void add_line(std::string& out, char sign, const std::string& line) {
    out += sign;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

void add_hunk(std::string& out, const std::vector<std::string>& old, std::span<const Change> changes,
              std::ptrdiff_t shift) {
    const std::size_t from = changes.front().begin - std::min(changes.front().begin, kContext);
    const std::size_t to = std::min(changes.back().end + kContext, old.size());
    std::size_t new_count = to - from;
    for (const Change& change : changes) new_count += change.lines.size() - (change.end - change.begin);
    out += fmt::format("@@ -{},{} +{},{} @@\n", from + 1, to - from, static_cast<std::ptrdiff_t>(from) + 1 + shift,
                       new_count);
    std::size_t at = from;
    for (const Change& change : changes) {
        for (; at < change.begin; ++at) add_line(out, ' ', old[at]);
        for (; at < change.end; ++at) add_line(out, '-', old[at]);
        for (const std::string& line : change.lines) add_line(out, '+', line);
    }
    for (; at < to; ++at) add_line(out, ' ', old[at]);
}

}  // namespace

namespace {

void add_cell_lines(std::string& out, char sign, const std::string& text) {
    for (const std::string& line : split(text)) {
        out += sign;
        out += line;
        if (!line.ends_with('\n')) out += '\n';
    }
}

}  // namespace

std::string write_patch(const SourceText& source, std::span<const Edit> edits, const std::string& path) {
    if (edits.empty()) return {};
    std::string out = fmt::format("--- {0}\n+++ {0}\n", path);
    for (const CellChange& change : find_cell_changes(source, edits)) {
        out += fmt::format("@@ {} @@\n", change.cell);
        add_cell_lines(out, '-', change.before);
        add_cell_lines(out, '+', change.after);
    }
    return out;
}

std::string write_patch(std::string_view text, std::span<const Edit> edits, const std::string& path) {
    if (edits.empty()) return {};
    const std::vector<std::string> old = split(text);
    const std::vector<Change> changes = find_changes(text, edits);
    std::string out = fmt::format("--- {0}\n+++ {0}\n", path);
    std::ptrdiff_t shift = 0;
    for (std::size_t i = 0; i < changes.size();) {
        std::size_t k = i + 1;
        while (k < changes.size() && changes[k].begin <= changes[k - 1].end + 2 * kContext) ++k;
        add_hunk(out, old, std::span(changes).subspan(i, k - i), shift);
        for (; i < k; ++i)
            shift += static_cast<std::ptrdiff_t>(changes[i].lines.size()) -
                     static_cast<std::ptrdiff_t>(changes[i].end - changes[i].begin);
    }
    return out;
}

}  // namespace goalsheet
