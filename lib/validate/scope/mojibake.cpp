// SPDX-License-Identifier: MIT
#include "validate/scope/mojibake.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "text/encode_cp932.hpp"

namespace goalsheet::rules {
namespace {

// 縺 繧 繝 begin nearly every kana of a UTF-8 text that was read as CP932.
constexpr std::array<std::string_view, 3> kKana = {"縺", "繧", "繝"};
constexpr std::array<std::string_view, 22> kEscaped = {
    "=E3=8", "=e3=8", "%E3%8", "%e3%8", "\\u30", "\\u4e", "&#x30", "&#123", "\\u5", "\\u6", "\\u7",
    "\\u8",  "\\u9",  "%E4%",  "%E5%",  "%E6%",  "%E7%",  "%E8%",  "%E9%",  "%e5%", "%e6%", "%e7%"};
constexpr std::size_t kLongestRun = 600;  // bytes that are tried

bool is_halfwidth_kana(char32_t c) { return c >= 0xFF61 && c <= 0xFF9F; }

// What Latin-1 and Windows-1252 make of the bytes 80 to FF.
bool is_western(char32_t c) {
    constexpr std::u32string_view kWindows = U"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
    return (c >= 0x80 && c <= 0xFF && c != U'×' && c != U'÷' && c != U'°' && c != U'±' && c != U'§' && c != U'¶' &&
            c != U'´' && c != U'¨' && c != 0xA0) ||
           (c > 0xFF && kWindows.find(c) != std::u32string_view::npos);
}
// Of those, what Japanese text has as well.
bool is_plain_mark(char32_t c) {
    constexpr std::u32string_view kMarks = U"…†‡‘’“”—–•‰";
    return kMarks.find(c) != std::u32string_view::npos;
}

Phrase run_around(std::string_view text, std::size_t at) {
    Phrase run{at, at};
    for (CodePoint last = decode_before(text, run.begin);
         last.length && last.value > 0x7F && at - run.begin < kLongestRun; last = decode_before(text, run.begin))
        run.begin -= last.length;
    for (CodePoint next = decode_at(text, run.end); next.length && next.value > 0x7F && run.end - at < kLongestRun;
         next = decode_at(text, run.end))
        run.end += next.length;
    return run;
}

struct Recovered {
    std::string text;
    std::size_t bytes = 0;  // that belong to whole characters
};

// The Japanese characters that bytes hold as UTF-8; bytes between them are passed over.
Recovered recover(const std::string& bytes) {
    Recovered recovered;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = decode_at(bytes, at);
        const bool japanese =
            point.length == 3 &&
            (is_kanji(point.value) || is_hiragana(point.value) || is_katakana(point.value) ||
             (point.value >= 0x3000 && point.value < 0x3100) || (point.value >= 0xFF00 && point.value < 0xFFF0));
        if (japanese) {
            append_utf8(recovered.text, point.value);
            recovered.bytes += point.length;
        }
        at += std::max<std::size_t>(point.length, 1);
    }
    return recovered;
}

std::optional<Mojibake> read_as_utf8(std::string_view text, std::size_t at) {
    constexpr std::size_t kLeastBytes = 6;
    const Phrase run = run_around(text, at);
    const Encoded encoded = encode_cp932(text.substr(run.begin, run.end - run.begin));
    const Recovered recovered = recover(encoded.bytes);
    if (recovered.bytes < kLeastBytes || recovered.bytes * 2 < encoded.bytes.size()) return std::nullopt;
    const bool whole = recovered.bytes == encoded.bytes.size() && encoded.lost.empty();
    return Mojibake{run, whole ? recovered.text : std::string()};
}

std::optional<Mojibake> find_utf8_as_cp932(std::string_view text) {
    if (const auto kana = find_phrase<kKana>(text))
        if (const auto found = read_as_utf8(text, kana->begin)) return found;
    // 蜑ｵ讌ｭ: half-width kana right behind a kanji.
    for (std::size_t at = text.find("\xEF\xBD"); at != std::string_view::npos; at = text.find("\xEF\xBD", at + 3)) {
        if (!is_halfwidth_kana(decode_at(text, at).value) || !is_kanji(decode_before(text, at).value)) continue;
        if (const auto found = read_as_utf8(text, at)) return found;
        at = run_around(text, at).end - 1;
        if (at + 3 > text.size()) break;
    }
    return std::nullopt;
}

// ､ｳ､ﾎ: the byte A4 in front of every kana.
std::optional<Mojibake> find_euc(std::string_view text) {
    constexpr std::string_view kLead = "､";
    const std::size_t first = text.find(kLead);
    if (first == std::string_view::npos) return std::nullopt;
    std::size_t pairs = 0;
    std::size_t at = first;
    while (text.substr(at).starts_with(kLead)) {
        const CodePoint kana = decode_at(text, at + kLead.size());
        if (!is_halfwidth_kana(kana.value)) break;
        at += kLead.size() + kana.length;
        ++pairs;
    }
    return pairs > 1 ? std::optional(Mojibake{{first, at}, {}}) : std::nullopt;
}

std::optional<Mojibake> find_western(std::string_view text) {
    constexpr int kLeast = 3;
    std::size_t begin = 0;
    int run = 0;
    int odd = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool western =
            point.length < 3 ? is_western(point.value) : point.value < 0x2200 && is_western(point.value);
        if (!western) {
            if (run >= kLeast && odd > 1) return Mojibake{{begin, at}, {}};
            run = odd = 0;
        } else {
            if (run++ == 0) begin = at;
            odd += !is_plain_mark(point.value);
        }
        at += std::max<std::size_t>(point.length, 1);
    }
    return run >= kLeast && odd > 1 ? std::optional(Mojibake{{begin, text.size()}, {}}) : std::nullopt;
}

// ‚±‚Ì: every other character is the byte 82 or 83.
std::optional<Mojibake> find_cp932_as_western(std::string_view text) {
    for (const std::string_view lead : {"‚", "ƒ"}) {
        const std::size_t first = text.find(lead);
        if (first == std::string_view::npos) continue;
        const std::size_t next = text.find(lead, first + lead.size());
        if (next == std::string_view::npos || next - first > 8) continue;
        return Mojibake{run_around(text, first), {}};
    }
    return std::nullopt;
}

std::optional<Mojibake> find_escaped(std::string_view text) {
    if (const auto found = find_phrase<kEscaped>(text)) {
        const std::size_t end = std::min(text.find_first_of(" \n", found->end), text.size());
        return Mojibake{{found->begin, end}, {}};
    }
    const std::size_t open = text.find("$B");
    const std::size_t close = open == std::string_view::npos ? open : text.find("(B", open);
    if (close == std::string_view::npos) return std::nullopt;
    return Mojibake{{open, close + 2}, {}};
}

}  // namespace

std::optional<Mojibake> find_mojibake(std::string_view text) {
    for (const auto find : {find_utf8_as_cp932, find_euc, find_cp932_as_western, find_western, find_escaped})
        if (auto found = find(text)) return found;
    return std::nullopt;
}

}  // namespace goalsheet::rules
