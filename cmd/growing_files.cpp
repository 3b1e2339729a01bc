// SPDX-License-Identifier: MIT
#include "cmd/growing_files.hpp"

#ifndef __EMSCRIPTEN__
#include <sys/resource.h>
#endif

#include <utility>

namespace goalsheet::cmd {
namespace {

// A file is open until all are whole; a folder for each city and year has more of them than a process may open unless
// it asks.
void allow_many_files() {
#ifndef __EMSCRIPTEN__
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
#endif
}

}  // namespace

GrowingFiles::GrowingFiles(const Session& session, Outputs& outputs) : session_(session), outputs_(outputs) {
    allow_many_files();
}

bool GrowingFiles::append(const std::string& path, std::string_view bytes) {
    NewFile* file = find_or_begin(path);
    return file && keep(file->append(bytes));
}

NewFile* GrowingFiles::find_or_begin(const std::string& path) {
    const auto known = files_.find(path);
    if (known != files_.end()) return &known->second;
    if (!outputs_.claim(path)) return nullptr;
    auto file = outputs_.create(path);
    if (!file) {
        session_.report(file.fault());
        return nullptr;
    }
    return &files_.emplace(path, std::move(*file)).first->second;
}

bool GrowingFiles::finish() {
    for (auto& [path, file] : files_)
        if (!keep(file.sync())) return false;
    for (auto& [path, file] : files_) {
        if (!keep(file.commit())) return false;
        written_.push_back(path);
    }
    files_.clear();
    return true;
}

bool GrowingFiles::keep(const Result<Written>& result) const {
    if (!result) session_.report(result.fault());
    return static_cast<bool>(result);
}

}  // namespace goalsheet::cmd
