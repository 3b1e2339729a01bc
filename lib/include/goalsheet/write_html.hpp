// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "goalsheet/document.hpp"

namespace goalsheet {

/// `export --to html`: a page for a city's site, one table a sheet, UTF-8. No script, no style, no picture; every value
/// names its headings (scope, headers). read_documents() reads it back to the same documents but for their `source`
/// and `remarks`, which are of the page they were read from.
std::string write_html(std::span<const Document> documents);
/// The same page in pieces. The title is of the first document; `id`, of digits and hyphens, is another for each.
std::string write_html_opening(std::string_view title);
std::string write_html_entry(const Document& document, std::string_view id);
inline constexpr std::string_view kHtmlClosing = "</main>\n</body>\n</html>\n";
/// 令和7年度 産業振興部 重点目標管理シート, escaped.
std::string html_title(const Document& document);

/// `export --to txt`: the same tables as copied text, rows of tab-separated cells between empty lines, cells with line
/// ends in quotes as spreadsheets copy them. What cells cannot hold stands as ⟦U+000D⟧. Reads back likewise.
std::string write_text_form(const Document& document);
std::string write_text_form(std::span<const Document> documents);

}  // namespace goalsheet
