// SPDX-License-Identifier: MIT
#include "validate/scope/reporter.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace goalsheet {

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

std::string_view text_at(const Place& place) {
    if (!place.text || place.begin >= place.text->text.size()) return {};
    const std::string_view text = place.text->text;
    return text.substr(place.begin, place.end == std::string::npos ? place.end : place.end - place.begin);
}

void Reporter::add(const DocumentScope& page, const Place& place, const Saying& saying) {
    RawFinding where;
    where.document = page.index;
    if (const SourceRange range = find_range(place)) std::tie(where.begin, where.end) = *range;
    where.spot = place.spot;
    where.about = text_at(place);
    push(std::move(where), page.policy, page.stage, saying);
}

void Reporter::add(const SheetFacts& sheet, const Pin& pin, const Saying& saying) {
    const PageFacts& page = *sheet.page;
    RawFinding where;
    where.document = page.index;
    where.spot = page.spot(sheet.number, pin);
    where.begin = pin.begin;
    where.end = pin.end;
    where.about = page.text(pin.about);
    push(std::move(where), page.policy, page.stage, saying);
}

void Reporter::push(RawFinding where, const Policy& policy, Stage stage, const Saying& saying) {
    const RuleInfo& rule = all_rules()[rule_];
    where.rule = rule_;
    where.severity = policy.severity_of(rule, stage);
    if (where.severity == Severity::off) return;
    if (saying.at_most) where.severity = std::min(where.severity, *saying.at_most);
    where.message = fill(saying.message ? *saying.message : rule.texts->message, saying.arguments);
    findings_.push_back(std::move(where));
}

}  // namespace goalsheet
