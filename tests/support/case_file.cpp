// SPDX-License-Identifier: MIT
#include "support/case_file.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <array>
#include <charconv>
#include <cstdint>

namespace goalsheet::cases {
namespace {

constexpr std::string_view kMarker = ">>> ";
constexpr std::string_view kCommand = "$ ";
constexpr std::string_view kBom = "\xEF\xBB\xBF";

std::optional<std::string> convert(std::string_view text, const std::string& to, const std::string& from) {
    const iconv_t converter = iconv_open(to.c_str(), from.c_str());
    if (reinterpret_cast<std::intptr_t>(converter) == -1) return std::nullopt;
    std::string in(text);
    std::string out(in.size() * 4 + 16, '\0');
    char* read = in.data();
    char* write = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    const std::size_t done = iconv(converter, &read, &left, &write, &room);
    iconv_close(converter);
    if (done != 0 || left != 0) return std::nullopt;
    out.resize(out.size() - room);
    return out;
}

std::string replace_all(std::string_view text, std::string_view what, std::string_view with) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = text.find(what, at);
        out += text.substr(at, found - at);
        if (found == std::string_view::npos) break;
        out += with;
        at = found + what.size();
    }
    return out;
}

std::optional<std::string> from_hex(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ' ' && c != '\n') digits += c;
    std::string bytes;
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        unsigned value = 0;
        const char* end = digits.data() + at + 2;
        if (at + 2 > digits.size() || std::from_chars(digits.data() + at, end, value, 16).ptr != end)
            return std::nullopt;
        bytes += static_cast<char>(value);
    }
    return bytes;
}

std::string to_hex(std::string_view bytes) {
    constexpr std::size_t kPerLine = 32;
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += fmt::format("{:02X}", static_cast<unsigned char>(bytes[i]));
        text += (i + 1) % kPerLine == 0 || i + 1 == bytes.size() ? '\n' : ' ';
    }
    return text;
}

// Bytes to the text that this coding would turn into them again; nothing when there is none a case file can hold.
std::optional<std::string> to_text(const std::string& bytes, Coding& coding) {
    std::optional<std::string> text = coding.charset.empty() ? bytes : convert(bytes, "UTF-8", coding.charset);
    if (!text || !convert(*text, "UTF-16LE", "UTF-8")) return std::nullopt;
    if (coding.bom) {
        if (!text->starts_with(kBom)) return std::nullopt;
        text->erase(0, kBom.size());
    }
    if (coding.crlf) text = replace_all(*text, "\r\n", "\n");
    coding.no_newline = !text->empty() && !text->ends_with('\n');
    if (coding.no_newline) *text += '\n';
    for (const char c : *text)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') return std::nullopt;
    const bool holds_marker = text->starts_with(kMarker) || text->find("\n>>> ") != std::string::npos;
    if (holds_marker || to_bytes(*text, coding) != bytes) return std::nullopt;
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        if (end > 0) parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

bool read_coding(std::string_view word, Coding& coding) {
    if (word == "hex") return coding.hex = true;
    if (word == "crlf") return coding.crlf = true;
    if (word == "bom") return coding.bom = true;
    if (word == "no-newline") return coding.no_newline = true;
    if (!word.starts_with("charset=")) return false;
    coding.charset = word.substr(8);
    return true;
}

std::string coding_words(const Coding& coding) {
    std::string words;
    if (!coding.charset.empty()) words += " charset=" + coding.charset;
    if (coding.bom) words += " bom";
    if (coding.crlf) words += " crlf";
    if (coding.no_newline) words += " no-newline";
    if (coding.hex) words += " hex";
    return words;
}

// Sections whose text belongs to a file-like part; returns the part the text goes to, or nullptr for an unknown word.
CaseFile* open_part(Case& value, std::string_view word, std::string_view name) {
    if (word == "file") return &value.inputs.emplace_back(CaseFile{std::string(name), {}, {}});
    if (word == "output") return &value.outputs.emplace_back(CaseFile{std::string(name), {}, {}});
    if (word == "stdin") return &value.standard_input.emplace();
    if (word == "stdout") return &value.standard_output;
    if (word == "stderr") return &value.standard_error;
    return nullptr;
}

bool has_name(std::string_view word) { return word == "file" || word == "output"; }

// Reads "file page.html charset=cp932", "stdout from=tests/golden/a.json", "exit 2" … Returns what is wrong, or "".
std::string open_section(Case& value, std::string_view marker, CaseFile*& part, bool& in_tree) {
    const std::vector<std::string_view> words = split(marker, ' ');
    part = nullptr;
    in_tree = false;
    if (words.empty()) return "a marker without a word";
    if (words[0] == "exit" && words.size() == 2) {
        const char* end = words[1].data() + words[1].size();
        return std::from_chars(words[1].data(), end, value.exit_code).ptr == end ? "" : "exit wants a number";
    }
    if (words[0] == "tree" && words.size() == 1) {
        in_tree = true;
        value.tree.emplace();
        return "";
    }
    const std::size_t first = has_name(words[0]) ? 2 : 1;
    if (words.size() < first) return fmt::format("{} wants a name", words[0]);
    part = open_part(value, words[0], words.size() > 1 ? words[1] : "");
    if (!part) return fmt::format("unknown section: {}", marker);
    for (std::size_t i = first; i < words.size(); ++i) {
        if (words[i].starts_with("from="))
            part->from = words[i].substr(5);
        else if (!read_coding(words[i], part->section.coding))
            return fmt::format("unknown word in a marker: {}", words[i]);
    }
    return "";
}

// A case must look at what came out: an exit code alone is also what a crash in the wrong place can give.
std::string missing_parts(const Case& value) {
    if (value.about.empty()) return "the first line must say what the case is about";
    if (value.commands.empty()) return "there is no command ($ goalsheet …)";
    const bool looks = !value.standard_output.section.text.empty() || !value.standard_output.from.empty() ||
                       !value.standard_error.section.text.empty() || !value.outputs.empty() || value.tree;
    return looks ? "" : "it checks only an exit code; say what is printed or written";
}

void format_part(std::string& out, std::string_view word, const CaseFile& part) {
    const std::string name = part.name.empty() ? "" : " " + part.name;
    const std::string from = part.from.empty() ? "" : " from=" + part.from;
    out +=
        fmt::format("{}{}{}{}{}\n{}", kMarker, word, name, from, coding_words(part.section.coding), part.section.text);
}

}  // namespace

