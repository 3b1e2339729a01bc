// SPDX-License-Identifier: MIT
#include "validate/resolve.hpp"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <tuple>

#include "goalsheet/text.hpp"
#include "validate/fingerprint.hpp"

namespace goalsheet {
namespace {

struct Point {
    Position position{1, 1};
    std::uint32_t byte = 1;
};

/// Turns ascending offsets into positions; each line is walked once, however many findings stand on it.
class Sweep {
public:
    explicit Sweep(const SourceText* source) : source_(source) {}

    Point at(std::size_t offset) {
        if (!source_) return {};
        const std::string_view text = source_->text();
        offset = std::min(offset, text.size());
        const std::uint32_t line = source_->line_at(offset);
        if (line != point_.position.line || offset < offset_) {
            offset_ = source_->line_start(line);
            point_ = {{line, 1}, 1};
        }
        point_.position.column += static_cast<std::uint32_t>(count_code_points(text.substr(offset_, offset - offset_)));
        point_.byte += static_cast<std::uint32_t>(offset - offset_);
        offset_ = offset;
        return point_;
    }

private:
    const SourceText* source_;
    std::size_t offset_ = 0;
    Point point_;
};

auto order_of(const RawFinding& raw) {
    return std::tie(raw.begin, raw.end, raw.rule, raw.spot.item, raw.spot.measure, raw.message.ja);
}

void sort_and_merge(std::vector<RawFinding>& raw) {
    std::stable_sort(raw.begin(), raw.end(),
                     [](const RawFinding& a, const RawFinding& b) { return order_of(a) < order_of(b); });
    raw.erase(std::unique(raw.begin(), raw.end(),
                          [](const RawFinding& a, const RawFinding& b) { return order_of(a) == order_of(b); }),
              raw.end());
}

std::string normal(const std::string& about) { return about.empty() ? about : fold(about); }

/// The addresses of one document's findings; each sheet's goal is cut to its words once.
class Addresses {
public:
    explicit Addresses(const Document& document) : document_(document) {}

    Message of(const Spot& spot) {
        const auto [goal, added] = goals_.try_emplace(spot.sheet);
        if (added) goal->second = goal_words(document_, spot.sheet);
        return address_of(spot, goal->second);
    }

private:
    const Document& document_;
    std::map<std::size_t, std::string> goals_;
};

Finding describe(const RawFinding& raw, const Document& document, const std::string& path, Addresses& addresses) {
    const RuleInfo& rule = all_rules()[raw.rule];
    Finding finding;
    finding.code = rule.code;
    finding.name = rule.name;
    finding.severity = raw.severity;
    finding.message = raw.message;
    finding.path = path;
    finding.address = addresses.of(raw.spot);
    finding.source = document.source.text;
    return finding;
}

void set_region(Finding& finding, const Point& begin, const Point& end) {
    finding.region = {begin.position, std::max(begin.position, end.position)};
    finding.begin_byte = begin.byte;
    finding.end_byte = end.byte;
    if (finding.source) finding.cell = finding.source->line_name(begin.position.line);
}

}  // namespace

std::vector<Finding> resolve(std::vector<RawFinding>& raw, const Document& document, const std::string& path) {
    sort_and_merge(raw);
    std::vector<Finding> findings;
    std::map<std::tuple<std::string_view, std::string, std::string>, unsigned> ordinals;
    Sweep begins(document.source.text.get());
    Addresses addresses(document);
    for (const RawFinding& one : raw) {
        Finding finding = describe(one, document, path, addresses);
        const Point begin = begins.at(one.begin);
        Sweep ends = begins;
        set_region(finding, begin, ends.at(std::max(one.begin, one.end)));
        const std::string about = normal(one.about);
        const unsigned ordinal = ordinals[{all_rules()[one.rule].code, finding.address.ja, about}]++;
        finding.fingerprint = hash_parts({finding.code, path, finding.address.ja, about, std::to_string(ordinal)});
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::string shown_path(const std::string& path, const std::string& root) {
    namespace fs = std::filesystem;
    if (path.empty() || path == "-") return path;
    const fs::path normal = fs::path(path).lexically_normal();
    if (normal.is_relative() || root.empty()) return normal.generic_string();
    const std::string relative = normal.lexically_relative(fs::path(root).lexically_normal()).generic_string();
    const bool outside = relative.empty() || relative == ".." || relative.starts_with("../");
    return outside ? normal.generic_string() : relative;
}

Finding file_finding(std::string_view code, Severity severity, const std::vector<Message>& arguments,
                     const std::string& path, const std::string& about) {
    const RuleInfo* rule = find_rule(code);
    assert(rule);
    Finding finding;
    finding.code = rule->code;
    finding.name = rule->name;
    finding.severity = severity;
    finding.message = fill(rule->texts->message, arguments);
    finding.path = path;
    finding.region = {{1, 1}, {1, 1}};
    finding.address = address_of(Spot(), Document());
    finding.fingerprint = hash_parts({code, path, finding.address.ja, about, "0"});
    return finding;
}

}  // namespace goalsheet
