// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "validate/scope/scope.hpp"

namespace goalsheet::rules {

/// Every remark of one kind on the document and its sheets, with the place it points at.
void for_each_remark(const DocumentScope& page, std::string_view kind,
                     const std::function<void(const Remark&, const Place&)>& speak);

/// The remarks of one sheet alone.
void for_each_remark(const SheetScope& sheet, std::string_view kind,
                     const std::function<void(const Remark&, const Place&)>& speak);

}  // namespace goalsheet::rules
