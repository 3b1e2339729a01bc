// SPDX-License-Identifier: MIT
#include "numbers/progress/status_rules.hpp"

#include "goalsheet/text.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {
namespace {

// A share as the two figures it is made of, in one unit.
struct Way {
    Decimal gone;   // never negative
    Decimal whole;  // above zero
};

Decimal negate(Decimal value) {
    value.mantissa = -value.mantissa;
    return value;
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add_exact(a, negate(b)); }

Decimal in_unit(const Decimal& value, std::string_view own, std::string_view target) {
    return own == target ? value : in_canonical_unit(value, own);
}

struct Values {
    Decimal result;
    Decimal target;
    std::optional<Decimal> baseline;
};

Values values_of(const Indicator& i, const Match& match) {
    const bool same = match.unit == i.target.unit;
    const std::string_view unit = same ? std::string_view(i.target.unit) : std::string_view();
    Values v;
    v.result = in_unit(*match.result, match.unit, unit);
    v.target = in_unit(i.target.value, i.target.unit, unit);
    if (i.baseline) v.baseline = in_unit(i.baseline->value, i.baseline->unit, unit);
    return v;
}

bool is_positive(const Decimal& value) { return value.mantissa > 0; }

// How much better a is than b: the difference in the direction that is wanted.
std::optional<Decimal> gain(Direction direction, const Decimal& a, const Decimal& b) {
    return direction == Direction::down ? subtract(b, a) : subtract(a, b);
}

// From zero to the target, as offices compute a rate of achievement.
std::optional<Way> way_from_zero(const Values& v) {
    if (!is_positive(v.target) || v.result.mantissa < 0) return std::nullopt;
    return Way{v.result, v.target};
}

// From the baseline to the target. A past that was better than what is wanted now (来場者1,000人（前年度1,200人）) is
// no beginning of a way.
std::optional<Way> way_from_baseline(Direction direction, const Values& v) {
    if (!v.baseline) return std::nullopt;
    const auto gone = gain(direction, v.result, *v.baseline);
    const auto whole = gain(direction, v.target, *v.baseline);
    if (!gone || !whole || gone->mantissa < 0 || !is_positive(*whole)) return std::nullopt;
    return Way{*gone, *whole};
}

bool is_worse_than_baseline(Direction direction, const Values& v) {
    if (!v.baseline) return false;
    const auto gone = gain(direction, v.result, *v.baseline);
    const auto whole = gain(direction, v.target, *v.baseline);
    return gone && whole && gone->mantissa < 0 && whole->mantissa >= 0;
}

std::optional<double> share_of(const std::optional<Way>& way) {
    return way ? std::optional(way->gone.to_double() / way->whole.to_double()) : std::nullopt;
}

__extension__ using Wide = __int128;

Decimal times(const Decimal& value, std::int64_t factor) {
    const Wide product = static_cast<Wide>(value.mantissa) * factor;
    constexpr Wide kMost = INT64_MAX;
    if (product > kMost || product < -kMost) return value;
    return {static_cast<std::int64_t>(product), value.scale};
}

// gone / whole >= share, digit for digit.
bool reaches(const Way& way, const Fraction& share) {
    return compare_exact(times(way.gone, share.denominator), times(way.whole, share.numerator)) >= 0;
}

bool is_reached(const Indicator& i, const Values& v) {
    const int order = compare_exact(v.result, v.target);
    if (i.comparator == Comparator::less_than) return order < 0;
    if (i.comparator == Comparator::more_than) return order > 0;
    return i.direction == Direction::down ? order <= 0 : order >= 0;
}

const Message kPartOfYear = {"基準値は年間の値、実績は年度途中の値", "baseline of a year, result of part of one"};

// A limit that must not be passed. What adds up may still pass it before the year is over.
Verdict judge_ceiling(const Indicator& i, const Match& match, const Values& v, Against against) {
    if (!is_reached(i, v)) return {.status = ProgressStatus::over};
    const bool final = against == Against::final && match.state == ReportState::done;
    return {.status = final ? ProgressStatus::achieved : ProgressStatus::within};
}

// At mid-term it is most often a running total beside the figure of a whole year.
Verdict judge_worse(const Indicator& i, Against against) {
    if (against != Against::final) return {.status = ProgressStatus::unclear, .note = kPartOfYear};
    return {.status = ProgressStatus::behind,
            .note = i.direction == Direction::down ? Message{"基準値を上回る", "above the baseline"}
                                                   : Message{"基準値を下回る", "below the baseline"}};
}

ProgressStatus judge_way(const Indicator& i, const Match& match, const Values& v, const std::optional<Way>& way,
                         const Fraction& pace) {
    const bool reached = is_reached(i, v);
    if (reached && match.state == ReportState::done) return ProgressStatus::achieved;
    // Without a way (the target is where things stood, or zero) there is only reached or not.
    return (way ? reaches(*way, pace) : reached) ? ProgressStatus::on_track : ProgressStatus::behind;
}

Verdict judge_down(const Indicator& i, const Match& match, const Values& v, const Fraction& pace, Against against) {
    if (is_worse_than_baseline(i.direction, v)) return judge_worse(i, against);
    const auto way = way_from_baseline(i.direction, v);
    if (!way) return judge_ceiling(i, match, v, against);
    const bool may_grow = against != Against::final && adds_up(i.target.unit);
    if (may_grow && is_reached(i, v)) return {.status = ProgressStatus::within, .note = kPartOfYear};
    return {.status = judge_way(i, match, v, way, pace), .improvement = share_of(way)};
}

Verdict judge_up(const Indicator& i, const Match& match, const Values& v, const Fraction& pace, Against against) {
    const auto from_zero = way_from_zero(v);
    const auto from_baseline = way_from_baseline(i.direction, v);
    Verdict verdict;
    if (is_worse_than_baseline(i.direction, v)) {
        verdict = judge_worse(i, against);
    } else {
        verdict.status = judge_way(i, match, v, from_baseline ? from_baseline : from_zero, pace);
        verdict.improvement = share_of(from_baseline);
    }
    verdict.rate = share_of(from_zero);
    return verdict;
}

}  // namespace

