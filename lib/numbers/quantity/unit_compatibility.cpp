// SPDX-License-Identifier: MIT
#include "numbers/quantity/unit_compatibility.hpp"

#include <algorithm>
#include <initializer_list>

#include "numbers/quantity/unit_lexicon.hpp"

namespace goalsheet::match {
namespace {

bool is_among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A unit that is in no table is a family of its own.
bool is_of_family(std::string_view unit, std::initializer_list<std::string_view> families) {
    if (const UnitInfo* known = find_known_unit(unit)) return is_among(known->family, families);
    return is_among(numbers::unit_spelling(unit), families);
}

}  // namespace

UnitLikeness compare_units(std::string_view a, std::string_view b) {
    if (a == b) return UnitLikeness::same;
    const UnitInfo* left = find_known_unit(a);
    const UnitInfo* right = find_known_unit(b);
    if (!left || !right || left->canonical != right->canonical) return UnitLikeness::different;
    return left->hard && right->hard ? UnitLikeness::same : UnitLikeness::similar;
}

bool counts_people(std::string_view unit) { return is_of_family(unit, {"people"}); }
bool is_money(std::string_view unit) { return is_of_family(unit, {"money"}); }
bool is_duration(std::string_view unit) { return is_of_family(unit, {"time"}); }
bool counts_places(std::string_view unit) {
    return is_of_family(unit, {"place", "area-unit", "building", "route", "shop", "organisation", "company"});
}
bool is_generic_unit(std::string_view unit) {
    return unit.empty() || is_of_family(unit, {"people", "case", "times", "place", "money", "ratio", "time", "length"});
}
bool adds_up(std::string_view unit) {
    return !unit.empty() && !is_of_family(unit, {"ratio", "temperature", "qualification", "rate"}) &&
           !is_among(unit, {"点", "℃", "度", "位", "倍"});
}
bool is_rank(std::string_view unit) {
    return is_among(unit, {"位", "級", "段", "号", "条", "章", "歳児", "代", "度目", "丁目"});
}

}  // namespace goalsheet::match
