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

namespace {

// The edit in the source; nothing where the text stands there otherwise than it reads (an entity, tags within the
// word).
std::optional<Edit> in_source(const TextEdit& wanted, const SourceText& source, bool safe) {
    const std::string_view before = std::string_view(wanted.text->text).substr(wanted.begin, wanted.end - wanted.begin);
    const SourceRange range = wanted.text->source_of(wanted.begin, wanted.end);
    if (before.empty() || !range || range->second - range->first != before.size()) return std::nullopt;
    if (source.text().substr(range->first, before.size()) != before) return std::nullopt;
    return Edit{range->first, range->second, std::string(before), wanted.after, safe};
}

// All or none: half a repair may be worse than the fault.
std::vector<Edit> edits_in_source(const std::vector<TextEdit>& wanted, const SourceText* source, bool safe) {
    std::vector<Edit> edits;
    for (const TextEdit& one : wanted) {
        const auto edit = source ? in_source(one, *source, safe) : std::nullopt;
        if (!edit) return {};
        edits.push_back(*edit);
    }
    // A cell as written and the texts made of it stand in the same bytes.
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
    return edits;
}

}  // namespace

void Reporter::add(const DocumentScope& page, const Place& place, const Saying& saying) {
    RawFinding where;
    where.document = page.index;
    if (const SourceRange range = find_range(place)) std::tie(where.begin, where.end) = *range;
    where.address = place.address;
    where.about = text_at(place);
    where.edits = edits_in_source(saying.edits, page.document.source.text.get(), all_rules()[rule_].fix == Fix::safe);
    push(std::move(where), page.policy, page.stage, saying);
}

void Reporter::add(const SheetFacts& sheet, const KnownPlace& known, const Saying& saying) {
    const PageFacts& page = *sheet.page;
    RawFinding where;
    where.document = page.index;
    where.address = page.address(sheet.number, known);
    where.begin = known.begin;
    where.end = known.end;
    where.about = page.text(known.about);
    where.region = known.region;
    where.cell = page.text(known.cell);
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
