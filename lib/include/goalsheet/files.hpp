// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "goalsheet/result.hpp"

namespace goalsheet {

/// Bytes of one input at most: the largest real page seen has 60 KB; 64 MiB leaves a thousandfold.
inline constexpr std::size_t kMaxInputBytes = std::size_t{64} << 20U;

/// The whole file, or standard input for "-". A fault over kMaxInputBytes.
Result<std::string> read_file(const std::string& path);

struct Written {};

/// A file that others see whole or not at all: bytes go to a temporary name in the same folder until commit() gives it
/// its own. Without commit() nothing is left. A link is followed; a pipe or device is written directly.
class NewFile {
public:
    static Result<NewFile> create(const std::string& path);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    Result<Written> append(std::string_view bytes);
    /// Waits for the disk; commit() is quick after it.
    Result<Written> sync();
    Result<Written> commit();
    const std::string& path() const { return path_; }

private:
    explicit NewFile(std::string path);

    std::string path_;    ///< as given
    std::string target_;  ///< where it leads
    std::string temporary_;
    int fd_ = -1;
};

/// Makes the folder that the file is to lie in, and sweeps what killed runs left there. What fails is said by whoever
/// opens the file.
void prepare_folder_of(const std::string& path);

/// One NewFile from start to end, its folder prepared before.
Result<Written> write_file(const std::string& path, std::string_view bytes);

/// Removes temporary files of killed runs from a folder ("" is the current one); those of running ones stay. Gives
/// their number.
std::size_t sweep_leftovers(const std::string& folder);

}  // namespace goalsheet
