// SPDX-License-Identifier: MIT
// A zip without compression, made in memory: a fuzzer that packs every input must not wait for deflate or a disk.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goalsheet::fuzz {

/// A little-endian number of so many bytes, of which the first four hold the value.
inline void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i, value >>= 8U) out.push_back(static_cast<char>(value & 0xFFU));
}

/// The fields that the local header and the directory share (APPNOTE 4.3.7, 4.3.12).
inline void put_entry(std::string& out, std::string_view name, std::string_view content) {
    const auto size = static_cast<std::uint32_t>(content.size());
    const auto crc = ::crc32(0, reinterpret_cast<const Bytef*>(content.data()), size);
    put(out, 20, 2);  // version 2.0
    put(out, 0, 8);   // no flags, stored, no time
    put(out, static_cast<std::uint32_t>(crc), 4);
    put(out, size, 4);
    put(out, size, 4);
    put(out, static_cast<std::uint32_t>(name.size()), 2);
    put(out, 0, 2);  // no extra field
}

/// `parts`: name and content.
inline std::string zip(const std::vector<std::pair<std::string_view, std::string_view>>& parts) {
    std::string out;
    std::string directory;
    for (const auto& [name, content] : parts) {
        const auto begin = static_cast<std::uint32_t>(out.size());
        out += "PK\x03\x04";
        put_entry(out, name, content);
        out.append(name).append(content);
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        put_entry(directory, name, content);
        put(directory, 0, 10);  // no comment, one disk, no attributes
        put(directory, begin, 4);
        directory += name;
    }
    const auto begin = static_cast<std::uint32_t>(out.size());
    out.append(directory).append("PK\x05\x06");
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(parts.size()), 2);
    put(out, static_cast<std::uint32_t>(parts.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace goalsheet::fuzz