std::optional<std::string> to_bytes(std::string_view text, const Coding& coding) {
    if (coding.hex) return from_hex(text);
    if (coding.no_newline && text.ends_with('\n')) text.remove_suffix(1);
    std::string bytes(coding.bom ? kBom : "");
    bytes += coding.crlf ? replace_all(text, "\n", "\r\n") : text;
    return coding.charset.empty() ? bytes : convert(bytes, coding.charset, "UTF-8");
}

Section to_section(const std::string& bytes, const Coding& wish) {
    const Coding crlf{.crlf = true};
    const Coding table{.crlf = true, .bom = true};
    for (Coding coding : {wish, Coding{}, crlf, table}) {
        if (coding.hex) continue;
        if (const auto text = to_text(bytes, coding)) return {*text, coding};
    }
    return {to_hex(bytes), Coding{.hex = true}};
}

Parsed parse_case(std::string_view text) {
    Parsed parsed;
    Case& value = parsed.value;
    CaseFile* part = nullptr;
    bool in_tree = false;
    bool in_section = false;
    bool first = true;
    while (!text.empty() && parsed.fault.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (first) {
            value.about = line;
        } else if (line.starts_with(kMarker)) {
            in_section = true;
            parsed.fault = open_section(value, line.substr(kMarker.size()), part, in_tree);
        } else if (part) {
            part->section.text.append(line).append("\n");
        } else if (in_tree) {
            value.tree->append(line).append("\n");
        } else if (!in_section && line.starts_with(kCommand)) {
            value.commands.emplace_back(line.substr(kCommand.size()));
        } else if (!in_section && line.starts_with("env ")) {
            value.environment.emplace_back(line.substr(4));
        } else if (!line.empty()) {
            parsed.fault = fmt::format("this line belongs to nothing: {}", line);
        }
        first = false;
    }
    if (parsed.fault.empty()) parsed.fault = missing_parts(value);
    return parsed;
}

std::string format_case(const Case& value) {
    std::string out = value.about + "\n";
    for (const std::string& variable : value.environment) out += fmt::format("env {}\n", variable);
    for (const std::string& command : value.commands) out += fmt::format("{}{}\n", kCommand, command);
    for (const CaseFile& input : value.inputs) format_part(out, "file", input);
    if (value.standard_input) format_part(out, "stdin", *value.standard_input);
    out += fmt::format("{}exit {}\n", kMarker, value.exit_code);
    format_part(out, "stdout", value.standard_output);
    format_part(out, "stderr", value.standard_error);
    for (const CaseFile& output : value.outputs) format_part(out, "output", output);
    if (value.tree) out += fmt::format("{}tree\n{}", kMarker, *value.tree);
    return out;
}

}  // namespace goalsheet::cases
