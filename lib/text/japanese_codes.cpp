// SPDX-License-Identifier: MIT
#include "text/japanese_codes.hpp"

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/host_codes.hpp"

namespace goalsheet {
namespace {

constexpr char16_t kNone = 0xFFFD;
constexpr std::size_t kTrails = 188;  // 40–7E, 80–FC
constexpr std::size_t kLeads = 60;    // 81–9F, E0–FC
constexpr std::size_t kRows = 94;

using Table = std::vector<char16_t>;

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
char to_char(std::size_t byte) { return static_cast<char>(static_cast<unsigned char>(byte)); }

bool is_lead(unsigned c) { return (c >= 0x81 && c <= 0x9F) || (c >= 0xE0 && c <= 0xFC); }
bool is_trail(unsigned c) { return (c >= 0x40 && c <= 0x7E) || (c >= 0x80 && c <= 0xFC); }
bool is_kana(unsigned c) { return c >= 0xA1 && c <= 0xDF; }
bool is_row(unsigned c) { return c >= 0xA1 && c <= 0xFE; }

std::size_t lead_byte(std::size_t index) { return index < 31 ? 0x81 + index : 0xE0 + index - 31; }
std::size_t trail_byte(std::size_t index) { return index < 63 ? 0x40 + index : 0x80 + index - 63; }
std::size_t place_in_shift_jis(unsigned lead, unsigned trail) {
    const std::size_t row = lead < 0xA0 ? lead - 0x81 : lead - 0xE0 + 31;
    return row * kTrails + (trail < 0x80 ? trail - 0x40 : trail - 0x80 + 63);
}

Table ask_host(const char* label, const std::string& codes, std::size_t count) {
    Table table(count, kNone);
    goalsheet_decode_codes(label, codes.data(), codes.size(), table.data());
    return table;
}

const Table& shift_jis() {
    static const Table table = [] {
        std::string codes;
        for (std::size_t lead = 0; lead < kLeads; ++lead)
            for (std::size_t trail = 0; trail < kTrails; ++trail)
                (codes += to_char(lead_byte(lead))) += to_char(trail_byte(trail));
        return ask_host("shift_jis", codes, kLeads * kTrails);
    }();
    return table;
}

Table ask_for_rows(std::string_view front) {
    std::string codes;
    for (std::size_t row = 0xA1; row <= 0xFE; ++row)
        for (std::size_t cell = 0xA1; cell <= 0xFE; ++cell) ((codes += front) += to_char(row)) += to_char(cell);
    return ask_host("euc-jp", codes, kRows * kRows);
}

const Table& jis_x_0208() {
    static const Table table = ask_for_rows("");
    return table;
}

const Table& jis_x_0212() {
    static const Table table = ask_for_rows("\x8F");
    return table;
}

JapaneseCode character(char32_t value, std::size_t length) { return {JapaneseCode::Kind::character, value, length}; }
JapaneseCode bad(std::size_t length = 1) { return {JapaneseCode::Kind::bad, 0, length}; }
JapaneseCode cut() { return {JapaneseCode::Kind::cut, 0, 1}; }
JapaneseCode listed(const Table& table, std::size_t place, std::size_t length) {
    return table[place] == kNone ? bad(length) : character(table[place], length);
}

char32_t kana(unsigned byte) { return 0xFF61 + byte - 0xA1; }

JapaneseCode read_windows_31j(std::string_view bytes) {
    const unsigned lead = byte_at(bytes, 0);
    if (lead < 0x80) return character(lead, 1);
    if (is_kana(lead)) return character(kana(lead), 1);
    if (!is_lead(lead)) return bad();
    if (bytes.size() < 2) return cut();
    const unsigned trail = byte_at(bytes, 1);
    if (!is_trail(trail)) return bad();
    const JapaneseCode code = listed(shift_jis(), place_in_shift_jis(lead, trail), 2);
    return code.kind == JapaneseCode::Kind::bad && trail < 0x80 ? bad() : code;  // the letter is read again
}

JapaneseCode read_euc_row(const Table& table, std::string_view bytes, std::size_t length) {
    const unsigned row = byte_at(bytes, 0);
    if (row < 0xA1) return bad();
    if (bytes.size() < 2) return cut();
    const unsigned cell = byte_at(bytes, 1);
    return is_row(row) && is_row(cell) ? listed(table, (row - 0xA1) * kRows + cell - 0xA1, length) : bad();
}

JapaneseCode read_euc(std::string_view bytes) {
    const unsigned lead = byte_at(bytes, 0);
    if (lead < 0xA0 && lead != 0x8E && lead != 0x8F) return character(lead, 1);
    if (lead == 0x8F) return bytes.size() < 2 ? cut() : read_euc_row(jis_x_0212(), bytes.substr(1), 3);
    if (lead == 0x8E) {
        if (bytes.size() < 2) return cut();
        const unsigned trail = byte_at(bytes, 1);
        return is_kana(trail) ? character(kana(trail), 2) : bad();
    }
    return is_row(lead) ? read_euc_row(jis_x_0208(), bytes, 2) : bad();
}

// Windows' own rows for users (F0–F9) are no part of the table but of the decoder's rule; nothing encodes to the rows
// that IBM's characters have a second time (ED, EE).
std::unordered_map<char32_t, std::string> reverse_of_shift_jis() {
    std::unordered_map<char32_t, std::string> codes;
    for (std::size_t lead = 0; lead < kLeads; ++lead)
        for (std::size_t trail = 0; trail < kTrails; ++trail) {
            const char16_t unit = shift_jis()[lead * kTrails + trail];
            const bool second = lead_byte(lead) == 0xED || lead_byte(lead) == 0xEE;
            if (unit != kNone && !second)
                codes.emplace(unit, std::string{to_char(lead_byte(lead)), to_char(trail_byte(trail))});
        }
    return codes;
}

}  // namespace

bool is_read_from_tables(std::string_view encoding) {
#ifdef __EMSCRIPTEN__
    if (encoding == "windows-31j") return true;
#endif
    return encoding == "euc-jp" || encoding == "iso-2022-jp";
}

JapaneseReader::JapaneseReader(std::string_view encoding)
    : encoding_(encoding == "windows-31j" ? Encoding::windows_31j
                : encoding == "euc-jp"    ? Encoding::euc_jp
                                          : Encoding::iso_2022_jp) {}

JapaneseCode JapaneseReader::read(std::string_view bytes) {
    switch (encoding_) {
        case Encoding::windows_31j:
            return read_windows_31j(bytes);
        case Encoding::euc_jp:
            return read_euc(bytes);
        case Encoding::iso_2022_jp:
            break;
    }
    return bytes.front() == '\x1B' ? read_escape(bytes) : read_jis(bytes);
}

JapaneseCode JapaneseReader::read_escape(std::string_view bytes) {
    constexpr std::array<std::pair<std::string_view, Charset>, 5> kEscapes = {{
        {"\x1B(B", Charset::ascii},
        {"\x1B(J", Charset::roman},
        {"\x1B(I", Charset::kana},
        {"\x1B$@", Charset::jis_x_0208},
        {"\x1B$B", Charset::jis_x_0208},
    }};
    for (const auto& [escape, charset] : kEscapes)
        if (bytes.starts_with(escape)) {
            charset_ = charset;
            return {JapaneseCode::Kind::shift, 0, escape.size()};
        }
    return bytes.size() < 3 ? cut() : bad();
}

JapaneseCode JapaneseReader::read_jis(std::string_view bytes) {
    const unsigned lead = byte_at(bytes, 0);
    if (lead >= 0x80) return bad();
    const bool printable = lead > 0x20 && lead < 0x7F;
    if (charset_ == Charset::kana && printable) return lead <= 0x5F ? character(kana(lead | 0x80U), 1) : bad();
    if (charset_ == Charset::roman && (lead == '\\' || lead == '~')) return character(lead == '~' ? 0x203E : 0xA5, 1);
    if (charset_ != Charset::jis_x_0208 || !printable) return character(lead, 1);
    if (bytes.size() < 2) return cut();
    const unsigned cell = byte_at(bytes, 1);
    return cell > 0x20 && cell < 0x7F ? listed(jis_x_0208(), (lead - 0x21) * kRows + cell - 0x21, 2) : bad();
}

std::size_t bad_length_in_windows_31j(std::string_view bytes) {
    const bool pair = bytes.size() >= 2 && is_lead(byte_at(bytes, 0)) && byte_at(bytes, 1) >= 0x80;
    return pair && is_trail(byte_at(bytes, 1)) ? 2 : 1;
}

std::optional<std::string> encode_windows_31j(char32_t character) {
    static const auto codes = reverse_of_shift_jis();
    if (character < 0x80) return std::string(1, to_char(character));
    if (character == 0xA5) return "\\";  // as Japanese fonts draw them
    if (character == 0x203E) return "~";
    if (character >= 0xFF61 && character <= 0xFF9F) return std::string(1, to_char(character - 0xFF61 + 0xA1));
    const auto found = codes.find(character);
    return found == codes.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace goalsheet
