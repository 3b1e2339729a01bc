// SPDX-License-Identifier: MIT
#pragma once

namespace goalsheet::remark {

// What writers and reviewers leave in a document beside its text (see remark.hpp).

inline constexpr const char* kInsertion = "tracked-insertion";  ///< text: what was inserted; detail: by whom
inline constexpr const char* kDeletion = "tracked-deletion";    ///< text: where; detail: what was deleted
inline constexpr const char* kComment = "comment";        ///< text: what it is about; detail: who, and the comment
inline constexpr const char* kNotRead = "part-not-read";  ///< text: where it stands; detail: the part's name
/// detail: the property (creator, lastModifiedBy, …), a space and whom it names. For the rules alone: what is written
/// out is published.
inline constexpr const char* kPerson = "person-property";

}  // namespace goalsheet::remark
