// SPDX-License-Identifier: MIT
// usage: replay TARGET PATH...     gives files (and those in folders) to a fuzz target, as the fuzzer would; a failure
// aborts
#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "goalsheet/files.hpp"

#define FUZZ_TARGET(name) extern "C" int name(const std::uint8_t* data, std::size_t size);
#include "fuzz_targets.inc"
#undef FUZZ_TARGET

namespace {

namespace fs = std::filesystem;
using Target = int (*)(const std::uint8_t*, std::size_t);

Target find_target(std::string_view wanted) {
#define FUZZ_TARGET(name) \
    if (wanted == #name) return name;
#include "fuzz_targets.inc"
#undef FUZZ_TARGET
    return nullptr;
}

std::size_t replay(Target target, const fs::path& path) {
    if (fs::is_directory(path)) {
        std::size_t files = 0;
        for (const auto& entry : fs::directory_iterator(path)) files += replay(target, entry.path());
        return files;
    }
    const auto bytes = goalsheet::read_file(path);
    if (!bytes) return 0;
    fmt::print(stderr, "{}\n", path.string());  // the last one named is the one that broke it
    target(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    const Target target = argc > 2 ? find_target(argv[1]) : nullptr;
    if (!target) return 2;
    std::size_t files = 0;
    for (int i = 2; i < argc; ++i) files += replay(target, argv[i]);
    fmt::print("{}: {} inputs\n", argv[1], files);
    return files == 0;
}
