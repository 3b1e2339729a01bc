// SPDX-License-Identifier: MIT
#include "write/format/uri.hpp"

#include <fmt/format.h>

namespace goalsheet {

std::string report_uri(std::string_view path) {
    std::string uri = path.starts_with("/") ? "file://" : "";
    for (const char c : path) {
        // RFC 3986, unreserved characters and the slash between folders.
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~' || c == '/';
        if (plain)
            uri.push_back(c);
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

std::string rule_page_url(std::string_view code) {
    return std::string(kProjectUrl) + "/blob/main/schemas/rules/" + std::string(code) + ".md";
}

}  // namespace goalsheet
