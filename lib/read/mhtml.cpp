// SPDX-License-Identifier: MIT
#include "read/mhtml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/frameset.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kNestedParts = 8;  // multipart/alternative in multipart/related

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

struct Headers {
    std::string type;  ///< with its parameters
    std::string transfer;
    bool mime = false;
};

// Up to the empty line, which is taken too. Lines that begin with a blank go on with the one above.
Headers take_headers(std::string_view& rest) {
    Headers headers;
    std::string* last = nullptr;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty()) break;
        if (line[0] == ' ' || line[0] == '\t') {
            if (last) last->append(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::string name = lower(line.substr(0, colon));
        const std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
        last = nullptr;
        if (name == "content-type") *(last = &headers.type) = value;
        if (name == "content-transfer-encoding") *(last = &headers.transfer) = value;
        headers.mime = headers.mime || name == "mime-version";
    }
    return headers;
}

// The value of a parameter: boundary="a b", charset=utf-8
std::string parameter(std::string_view header, std::string_view name) {
    const std::string folded = lower(header);
    for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
        std::size_t begin = at + name.size();
        const bool whole = at > 0 && (folded[at - 1] == ';' || folded[at - 1] == ' ' || folded[at - 1] == '\t');
        while (begin < folded.size() && (folded[begin] == ' ' || folded[begin] == '\t')) ++begin;
        if (!whole || begin >= folded.size() || folded[begin] != '=') continue;
        const std::string_view value = trim(header.substr(begin + 1));
        if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
        return std::string(trim(value.substr(0, value.find(';'))));
    }
    return {};
}

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    return std::nullopt;
}

// RFC 2045 §6.7; what is no such code stays as it is.
std::string from_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const bool last = text.find('\n') == std::string_view::npos;
        std::string_view line = take_line(text);
        while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
        const bool soft = line.ends_with('=');
        if (soft) line.remove_suffix(1);
        for (std::size_t at = 0; at < line.size(); ++at) {
            const auto high = line[at] == '=' && at + 2 < line.size() ? hex_digit(line[at + 1]) : std::nullopt;
            const auto low = high ? hex_digit(line[at + 2]) : std::nullopt;
            out.push_back(low ? static_cast<char>(*high * 16 + *low) : line[at]);
            at += low ? 2 : 0;
        }
        if (!soft && !last) out.push_back('\n');
    }
    return out;
}

std::optional<unsigned> base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
    if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a' + 26);
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0' + 52);
    if (c == '+' || c == '-') return 62U;
    if (c == '/' || c == '_') return 63U;
    return std::nullopt;
}

std::string from_base64(std::string_view text) {
    std::string out;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto digit = base64_digit(c);
        if (!digit) continue;
        bits = (bits << 6U | *digit) & 0xFFFFFFU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out.push_back(static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU));
    }
    return out;
}

std::string undo_transfer(std::string_view body, const Headers& headers) {
    const std::string encoding = lower(trim(headers.transfer));
    if (encoding == "quoted-printable") return from_quoted_printable(body);
    if (encoding == "base64") return from_base64(body);
    return std::string(body);
}

class Unpacker {
public:
    explicit Unpacker(std::string_view forced) : forced_(forced) {}

    void read_part(std::string_view part, std::size_t depth) {
        if (depth > kNestedParts) return;
        if (++parts_ > limit::kMhtmlParts) return note_limit("mhtml-parts", limit::kMhtmlParts);
        const Headers headers = take_headers(part);
        const std::string type = lower(trim(std::string_view(headers.type).substr(0, headers.type.find(';'))));
        if (type.starts_with("multipart/"))
            read_parts(part, parameter(headers.type, "boundary"), depth + 1);
        else if (type == "text/html" || type == "application/xhtml+xml")
            add_page(take_text(part, headers), parameter(headers.type, "charset"));
        else if (type == "text/css")
            add_sheet(take_text(part, headers), parameter(headers.type, "charset"));
    }

    Decoded take() {
        Decoded taken = std::move(any_ ? all_ : frames_);
        if (any_) taken.text += sheets_;
        taken.limit = std::move(limit_);
        return taken;
    }

private:
    void note_limit(std::string_view name, std::size_t most) {
        if (limit_.empty()) limit_ = fmt::format("{} {}", name, most);
    }

    std::string take_text(std::string_view part, const Headers& headers) {
        std::string text = undo_transfer(part, headers);
        if (text.size() > left_) {
            note_limit("mhtml-bytes", limit::kMhtmlTextBytes);
            text.resize(left_);
        }
        left_ -= text.size();
        return text;
    }

    // Each begins behind a line --boundary and ends in front of the next one; --boundary-- ends the last.
    void read_parts(std::string_view body, const std::string& boundary, std::size_t depth) {
        if (boundary.empty()) return;
        const std::string mark = "--" + boundary;
        std::optional<std::size_t> begin;
        std::string_view rest = body;
        while (!rest.empty() && parts_ <= limit::kMhtmlParts) {
            const auto at = static_cast<std::size_t>(rest.data() - body.data());
            const std::string_view line = take_line(rest);
            if (!line.starts_with(mark)) continue;
            if (begin) read_part(body.substr(*begin, at - *begin), depth);
            begin = static_cast<std::size_t>(rest.data() - body.data());
            if (line.starts_with(mark + "--")) return;
        }
        if (begin) read_part(body.substr(*begin), depth);
    }

    void add_page(const std::string& bytes, const std::string& charset) {
        const std::string own = encoding_from_label(charset);
        Decoded page = decode(bytes, forced_.empty() ? std::string_view(own) : forced_);
        // Browsers show the pages in it, which are parts of their own.
        if (!framed_page(page.text).empty()) {
            frames_ = std::move(page);
            return;
        }
        if (!any_) {
            all_ = std::move(page);
            any_ = true;
            return;
        }
        all_.text.push_back('\n');
        for (Undecodable bad : page.undecodable) {
            bad.text_offset += all_.text.size();
            if (all_.undecodable.size() < kMaxUndecodableListed) all_.undecodable.push_back(bad);
        }
        all_.undecodable_count += page.undecodable_count;
        all_.text += page.text;
    }

    // Behind the pages, where it moves none of their lines.
    void add_sheet(const std::string& bytes, const std::string& charset) {
        const std::string css = decode(bytes, encoding_from_label(charset)).text;
        if (lower(css).find("</style") == std::string::npos) sheets_ += "\n<style>" + css + "</style>";
    }

    std::string_view forced_;
    std::string sheets_;
    Decoded all_;
    Decoded frames_;
    bool any_ = false;
    std::size_t parts_ = 0;
    std::size_t left_ = limit::kMhtmlTextBytes;
    std::string limit_;
};

std::string_view without_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (bytes.starts_with('\n') || bytes.starts_with('\r')) bytes.remove_prefix(1);
    return bytes;
}

}  // namespace

bool is_mhtml(std::string_view bytes) {
    constexpr std::size_t kLookAt = 16384;
    bytes = without_mark(bytes).substr(0, kLookAt);
    const std::size_t name_end =
        bytes.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    if (name_end == 0 || name_end == std::string_view::npos || bytes[name_end] != ':') return false;
    const Headers headers = take_headers(bytes);
    return headers.mime && !headers.type.empty();
}

Decoded decode_mhtml(std::string_view bytes, std::string_view forced) {
    Unpacker unpacker(forced);
    unpacker.read_part(without_mark(bytes), 0);
    return unpacker.take();
}

}  // namespace goalsheet
