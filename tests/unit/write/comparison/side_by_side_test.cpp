// SPDX-License-Identifier: MIT
#include "write/comparison/side_by_side.hpp"

#include <doctest/doctest.h>

#include "unit/write/model_sample.hpp"

using namespace goalsheet;

namespace {

std::string whole(const std::vector<MarkedText>& texts) {
    std::string all;
    for (const MarkedText& one : texts) all += one.text;
    return all;
}

std::string changed(const std::vector<MarkedText>& texts) {
    std::string all;
    for (const MarkedText& one : texts)
        if (one.changed) all += "[" + one.text + "]";
    return all;
}

std::vector<SideGroup> groups_of(const Document& before, const Document& after) {
    return side_by_side(compare({&before, 1}, {&after, 1}), Lang::ja);
}

}  // namespace

TEST_CASE("both sides hold the whole text, with what the other has not marked") {
    const Document before = sample_document();
    Document after = before;
    after.sheets[0].items[0].measures[0].target = "予約件数 900件";
    const auto groups = groups_of(before, after);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].title == "待たない窓口をつくる（市民部 1位）");
    REQUIRE(groups[0].rows.size() == 1);
    const SideRow& row = groups[0].rows[0];
    CHECK(row.place == "①(1) 数値目標");
    CHECK(row.figures == "予約件数 600件 → 900件");
    CHECK(whole(row.after) == "予約件数 900件");
    CHECK(whole(row.before) == "予約件数 600件");
    CHECK(changed(row.after) == "[900]");
    CHECK(changed(row.before) == "[600]");
}

TEST_CASE("what is new or gone is marked as a whole, and the other side says so") {
    const Document before = sample_document();
    Document after = before;
    after.sheets[0].purpose = "";
    after.sheets[0].items[0].measures[0].final = "予約件数 640件";
    const auto groups = groups_of(before, after);
    REQUIRE(groups.size() == 1);
    for (const SideRow& row : groups[0].rows) {
        if (row.place == "目的・効果") {
            CHECK(whole(row.after) == "（削除）");
            CHECK(changed(row.before) == "[待ち時間を15分以内にする。]");
        } else {
            CHECK(whole(row.before) == "（新設）");
            CHECK(changed(row.after) == "[予約件数 640件]");
        }
    }
    CHECK(groups[0].rows.size() == 2);
}

TEST_CASE("equal versions have no groups") {
    const Document document = sample_document();
    CHECK(groups_of(document, document).empty());
}
