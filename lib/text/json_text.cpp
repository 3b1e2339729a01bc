// SPDX-License-Identifier: MIT
#include "text/json_text.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <utility>

#include "goalsheet/text.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

bool is_plain(char c) {
    static constexpr auto kPlain = [] {
        std::array<bool, 256> table{};
        for (std::size_t byte = 0x20; byte < table.size(); ++byte) table[byte] = byte != '"' && byte != '\\';
        return table;
    }();
    return kPlain[static_cast<unsigned char>(c)];
}

// RFC 8259 §7, with the short forms where there are some.
void add_escaped(std::string& json, char c) {
    switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\t':
            json += "\\t";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\b':
            json += "\\b";
            break;
        case '\f':
            json += "\\f";
            break;
        default:
            fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(c));
    }
}

// A path may hold any bytes.
std::string replace_invalid(std::string_view bytes) {
    std::string text;
    while (const auto invalid = find_invalid_utf8(bytes)) {
        text.append(bytes.substr(0, *invalid)).append(kReplacementText);
        bytes.remove_prefix(*invalid + 1);
    }
    return text.append(bytes);
}

}  // namespace

void JsonText::break_line() {
    if (!pretty_) return;
    json_ += '\n';
    json_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonText::begin_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (json_.empty()) {
        if (pretty_) json_.append(static_cast<std::size_t>(depth_) * 2, ' ');
        return;
    }
    if (!first_) json_ += ',';
    first_ = false;
    break_line();
}

void JsonText::open(char bracket) {
    begin_value();
    json_ += bracket;
    if (pretty_) ++depth_;
    first_ = true;
}

void JsonText::close(char bracket) {
    if (pretty_) --depth_;
    if (!first_) break_line();
    json_ += bracket;
    first_ = false;
}

void JsonText::key(std::string_view name) {
    begin_value();
    quote(name);
    json_ += pretty_ ? ": " : ":";
    after_key_ = true;
}

void JsonText::text(std::string_view value) {
    begin_value();
    if (find_invalid_utf8(value))
        quote(replace_invalid(value));
    else
        quote(value);
}

void JsonText::quote(std::string_view value) {
    json_ += '"';
    for (std::size_t begin = 0; begin < value.size();) {
        std::size_t end = begin;
        while (end < value.size() && is_plain(value[end])) ++end;
        json_.append(value, begin, end - begin);
        if (end < value.size()) add_escaped(json_, value[end++]);
        begin = end;
    }
    json_ += '"';
}

std::string JsonText::take() && { return escape_in_json(std::move(json_)); }

void JsonText::number(std::int64_t value) {
    begin_value();
    fmt::format_to(std::back_inserter(json_), "{}", value);
}

void JsonText::real(double value) {
    begin_value();
    const std::size_t begin = json_.size();
    fmt::format_to(std::back_inserter(json_), "{}", value);
    if (json_.find_first_of(".en", begin) == std::string::npos) json_ += ".0";
}

void JsonText::digits(std::string_view decimal) {
    begin_value();
    json_ += decimal;
}

void JsonText::truth(bool value) {
    begin_value();
    json_ += value ? "true" : "false";
}

void JsonText::null() {
    begin_value();
    json_ += "null";
}

std::string quote_json(std::string_view text) {
    JsonText json(-1);
    json.text(text);
    return std::move(json).take();
}

}  // namespace goalsheet
