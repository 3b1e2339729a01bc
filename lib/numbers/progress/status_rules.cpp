// SPDX-License-Identifier: MIT
#include "numbers/progress/status_rules.hpp"

#include "goalsheet/text.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"

namespace goalsheet::match {
namespace {

// A rate as the two differences it is made of, in one unit.
struct Way {
    Decimal gone;
    Decimal whole;  // never zero
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

// From the baseline to the target. Where more is wanted and the past was higher still (来場者1,000人（前年度1,200人）),
// the way begins at zero.
std::optional<Way> find_way(const Indicator& i, const Values& v) {
    const bool from_baseline =
        v.baseline && (i.direction == Direction::down || compare_exact(*v.baseline, v.target) <= 0);
    if (!from_baseline) return is_zero(v.target) ? std::nullopt : std::optional<Way>({v.result, v.target});
    const auto gone = subtract(v.result, *v.baseline);
    const auto whole = subtract(v.target, *v.baseline);
    if (!gone || !whole || is_zero(*whole)) return std::nullopt;
    return Way{*gone, *whole};
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
    const bool negative = way.whole.mantissa < 0;
    const int order = compare_exact(times(way.gone, share.denominator), times(way.whole, share.numerator));
    return negative ? order <= 0 : order >= 0;
}

bool exceeds_ceiling(const Indicator& i, const Values& v) {
    const int order = compare_exact(v.result, v.target);
    return i.comparator == Comparator::less_than ? order >= 0 : order > 0;
}

Verdict judge_ceiling(const Indicator& i, const Match& match, const Values& v, Against against) {
    if (exceeds_ceiling(i, v)) return {ProgressStatus::over, std::nullopt};
    const bool final = against == Against::final && match.state == ReportState::done;
    return {final ? ProgressStatus::achieved : ProgressStatus::within, std::nullopt};
}

// No way to measure (the target is where things stood): reached or not.
Verdict judge_level(const Indicator& i, const Match& match, const Values& v) {
    const int order = compare_exact(v.result, v.target);
    const bool held = i.direction == Direction::down ? order <= 0 : order >= 0;
    if (!held) return {ProgressStatus::behind, std::nullopt};
    return {match.state == ReportState::done ? ProgressStatus::achieved : ProgressStatus::on_track, std::nullopt};
}

}  // namespace

Verdict judge(const Indicator& indicator, const Match& match, const Fraction& pace, Against against, bool report_empty,
              bool others) {
    if (!match.result) {
        const bool silent = report_empty || (others && !match.mentioned);
        return {silent ? ProgressStatus::not_reported : ProgressStatus::no_figure, std::nullopt};
    }
    if (match.state == ReportState::planned) return {ProgressStatus::planned, std::nullopt};
    const Values v = values_of(indicator, match);
    if (indicator.is_ceiling()) return judge_ceiling(indicator, match, v, against);
    const auto way = find_way(indicator, v);
    if (!way) return judge_level(indicator, match, v);
    const double rate = way->gone.to_double() / way->whole.to_double();
    if (match.state == ReportState::done && reaches(*way, {1, 1})) return {ProgressStatus::achieved, rate};
    return {reaches(*way, pace) ? ProgressStatus::on_track : ProgressStatus::behind, rate};
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
