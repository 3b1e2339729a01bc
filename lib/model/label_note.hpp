// SPDX-License-Identifier: MIT
#pragma once

namespace goalsheet::remark {

/// text: words in brackets behind a label, 12月末現在; detail: the label's field
inline constexpr const char* kLabelNote = "label-note";

}  // namespace goalsheet::remark
