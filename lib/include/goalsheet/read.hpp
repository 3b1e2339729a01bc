// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

struct Page;

struct ReadOptions {
    const Form* form = &Form::standard();
    std::string encoding;  ///< overrides what the input declares; empty: find out
    bool digest = false;   ///< compute DocumentSource::sha256 (a tenth of the time a page takes)
    bool strict = false;   ///< read nothing that only reasoning tells, and name no column by its content
    std::string format;    ///< html, text, json; empty: found from content first, name second
    Page* page = nullptr;  ///< where to leave the tables as the reader found them, sheets or not
};

/// Bytes of one input to the documents in it: one for a page, as many as were written for a JSON file. The whole way:
/// decode, read, lay out, interpret. A fault when the bytes are no page we can read or hold no goal sheet; everything
/// smaller is a remark in the Document.
Result<std::vector<Document>> read_documents(std::string bytes, const std::string& path,
                                             const ReadOptions& options = {});

}  // namespace goalsheet
