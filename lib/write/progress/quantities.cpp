// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "goalsheet/quantity.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/write_quantities.hpp"

namespace goalsheet {
namespace {

bool needs_escape(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }) ||
           find_invalid_utf8(text);
}

std::string quote(std::string_view text) {
    if (!needs_escape(text)) return fmt::format("\"{}\"", text);
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Numbers are written as text: a double would show 39.7 as it happens to be stored.
std::string write_quantity(std::string_view text, const Quantity& q, std::size_t first, std::size_t last) {
    const std::string high = q.value_hi ? fmt::format("\"value_hi\":{},", q.value_hi->to_text()) : std::string();
    return fmt::format(
        R"({{"value":{},{}"unit":{},"comparator":{},"modifier":{},"per":{},"role":{},"state":{},"span":[{},{}],"text":{}}})",
        q.value.to_text(), high, quote(q.unit), quote(comparator_sign(q.comparator)), quote(q.modifier), quote(q.per),
        quote(quantity_role_name(q.role)), quote(report_state_name(q.state)), first, last,
        quote(text.substr(q.begin, q.end - q.begin)));
}

}  // namespace

std::string write_quantity_line(std::string_view text) {
    std::string line = fmt::format("{{\"text\":{},\"quantities\":[", quote(text));
    std::size_t byte = 0;
    std::size_t point = 0;
    const auto count_to = [&](std::size_t offset) {
        for (; byte < offset; ++point) byte += decode_at(text, byte).length;
        return point;
    };
    bool first = true;
    for (const Quantity& q : find_quantities(text)) {
        if (!first) line += ',';
        first = false;
        const std::size_t begin = count_to(q.begin);
        line += write_quantity(text, q, begin, count_to(q.end));
    }
    return line + "]}\n";
}

}  // namespace goalsheet
