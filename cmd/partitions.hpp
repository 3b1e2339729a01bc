// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"

namespace goalsheet::cmd {

/// The folders that rows go to, as engines that read many files find them: year=2025/city=011002.
struct Partitions {
    enum class Key { year, city };
    std::vector<Key> keys;

    bool has(Key key) const;
    /// Ends with a slash, or is empty without keys. What is not known has the name that engines take for nothing.
    std::string folder_of(const std::optional<int>& year, const City& city) const;
};

/// What --partition-by takes; else what is wrong, in both languages.
std::string check_partition_key(const std::string& name);
Partitions partitions_of(const std::vector<std::string>& names);

}  // namespace goalsheet::cmd
