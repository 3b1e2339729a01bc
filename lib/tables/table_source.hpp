// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goalsheet/progress.hpp"
#include "model/ids.hpp"

namespace goalsheet {

/// A document as tables take it: the IDs of its sheets, and its reports held against its targets once a table asks.
/// The document must outlive it.
class TableSource {
public:
    explicit TableSource(const Document& its_document) : document(its_document), ids(sheet_ids(its_document)) {}

    const MeasuredDocument& measured() const {
        if (!measured_) measured_ = measure_document(document);
        return *measured_;
    }

    const Document& document;
    const std::vector<std::string> ids;  ///< as this document alone gives them

private:
    mutable std::optional<MeasuredDocument> measured_;
};

}  // namespace goalsheet
