// SPDX-License-Identifier: MIT
#include "cmd/partitions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace goalsheet::cmd {
namespace {

constexpr const char* kNothing = "__HIVE_DEFAULT_PARTITION__";

std::string value_of(Partitions::Key key, const std::optional<int>& year, const City& city) {
    if (key == Partitions::Key::year) return year ? fmt::format("year={}", *year) : fmt::format("year={}", kNothing);
    return fmt::format("city={}", city.code.empty() ? kNothing : city.code);
}

}  // namespace

bool Partitions::has(Key key) const { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

std::string Partitions::folder_of(const std::optional<int>& year, const City& city) const {
    std::string folder;
    for (const Key key : keys) folder += value_of(key, year, city) + "/";
    return folder;
}

std::string check_partition_key(const std::string& name) {
    if (name == "year" || name == "city") return {};
    return fmt::format(
        "「{0}」では分けられません。使えるのは year、city です / cannot part by “{0}”; it takes year, city", name);
}

Partitions partitions_of(const std::vector<std::string>& names) {
    Partitions partitions;
    for (const std::string& name : names) {
        const auto key = name == "year" ? Partitions::Key::year : Partitions::Key::city;
        if (!partitions.has(key)) partitions.keys.push_back(key);
    }
    return partitions;
}

}  // namespace goalsheet::cmd
