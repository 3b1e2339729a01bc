// SPDX-License-Identifier: MIT
#include "read/cell_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "text/struck.hpp"

namespace goalsheet {
namespace {

bool is_folding_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// Length of the character reference at the start of `raw` (from & on), or 0.
std::size_t reference_length(std::string_view raw) {
    constexpr std::size_t kLongest = 40;
    std::size_t at = 1;
    if (at < raw.size() && raw[at] == '#') ++at;
    while (at < raw.size() && at < kLongest && std::isalnum(static_cast<unsigned char>(raw[at]))) ++at;
    if (at < raw.size() && raw[at] == ';') ++at;
    return at > 1 ? at : 0;
}

// Walks decoded text and raw source side by side and says where each character of the text stood.
class Alignment {
public:
    Alignment(std::string_view raw, std::uint32_t source) : raw_(raw), source_(source) {}

    struct Found {
        std::uint32_t source;
        bool same_bytes;
    };

    Found next(std::string_view character) {
        skip_markup(character);
        const auto here = static_cast<std::uint32_t>(source_ + at_);
        const std::string_view rest = raw_.substr(at_);
        if (rest.starts_with(character) &&
            (rest[0] != '&' || reference_length(rest) == 0 || !stands_for_itself(rest))) {
            at_ += character.size();
            return {here, true};
        }
        if (!rest.empty() && rest[0] == '&') {
            at_ += reference_length(rest);
            return {here, false};
        }
        at_ += decode_at(raw_, at_).length;
        return {here, false};
    }

private:
    // "&amp;" decodes to "&": the ampersand of the source is not the one of the text.
    static bool stands_for_itself(std::string_view rest) {
        return rest.starts_with("&amp") || rest.starts_with("&AMP") || rest.starts_with("&#38");
    }

    // Tags the parser ignored lie inside a text node's raw bytes; \r\n is one line end.
    void skip_markup(std::string_view character) {
        while (at_ < raw_.size()) {
            if (raw_[at_] == '\r' && character != "\r") {
                if (at_ + 1 >= raw_.size() || raw_[at_ + 1] != '\n') return;
                ++at_;
            } else if (raw_[at_] == '<' && character != "<") {
                const std::size_t close = raw_.find('>', at_);
                if (close == std::string_view::npos) return;
                at_ = close + 1;
            } else {
                return;
            }
        }
    }

