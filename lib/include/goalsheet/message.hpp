// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace goalsheet {

enum class Lang { ja, en };

/// One sentence in both of the languages we speak. Both are always filled in.
struct Message {
    std::string ja;
    std::string en;

    const std::string& in(Lang lang) const { return lang == Lang::ja ? ja : en; }
    bool operator==(const Message&) const = default;
};

}  // namespace goalsheet
