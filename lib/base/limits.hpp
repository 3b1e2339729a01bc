// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every limit there is, with its reason. What a limit cuts is said in a remark (kLimit) or a fault.
namespace goalsheet::limit {

/// colspan and rowspan as browsers clamp them (HTML §4.9.11).
inline constexpr std::uint32_t kColspan = 1000;
inline constexpr std::uint32_t kRowspan = 65534;
/// Depth of nested elements; Chromium's own limit. Deeper elements become children of the one at this depth.
inline constexpr std::size_t kHtmlDepth = 512;
/// Time for parsing one page: a real page takes 3 ms; some 200 KB inputs make the parser quadratic.
inline constexpr std::chrono::seconds kHtmlParseTime{5};
/// Memory for parsing one page: so much, and so many bytes for each byte of input. Real pages need 35 bytes a byte.
inline constexpr std::size_t kHtmlParseBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kHtmlParseBytesPerByte = 64;
inline constexpr std::size_t kHtmlParseBytesMost = std::size_t{2} << 30U;
/// Slots of one grid while it is laid out: a real sheet has 150.
inline constexpr std::size_t kGridSlots = 2'000'000;
/// Items of a sheet, measures of an item: a real sheet has 6 and 6.
inline constexpr int kItemNumber = 999;
/// Tag text longer than this is no tag text.
inline constexpr std::size_t kResidueBytes = 300;

}  // namespace goalsheet::limit
