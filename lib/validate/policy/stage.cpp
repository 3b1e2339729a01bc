// SPDX-License-Identifier: MIT
#include "goalsheet/validate.hpp"
#include "validate/scope/message_words.hpp"

namespace goalsheet {

Stage find_stage(const Document& document) {
    std::size_t measures = 0;
    std::size_t midterm = 0;
    std::size_t final = 0;
    for (const Sheet& sheet : document.sheets) {
        for (const Item& item : sheet.items) {
            for (const Measure& measure : item.measures) {
                ++measures;
                midterm += !is_blank(measure.midterm.text);
                final += !is_blank(measure.final.text);
            }
        }
    }
    // One cell in the wrong column does not make a year end, one forgotten cell does not unmake it.
    if (final > 0 && final * 2 >= midterm) return Stage::final;
    if (midterm > 0 && midterm * 2 >= measures) return Stage::midterm;
    return Stage::plan;
}

}  // namespace goalsheet
