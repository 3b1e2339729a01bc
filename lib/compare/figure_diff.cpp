// SPDX-License-Identifier: MIT
#include "compare/figure_diff.hpp"

#include <algorithm>
#include <cassert>

#include "goalsheet/indicator.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

struct Figure {
    Indicator indicator;
    std::string words;
    bool matched = false;
};

std::vector<Figure> figures_of(std::string_view target, int year) {
    std::vector<Figure> figures;
    const std::string_view read = target.substr(0, kMaxMeasureText);
    for (Indicator& indicator : find_indicators(read, year)) {
        const Quantity& quantity = indicator.target;
        std::string words(trim(read.substr(quantity.begin, quantity.end - quantity.begin)));
        figures.push_back({std::move(indicator), std::move(words), false});
    }
    return figures;
}

std::string upper_end(const Quantity& quantity) {
    return quantity.value_hi ? quantity.value_hi->to_text() : std::string{};
}

bool is_same(const Quantity& a, const Quantity& b) {
    return a.value.to_text() == b.value.to_text() && upper_end(a) == upper_end(b) && fold(a.unit) == fold(b.unit) &&
           a.comparator == b.comparator;
}

class FigureMatcher {
public:
    FigureMatcher(std::vector<Figure> before, std::vector<Figure> after)
        : before_(std::move(before)), after_(std::move(after)) {}

    std::vector<FigureDifference> match() {
        const auto same_unit = [](const Indicator& a, const Indicator& b) {
            return find_unit(a.target.unit).canonical == find_unit(b.target.unit).canonical;
        };
        pair_up([&](const Indicator& a, const Indicator& b) {
            return fold(a.label) == fold(b.label) && is_same(a.target, b.target);
        });
        pair_up(
            [&](const Indicator& a, const Indicator& b) { return fold(a.label) == fold(b.label) && same_unit(a, b); });
        pair_up(same_unit);
        for (const Figure& gone : before_)
            if (!gone.matched) add(&gone, nullptr);
        for (const Figure& come : after_)
            if (!come.matched) add(nullptr, &come);
        return std::move(differences_);
    }

private:
    template <class Fits>
    void pair_up(Fits fits) {
        for (Figure& before : before_) {
            if (before.matched) continue;
            const auto after = std::find_if(after_.begin(), after_.end(), [&](const Figure& one) {
                return !one.matched && fits(before.indicator, one.indicator);
            });
            if (after == after_.end()) continue;
            before.matched = after->matched = true;
            if (!is_same(before.indicator.target, after->indicator.target)) add(&before, &*after);
        }
    }

    void add(const Figure* before, const Figure* after) {
        assert(before || after);
        const Indicator& shown = after ? after->indicator : before->indicator;
        FigureDifference difference{shown.label, shown.target.unit, {}, {}, {}, {}};
        if (before) {
            difference.before = before->indicator.target.value;
            difference.before_words = before->words;
        }
        if (after) {
            difference.after = after->indicator.target.value;
            difference.after_words = after->words;
        }
        differences_.push_back(std::move(difference));
    }

    std::vector<Figure> before_;
    std::vector<Figure> after_;
    std::vector<FigureDifference> differences_;
};

}  // namespace

std::vector<FigureDifference> diff_figures(std::string_view before, int year_before, std::string_view after,
                                           int year_after) {
    return FigureMatcher(figures_of(before, year_before), figures_of(after, year_after)).match();
}

}  // namespace goalsheet
