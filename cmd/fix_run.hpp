// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cmd/inputs.hpp"
#include "cmd/policies.hpp"

namespace goalsheet::cmd {

/// What validate does with repairs.
struct FixOptions {
    bool write = false;   ///< --fix
    bool patch = false;   ///< --diff
    bool unsafe = false;  ///< --unsafe-fixes

    bool asked() const { return write || patch; }
};

/// Repairs the inputs of a run one by one: writes them back, or collects a patch of what would be written.
class FixRun {
public:
    FixRun(const Session& session, const std::vector<Form>& forms, const FixOptions& options)
        : session_(session), forms_(forms), options_(options) {}

    /// False, and reported, where a file could not be written. What cannot be read is left to the check that follows.
    bool fix(const InputFile& input, const Policy& policy);
    const std::string& patch() const { return patch_; }

private:
    bool save(const InputFile& input, const std::string& bytes) const;
    void say(const InputFile& input, std::size_t fixed, std::size_t left, const Message& reason) const;

    const Session& session_;
    const std::vector<Form>& forms_;
    FixOptions options_;
    std::string patch_;
};

}  // namespace goalsheet::cmd
