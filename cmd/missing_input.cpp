// SPDX-License-Identifier: MIT
#include "cmd/missing_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/files.hpp"
#include "goalsheet/text.hpp"
#include "text/nearest.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNamesTried = 10'000;  // of a folder, before a name is not looked for any further

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

// What cannot be looked at for another reason than that it is not there.
bool is_there_or_hidden(const std::string& path) {
    std::error_code error;
    return fs::exists(path, error) || error;
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size() && fold(text.substr(0, beginning.size())) == beginning;
}

bool is_web_address(std::string_view given) {
    for (const std::string_view beginning : {"http:", "https:", "ftp:", "www."})
        if (begins_with(given, beginning)) return true;
    return false;
}

Message without_fetching() {
    return {"ウェブのアドレスは読みに行きません。ブラウザーで開いて保存し、保存したファイルを指定してください。",
            "Nothing is fetched from the web; open the address in a browser, save the page and give the saved file."};
}

Message without_scheme(std::string_view given) {
    const std::string path(given.substr(std::string_view("file://").size()));
    return {fmt::format("file:// を付けずに、ファイルの場所を書いてください（{}）。", path),
            fmt::format("Give the path without file:// ({}).", path)};
}

Message without_name() {
    return {"入力の名前が空です。ファイルかフォルダーを指定してください（空の変数を渡していませんか）。",
            "The name of an input is empty; give a file or a folder (is a variable empty?)."};
}

Message without_match() {
    return {"この形（* ? [ ]）に合うファイルがありません。フォルダーの名前と拡張子を確かめてください。",
            "No file matches this pattern (* ? [ ]); check the folder's name and the extension."};
}

// The file of a folder that has the same name but another extension, or the same extension and nearly the same name.
std::string nearest_in(const fs::path& folder, const fs::path& wanted) {
    std::vector<std::string> stems;
    std::error_code error;
    std::size_t tried = 0;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
        const fs::path name = at->path().filename();
        if (name.stem() == wanted.stem()) return name.string();
        if (name.extension() == wanted.extension()) stems.push_back(name.stem().string());
        if (++tried == kMostNamesTried) break;
    }
    std::sort(stems.begin(), stems.end());
    const std::string nearest = nearest_word(wanted.stem().string(), stems);
    return nearest.empty() ? "" : nearest + wanted.extension().string();
}

// sheets\page.html, as Windows has it, or a name that differs in a letter.
std::string nearly_right(const fs::path& path) {
    std::string slashes = path.string();
    std::replace(slashes.begin(), slashes.end(), '\\', '/');
    if (slashes != path.string() && is_there(slashes)) return slashes;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const std::string nearest = nearest_in(folder, path.filename());
    return nearest.empty() ? "" : (path.parent_path() / nearest).string();
}

Message without_file(const fs::path& path) {
    if (path.has_parent_path() && !is_there(path.parent_path()))
        return {fmt::format("フォルダー「{}」がありません。名前を確認してください。", path.parent_path().string()),
                fmt::format("There is no folder “{}”; check its name.", path.parent_path().string())};
    const std::string nearest = nearly_right(path);
    if (nearest.empty()) return {"ファイルがありません。名前を確認してください。", "No such file; check the name."};
    return {fmt::format("ファイルがありません。{} の誤りではありませんか。", nearest),
            fmt::format("No such file. Did you mean {}?", nearest)};
}

Message explain(const std::string& given) {
    if (given.empty()) return without_name();
    if (is_web_address(given)) return without_fetching();
    if (begins_with(given, "file://")) return without_scheme(given);
    if (given.find_first_of("*?[") != std::string::npos) return without_match();
    return without_file(given);
}

}  // namespace

Result<std::string> read_input(const std::string& path) {
    auto bytes = read_file(path);
    if (bytes || path == "-" || is_there_or_hidden(path)) return bytes;
    return Fault{path.empty() ? "“”" : path, explain(path)};
}

}  // namespace goalsheet::cmd
