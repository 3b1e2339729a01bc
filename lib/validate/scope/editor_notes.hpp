// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "text/phrase_search.hpp"

namespace goalsheet::rules {

/// What authors write to one another while a sheet is being made.
struct EditorNote {
    Phrase phrase;
    bool sure = true;  ///< false: a mark that may also stand in a finished sheet
};

/// The first note in a text: 【要確認】, 数字を差し替え, TODO, ？？, ★. Words of everyday work (確認, 調整中) count
/// only where brackets or ※ set them apart from the sentence.
std::optional<EditorNote> find_editor_note(std::string_view text);

}  // namespace goalsheet::rules
