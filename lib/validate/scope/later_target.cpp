// SPDX-License-Identifier: MIT
#include "validate/scope/later_target.hpp"

#include "dates/date_mentions.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

/// The years named beside figures: R8年度280件, 280件（R8年度）. Asked in reading order.
class YearsBeside {
public:
    explicit YearsBeside(std::string_view text) : text_(text), dates_(find_dates(text)) {}

    bool none() const { return dates_.empty(); }

    // The year in a bracket of its own behind this figure, else the last one named between `after`, where the figure
    // before ended, and this figure.
    std::optional<int> of(const Quantity& quantity, std::size_t after) {
        std::optional<int> year;
        for (; next_ < dates_.size() && dates_[next_].end <= quantity.begin; ++next_)
            if (dates_[next_].begin >= after) year = goalsheet::fiscal_year_of(dates_[next_]);
        if (next_ < dates_.size() && stands_behind(quantity, dates_[next_]))
            return goalsheet::fiscal_year_of(dates_[next_]);
        return year;
    }

private:
    bool stands_behind(const Quantity& quantity, const DateMention& date) const {
        if (date.begin < quantity.end) return false;
        const std::string_view open = text_.substr(quantity.end, date.begin - quantity.end);
        std::string_view close = text_.substr(date.end);
        constexpr std::string_view kEnd = "末";
        if (close.starts_with(kEnd)) close.remove_prefix(kEnd.size());
        return (open == "（" || open == "(") && (close.starts_with("）") || close.starts_with(")"));
    }

    std::string_view text_;
    std::vector<DateMention> dates_;
    std::size_t next_ = 0;
};

}  // namespace

std::optional<LaterTarget> find_later_target(const SheetScope& sheet, const Measure& measure) {
    const auto year = fiscal_year_of(sheet);
    const Unstruck text(measure.target.text);
    YearsBeside years(text.text());
    if (!year || years.none()) return std::nullopt;
    std::optional<LaterTarget> later;
    std::size_t after = 0;
    for (const Quantity& quantity : sheet.page.quantities(measure.target)) {
        const auto its_year = years.of(quantity, after);
        after = quantity.end;
        const bool counts = quantity.role == QuantityRole::value || quantity.role == QuantityRole::total;
        if (!counts) continue;
        if (!its_year || *its_year <= *year) return std::nullopt;
        later = LaterTarget{&quantity, *its_year};
    }
    return later;
}

}  // namespace goalsheet::rules
