// SPDX-License-Identifier: MIT
#include "goalsheet/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace goalsheet {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

Fault cannot_read(const std::string& path, int error) {
    if (error == ENOENT)
        return {path, {"ファイルがありません。名前を確認してください。", "No such file; check the name."}};
    if (error == EACCES) return {path, {"読む権限がありません。", "No permission to read it."}};
    return {path,
            {fmt::format("読み取れません（{}）。", reason(error)), fmt::format("Cannot read it: {}.", reason(error))}};
}

Fault cannot_write(const std::string& path, int error) {
    if (error == ENOSPC)
        return {path, {"ディスクに空きがなく、書き出せません。", "Cannot write it: the disk is full."}};
    if (error == EACCES || error == EROFS)
        return {path,
                {"書き込む権限がありません。別の出力先を指定してください。",
                 "No permission to write there; choose another place."}};
    if (error == ENOENT)
        return {path, {"出力先のフォルダーがありません。", "The folder to write into does not exist."}};
    return {path,
            {fmt::format("書き出せません（{}）。", reason(error)), fmt::format("Cannot write it: {}.", reason(error))}};
}

Fault too_large(const std::string& path) {
    return {
        path,
        {fmt::format("{}MiBを超えるため読みません。シートのページだけを保存し直してください。", kMaxInputBytes >> 20U),
         fmt::format("Larger than {} MiB, not read; save only the page with the sheets.", kMaxInputBytes >> 20U)}};
}

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ > 2) close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }

private:
    int fd_;
};

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = write(fd, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

// Temporary names carry the program's name, so that a later run may sweep what a killed one left.
std::string temporary_name(const std::string& path) {
    static std::atomic<unsigned> counter{0};
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    return fmt::format("{}.goalsheet-{}-{}.tmp", folder, getpid(), counter++);
}

// What the umask leaves of rw-rw-rw-: the mode a plain open would have given.
mode_t default_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return static_cast<mode_t>(0666) & ~mask;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
    const Descriptor file(path == "-" ? 0 : open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return cannot_read(path, errno);
    struct stat status {};
    if (fstat(file.get(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) return Fault{path, {"フォルダーです。", "Is a folder."}};
        if (S_ISREG(status.st_mode) && status.st_size > static_cast<off_t>(kMaxInputBytes)) return too_large(path);
    }
    std::string bytes;
    std::array<char, 65536> buffer;
    while (true) {
        const ssize_t got = read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cannot_read(path, errno);
        if (got == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > kMaxInputBytes) return too_large(path);
    }
}

Result<Written> write_file(const std::string& path, std::string_view bytes) {
    const std::string temporary = temporary_name(path);
    Descriptor file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.get() < 0) return cannot_write(path, errno);
    const bool written =
        write_all(file.get(), bytes) && fchmod(file.get(), default_mode()) == 0 && fsync(file.get()) == 0;
    const int error = errno;
    const bool closed = close(file.release()) == 0;
    if (written && closed && rename(temporary.c_str(), path.c_str()) == 0) return Written{};
    const int failed = written ? errno : error;
    unlink(temporary.c_str());
    return cannot_write(path, failed);
}

}  // namespace goalsheet
