// SPDX-License-Identifier: MIT
// What officers get wrong, put into the samples: each must be found once, at its place, and nothing else with it.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "goalsheet/report.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;

namespace {

const std::string kCells = "number-column/r7-kodomo-mirai.html";  // mid-term, ① in a column of its own
const std::string kText = "copied-text/r7-kyoiku.txt";            // mid-term, cells joined by tabs
const std::string kRows = "row-per-measure/r5-kankyo.html";       // year end, a row for each measure
const std::string kPair = "two-tables/r6-kensetsu.html";          // year end, head and items apart
const std::string kInCell = "number-in-cell/r6-kodomo-mirai.html";

const std::string kCutOff = "\f";  // the input ends here

struct SheetEdit {
    std::string from;
    std::string to;
};

struct Broken {
    std::string fault;
    std::string sample;
    std::vector<SheetEdit> edits;       ///< each at its first place
    std::vector<std::string> expected;  ///< code, address without the goal, «marked text»
};

const std::vector<Broken> kBroken = {
#include "unit/validate/rules/broken_sheets.inc"
};

std::string read_sample(const std::string& name) {
    std::ifstream file(GOALSHEET_SOURCE_DIR "/samples/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    REQUIRE_FALSE(bytes.str().empty());
    return bytes.str();
}

std::string marked(const Finding& finding) {
    if (!finding.source || finding.region.begin.line != finding.region.end.line) return "…";
    const std::string_view line = finding.source->line(finding.region.begin.line);
    return std::string(line.substr(finding.begin_byte - 1, finding.end_byte - finding.begin_byte));
}

// シート2「切れ目のない…」 ①(2) 中間報告 → シート2 ①(2) 中間報告
std::string without_goal(std::string address) {
    const std::size_t open = address.find("「");
    const std::size_t close = address.find("」", open);
    if (address.starts_with("シート") && open != std::string::npos && close != std::string::npos)
        address.erase(open, close + std::string_view("」").size() - open);
    return address;
}

std::vector<std::string> keys(const Report& report) {
    std::vector<std::string> keys;
    for (const Finding& finding : report.findings)
        keys.push_back(finding.code + " " + without_goal(finding.address_in(Lang::ja)) + " «" + marked(finding) + "»");
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<std::string> added(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    std::vector<std::string> rest;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(rest));
    return rest;
}

std::string list(const std::vector<std::string>& keys) {
    std::string out;
    for (const std::string& key : keys) out += key + "\n";
    return out;
}

}  // namespace

TEST_CASE("each broken sheet gets the finding it deserves, once and at its place") {
    for (const Broken& broken : kBroken) {
        CAPTURE(broken.fault);
        const std::string clean = read_sample(broken.sample);
        std::string bytes = clean;
        for (const SheetEdit& edit : broken.edits) {
            const std::size_t at = bytes.find(edit.from);
            REQUIRE_MESSAGE(at != std::string::npos, edit.from);
            if (edit.to == kCutOff)
                bytes.resize(at);
            else
                bytes.replace(at, edit.from.size(), edit.to);
        }
        const auto found =
            added(keys(test::check_page(clean, broken.sample)), keys(test::check_page(bytes, broken.sample)));
        std::vector<std::string> expected = broken.expected;
        std::sort(expected.begin(), expected.end());
        CHECK(list(found) == list(expected));
    }
    CHECK(kBroken.size() >= 30);
}

TEST_CASE("clean samples of every layout have no error") {
    for (const std::string& name :
         {kCells, kRows, kPair, kInCell, std::string("tag-soup/r5-bunka.html"), std::string("cp932/r7-fukushi.html"),
          std::string("excel/r6-digital.htm"), std::string("word/r7-shobo.htm")}) {
        CAPTURE(name);
        const Report report = test::check_page(read_sample(name), name);
        CHECK(report.count(Severity::error) == 0);
    }
    // Copied out of a browser, <ul …> is what stands in the cells.
    for (const Finding& finding : test::check_page(read_sample(kText), kText).findings)
        if (finding.severity == Severity::error) CHECK(finding.code == "GS704");
}
