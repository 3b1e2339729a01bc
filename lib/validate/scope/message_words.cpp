// SPDX-License-Identifier: MIT
#include "validate/scope/message_words.hpp"

#include <algorithm>

namespace goalsheet {
namespace {

std::string fill_one(std::string_view text, std::span<const Message> arguments, Lang lang) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool slot = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}' && text[at + 1] >= '0' &&
                          text[at + 1] <= '9';
        if (!slot) {
            out.push_back(text[at]);
            continue;
        }
        const auto index = static_cast<std::size_t>(text[at + 1] - '0');
        if (index < arguments.size()) out += arguments[index].in(lang);
        at += 2;
    }
    return out;
}

}  // namespace

Message same(std::string_view text) { return {std::string(text), std::string(text)}; }

Message count_word(std::size_t count) { return same(std::to_string(count)); }

Message fill(const Message& message_template, std::span<const Message> arguments) {
    return {fill_one(message_template.ja, arguments, Lang::ja), fill_one(message_template.en, arguments, Lang::en)};
}

std::string figure_word(const Decimal& value, std::string_view unit) {
    std::string digits = value.to_text();
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > first + 3) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits.append(unit);
}

Message join(std::span<const Message> parts) {
    Message joined;
    for (const Message& part : parts) {
        if (!joined.ja.empty()) joined.ja += "、";
        if (!joined.en.empty()) joined.en += ", ";
        joined.ja += part.ja;
        joined.en += part.en;
    }
    return joined;
}

}  // namespace goalsheet
