// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/canonical_paths.hpp"
#include "cmd/inputs.hpp"
#include "goalsheet/files.hpp"

namespace goalsheet::cmd {

/// Whether two paths lead to one file, whether or not it is there yet.
bool is_same_file(const std::string& a, const std::string& b);

/// The files a command writes. None may be one of its inputs, nor be written twice.
class Outputs {
public:
    Outputs(const Session& session, const std::vector<InputFile>& inputs);

    /// False, and reported, when the path is an input or was claimed before. `input` is what will be written there.
    bool claim(const std::string& path, const std::string& input = {});
    /// Nothing else is written there, and it is no input.
    bool is_free(const std::string& path);
    /// A file under way with its bytes on the disk, still without its name. Makes the folder it needs and sweeps what
    /// killed runs left there. Any thread may call it.
    Result<NewFile> write(const std::string& path, std::string_view bytes);
    Result<NewFile> create(const std::string& path);

private:
    struct Claim {
        bool is_input = false;
        std::string input;  ///< itself, or what is written there; empty: several or none
    };

    static Message describe(const Claim& claim, const std::string& input);
    void prepare_folder_of(const std::string& path);

    const Session& session_;
    CanonicalPaths paths_;
    std::map<std::string, Claim> claimed_;  ///< by canonical path
    std::mutex mutex_;
    std::set<std::string> prepared_;
};

/// Text that grows piece by piece: standard output for "" and "-", else a file that is there only when it is whole.
class TextOutput {
public:
    TextOutput(const Session& session, Outputs& outputs, std::string path);

    /// False, and reported, when it cannot be written.
    bool append(std::string_view text);
    bool finish();

private:
    bool keep(const Result<Written>& written) const;

    const Session& session_;
    Outputs& outputs_;
    std::string path_;
    std::optional<NewFile> file_;
};

}  // namespace goalsheet::cmd
