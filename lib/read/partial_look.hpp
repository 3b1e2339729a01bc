// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "read/page_tree.hpp"

namespace goalsheet {

/// What is written of a text's looks in one place; the rest comes from the styles below it.
struct PartialLook {
    std::optional<bool> struck;
    std::optional<bool> hidden;
    std::optional<TextLook::Height> height;
    std::optional<std::string> font;

    void lay_over(const PartialLook& upper) {
        if (upper.struck) struck = upper.struck;
        if (upper.hidden) hidden = upper.hidden;
        if (upper.height) height = upper.height;
        if (upper.font) font = upper.font;
    }
    TextLook look() const {
        return {struck.value_or(false), hidden.value_or(false), height.value_or(TextLook::Height::normal)};
    }
};

}  // namespace goalsheet
