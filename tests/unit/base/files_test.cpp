// SPDX-License-Identifier: MIT
#include "goalsheet/files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace goalsheet;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "goalsheet-files-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }
    std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

std::string bytes_of(const std::string& path) {
    const auto bytes = read_file(path);
    return bytes ? *bytes : "(" + bytes.fault().message.en + ")";
}

}  // namespace

TEST_CASE("a new file is there when it is committed, not before") {
    const Folder folder;
    const std::string path = folder / "a.txt";
    REQUIRE(write_file(path, "old"));
    auto file = NewFile::create(path);
    REQUIRE(file);
    REQUIRE(file->append("ne"));
    REQUIRE(file->append("w"));
    REQUIRE(file->sync());
    CHECK(bytes_of(path) == "old");
    REQUIRE(file->commit());
    CHECK(bytes_of(path) == "new");
    CHECK(folder.count() == 1);
}

TEST_CASE("a file that is given up leaves nothing") {
    const Folder folder;
    {
        auto file = NewFile::create(folder / "a.txt");
        REQUIRE(file);
        REQUIRE(file->append("half"));
        CHECK(folder.count() == 1);
    }
    CHECK(folder.count() == 0);
}

TEST_CASE("a file that is replaced keeps its mode, a link stays a link") {
    const Folder folder;
    REQUIRE(write_file(folder / "target", "old"));
    REQUIRE(chmod((folder / "target").c_str(), 0640) == 0);
    fs::create_symlink("target", folder / "link");
    REQUIRE(write_file(folder / "link", "new"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(bytes_of(folder / "target") == "new");
    CHECK(fs::status(folder / "target").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
}

TEST_CASE("a device is written to and stays what it is") {
    REQUIRE(write_file("/dev/null", "gone"));
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a link stays one, wherever it leads") {
    const Folder folder;
    fs::create_directory(folder / "real");
    fs::create_symlink("real/a.txt", folder / "one");
    fs::create_symlink("one", folder / "two");
    REQUIRE(write_file(folder / "two", "text"));
    CHECK(fs::is_symlink(folder / "one"));
    CHECK(fs::is_symlink(folder / "two"));
    CHECK(*read_file(folder / "real/a.txt") == "text");
    fs::create_symlink("loop", folder / "loop");
    CHECK_FALSE(write_file(folder / "loop", "text"));
}

TEST_CASE("a new file in an old one's place is as readable and has no setuid") {
    const Folder folder;
    std::ofstream(folder / "a.txt") << "old";
    fs::permissions(folder / "a.txt", static_cast<fs::perms>(06750));
    REQUIRE(write_file(folder / "a.txt", "new"));
    CHECK((fs::status(folder / "a.txt").permissions() & static_cast<fs::perms>(07777)) == static_cast<fs::perms>(0750));
}

TEST_CASE("writing a file makes its folder and sweeps it") {
    const Folder folder;
    fs::create_directory(folder / "b");
    std::ofstream(folder / "b/.goalsheet-123-0.tmp") << "half";
    REQUIRE(write_file(folder / "b/a.txt", "text"));
    REQUIRE(write_file(folder / "c/d/a.txt", "text"));
    CHECK_FALSE(fs::exists(folder / "b/.goalsheet-123-0.tmp"));
    CHECK(fs::exists(folder / "c/d/a.txt"));
}

TEST_CASE("what stands in the way is said") {
    const Folder folder;
    CHECK(write_file(folder.path(), "x").fault().message.en == "Is a folder; name a file.");
    CHECK(NewFile::create(folder / "none/a.txt").fault().message.en ==
          "The folder to write into does not exist and cannot be made; choose another place.");
}

TEST_CASE("leftovers are swept, files in the making stay") {
    const Folder folder;
    std::ofstream(folder / ".goalsheet-123-0.tmp") << "half";
    std::ofstream(folder / ".goalsheet-notes.txt") << "mine";
    auto running = NewFile::create(folder / "a.txt");
    REQUIRE(running);
    REQUIRE(folder.count() == 3);
    CHECK(sweep_leftovers(folder.path()) == 1);
    CHECK(folder.count() == 2);
    REQUIRE(running->commit());
    CHECK(sweep_leftovers(folder.path()) == 0);
    CHECK(sweep_leftovers(folder / "none") == 0);
}
