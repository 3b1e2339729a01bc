// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace goalsheet::rules {

/// A part of a text that tells of one person or of the inside of the office.
struct PersonalData {
    enum class Kind { mail, mobile, extension, path, number, secret, person };
    Kind kind;
    std::size_t begin;
    std::size_t end;
};

/// Mail addresses, mobile numbers, 内線, paths of files, 個人番号, 生年月日, accounts, passwords and what stands behind
/// 担当者：. Nobody's name is guessed. In the order of the text.
std::vector<PersonalData> find_personal_data(std::string_view text);

}  // namespace goalsheet::rules
