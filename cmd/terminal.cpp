// SPDX-License-Identifier: MIT
#include "cmd/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace goalsheet::cmd {

std::size_t terminal_columns() {
    if (const char* asked = std::getenv("COLUMNS")) {
        const long columns = std::strtol(asked, nullptr, 10);
        if (columns > 0) return static_cast<std::size_t>(columns);
    }
    winsize size{};
    return isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace goalsheet::cmd
