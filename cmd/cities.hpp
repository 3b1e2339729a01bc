// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/files.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet::cmd {

/// Whose sheets are read: one city, or a manifest that names the city of each folder.
struct CityOptions {
    City city;
    std::string manifest;

    bool knows_codes() const { return !city.code.empty() || !manifest.empty(); }
};

void add_city_options(CLI::App& command, CityOptions& options);

/// The cities of inputs.
class Cities {
public:
    /// A fault names the line of the manifest that cannot be used.
    static Result<Cities> load(const CityOptions& options);

    /// By the longest folder of the manifest in the path, else the city of the run; nothing where there is neither.
    std::optional<City> find(const std::string& path) const;

private:
    struct Entry {
        std::vector<std::filesystem::path> folder;  ///< a part of paths, one name after another
        City city;
    };

    Result<Written> read_manifest(const std::string& path);
    Result<Written> add(Entry entry, const std::string& where);

    City city_;
    bool has_manifest_ = false;
    std::vector<Entry> entries_;
};

}  // namespace goalsheet::cmd
