// SPDX-License-Identifier: MIT
#pragma once

#include "goalsheet/document.hpp"
#include "tables/table.hpp"
#include "tables/table_source.hpp"

namespace goalsheet {

/// What sheets have beside the fields of the form, one thing a row, as written: indicators with cells of their own,
/// texts under other labels, values by year. Documents without them have no rows here.
DataTable indicators_table(const TableSource& source);
DataTable extras_table(const TableSource& source);
DataTable series_table(const TableSource& source);
/// The labels that no form has, with the field they were read as.
DataTable labels_table(const TableSource& source);

}  // namespace goalsheet
