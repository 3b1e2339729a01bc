// SPDX-License-Identifier: MIT
#include "model/json_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace goalsheet {

void refuse(int line, std::string ja, std::string en) { throw JsonFault{line, {std::move(ja), std::move(en)}}; }

std::string listed(std::span<const std::string_view> words) {
    std::string list;
    for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

void require_object(const JsonNode& node, std::string_view what) {
    if (node.kind != JsonNode::Kind::object)
        refuse(node.line, fmt::format("「{}」は {{ }} で書いてください。", what),
               fmt::format("“{}” must be an object.", what));
}

void refuse_unknown_keys(const JsonNode& object, std::span<const std::string_view> known) {
    for (const JsonMember& member : object.members)
        if (std::find(known.begin(), known.end(), member.key) == known.end())
            refuse(member.line,
                   fmt::format("「{}」という項目はありません。使えるのは {} です。", member.key, listed(known)),
                   fmt::format("There is no key “{}”; known ones: {}.", member.key, listed(known)));
}

const std::string* find_text(const JsonNode& object, std::string_view key) {
    const JsonNode* value = object.find(key);
    if (!value) return nullptr;
    if (value->kind != JsonNode::Kind::text)
        refuse(value->line, fmt::format("「{}」は文字列で書いてください。", key),
               fmt::format("“{}” must be a string.", key));
    return &value->text;
}

std::string text_of(const JsonNode& object, std::string_view key) {
    const std::string* text = find_text(object, key);
    return text ? *text : std::string{};
}

std::vector<std::string> texts_of(const JsonNode& object, std::string_view key) {
    std::vector<std::string> texts;
    const JsonNode* value = object.find(key);
    if (!value) return texts;
    const auto refuse_list = [&](int line) {
        refuse(line, fmt::format("「{}」は文字列の配列で書いてください。", key),
               fmt::format("“{}” must be a list of strings.", key));
    };
    if (value->kind != JsonNode::Kind::list) refuse_list(value->line);
    for (const JsonNode& entry : value->list) {
        if (entry.kind != JsonNode::Kind::text || entry.text.empty()) refuse_list(entry.line);
        texts.push_back(entry.text);
    }
    return texts;
}

bool truth_of(const JsonNode& object, std::string_view key, bool otherwise) {
    const JsonNode* value = object.find(key);
    if (!value) return otherwise;
    if (value->kind != JsonNode::Kind::truth)
        refuse(value->line, fmt::format("「{}」は true か false で書いてください。", key),
               fmt::format("“{}” must be true or false.", key));
    return value->truth;
}

std::optional<std::size_t> choice_of(const JsonNode& object, std::string_view key,
                                     std::span<const std::string_view> choices) {
    const std::string* text = find_text(object, key);
    if (!text) return std::nullopt;
    const auto found = std::find(choices.begin(), choices.end(), *text);
    if (found == choices.end())
        refuse(object.find(key)->line,
               fmt::format("「{}」は {} のどれかです（今は「{}」）。", key, listed(choices), *text),
               fmt::format("“{}” is one of {}, not “{}”.", key, listed(choices), *text));
    return static_cast<std::size_t>(found - choices.begin());
}

}  // namespace goalsheet
