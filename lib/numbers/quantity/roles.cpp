// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>

#include "goalsheet/text.hpp"
#include "numbers/quantity/numeral.hpp"
#include "numbers/quantity/quantity_candidate.hpp"

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

// （H22当初）から: past the bracket that says of when a figure is.
std::u32string_view skip_note(std::u32string_view gap) {
    const std::size_t close = gap.find(U')');
    return gap.starts_with(U"(") && close != std::u32string_view::npos ? gap.substr(close + 1) : gap;
}

bool is_growth_behind(const Glyphs& g, const Figure& b) {
    return match_any(g, skip_spaces(g, b.tail_end, 1),
                     U"に へ まで となった となり 増加 拡大 向上 上昇 減少 削減 低下 引き上げ 引上げ 増員 増やす 改善 "
                     U"とし とする "
                     U"を目指 以上に 以下に") > 0;
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

// 40%以上60%以下
bool is_between_bounds(const Glyphs& g, const Figure& a, const Figure& b) {
    const bool bounds =
        a.quantity.comparator == Comparator::at_least &&
        (b.quantity.comparator == Comparator::at_most || b.quantity.comparator == Comparator::less_than);
    return bounds && gap_between(g, a, b).empty() && same_unit(a, b) && less_than(a.quantity.value, b.quantity.value);
}

bool is_range(const Glyphs& g, const Figure& a, const Figure& b) {
    const bool plain = !a.bare && !b.bare && !a.quantity.value_hi && !b.quantity.value_hi;
    return plain && (is_wave_range(g, a, b) || is_from_range(g, a, b) || is_between_bounds(g, a, b));
}

bool is_transition(const Glyphs& g, const Figure& a, const Figure& b) {
    const std::u32string_view gap = gap_between(g, a, b);
    if (is_arrow_gap(gap)) return a.bare || b.bare || same_unit(a, b);
    const std::u32string_view words = skip_note(gap);
    if (a.bare || !words.starts_with(U"から") || gap.size() > kTransitionGap || holds(gap, U"。") || holds(gap, U"\n"))
        return false;
    return same_unit(a, b) && (words == U"から" || is_growth_behind(g, b));
}

// A figure in brackets behind another of the same unit, whose bracket names a past year or an
// average: 46.0％（令和5年度 43.1％）.
bool is_past_in_bracket(const Glyphs& g, const Figure& a, const Figure& b) {
    const std::u32string_view gap = gap_between(g, a, b);
    if (gap.empty() || gap.front() != U'(' || gap.size() > kTransitionGap || holds(gap, U")") || !same_unit(a, b))
        return false;
    if (holds(gap, U"比") || holds(gap, U"差")) return false;  // 前年同期比＋3件 is a change
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

// （昨年度比▲12人）: how much it changed, not how much it is.
bool is_change_in_bracket(const Glyphs& g, const Figure& a, const Figure& b) {
    const std::u32string_view gap = gap_between(g, a, b);
    return !gap.empty() && gap.front() == U'(' && gap.size() <= kTransitionGap && !holds(gap, U")") &&
           (gap.ends_with(U"比") || gap.ends_with(U"比+") || gap.ends_with(U"増減") || gap.ends_with(U"増減+"));
}

// 目標12回に対し、10回実施 tells the target again; 5回中止 tells what did not take place.
bool tells_no_result(const Glyphs& g, const Figure& f) {
    const std::size_t behind = skip_spaces(g, f.tail_end, 1);
    if (match_any(g, behind, U"中止 延期 見送り 取りやめ 取り止め を中止 は中止 が中止 を延期")) return true;
    const std::size_t before = skip_spaces_back(g, f.begin);
    return match_any(g, behind, U"に対し に対して の目標に対し") &&
           match_any_before(g, before, U"目標 目標値 計画 計画値 予定 当初計画 目標の 計画の 目標: 計画:");
}

void share_unit(Figure& a, Figure& b) {
    if (a.bare == b.bare) return;
    Figure& bare = a.bare ? a : b;
    bare.quantity.unit = (a.bare ? b : a).quantity.unit;
    bare.bare = false;
}

// 26件（過去5年平均 22件）: the years are no figure that 22件 could be held against.
const Figure& figure_before(const std::vector<Figure>& figures, std::size_t k) {
    const Figure& last = figures[k - 1];
    return k > 1 && last.quantity.role == QuantityRole::aside && last.quantity.unit.starts_with("年") ? figures[k - 2]
                                                                                                      : last;
}

// 108（前年度比97%）: a bracket behind it that compares it.
bool is_compared(const Glyphs& g, std::size_t open) {
    const auto inside = g.slice(open, std::min(g.size(), open + kTransitionGap));
    return inside.starts_with(U"(") &&
           (holds(inside, U"年度比") || holds(inside, U"前年") || holds(inside, U"達成率") ||
            inside.starts_with(U"(県") || inside.starts_with(U"(全国"));
}

bool has_label(const Glyphs& g, std::size_t begin, std::size_t end) {
    const bool labelled =
        match_any_before(g, skip_spaces_back(g, begin), U"者数 人数 件数 回数 目標数 実績数 総数") > 0;
    const char32_t next = labelled ? g.at(end) : g.at(skip_spaces(g, end, 1));
    if (is_noun_glyph(next) || is_latin(next) || is_digit(next) ||
        (next != 0 && std::u32string_view(U"/.-:×").find(next) != std::u32string_view::npos))
        return false;
    std::size_t at = skip_spaces_back(g, begin);
    if (g.before(at) == U'は' && g.before(at - 1) == U')') {  // 死亡率（人口10万対）は14.8
        const std::size_t open = std::u32string_view(g.text).rfind(U'(', at - 1);
        at = open == std::u32string_view::npos ? at : open;
    } else if (g.before(at) == U'は') {
        --at;
    }
    if (at == 0) return begin == 0 && (next == 0 || is_compared(g, skip_spaces(g, end, 1)));
    if (g.before(at) == U':') {
        at = skip_spaces_back(g, at - 1);
        if (match_any_before(g, at, U"目標 実績 結果 見込 見込み 計 合計 現状")) return true;
    }
    return !match_any_before(g, at, U"複数 少数 多数 半数 奇数 偶数 総数 点数") &&
           match_any_before(g, at, U"率 倍率 指数 係数 値 数 スコア 得点 偏差値") > 0;
}

bool is_beside_arrow(const Glyphs& g, std::size_t begin, std::size_t end) {
    return g.at(skip_spaces(g, end)) == U'→' || g.before(skip_spaces_back(g, begin)) == U'→';
}

// 1時間20分 is 80分, 8分40秒 520秒.
bool is_clock_pair(const Figure& a, const Figure& b) {
    const bool hours = a.quantity.unit == "時間" && b.quantity.unit == "分";
    const bool minutes = a.quantity.unit == "分" && b.quantity.unit == "秒";
    return (hours || minutes) && a.end == b.begin && a.quantity.value.scale == 0 && b.quantity.value.scale == 0 &&
           !a.quantity.value_hi && !b.quantity.value_hi && b.quantity.value.mantissa < 60;
}

void take_smaller_unit(Figure& a, const Figure& b) {
    a.quantity.value.mantissa = a.quantity.value.mantissa * 60 + b.quantity.value.mantissa;
    a.quantity.unit = b.quantity.unit;
    if (b.quantity.comparator != Comparator::none) a.quantity.comparator = b.quantity.comparator;
    a.quantity.end = b.quantity.end;
    a.end = b.end;
    a.tail_end = b.tail_end;
}

void take_upper_end(Figure& low, const Figure& high) {
    low.quantity.value_hi = high.quantity.value;
    low.quantity.end = high.quantity.end;
    low.end = high.end;
    low.tail_end = high.tail_end;
    if (low.quantity.comparator == Comparator::none) low.quantity.comparator = high.quantity.comparator;
    if (low.quantity.per.empty()) low.quantity.per = high.quantity.per;
}

}  // namespace

void join_ranges(const Glyphs& g, std::vector<Figure>& figures) {
    std::size_t kept = 0;
    for (std::size_t k = 0; k < figures.size(); ++k) {
        if (kept > 0 && is_range(g, figures[kept - 1], figures[k])) {
            take_upper_end(figures[kept - 1], figures[k]);
            continue;
        }
        if (kept > 0 && is_clock_pair(figures[kept - 1], figures[k])) {
            take_smaller_unit(figures[kept - 1], figures[k]);
            continue;
        }
        if (kept != k) figures[kept] = std::move(figures[k]);
        ++kept;
    }
    figures.resize(kept);
}

void assign_roles(const Glyphs& g, std::vector<Figure>& figures) {
    for (Figure& figure : figures)
        if (figure.past)
            figure.quantity.role = QuantityRole::baseline;
        else if (tells_no_result(g, figure))
            figure.quantity.role = QuantityRole::aside;
    for (std::size_t k = 1; k < figures.size(); ++k) {
        Figure& a = figures[k - 1];
        Figure& b = figures[k];
        if (is_transition(g, a, b)) {
            share_unit(a, b);
            a.quantity.role = QuantityRole::baseline;
        } else if (is_past_in_bracket(g, figure_before(figures, k), b)) {
            b.quantity.role = QuantityRole::baseline;
        } else if (is_cost_in_bracket(g, a, b) || is_change_in_bracket(g, a, b)) {
            b.quantity.role = QuantityRole::aside;
        }
    }
}

bool may_count_bare(const Glyphs& g, std::size_t begin, std::size_t end) {
    return is_beside_arrow(g, begin, end) || has_label(g, begin, read_tail(g, end).end);
}

void drop_bare(const Glyphs& g, std::vector<Figure>& figures) {
    std::erase_if(figures, [&g](const Figure& f) { return f.bare && !has_label(g, f.begin, f.tail_end); });
}

}  // namespace goalsheet::numbers
