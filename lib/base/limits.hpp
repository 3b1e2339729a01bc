// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every limit of reading, with its reason. What a limit cuts is said in a remark (kLimit) or a fault; all_limits()
// lists them for people.
namespace goalsheet::limit {

/// colspan and rowspan as browsers clamp them (HTML §4.9.11).
inline constexpr std::uint32_t kColspan = 1000;
inline constexpr std::uint32_t kRowspan = 65534;
/// Depth of nested elements; Chromium's own limit. Deeper elements become children of the one at this depth.
inline constexpr std::size_t kHtmlDepth = 512;
/// The processor's time for parsing one page: a real page takes 3 ms; some 200 KB inputs make the parser quadratic.
inline constexpr std::chrono::seconds kHtmlParseTime{5};
/// Memory for parsing one page: so much, and so many bytes for each byte of input. Real pages need 35 bytes a byte.
inline constexpr std::size_t kHtmlParseBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kHtmlParseBytesPerByte = 64;
inline constexpr std::size_t kHtmlParseBytesMost = std::size_t{2} << 30U;
/// Slots of one grid while it is laid out: a real sheet has 150.
inline constexpr std::size_t kGridSlots = 2'000'000;
/// Parts of a workbook or document: forty sheets with pictures have 300.
inline constexpr std::size_t kPackageParts = 5000;
/// One part after unpacking, and all that are read: a real worksheet has 60 KB, one with styles down to
/// its last row 2 MB.
inline constexpr std::size_t kPackagePartBytes = std::size_t{16} << 20U;
inline constexpr std::size_t kPackageBytes = std::size_t{32} << 20U;
/// Tags and attributes of one part; a parsed one takes 64 and 40 bytes.
inline constexpr std::size_t kXmlTags = 600'000;
inline constexpr std::size_t kXmlAttributes = 900'000;
/// Merged ranges of one worksheet: forms drawn on graph paper have 2,000.
inline constexpr std::size_t kXlsxMerges = 20'000;
/// All cells' texts together; a shared string may be shown by any number of cells.
inline constexpr std::size_t kXlsxTextBytes = std::size_t{32} << 20U;
/// One cell's text: Excel holds 32,767 characters in a cell.
inline constexpr std::size_t kXlsxCellBytes = std::size_t{128} << 10U;
/// A number format: Excel takes 255 characters.
inline constexpr std::size_t kXlsxFormatBytes = 1024;
/// Slots of a worksheet between its first and last text: a form on graph paper has 10,000; one with more is a list.
inline constexpr std::size_t kXlsxSlots = 50'000;
/// Columns between them that are kept although nothing stands in them.
inline constexpr std::uint32_t kXlsxBlankColumns = 256;
/// A document's text: 2,000 pages of it have 8 MB. Fields and notes may show a text again and again.
inline constexpr std::size_t kDocumentTextBytes = std::size_t{32} << 20U;
/// Elements in each other in a document: a table in a text box in a table in a content control has 60.
inline constexpr std::size_t kDocumentDepth = 200;
/// A list item's number or bullet: Word takes 255 characters.
inline constexpr std::size_t kMarkerBytes = 1024;
/// Cells that are written out because OpenDocument says of a row or cell how often it is repeated: a form has 200.
inline constexpr std::size_t kRepeatedCells = 50'000;
/// Parts of a saved page (MHTML): one with every icon of a city's site has 300.
inline constexpr std::size_t kMhtmlParts = 5000;
/// All pages and style sheets in one: a page of five sheets with everything that Word writes has 1 MB.
inline constexpr std::size_t kMhtmlTextBytes = std::size_t{8} << 20U;
/// Slots of all worksheets together, and cells of a copied text: a year of forty departments has 100,000.
inline constexpr std::size_t kXlsxAllSlots = 500'000;
inline constexpr std::size_t kTextCells = 400'000;
/// Rules of a page's style sheets, and elements that selectors look at: a page out of Excel has 300 and 20,000.
inline constexpr std::size_t kStyleRules = 20'000;
inline constexpr std::size_t kStyleSteps = 20'000'000;
/// Tag text longer than this is no tag text.
inline constexpr std::size_t kResidueBytes = 300;

}  // namespace goalsheet::limit
