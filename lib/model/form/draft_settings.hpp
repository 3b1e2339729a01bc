// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "goalsheet/form_draft.hpp"

namespace goalsheet {

/// The draft as a form, without what is unsure in it.
std::optional<Form> form_of(const FormDraft& draft);

/// Takes out of a draft what would change how the standard form reads the pages already: to name a label must not lose
/// what was reasoned about it.
void keep_reading(FormDraft& draft, std::span<const Page> pages);

/// Gives a draft the fewest settings with which most of the pages' texts come into fields. Gives that number, less what
/// is left over; none where no item is read.
std::optional<std::int64_t> choose_settings(FormDraft& draft, std::span<const Page> pages);

}  // namespace goalsheet
