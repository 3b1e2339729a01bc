// SPDX-License-Identifier: MIT
// Shared by the fuzz targets: what must hold whatever the input was.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "goalsheet/progress.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/validate.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_csv.hpp"
#include "goalsheet/write_markdown.hpp"

namespace goalsheet::fuzz {

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline void require_utf8(const std::string& text) { require(!find_invalid_utf8(text), "output is UTF-8"); }

/// Reads bytes as one format and puts what came out through everything that takes documents.
inline int run_whole(const std::uint8_t* data, std::size_t size, const char* format) {
    ReadOptions options;
    options.format = format;
    const auto documents = read_documents(std::string(reinterpret_cast<const char*>(data), size), "fuzz", options);
    if (!documents) return 0;
    require_utf8(write_json(*documents));
    require_utf8(write_markdown(*documents));
    write_csv_set(*documents);
    const Report report = validate(*documents);
    for (const Finding& finding : report.findings) require_utf8(finding.message.ja);
    measure_all(*documents);
    return 0;
}

}  // namespace goalsheet::fuzz
