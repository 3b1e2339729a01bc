// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/json_lines.hpp"

namespace goalsheet {

// Values of a JSON file that somebody wrote by hand. All throw JsonFault with the line of what is not as asked.

[[noreturn]] void refuse(int line, std::string ja, std::string en);
/// The words with commas between.
std::string listed(std::span<const std::string_view> words);

void require_object(const JsonNode& node, std::string_view what);
void refuse_unknown_keys(const JsonNode& object, std::span<const std::string_view> known);
/// The text of a key; null where the key is absent.
const std::string* find_text(const JsonNode& object, std::string_view key);
std::string text_of(const JsonNode& object, std::string_view key);
/// A list of texts, none of them empty.
std::vector<std::string> texts_of(const JsonNode& object, std::string_view key);
bool truth_of(const JsonNode& object, std::string_view key, bool otherwise);
/// The place of a word in a list, counted from 0; nothing where the key is absent.
std::optional<std::size_t> choice_of(const JsonNode& object, std::string_view key,
                                     std::span<const std::string_view> choices);

}  // namespace goalsheet
