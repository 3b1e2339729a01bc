// SPDX-License-Identifier: MIT
#include "validate/scope/locate_findings.hpp"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "goalsheet/text.hpp"
#include "validate/scope/fingerprint.hpp"

namespace goalsheet {
namespace {

struct Point {
    Position position{1, 1};
    std::uint32_t byte = 1;
};

/// Turns ascending offsets into positions; each line is walked once, however many findings stand on it.
class PointFinder {
public:
    explicit PointFinder(const SourceText* source) : source_(source) {}

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

auto sort_key(const RawFinding& raw) {
    return std::tie(raw.begin, raw.end, raw.rule, raw.address.item, raw.address.measure, raw.message.ja);
}

auto sort_key(const PageFindings& page, std::size_t i) {
    const PageFindings::Order& order = page.orders[i];
    const Finding& finding = page.findings[i];
    return std::tie(order.begin, order.end, order.rule, finding.address.item, finding.address.measure,
                    finding.message.ja);
}

void sort_and_merge(std::vector<RawFinding>& raw) {
    std::stable_sort(raw.begin(), raw.end(),
                     [](const RawFinding& a, const RawFinding& b) { return sort_key(a) < sort_key(b); });
    raw.erase(std::unique(raw.begin(), raw.end(),
                          [](const RawFinding& a, const RawFinding& b) { return sort_key(a) == sort_key(b); }),
              raw.end());
}

std::string normal(const std::string& about) { return about.empty() ? about : fold(about); }

/// Fingerprints of one page; the same words said twice of one place are told apart by their number.
class Fingerprints {
public:
    Fingerprints(const std::string& path, const PageFindings& known) : path_(path) {
        for (const Finding& finding : known.findings) taken_.insert(finding.fingerprint);
    }

    std::string of(const Finding& finding, const std::string& about) {
        const std::string address = finding.address_in(Lang::ja);
        unsigned& ordinal = ordinals_[{finding.code, address, about}];
        std::string fingerprint;
        do {
            fingerprint = hash_parts({finding.code, path_, address, about, std::to_string(ordinal++)});
        } while (taken_.contains(fingerprint));
        return fingerprint;
    }

private:
    const std::string& path_;
    std::set<std::string_view> taken_;
    std::map<std::tuple<std::string, std::string, std::string>, unsigned> ordinals_;
};

Finding describe(RawFinding& raw, const PageFacts& page, const std::string& path) {
    const RuleInfo& rule = all_rules()[raw.rule];
    Finding finding;
    finding.code = rule.code;
    finding.name = rule.name;
    finding.severity = raw.severity;
    finding.message = std::move(raw.message);
    finding.edits = std::move(raw.edits);
    finding.path = path;
    finding.goal = page.goal_words(raw.address.sheet);
    finding.address = std::move(raw.address);
    finding.source = page.source;
    return finding;
}

void set_region(Finding& finding, const Point& begin, const Point& end) {
    finding.region = {begin.position, std::max(begin.position, end.position)};
    finding.begin_byte = begin.byte;
    finding.end_byte = end.byte;
    if (finding.source) finding.cell = finding.source->line_name(begin.position.line);
}

}  // namespace

PageFindings resolve(std::vector<RawFinding> raw, const PageFacts& page, const std::string& path,
                     const PageFindings& known) {
    sort_and_merge(raw);
    PageFindings result;
    result.findings.reserve(raw.size());
    result.orders.reserve(raw.size());
    PointFinder begins(page.source.get());
    Fingerprints fingerprints(path, known);
    for (RawFinding& one : raw) {
        Finding finding = describe(one, page, path);
        if (one.region.known()) {
            finding.region = one.region;
            finding.cell = std::move(one.cell);
        } else {
            const Point begin = begins.at(one.begin);
            PointFinder ends = begins;
            set_region(finding, begin, ends.at(std::max(one.begin, one.end)));
        }
        finding.fingerprint = fingerprints.of(finding, normal(one.about));
        result.findings.push_back(std::move(finding));
        result.orders.push_back({one.begin, one.end, one.rule});
    }
    return result;
}

void PageFindings::merge(PageFindings other) {
    if (other.findings.empty()) return;
    PageFindings both;
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < findings.size() || k < other.findings.size()) {
        const bool mine =
            k == other.findings.size() || (i < findings.size() && sort_key(*this, i) < sort_key(other, k));
        PageFindings& from = mine ? *this : other;
        std::size_t& at = mine ? i : k;
        both.findings.push_back(std::move(from.findings[at]));
        both.orders.push_back(from.orders[at]);
        ++at;
    }
    *this = std::move(both);
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
    finding.fingerprint = hash_parts({code, path, finding.address_in(Lang::ja), about, "0"});
    return finding;
}

}  // namespace goalsheet
