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

bool ignore_covers(const Ignore& ignore, const RawFinding& finding, const PageFacts& page) {
    if (!selects(ignore.rule, all_rules()[finding.rule])) return false;
    const std::size_t sheet = finding.spot.sheet;
    if (!ignore.goal.empty()) {
        if (sheet == 0 || sheet > page.sheets.size()) return false;
        if (fold(page.text(page.sheets[sheet - 1].goal)).find(fold(ignore.goal)) == std::string::npos) return false;
    }
    if (ignore.item.empty()) return true;
    const auto address = parse_item_address(ignore.item);
    return address && address->item == finding.spot.item &&
           (address->measure == 0 || address->measure == finding.spot.measure);
}

}  // namespace goalsheet
