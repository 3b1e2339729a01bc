// SPDX-License-Identifier: MIT
// Every format that reads back gives the same document, and what the program says of it stays the same.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "goalsheet/compare.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/validate.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_html.hpp"
#include "goalsheet/write_markdown.hpp"
#include "goalsheet/write_progress.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "support/generated_documents.hpp"

using namespace goalsheet;
namespace fs = std::filesystem;

namespace {

std::vector<Document> read_again(std::string bytes, const std::string& path) {
    auto read = read_documents(std::move(bytes), path);
    REQUIRE(read);
    return std::move(*read);
}

// What a document says, without the file it was read from: places, and what a reader remarked on that file.
Document bare(const Document& document) {
    Document copy = read_again(write_json({&document, 1}), "bare.json").at(0);
    copy.remarks.clear();
    for (Sheet& sheet : copy.sheets) sheet.remarks.clear();
    copy.source = {};
    return copy;
}

std::string progress_of(const Document& document) {
    Progress progress;
    progress.rows = measure_progress(document);
    for (ProgressRow& row : progress.rows) {
        row.source.clear();
        row.line = 0;
    }
    return write_progress_json(progress, Lang::ja);
}

using Findings = std::multiset<std::string>;

Findings findings_of(const Document& document) {
    Findings found;
    for (const Finding& finding : validate({&document, 1}).findings)
        found.insert(fmt::format("{} {} {}", finding.code, finding.address_in(Lang::ja), finding.message.ja));
    return found;
}

// White space, list marks and the sign that stands for a line end in a table cell are the form's, not the text's.
std::string squash(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
        const bool mark = point.value == U'・' || point.value == U'／';
        if (!is_space(point.value) && !control && !mark) append_utf8(out, point.value);
        at += point.length;
    }
    return out;
}

// Markdown's text without its escapes.
std::string unescape(std::string_view markdown) {
    std::string out;
    for (std::size_t at = 0; at < markdown.size(); ++at) {
        const std::string_view rest = markdown.substr(at);
        if (rest.size() > 1 && rest[0] == '\\' && std::ispunct(static_cast<unsigned char>(rest[1])))
            out += markdown[++at];
        else if (rest.starts_with("&#32;") || rest.starts_with("&#9;"))
            at += rest.find(';');
        else
            out += rest[0];
    }
    return out;
}

template <class Owner, class Check>
void check_entries(const Owner& owner, Check check) {
    for (const Extra& one : owner.extras) check(one.label), check(one.text);
    for (const SeriesValue& one : owner.series) check(one.label), check(one.text);
}

template <class Check>
void check_entries_of(const Sheet& sheet, Check check) {
    check_entries(sheet, check);
    for (const Item& item : sheet.items) {
        check_entries(item, check);
        for (const Measure& measure : item.measures) {
            check_entries(measure, check);
            for (const IndicatorCells& one : measure.indicators)
                for (const SourcedText* text :
                     {&one.name, &one.unit, &one.baseline, &one.target, &one.midterm, &one.final})
                    check(*text);
        }
    }
}

void check_markdown(const Document& document) {
    const std::string shown = squash(unescape(write_markdown(document)));
    const auto check = [&](const SourcedText& text) {
        for (const std::string_view line : split_lines(text.text)) {
            if (shown.find(squash(line)) != std::string::npos) continue;
            CAPTURE(line);
            FAIL_CHECK("not in the Markdown");
        }
    };
    for (const Sheet& sheet : document.sheets) {
        check_entries_of(sheet, check);
        for (const SourcedText* text : {&sheet.goal, &sheet.department, &sheet.situation, &sheet.purpose,
                                        &sheet.notes.participation, &sheet.notes.outcomes})
            check(*text);
        for (const Alignment& alignment : sheet.alignments) check(alignment.plan), check(alignment.text);
        for (const SdgGoal& sdg : sheet.sdgs) check(sdg.name);
        for (const Unplaced& unplaced : sheet.unplaced) check(unplaced.text);
        for (const Item& item : sheet.items) {
            check(item.title);
            for (const Measure& m : item.measures)
                for (const SourcedText* text : {&m.action, &m.deadline, &m.target, &m.midterm, &m.final}) check(*text);
        }
    }
}

Document check_same(std::vector<Document> read, const Document& written, std::string_view form) {
    CAPTURE(form);
    REQUIRE(read.size() == 1);
    CHECK(read[0] == written);
    for (const SheetComparison& sheet : compare({&written, 1}, read).sheets)
        for (const Difference& one : sheet.differences) FAIL_CHECK(one.before, " became ", one.after);
    return std::move(read[0]);
}

struct Forms {
    Document json;
    Document html;
    Document text;
};

