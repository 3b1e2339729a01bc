// SPDX-License-Identifier: MIT
#include "model/other_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLookAt = 65536;

std::string in_lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// The name of the first element, behind declarations and comments; empty where the text is no XML.
std::string_view root_of(std::string_view text) {
    text = trim(text);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (text.starts_with("<?") || text.starts_with("<!")) {
        const std::string_view end = text.starts_with("<?") ? "?>" : text.starts_with("<!--") ? "-->" : ">";
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) return {};
        text = trim(text.substr(at + end.size()));
    }
    if (!text.starts_with('<')) return {};
    text.remove_prefix(1);
    return text.substr(0, text.find_first_of(" \t\r\n/>"));
}

std::optional<Message> office_xml(std::string_view root) {
    if (root == "Workbook" || root == "ss:Workbook")
        return Message{"Excelの古いXML形式です。Excelで開き、「Excelブック（*.xlsx）」として保存し直してください。",
                       "An old XML format of Excel; open it in Excel and save it as .xlsx."};
    if (root == "w:wordDocument" || root == "pkg:package")
        return Message{"WordのXML形式です。Wordで開き、「Word文書（*.docx）」として保存し直してください。",
                       "An XML format of Word; open it in Word and save it as .docx."};
    if (root == "office:document")
        return Message{"LibreOfficeのXML形式です。LibreOfficeで開き、.odt か .ods として保存し直してください。",
                       "A flat XML format of LibreOffice; open it there and save it as .odt or .ods."};
    return std::nullopt;
}

// <meta http-equiv=refresh content="0;url=b.html">: where it leads; nothing for a page with a text of its own.
std::optional<Message> redirection(std::string_view text) {
    constexpr std::size_t kLongest = 4096;
    if (text.size() > kLongest) return std::nullopt;
    const std::string folded = in_lower_case(text);
    const std::size_t meta = folded.find("http-equiv");
    const std::size_t refresh = meta == std::string::npos ? meta : folded.find("refresh", meta);
    const std::size_t url = refresh == std::string::npos ? refresh : folded.find("url=", refresh);
    if (url == std::string::npos || refresh - meta > 20) return std::nullopt;
    std::string_view target = text.substr(url + 4);
    while (target.starts_with('\'') || target.starts_with('"')) target.remove_prefix(1);
    target = target.substr(0, target.find_first_of("\"'> \t\r\n"));
    return Message{
        fmt::format("別のページ（{}）へ移るだけのページです。移った先のページを保存して指定してください。", target),
        fmt::format("The page only leads to another one ({}); save that page and give it.", target)};
}

// Several lines in a row with as many commas as the first, and no tab.
bool is_comma_separated(std::string_view text) {
    constexpr std::size_t kLeastCommas = 2;
    constexpr std::size_t kLines = 3;
    std::size_t lines = 0;
    std::size_t commas = 0;
    for (const std::string_view line : split_lines(text)) {
        if (trim(line).empty()) continue;
        const auto here = static_cast<std::size_t>(std::count(line.begin(), line.end(), ','));
        if (line.find('\t') != std::string_view::npos || here < kLeastCommas) return false;
        if (lines > 0 && here != commas) return false;
        commas = here;
        if (++lines == kLines) break;
    }
    return lines > 1;
}

std::optional<Message> comma_separated(std::string_view text, const std::string& path) {
    if (!in_lower_case(path).ends_with(".csv") && !is_comma_separated(text)) return std::nullopt;
    return Message{
        "CSVは読みません。表計算ソフトで開き、.xlsx で保存するか、表をコピーしたテキスト（タブ区切り）にしてく"
        "ださい。",
        "CSV is not read; open it in a spreadsheet and save it as .xlsx, or copy the table as text."};
}

// How well bytes read as UTF-16: nearly every unit is Japanese or ASCII, and some are kana or ASCII, which two letters
// of ASCII side by side are not.
bool reads_as_utf16(std::string_view bytes, bool big) {
    constexpr std::size_t kUnits = 2048;
    std::size_t units = 0;
    std::size_t fitting = 0;
    std::size_t plain = 0;
    for (std::size_t at = 0; at + 1 < bytes.size() && units < kUnits; at += 2, ++units) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        const auto unit = static_cast<char32_t>(big ? first * 256U + second : second * 256U + first);
        const bool ascii = (unit >= 0x20 && unit < 0x7F) || unit == '\t' || unit == '\n' || unit == '\r';
        const bool kana = unit >= 0x3000 && unit <= 0x30FF;
        const bool wide = unit >= 0xFF01 && unit <= 0xFF9F;
        plain += ascii || kana ? 1 : 0;
        fitting += ascii || kana || wide || is_kanji(unit) ? 1 : 0;
    }
    constexpr std::size_t kLeastUnits = 8;
    return units >= kLeastUnits && fitting * 100 >= units * 97 && plain * 100 >= units * 5;
}

}  // namespace

std::optional<Message> other_kind_of_text(std::string_view text, const std::string& path) {
    const std::string_view head = text.substr(0, kLookAt);
    if (auto xml = office_xml(root_of(head))) return xml;
    if (auto elsewhere = redirection(trim(text))) return elsewhere;
    if (root_of(head).empty()) return comma_separated(head, path);
    return std::nullopt;
}

std::optional<Message> other_encoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
        return Message{"UTF-32のファイルです。UTF-8で保存し直してください。", "The file is UTF-32; save it as UTF-8."};
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) || bytes.size() % 2 != 0)
        return std::nullopt;
    const std::string_view head = bytes.substr(0, kLookAt);
    const bool ascii = std::all_of(head.begin(), head.end(), [](char c) { return c != '\0' && (c & 0x80) == 0; });
    if (ascii) return std::nullopt;
    for (const bool big : {false, true}) {
        if (!reads_as_utf16(head, big)) continue;
        const std::string_view name = big ? "utf-16be" : "utf-16le";
        return Message{
            fmt::format("印（BOM）のないUTF-16のファイルです。`--encoding {}` を付けて実行してください。", name),
            fmt::format("The file is UTF-16 without a byte order mark; pass `--encoding {}`.", name)};
    }
    return std::nullopt;
}

}  // namespace goalsheet
