// SPDX-License-Identifier: MIT
#include "cmd/canonical_paths.hpp"

#include <filesystem>

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

std::string follow(const std::string& path) {
    std::error_code error;
    const fs::path full = fs::weakly_canonical(path, error);
    return error ? path : full.string();
}

}  // namespace

const std::string& CanonicalPaths::folder(const std::string& path) {
    const auto [entry, added] = folders_.try_emplace(path);
    if (added) entry->second = follow(path.empty() ? "." : path);
    return entry->second;
}

std::string CanonicalPaths::file(const std::string& path) {
    const fs::path given = path;
    const std::string name = given.filename().string();
    std::error_code error;
    if (name.empty() || name == "." || name == ".." || fs::is_symlink(given, error)) return follow(path);
    return (fs::path(folder(given.parent_path().string())) / name).string();
}

}  // namespace goalsheet::cmd
