// SPDX-License-Identifier: MIT
#include "write/format/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "goalsheet/text.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kBullet = "・";
constexpr std::string_view kStruckOpen = "［取消線：";
constexpr std::string_view kStruckClose = "］";

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool is_noncharacter(char32_t c) { return (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF); }
bool folds(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0xA0; }

// What HTML forbids, folds or drops wherever it stands. A single space folds only beside others.
bool never_survives(char32_t c) { return (c != '\n' && is_control(c)) || is_noncharacter(c) || c == 0xA0 || c == 0xAD; }

// HTML's own picture of a character that has none.
std::string_view shown_as(char32_t c, std::string& buffer) {
    if (c == ' ' || c == 0xA0) return "\xC2\xA0";
    if (c == '\n') return "<br>";
    if (c == '\t') return "\xE2\x80\x83";
    buffer.clear();
    if (c < 0x20)
        append_utf8(buffer, 0x2400 + c);  // ␍
    else if (c == 0x7F)
        append_utf8(buffer, 0x2421);
    else
        append_utf8(buffer, is_control(c) || is_noncharacter(c) ? 0xFFFD : c);
    return buffer;
}

void add_escaped(std::string& out, std::string_view bytes, char32_t c) {
    if (c == '&')
        out += "&amp;";
    else if (c == '<')
        out += "&lt;";
    else if (c == '>')
        out += "&gt;";
    else if (c == '"')
        out += "&quot;";
    else if (c == '[' && ends_as_command(out))
        out += "&#91;";
    else if (c == 0xFFFD)
        out += "\xEF\xBF\xBD";  // also for bytes that are no UTF-8
    else
        out += bytes;
}

/// Writes one text; `core` is what is left of it without the white space at its ends.
class TextWriter {
public:
    explicit TextWriter(std::string_view text) : text_(text) {
        const std::string_view core = trim(text);
        core_begin_ = core.empty() ? text.size() : static_cast<std::size_t>(core.data() - text.data());
        core_end_ = core_begin_ + core.size();
    }

    std::string write() {
        out_.reserve(text_.size() + text_.size() / 8);
        add_exact(0, core_begin_);
        std::size_t line_ends = 0;  // since the last line that was written
        bool in_list = false;
        for (std::size_t at = core_begin_; at < core_end_; ++line_ends) {
            const std::size_t end = std::min(text_.find('\n', at), core_end_);
            if (end > at) {
                const bool item = is_list_item(at, end);
                begin_line(line_ends, in_list, item);
                add_line(item ? at + kBullet.size() : at, end);
                if (item) out_ += "</li>";
                in_list = item;
                line_ends = 0;
            }
            at = end + 1;
        }
        if (in_list) out_ += "</ul>";
        add_exact(core_end_, text_.size());
        return std::move(out_);
    }

private:
    // Before and behind a list a line ends without a <br>.
    void begin_line(std::size_t line_ends, bool after_item, bool item) {
        if (after_item && item && line_ends == 1) {
            out_ += "<li>";
            return;
        }
        if (after_item) out_ += "</ul>";
        const bool ended = line_ends > 0 && (after_item || (item && line_ends == 1));
        for (std::size_t i = ended ? 1 : 0; i < line_ends; ++i) out_ += "<br>";
        if (item) out_ += "<ul><li>";
    }

    // ・ and words that do not begin with a mark of their own, which the reader would take for the bullet.
    bool is_list_item(std::size_t begin, std::size_t end) const {
        std::string_view line = text_.substr(begin, end - begin);
        if (!line.starts_with(kBullet)) return false;
        if (begin == core_begin_ && begin > 0 && text_[begin - 1] != '\n') return false;
        if (end == core_end_ && core_end_ < text_.size()) return false;
        line.remove_prefix(kBullet.size());
        while (line.starts_with(kStruckOpen)) line.remove_prefix(kStruckOpen.size());
        const CodePoint first = decode_at(line, 0);
        constexpr std::u32string_view kMarks = U"・○●◎■□◆◇※(（-－*⚫•［］";
        return first.length != 0 && !is_space(first.value) && !never_survives(first.value) &&
               kMarks.find(first.value) == std::u32string_view::npos && !digit_value(first.value) &&
               !circled_number(first.value);
    }

    void add_line(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end;) {
            if (const std::size_t close = find_struck(at, end)) {
                out_ += "<s>";
                add_plain(at + kStruckOpen.size(), close, begin, end);
                out_ += "</s>";
                at = close + kStruckClose.size();
                continue;
            }
            const std::size_t next = text_.substr(0, end).find(kStruckOpen, at + 1);
            const std::size_t stop = next == std::string_view::npos ? end : next;
            add_plain(at, stop, begin, end);
            at = stop;
        }
    }

    // The end of the words that are struck out from `at` on, or 0: within a line, and the innermost bracket.
    std::size_t find_struck(std::size_t at, std::size_t end) const {
        const std::string_view line = text_.substr(0, end);
        if (!line.substr(at).starts_with(kStruckOpen)) return 0;
        const std::size_t inner = at + kStruckOpen.size();
        const std::size_t stop = std::min(line.find(kStruckOpen, inner), end);
        const std::size_t close = line.substr(0, stop).find(kStruckClose, inner);
        if (close == std::string_view::npos || trim(line.substr(inner, close - inner)).empty()) return 0;
        return close;
    }

    // [begin, end) of a line that reaches over [line_begin, line_end).
    void add_plain(std::size_t begin, std::size_t end, std::size_t line_begin, std::size_t line_end) {
        for (std::size_t at = begin; at < end;) {
            const CodePoint point = decode_at(text_, at);
            if (is_exact(point, at, line_begin, line_end)) {
                std::size_t stop = at;
                while (stop < end && is_exact(decode_at(text_, stop), stop, line_begin, line_end))
                    stop += decode_at(text_, stop).length;
                add_exact(at, stop);
                at = stop;
                continue;
            }
            add_escaped(out_, text_.substr(at, point.length), point.value);
            at += point.length;
        }
    }

    bool is_exact(const CodePoint& point, std::size_t at, std::size_t line_begin, std::size_t line_end) const {
        if (never_survives(point.value)) return true;
        if (point.value != ' ') return false;
        const std::size_t after = at + 1;
        return at == line_begin || after == line_end || folds(decode_before(text_, at).value) ||
               folds(decode_at(text_, after).value);
    }

    void add_exact(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        std::string shown;
        std::string buffer;
        out_ += "<data value=\"";
        for (std::size_t at = begin; at < end;) {
            const CodePoint point = decode_at(text_, at);
            fmt::format_to(std::back_inserter(out_), "{}U+{:04X}", at == begin ? "" : " ",
                           static_cast<unsigned>(point.value));
            shown += shown_as(point.value, buffer);
            at += point.length;
        }
        out_.append("\">").append(shown).append("</data>");
    }

    std::string_view text_;
    std::size_t core_begin_ = 0;
    std::size_t core_end_ = 0;
    std::string out_;
};

}  // namespace

std::string html_text(std::string_view text) { return TextWriter(text).write(); }

std::string html_line(std::string_view text) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool blank = is_space(point.value) || never_survives(point.value) || point.value == '\n';
        if (!blank) {
            if (space && !out.empty()) out += ' ';
            add_escaped(out, text.substr(at, point.length), point.value);
        }
        space = blank;
        at += point.length;
    }
    return out;
}

}  // namespace goalsheet
