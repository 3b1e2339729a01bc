// SPDX-License-Identifier: MIT
#include "numbers/quantity/unit_lexicon.hpp"

#include <unordered_map>

#include "base/parse_double.hpp"
#include "goalsheet/text.hpp"
#include "text/fold.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kUnitTable;
}

namespace numbers {
namespace {

// group, dimension, canonical, factor, surface, equivalence: the columns of units.tsv.
struct Row {
    std::string_view group;
    std::string_view dimension;
    std::string_view canonical;
    std::string_view factor;
    std::string_view surface;
    std::string_view equivalence;
};

std::string_view take_cell(std::string_view& line) {
    const std::size_t tab = line.find('\t');
    const std::string_view cell = line.substr(0, tab);
    line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    return cell;
}

template <typename Take>
void for_each_row(Take take) {
    bool head = true;
    for (std::string_view line : split_lines(embedded::kUnitTable)) {
        if (!head && !line.empty()) {
            Row row;
            for (std::string_view* cell :
                 {&row.group, &row.dimension, &row.canonical, &row.factor, &row.surface, &row.equivalence})
                *cell = take_cell(line);
            take(row);
        }
        head = false;
    }
}

// 1/2, 半数 and /年 stand in the table for people; no number is followed by them.
bool may_follow_number(const Row& row) {
    return row.group != "rate" && row.dimension != "fraction" && row.surface.find('(') == std::string_view::npos &&
           row.surface != "¥" && row.surface != "￥";
}

UnitInfo to_info(const Row& row) {
    const double factor = parse_double(row.factor).value_or(1);
    const bool hard = row.equivalence == "hard" || row.equivalence == "own";
    return {std::string(row.group), unit_spelling(row.canonical), factor, hard, true};
}

// A spelling in several groups (件, 台) has the meaning of the first.
const std::unordered_map<std::string, UnitInfo>& units_by_spelling() {
    static const auto table = [] {
        std::unordered_map<std::string, UnitInfo> units;
        for_each_row([&](const Row& row) { units.emplace(unit_spelling(row.surface), to_info(row)); });
        return units;
    }();
    return table;
}

// Kana, kanji and ASCII are spelt as they are written.
bool is_spelt(std::string_view written) {
    for (std::size_t at = 0; at < written.size();) {
        const CodePoint point = decode_at(written, at);
        if (is_space(point.value)) return false;
        const bool ascii = point.value < 0x7F;
        if (!ascii && fold_alone(point.value) != point.value) return false;
        at += point.length;
    }
    return true;
}

}  // namespace

std::string unit_spelling(std::string_view written) {
    if (is_spelt(written)) return std::string(written);
    std::string spelling;
    const std::string composed = nfkc(written);
    for (std::size_t at = 0; at < composed.size();) {
        const CodePoint point = decode_at(composed, at);
        if (!is_space(point.value) && !parts_nothing(point.value)) spelling.append(composed, at, point.length);
        at += point.length;
    }
    return spelling;
}

void add_units(WordTable& table, int value) {
    for_each_row([&](const Row& row) {
        if (may_follow_number(row)) table.add(fold_glyphs(row.surface).text, value);
    });
}

}  // namespace numbers

const UnitInfo* find_known_unit(std::string_view spelling) {
    const auto& units = numbers::units_by_spelling();
    const auto found = units.find(numbers::unit_spelling(spelling));
    return found != units.end() ? &found->second : nullptr;
}

UnitInfo find_unit(std::string_view spelling) {
    if (const UnitInfo* known = find_known_unit(spelling)) return *known;
    const std::string key = numbers::unit_spelling(spelling);
    return {key, key, 1, true, false};
}

}  // namespace goalsheet
