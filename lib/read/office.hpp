// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "goalsheet/result.hpp"
#include "goalsheet/table.hpp"

namespace goalsheet {

/// Reads what an office program saved as a zip: Excel workbooks, Word documents, OpenDocument texts and
/// spreadsheets; `page.format` says which it was. A
/// fault for any other zip, and as their readers give it.
Result<bool> read_office(std::string_view bytes, const std::string& path, Page& page);

/// What an office file is that is no zip (.xls, .doc, one with a password, RTF), and what to do; empty words where the
/// bytes are nothing of the kind.
Message old_office_file(std::string_view bytes, const std::string& path);

}  // namespace goalsheet
