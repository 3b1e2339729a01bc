// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "base/sha256.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "model/interpret.hpp"
#include "model/no_sheet.hpp"
#include "model/other_kind.hpp"
#include "model/read_json.hpp"
#include "read/frameset.hpp"
#include "read/html.hpp"
#include "read/mhtml.hpp"
#include "read/office.hpp"
#include "read/text_table.hpp"
#include "text/decode.hpp"

namespace goalsheet {
namespace {

bool starts_with_any(std::string_view bytes, std::initializer_list<std::string_view> signatures) {
    return std::any_of(signatures.begin(), signatures.end(), [&](std::string_view s) { return bytes.starts_with(s); });
}

// Of a file, or of nothing.
bool is_zip(std::string_view bytes) { return starts_with_any(bytes, {"PK\x03\x04", "PK\x05\x06"}); }

std::string_view behind_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// Files that people do pass in and that hold no page: say what they are and what to do.
std::optional<Message> not_a_page(std::string_view bytes, const std::string& path) {
    using namespace std::string_view_literals;
    if (bytes.empty())
        return Message{"空のファイルです。シートのページを保存し直してください。",
                       "The file is empty; save the page with the sheets again."};
    if (behind_mark(bytes).starts_with("%PDF"))
        return Message{"PDFは読めません。元のWebページ（HTML）か、表をコピーしたテキストを指定してください。",
                       "A PDF cannot be read; give the web page (HTML) or the table copied as text."};
    if (Message old = old_office_file(bytes, path); !old.ja.empty()) return old;
    if (starts_with_any(bytes, {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv,
                                "\x7F"
                                "ELF"sv,
                                "\x1F\x8B"sv, "7z\xBC\xAF"sv}))
        return Message{
            "画像や圧縮ファイルなど、文章ではないファイルです。シートのページ（HTML）や文書を指定してください。",
            "Not a text: an image, an archive or a program; give the page or document with the sheets."};
    return std::nullopt;
}

std::optional<Message> not_a_text(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (auto encoding = other_encoding(bytes)) return encoding;
    const bool has_mark = starts_with_any(bytes, {"\xFF\xFE"sv, "\xFE\xFF"sv});
    constexpr std::size_t kHeadBytes = 4096;
    const std::string_view head = bytes.substr(0, kHeadBytes);
    const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
    if (!has_mark && zeros * 10 > head.size())
        return Message{
            "文章ではないファイルです（NULバイトが並んでいます）。シートのページ（HTML）や文書を指定してください。",
            "Not a text: it is full of NUL bytes; give the page or document with the sheets."};
    return std::nullopt;
}

bool contains_tag(std::string_view text, std::string_view tag) {
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    return std::search(text.begin(), text.end(), tag.begin(), tag.end(), same) != text.end();
}

std::string_view behind_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at]))) ++at;
    return text.substr(std::min(at, text.size()));
}

// Pages and notes begin with brackets, too ([2025年6月2日更新], a template's {% … %}): JSON has a name and a colon
// behind its brace.
bool begins_as_json(std::string_view text) {
    if (text.starts_with("[")) {
        const std::string_view inner = behind_blanks(text, 1);
        return inner.starts_with("]") || (inner.starts_with("{") && begins_as_json(inner));
    }
    if (!text.starts_with("{")) return false;
    const std::string_view inner = behind_blanks(text, 1);
    if (inner.starts_with("}")) return true;
    if (!inner.starts_with("\"")) return false;
    std::size_t end = 1;
    while (end < inner.size() && inner[end] != '"') end += inner[end] == '\\' ? 2 : 1;
    return behind_blanks(inner, std::min(end, inner.size()) + 1).starts_with(":");
}

// Behind the first value of a JSON text stands nothing, or the next value of NDJSON: a page may begin with data that
// missed its script.
bool goes_on_as_json(std::string_view text) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"')
            for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
        else if (text[at] == '{' || text[at] == '[')
            ++depth;
        else if ((text[at] == '}' || text[at] == ']') && --depth == 0)
            return at + 1 == text.size() || behind_blanks(text, at + 1).starts_with("{");
    }
    return true;
}

bool has_json_name(const std::string& path) {
    std::string name;
    for (const char c : path) name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    return name.ends_with(".json") || name.ends_with(".ndjson");
}

