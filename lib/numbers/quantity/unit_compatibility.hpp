// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "goalsheet/quantity.hpp"

namespace goalsheet::match {

enum class UnitLikeness {
    different,
    similar,  ///< of one family and may stand for each other, but it must be said: 世帯/戸
    same,     ///< 名 and 人, ha and ㎡
};
UnitLikeness compare_units(std::string_view a, std::string_view b);

/// Families of units.tsv that numbers.md speaks of.
bool counts_people(std::string_view unit);
bool is_money(std::string_view unit);
bool is_duration(std::string_view unit);
/// 箇所, 地区, 路線, 棟 …: what can be listed by name.
bool counts_places(std::string_view unit);
/// 件, 回, 人, % and their like count anything; 団体, 橋, アカウント say themselves what they count.
bool is_generic_unit(std::string_view unit);
/// 件 and 人 add up; %, 点 and ℃ do not.
bool adds_up(std::string_view unit);
/// 位, 級, 号, 歳: an order or an age, never an amount.
bool is_rank(std::string_view unit);

}  // namespace goalsheet::match
