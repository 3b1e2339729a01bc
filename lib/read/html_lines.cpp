// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"
#include "read/cell_text.hpp"
#include "read/html_parts.hpp"
#include "read/html_reader.hpp"

namespace goalsheet {

// What stands behind a table, or behind a block that holds nothing else, belongs to it: a note, cells it lost.
void HtmlReader::end_following() {
    if (following_) page_.tables[following_->table].following = lines_since(following_->begin);
    following_.reset();
}

void HtmlReader::walk_title(pugi::xml_node node) {
    SourcedText title = text_apart([&] { walk_children(node); });
    if (page_.title.empty()) page_.title = std::move(title);
}

void HtmlReader::walk_heading(pugi::xml_node node) {
    end_following();
    text().end_block();
    const std::size_t before = text().size();
    walk_children(node);
    heading_ = text().slice_from(before);
    context().marks.push_back({before, text().size(), OutsideLine::Kind::heading, heading_level(node)});
    text().end_block();
    context().prose_begin = text().size();
    if (tables_.empty() && !heading_.empty()) page_.headings.push_back(heading_);
}

std::vector<SourcedText> HtmlReader::recent_prose() {
    std::vector<SourcedText> lines = lines_since(context().prose_begin);
    if (lines.size() > kProseLines) lines.erase(lines.begin(), lines.end() - kProseLines);
    return lines;
}

std::vector<OutsideLine> HtmlReader::lines_outside(std::size_t most) {
    const std::size_t begin_of_lines = std::min(context().outside_begin, text().size());
    const SourcedText since = text().slice_from(begin_of_lines);
    std::vector<std::string_view> written;
    for (const std::string_view line : split_lines(since.text))
        if (!trim(line).empty()) written.push_back(line);
    if (written.size() > most) written.erase(written.begin(), written.end() - static_cast<std::ptrdiff_t>(most));
    std::vector<OutsideLine> lines;
    auto mark = context().marks.cbegin();  // by their ends
    for (const std::string_view line : written) {
        const auto begin = static_cast<std::size_t>(line.data() - since.text.data());
        OutsideLine outside{since.slice(begin, begin + line.size()).trimmed(), OutsideLine::Kind::line, 0};
        while (mark != context().marks.cend() && mark->end <= begin_of_lines + begin) ++mark;
        set_kind(outside, mark, begin_of_lines + begin + line.size());
        lines.push_back(std::move(outside));
    }
    return lines;
}

// A heading in a definition ends before that does.
void HtmlReader::set_kind(OutsideLine& line, std::vector<OutsideMark>::const_iterator mark, std::size_t end) {
    constexpr int kDeepest = 8;
    for (int i = 0; i < kDeepest && mark != context().marks.cend(); ++i, ++mark)
        if (mark->begin < end) {
            line.kind = mark->kind;
            line.level = mark->level;
        }
}

std::vector<SourcedText> HtmlReader::lines_since(std::size_t begin_of_lines) {
    const SourcedText since = text().slice_from(std::min(begin_of_lines, text().size()));
    std::vector<SourcedText> lines;
    for (const std::string_view line : split_lines(since.text)) {
        const auto begin = static_cast<std::size_t>(line.data() - since.text.data());
        if (!trim(line).empty()) lines.push_back(since.slice(begin, begin + line.size()).trimmed());
    }
    return lines;
}

}  // namespace goalsheet
