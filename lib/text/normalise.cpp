// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "goalsheet/text.hpp"
#include "text/fold.hpp"

namespace goalsheet {

std::string nfkc(std::string_view utf8) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()),
                     &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0) return std::string(utf8);
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

namespace {

char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

void append_folded(std::string& folded, char32_t c) {
    if (!is_space(c)) append_utf8(folded, c == U'〇' ? U'○' : lower(c));
}

std::optional<std::string> fold_simple(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    std::size_t kept = 0;  // what lies between here and the place looked at goes over as it is
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const std::size_t next = at + point.length;
        const char32_t c = is_space(point.value) ? U' ' : fold_alone(point.value);
        if (c == 0) return std::nullopt;
        if (c != point.value || c == U' ') {
            folded.append(utf8.substr(kept, at - kept));
            if (c != U' ') append_utf8(folded, c);
            kept = next;
        }
        at = next;
    }
    folded.append(utf8.substr(kept));
    return folded;
}

}  // namespace

char32_t fold_alone(char32_t c) {
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096)) return c;  // nearly all of Japanese
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c < 0x80) return lower(c);
    if (c == U'〇') return U'○';
    const bool itself = (c >= 0x3001 && c <= 0x3035) || (c >= 0x30A0 && c <= 0x30FE) || (c >= 0x25A0 && c <= 0x25FF);
    return itself ? c : 0;
}

std::string fold(std::string_view utf8) {
    if (auto folded = fold_simple(utf8)) return *std::move(folded);
    const std::string composed = nfkc(utf8);
    std::string folded;
    folded.reserve(composed.size());
    for (std::size_t at = 0; at < composed.size();) {
        const CodePoint point = decode_at(composed, at);
        at += point.length;
        append_folded(folded, point.value);
    }
    return folded;
}

std::string_view trim(std::string_view utf8) {
    std::size_t begin = 0;
    while (begin < utf8.size()) {
        const CodePoint point = decode_at(utf8, begin);
        if (!is_space(point.value)) break;
        begin += point.length;
    }
    std::size_t end = utf8.size();
    while (end > begin) {
        const CodePoint point = decode_before(utf8, end);
        if (!is_space(point.value)) break;
        end -= point.length;
    }
    return utf8.substr(begin, end - begin);
}

std::optional<int> circled_number(char32_t c) {
    if (c >= 0x2460 && c <= 0x2473) return static_cast<int>(c - 0x2460) + 1;
    if (c >= 0x3251 && c <= 0x325F) return static_cast<int>(c - 0x3251) + 21;
    if (c >= 0x32B1 && c <= 0x32BF) return static_cast<int>(c - 0x32B1) + 36;
    return std::nullopt;
}

std::string circled(int number) {
    std::string out;
    if (number >= 1 && number <= 20)
        append_utf8(out, 0x2460 + static_cast<char32_t>(number - 1));
    else if (number >= 21 && number <= 35)
        append_utf8(out, 0x3251 + static_cast<char32_t>(number - 21));
    else if (number >= 36 && number <= 50)
        append_utf8(out, 0x32B1 + static_cast<char32_t>(number - 36));
    else
        out = fmt::format("({})", number);
    return out;
}

}  // namespace goalsheet