Forms check_round_trips(const Document& document) {
    Forms forms;
    forms.json = check_same(read_again(write_json({&document, 1}), "document.json"), document, "json");
    forms.html = check_same(read_again(write_html({&document, 1}), "document.html"), document, "html");
    forms.text = check_same(read_again(write_text_form(document), "document.txt"), document, "txt");
    return forms;
}

void check_findings(const Findings& found, const Findings& expected) {
    for (const std::string& one : found)
        if (found.count(one) > expected.count(one)) FAIL_CHECK("found only now: ", one);
    for (const std::string& one : expected)
        if (expected.count(one) > found.count(one)) FAIL_CHECK("no longer found: ", one);
}

// What follows from a document follows from each of its forms. JSON has no cells: rules about how a cell is written
// have nothing to say there.
void check_said_alike(const Forms& forms, const Document& written) {
    const std::string progress = progress_of(written);
    for (const Document* form : {&forms.json, &forms.html, &forms.text}) CHECK(progress_of(*form) == progress);
    check_findings(findings_of(forms.json), findings_of(written));
    check_findings(findings_of(forms.text), findings_of(forms.html));
}

// Without what is said of the file and of how a form is filled in (GS0xx–GS2xx, numbering, characters and leftovers of
// markup): what we write has nothing of the kind.
Findings of_content(const Findings& all) {
    Findings content;
    for (const std::string& one : all)
        if (one[2] >= '3' && one[2] <= '6') content.insert(one);
    return content;
}

std::vector<Document> read_workbook(const Document& document) {
    auto book = write_workbook(document);
    REQUIRE(book);
    return read_again(std::move(*book), "document.xlsx");
}

// A workbook takes a hundred times as long as a page: fewer of them unless somebody asks for more.
std::uint32_t workbooks_to_check() {
    constexpr std::uint32_t kUsual = 20;
    const char* asked = std::getenv("GOALSHEET_WORKBOOKS");
    return asked ? static_cast<std::uint32_t>(std::strtoul(asked, nullptr, 10)) : kUsual;
}

std::vector<fs::path> pages() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(GOALSHEET_SOURCE_DIR) / "samples"))
        if (entry.path().extension() == ".html" || entry.path().extension() == ".htm" ||
            (entry.path().extension() == ".txt"))
            found.push_back(entry.path());
    if (const char* sheets = std::getenv("GOALSHEET_SHEETS"); sheets && *sheets) {
        for (const auto& entry : fs::directory_iterator(sheets))
            if (entry.path().extension() == ".html" || entry.path().extension() == ".txt")
                found.push_back(entry.path());
    } else {
        MESSAGE("skipped: GOALSHEET_SHEETS names no folder with the real page");
    }
    std::sort(found.begin(), found.end());
    REQUIRE(found.size() >= 10);
    return found;
}

}  // namespace

TEST_CASE("every sample reads back the same from every form") {
    for (const fs::path& path : pages()) {
        CAPTURE(path);
        std::ifstream file(path, std::ios::binary);
        const Document read = read_again({std::istreambuf_iterator<char>(file), {}}, path.string()).at(0);
        const Document document = bare(read);
        const Forms forms = check_round_trips(document);
        check_said_alike(forms, document);
        check_markdown(document);
        CHECK(forms.html == read);
        check_findings(findings_of(bare(check_same(read_workbook(read), document, "xlsx"))), findings_of(document));
        CHECK(progress_of(forms.html) == progress_of(read));
        // The draft's faults are in how its cells are numbered; a row for each measure has no such numbers.
        if (path.parent_path().filename() != "draft")
            check_findings(of_content(findings_of(forms.html)), of_content(findings_of(read)));
    }
}

TEST_CASE("five hundred generated documents read back the same from every form") {
    constexpr std::uint32_t kDocuments = 500;
    // Measuring figures takes ten times as long as reading, the rules a hundred times.
    constexpr std::uint32_t kMarkdownEvery = 5;
    constexpr std::uint32_t kSaidEvery = 99;
    for (std::uint32_t seed = 0; seed < kDocuments; ++seed) {
        CAPTURE(seed);
        const Document plain = tests::generate_document(seed);
        const Document document = seed % 2 == 0 ? plain : tests::with_entries(plain, seed);
        const Forms forms = check_round_trips(document);
        if (seed % kMarkdownEvery == 0) check_markdown(document);
        if (seed % kSaidEvery == 0) check_said_alike(forms, document);
    }
}

TEST_CASE("generated forms read back the same from every form and from a workbook") {
    for (std::uint32_t seed = 0; seed < workbooks_to_check(); ++seed) {
        CAPTURE(seed);
        const Document form = tests::generate_form_document(seed);
        const Document document = seed % 2 == 0 ? form : tests::with_entries(form, 4 * seed);
        check_round_trips(document);
        check_same(read_workbook(document), document, "xlsx");
    }
}
