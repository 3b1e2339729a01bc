// SPDX-License-Identifier: MIT
#include "cmd/run_progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "goalsheet/text.hpp"
#include "text/escape.hpp"

namespace goalsheet::cmd {
namespace {

constexpr std::chrono::milliseconds kFirst{500};
constexpr std::chrono::milliseconds kRepaint{100};
constexpr std::chrono::seconds kPlainLine{10};
constexpr std::size_t kBarColumns = 20;

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
}

// Logs of CI keep every line that is painted over.
bool can_paint() {
    const char* terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) == 1 && !is_set("CI") && terminal && std::string_view(terminal) != "dumb";
}

std::size_t columns_of_stderr() {
    winsize size{};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

std::string time_words(Lang lang, std::chrono::seconds left) {
    const auto minutes = left.count() / 60, seconds = left.count() % 60;
    if (lang == Lang::ja)
        return minutes ? fmt::format("残り{}分{:02}秒", minutes, seconds) : fmt::format("残り{}秒", seconds);
    return minutes ? fmt::format("{}:{:02} left", minutes, seconds) : fmt::format("{} s left", seconds);
}

}  // namespace

std::string progress_bar(Lang lang, std::size_t done, std::size_t total, std::chrono::seconds left,
                         std::string_view path, std::size_t columns) {
    const std::size_t filled = total ? done * kBarColumns / total : kBarColumns;
    const std::string bar = std::string(filled, '#') + std::string(kBarColumns - filled, '-');
    const std::size_t percent = total ? done * 100 / total : 100;
    const std::string line =
        fmt::format("[{}] {}/{} {}% {} {}", bar, done, total, percent, time_words(lang, left), escape_terminal(path));
    return cut_to_width(line, columns);
}

RunProgress::RunProgress(const Session& session, std::size_t total)
    : session_(session), total_(total), terminal_(can_paint()), start_(Clock::now()) {
    next_ = start_ + (terminal_ ? kFirst : std::chrono::milliseconds(kPlainLine));
}

RunProgress::~RunProgress() { session_.wipe(); }

void RunProgress::show(std::size_t done, std::string_view path) {
    const auto now = Clock::now();
    if (session_.quiet || done == total_ || now < next_) return;
    const auto spent = std::chrono::duration<double>(now - start_);
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(
        spent * static_cast<double>(total_ - done) / static_cast<double>(std::max<std::size_t>(done, 1)));
    if (terminal_) {
        // The last column stays free: some terminals wrap when it is filled.
        session_.paint(progress_bar(session_.lang(), done, total_, left, path, columns_of_stderr() - 1));
        next_ = now + kRepaint;
        return;
    }
    const std::string count = fmt::format("{}/{}", done, total_);
    session_.note({fmt::format("{} 件を処理しました。{}", count, time_words(Lang::ja, left)),
                   fmt::format("{} inputs done, {}", count, time_words(Lang::en, left))});
    next_ = now + kPlainLine;
}

}  // namespace goalsheet::cmd
