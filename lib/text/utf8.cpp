// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstring>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr char32_t kReplacementPoint = 0xFFFD;

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Length of the sequence a lead byte announces and the least value it may hold; 0 for bytes that lead nothing.
struct Lead {
    std::uint32_t length;
    char32_t bits;
    char32_t least;
};

Lead read_lead(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

}  // namespace

CodePoint decode_rare_at(std::string_view utf8, std::size_t offset) {
    const Lead lead = read_lead(static_cast<unsigned char>(utf8[offset]));
    if (lead.length == 1) return {lead.bits, 1};
    if (lead.length == 0 || utf8.size() - offset < lead.length) return {kReplacementPoint, 1};
    char32_t value = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto byte = static_cast<unsigned char>(utf8[offset + i]);
        if (!is_continuation(byte)) return {kReplacementPoint, 1};
        value = (value << 6U) | (byte & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    if (value < lead.least || value > 0x10FFFF || surrogate) return {kReplacementPoint, 1};
    return {value, lead.length};
}

CodePoint decode_before(std::string_view utf8, std::size_t offset) {
    if (offset == 0 || offset > utf8.size()) return {};
    std::size_t start = offset - 1;
    while (start > 0 && offset - start < 4 && is_continuation(static_cast<unsigned char>(utf8[start]))) --start;
    const CodePoint point = decode_at(utf8, start);
    if (start + point.length == offset) return point;
    return {kReplacementPoint, 1};
}

void append_utf8(std::string& out, char32_t value) {
    char bytes[4];
    std::size_t length = 0;
    const auto put = [&](char32_t byte) { bytes[length++] = static_cast<char>(static_cast<unsigned char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
    out.append(bytes, length);
}

std::size_t count_code_points(std::string_view utf8) {
    // Eight bytes at a time: the top bit of each is left set where 10xxxxxx stands.
    std::size_t continuations = 0;
    std::size_t at = 0;
    for (; utf8.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
        std::uint64_t bytes;
        std::memcpy(&bytes, utf8.data() + at, sizeof bytes);
        const std::uint64_t marked = bytes & ~(bytes << 1U) & 0x8080808080808080U;
        continuations += static_cast<std::size_t>((marked >> 7U) * 0x0101010101010101U >> 56U);
    }
    for (std::size_t tail = at; tail < utf8.size(); ++tail)
        continuations += is_continuation(static_cast<unsigned char>(utf8[tail]));
    return utf8.size() - continuations;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
    const auto byte = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const auto is_ascii_word = [bytes](std::size_t at) {
        std::uint64_t word = 0;
        if (bytes.size() - at < sizeof word) return false;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        return (word & 0x8080808080808080U) == 0;
    };
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (byte(at) < 0x80) {
            at += is_ascii_word(at) ? sizeof(std::uint64_t) : 1;
            continue;
        }
        // Nearly all of Japanese: three bytes that are neither overlong (E0) nor surrogates (ED).
        const bool common = byte(at) > 0xE0 && byte(at) < 0xF0 && byte(at) != 0xED && bytes.size() - at >= 3;
        if (common && is_continuation(byte(at + 1)) && is_continuation(byte(at + 2))) {
            at += 3;
            continue;
        }
        const CodePoint point = decode_at(bytes, at);
        if (point.length == 1) return at;
        at += point.length;
    }
    return std::nullopt;
}

std::vector<std::string_view> split_lines(std::string_view utf8) {
    std::vector<std::string_view> lines;
    std::size_t start = 0;
    while (true) {
        const std::size_t end = utf8.find('\n', start);
        lines.push_back(utf8.substr(start, end - start));
        if (end == std::string_view::npos) return lines;
        start = end + 1;
    }
}

}  // namespace goalsheet
