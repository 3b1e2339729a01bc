// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "goalsheet/document.hpp"

namespace goalsheet::rules {

/// How the numbers of a column differ from those of the measures (GS501).
struct NumberingFault {
    std::set<int> actions;    ///< what 方法・手段 has, where there is something to compare
    std::set<int> written;    ///< what the column's cell has, with text or without
    std::set<int> unknown;    ///< in the column alone
    std::set<int> missing;    ///< in 方法・手段 alone
    bool disordered = false;  ///< all are there, in another order than the measures'

    bool any() const { return !unknown.empty() || !missing.empty() || disordered; }
};

/// Looks at columns whose cell numbers its measures. Where each measure has a cell of its own, an empty one is no wrong
/// number.
NumberingFault find_numbering_fault(const Item& item, FieldId field);

}  // namespace goalsheet::rules
