// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "goalsheet/indicator.hpp"
#include "numbers/match_report.hpp"

// What does not change what a report says must not change what is read of it: the result stays, or becomes empty.

namespace {

using namespace goalsheet;

struct Things {
    const char* label;
    const char* unit;
    int target;
    int result;
};
const std::vector<Things> kThings = {
    {"見守り訪問件数", "件", 640, 518}, {"植樹祭参加者数", "人", 300, 287}, {"側溝清掃延長", "m", 4200, 3910},
    {"地域食堂開催回数", "回", 48, 51}, {"花壇登録団体数", "団体", 36, 29}, {"学校給食米飯率", "%", 80, 76},
    {"防犯灯設置基数", "基", 120, 133}, {"古紙回収量", "t", 900, 815},      {"窓口予約利用者数", "人", 2500, 2140},
    {"林道補修箇所数", "箇所", 22, 17},
};

std::string read(const std::string& target, const std::string& report) {
    const auto indicators = find_indicators(target, 2025);
    if (indicators.empty()) return "none";
    const auto matches = match::match_report(indicators, report, {"", "", 2025});
    return matches[0].result ? matches[0].result->to_text() : "-";
}

std::string widen(const std::string& text) {
    static const char* const kWide[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    std::string out;
    for (const char c : text) c >= '0' && c <= '9' ? out += kWide[c - '0'] : out += c;
    return out;
}

using Edit = std::function<std::string(const Things&, const std::string&)>;

// Each takes a report of one figure and says the same in other words, with other figures beside it.
const std::vector<Edit> kEdits = {
    [](const Things& t, const std::string& r) {
        return r + "（うち新規" + std::to_string(t.result / 3) + t.unit + "）";
    },
    [](const Things& t, const std::string& r) { return r + "（前年度" + std::to_string(t.result - 7) + t.unit + "）"; },
    [](const Things& t, const std::string& r) { return r + "／目標" + std::to_string(t.target) + t.unit; },
    [](const Things& t, const std::string& r) { return "目標" + std::to_string(t.target) + t.unit + "に対し、" + r; },
    [](const Things&, const std::string& r) { return r + "（令和7年9月30日現在）"; },
    [](const Things&, const std::string& r) { return "10月15日に国道12号沿いで確認し、" + r; },
    [](const Things&, const std::string& r) { return r + "　※第3次計画に基づく"; },
    [](const Things& t, const std::string& r) {
        return r + "、前年度比" + std::to_string(t.result / 9) + t.unit + "増";
    },
    [](const Things& t, const std::string& r) {
        return r + "、残り" + std::to_string(t.target / 5) + t.unit + "は次年度に実施";
    },
    [](const Things& t, const std::string& r) { return r + "、全国平均" + std::to_string(t.result + 4) + t.unit; },
    [](const Things& t, const std::string& r) {  // two others whose sum is the target
        return "見学" + std::to_string(t.target / 2) + t.unit + "、問合せ" + std::to_string(t.target - t.target / 2) +
               t.unit + "、" + r;
    },
    [](const Things&, const std::string& r) { return widen(r); },
    [](const Things&, const std::string& r) { return "・ " + r + "\n"; },
    [](const Things&, const std::string& r) { return r + "（3名の職員で対応、定員500人）"; },
    [](const Things& t, const std::string& r) { return "策定時" + std::to_string(t.result - 11) + t.unit + "、" + r; },
};

}  // namespace

TEST_CASE("a result stays or becomes empty whatever is said beside it") {
    std::size_t kept = 0;
    std::size_t held = 0;
    for (const Things& t : kThings) {
        const std::string target = std::string(t.label) + " " + std::to_string(t.target) + t.unit;
        const std::string plain = std::string(t.label) + " " + std::to_string(t.result) + t.unit;
        REQUIRE(read(target, plain) == std::to_string(t.result));
        for (std::size_t a = 0; a < kEdits.size(); ++a) {
            for (std::size_t b = 0; b <= kEdits.size(); ++b) {
                const std::string once = kEdits[a](t, plain);
                const std::string report = b == kEdits.size() ? once : kEdits[b](t, once);
                CAPTURE(target);
                CAPTURE(report);
                const std::string got = read(target, report);
                CHECK((got == "-" || got == std::to_string(t.result)));
                kept += got == std::to_string(t.result) ? 1U : 0U;
                ++held;
            }
        }
    }
    CHECK(kept * 100 > held * 50);
}

TEST_CASE("the order of figures with labels of their own does not matter") {
    for (const Things& a : kThings) {
        for (const Things& b : kThings) {
            if (std::string(a.label) == b.label) continue;
            const auto words = [](const Things& t, int figure) {
                return std::string(t.label) + std::to_string(figure) + t.unit;
            };
            const std::string target = words(a, a.target);
            const std::string report = words(b, b.result) + "、" + words(a, a.result);
            const std::string other = words(a, a.result) + "、" + words(b, b.result);
            CAPTURE(report);
            CHECK(read(target, report) == std::to_string(a.result));
            CHECK(read(target, other) == std::to_string(a.result));
        }
    }
}
