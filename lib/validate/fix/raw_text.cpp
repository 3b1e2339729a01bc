// SPDX-License-Identifier: MIT
#include "validate/fix/raw_text.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"
#include "text/decode.hpp"
#include "text/encode_cp932.hpp"

namespace goalsheet {
namespace {

constexpr std::string_view kBom8 = "\xEF\xBB\xBF";

bool is_utf16(std::string_view encoding) { return encoding == "utf-16le" || encoding == "utf-16be"; }

std::size_t bom_length(std::string_view bytes, std::string_view encoding) {
    if (encoding == "utf-8") return bytes.starts_with(kBom8) ? kBom8.size() : 0;
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    return is_utf16(encoding) && marked ? 2 : 0;
}

void append_unit(std::string& out, unsigned unit, bool little) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    out.push_back(little ? low : high);
    out.push_back(little ? high : low);
}

std::string encode_utf16(std::string_view text, bool little) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.length;
        const auto value = static_cast<unsigned>(point.value);
        if (value < 0x10000) {
            append_unit(out, value, little);
            continue;
        }
        append_unit(out, 0xD800U + ((value - 0x10000U) >> 10U), little);
        append_unit(out, 0xDC00U + ((value - 0x10000U) & 0x3FFU), little);
    }
    return out;
}

std::size_t decoded_size(std::string_view bytes, std::string_view encoding) {
    return decode(bytes, encoding).text.size();
}

}  // namespace

std::optional<RawText> RawText::pair(std::string_view bytes, std::string_view text, std::string_view encoding) {
    RawText raw(bytes, encoding);
    raw.text_size_ = text.size();
    const std::size_t bom = bom_length(bytes, encoding);
    if (encoding == "utf-8") {
        if (bytes.substr(bom) != text) return std::nullopt;
        raw.lines_.push_back({0, bom});
        return raw;
    }
    if (encoding != "windows-31j" && !is_utf16(encoding)) return std::nullopt;
    if (decode(bytes, encoding).undecodable_count > 0) return std::nullopt;
    raw.lines_.push_back({0, bom});
    return raw.map_lines(text.size()) ? std::optional(raw) : std::nullopt;
}

// A line end is one byte that is part of no other character in CP932, and one unit in UTF-16.
bool RawText::map_lines(std::size_t text_size) {
    const std::size_t width = is_utf16(encoding_) ? 2 : 1;
    const bool big = encoding_ == "utf-16be";
    while (true) {
        const Line line = lines_.back();
        std::size_t end = line.raw;
        for (; end + width <= bytes_.size(); end += width) {
            const bool here = width == 1 ? bytes_[end] == '\n'
                                         : bytes_[end + (big ? 1 : 0)] == '\n' && bytes_[end + (big ? 0 : 1)] == 0;
            if (here) break;
        }
        const bool last = end + width > bytes_.size();
        end = last ? bytes_.size() : end + width;
        const std::size_t size = decoded_size(bytes_.substr(line.raw, end - line.raw), encoding_);
        if (last) return line.text + size == text_size;
        lines_.push_back({line.text + size, end});
    }
}

std::size_t RawText::unit_length(std::size_t raw) const {
    const auto byte = static_cast<unsigned char>(bytes_[raw]);
    if (encoding_ == "windows-31j") return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC) ? 2 : 1;
    const std::size_t high = raw + (encoding_ == "utf-16be" ? 0 : 1);
    const auto lead = high < bytes_.size() ? static_cast<unsigned char>(bytes_[high]) : 0;
    return lead >= 0xD8 && lead <= 0xDB ? 4 : 2;
}

std::optional<std::size_t> RawText::raw_offset(std::size_t offset) const {
    if (offset > text_size_) return std::nullopt;
    const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                       [](std::size_t at, const Line& line) { return at < line.text; });
    Line at = *std::prev(next);
    if (encoding_ == "utf-8") return at.raw + (offset - at.text);
    while (at.text < offset && at.raw < bytes_.size()) {
        const std::size_t length = std::min(unit_length(at.raw), bytes_.size() - at.raw);
        at.text += decoded_size(bytes_.substr(at.raw, length), encoding_);
        at.raw += length;
    }
    return at.text == offset ? std::optional(at.raw) : std::nullopt;
}

std::optional<std::string> RawText::encode(std::string_view text) const {
    if (encoding_ == "utf-8") return std::string(text);
    if (is_utf16(encoding_)) return encode_utf16(text, encoding_ == "utf-16le");
    Encoded encoded = encode_cp932(text);
    return encoded.lost.empty() ? std::optional(std::move(encoded.bytes)) : std::nullopt;
}

}  // namespace goalsheet