// Content first: copied text may hold a stray <ul …>, so only tags that a page cannot do without count.
std::string find_format(std::string_view text, const std::string& path) {
    constexpr std::size_t kHeadBytes = 1U << 16U;
    const std::string_view head = trim(text.substr(0, kHeadBytes));
    const bool braced = head.starts_with("{") || head.starts_with("[");
    if ((begins_as_json(head) && goes_on_as_json(head)) || (braced && has_json_name(path))) return "json";
    for (const std::string_view tag : {"<!doctype html", "<html", "<table", "<body", "<tr", "<td"})
        if (contains_tag(head, tag)) return "html";
    const bool html_name = path.ends_with(".html") || path.ends_with(".htm");
    if (html_name && head.find('\t') == std::string_view::npos) return "html";
    if (contains_tag(text, "<table")) return "html";
    if (has_json_name(path)) return "json";
    return "text";
}

void add_decoding_remarks(const Decoded& decoded, Page& page) {
    if (decoded.mismatch)
        page.remarks.push_back(
            {remark::kCharsetMismatch, {}, fmt::format("{} {}", decoded.declared, decoded.encoding)});
    for (const Undecodable& bad : decoded.undecodable) {
        SourcedText mark;
        mark.append("\xEF\xBF\xBD", static_cast<std::uint32_t>(bad.text_offset));
        page.remarks.push_back({remark::kUndecodable, std::move(mark), fmt::format("{}", bad.input_offset)});
    }
    if (!decoded.limit.empty()) page.remarks.push_back({remark::kLimit, {}, decoded.limit});
    if (decoded.undecodable_count > decoded.undecodable.size())
        page.remarks.push_back({remark::kLimit, {}, fmt::format("undecodable-bytes {}", decoded.undecodable_count)});
}

Fault garbled(const std::string& path, const std::string& fitting) {
    const std::string encoding = fitting.empty() ? "cp932" : fitting;
    return {path,
            {fmt::format("文字コードを判別できません。UTF-8で保存し直すか、`--encoding {}` を付けて実行してください。",
                         encoding),
             fmt::format("Cannot decode the file. Save it as UTF-8 or pass `--encoding {}`.", encoding)},
            "not-decodable"};
}

// --encoding named one that the bytes are not in.
Fault not_in(const std::string& path, const std::string& given, const std::string& fitting) {
    return {
        path,
        {fmt::format("--encoding の「{}」では読めません。{} のようです。--encoding を外すか、`--encoding {}` を付けて"
                     "実行してください。",
                     given, fitting, fitting),
         fmt::format("Cannot be read as “{}”, which --encoding names; it looks like {}. Leave --encoding out or "
                     "pass `--encoding {}`.",
                     given, fitting, fitting)},
        "not-decodable"};
}

Fault no_sheet(const std::string& path, const std::vector<TableSigns>& signs, const Form& form) {
    return {path, no_sheet_message(signs, form), "no-sheet-found"};
}

// Hidden worksheets are not read; say so where nothing else was found.
Fault only_hidden_sheets(const std::string& path) {
    return {
        path,
        {"表示されているワークシートに目標シートの表が見つかりません（非表示のワークシートは読みません）。目標シートが"
         "非表示なら、再表示して保存し直してください。",
         "No goal-sheet table found on the worksheets that are shown; if it is on a hidden one, unhide it and save "
         "the workbook again."},
        "no-sheet-found"};
}

// Likewise for a page: parts in display:none (a tab that is not open) are not read.
Fault only_hidden_tables(const std::string& path) {
    return {
        path,
        {"表示されている部分に目標シートの表が見つかりません（display:none など非表示の部分は読みません）。目標シート"
         "が切り替えタブの中にあるなら、表示してから保存し直してください。",
         "No goal-sheet table found in what the page shows; if it is in a part that is not displayed (display:none, "
         "a closed tab), show that part and save the page again."},
        "no-sheet-found"};
}

// What goalsheet itself wrote about sheets is none.
bool is_own_report(std::string_view html) {
    constexpr std::size_t kHead = 1024;
    return html.substr(0, kHead).find("<meta name=\"generator\" content=\"goalsheet summary\">") !=
           std::string_view::npos;
}

Fault own_report(const std::string& path) {
    return {path,
            {"goalsheetが作った集計のページで、目標シートではありません。元のシートを指定してください。",
             "A summary page that goalsheet made, no goal sheet; give the sheets it was made from."},
            "no-sheet-found"};
}

