// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text/decode.hpp"

namespace goalsheet {

/// Whether bytes are a web page saved as one file (MHTML, RFC 2557): headers with MIME-Version and Content-Type.
bool is_mhtml(std::string_view bytes);

/// The HTML parts of such a file (page and frames, in their order) as one text: transfer encodings undone, each decoded
/// by `forced`, else by its part's charset, else as a page is. Offsets of undecodable bytes are those within their
/// part. Empty when it has no HTML part. What is beyond limit::kMhtmlParts and limit::kMhtmlTextBytes is left out, and
/// named in its `limit`.
Decoded decode_mhtml(std::string_view bytes, std::string_view forced = {});

}  // namespace goalsheet
