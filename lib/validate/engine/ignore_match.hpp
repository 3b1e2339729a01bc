// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "goalsheet/policy.hpp"
#include "validate/scope/reporter.hpp"

namespace goalsheet {

struct ItemAddress {
    int item = 0;
    int measure = 0;  ///< 0: the whole item
};

/// ③, ③(2), 3, 3(2), full-width or not.
std::optional<ItemAddress> parse_item_address(std::string_view text);

/// Whether an exception speaks of a file at all; `path` is absolute or relative to the same folder as the policy's.
bool ignore_covers_path(const Ignore& ignore, const std::string& folder, const std::string& path);

/// The exceptions that are open on a page, found by what they speak of: a page may have thousands of both.
class IgnoreIndex {
public:
    explicit IgnoreIndex(const PageFacts& page) : page_(page) {}

    void add(const Ignore& ignore, std::size_t index);
    /// Whether any of them speaks of the finding; `take` is told of each that does, at least once.
    bool covers(const RawFinding& finding, const std::function<void(std::size_t)>& take);

private:
    static constexpr int kAnyItem = -1;

    struct Key {
        std::string rule;
        int item = kAnyItem;
        int measure = 0;
        // Written out: not every standard library orders strings by <=>.
        friend bool operator<(const Key& a, const Key& b) {
            return std::tie(a.rule, a.item, a.measure) < std::tie(b.rule, b.item, b.measure);
        }
    };
    struct Open {
        std::size_t index;
        std::string goal;  ///< folded
        bool has_goal;
    };
    using Bucket = std::vector<Open>;

    const std::vector<std::string>& rules_for(std::size_t rule);
    bool decide(const Key& key, std::size_t sheet, const std::function<void(std::size_t)>& take);

    const PageFacts& page_;
    std::set<std::string> rules_;
    std::map<Key, Bucket> buckets_;
    std::map<std::size_t, std::vector<std::string>> selecting_;
    std::map<std::pair<const Bucket*, std::size_t>, bool> decided_;
};

}  // namespace goalsheet
