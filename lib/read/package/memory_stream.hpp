// SPDX-License-Identifier: MIT
#pragma once

#include <minizip/ioapi.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace goalsheet {

/// A file in memory for minizip: `Bytes` is a view of one that is read, or the string that is written.
template <class Bytes>
struct MemoryStream {
    Bytes bytes;
    std::size_t at = 0;

    /// minizip's functions on this stream, which has to outlive the zip; `write` is whose bytes may change.
    zlib_filefunc64_def functions(write_file_func write) { return {open, read, write, tell, seek, close, error, this}; }

private:
    static MemoryStream& of(voidpf stream) { return *static_cast<MemoryStream*>(stream); }

    static voidpf open(voidpf memory, const void*, int) { return memory; }
    static uLong read(voidpf, voidpf stream, void* to, uLong size) {
        auto& memory = of(stream);
        const std::size_t count = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
        std::memcpy(to, memory.bytes.data() + memory.at, count);
        memory.at += count;
        return count;
    }
    static ZPOS64_T tell(voidpf, voidpf stream) { return of(stream).at; }
    static long seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
        auto& memory = of(stream);
        const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.at
                                 : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.size()
                                                                    : 0;
        if (offset > memory.bytes.size() - from) return -1;
        memory.at = from + offset;
        return 0;
    }
    static int close(voidpf, voidpf) { return 0; }
    static int error(voidpf, voidpf) { return 0; }
};

inline uLong refuse_to_write(voidpf, voidpf, const void*, uLong) { return 0; }

}  // namespace goalsheet
