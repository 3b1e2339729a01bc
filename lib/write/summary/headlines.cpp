// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "tables/summary_tables.hpp"
#include "write/summary/cover.hpp"

namespace goalsheet {
namespace {

std::string share_of(std::size_t part, std::size_t whole) {
    return whole == 0 ? "" : fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

Headline count_of(const SummaryCounts& counts, Standing standing) {
    const std::size_t count = counts.count(standing);
    return {standing_words(standing).ja, static_cast<double>(count), false, true, share_of(count, counts.indicators)};
}

const char* report_words(Against against) { return against == Against::final ? "期末" : "中間"; }

}  // namespace

std::vector<Headline> headlines(const SummaryYear& year) {
    const SummaryCounts& total = year.total;
    const RateAverage& rate = total.rate(year.against);
    std::vector<Headline> all;
    all.push_back({"重点目標", static_cast<double>(total.goals), false, true,
                   fmt::format("{}部・取組項目{}", year.departments.size(), total.items)});
    all.push_back(
        {"指標", static_cast<double>(total.indicators), false, true, fmt::format("方法・手段{}", total.measures)});
    all.push_back(
        {"報告済", static_cast<double>(total.reported()), false, true, share_of(total.reported(), total.indicators)});
    for (const Standing standing :
         {Standing::not_reported, Standing::on_course, Standing::under_way, Standing::behind, Standing::open})
        all.push_back(count_of(total, standing));
    all.push_back(
        {fmt::format("平均{}達成率", report_words(year.against)), percent_of(rate.mean), true, rate.n != 0,
         rate.n == 0 ? "算定できる指標なし" : fmt::format("算定{}件 中央値{:.1f}%", rate.n, percent_of(rate.median))});
    return all;
}

std::string year_title(const SummaryYear& year) {
    const std::string era = era_year_words(year.year);
    return era.empty() ? year_words(year.year) : fmt::format("{}（{}）", year_words(year.year), era);
}

std::string summary_title(const SummaryYear& year) { return year_title(year) + " 重点目標 総括"; }

std::string summary_subtitle(const Summary& summary, const SummaryYear& year, const SummaryTableOptions& options) {
    std::string words = options.city_name.empty() ? "" : options.city_name + "　";
    words += fmt::format("{}報告による集計", report_words(year.against));
    if (year.as_of)
        words += fmt::format("（報告に日付がないときの基準日 {}年{}月{}日）", year.as_of->year, year.as_of->month,
                             year.as_of->day);
    words += fmt::format("　入力 {}件", year.inputs);
    if (summary.years.size() > 1) words += fmt::format("（全年度では{}件）", summary.documents.size());
    return words;
}

std::vector<std::string> summary_footnotes(const Summary& summary, const SummaryYear& year) {
    std::vector<std::string> notes = {
        "数は指標の件数。順調＝達成・範囲内・順調・完了。概ね順調＝数値のない目標で実施中。"
        "遅れ＝達成率（基準値があれば改善率）が経過した期間の割合より低い、または上限を超過。"
        "判定なし＝判定保留・予定のみ・数値なし・準備中・記載あり。評価ではなく、報告に書かれた数の集計。",
        fmt::format("平均{}達成率は、数を確かに読み取れた指標の単純平均（減少目標と数値のない目標を除く）。",
                    report_words(year.against))};
    const auto count = [&year](Severity severity) { return year.findings[static_cast<std::size_t>(severity)]; };
    std::string care = fmt::format("「要確認」：この年度のシートにエラー {}件、警告 {}件。", count(Severity::error),
                                   count(Severity::warning));
    if (!summary.unreadable.empty())
        care += fmt::format("読めなかった入力 {}件は集計に入っていない。", summary.unreadable.size());
    notes.push_back(std::move(care));
    return notes;
}

std::string cover_name(const Summary& summary, std::size_t year) {
    return year == 0 ? "総括" : fmt::format("総括 {}", year_words(summary.years[year].year));
}

}  // namespace goalsheet
