// SPDX-License-Identifier: MIT
#include "cmd/input_folders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "cmd/policies.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 15> kExtensions = {".html", ".htm", ".xhtml", ".mht",  ".mhtml",
                                                          ".txt",  ".tsv", ".xlsx",  ".xlsm", ".docx",
                                                          ".docm", ".odt", ".ods",   ".json", ".ndjson"};
// A department may have handed its sheet in so: what cannot be read must not be missing without a word.
constexpr std::array<std::string_view, 10> kOfficeExtensions = {".xls", ".xlsb", ".xlt", ".xltx", ".xltm",
                                                                ".doc", ".dot",  ".rtf", ".jtd",  ".jtdc"};
// What pages and systems leave beside them: named last.
constexpr std::array<std::string_view, 22> kFurniture = {
    ".css", ".js",  ".map", ".png",  ".jpg",   ".jpeg", ".gif", ".svg", ".ico", ".webp", ".bmp",
    ".emf", ".wmf", ".wmz", ".woff", ".woff2", ".ttf",  ".db",  ".ini", ".lnk", ".url",  ".tmp"};

std::string extension_of(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return extension;
}

template <std::size_t N>
bool is_one_of(const std::string& extension, const std::array<std::string_view, N>& all) {
    return std::find(all.begin(), all.end(), extension) != all.end();
}

bool has_page_name(const fs::path& path) {
    const std::string extension = extension_of(path);
    return is_one_of(extension, kExtensions) || is_one_of(extension, kOfficeExtensions);
}

// Hidden files, lock files of Office (~$…) and our own temporary ones are nobody's sheets.
bool is_passed_over(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with(".") || name.starts_with("~$") || name == kConfigName;
}

Message shorten_list(std::vector<std::string> names) {
    constexpr std::size_t kNamed = 10;
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        return std::pair(is_one_of(extension_of(a), kFurniture), a) <
               std::pair(is_one_of(extension_of(b), kFurniture), b);
    });
    const std::size_t more = names.size() - std::min(names.size(), kNamed);
    names.resize(names.size() - more);
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    if (more == 0) return {list, list};
    return {fmt::format("{} ほか{}件", list, more), fmt::format("{} and {} more", list, more)};
}

/// What a folder and the folders in it hold.
class FolderSearch {
public:
    FolderSearch(const Session& session, std::string folder) : session_(session), folder_(std::move(folder)) {}

    bool search(std::vector<InputFile>& files) {
        list(folder_);
        if (found_.empty() && readable_) session_.report({folder_, nothing_to_read()});
        if (found_.empty()) return false;
        name_left_out();
        std::sort(found_.begin(), found_.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
        files.insert(files.end(), found_.begin(), found_.end());
        return readable_;
    }

private:
    // A folder that cannot be read may hold a sheet, too.
    void list(const fs::path& folder) {
        std::error_code error;
        fs::directory_iterator at(folder, error);
        for (; !error && at != fs::directory_iterator(); at.increment(error)) take(*at);
        if (!error) return;
        readable_ = false;
        session_.report({folder.string(), unreadable(error)});
    }

    static Message unreadable(const std::error_code& error) {
        if (error == std::errc::permission_denied)
            return {"フォルダーを読む権限がありません。権限を確かめてください。",
                    "No permission to read the folder; check its rights."};
        return {fmt::format("フォルダーを読み取れません（{}）。", error.message()),
                fmt::format("Cannot read the folder: {}.", error.message())};
    }

    void take(const fs::directory_entry& entry) {
        std::error_code error;
        if (is_passed_over(entry.path())) return;
        const bool is_folder = entry.is_directory(error);
        const bool is_link = entry.is_symlink(error);
        if (is_folder && !is_link) return list(entry.path());
        std::string below = entry.path().lexically_relative(folder_).string();
        if (is_folder) below += '/';  // a link that leads upward would never end
        if (entry.is_regular_file(error) && has_page_name(entry.path()))
            found_.push_back({entry.path().string(), below, folder_});
        else
            left_out_.push_back(below);
    }

    Message nothing_to_read() const {
        const std::string kinds = fmt::format("{}", fmt::join(kExtensions, " "));
        if (left_out_.empty())
            return {fmt::format("フォルダーにファイルがありません。シートのファイル（{}）を入れてください。", kinds),
                    fmt::format("No files in this folder; put the sheets there ({}).", kinds)};
        const Message there = shorten_list(left_out_);
        return {
            fmt::format("フォルダーに読めるファイルがありません（あるのは {}）。読めるのは {} です。", there.ja, kinds),
            fmt::format("Nothing to read in this folder; it holds {}. What is read: {}.", there.en, kinds)};
    }

    // PDF, CSV, pictures, links to other folders and the like: once, in one line.
    void name_left_out() const {
        if (left_out_.empty()) return;
        const Message list = shorten_list(left_out_);
        session_.note({fmt::format("{}: シートのファイルではないため読みません: {}", folder_, list.ja),
                       fmt::format("{}: no sheet files, left out: {}", folder_, list.en)});
    }

    const Session& session_;
    std::string folder_;
    std::vector<InputFile> found_;
    std::vector<std::string> left_out_;
    bool readable_ = true;
};

fs::path full_path(const std::string& folder) {
    std::error_code error;
    fs::path path = fs::absolute(folder.empty() ? "." : folder, error).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

bool lies_in(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

// The last `count` names of a path.
fs::path last_names(const fs::path& path, std::size_t count) {
    const auto names = static_cast<std::size_t>(std::distance(path.begin(), path.end()));
    fs::path last;
    std::size_t at = 0;
    for (const fs::path& name : path)
        if (at++ + count >= names && name != path.root_directory()) last /= name;
    return last;
}

// As few last names of each folder as tell all of them apart.
std::map<fs::path, fs::path> shortest_names(const std::set<fs::path>& folders) {
    constexpr std::size_t kDeepest = 100;
    std::map<fs::path, fs::path> names;
    for (std::size_t count = 1; count <= kDeepest; ++count) {
        std::set<fs::path> taken;
        for (const fs::path& folder : folders) taken.insert(names[folder] = last_names(folder, count));
        if (taken.size() == folders.size()) break;
    }
    return names;
}

std::map<fs::path, fs::path> names_in(const std::set<fs::path>& folders) {
    const fs::path& first = *folders.begin();
    const bool in_first =
        std::all_of(folders.begin(), folders.end(), [&](const fs::path& folder) { return lies_in(folder, first); });
    if (!in_first) return shortest_names(folders);
    std::map<fs::path, fs::path> names;
    for (const fs::path& folder : folders) names[folder] = folder == first ? "" : folder.lexically_relative(first);
    return names;
}

}  // namespace

bool list_folder(const Session& session, const std::string& folder, std::vector<InputFile>& files) {
    return FolderSearch(session, folder).search(files);
}

void tell_folders_apart(std::vector<InputFile>& files) {
    std::set<fs::path> folders;
    for (const InputFile& file : files)
        if (file.path != "-") folders.insert(full_path(file.folder));
    if (folders.size() < 2) return;
    const auto names = names_in(folders);
    for (InputFile& file : files)
        if (file.path != "-") file.relative = (names.at(full_path(file.folder)) / file.relative).string();
}

}  // namespace goalsheet::cmd
