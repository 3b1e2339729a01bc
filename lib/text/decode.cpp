// SPDX-License-Identifier: MIT
#include "text/decode.hpp"

#include <iconv.h>
#include <uchardet.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include "goalsheet/text.hpp"
#include "text/escape.hpp"
#include "text/japanese_codes.hpp"

namespace goalsheet {
namespace {

// WHATWG Encoding §4.2, the Japanese and Unicode labels, and the Latin ones that old authoring tools leave behind.
constexpr std::array<std::pair<std::string_view, std::string_view>, 33> kLabels = {{
    {"utf-8", "utf-8"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"x-unicode20utf8", "utf-8"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"ms_kanji", "windows-31j"},
    {"csshiftjis", "windows-31j"},
    {"windows-31j", "windows-31j"},
    {"ms932", "windows-31j"},
    {"cp932", "windows-31j"},
    {"windows-932", "windows-31j"},
    {"ibm943", "windows-31j"},
    {"shift_jisx0213", "windows-31j"},
    {"euc-jp", "euc-jp"},
    {"x-euc-jp", "euc-jp"},
    {"eucjp", "euc-jp"},
    {"cseucpkdfmtjapanese", "euc-jp"},
    {"euc-jp-ms", "euc-jp"},
    {"iso-2022-jp", "iso-2022-jp"},
    {"csiso2022jp", "iso-2022-jp"},
    {"jis", "iso-2022-jp"},
    {"utf-16", "utf-16le"},
    {"utf-16le", "utf-16le"},
    {"unicode", "utf-16le"},
    {"utf-16be", "utf-16be"},
    {"windows-1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
}};

// Our names to iconv's. CP932 reads what browsers read; SHIFT_JIS fails at ①.
const char* iconv_name(std::string_view encoding) {
    if (encoding == "windows-31j") return "CP932";
    if (encoding == "utf-16le") return "UTF-16LE";
    if (encoding == "utf-16be") return "UTF-16BE";
    return "CP1252";
}

void note_undecodable(Decoded& decoded, std::size_t input_offset) {
    if (decoded.undecodable.size() < kMaxUndecodableListed)
        decoded.undecodable.push_back({input_offset, decoded.text.size()});
    ++decoded.undecodable_count;
    decoded.text += kReplacementText;
}

void decode_utf8(std::string_view bytes, Decoded& decoded) {
    decoded.text.reserve(bytes.size());
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto bad = find_invalid_utf8(bytes.substr(at));
        const std::size_t good = bad.value_or(bytes.size() - at);
        decoded.text.append(bytes.substr(at, good));
        at += good;
        if (!bad) break;
        note_undecodable(decoded, at);
        ++at;
    }
}

void decode_with_iconv(std::string_view bytes, const char* from, Decoded& decoded) {
    const iconv_t converter = iconv_open("UTF-8", from);
    if (converter == reinterpret_cast<iconv_t>(-1)) return;
    const std::unique_ptr<void, decltype(&iconv_close)> owner(converter, &iconv_close);
    decoded.text.reserve(bytes.size() * 2);
    std::array<char, 16384> buffer;
    const bool windows = std::string_view(from) == "CP932";
    auto* in = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    while (left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t done = iconv(converter, &in, &left, &out, &room);
        const int error = done == static_cast<std::size_t>(-1) ? errno : 0;
        decoded.text.append(buffer.data(), buffer.size() - room);
        if (error == 0 || error == E2BIG) continue;
        note_undecodable(decoded, bytes.size() - left);
        if (error == EINVAL) break;  // the last character is cut off
        const std::size_t bad = windows ? bad_length_in_windows_31j({in, left}) : 1;
        in += bad;
        left -= bad;
    }
}

// EUC-JP and ISO-2022-JP as browsers read them (iconv's lack ① or 﨑); and windows-31j where iconv does not know it.
void decode_with_tables(std::string_view bytes, std::string_view encoding, Decoded& decoded) {
    decoded.text.reserve(bytes.size() * 2);
    JapaneseReader reader(encoding);
    for (std::size_t at = 0; at < bytes.size();) {
        const JapaneseCode code = reader.read(bytes.substr(at));
        if (code.kind == JapaneseCode::Kind::character)
            append_utf8(decoded.text, code.character);
        else if (code.kind != JapaneseCode::Kind::shift)
            note_undecodable(decoded, at);
        if (code.kind == JapaneseCode::Kind::cut) break;
        at += code.length;
    }
}

Decoded decode_as(std::string_view bytes, std::string_view encoding) {
    Decoded decoded;
    decoded.encoding = encoding;
    if (encoding == "utf-8")
        decode_utf8(bytes, decoded);
    else if (is_read_from_tables(encoding))
        decode_with_tables(bytes, encoding, decoded);
    else
        decode_with_iconv(bytes, iconv_name(encoding), decoded);
    return decoded;
}

bool is_ascii(std::string_view bytes) {
    for (const char c : bytes)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

bool has_jis_escapes(std::string_view bytes) {
    return bytes.find("\x1B$B") != std::string_view::npos || bytes.find("\x1B$@") != std::string_view::npos;
}

// Rows that Shift_JIS lacks and windows-31j has: NEC (0x87), NEC-selected IBM (0xED, 0xEE), user-defined and IBM
// (0xF0–0xFC).
bool has_windows_only_bytes(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const bool two_bytes = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
        if (lead == 0x87 || lead == 0xED || lead == 0xEE || lead >= 0xF0) return true;
        if (two_bytes) ++at;
    }
    return false;
}

bool is_plain_shift_jis_label(std::string_view label) {
    std::string small;
    for (const char c : label) small.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    return small == "shift_jis" || small == "shift-jis" || small == "sjis" || small == "x-sjis";
}

// Japanese is full of kana; read as something it is not, it becomes half-width ones and what cannot be decoded.
long count_plausible(const Decoded& decoded) {
    constexpr long kWeightOfBad = 20;
    long points = -kWeightOfBad * static_cast<long>(decoded.undecodable_count);
    for (std::size_t at = 0; at < decoded.text.size();) {
        const CodePoint point = decode_at(decoded.text, at);
        at += point.length;
        if (is_hiragana(point.value) || (point.value >= 0x30A1 && point.value <= 0x30FC)) ++points;
        if (point.value >= 0xFF61 && point.value <= 0xFF9F) --points;
        if (point.value >= 0xE000 && point.value <= 0xF8FF) --points;
    }
    return points;
}

constexpr std::size_t kSampleBytes = 1U << 16U;

std::string detect(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
    uchardet_data_end(detector.get());
    const std::string found = encoding_from_label(uchardet_get_charset(detector.get()));
    if (found == "windows-31j" || found == "euc-jp" || found == "iso-2022-jp") {
        const std::string_view sample = bytes.substr(0, kSampleBytes);
        const std::string other = found == "euc-jp" ? "windows-31j" : "euc-jp";
        return count_plausible(decode_as(sample, other)) > count_plausible(decode_as(sample, found)) ? other : found;
    }
    // A Japanese page that is not UTF-8 is windows-31j or EUC-JP before it is anything western.
    if (found.starts_with("utf-16")) return found;
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    return count_plausible(decode_as(sample, "euc-jp")) > count_plausible(decode_as(sample, "windows-31j"))
               ? "euc-jp"
               : "windows-31j";
}

std::optional<std::pair<std::string_view, std::size_t>> byte_order_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return {{"utf-8", 3}};
    if (bytes.starts_with("\xFF\xFE")) return {{"utf-16le", 2}};
    if (bytes.starts_with("\xFE\xFF")) return {{"utf-16be", 2}};
    return std::nullopt;
}

Decoded decode_undeclared(std::string_view bytes) {
    if (is_ascii(bytes)) return decode_as(bytes, has_jis_escapes(bytes) ? "iso-2022-jp" : "utf-8");
    if (!find_invalid_utf8(bytes)) return decode_as(bytes, "utf-8");
    Decoded detected = decode_as(bytes, detect(bytes));
    if (detected.undecodable_count == 0) return detected;
    // A few bad bytes in a page that is otherwise UTF-8 (a cut file) read better as UTF-8.
    Decoded as_utf8 = decode_as(bytes, "utf-8");
    return as_utf8.undecodable_count < detected.undecodable_count ? as_utf8 : detected;
}

// What is declared is believed while it decodes; when it does not and something else does, that is what the bytes are.
Decoded decode_declared(std::string_view bytes, const std::string& label) {
    std::string encoding = encoding_from_label(label);
    // HTML §13.2.3.2: a meta that could be read cannot be UTF-16.
    if (encoding.starts_with("utf-16")) encoding = "utf-8";
    if (encoding.empty() || encoding == "windows-1252") {
        Decoded decoded = decode_undeclared(bytes);
        decoded.declared = label;
        decoded.mismatch = !is_ascii(bytes);
        return decoded;
    }
    // Escapes of ISO-2022-JP are nothing that any other encoding has.
    if (encoding != "iso-2022-jp" && has_jis_escapes(bytes) && is_ascii(bytes)) {
        Decoded decoded = decode_as(bytes, "iso-2022-jp");
        decoded.declared = label;
        decoded.mismatch = true;
        return decoded;
    }
    Decoded decoded = decode_as(bytes, encoding);
    if (decoded.undecodable_count > 0) {
        Decoded other = decode_undeclared(bytes);
        if (other.encoding != encoding && other.undecodable_count == 0) {
            decoded = std::move(other);
            decoded.mismatch = true;
        }
    }
    if (encoding == "windows-31j" && decoded.encoding == encoding && is_plain_shift_jis_label(label))
        decoded.mismatch = has_windows_only_bytes(bytes);
    decoded.declared = label;
    return decoded;
}

}  // namespace

std::string encoding_from_label(std::string_view label) {
    std::string small;
    for (const char c : trim(label)) small.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    for (const auto& [known, encoding] : kLabels)
        if (known == small) return std::string(encoding);
    return {};
}

std::string fitting_encoding(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    std::string best;
    long most = 0;
    for (const char* encoding : {"utf-8", "windows-31j", "euc-jp", "iso-2022-jp"}) {
        const long points = count_plausible(decode_as(sample, encoding));
        if (points <= most) continue;
        most = points;
        best = encoding;
    }
    return best == "windows-31j" ? "cp932" : best;
}

Decoded decode(std::string_view bytes, std::string_view forced) {
    if (const auto mark = byte_order_mark(bytes)) {
        Decoded decoded = decode_as(bytes.substr(mark->second), mark->first);
        for (Undecodable& bad : decoded.undecodable) bad.input_offset += mark->second;
        return decoded;
    }
    if (!forced.empty()) return decode_as(bytes, forced);
    const std::string label = prescan_charset(bytes);
    return label.empty() ? decode_undeclared(bytes) : decode_declared(bytes, label);
}

}  // namespace goalsheet
