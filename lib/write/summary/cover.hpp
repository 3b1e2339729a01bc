// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "goalsheet/summary.hpp"
#include "goalsheet/write_summary.hpp"
#include "write/format/xlsx/book.hpp"

namespace goalsheet {

/// A figure of the cover with the words above and below it; every form of a summary shows these.
struct Headline {
    std::string label;
    double value = 0;
    bool percent = false;
    bool known = true;  ///< false: there is nothing to take it from
    std::string note;
};
std::vector<Headline> headlines(const SummaryYear& year);
/// 2025年度（令和7年度）
std::string year_title(const SummaryYear& year);
/// The same with 重点目標 総括 behind it.
std::string summary_title(const SummaryYear& year);
/// What the figures are of: report, day, inputs.
std::string summary_subtitle(const Summary& summary, const SummaryYear& year, const SummaryTableOptions& options);
/// What the words of the headlines mean, a sentence a line.
std::vector<std::string> summary_footnotes(const Summary& summary, const SummaryYear& year);

/// The name of the sheet that write_cover adds for a year.
std::string cover_name(const Summary& summary, std::size_t year);
/// 総括 of one year: headline figures and four charts on one A4 page. The charts read 部門別 and SDGs別.
void write_cover(xlsx::Book& book, const Summary& summary, std::size_t year, const SummaryTableOptions& options);

}  // namespace goalsheet
