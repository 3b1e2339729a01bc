// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "goalsheet/write_progress.hpp"

namespace {

using namespace goalsheet;

ProgressRow make_row(int measure, const std::string& indicator, std::optional<double> rate, const std::string& unit) {
    ProgressRow row;
    row.source = "page.html";
    row.department = "市民部";
    row.goal = "暮らしの相談";
    row.item = 1;
    row.item_title = "相談の充実";
    row.measure = measure;
    row.indicator = indicator;
    row.target = Decimal{1200, 0};
    row.unit = row.result_unit = unit;
    row.comparator = Comparator::at_least;
    row.as_of = Date{2025, 10, 31};
    row.pace = 7 / 12.0;
    row.status = ProgressStatus::no_figure;
    if (!rate) return row;
    row.rate = rate;
    row.result = Decimal{600, 0};
    row.state = measure % 2 ? ReportState::done : ReportState::ongoing;
    row.status = ProgressStatus::behind;
    return row;
}

Progress make_progress() {
    Progress progress;
    progress.rows = {make_row(1, "相談", 0.5, "件"),
                     make_row(2, "市内全域で行う見守り活動への協力者として登録された方の数", 0.5, "人"),
                     make_row(3, "Web", std::nullopt, "アカウント"), make_row(4, "ﾊﾝｶｸの指標", 1.25, "件")};
    return progress;
}

std::vector<std::string> lines_of(std::size_t columns) {
    const std::string text = write_progress_text(make_progress(), {Lang::ja, false, false, columns});
    std::vector<std::string> lines;
    for (const std::string_view line : split_lines(text)) lines.emplace_back(line);
    return lines;
}

std::size_t column_of(const std::string& line, std::string_view mark) {
    const std::size_t at = line.find(mark);
    REQUIRE(at != std::string::npos);
    return display_width(std::string_view(line).substr(0, at));
}

}  // namespace

TEST_CASE("lines fit the terminal and their columns stand below each other") {
    for (const std::size_t columns : {72U, 80U, 100U, 120U, 200U, 0U}) {
        CAPTURE(columns);
        const std::vector<std::string> lines = lines_of(columns);
        REQUIRE(lines.size() >= 6);
        const std::size_t slash = column_of(lines[2], " / ");
        const std::size_t status = column_of(lines[2], "遅れ");
        for (std::size_t i = 2; i < 6; ++i) {
            CAPTURE(lines[i]);
            if (columns != 0) CHECK(display_width(lines[i]) <= columns);
            CHECK(column_of(lines[i], " / ") == slash);
            CHECK(column_of(lines[i], i == 4 ? "数値なし" : "遅れ") == status);
        }
    }
}

TEST_CASE("a narrow terminal takes from the bar first, then from the label") {
    CHECK(lines_of(200)[2].find("[##########--|-------]") != std::string::npos);
    CHECK(lines_of(100)[2].find("[#####-|---]") != std::string::npos);
    CHECK(lines_of(72)[2].find("[") == std::string::npos);
    CHECK(lines_of(72)[3].find("..") != std::string::npos);
}

TEST_CASE("the bar is full at the target and beyond, and marks the time") {
    CHECK(lines_of(0)[5].find("[############|#######]") != std::string::npos);
}

TEST_CASE("only the status and the headings are painted") {
    ProgressTextOptions options;
    options.color = true;
    const std::string text = write_progress_text(make_progress(), options);
    CHECK(text.find("\x1b[33m遅れ\x1b[0m") != std::string::npos);
    CHECK(text.find("\x1b[2m数値なし\x1b[0m") != std::string::npos);
    CHECK(write_progress_text(make_progress()).find('\x1b') == std::string::npos);
}

TEST_CASE("the same rows give the same workbook, and no formula is in it") {
    Progress progress = make_progress();
    progress.rows[0].goal = "=1+1";
    const auto one = write_progress_xlsx(progress, Lang::ja);
    const auto two = write_progress_xlsx(progress, Lang::ja);
    REQUIRE(one);
    REQUIRE(two);
    CHECK(*one == *two);
    CHECK(one->starts_with("PK"));
}
