// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "numbers/match_report.hpp"

// Dates, orders, years, shares of aid and numbers in names stand around a real figure. Whatever they are and wherever
// they stand, the real figure is what is read, or nothing; never they.

namespace {

using namespace goalsheet;

const std::vector<std::string> kDecoys = {
    "令和7年10月15日に",
    "R7.6.20",
    "（9/11）",
    "7月～9月に",
    "第3回",
    "第12次計画により",
    "国道18号の",
    "令和6年度に策定した計画に基づき",
    "補助率1/2の",
    "65歳以上の",
    "SDGs17の",
    "（3年目）",
    "県内2位の",
    "①",
    "電話0268-22-4100",
    "2分の1補助の",
    "5Gを活用し",
    "三世代同居の",
    "千曲川沿いの",
    "10:00～12:00",
    "（〒386-8601）",
    "条例第8条により",
    "26年度末までに",
    "「健康100年」運動の",
};

const std::vector<std::string> kTails = {"",
                                         "（令和7年9月末現在）",
                                         "　※第2期計画に基づく",
                                         "（7/6、8/9）",
                                         "、第3回は11月に開催予定",
                                         "（R7.10.1施行）",
                                         "。次回は令和8年2月",
                                         "（補助率1/2以内）"};

struct Pair {
    const char* noun;
    const char* unit;
};
const std::vector<Pair> kPairs = {{"相談件数", "件"},   {"研修会", "回"}, {"受講者数", "人"}, {"設置", "箇所"},
                                  {"登録団体", "団体"}, {"受診率", "%"},  {"整備延長", "m"}};

template <typename T>
const T& choose(const std::vector<T>& from, std::mt19937& random) {
    return from[random() % from.size()];
}

}  // namespace

TEST_CASE("numbers that are no amounts become neither target nor result") {
    std::mt19937 random(20251031);
    std::size_t read = 0;
    constexpr std::size_t kRounds = 4000;
    for (std::size_t round = 0; round < kRounds; ++round) {
        const Pair& pair = choose(kPairs, random);
        const int wanted = 1000 + static_cast<int>(random() % 8000);
        const int reached = 1000 + static_cast<int>(random() % 8000);
        const std::string target =
            choose(kDecoys, random) + pair.noun + " " + std::to_string(wanted) + pair.unit + choose(kTails, random);
        const std::string report =
            choose(kDecoys, random) + pair.noun + " " + std::to_string(reached) + pair.unit + choose(kTails, random);
        CAPTURE(target);
        CAPTURE(report);
        const auto indicators = find_indicators(target, 2025);
        REQUIRE(indicators.size() == 1);
        CHECK(indicators[0].target.value.to_text() == std::to_string(wanted));
        CHECK_FALSE(indicators[0].baseline);
        const auto matches = match::match_report(indicators, report, {"", "", 2025});
        if (!matches[0].result) continue;
        ++read;
        CHECK(matches[0].result->to_text() == std::to_string(reached));
    }
    CHECK(read > kRounds * 95 / 100);
}

TEST_CASE("a report without a figure of the target's gives none") {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const Pair& pair = choose(kPairs, random);
        const auto indicators = find_indicators(std::string(pair.noun) + " 500" + pair.unit, 2025);
        const std::string report = choose(kDecoys, random) + "関係者と協議し、" + choose(kDecoys, random) +
                                   "周知を行った" + choose(kTails, random);
        CAPTURE(report);
        CHECK_FALSE(match::match_report(indicators, report, {"", "", 2025})[0].result);
    }
}

// A quadratic step would take minutes at these lengths; the limit, in processor time, leaves room for sanitizers.
TEST_CASE("hostile texts end soon") {
    const auto repeat = [](const char* piece, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) text += piece;
        return text;
    };
    const auto hold = [](const std::string& target, const std::string& report) {
        const auto indicators = find_indicators(target, 2025);
        return match::match_report(indicators, report, {"", "", 2025}).size();
    };
    const std::clock_t start = std::clock();
    const std::string target = "相談 100件、訪問 50件";
    for (const std::string& text : {repeat("17件、", 20000), repeat("（", 10000), repeat("（3件", 10000),
                                    repeat("「『", 10000), repeat("地域", 40000), repeat("17件うち3件", 10000)}) {
        CHECK(hold(target, text) == 2);
        CHECK(hold(text + "相談 3件", target) <= kMaxIndicators);
    }
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 60);
}
