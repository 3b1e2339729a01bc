// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "goalsheet/document.hpp"
#include "goalsheet/message.hpp"

namespace goalsheet {

/// What somebody has to know about a document that was read in part only: a sheet without items, or one of whose texts
/// more than a tenth found no field; with the headings that no form knows. Nothing where all was understood.
std::optional<Message> note_of_reading(const Document& document);

}  // namespace goalsheet
