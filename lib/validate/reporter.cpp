// SPDX-License-Identifier: MIT
#include "validate/reporter.hpp"

#include <algorithm>

namespace goalsheet {
namespace {

using SourceRange = std::optional<std::pair<std::uint32_t, std::uint32_t>>;

SourceRange find_range(const Place& place) {
    if (place.text) {
        const std::size_t end = std::min(place.end, place.text->text.size());
        if (const SourceRange range = place.text->source_of(place.begin, end)) return range;
        if (const SourceRange range = place.text->source_of()) return range;
    }
    for (const SourcedText* text : place.near)
        if (const SourceRange range = text->source_of()) return range;
    return std::nullopt;
}

std::string text_at(const Place& place) {
    if (!place.text || place.begin >= place.text->text.size()) return {};
    return place.text->text.substr(place.begin, place.end == std::string::npos ? place.end : place.end - place.begin);
}

}  // namespace

void Reporter::add(const DocumentScope& page, const Place& place, const Saying& saying) {
    const SourceRange range = find_range(place);
    push(page, range ? range->first : 0, range ? range->second : 0, place.spot, saying, text_at(place));
}

void Reporter::push(const DocumentScope& page, std::size_t begin, std::size_t end, const Spot& spot,
                    const Saying& saying, std::string about) {
    const RuleInfo& rule = all_rules()[rule_];
    Severity severity = page.policy.severity_of(rule, page.stage);
    if (severity == Severity::off) return;
    if (saying.at_most) severity = std::min(severity, *saying.at_most);
    const Message& sentence = saying.message ? *saying.message : rule.texts->message;
    findings_.push_back(
        {page.index, rule_, severity, fill(sentence, saying.arguments), spot, begin, end, std::move(about)});
}

}  // namespace goalsheet
