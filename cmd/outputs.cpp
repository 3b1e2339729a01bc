// SPDX-License-Identifier: MIT
#include "cmd/outputs.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace goalsheet::cmd {

namespace fs = std::filesystem;

bool is_same_file(const std::string& a, const std::string& b) {
    CanonicalPaths paths;
    return paths.file(a) == paths.file(b);
}

Outputs::Outputs(const Session& session, const std::vector<InputFile>& inputs) : session_(session) {
    for (const InputFile& input : inputs) claimed_[paths_.file(input.path)] = {true, input.path};
}

bool Outputs::is_free(const std::string& path) { return !claimed_.contains(paths_.file(path)); }

bool Outputs::claim(const std::string& path, const std::string& input) {
    const auto [entry, free] = claimed_.emplace(paths_.file(path), Claim{false, input});
    if (free) return true;
    session_.report({path, describe(entry->second, input)});
    return false;
}

Message Outputs::describe(const Claim& claim, const std::string& input) {
    if (claim.is_input)
        return {"出力先が入力ファイルと同じです。別の名前を指定してください。",
                "The output is one of the inputs; choose another name."};
    if (claim.input.empty() || claim.input == input)
        return {"ほかの出力と同じファイルになります。別の名前にしてください。",
                "Another output has this name already; choose another one."};
    return {fmt::format("{} と {} が同じ出力ファイルになります。どちらかの名前を変えてください。", claim.input, input),
            fmt::format("{} and {} would both be written to this file; rename one of them.", claim.input, input)};
}

void Outputs::prepare_folder_of(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().string();
    const std::lock_guard lock(mutex_);
    if (!prepared_.insert(folder).second) return;
    goalsheet::prepare_folder_of(path);
}

Result<NewFile> Outputs::create(const std::string& path) {
    prepare_folder_of(path);
    return NewFile::create(path);
}

Result<NewFile> Outputs::write(const std::string& path, std::string_view bytes) {
    auto file = create(path);
    if (!file) return file;
    if (auto appended = file->append(bytes); !appended) return appended.fault();
    if (auto synced = file->sync(); !synced) return synced.fault();
    return file;
}

TextOutput::TextOutput(const Session& session, Outputs& outputs, std::string path)
    : session_(session), outputs_(outputs), path_(path == "-" ? std::string() : std::move(path)) {}

bool TextOutput::append(std::string_view text) {
    if (path_.empty()) return session_.print(text);
    if (!file_) {
        auto file = outputs_.create(path_);
        if (!file) {
            session_.report(file.fault());
            return false;
        }
        file_.emplace(std::move(*file));
    }
    return keep(file_->append(text));
}

bool TextOutput::finish() {
    if (!file_) return true;
    if (!keep(file_->sync()) || !keep(file_->commit())) return false;
    session_.note({fmt::format("{} を書き出しました。", path_), fmt::format("wrote {}", path_)});
    return true;
}

bool TextOutput::keep(const Result<Written>& written) const {
    if (!written) session_.report(written.fault());
    return static_cast<bool>(written);
}

}  // namespace goalsheet::cmd
