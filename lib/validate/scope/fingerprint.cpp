// SPDX-License-Identifier: MIT
#include "validate/scope/fingerprint.hpp"

#include "base/sha256.hpp"

namespace goalsheet {

std::string hash_parts(std::initializer_list<std::string_view> parts) {
    std::string joined;
    for (const std::string_view part : parts) {
        joined += part;
        joined.push_back('\0');
    }
    return sha256(joined);
}

}  // namespace goalsheet
