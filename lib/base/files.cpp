// SPDX-License-Identifier: MIT
#include "goalsheet/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace goalsheet {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

const Message kNoFolderInPath = {"途中の名前がフォルダーではなくファイルです。場所を確かめてください。",
                                 "A name on the way there is a file, no folder; check the path."};
const Message kNameTooLong = {"名前が長すぎます。短くしてください。", "The name is too long; shorten it."};

Fault cannot_read(const std::string& path, int error) {
    if (error == ENOENT)
        return {path, {"ファイルがありません。名前を確認してください。", "No such file; check the name."}};
    if (error == EACCES)
        return {path,
                {"読む権限がありません。ファイルとフォルダーの権限を確かめてください。",
                 "No permission to read it; check those of the file and its folder."}};
    if (error == ENOTDIR) return {path, kNoFolderInPath};
    if (error == ENAMETOOLONG) return {path, kNameTooLong};
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
    if (error == EISDIR)
        return {path, {"フォルダーです。ファイルの名前を指定してください。", "Is a folder; name a file."}};
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code ignored;
    if (error == ENOENT && !folder.empty() && !std::filesystem::exists(folder, ignored))
        return {path,
                {"出力先のフォルダーがなく、作れません。別の出力先を指定してください。",
                 "The folder to write into does not exist and cannot be made; choose another place."}};
    if (error == ENOTDIR || error == EEXIST) return {path, kNoFolderInPath};
    if (error == ENAMETOOLONG) return {path, kNameTooLong};
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

// Where flock locks nothing (WebAssembly), no file can be told from one that another run is writing: all are left.
#ifdef __EMSCRIPTEN__
constexpr bool kLocksHold = false;
#else
constexpr bool kLocksHold = true;
#endif

constexpr std::string_view kTemporaryStart = ".goalsheet-";
constexpr std::string_view kTemporaryEnd = ".tmp";

std::string temporary_name(const std::string& path) {
    static std::atomic<unsigned> counter{0};
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    return fmt::format("{}{}{}-{}{}", folder, kTemporaryStart, getpid(), counter++, kTemporaryEnd);
}

// What the umask leaves of rw-rw-rw-: the mode a plain open would have given. The umask is the whole process's, so it
// is asked for once.
mode_t default_mode() {
    static const mode_t mode = [] {
        const mode_t mask = umask(0);
        umask(mask);
        return static_cast<mode_t>(0666) & ~mask;
    }();
    return mode;
}

// The lock tells a file in the making from one that a killed run left. Whoever sweeps holds it too: a file that was
// swept before it was locked has no name any more.
int open_temporary(const std::string& path, std::string& name) {
    while (true) {
        name = temporary_name(path);
        const int fd = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0 && errno == EEXIST) continue;  // left by a run that had our number
        if (fd < 0) return fd;
        flock(fd, LOCK_EX);
        struct stat status {};
        if (fstat(fd, &status) != 0 || status.st_nlink > 0) return fd;
        close(fd);
    }
}

// Where a link leads, so that the link stays one; it may lead to what is not there yet.
std::string followed(const std::string& path) {
    constexpr int kMostLinks = 40;  // as the kernel counts
    std::filesystem::path at = path;
    std::error_code error;
    for (int links = 0; links < kMostLinks && std::filesystem::is_symlink(at, error); ++links) {
        const std::filesystem::path target = std::filesystem::read_symlink(at, error);
        if (error) return path;
        at = at.parent_path() / target;  // an absolute one replaces what stands in front of it
    }
    return at.string();
}

// A new file in the old one's place is its owner's, as it was, and as readable; setuid and setgid are not handed on to
// other bytes.
void take_over(int fd, const struct stat& old) {
    constexpr mode_t kPermissions = 0777;
    if (old.st_uid != geteuid() || old.st_gid != getegid())
        if (fchown(fd, old.st_uid, old.st_gid) != 0 && fchown(fd, static_cast<uid_t>(-1), old.st_gid) != 0) errno = 0;
    fchmod(fd, old.st_mode & kPermissions);
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

NewFile::NewFile(std::string path) : path_(std::move(path)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      fd_(std::exchange(other.fd_, -1)) {}

NewFile::~NewFile() {
    if (fd_ >= 0) close(fd_);
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

Result<NewFile> NewFile::create(const std::string& path) {
    NewFile file(path);
    struct stat status {};
    // /dev/stdout leads to a pipe, which has a name that cannot be followed.
    const bool is_device = stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
    file.target_ = is_device ? path : followed(path);
    const bool exists = stat(file.target_.c_str(), &status) == 0;
    if (!exists && errno == ELOOP) return cannot_write(path, ELOOP);
    if (exists && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
    const bool device = exists && !S_ISREG(status.st_mode);
    file.fd_ =
        device ? open(file.target_.c_str(), O_WRONLY | O_CLOEXEC) : open_temporary(file.target_, file.temporary_);
    if (file.fd_ >= 0) {
        if (!device && exists) take_over(file.fd_, status);
        if (!device && !exists) fchmod(file.fd_, default_mode());
        return file;
    }
    file.temporary_.clear();
    return cannot_write(path, errno);
}

Result<Written> NewFile::append(std::string_view bytes) {
    if (write_all(fd_, bytes)) return Written{};
    return cannot_write(path_, errno);
}

Result<Written> NewFile::sync() {
    // What is no file (a pipe, a terminal) has nothing to sync.
    if (temporary_.empty() || fsync(fd_) == 0) return Written{};
    return cannot_write(path_, errno);
}

Result<Written> NewFile::commit() {
    if (!temporary_.empty() && rename(temporary_.c_str(), target_.c_str()) != 0) return cannot_write(path_, errno);
    temporary_.clear();
    if (close(std::exchange(fd_, -1)) == 0) return Written{};
    return cannot_write(path_, errno);
}

void prepare_folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    std::error_code ignored;  // whoever opens a file in it says what is wrong
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    sweep_leftovers(folder);
}

Result<Written> write_file(const std::string& path, std::string_view bytes) {
    prepare_folder_of(path);
    auto file = NewFile::create(path);
    if (!file) return file.fault();
    if (auto appended = file->append(bytes); !appended) return appended;
    if (auto synced = file->sync(); !synced) return synced;
    return file->commit();
}

std::size_t sweep_leftovers(const std::string& folder) {
    if (!kLocksHold) return 0;
    std::size_t swept = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder.empty() ? "." : folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(kTemporaryStart) || !name.ends_with(kTemporaryEnd)) continue;
        const Descriptor left(open(entry->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (left.get() < 0 || flock(left.get(), LOCK_EX | LOCK_NB) != 0) continue;
        if (unlink(entry->path().c_str()) == 0) ++swept;
    }
    return swept;
}

}  // namespace goalsheet
