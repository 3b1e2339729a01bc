// SPDX-License-Identifier: MIT
#include "model/sheet/unplaced_address.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "goalsheet/form.hpp"
#include "goalsheet/text.hpp"
#include "model/measure_fields.hpp"

namespace goalsheet {
namespace {

std::string in_english(const std::string& address) {
    int row = 0;
    int column = 0;
    char end = 0;
    if (std::sscanf(address.c_str(), "表の%d行目%d列%c", &row, &column, &end) == 3)
        return fmt::format("table row {}, column {}", row, column);
    for (const MeasureField& field : kMeasureFields)
        if (const Message& word = field_word(field.id); address.ends_with(word.ja))
            return address.substr(0, address.size() - word.ja.size()) + word.en;
    return address;
}

}  // namespace

std::string table_address(std::uint32_t row, std::uint32_t column) {
    return fmt::format("表の{}行目{}列目", row + 1, column + 1);
}

std::string item_address(int number, std::optional<FieldId> field) {
    std::string words = circled(number);
    if (field) words.append(" ").append(Form::standard().label(*field));
    return words;
}

Message address_words(const std::string& address) { return {address, in_english(address)}; }

}  // namespace goalsheet