Verdict judge(const Indicator& indicator, const Match& match, const Fraction& pace, Against against, bool report_empty,
              bool others) {
    if (!match.result) {
        const bool silent = report_empty || (others && !match.mentioned);
        return {.status = silent ? ProgressStatus::not_reported : ProgressStatus::no_figure};
    }
    if (match.state == ReportState::planned) return {.status = ProgressStatus::planned};
    const Values v = values_of(indicator, match);
    switch (indicator.direction) {
        case Direction::up:
            return judge_up(indicator, match, v, pace, against);
        case Direction::down:
            return judge_down(indicator, match, v, pace, against);
        case Direction::unknown:
            break;
    }
    return {.status = ProgressStatus::unclear,
            .note = {"多い方がよいか少ない方がよいか分からない", "unknown whether more or less is better"}};
}

ProseVerdict judge_prose(std::string_view report) {
    if (trim(report).empty()) return {};
    const Glyphs g = fold_glyphs(report);
    bool planned = false;
    bool ongoing = false;
    bool completed = false;
    const auto weigh = [&](std::u32string_view piece) {
        const ReportState state = read_state(piece);
        planned = planned || state == ReportState::planned;
        ongoing = ongoing || state == ReportState::ongoing;
        completed = completed || (state == ReportState::done && says_completed(piece));
    };
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= g.size(); ++i) {
        if (i < g.size() && std::u32string_view(U" \n。、(),").find(g.text[i]) == std::u32string_view::npos) continue;
        weigh(g.slice(begin, i));
        begin = i + 1;
    }
    if (ongoing || (completed && planned)) return {ProgressStatus::in_progress, ReportState::ongoing};
    if (completed) return {ProgressStatus::done, ReportState::done};
    if (planned) return {ProgressStatus::preparing, ReportState::planned};
    return {ProgressStatus::stated, ReportState::none};
}

}  // namespace goalsheet::match
