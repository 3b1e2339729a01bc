// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/table.hpp"
#include "read/package/package.hpp"

namespace goalsheet {

/// Remarks who made a file and who saved it last, as its properties say (docProps, meta.xml). Properties that cannot be
/// read are nobody's loss and no fault.
void remark_persons(Package& package, Page& page);

}  // namespace goalsheet
