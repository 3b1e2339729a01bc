// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/message.hpp"

namespace goalsheet {

/// A character the encoding does not have. What stands for it names its code point, so that nothing is lost:
/// 〔U+20BB7〕.
struct Unencodable {
    char32_t character = 0;
    std::size_t count = 0;

    bool operator==(const Unencodable&) const = default;
};

struct Encoded {
    std::string bytes;
    std::vector<Unencodable> lost;  ///< each character once, in the order they were met
};

/// UTF-8 to Windows-31J. The characters that Unicode has twice for one place of JIS X 0208 (〜/～, −/－, ‖/∥ …) are the
/// same there.
Encoded encode_cp932(std::string_view utf8);

/// What to tell the user about a character that `file` could not hold.
Message describe(const Unencodable& lost, std::string_view file);

}  // namespace goalsheet
