// SPDX-License-Identifier: MIT
#include "goalsheet/sourced_text.hpp"

#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"

namespace goalsheet {

SourcedText SourcedText::missing_at(std::uint32_t source) {
    SourcedText missing;
    missing.runs.push_back({0, source, 0});
    return missing;
}

void SourcedText::append(std::string_view bytes, std::uint32_t source) {
    if (bytes.empty()) return;
    const auto at = static_cast<std::uint32_t>(text.size());
    const auto length = static_cast<std::uint32_t>(bytes.size());
    const bool goes_on =
        !runs.empty() && runs.back().at + runs.back().length == at && runs.back().source + runs.back().length == source;
    if (goes_on)
        runs.back().length += length;
    else
        runs.push_back({at, source, length});
    text.append(bytes);
}

void SourcedText::append(const SourcedText& other) {
    const auto shift = static_cast<std::uint32_t>(text.size());
    text.append(other.text);
    for (Run run : other.runs) {
        run.at += shift;
        runs.push_back(run);
    }
}

namespace {

// Runs stand in the order of the text: the first one that reaches beyond `begin`.
auto first_run_behind(const std::vector<SourcedText::Run>& runs, std::size_t begin) {
    return std::lower_bound(runs.begin(), runs.end(), begin,
                            [](const SourcedText::Run& run, std::size_t at) { return run.at + run.length <= at; });
}

}  // namespace

SourcedText SourcedText::slice(std::size_t begin, std::size_t end) const {
    SourcedText part;
    end = std::min(end, text.size());
    if (begin >= end) return part;
    part.text = text.substr(begin, end - begin);
    for (auto at = first_run_behind(runs, begin); at != runs.end() && at->at < end; ++at) {
        const Run& run = *at;
        const std::size_t first = std::max<std::size_t>(run.at, begin);
        const std::size_t last = std::min<std::size_t>(run.at + run.length, end);
        if (first >= last) continue;
        part.runs.push_back({static_cast<std::uint32_t>(first - begin),
                             static_cast<std::uint32_t>(run.source + (first - run.at)),
                             static_cast<std::uint32_t>(last - first)});
    }
    return part;
}

SourcedText SourcedText::trimmed() const& {
    const std::string_view inner = trim(text);
    if (inner.size() == text.size()) return *this;
    const auto begin = static_cast<std::size_t>(inner.data() - text.data());
    return slice(begin, begin + inner.size());
}

SourcedText SourcedText::trimmed() && {
    if (trim(text).size() == text.size()) return std::move(*this);
    return std::as_const(*this).trimmed();
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> SourcedText::source_of(std::size_t begin,
                                                                              std::size_t end) const {
    std::optional<std::pair<std::uint32_t, std::uint32_t>> range;
    if (text.empty() && !runs.empty()) return std::pair(runs.front().source, runs.front().source);
    for (auto at = first_run_behind(runs, begin); at != runs.end() && at->at < end; ++at) {
        const Run& run = *at;
        const std::size_t first = std::max<std::size_t>(run.at, begin);
        const std::size_t last = std::min<std::size_t>(run.at + run.length, end);
        if (first >= last) continue;
        const auto from = static_cast<std::uint32_t>(run.source + (first - run.at));
        const auto to = static_cast<std::uint32_t>(run.source + (last - run.at));
        if (!range) range = {from, to};
        range->first = std::min(range->first, from);
        range->second = std::max(range->second, to);
    }
    return range;
}

}  // namespace goalsheet
