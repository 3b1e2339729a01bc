// SPDX-License-Identifier: MIT
#include "cmd/session.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "goalsheet/text.hpp"
#include "text/escape.hpp"

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

unsigned Session::threads() const { return jobs ? jobs : std::max(1U, std::thread::hardware_concurrency()); }

void Session::paint(std::string_view line) const {
    fmt::print(stderr, "\r\x1b[K{}", line);
    painted_ = true;
}

void Session::wipe() const {
    if (painted_) fmt::print(stderr, "\r\x1b[K");
    painted_ = false;
}

bool Session::print(std::string_view text) const {
    wipe();
    const bool written = text.empty() || std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (written && std::fflush(stdout) == 0) return true;
    const std::string reason = std::strerror(errno);
    report({"-",
            {fmt::format("標準出力に書けません（{}）。", reason),
             fmt::format("Cannot write to standard output ({}).", reason)}});
    return false;
}

void Session::note(const Message& message) const {
    if (!quiet) warn(message);
}

void Session::warn(const Message& message) const {
    wipe();
    fmt::print(stderr, "{}\n", guard_commands(escape_terminal(message.in(lang()))));
}

void Session::report(const Fault& fault) const {
    wipe();
    const std::string line = fmt::format("goalsheet: {}: {}", fault.path, fault.message.in(lang()));
    fmt::print(stderr, "{}\n", guard_commands(escape_terminal(line)));
}

void Session::refuse(const Message& message) const {
    wipe();
    std::string_view start = "goalsheet: ";
    for (const std::string_view line : split_lines(message.in(lang()))) {
        fmt::print(stderr, "{}{}\n", start, escape_terminal(line));
        start = "";
    }
}

void Session::say_input_is_awaited() const {
    if (isatty(STDIN_FILENO) == 1)
        note({"標準入力を待っています。文章を貼り付け、Ctrl+Dで終わってください（やめるときは Ctrl+C）。",
              "Waiting for standard input: paste the text and end it with Ctrl+D (Ctrl+C to give up)."});
}

}  // namespace goalsheet::cmd
