// SPDX-License-Identifier: MIT
#include "validate/engine/ignore_match.hpp"

#include <filesystem>

#include "goalsheet/text.hpp"
#include "validate/engine/glob.hpp"
#include "validate/policy/selector.hpp"

namespace goalsheet {
namespace {

constexpr int kMostItems = 999;

// Decimal digits at `at`, moved behind them; nothing when there are none or the number is absurd.
std::optional<int> read_number(std::string_view text, std::size_t& at) {
    int value = 0;
    const std::size_t start = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        value = value * 10 + (text[at] - '0');
        if (value > kMostItems) return std::nullopt;
    }
    return at == start ? std::nullopt : std::optional(value);
}

}  // namespace

std::optional<ItemAddress> parse_item_address(std::string_view text) {
    // NFKC turns ③ into 3 and （2） into (2).
    const std::string plain = fold(text);
    ItemAddress address;
    std::size_t at = 0;
    const auto item = read_number(plain, at);
    if (!item) return std::nullopt;
    address.item = *item;
    if (at == plain.size()) return address;
    if (plain[at++] != '(') return std::nullopt;
    const auto measure = read_number(plain, at);
    if (!measure || plain.substr(at) != ")") return std::nullopt;
    address.measure = *measure;
    return address;
}

bool ignore_covers_path(const Ignore& ignore, const std::string& folder, const std::string& path) {
    if (ignore.path.empty()) return true;
    namespace fs = std::filesystem;
    const fs::path normal = fs::path(path).lexically_normal();
    const fs::path relative = folder.empty() ? normal : normal.lexically_relative(fs::path(folder).lexically_normal());
    return matches_glob(ignore.path, (relative.empty() ? normal : relative).generic_string());
}

void IgnoreIndex::add(const Ignore& ignore, std::size_t index) {
    Key key{ignore.rule, kAnyItem, 0};
    if (!ignore.item.empty()) {
        const auto address = parse_item_address(ignore.item);
        if (!address) return;
        key.item = address->item;
        key.measure = address->measure;
    }
    rules_.insert(ignore.rule);
    buckets_[std::move(key)].push_back({index, fold(ignore.goal), !ignore.goal.empty()});
}

bool IgnoreIndex::covers(const RawFinding& finding, const std::function<void(std::size_t)>& take) {
    const auto item = static_cast<int>(finding.address.item);
    const auto measure = static_cast<int>(finding.address.measure);
    bool covered = false;
    for (const std::string& rule : rules_for(finding.rule)) {
        covered = decide({rule, kAnyItem, 0}, finding.address.sheet, take) || covered;
        covered = decide({rule, item, 0}, finding.address.sheet, take) || covered;
        if (measure != 0) covered = decide({rule, item, measure}, finding.address.sheet, take) || covered;
    }
    return covered;
}

const std::vector<std::string>& IgnoreIndex::rules_for(std::size_t rule) {
    const auto [entry, added] = selecting_.try_emplace(rule);
    if (added)
        for (const std::string& one : rules_)
            if (selects(one, all_rules()[rule])) entry->second.push_back(one);
    return entry->second;
}

// What covers one finding of a sheet covers all that have its key: it is looked for once.
bool IgnoreIndex::decide(const Key& key, std::size_t sheet, const std::function<void(std::size_t)>& take) {
    const auto bucket = buckets_.find(key);
    if (bucket == buckets_.end()) return false;
    const auto [entry, added] = decided_.try_emplace({&bucket->second, sheet}, false);
    if (!added) return entry->second;
    const bool has_goal = sheet > 0 && sheet <= page_.sheets.size();
    const std::string goal = has_goal ? fold(page_.text(page_.sheets[sheet - 1].goal)) : std::string();
    for (const Open& one : bucket->second) {
        if (one.has_goal && (!has_goal || goal.find(one.goal) == std::string::npos)) continue;
        take(one.index);
        entry->second = true;
    }
    return entry->second;
}

}  // namespace goalsheet
