// SPDX-License-Identifier: MIT
#include <array>
#include <cctype>

#include "text/decode.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kPrescanBytes = 1024;  // HTML §13.2.3.2

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

struct Attribute {
    std::string name;
    std::string value;
};

// HTML "get an attribute"; false at the end of the tag.
bool next_attribute(std::string_view bytes, std::size_t& at, Attribute& attribute) {
    attribute = {};
    while (at < bytes.size() && (is_html_space(bytes[at]) || bytes[at] == '/')) ++at;
    if (at >= bytes.size() || bytes[at] == '>') return false;
    const std::size_t start = at;
    while (at < bytes.size() && !is_html_space(bytes[at]) && bytes[at] != '/' && bytes[at] != '>' &&
           !(bytes[at] == '=' && at > start))
        ++at;
    attribute.name = lower(bytes.substr(start, at - start));
    while (at < bytes.size() && is_html_space(bytes[at])) ++at;
    if (at >= bytes.size() || bytes[at] != '=') return true;
    ++at;
    while (at < bytes.size() && is_html_space(bytes[at])) ++at;
    if (at >= bytes.size()) return true;
    if (bytes[at] == '"' || bytes[at] == '\'') {
        const std::size_t close = bytes.find(bytes[at], at + 1);
        const std::size_t end = close == std::string_view::npos ? bytes.size() : close;
        attribute.value = std::string(bytes.substr(at + 1, end - at - 1));
        at = end + (close != std::string_view::npos);
        return true;
    }
    const std::size_t value = at;
    while (at < bytes.size() && !is_html_space(bytes[at]) && bytes[at] != '>') ++at;
    attribute.value = std::string(bytes.substr(value, at - value));
    return true;
}

// HTML §4.2.5.5: charset=… inside the content attribute of a meta.
std::string charset_in_content(std::string_view content) {
    const std::string small = lower(content);
    std::size_t at = 0;
    while ((at = small.find("charset", at)) != std::string::npos) {
        at += 7;
        std::size_t pos = at;
        while (pos < small.size() && is_html_space(small[pos])) ++pos;
        if (pos >= small.size() || small[pos] != '=') continue;
        ++pos;
        while (pos < small.size() && is_html_space(small[pos])) ++pos;
        if (pos < small.size() && (small[pos] == '"' || small[pos] == '\'')) {
            const std::size_t close = small.find(small[pos], pos + 1);
            return close == std::string::npos ? std::string{} : std::string(content.substr(pos + 1, close - pos - 1));
        }
        std::size_t end = pos;
        while (end < small.size() && !is_html_space(small[end]) && small[end] != ';') ++end;
        return std::string(content.substr(pos, end - pos));
    }
    return {};
}

std::string charset_of_meta(std::string_view bytes, std::size_t& at) {
    std::string charset;
    std::string from_content;
    bool content_type = false;
    Attribute attribute;
    while (next_attribute(bytes, at, attribute)) {
        if (attribute.name == "charset" && charset.empty()) charset = attribute.value;
        if (attribute.name == "http-equiv") content_type = lower(attribute.value) == "content-type";
        if (attribute.name == "content") from_content = charset_in_content(attribute.value);
    }
    if (!charset.empty()) return charset;
    return content_type ? from_content : std::string{};
}

std::string xml_declaration_encoding(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return {};
    const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
    const std::size_t key = declaration.find("encoding");
    if (key == std::string_view::npos) return {};
    const std::size_t open = declaration.find_first_of("\"'", key);
    if (open == std::string_view::npos) return {};
    const std::size_t close = declaration.find(declaration[open], open + 1);
    return close == std::string_view::npos ? std::string{}
                                           : std::string(declaration.substr(open + 1, close - open - 1));
}

void skip_tag(std::string_view bytes, std::size_t& at) {
    while (at < bytes.size() && !is_html_space(bytes[at]) && bytes[at] != '>') ++at;
    Attribute attribute;
    while (next_attribute(bytes, at, attribute)) {
    }
}

}  // namespace

std::string prescan_charset(std::string_view bytes) {
    bytes = bytes.substr(0, kPrescanBytes);
    const std::string in_xml = xml_declaration_encoding(bytes);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] != '<') continue;
        const std::string_view rest = bytes.substr(at);
        if (rest.starts_with("<!--")) {
            const std::size_t close = bytes.find("-->", at + 2);
            if (close == std::string_view::npos) break;
            at = close + 2;
        } else if (rest.size() > 5 && lower(rest.substr(0, 5)) == "<meta" &&
                   (is_html_space(rest[5]) || rest[5] == '/')) {
            at += 5;
            const std::string charset = charset_of_meta(bytes, at);
            if (!charset.empty()) return charset;
        } else if (rest.size() > 1 &&
                   (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2])))) {
            skip_tag(bytes, at);
        } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')) {
            const std::size_t close = bytes.find('>', at);
            if (close == std::string_view::npos) break;
            at = close;
        }
    }
    return in_xml;
}

}  // namespace goalsheet
