// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "cmd/outputs.hpp"
#include "cmd/session.hpp"
#include "goalsheet/files.hpp"

namespace goalsheet::cmd {

/// Files that grow side by side, however many bytes they come to; they have their names only when all are whole.
class GrowingFiles {
public:
    GrowingFiles(const Session& session, Outputs& outputs);

    bool has(const std::string& path) const { return files_.contains(path); }
    /// Begins the file where it is new. False, and reported, when it cannot be written or is somebody else's.
    bool append(const std::string& path, std::string_view bytes);
    /// Waits for the disk and names the files. False, and reported, when one of them failed.
    bool finish();
    /// Those that finish() named, in order of their names.
    const std::vector<std::string>& written() const { return written_; }

private:
    NewFile* find_or_begin(const std::string& path);
    bool keep(const Result<Written>& result) const;

    const Session& session_;
    Outputs& outputs_;
    std::map<std::string, NewFile> files_;
    std::vector<std::string> written_;
};

}  // namespace goalsheet::cmd