Fault only_frames(const std::string& path, const std::string& framed) {
    return {path,
            {fmt::format(
                 "フレームで別のページ（{}）を表示するだけのファイルです。そのページか、それがあるフォルダーを指定し"
                 "てください。",
                 framed),
             fmt::format("The page only frames another one ({}); give that page, or the folder it is in.", framed)},
            "no-sheet-found"};
}

bool has_hidden_tables(const Page& page) {
    return std::any_of(page.tables.begin(), page.tables.end(), [](const Table& one) { return one.hidden; });
}

Result<std::vector<Document>> read_from_office_file(const std::string& bytes, const std::string& path,
                                                    const ReadOptions& options) {
    Page page;
    if (auto read = read_office(bytes, path, page); !read) return read.fault();
    if (options.page) *options.page = page;
    std::vector<TableSigns> signs;
    std::vector<Document> documents = interpret(page, *options.form, {options.strict, &signs});
    if (documents.empty())
        return has_hidden_tables(page) ? only_hidden_sheets(path) : no_sheet(path, signs, *options.form);
    for (Document& document : documents)
        document.source = {path, page.format, page.encoding, options.digest ? sha256(bytes) : std::string(),
                           page.source};
    return documents;
}

}  // namespace

Result<std::vector<Document>> read_documents(std::string bytes, const std::string& path, const ReadOptions& options) {
    if (is_zip(bytes)) return read_from_office_file(bytes, path, options);
    if (const auto what = not_a_page(bytes, path)) return Fault{path, *what, "no-sheet-found"};
    if (const auto what = options.encoding.empty() ? not_a_text(bytes) : std::nullopt)
        return Fault{path, *what, "no-sheet-found"};
    const std::string forced = options.encoding.empty() ? std::string{} : encoding_from_label(options.encoding);
    if (!options.encoding.empty() && forced.empty())
        return Fault{
            path,
            {fmt::format(
                 "文字コード「{}」は使えません。utf-8、cp932、euc-jp、iso-2022-jp、utf-16 のどれかを指定してください。",
                 options.encoding),
             fmt::format("Unknown encoding “{}”; use utf-8, cp932, euc-jp, iso-2022-jp or utf-16.", options.encoding)}};
    std::string digest = options.digest ? sha256(bytes) : std::string{};
    const bool saved_page = is_mhtml(bytes);
    Decoded decoded = saved_page ? decode_mhtml(bytes, forced) : decode(bytes, forced);
    // Escapes of ISO-2022-JP are characters to everything else.
    const bool doubtful = decoded.undecodable_count > 0 || decoded.text.find("\x1B$") != std::string::npos;
    const std::string fitting = doubtful ? fitting_encoding(bytes) : std::string();
    bytes.clear();
    bytes.shrink_to_fit();

    Page page;
    page.encoding = decoded.encoding;
    add_decoding_remarks(decoded, page);
    page.source = std::make_shared<const SourceText>(std::move(decoded.text));
    page.format = saved_page               ? "mhtml"
                  : options.format.empty() ? find_format(page.source->text(), path)
                                           : options.format;
    if (page.format == "json") {
        auto documents = read_json(page.source, path);
        if (documents)
            for (Document& document : *documents) {
                document.source.sha256 = digest;
                document.remarks.insert(document.remarks.end(), page.remarks.begin(), page.remarks.end());
            }
        return documents;
    }
    if (page.format == "html" && is_own_report(page.source->text())) return own_report(path);
    if (page.format == "text") {
        read_text(page);
    } else if (auto read = read_html(path, page); !read) {
        return read.fault();
    }
    if (options.page) *options.page = page;
    std::vector<TableSigns> signs;
    std::vector<Document> documents = interpret(page, *options.form, {options.strict, &signs});
    if (documents.empty() && doubtful)
        return forced.empty() || fitting.empty() ? garbled(path, fitting) : not_in(path, options.encoding, fitting);
    if (const std::string framed = documents.empty() ? framed_page(page.source->text()) : std::string();
        !framed.empty())
        return only_frames(path, framed);
    if (const auto kind = documents.empty() ? other_kind_of_text(page.source->text(), path) : std::nullopt)
        return Fault{path, *kind, "no-sheet-found"};
    if (documents.empty())
        return has_hidden_tables(page) ? only_hidden_tables(path) : no_sheet(path, signs, *options.form);
    for (Document& document : documents) document.source = {path, page.format, page.encoding, digest, page.source};
    return documents;
}

}  // namespace goalsheet
