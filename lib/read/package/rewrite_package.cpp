// SPDX-License-Identifier: MIT
#include "read/package/rewrite_package.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "read/package/memory_stream.hpp"

namespace goalsheet {
namespace {

using MemoryFile = MemoryStream<std::string>;

uLong write_to_memory(voidpf, voidpf stream, const void* from, uLong size) {
    auto& file = *static_cast<MemoryFile*>(stream);
    if (file.bytes.size() < file.at + size) file.bytes.resize(file.at + size);
    std::memcpy(file.bytes.data() + file.at, from, size);
    file.at += size;
    return size;
}

/// A part as the zip has it: its name, what its entry says beside, and its bytes, packed or not.
struct Entry {
    std::string name;
    unz_file_info64 info{};
    std::string extra;
    std::string comment;
    std::string bytes;
    int method = 0;
    int level = 0;
};

std::optional<std::string> read_all(unzFile zip) {
    constexpr unsigned kBlock = 65536;
    std::string bytes;
    std::vector<char> block(kBlock);
    int count = 0;
    while ((count = unzReadCurrentFile(zip, block.data(), kBlock)) > 0)
        bytes.append(block.data(), static_cast<std::size_t>(count));
    if (count < 0) return std::nullopt;
    return bytes;
}

std::optional<Entry> read_entry(unzFile zip) {
    constexpr int kRaw = 1;
    Entry entry;
    if (unzGetCurrentFileInfo64(zip, &entry.info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) return std::nullopt;
    entry.name.resize(entry.info.size_filename);
    entry.extra.resize(entry.info.size_file_extra);
    entry.comment.resize(entry.info.size_file_comment);
    if (unzGetCurrentFileInfo64(zip, nullptr, entry.name.data(), entry.info.size_filename, entry.extra.data(),
                                entry.info.size_file_extra, entry.comment.data(),
                                entry.info.size_file_comment) != UNZ_OK)
        return std::nullopt;
    if (unzOpenCurrentFile2(zip, &entry.method, &entry.level, kRaw) != UNZ_OK) return std::nullopt;
    auto bytes = read_all(zip);
    unzCloseCurrentFile(zip);
    if (!bytes) return std::nullopt;
    entry.bytes = std::move(*bytes);
    return entry;
}

bool write_entry(zipFile zip, const Entry& entry, const std::string* other) {
    // Sizes are written in front of the bytes, so nothing follows them (bit 3).
    constexpr uLong kSizesBehind = 8;
    zip_fileinfo info{};
    info.dosDate = entry.info.dosDate;
    info.internal_fa = entry.info.internal_fa;
    info.external_fa = entry.info.external_fa;
    const bool raw = !other;
    const int method = raw ? entry.method : Z_DEFLATED;
    const char* comment = entry.comment.empty() ? nullptr : entry.comment.c_str();
    const int opened =
        zipOpenNewFileInZip4_64(zip, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, comment, method,
                                Z_DEFAULT_COMPRESSION, raw ? 1 : 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY,
                                nullptr, 0, entry.info.version, entry.info.flag & ~kSizesBehind, 0);
    if (opened != ZIP_OK) return false;
    const std::string& bytes = raw ? entry.bytes : *other;
    if (zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size())) != ZIP_OK) return false;
    return (raw ? zipCloseFileInZipRaw64(zip, entry.info.uncompressed_size, entry.info.crc) : zipCloseFileInZip(zip)) ==
           ZIP_OK;
}

bool copy_entries(unzFile from, zipFile to, const std::map<std::string, std::string>& parts) {
    std::size_t changed = 0;
    for (int at = unzGoToFirstFile(from); at == UNZ_OK; at = unzGoToNextFile(from)) {
        const auto entry = read_entry(from);
        if (!entry) return false;
        const auto other = parts.find(entry->name);
        if (!write_entry(to, *entry, other == parts.end() ? nullptr : &other->second)) return false;
        changed += other != parts.end();
    }
    return changed == parts.size();
}

}  // namespace

std::optional<std::string> rewrite_package(std::string_view bytes, const std::map<std::string, std::string>& parts) {
    MemoryStream<std::string_view> before{bytes};
    MemoryFile after;
    zlib_filefunc64_def reading = before.functions(refuse_to_write);
    zlib_filefunc64_def writing = after.functions(write_to_memory);
    unzFile from = unzOpen2_64(&before, &reading);
    if (!from) return std::nullopt;
    zipFile to = zipOpen2_64(&after, APPEND_STATUS_CREATE, nullptr, &writing);
    const bool copied = to && copy_entries(from, to, parts);
    const bool closed = to && zipClose(to, nullptr) == ZIP_OK;
    unzClose(from);
    if (!copied || !closed) return std::nullopt;
    return std::move(after.bytes);
}

}  // namespace goalsheet
