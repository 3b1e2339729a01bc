// SPDX-License-Identifier: MIT
// usage: bench_numbers [quick]     how fast targets and reports are read and held against each other, and that twice
// the text takes twice the time; exit code 1 where it takes much more. quick: a tenth of the text, for tests
#include <fmt/format.h>

#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/indicator.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/quantity.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// Twice the text may take a little more than twice the time: caches fill, the machine has other work.
constexpr double kMostGrowth = 2.8;
constexpr double kMeasurable = 0.02;  // seconds; below it growth says nothing

// Of the processor's: what else the machine does is not ours.
double seconds(const std::function<void()>& work) {
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double best_of(int runs, const std::function<void()>& work) {
    double best = seconds(work);
    for (int i = 1; i < runs; ++i) best = std::min(best, seconds(work));
    return best;
}

std::string repeat(std::string_view piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes) text += piece;
    return text;
}

// Measures as departments write them: one to three figures, dates, orders, brackets.
constexpr std::pair<const char*, const char*> kMeasures[] = {
    {"相談件数 300件", "相談件数208件（9月末現在）"},
    {"研修会 年4回以上、延べ120人", "研修会 2回（7/4、8/29）、延べ63人。今後2回予定"},
    {"普及率 41.5%→45.0%", "42.8%（令和7年9月末現在）"},
    {"苦情 24件から20件以下に", "苦情 9件（前年同期 14件）"},
    {"①講座:6回 ②参加者:150人", "①3回\n②82人（うち新規17人）"},
    {"道路改良 延長1,200m（国道18号側）", "L=480m 施工中、残り720mは11月に発注予定"},
    {"耐震化計画の策定", "第3回委員会を開催し、素案を協議中"},
};

Document make_document(std::size_t characters) {
    Document document;
    Sheet& sheet = document.sheets.emplace_back();
    sheet.fiscal_year = FiscalYear{"", 2025};
    std::size_t written = 0;
    while (written < characters) {
        Item& item = sheet.items.emplace_back();
        item.number = static_cast<int>(sheet.items.size());
        for (const auto& [target, report] : kMeasures) {
            Measure& measure = item.measures.emplace_back();
            measure.number = static_cast<int>(item.measures.size());
            measure.target = std::string(target);
            measure.midterm = std::string(report);
            written += count_code_points(target) + count_code_points(report);
        }
    }
    return document;
}

struct Load {
    const char* name;
    std::function<std::size_t(std::size_t characters)> run;  // gives the bytes it has read
};

std::size_t read_quantities(const std::string& text) {
    if (find_quantities(text).size() > text.size()) std::abort();
    return text.size();
}

std::size_t hold(const std::string& target, const std::string& report) {
    Document document = make_document(1);
    Measure& measure = document.sheets[0].items[0].measures[0];
    measure.target = target;
    measure.midterm = report;
    if (measure_progress(document).empty()) std::abort();
    return target.size() + report.size();
}

const std::vector<Load>& loads() {
    static const std::vector<Load> all = {
        {"targets and reports",
         [](std::size_t n) {
             const Document document = make_document(n);
             if (measure_progress(document).empty()) std::abort();
             std::size_t bytes = 0;
             for (const Item& item : document.sheets[0].items)
                 for (const Measure& m : item.measures) bytes += m.target.text.size() + m.midterm.text.size();
             return bytes;
         }},
        {"quantities in sentences",
         [](std::size_t n) {
             std::string text;
             while (text.size() < n * 3)
                 for (const auto& [target, report] : kMeasures)
                     text.append(target).append("、").append(report).append("。");
             return read_quantities(text);
         }},
        {"text without a break", [](std::size_t n) { return read_quantities(repeat("地域", n * 3)); }},
        {"numbers", [](std::size_t n) { return read_quantities(repeat("17件、", n * 3)); }},
        {"numbers run together", [](std::size_t n) { return read_quantities(repeat("7,654件", n * 3)); }},
        {"digits", [](std::size_t n) { return read_quantities(repeat("1234567890", n)); }},
        {"kanji numerals", [](std::size_t n) { return read_quantities(repeat("三十五億", n * 3)); }},
        {"opening brackets", [](std::size_t n) { return read_quantities(repeat("（", n * 3)); }},
        {"brackets around numbers", [](std::size_t n) { return read_quantities(repeat("（3件", n * 3)); }},
        {"a report of numbers", [](std::size_t n) { return hold("相談 100件、訪問 50件", repeat("17件、", n * 3)); }},
        {"a target of numbers", [](std::size_t n) { return hold(repeat("相談17件、", n * 3), "相談 3件"); }},
        {"a report of brackets", [](std::size_t n) { return hold("相談 100件", repeat("（", n * 3)); }},
        {"a report of nested numbers", [](std::size_t n) { return hold("相談 100件", repeat("（3件", n * 3)); }},
        {"a report without a break", [](std::size_t n) { return hold("相談 100件", repeat("地域", n * 3)); }},
    };
    return all;
}

// Time and growth for 1, 2 and 4 times the text; whether it grows with the text and not faster.
bool measure(const Load& load, std::size_t characters, int runs) {
    double times[3] = {};
    std::size_t bytes[3] = {};
    for (int i = 0; i < 3; ++i)
        times[i] = best_of(runs, [&] { bytes[i] = load.run(characters << static_cast<unsigned>(i)); });
    const double growth = times[2] / times[1];
    const bool fine = times[2] < kMeasurable || growth <= kMostGrowth;
    fmt::print("{:<28} {:7.1f} MB/s   1x {:8.2f} ms  2x {:8.2f} ms  4x {:8.2f} ms   growth {:.2f} {:.2f}{}\n",
               load.name, static_cast<double>(bytes[2]) / times[2] / 1e6, times[0] * 1e3, times[1] * 1e3,
               times[2] * 1e3, times[1] / times[0], growth, fine ? "" : "   NOT LINEAR");
    return fine;
}

}  // namespace
}  // namespace goalsheet

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "quick") == 0;
    bool fine = true;
    for (const goalsheet::Load& load : goalsheet::loads())
        fine = goalsheet::measure(load, quick ? 25'000 : 1'000'000, quick ? 1 : 2) && fine;
    return fine ? 0 : 1;
}
