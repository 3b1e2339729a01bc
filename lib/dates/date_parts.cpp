// SPDX-License-Identifier: MIT
#include "dates/date_parts.hpp"

namespace goalsheet::dates {
namespace {

using Kind = YearPart::Kind;

constexpr YearPart kYearParts[] = {
    {U"上半期", Kind::months, 4, 9},
    {U"前半期", Kind::months, 4, 9},
    {U"上期", Kind::months, 4, 9},
    {U"前期", Kind::months, 4, 9},
    {U"下半期", Kind::months, 10, 3},
    {U"下期", Kind::months, 10, 3},
    {U"第1四半期", Kind::months, 4, 6},
    {U"第2四半期", Kind::months, 7, 9},
    {U"第3四半期", Kind::months, 10, 12},
    {U"第4四半期", Kind::months, 1, 3},
    {U"年度末", Kind::end_of_fiscal_year, 3, 3},
    {U"年度内", Kind::end_of_fiscal_year, 3, 3},
    {U"年末", Kind::end_of_calendar_year, 12, 12},
    {U"年内", Kind::end_of_calendar_year, 12, 12},
};

template <class Walker>
std::optional<int> take_number_before(Walker& walker, char32_t sign, bool spaced) {
    Walker ahead = walker;
    if (spaced) ahead.skip_spaces();
    const auto number = ahead.take_number(2);
    if (spaced) ahead.skip_spaces();
    if (!number || !ahead.take(sign)) return std::nullopt;
    walker = ahead;
    return number;
}

}  // namespace

template <class Walker>
std::optional<int> take_month(Walker& walker, bool spaced) {
    return take_number_before(walker, U'月', spaced);
}

template <class Walker>
std::optional<int> take_day(Walker& walker, bool spaced) {
    return take_number_before(walker, U'日', spaced);
}

template <class Walker>
MonthPart take_month_part(Walker& walker) {
    if (walker.take_any({U"末日", U"末"})) return MonthPart::end;
    if (walker.take_any({U"上旬", U"初旬"})) return MonthPart::first_third;
    if (walker.take(U"中旬")) return MonthPart::second_third;
    return walker.take(U"下旬") ? MonthPart::last_third : MonthPart::none;
}

template <class Walker>
const YearPart* take_year_part(Walker& walker) {
    for (const YearPart& part : kYearParts)
        if (walker.take(part.words)) return &part;
    return nullptr;
}

template <class Walker>
std::optional<Weekday> take_weekday(Walker& walker) {
    constexpr std::u32string_view kSigns = U"日月火水木金土";
    const std::size_t number = kSigns.find(walker.peek());
    if (number == std::u32string_view::npos || !walker.take(kSigns[number])) return std::nullopt;
    return Weekday{static_cast<int>(number), walker.take_any({U"曜日", U"曜"})};
}

template std::optional<int> take_month(Walker&, bool);
template std::optional<int> take_month(GlyphWalker&, bool);
template std::optional<int> take_day(Walker&, bool);
template std::optional<int> take_day(GlyphWalker&, bool);
template MonthPart take_month_part(Walker&);
template MonthPart take_month_part(GlyphWalker&);
template const YearPart* take_year_part(Walker&);
template const YearPart* take_year_part(GlyphWalker&);
template std::optional<Weekday> take_weekday(Walker&);

}  // namespace goalsheet::dates
