// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/result.hpp"

namespace goalsheet {

/// The zip of a workbook or a document and its parts by name (the one place that sees minizip). Names are without a
/// leading slash; case does not count. Every limit of limits.hpp is kept while a part is unpacked, whatever the zip
/// claims its size is.
class Package {
public:
    /// `bytes` must outlive the package. A fault for what is no zip, is cut off, is encrypted, has too many parts, two
    /// of one name, or one whose name leads out of the package.
    static Result<Package> open(std::string_view bytes, const std::string& path);
    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;
    ~Package();

    bool has(const std::string& part) const;
    /// The bytes of a part; empty when there is none. A fault when it is damaged or larger than a limit.
    Result<std::string> read(const std::string& part);

private:
    struct Archive;
    explicit Package(std::unique_ptr<Archive> archive);

    std::unique_ptr<Archive> archive_;
};

/// Where a relationship of a part leads: its part's name, or empty when the target lies outside of the package.
std::string resolve_target(std::string_view part, std::string_view target);

/// The file exceeds one of limits.hpp: says which.
Fault package_limit_fault(const std::string& path, std::string_view limit, std::size_t number);
/// Its zip or XML cannot be read to its end.
Fault package_damage_fault(const std::string& path);

}  // namespace goalsheet
