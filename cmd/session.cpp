// SPDX-License-Identifier: MIT
#include "cmd/session.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "goalsheet/text.hpp"

namespace goalsheet::cmd {
namespace {

// The locale's language as POSIX finds it: LC_ALL, LC_MESSAGES, LANG, the first that is set.
Lang locale_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) return std::string_view(value).starts_with("ja") ? Lang::ja : Lang::en;
    }
    return Lang::en;
}

// File names are data: no control character of theirs reaches the terminal.
std::string visible(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F)
            out += fmt::format("\\x{:02x}", byte);
        else
            out.push_back(c);
    }
    return out;
}

}  // namespace

Lang Session::lang() const {
    if (lang_option == "ja") return Lang::ja;
    if (lang_option == "en") return Lang::en;
    return locale_language();
}

bool Session::color_on(int fd) const {
    if (color != "auto") return color == "always";
    const char* no_color = std::getenv("NO_COLOR");
    return !(no_color && *no_color) && isatty(fd) == 1;
}

bool Session::print(std::string_view text) const {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

void Session::note(const Message& message) const {
    if (!quiet) fmt::print(stderr, "{}\n", message.in(lang()));
}

void Session::report(const Fault& fault) const {
    fmt::print(stderr, "goalsheet: {}: {}\n", visible(fault.path), fault.message.in(lang()));
}

}  // namespace goalsheet::cmd
