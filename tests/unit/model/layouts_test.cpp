// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"

// tests/data/layouts/*.layout: a page, a line of =====, and what has to be read from it, a line each:
//   none | sheets N | format text
//   goal S TEXT | department S TEXT | title S.I TEXT | action, deadline, target, midterm, final S.I.M TEXT
//   extra LABEL TEXT: among extras, series, indicators and unplaced, under a label that has LABEL in it (* for any)
//   remark KIND

namespace goalsheet {
namespace {

struct Layout {
    std::string page;
    std::vector<std::string> expected;
};

Layout load(const std::filesystem::path& path) {
    std::ifstream file(path);
    Layout layout;
    std::string line;
    bool behind = false;
    while (std::getline(file, line)) {
        if (line == "=====")
            behind = true;
        else if (behind)
            layout.expected.push_back(line);
        else
            layout.page.append(line).append("\n");
    }
    return layout;
}

std::string take_word(std::string& line) {
    const std::size_t at = line.find(' ');
    std::string word = line.substr(0, at);
    line = at == std::string::npos ? std::string() : line.substr(at + 1);
    return word;
}

struct Kept {
    std::string label;
    std::string text;
};

void add_kept(const std::vector<Extra>& extras, const std::vector<SeriesValue>& series, std::vector<Kept>& kept) {
    for (const Extra& extra : extras) kept.push_back({extra.label.text, extra.text.text});
    for (const SeriesValue& value : series) kept.push_back({value.label.text, value.text.text});
}

std::vector<Kept> kept_of(const std::vector<Sheet>& sheets) {
    std::vector<Kept> kept;
    for (const Sheet& sheet : sheets) {
        add_kept(sheet.extras, sheet.series, kept);
        for (const Unplaced& one : sheet.unplaced) kept.push_back({one.label, one.text.text});
        for (const Item& item : sheet.items) {
            add_kept(item.extras, item.series, kept);
            for (const Measure& measure : item.measures) {
                add_kept(measure.extras, measure.series, kept);
                for (const IndicatorCells& cells : measure.indicators) kept.push_back({"*", cells.baseline.text});
            }
        }
    }
    return kept;
}

struct Address {
    std::size_t sheet = 0, item = 0, measure = 0;
};

Address parse_address(const std::string& text) {
    Address address;
    std::sscanf(text.c_str(), "%zu.%zu.%zu", &address.sheet, &address.item, &address.measure);
    return address;
}

std::string text_at(const std::vector<Sheet>& sheets, const std::string& field, const Address& at) {
    if (at.sheet >= sheets.size()) return "(no such sheet)";
    const Sheet& sheet = sheets[at.sheet];
    if (field == "goal") return sheet.goal.text;
    if (field == "department") return sheet.department.text;
    if (at.item >= sheet.items.size()) return "(no such item)";
    const Item& item = sheet.items[at.item];
    if (field == "title") return item.title.text;
    if (at.measure >= item.measures.size()) return "(no such measure)";
    const Measure& measure = item.measures[at.measure];
    if (field == "action") return measure.action.text;
    if (field == "deadline") return measure.deadline.text;
    if (field == "target") return measure.target.text;
    return field == "midterm" ? measure.midterm.text : measure.final.text;
}

void check_line(const std::vector<Document>& documents, std::string line) {
    CAPTURE(line);
    std::vector<Sheet> sheets;
    for (const Document& document : documents)
        sheets.insert(sheets.end(), document.sheets.begin(), document.sheets.end());
    const std::string field = take_word(line);
    if (field == "none") {
        CHECK(sheets.empty());
    } else if (field == "sheets") {
        CHECK(sheets.size() == std::stoul(line));
    } else if (field == "extra") {
        const std::string label = take_word(line);
        const std::vector<Kept> kept = kept_of(sheets);
        CHECK(std::any_of(kept.begin(), kept.end(), [&](const Kept& one) {
            return one.text == line && (label == "*" || one.label == "*" || one.label.find(label) != std::string::npos);
        }));
    } else if (field == "remark") {
        REQUIRE(!sheets.empty());
        CHECK(std::any_of(sheets[0].remarks.begin(), sheets[0].remarks.end(),
                          [&](const Remark& remark) { return remark.kind == line; }));
    } else if (field != "format") {
        const std::string address = take_word(line);
        CHECK(text_at(sheets, field, parse_address(address)) == line);
    }
}

}  // namespace

TEST_CASE("layouts of many cities are read without a form, and other tables are left alone") {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(GOALSHEET_SOURCE_DIR "/tests/data/layouts"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() >= 40);
    for (const std::filesystem::path& path : paths) {
        const Layout layout = load(path);
        CAPTURE(path.filename().string());
        REQUIRE(!layout.expected.empty());
        ReadOptions options;
        options.format = layout.expected[0] == "format text" ? "text" : "html";
        const auto documents = read_documents(layout.page, path.string(), options);
        for (const std::string& line : layout.expected)
            check_line(documents ? *documents : std::vector<Document>(), line);
    }
}

}  // namespace goalsheet
