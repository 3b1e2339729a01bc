// SPDX-License-Identifier: MIT
#include "read/xlsx/number_format.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/limits.hpp"
#include "base/parse_double.hpp"
#include "goalsheet/text.hpp"
#include "read/xlsx/format_code.hpp"
#include "read/xlsx/format_dates.hpp"
#include "read/xlsx/format_digits.hpp"

namespace goalsheet {
namespace {

using number_format::read_format_code;
using number_format::Section;
using number_format::show_date;
using number_format::show_digits_of;
using number_format::show_general;

struct Choice {
    const Section* section = nullptr;
    bool signed_value = true;
};

Choice choose(const std::vector<Section>& sections, double value) {
    const auto conditional = [](const Section& section) { return section.condition.has_value(); };
    if (std::any_of(sections.begin(), sections.end(), conditional)) {
        const auto found = std::find_if(sections.begin(), sections.end(), [value](const Section& section) {
            return !section.condition || section.condition->holds(value);
        });
        return {found == sections.end() ? nullptr : &*found, true};
    }
    if (value < 0 && sections.size() >= 2) return {&sections[1], false};
    if (value == 0 && sections.size() >= 3) return {&sections[2], true};
    return {sections.data(), true};
}

}  // namespace

std::string_view builtin_format(std::uint32_t id) {
    struct Builtin {
        std::uint32_t id;
        std::string_view code;
    };
    // ECMA-376 §18.8.30 with the Japanese codes, 14 and 22 as a Japanese Windows shows them.
    static constexpr std::array<Builtin, 46> kBuiltins = {{
        {1, "0"},
        {2, "0.00"},
        {3, "#,##0"},
        {4, "#,##0.00"},
        {5, "¥#,##0;-¥#,##0"},
        {6, "¥#,##0;-¥#,##0"},
        {7, "¥#,##0.00;-¥#,##0.00"},
        {8, "¥#,##0.00;-¥#,##0.00"},
        {9, "0%"},
        {10, "0.00%"},
        {11, "0.00E+00"},
        {12, "# ?/?"},
        {13, "# ?/?"},
        {14, "yyyy/m/d"},
        {15, "d-mmm-yy"},
        {16, "d-mmm"},
        {17, "mmm-yy"},
        {18, "h:mm AM/PM"},
        {19, "h:mm:ss AM/PM"},
        {20, "h:mm"},
        {21, "h:mm:ss"},
        {22, "yyyy/m/d h:mm"},
        {27, "ge.m.d"},
        {28, "ggge年m月d日"},
        {29, "ggge年m月d日"},
        {30, "m/d/yy"},
        {31, "yyyy年m月d日"},
        {32, "h時mm分"},
        {33, "h時mm分ss秒"},
        {34, "yyyy年m月"},
        {35, "m月d日"},
        {36, "ge.m.d"},
        {37, "#,##0_);(#,##0)"},
        {38, "#,##0_);(#,##0)"},
        {39, "#,##0.00_);(#,##0.00)"},
        {40, "#,##0.00_);(#,##0.00)"},
        {45, "mm:ss"},
        {46, "[h]:mm:ss"},
        {47, "mm:ss.0"},
        {48, "##0.0E+0"},
        {50, "ge.m.d"},
        {51, "ggge年m月d日"},
        {52, "yyyy年m月"},
        {53, "m月d日"},
        {54, "ggge年m月d日"},
        {55, "yyyy年m月"},
    }};
    if (id == 56) return "m月d日";
    if (id == 57) return "ge.m.d";
    if (id == 58) return "ggge年m月d日";
    if (id >= 41 && id <= 44) return id <= 42 ? "#,##0;-#,##0" : "#,##0.00;-#,##0.00";
    const auto found = std::find_if(kBuiltins.begin(), kBuiltins.end(), [id](const Builtin& b) { return b.id == id; });
    return found == kBuiltins.end() ? std::string_view() : found->code;
}

ShownNumber show_number(std::string_view raw, std::string_view format, bool dates_from_1904) {
    const std::string_view digits = trim(raw);
    const std::optional<double> number = parse_double(digits);
    if (!number) return {std::string(raw), true};
    const double value = *number;
    const std::string bare = show_general(value);
    if (format.empty()) return {bare, true};
    if (format.size() > limit::kXlsxFormatBytes) return {bare, false};
    const std::vector<Section> sections = read_format_code(format);
    const Choice choice = choose(sections, value);
    const bool sure = std::all_of(sections.begin(), sections.end(), [](const Section& s) { return s.sure; });
    if (!sure || !choice.section) return {bare, false};
    const auto shown = choice.section->is_date ? show_date(value, *choice.section, dates_from_1904)
                                               : show_digits_of(value, *choice.section, choice.signed_value);
    return shown ? ShownNumber{*shown, true} : ShownNumber{bare, false};
}

}  // namespace goalsheet
