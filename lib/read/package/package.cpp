// SPDX-License-Identifier: MIT
#include "read/package/package.hpp"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <unordered_map>

#include "base/limits.hpp"
#include "read/package/memory_stream.hpp"

namespace goalsheet {
namespace {

using Memory = MemoryStream<std::string_view>;

unzFile open_zip(Memory& memory) {
    zlib_filefunc64_def functions = memory.functions(refuse_to_write);
    return unzOpen2_64(&memory, &functions);
}

std::string part_key(std::string_view name) {
    std::string key;
    for (const char c : name)
        key.push_back(c == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    key.erase(0, std::min(key.find_first_not_of('/'), key.size()));
    return key;
}

bool leads_outside(std::string_view key) {
    return key.starts_with("../") || key == ".." || key.find("/../") != std::string_view::npos ||
           key.ends_with("/..") || key.find(':') != std::string_view::npos;
}

Fault refuse(const std::string& path, Message message) { return {path, std::move(message), "no-sheet-found"}; }

Fault outside_fault(const std::string& path, const std::string& name) {
    return refuse(path, {fmt::format("ファイルの外を指す部品（{}）があります。作成者に確認してください。", name),
                         fmt::format("The file has a part that leads out of it ({}); ask who made it.", name)});
}

Fault duplicate_fault(const std::string& path, const std::string& name) {
    return refuse(path,
                  {fmt::format("同じ名前の部品（{}）が2つあります。ExcelやWordで開いて保存し直してください。", name),
                   fmt::format("The file has two parts named {}; open it in Excel or Word and save it again.", name)});
}

Fault encrypted_fault(const std::string& path) {
    return refuse(path, {"暗号化されたZIPです。パスワードを外して保存し直してください。",
                         "The zip is encrypted; save it again without a password."});
}

constexpr std::size_t kLongestName = 512;
constexpr unsigned kEncrypted = 1;  // general purpose flag, bit 0

}  // namespace

Fault package_limit_fault(const std::string& path, std::string_view limit, std::size_t number) {
    return refuse(path, {fmt::format("ファイルが大きすぎます（上限 {} {}）。目標シート以外の内容と、使っていない行や列"
                                     "の書式を消して保存し直してください。",
                                     limit, number),
                         fmt::format("The file is too large (limit {} {}); remove what is no goal sheet, and the "
                                     "formats of rows and columns not in use, and save it again.",
                                     limit, number)});
}

Fault package_damage_fault(const std::string& path) {
    if (path.ends_with(".zip") || path.ends_with(".ZIP"))
        return refuse(path,
                      {"ZIPが壊れているか、途中で切れています。もう一度送ってもらい、展開して、中のファイルを指定して"
                       "ください。",
                       "The zip is damaged or cut off; have it sent again, unpack it and give the files in it."});
    return refuse(
        path,
        {"ファイルが壊れているか、途中で切れています。ExcelやWordで開いて保存し直し、もう一度送ってもらってください。",
         "The file is damaged or cut off; have it opened in Excel or Word, saved again and sent again."});
}

std::string resolve_target(std::string_view part, std::string_view target) {
    std::string path;
    if (!target.starts_with("/")) path = std::string(part.substr(0, part.rfind('/') + 1));
    path.append(target);
    std::vector<std::string_view> steps;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view step = std::string_view(path).substr(at, end - at);
        at = end + 1;
        if (step == "..") {
            if (steps.empty()) return {};
            steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
    }
    return fmt::format("{}", fmt::join(steps, "/"));
}

struct Package::Archive {
    Memory memory;
    std::string path;
    unzFile zip = nullptr;
    std::unordered_map<std::string, unz64_file_pos> parts;
    std::size_t unpacked = 0;

    ~Archive() {
        if (zip) unzClose(zip);
    }
};

Package::Package(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

Result<Package> Package::open(std::string_view bytes, const std::string& path) {
    auto archive = std::make_unique<Archive>();
    archive->memory.bytes = bytes;
    archive->path = path;
    archive->zip = open_zip(archive->memory);
    unz_global_info64 global{};
    if (!archive->zip || unzGetGlobalInfo64(archive->zip, &global) != UNZ_OK) return package_damage_fault(path);
    if (global.number_entry > limit::kPackageParts)
        return package_limit_fault(path, "package-parts", limit::kPackageParts);
    int more = unzGoToFirstFile(archive->zip);
    for (; more == UNZ_OK; more = unzGoToNextFile(archive->zip)) {
        std::array<char, kLongestName> name{};
        unz_file_info64 info{};
        unz64_file_pos place{};
        if (unzGetCurrentFileInfo64(archive->zip, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
                UNZ_OK ||
            unzGetFilePos64(archive->zip, &place) != UNZ_OK)
            return package_damage_fault(path);
        const std::string key = part_key(name.data());
        if (leads_outside(key)) return outside_fault(path, key);
        if ((info.flag & kEncrypted) != 0) return encrypted_fault(path);
        if (!archive->parts.emplace(key, place).second) return duplicate_fault(path, key);
        if (archive->parts.size() > limit::kPackageParts)
            return package_limit_fault(path, "package-parts", limit::kPackageParts);
    }
    if (more != UNZ_END_OF_LIST_OF_FILE) return package_damage_fault(path);
    return Package(std::move(archive));
}

bool Package::has(const std::string& part) const { return archive_->parts.contains(part_key(part)); }

Result<std::string> Package::read(const std::string& part) {
    const auto found = archive_->parts.find(part_key(part));
    if (found == archive_->parts.end()) return std::string();
    const std::string& path = archive_->path;
    unz64_file_pos place = found->second;
    if (unzGoToFilePos64(archive_->zip, &place) != UNZ_OK || unzOpenCurrentFile(archive_->zip) != UNZ_OK)
        return package_damage_fault(path);
    constexpr unsigned kChunk = 1U << 16U;
    std::string bytes;
    int count = 0;
    do {
        const std::size_t before = bytes.size();
        bytes.resize(before + kChunk);
        count = unzReadCurrentFile(archive_->zip, bytes.data() + before, kChunk);
        bytes.resize(before + static_cast<std::size_t>(std::max(count, 0)));
    } while (count > 0 && bytes.size() <= limit::kPackagePartBytes);
    const bool whole = unzCloseCurrentFile(archive_->zip) == UNZ_OK && count == 0;
    archive_->unpacked += bytes.size();
    if (bytes.size() > limit::kPackagePartBytes)
        return package_limit_fault(path, "package-part-bytes", limit::kPackagePartBytes);
    if (archive_->unpacked > limit::kPackageBytes)
        return package_limit_fault(path, "package-bytes", limit::kPackageBytes);
    if (!whole) return package_damage_fault(path);
    return bytes;
}

}  // namespace goalsheet
