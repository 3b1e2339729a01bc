// SPDX-License-Identifier: MIT
#include "summary/packed_sheet.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace goalsheet;

namespace {

Sheet full_sheet() {
    Sheet sheet;
    sheet.goal = "川をきれいにする";
    sheet.sdgs = {{6, "安全な水"}, {14, ""}};
    sheet.alignments = {{"環境計画", "第2章"}};
    sheet.situation = std::string(70'000, 'x');
    sheet.purpose = "ねらい";
    sheet.notes = {"参加", "成果", "見出し甲", "見出し乙"};
    sheet.unplaced = {{"余り", "備考", "表の5行目"}};
    Item item;
    item.number = 3;
    item.title = "清掃";
    item.measures = {{2, "呼びかけ", "9月", "12回", "5回", ""}, {-1, "", "", "", "", "0\x01\x7F"}};
    sheet.items = {item, Item{}};
    return sheet;
}

SummarySheet packed(const Sheet& sheet, SummaryTexts texts) {
    SummarySheet one;
    one.packed_texts = pack_texts(sheet, texts);
    return one;
}

SummaryIndicator indicator_with_all() {
    SummaryIndicator one;
    one.item = 300;
    one.measure = 1;
    one.order = 2;
    one.label = "参加者";
    one.baseline = Decimal{std::numeric_limits<std::int64_t>::min(), 18};
    one.target = Decimal{-5, 1};
    one.unit = "人";
    one.comparator = Comparator::at_most;
    one.direction = Direction::down;
    one.line = std::numeric_limits<std::uint32_t>::max();
    one.midterm.result = Decimal{12, 0};
    one.midterm.rate = -0.1;
    one.midterm.as_of = Date{2025, 9, 30};
    one.midterm.status = ProgressStatus::behind;
    one.midterm.kind = FigureKind::computed;
    one.midterm.note = {"注", "note"};
    one.final.improvement = 1.0 / 3;
    return one;
}

}  // namespace

TEST_CASE("the texts of a sheet come back from a pack as they went in") {
    const Sheet sheet = full_sheet();
    Sheet back = packed(sheet, SummaryTexts::all).texts();
    CHECK(back == sheet);
    CHECK(back.notes.outcomes_heading == sheet.notes.outcomes_heading);
}

TEST_CASE("a pack of items' texts leaves out what stands around them") {
    Sheet sheet = full_sheet();
    const Sheet back = packed(sheet, SummaryTexts::of_items).texts();
    CHECK(back.items == sheet.items);
    CHECK(back.sdgs == sheet.sdgs);
    CHECK(back.situation.empty());
    CHECK(back.unplaced.empty());
}

TEST_CASE("the SDGs of a pack can be had alone") {
    const Sheet sheet = full_sheet();
    REQUIRE_FALSE(sheet.sdgs.empty());
    CHECK(packed(sheet, SummaryTexts::of_items).named_sdgs() == sheet.sdgs);
    CHECK(packed(Sheet{}, SummaryTexts::all).named_sdgs().empty());
}

TEST_CASE("figures come back from a pack as they went in, and are judged by the report asked for") {
    SummarySheet sheet;
    const std::vector<SummaryIndicator> indicators = {indicator_with_all(), SummaryIndicator{}};
    sheet.packed_figures = pack_figures(indicators);
    sheet.indicator_count = 2;
    const std::vector<SummaryIndicator> back = sheet.indicators();
    CHECK(pack_figures(back) == sheet.packed_figures);
    CHECK(back[0].baseline->mantissa == std::numeric_limits<std::int64_t>::min());
    CHECK(back[0].target->to_text() == "-0.5");
    CHECK(back[0].line == std::numeric_limits<std::uint32_t>::max());
    CHECK(*back[0].midterm.rate == -0.1);
    CHECK(*back[0].final.improvement == 1.0 / 3);
    CHECK(back[0].midterm.as_of == Date{2025, 9, 30});
    CHECK(back[0].midterm.note.en == "note");
    CHECK(back[0].status == ProgressStatus::behind);
    CHECK_FALSE(back[1].baseline);
    sheet.against = Against::final;
    CHECK(sheet.indicators()[0].status == ProgressStatus::not_reported);
}
