// SPDX-License-Identifier: MIT
#include "dates/date_mentions.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace {

/// The years named in front of figures: R8年度280件. Asked in reading order.
class YearsInFront {
public:
    explicit YearsInFront(std::string_view text) : dates_(find_dates(text)) {}

    bool none() const { return dates_.empty(); }

    // The last year named between `after`, where the figure before ended, and this figure.
    std::optional<int> of(const Quantity& quantity, std::size_t after) {
        std::optional<int> year;
        for (; next_ < dates_.size() && dates_[next_].end <= quantity.begin; ++next_)
            if (dates_[next_].begin >= after) year = goalsheet::fiscal_year_of(dates_[next_]);
        return year;
    }

private:
    std::vector<DateMention> dates_;
    std::size_t next_ = 0;
};

void check_measure(const SheetScope& sheet, const Place& place, int year, Reporter& report) {
    YearsInFront years(Unstruck(place.text->text).text());
    if (years.none()) return;
    const Quantity* later = nullptr;
    int later_year = 0;
    std::size_t after = 0;
    for (const Quantity& quantity : sheet.page.quantities(*place.text)) {
        const auto its_year = years.of(quantity, after);
        after = quantity.end;
        const bool counts = quantity.role == QuantityRole::value || quantity.role == QuantityRole::total;
        if (!counts) continue;
        if (!its_year || *its_year <= year) return;
        later = &quantity;
        later_year = *its_year;
    }
    if (!later) return;
    const std::string shown = place.text->text.substr(later->begin, later->end - later->begin);
    report.add(sheet, place.part(later->begin, later->end),
               {same(excerpt(shown)), fiscal_year_word(later_year), fiscal_year_word(year)});
}

void check(const SheetScope& sheet, Reporter& report) {
    const auto year = fiscal_year_of(sheet);
    if (!year) return;
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        check_measure(sheet, sheet.at(item, measure, FieldId::target), *year, report);
    });
}

}  // namespace

const RuleBody target_of_later_year_only{
    .texts = {.title = {"目標値が後の年度のもの", "target belongs to a later year"},
              .message = {"目標値{0}は{1}のものです。{2}末の値も書いてください。",
                          "{0} is for {1}; add the {2} value."},
              .why = {"この年度末には、翌年度の値を達成したかどうかを判定できません。",
                      "At the end of this year next year's value cannot be judged."},
              .wrong = "②数値目標: (1) 啓発イベント R7年度3回→R8年度5回",
              .right = "②数値目標: (1) 啓発イベント R6年度3回→R7年度4回"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
