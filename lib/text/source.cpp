// SPDX-License-Identifier: MIT
#include "goalsheet/source.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"

namespace goalsheet {

SourceText::SourceText(std::string text) : text_(std::move(text)) {
    line_starts_.push_back(0);
    const auto end_line = [this](std::size_t at) { line_starts_.push_back(static_cast<std::uint32_t>(at + 1)); };
    if (text_.find('\r') == std::string::npos) {
        for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) end_line(at);
    } else {
        for (std::size_t at = 0; at < text_.size(); ++at) {
            const bool crlf = text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
            if (text_[at] == '\n' || (text_[at] == '\r' && !crlf)) end_line(at);
        }
    }
    std::size_t counted = 0;
    for (std::size_t at = 0; at < text_.size(); at += kBlock) {
        counted_before_.push_back(static_cast<std::uint32_t>(counted));
        counted += count_code_points(std::string_view(text_).substr(at, kBlock));
    }
    counted_before_.push_back(static_cast<std::uint32_t>(counted));
}

// A page may be one line of megabytes with thousands of remarks on it: columns are counted from the last block, not
// from the line's start.
std::size_t SourceText::code_points_before(std::size_t offset) const {
    const std::size_t block = offset / kBlock;
    return counted_before_[block] +
           count_code_points(std::string_view(text_).substr(block * kBlock, offset - block * kBlock));
}

std::uint32_t SourceText::line_at(std::size_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), std::min(offset, text_.size()));
    return static_cast<std::uint32_t>(next - line_starts_.begin());
}

Position SourceText::position(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const std::uint32_t line = line_at(offset);
    const std::size_t start = line_start(line);
    const std::size_t columns = code_points_before(offset) - code_points_before(start);
    return {line, static_cast<std::uint32_t>(columns + 1)};
}

std::string_view SourceText::line(std::uint32_t number) const {
    if (number == 0 || number > line_starts_.size()) return {};
    const std::size_t start = line_starts_[number - 1];
    const std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
    std::string_view line = std::string_view(text_).substr(start, end - start);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

std::uint32_t SourceText::byte_column(Position position) const {
    const std::size_t length = line(position.line).size();
    if (length == 0 || position.column <= 1) return 1;
    const std::size_t start = line_start(position.line);
    const std::size_t end = start + length;
    const std::size_t wanted = code_points_before(start) + position.column - 1;
    const auto block = std::upper_bound(counted_before_.begin(), counted_before_.end(), wanted) - 1;
    std::size_t offset = std::clamp(static_cast<std::size_t>(block - counted_before_.begin()) * kBlock, start, end);
    const auto begins_character = [&](std::size_t at) { return (static_cast<unsigned char>(text_[at]) >> 6U) != 2; };
    for (std::size_t counted = code_points_before(offset); offset < end; ++offset)
        if (begins_character(offset) && counted++ == wanted) break;
    return static_cast<std::uint32_t>(offset - start + 1);
}

std::string_view SourceText::line_name(std::uint32_t number) const {
    if (number == 0 || number > line_names.size()) return {};
    return line_names[number - 1];
}

}  // namespace goalsheet
