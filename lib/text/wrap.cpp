// SPDX-License-Identifier: MIT
#include "text/wrap.hpp"

#include <algorithm>
#include <utility>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr char32_t kFirstWide = 0x1100;

bool may_not_begin_line(char32_t c) {
    constexpr std::u32string_view kClosing = U"、。，．・：；？！）」』】〉》］｝ー々ゝっゃゅょッャュョ…～";
    return kClosing.find(c) != std::u32string_view::npos;
}
bool may_not_end_line(char32_t c) {
    constexpr std::u32string_view kOpening = U"（「『【〈《［｛";
    return kOpening.find(c) != std::u32string_view::npos;
}

// The end of what must stay together from `at` on: a Latin word, or one wide character with what clings to it.
std::size_t end_of_piece(std::string_view text, std::size_t at) {
    CodePoint last = decode_at(text, at);
    std::size_t end = at + last.length;
    while (end < text.size()) {
        const CodePoint next = decode_at(text, end);
        const bool narrow_word = last.value < kFirstWide && next.value < kFirstWide && last.value != '|';
        if (next.value == ' ') break;
        if (!narrow_word && !may_not_begin_line(next.value) && !may_not_end_line(last.value)) break;
        last = next;
        end += next.length;
    }
    return end;
}

class Lines {
public:
    explicit Lines(std::size_t columns) : columns_(columns < 1 ? 1 : columns) {}

    void add(std::string_view piece, bool after_blank) {
        const std::size_t blank = after_blank && !line_.empty() ? 1 : 0;
        const std::size_t width = display_width(piece);
        if (!line_.empty() && width_ + blank + width > columns_) end_line();
        if (blank == 1 && !line_.empty()) append(" ", 1);
        if (width <= columns_) return append(piece, width);
        for (std::size_t at = 0; at < piece.size();) add_character(piece, at);
    }
    std::vector<std::string> take() {
        if (!line_.empty() || lines_.empty()) end_line();
        return std::move(lines_);
    }

private:
    void append(std::string_view text, std::size_t width) {
        line_ += text;
        width_ += width;
    }
    void add_character(std::string_view piece, std::size_t& at) {
        const std::string_view one = piece.substr(at, decode_at(piece, at).length);
        at += one.size();
        const std::size_t width = display_width(one);
        if (!line_.empty() && width_ + width > columns_) end_line();
        append(one, width);
    }
    void end_line() {
        lines_.push_back(std::move(line_));
        line_.clear();
        width_ = 0;
    }

    std::size_t columns_;
    std::vector<std::string> lines_;
    std::string line_;
    std::size_t width_ = 0;
};

/// A line without its colours, and where each of them stood.
struct PlainLine {
    std::string text;
    std::vector<std::pair<std::size_t, std::string_view>> colors;
};

PlainLine without_colors(std::string_view line) {
    PlainLine plain;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = line.substr(at).starts_with("\x1b[") ? line.find('m', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            plain.text += line[at++];
            continue;
        }
        plain.colors.emplace_back(plain.text.size(), line.substr(at, end + 1 - at));
        at = end + 1;
    }
    return plain;
}

/// Puts the colours back into the pieces of a line, which has lost blanks where it was broken.
class Recolored {
public:
    explicit Recolored(const PlainLine& plain) : plain_(plain) {}

    void add(std::string_view piece) {
        for (const char c : piece) {
            while (c != ' ' && plain_.text[at_] == ' ') step();
            step();
            out_ += c;
            while (c == ' ' && at_ < plain_.text.size() && plain_.text[at_] == ' ') step();
        }
        put_colors();
    }
    void add_indent(std::size_t columns) { out_.append(columns, ' '); }
    void end_line() { out_ += '\n'; }
    std::string take() {
        at_ = plain_.text.size();
        put_colors();
        return std::move(out_);
    }

private:
    void step() {
        put_colors();
        ++at_;
    }
    void put_colors() {
        while (next_ < plain_.colors.size() && plain_.colors[next_].first <= at_) out_ += plain_.colors[next_++].second;
    }

    const PlainLine& plain_;
    std::size_t at_ = 0;
    std::size_t next_ = 0;
    std::string out_;
};

std::string fit_line(std::string_view line, std::size_t columns) {
    constexpr std::size_t kFurtherIn = 2;
    const PlainLine plain = without_colors(line);
    if (display_width(plain.text) <= columns) return std::string(line);
    const std::size_t leading = std::min(plain.text.find_first_not_of(' '), plain.text.size());
    const std::size_t indent = std::min(leading, columns / 3);
    const std::size_t room = columns > indent + kFurtherIn ? columns - indent - kFurtherIn : 1;
    Recolored out(plain);
    bool first = true;
    for (const std::string& piece : wrap_to_width(plain.text, room)) {
        if (!first) out.end_line();
        out.add_indent(first ? indent : indent + kFurtherIn);
        out.add(piece);
        first = false;
    }
    return out.take();
}

}  // namespace

std::string fit_lines(std::string_view text, std::size_t columns) {
    if (columns == 0) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += fit_line(text.substr(at, end - at), columns);
        if (end < text.size()) out += '\n';
        at = end + 1;
    }
    return out;
}

std::vector<std::string> wrap_to_width(std::string_view text, std::size_t columns) {
    Lines lines(columns);
    bool after_blank = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            after_blank = true;
            ++at;
            continue;
        }
        const std::size_t end = end_of_piece(text, at);
        lines.add(text.substr(at, end - at), after_blank);
        after_blank = false;
        at = end;
    }
    return lines.take();
}

}  // namespace goalsheet
