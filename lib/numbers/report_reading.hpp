// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "goalsheet/progress.hpp"
#include "numbers/indicator_figures.hpp"
#include "numbers/match_figures.hpp"

namespace goalsheet::match {

/// At most this many figures of one report are held against targets: the fullest real one has nine.
inline constexpr std::size_t kMaxReportFigures = 256;

/// What a report says, whatever it is held against.
class ReportReading {
public:
    /// `report` must outlive it; `quantities`: find_quantities() of it.
    ReportReading(std::string_view report, std::vector<Quantity> quantities, int fiscal_year);

    const FigureText& text() const { return text_; }
    const std::vector<ReportFigure>& figures() const { return figures_; }
    /// The one day the report names. Looked for when first asked; one thread at a time.
    std::optional<Date> as_of_day() const;

    static constexpr std::size_t kMostWords = 4000;  ///< glyphs that are looked through for words and days

private:
    FigureText text_;
    std::vector<ReportFigure> figures_;
    int fiscal_year_;
    mutable std::optional<std::optional<Date>> as_of_day_;
};

}  // namespace goalsheet::match
