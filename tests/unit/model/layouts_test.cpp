// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "support/html_page.hpp"
#include "support/pasted_tables.hpp"

// tests/data/layouts/*.layout: a page, a line of =====, and what has to be read from it, a line each:
//   none | sheets N | format text
//   goal S TEXT | department S TEXT | title S.I TEXT | action, deadline, target, midterm, final S.I.M TEXT
//   extra LABEL TEXT: among extras, series, indicators and unplaced, under a label that has LABEL in it (* for any)
//   remark KIND
//   also td text worksheet: the same holds without the markup of labels, as copied text, pasted into a worksheet

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
    } else if (field != "format" && field != "also") {
        const std::string address = take_word(line);
        CHECK(text_at(sheets, field, parse_address(address)) == line);
    }
}

std::vector<std::filesystem::path> layout_files() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(GOALSHEET_SOURCE_DIR "/tests/data/layouts"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

void check_layout(const Layout& layout, const std::string& bytes, const std::string& path, const std::string& format) {
    ReadOptions options;
    options.format = format;
    const auto documents = read_documents(bytes, path, options);
    for (const std::string& line : layout.expected) check_line(documents ? *documents : std::vector<Document>(), line);
}

std::string without_heads(std::string page) {
    for (const std::string_view name : {"<th", "</th"})
        for (std::size_t at = page.find(name); at != std::string::npos; at = page.find(name, at + 1))
            if (page.compare(at, 6, "<thead") != 0 && page.compare(at, 7, "</thead") != 0)
                page[at + name.size() - 1] = 'd';
    return page;
}

}  // namespace

TEST_CASE("layouts of many cities are read without a form, and other tables are left alone") {
    const auto paths = layout_files();
    REQUIRE(paths.size() >= 40);
    for (const std::filesystem::path& path : paths) {
        const Layout layout = load(path);
        CAPTURE(path.filename().string());
        REQUIRE(!layout.expected.empty());
        check_layout(layout, layout.page, path.string(), layout.expected[0] == "format text" ? "text" : "html");
    }
}

TEST_CASE("layouts are read alike without the markup of labels, as copied text and pasted into a worksheet") {
    std::size_t read = 0;
    for (const std::filesystem::path& path : layout_files()) {
        const Layout layout = load(path);
        CAPTURE(path.filename().string());
        for (std::string line : layout.expected) {
            if (take_word(line) != "also") continue;
            while (!line.empty()) {
                const std::string form = take_word(line);
                CAPTURE(form);
                ++read;
                if (form == "td")
                    check_layout(layout, without_heads(layout.page), "page.html", "html");
                else if (form == "text")
                    check_layout(layout, test::copy_page_as_text(test::page_of(layout.page)), "page.txt", "text");
                else
                    check_layout(layout, test::paste_page_as_workbook(test::page_of(layout.page)), "page.xlsx", "");
            }
        }
    }
    CHECK(read > 200);
}

}  // namespace goalsheet
