// SPDX-License-Identifier: MIT
#include "validate/fix/cell_changes.hpp"

#include <algorithm>

namespace goalsheet {
namespace {

/// A cell's text in the source: all lines of one name.
struct CellText {
    std::size_t begin;
    std::size_t end;
};

CellText text_of_cell(const SourceText& source, std::size_t offset) {
    const std::uint32_t line = source.line_at(offset);
    const std::string_view name = source.line_name(line);
    std::uint32_t first = line;
    while (first > 1 && source.line_name(first - 1) == name) --first;
    std::uint32_t last = line;
    while (source.line_name(last + 1) == name) ++last;
    return {source.line_start(first), source.line_start(last) + source.line(last).size()};
}

}  // namespace

std::vector<CellChange> find_cell_changes(const SourceText& source, std::span<const Edit> edits) {
    std::vector<CellChange> changes;
    const std::string_view text = source.text();
    for (std::size_t i = 0; i < edits.size();) {
        const CellText cell = text_of_cell(source, edits[i].begin);
        CellChange change{std::string(source.line_name(source.line_at(edits[i].begin))),
                          std::string(text.substr(cell.begin, cell.end - cell.begin)),
                          {}};
        std::size_t done = cell.begin;
        for (; i < edits.size() && edits[i].begin < cell.end; ++i) {
            change.after.append(text.substr(done, edits[i].begin - done)).append(edits[i].after);
            done = std::max(done, edits[i].end);
        }
        change.after.append(text.substr(done, cell.end - std::min(done, cell.end)));
        changes.push_back(std::move(change));
        if (i < edits.size() && edits[i].begin == cell.end && edits[i].end == cell.end) ++i;
    }
    return changes;
}

}  // namespace goalsheet
