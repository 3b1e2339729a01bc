// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "text/phrase_search.hpp"

namespace goalsheet::rules {

/// Words of a report that leave the work open: 予定, 実施中, 準備中 … Not among them are 予定どおり, 予定価格 and what
/// stands in brackets. `phrase` is the clause around the word.
struct OpenWork {
    Phrase word;
    Phrase clause;
};
std::optional<OpenWork> find_open_work(std::string_view text);

/// The clause around a place: from 、。（ or a line's start to the next of them.
Phrase clause_around(std::string_view text, const Phrase& word);

/// Whether a bracket that is open in front of a place still is at it.
bool is_in_brackets(std::string_view text, std::size_t at);

/// Words that say that something is done: 完了, 実施済, 開催した …
bool says_done(std::string_view text);

/// 8月20日に開催, 2回開き: of how often something was held, the verb alone says enough.
bool says_held(std::string_view text);

}  // namespace goalsheet::rules