    std::string_view raw_;
    std::uint32_t source_;
    std::size_t at_ = 0;
};

bool is_wide_text(char32_t c) { return c >= 0x2E80 && !(c >= 0xAC00 && c <= 0xD7AF) && !(c >= 0xFF61 && c <= 0xFFDC); }

}  // namespace

void CellText::flush_space(std::string_view next) {
    if (block_pending_) {
        text_.append("\n");
        space_ = before_struck_ = Space::none;
    }
    block_pending_ = false;
    if (struck_ && !struck_open_) open_struck();
    add_folded_space(std::exchange(space_, Space::none), next);
}

void CellText::add_folded_space(Space space, std::string_view next) {
    if (space == Space::none || text_.text.empty() || text_.text.back() == '\n') return;
    // CSS Text §4.1.3: a line end in the source between two wide characters is no space.
    const bool joins_wide = space == Space::line_end &&
                            is_wide_text(decode_before(text_.text, text_.text.size()).value) &&
                            is_wide_text(decode_at(next, 0).value);
    if (!joins_wide) text_.append(" ");
}

// White space in front of a mark stays there, and that behind its beginning in it.
void CellText::set_struck(bool struck) {
    if (struck == struck_) return;
    struck_ = struck;
    struck_on_ = false;
    if (struck) {
        before_struck_ = std::exchange(space_, Space::none);
        return;
    }
    if (struck_open_)
        add_folded_space(std::exchange(space_, Space::none), kStruckClose);
    else if (space_ == Space::none)
        space_ = before_struck_;
    before_struck_ = Space::none;
    close_struck();
}

void CellText::open_struck() {
    add_folded_space(std::exchange(before_struck_, Space::none), kStruckOpen);
    const bool goes_on = struck_on_ && (text_.text.empty() || text_.text.back() == '\n');
    if (goes_on) space_ = Space::none;
    text_.append(kStruckOpen);
    struck_open_ = struck_on_ = true;
}

void CellText::close_struck() {
    if (struck_open_) text_.append(kStruckClose);
    struck_open_ = false;
}

void CellText::add_piece(std::string_view piece, std::uint32_t source, bool placed) {
    flush_space(piece);
    if (placed)
        text_.append(piece, source);
    else
        text_.append(piece);
}

void CellText::add(std::string_view decoded, std::string_view raw, std::uint32_t source, bool keeps_lines) {
    const bool verbatim = raw.starts_with(decoded);
    Alignment alignment(raw, source);
    std::size_t at = 0;
    while (at < decoded.size()) {
        std::size_t end = at;
        if (keeps_lines && decoded[at] == '\n') {
            break_line();
            end = at + 1;
            if (!verbatim) alignment.next(decoded.substr(at, 1));
        } else if (is_folding_space(decoded[at]) || decoded.substr(at).starts_with(kNoBreakSpace)) {
            const bool line_end = decoded[at] == '\n' || decoded[at] == '\r';
            if (line_end && space_ == Space::none) space_ = Space::line_end;
            if (!line_end && !(space_ == Space::line_end)) space_ = Space::blank;
            if (decoded[at] == kNoBreakSpace[0]) space_ = Space::blank;
            end = at + (decoded[at] == kNoBreakSpace[0] ? kNoBreakSpace.size() : 1);
            if (!verbatim) alignment.next(decoded.substr(at, end - at));
        } else if (decoded.substr(at).starts_with(kSoftHyphen)) {
            end = at + kSoftHyphen.size();
            if (!verbatim) alignment.next(kSoftHyphen);
        } else if (verbatim) {
            while (end < decoded.size() && !is_folding_space(decoded[end]) && decoded[end] != kNoBreakSpace[0]) ++end;
            if (end == at) end = at + decode_at(decoded, at).length;
            add_piece(decoded.substr(at, end - at), static_cast<std::uint32_t>(source + at), true);
        } else {
            end = at + decode_at(decoded, at).length;
            const std::string_view character = decoded.substr(at, end - at);
            const auto found = alignment.next(character);
            add_piece(character, found.source, found.same_bytes && !raw.empty());
        }
        at = end;
    }
}

void CellText::add_literal(std::string_view text) {
    flush_space(text);
    text_.append(text);
}

void CellText::add_exact(std::string_view text) {
    flush_space(text);
    exact_begin_ = std::min(exact_begin_, text_.text.size());
    text_.append(text);
    exact_end_ = text_.text.size();
}

SourcedText CellText::take() {
    close_struck();
    if (exact_end_ == 0) return std::move(text_).trimmed();
    const std::string_view inner = trim(text_.text);
    const auto begin = static_cast<std::size_t>(inner.data() - text_.text.data());
    return text_.slice(std::min(begin, exact_begin_), std::max(begin + inner.size(), exact_end_));
}

void CellText::break_line() {
    close_struck();
    if (block_pending_) text_.append("\n");
    block_pending_ = false;
    space_ = Space::none;
    if (!text_.text.empty()) text_.append("\n");
}

void CellText::separate() {
    if (!at_line_start() && space_ == Space::none) space_ = Space::blank;
}

namespace {

constexpr std::array<std::string_view, 37> kTagNames = {
    "a",     "b",    "big",    "blockquote", "br",  "center", "dd",    "div",   "dl", "dt", "em", "font", "h1",
    "h2",    "h3",   "h4",     "h5",         "h6",  "hr",     "i",     "img",   "li", "ol", "p",  "pre",  "s",
    "small", "span", "strike", "strong",     "sub", "sup",    "table", "tbody", "td", "tr", "ul",
};

// Bytes of the tag text that starts at `at` ("<ul style=…>", "</li>", "<br/>"), or 0.
std::size_t tag_text_length(std::string_view text, std::size_t at) {
    std::size_t pos = at + 1;
    if (pos < text.size() && text[pos] == '/') ++pos;
    const std::size_t name = pos;
    while (pos < text.size() && std::isalnum(static_cast<unsigned char>(text[pos]))) ++pos;
    std::string lower(text.substr(name, pos - name));
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    bool known = lower == "u" || lower == "th" || lower == "o";
    for (const std::string_view tag : kTagNames) known = known || tag == lower;
    if (!known || pos >= text.size()) return 0;
    if (text[pos] != '>' && text[pos] != ' ' && text[pos] != '/' && text[pos] != ':' && text[pos] != '\n') return 0;
    const std::size_t close = text.substr(0, at + limit::kResidueBytes).find('>', pos);
    const std::size_t next = text.find('<', pos);
    if (close == std::string_view::npos || next < close) return 0;
    return close + 1 - at;
}

}  // namespace

void take_residue(Cell& cell) {
    SourcedText& text = cell.text;
    if (text.text.find('<') == std::string::npos) return;
    SourcedText kept;
    std::size_t done = 0;
    for (std::size_t at = text.text.find('<'); at != std::string::npos; at = text.text.find('<', at)) {
        const std::size_t length = tag_text_length(text.text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        cell.residue.push_back(text.slice(at, at + length));
        kept.append(text.slice(done, at));
        at += length;
        done = at;
    }
    if (cell.residue.empty()) return;
    kept.append(text.slice(done, text.text.size()));
    cell.whole = std::move(text);
    text = kept.trimmed();
}

}  // namespace goalsheet
