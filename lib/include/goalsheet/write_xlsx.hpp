// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

struct WorkbookOptions {
    const Form* form = &Form::standard();  ///< names and explains the cells that the sheet itself does not label
    std::string tool_version;              ///< shown in 変換記録; empty: the version of this library
    /// Seconds since 1970 (SOURCE_DATE_EPOCH) for the file's creation date; nothing: always the same day.
    std::optional<std::int64_t> created;
    std::vector<Message> warnings;  ///< what the conversion has to say, for 変換記録
};

/// `export --to xlsx`: the bytes of a workbook with one print sheet for every goal sheet and, behind them, data sheets
/// that machines read. Always Japanese; the same document and options give the same bytes. Print sheets hold the texts
/// of the document character for character; what Excel cannot hold (control characters, more than 32,767 UTF-16 units
/// in a cell) is taken out or goes on in the next row, and 変換記録 says so. A fault only where no temporary file can
/// be written.
Result<std::string> write_workbook(const Document& document, const WorkbookOptions& options = {});

}  // namespace goalsheet
