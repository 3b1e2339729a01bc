// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>

#include "goalsheet/text.hpp"
#include "numbers/figure.hpp"
#include "numbers/numeral.hpp"

namespace goalsheet::numbers {
namespace {

constexpr std::size_t kTransitionGap =
    30;  // glyphs between the two ends of a transition: （令和7年度）→目標（令和8年度）

std::u32string_view gap_between(const Glyphs& g, const Figure& a, const Figure& b) {
    return b.begin > a.tail_end ? g.slice(a.tail_end, b.begin) : std::u32string_view{};
}

bool holds(std::u32string_view text, std::u32string_view word) { return text.find(word) != std::u32string_view::npos; }

bool is_arrow_gap(std::u32string_view gap) {
    if (gap.size() > kTransitionGap || holds(gap, U"。") || holds(gap, U"、")) return false;
    return holds(gap, U"→") || holds(gap, U"->") || holds(gap, U"=>");
}

bool is_growth_behind(const Glyphs& g, const Figure& b) {
    return match_any(g, skip_spaces(g, b.tail_end, 1),
                     U"に へ まで 増加 拡大 向上 上昇 減少 削減 低下 引き上げ 引上げ 増員 増やす 改善") > 0;
}

bool is_round(const Decimal& d) { return d.scale == 0 && (d.mantissa % 5 == 0 || d.mantissa <= 10); }

bool same_unit(const Figure& a, const Figure& b) { return a.quantity.unit == b.quantity.unit; }

// から between two figures is a transition where the second is where it goes, else a range, if both ends look
// estimated.
bool is_from_range(const Glyphs& g, const Figure& a, const Figure& b) {
    return gap_between(g, a, b) == U"から" && same_unit(a, b) && !is_growth_behind(g, b) &&
           less_than(a.quantity.value, b.quantity.value) && is_round(a.quantity.value) && is_round(b.quantity.value);
}

bool is_wave_range(const Glyphs& g, const Figure& a, const Figure& b) {
    const std::u32string_view gap = gap_between(g, a, b);
    return (gap == U"~" || gap == U" ~ ") && same_unit(a, b) && less_than(a.quantity.value, b.quantity.value);
}

bool is_range(const Glyphs& g, const Figure& a, const Figure& b) {
    const bool plain = !a.bare && !b.bare && !a.quantity.value_hi && !b.quantity.value_hi;
    return plain && (is_wave_range(g, a, b) || is_from_range(g, a, b));
}

bool is_transition(const Glyphs& g, const Figure& a, const Figure& b) {
    const std::u32string_view gap = gap_between(g, a, b);
    if (is_arrow_gap(gap)) return a.bare || b.bare || same_unit(a, b);
    if (a.bare || !gap.starts_with(U"から") || gap.size() > kTransitionGap || holds(gap, U"。") || holds(gap, U"\n"))
        return false;
    return same_unit(a, b) && (gap == U"から" || is_growth_behind(g, b));
}

// A figure in brackets behind another of the same unit, whose bracket names a past year or an
// average: 46.0％（令和5年度 43.1％）.
bool is_past_in_bracket(const Glyphs& g, const Figure& a, const Figure& b) {
    const std::u32string_view gap = gap_between(g, a, b);
    if (gap.empty() || gap.front() != U'(' || gap.size() > kTransitionGap || holds(gap, U")") || !same_unit(a, b))
        return false;
    if (holds(gap, U"平均") || holds(gap, U"前年") || holds(gap, U"昨年") || holds(gap, U"前回") ||
        holds(gap, U"現状") || holds(gap, U"基準"))
        return true;
    const bool year =
        holds(gap, U"年度") || holds(gap, U"R") || holds(gap, U"H") || holds(gap, U"令和") || holds(gap, U"平成");
    return year && !holds(gap, U"今年度") && !holds(gap, U"本年度") && a.quantity.modifier != "累計" &&
           !b.quantity.value_hi && !holds(gap, U"うち");
}

// 3台（38,500千円）: what the counted things cost explains the count.
bool is_cost_in_bracket(const Glyphs& g, const Figure& a, const Figure& b) {
    const std::u32string_view gap = gap_between(g, a, b);
    if (gap.empty() || gap.front() != U'(' || gap.size() > 12 || holds(gap, U")")) return false;
    return b.quantity.unit.ends_with("円") && !a.quantity.unit.ends_with("円");
}

void share_unit(Figure& a, Figure& b) {
    if (a.bare == b.bare) return;
    Figure& bare = a.bare ? a : b;
    bare.quantity.unit = (a.bare ? b : a).quantity.unit;
    bare.bare = false;
}

}  // namespace

void join_ranges(const Glyphs& g, std::vector<Figure>& figures) {
    std::vector<Figure> joined;
    for (Figure& figure : figures) {
        if (!joined.empty() && is_range(g, joined.back(), figure)) {
            Figure& low = joined.back();
            low.quantity.value_hi = figure.quantity.value;
            low.end = figure.end;
            low.tail_end = figure.tail_end;
            low.quantity.end = figure.quantity.end;
            if (low.quantity.comparator == Comparator::none) low.quantity.comparator = figure.quantity.comparator;
            if (low.quantity.per.empty()) low.quantity.per = figure.quantity.per;
            continue;
        }
        joined.push_back(std::move(figure));
    }
    figures = std::move(joined);
}

void assign_roles(const Glyphs& g, std::vector<Figure>& figures) {
    for (Figure& figure : figures)
        if (figure.past) figure.quantity.role = QuantityRole::baseline;
    for (std::size_t k = 1; k < figures.size(); ++k) {
        Figure& a = figures[k - 1];
        Figure& b = figures[k];
        if (is_transition(g, a, b)) {
            share_unit(a, b);
            a.quantity.role = QuantityRole::baseline;
        } else if (is_past_in_bracket(g, a, b)) {
            b.quantity.role = QuantityRole::baseline;
        } else if (is_cost_in_bracket(g, a, b)) {
            b.quantity.role = QuantityRole::aside;
        }
    }
}

void drop_bare(const Glyphs& g, std::vector<Figure>& figures) {
    const auto stands_alone = [&g](const Figure& f) {
        const char32_t next = g.at(skip_spaces(g, f.tail_end, 1));
        const bool closed =
            !is_noun_glyph(next) && !is_latin(next) && !is_digit(next) && next != U'/' && next != U'.' && next != U'-';
        if (!closed) return false;
        std::size_t at = skip_spaces_back(g, f.begin);
        if (at == 0) return next == 0 && f.begin == 0;
        if (g.before(at) == U':') {
            at = skip_spaces_back(g, at - 1);
            if (match_any_before(g, at, U"目標 実績 結果 見込 見込み 計 合計 現状")) return true;
        }
        return match_any_before(g, at, U"複数 少数 多数 半数 奇数 偶数 総数 点数") == 0 &&
               match_any_before(g, at, U"率 倍率 指数 係数 値 数 スコア 得点 偏差値 BMI HbA1c") > 0;
    };
    std::erase_if(figures, [&](const Figure& f) { return f.bare && !stands_alone(f); });
}

}  // namespace goalsheet::numbers
